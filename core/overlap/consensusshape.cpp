// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/overlap/consensusshape.h"

#include "core/geometry/mask.h"
#include "core/geometry/maskoutline.h"
#include "core/geometry/polygonoperations.h"
#include "core/geometry/regions.h"
#include "core/overlap/likeness.h"
#include "core/overlap/staple.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

namespace plumbline::overlap {

namespace {

using geometry::Box;
using geometry::Ellipse;
using geometry::Geometry;
using geometry::KeyPoint;
using geometry::KeyPoints;
using geometry::Mask;
using geometry::Point;
using geometry::Polygon;
using geometry::Polyline;
using geometry::RotatedBox;

constexpr double finestWindow = 1024;  // pixels of the longer side up to which outlines are filled more finely
constexpr double finestScale = 8;
constexpr std::size_t lineSteps = 128;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::overlap", text);
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t n = values.size();
    return n % 2 == 1 ? values[n / 2] : std::midpoint(values[n / 2 - 1], values[n / 2]);
}

template <typename T, typename F>
double medianOf(const std::vector<T> &list, F f)
{
    std::vector<double> values;
    values.reserve(list.size());
    for (const T &entry : list)
        values.push_back(f(entry));
    return median(std::move(values));
}

template <typename T>
std::vector<T> ofKind(const std::vector<Geometry> &shapes)
{
    std::vector<T> list;
    for (const Geometry &shape : shapes)
        if (const auto *own = std::get_if<T>(&shape))
            list.push_back(*own);
    return list;
}

std::size_t mostFrequentKind(const std::vector<Geometry> &shapes)
{
    const std::array order{Geometry(Mask{}).index(),       Geometry(Polygon{}).index(),
                           Geometry(RotatedBox{}).index(), Geometry(Ellipse{}).index(),
                           Geometry(Box{}).index(),        Geometry(KeyPoints{}).index(),
                           Geometry(Polyline{}).index(),   Geometry(geometry::Cuboid{}).index()};
    std::map<std::size_t, int> counts;
    for (const Geometry &shape : shapes)
        ++counts[shape.index()];
    std::size_t best = shapes.front().index();
    int most = 0;
    for (const std::size_t kind : order)
        if (counts[kind] > most) {
            most = counts[kind];
            best = kind;
        }
    return best;
}

// The shape that is most like the others; the first of equals.
template <typename T>
const T &central(const std::vector<T> &shapes, double tolerance)
{
    std::size_t best = 0;
    double most = -1;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        double sum = 0;
        for (std::size_t j = 0; j < shapes.size(); ++j)
            sum += i == j ? 0 : likeness(Geometry(shapes[i]), Geometry(shapes[j]), tolerance);
        if (sum > most) {
            most = sum;
            best = i;
        }
    }
    return shapes[best];
}

Box medianBox(const std::vector<Geometry> &shapes)
{
    std::vector<Box> boxes;
    for (const Geometry &shape : shapes)
        if (const auto bounds = geometry::boundsOf(shape))
            boxes.push_back(*bounds);
    const double left = medianOf(boxes, [](const Box &b) { return b.x; });
    const double top = medianOf(boxes, [](const Box &b) { return b.y; });
    const double right = medianOf(boxes, [](const Box &b) { return b.right(); });
    const double bottom = medianOf(boxes, [](const Box &b) { return b.bottom(); });
    return {left, top, right - left, bottom - top};
}

/// A shape with two axes and a direction: rotated box or ellipse.
struct Turned {
    double x = 0;
    double y = 0;
    double along = 0;
    double across = 0;
    double angle = 0;
};

Turned medianTurned(std::vector<Turned> shapes, double reference)
{
    for (Turned &shape : shapes) {
        // Quarter turns that bring the angle within an eighth of a turn of the reference's.
        const double quarters = std::round((reference - shape.angle) / (std::numbers::pi / 2));
        shape.angle += quarters * (std::numbers::pi / 2) - reference;
        if (std::fmod(std::abs(quarters), 2) == 1)
            std::swap(shape.along, shape.across);
    }
    return {medianOf(shapes, [](const Turned &t) { return t.x; }), medianOf(shapes, [](const Turned &t) { return t.y; }),
            medianOf(shapes, [](const Turned &t) { return t.along; }), medianOf(shapes, [](const Turned &t) { return t.across; }),
            reference + medianOf(shapes, [](const Turned &t) { return t.angle; })};
}

RotatedBox medianRotatedBox(const std::vector<RotatedBox> &boxes, double tolerance)
{
    std::vector<Turned> turned;
    for (const RotatedBox &b : boxes)
        turned.push_back({b.cx, b.cy, b.w, b.h, b.angleRadians});
    const Turned m = medianTurned(std::move(turned), central(boxes, tolerance).angleRadians);
    return {m.x, m.y, m.along, m.across, m.angle};
}

