// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/pointchoice.h"

#include "core/geometry/groundsurface.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline::sceneview {

namespace {

constexpr double surfaceBand = 0.3;  // metres before and behind what was chosen, in other sweeps
constexpr double clearance = 0.2;    // metres over the ground where objects begin

}  // namespace

QVariantMap PointOptions::toMap() const
{
    return {{QStringLiteral("radius"), radius},
            {QStringLiteral("height"), height},
            {QStringLiteral("gap"), gap},
            {QStringLiteral("seenOnly"), seenOnly}};
}

PointOptions PointOptions::fromMap(const QVariantMap &map)
{
    PointOptions options;
    const auto number = [&](const char *key, double &value, double least, double most) {
        const double stored = map.value(QLatin1String(key), value).toDouble();
        if (stored >= least && stored <= most)
            value = stored;
    };
    number("radius", options.radius, smallestRadius, largestRadius);
    number("height", options.height, 0.01, 2);
    number("gap", options.gap, 0.05, 5);
    options.seenOnly = map.value(QStringLiteral("seenOnly"), false).toBool();
    return options;
}

geometry::ScreenProjection projectionOf(const ViewCamera &camera, QSizeF viewport)
{
    geometry::ScreenProjection view;
    view.eye = camera.eye();
    view.right = camera.right();
    view.up = camera.up();
    view.forward = camera.forward();
    view.scale = camera.pixelsPerMetre(viewport) * (camera.parallel ? 1 : camera.distance);
    view.parallel = camera.parallel;
    view.nearest = camera.nearest();
    view.width = viewport.width();
    view.height = viewport.height();
    return view;
}

geometry::PlacedPoints placed(const CloudData &data)
{
    return {data.positions, {{0, 0, 0, 1}, data.origin}};
}

std::vector<geometry::PlacedPoints> placed(const std::vector<CloudPointer> &pieces)
{
    std::vector<geometry::PlacedPoints> list;
    for (const CloudPointer &piece : pieces)
        list.push_back(placed(*piece));
    return list;
}

geometry::PointSet chosenIn(const geometry::PointVolume &volume, const std::vector<CloudPointer> &pieces, std::uint64_t places)
{
    geometry::PointSet chosen(places);
    for (const CloudPointer &piece : pieces) {
        if (piece->indices.size() != piece->size())
            continue;
        for (const std::uint32_t index : geometry::pointsInside(volume, placed(*piece)))
            chosen.insert(piece->indices[index]);
    }
    return chosen;
}

std::optional<PointChoice> choiceOfOutline(const geometry::ScreenProjection &view, const std::vector<geometry::Point> &outline,
                                           bool seenOnly, bool wanted, const std::vector<CloudPointer> &pieces,
                                           std::uint64_t places)
{
    auto lasso = geometry::lassoOver(view, outline);
    if (!lasso)
        return std::nullopt;
    if (seenOnly)
        geometry::keepSeen(*lasso, placed(pieces));
    PointChoice choice;
    choice.here = *lasso;
    choice.exact = chosenIn(choice.here, pieces, places);
    if (!wanted)
        return choice;
    std::vector<std::vector<std::array<float, 3>>> positions;
    positions.reserve(pieces.size());
    std::vector<geometry::PlacedPoints> near;
    for (const CloudPointer &piece : pieces) {
        auto &list = positions.emplace_back();
        for (const std::uint32_t index : geometry::pointsInside(choice.here, placed(*piece)))
            list.push_back(piece->positions[index]);
        near.push_back({list, {{0, 0, 0, 1}, piece->origin}});
    }
    geometry::keepNear(*lasso, near, surfaceBand);
    choice.elsewhere = std::move(*lasso);
    return choice;
}

std::optional<PointChoice> choiceOfCluster(const Vector3 &place, const geometry::SurfaceVolume *ground, double gap,
                                           const std::vector<CloudPointer> &pieces, std::uint64_t places)
{
    geometry::ClusterLimits limits;
    limits.gap = gap;
    std::vector<Vector3> points;
    std::vector<std::uint32_t> inFile;
    std::size_t seed = 0;
    double nearest = std::numeric_limits<double>::max();
    for (const CloudPointer &piece : pieces) {
        if (piece->indices.size() != piece->size())
            continue;
        for (std::size_t i = 0; i < piece->size(); ++i) {
            const auto &p = piece->positions[i];
            const Vector3 at = plus(piece->origin, {double(p[0]), double(p[1]), double(p[2])});
            const Vector3 off = minus(at, place);
            if (std::abs(off[0]) > limits.reach || std::abs(off[1]) > limits.reach || std::abs(off[2]) > limits.reach)
                continue;
            const auto height = ground ? ground->heightAt(at[0], at[1]) : std::nullopt;
            if (height && at[2] < *height + clearance)
                continue;
            if (dot(off, off) < nearest) {
                nearest = dot(off, off);
                seed = points.size();
            }
            points.push_back(at);
            inFile.push_back(piece->indices[i]);
        }
    }
    constexpr double asGood = 0.3;  // metres: what the click meant
    if (points.empty() || nearest > asGood * asGood)
        return std::nullopt;
    PointChoice choice;
    choice.exact.emplace(places);
    std::vector<std::array<float, 3>> positions;
    for (const std::uint32_t index : geometry::clusterFrom(points, seed, limits)) {
        choice.exact->insert(inFile[index]);
        const Vector3 off = minus(points[index], place);
        positions.push_back({float(off[0]), float(off[1]), float(off[2])});
    }
    constexpr double cell = 0.15;  // metres
    choice.here = geometry::cellsAround({{positions, {{0, 0, 0, 1}, place}}}, cell);
    choice.elsewhere = choice.here;
    return choice;
}

}  // namespace plumbline::sceneview