Ellipse medianEllipse(const std::vector<Ellipse> &ellipses, double tolerance)
{
    std::vector<Turned> turned;
    for (const Ellipse &e : ellipses)
        turned.push_back({e.cx, e.cy, e.rx, e.ry, e.angleRadians});
    const Turned m = medianTurned(std::move(turned), central(ellipses, tolerance).angleRadians);
    return {m.x, m.y, m.along, m.across, m.angle};
}

// Turned the way of the cuboid that is most like the others, whose tilt is kept: front and back are the same box.
geometry::Cuboid medianCuboid(const std::vector<geometry::Cuboid> &cuboids, double tolerance)
{
    using geometry::Cuboid;
    Cuboid middle = central(cuboids, tolerance);
    const auto headingOf = [](const Cuboid &c) {
        const auto &[x, y, z, w] = c.rotation;
        return std::atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
    };
    const double reference = headingOf(middle);
    const double turn =
        medianOf(cuboids, [&](const Cuboid &c) { return std::remainder(headingOf(c) - reference, std::numbers::pi); });
    for (std::size_t axis = 0; axis < 3; ++axis) {
        middle.centre[axis] = medianOf(cuboids, [&](const Cuboid &c) { return c.centre[axis]; });
        middle.size[axis] = medianOf(cuboids, [&](const Cuboid &c) { return c.size[axis]; });
    }
    // About the upright axis of the frame, after its own rotation.
    const double sine = std::sin(turn / 2);
    const double cosine = std::cos(turn / 2);
    const auto [x, y, z, w] = middle.rotation;
    middle.rotation = {cosine * x - sine * y, cosine * y + sine * x, cosine * z + sine * w, cosine * w - sine * z};
    return middle;
}

KeyPoints medianKeyPoints(const std::vector<KeyPoints> &all)
{
    std::map<std::pair<QString, std::size_t>, std::vector<const KeyPoints *>> groups;
    for (const KeyPoints &points : all)
        groups[{points.skeleton, points.points.size()}].push_back(&points);
    const auto largest = std::max_element(groups.begin(), groups.end(),
                                          [](const auto &a, const auto &b) { return a.second.size() < b.second.size(); });
    const std::vector<const KeyPoints *> &group = largest->second;
    KeyPoints result{{}, largest->first.first};
    for (std::size_t i = 0; i < largest->first.second; ++i) {
        std::vector<KeyPoint> labeled;
        for (const KeyPoints *points : group)
            if (points->points[i].visibility > 0)
                labeled.push_back(points->points[i]);
        if (labeled.empty() || labeled.size() * 2 < group.size()) {
            result.points.push_back({});
            continue;
        }
        // Hidden and visible equally often: hidden.
        const double visibility = medianOf(labeled, [](const KeyPoint &p) { return double(p.visibility); });
        result.points.push_back({medianOf(labeled, [](const KeyPoint &p) { return p.x; }),
                                 medianOf(labeled, [](const KeyPoint &p) { return p.y; }),
                                 static_cast<int>(std::floor(visibility))});
    }
    return result;
}

double apart(const std::vector<Point> &a, const std::vector<Point> &b)
{
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::hypot(a[i].x - b[i].x, a[i].y - b[i].y);
    return sum;
}

Polyline medianLine(const std::vector<Polyline> &lines, double tolerance)
{
    const std::vector<Point> reference = resampled(central(lines, tolerance), lineSteps);
    std::vector<std::vector<Point>> paths;
    for (const Polyline &line : lines) {
        std::vector<Point> path = resampled(line, lineSteps);
        if (path.size() != reference.size())
            continue;
        std::vector<Point> reversed(path.rbegin(), path.rend());
        paths.push_back(apart(reversed, reference) < apart(path, reference) ? std::move(reversed) : std::move(path));
    }
    std::vector<Point> middle;
    for (std::size_t i = 0; i < reference.size(); ++i)
        middle.push_back({medianOf(paths, [&](const auto &path) { return path[i].x; }),
                          medianOf(paths, [&](const auto &path) { return path[i].y; })});
    return {geometry::simplifiedLine(middle, 0.5)};
}

tl::unexpected<Error> nothingLeft()
{
    return fail(ErrorCode::Failed, tr("The shapes have no area in common that most agree on."));
}

Result<ConsensusShape> stapledMask(const std::vector<Geometry> &shapes, std::uint32_t width, std::uint32_t height)
{
    if (width == 0 || height == 0)
        for (const Mask &mask : ofKind<Mask>(shapes)) {
            width = std::max(width, mask.width);
            height = std::max(height, mask.height);
        }
    std::vector<Mask> masks;
    for (const Geometry &shape : shapes) {
        auto mask = geometry::maskOfRegion(shape, width, height);
        if (!mask)
            return fail(mask.error());
        masks.push_back(std::move(*mask));
    }
    auto result = staple(masks);
    if (!result)
        return fail(result.error());
    if (geometry::isEmpty(result->mask))
        return nothingLeft();
    return ConsensusShape{std::move(result->mask), QStringLiteral("staple"), std::move(result->sensitivity),
                          std::move(result->specificity)};
}

Result<ConsensusShape> stapledPolygon(const std::vector<Geometry> &shapes, std::uint32_t width, std::uint32_t height)
{
    std::vector<Polygon> polygons;
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    for (const Geometry &shape : shapes) {
        const auto polygon = geometry::polygonOf(shape);
        const auto bounds = geometry::boundsOf(shape);
        if (!polygon || !bounds) {
            // With a mask among them, all are filled at its resolution.
            auto made = stapledMask(shapes, width, height);
            if (made)
                made->geometry = geometry::simplified(geometry::outlineOfMask(std::get<Mask>(made->geometry)), 1);
            return made;
        }
        left = polygons.empty() ? bounds->x : std::min(left, bounds->x);
        top = polygons.empty() ? bounds->y : std::min(top, bounds->y);
        right = polygons.empty() ? bounds->right() : std::max(right, bounds->right());
        bottom = polygons.empty() ? bounds->bottom() : std::max(bottom, bounds->bottom());
        polygons.push_back(*polygon);
    }
    const double side = std::max({right - left, bottom - top, 1.0});
    if (!(side < geometry::widestMask))
        return fail(ErrorCode::TooLarge, tr("The shapes are too large to be filled."));
    const double scale = std::clamp(std::floor(finestWindow / side), 1.0, finestScale);
    const double x = std::floor(left);
    const double y = std::floor(top);
    const auto columns = static_cast<std::uint32_t>(std::ceil((right - x) * scale)) + 1;
    const auto rows = static_cast<std::uint32_t>(std::ceil((bottom - y) * scale)) + 1;
    std::vector<Mask> masks;
    for (const Polygon &polygon : polygons) {
        auto mask = geometry::maskOfRegion(geometry::scaled(polygon, scale, {-x * scale, -y * scale}), columns, rows);
        if (!mask)
            return fail(mask.error());
        masks.push_back(std::move(*mask));
    }
    auto result = staple(masks);
    if (!result)
        return fail(result.error());
    // The steps of the pixels go, and of large outlines what is less than half a pixel.
    const double tolerance = std::max(1.0, scale * std::min(0.5, side / 100));
    Polygon outline = geometry::simplified(geometry::outlineOfMask(result->mask), tolerance);
    if (outline.parts.empty())
        return nothingLeft();
    return ConsensusShape{geometry::scaled(outline, 1 / scale, {x, y}), QStringLiteral("staple"), std::move(result->sensitivity),
                          std::move(result->specificity)};
}

}  // namespace

Result<ConsensusShape> consensusShape(const std::vector<Geometry> &shapes, std::uint32_t width, std::uint32_t height)
{
    if (shapes.empty())
        return fail(ErrorCode::InvalidArgument, tr("There are no shapes to agree on."));
    if (shapes.size() == 1)
        return ConsensusShape{shapes.front(), QStringLiteral("only"), {}, {}};
    const double tolerance = tolerancePixels(width, height);
    const std::size_t kind = mostFrequentKind(shapes);
    ConsensusShape result;
    if (kind == Geometry(Mask{}).index())
        return stapledMask(shapes, width, height);
    if (kind == Geometry(Polygon{}).index())
        return stapledPolygon(shapes, width, height);
    if (kind == Geometry(Box{}).index())
        result.geometry = medianBox(shapes);
    else if (kind == Geometry(RotatedBox{}).index())
        result.geometry = medianRotatedBox(ofKind<RotatedBox>(shapes), tolerance);
    else if (kind == Geometry(Ellipse{}).index())
        result.geometry = medianEllipse(ofKind<Ellipse>(shapes), tolerance);
    else if (kind == Geometry(KeyPoints{}).index())
        result.geometry = medianKeyPoints(ofKind<KeyPoints>(shapes));
    else if (kind == Geometry(Polyline{}).index())
        result.geometry = medianLine(ofKind<Polyline>(shapes), tolerance);
    else if (kind == Geometry(geometry::Cuboid{}).index())
        result.geometry = medianCuboid(ofKind<geometry::Cuboid>(shapes), tolerance);
    else
        return fail(ErrorCode::Unsupported,
                    tr("Shapes of this kind have no consensus: %1.").arg(geometry::geometryName(shapes.front())));
    result.method = QStringLiteral("median");
    return result;
}

}  // namespace plumbline::overlap
