// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/lidar-classical/sweepdetector.h"

#include "plugins/engines/lidar-classical/groundmodel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <unordered_map>

namespace plumbline::engines::lidar {

namespace {

constexpr double pi = std::numbers::pi;
constexpr double ownMetres = 1.8;  // around the sensor: the vehicle that carries it
constexpr double leastHeight = 0.25;  // above the ground
constexpr double mostHeight = 4.5;
constexpr double cellMetres = 0.2;
constexpr double longestReach = 1.5;  // between columns of one thing
constexpr double usualEyeHeight = 1.8;
constexpr double ringSpacing = 0.013;  // radians; coarse sensors have 0.8°
constexpr double columnSpacing = 0.007;  // radians; 0.4°
constexpr double tallest = 4;  // of anything that is labeled
constexpr double rolling = 0.6;  // by which the ground may differ from the one below the sensor
constexpr double poleHeight = 2.4;
constexpr double thickestPole = 0.9;
constexpr double overhang = 0.6;  // empty height above which points hang over a thing
constexpr std::size_t leastPoints = 5;
constexpr std::size_t mostClusterCells = 2500;

struct Standing {
    std::array<float, 3> point;
    float height;
};

// What stands on one square of ground.
struct Column {
    std::vector<std::uint32_t> points;
    std::array<float, 2> middle{};
    float top = 0;
    double range = 0;
};

// Leaves what hangs above out: branches, bridges, wires.
void finish(Column &column, const std::vector<Standing> &standing, const Point2 &eye)
{
    auto &points = column.points;
    std::sort(points.begin(), points.end(),
              [&](std::uint32_t a, std::uint32_t b) { return standing[a].height < standing[b].height; });
    const auto &lowest = standing[points.front()].point;
    column.range = std::hypot(lowest[0] - eye[0], lowest[1] - eye[1]);
    const double gap = overhang + ringSpacing * column.range;
    float top = 0;
    std::size_t count = 0;
    std::array<double, 2> sum{};
    for (; count < points.size() && standing[points[count]].height - top < gap + (count == 0 ? leastHeight : 0); ++count) {
        const Standing &s = standing[points[count]];
        top = s.height;
        sum[0] += s.point[0];
        sum[1] += s.point[1];
    }
    if (count == 0) {
        count = 1;
        top = standing[points.front()].height;
        sum = {lowest[0], lowest[1]};
    }
    points.resize(count);
    column.top = top;
    column.middle = {static_cast<float>(sum[0] / double(count)), static_cast<float>(sum[1] / double(count))};
}

// Scans see a surface that they graze as points far apart along the ray and near across it.
bool hangTogether(const std::array<float, 2> &a, const std::array<float, 2> &b, const Point2 &eye)
{
    const double dx = b[0] - a[0];
    const double dy = b[1] - a[1];
    const double mx = (a[0] + b[0]) / 2.0 - eye[0];
    const double my = (a[1] + b[1]) / 2.0 - eye[1];
    const double range = std::max(1e-3, std::hypot(mx, my));
    const double along = (dx * mx + dy * my) / range;
    const double across = (dx * my - dy * mx) / range;
    const double reachAlong = std::min(longestReach, 0.35 + 0.03 * range);
    const double reachAcross = 0.3 + 0.009 * range;
    return along * along / (reachAlong * reachAlong) + across * across / (reachAcross * reachAcross) <= 1;
}

// Poles stand among the things they are beside and make them too high. High and thin is what tells them.
Result<> removePoles(std::vector<Column> &columns, SweepView &view, const jobs::JobControl &control)
{
    std::vector<std::array<float, 2>> middles;
    std::vector<std::size_t> high;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].top > poleHeight) {
            middles.push_back(columns[i].middle);
            high.push_back(i);
        }
    const auto groups = clustersOf(
        middles, longestReach, 1, mostClusterCells,
        [&](const std::array<float, 2> &a, const std::array<float, 2> &b) {
            const double range = std::hypot(a[0] - view.eye[0], a[1] - view.eye[1]);
            return std::hypot(a[0] - b[0], a[1] - b[1]) < 0.5 + 0.01 * range;
        },
        control);
    if (!groups)
        return fail(groups.error());
    std::vector<bool> pole(columns.size(), false);
    for (const auto &group : *groups) {
        std::array<float, 2> least = middles[group.front()];
        std::array<float, 2> most = least;
        for (const std::size_t at : group)
            for (std::size_t axis = 0; axis < 2; ++axis) {
                least[axis] = std::min(least[axis], middles[at][axis]);
                most[axis] = std::max(most[axis], middles[at][axis]);
            }
        if (std::hypot(most[0] - least[0], most[1] - least[1]) > thickestPole)
            continue;
        for (const std::size_t at : group) {
            pole[high[at]] = true;
            view.poles.push_back({middles[at][0], middles[at][1]});
        }
    }
    std::size_t at = 0;
    std::erase_if(columns, [&](const Column &) { return pole[at++]; });
    return {};
}

double quantile(std::vector<float> &values, double share)
{
    const auto at = static_cast<std::ptrdiff_t>(share * double(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

// How much the sensor looks at the long and the broad side.
void lookAtSides(Detection &d, const Extent &extent, const Point2 &eye)
{
    const double c = std::cos(extent.yaw);
    const double s = std::sin(extent.yaw);
    const double along = c * eye[0] + s * eye[1] - (extent.least[0] + extent.most[0]) / 2;
    const double across = -s * eye[0] + c * eye[1] - (extent.least[1] + extent.most[1]) / 2;
    const double range = std::max(1e-3, std::hypot(along, across));
    d.seen.length = extent.size(0);
    d.seen.width = extent.size(1);
    d.seen.lengthShown = std::abs(across) / range;
    d.seen.widthShown = std::abs(along) / range;
}

void measureAlong(Detection &d, double yaw, const Point2 &eye, std::array<double, kindCount> &likelihoods)
{
    lookAtSides(d, extentAlong(d.outline, yaw), eye);
    for (std::size_t kind = 0; kind < kindCount; ++kind)
        likelihoods[kind] = likelihood(kind, d.seen);
}

}  // namespace

Kind Detection::likeliest() const
{
    return static_cast<Kind>(std::max_element(likelihoods.begin(), likelihoods.end()) - likelihoods.begin());
}

void measure(Detection &detection, const Point2 &eye)
{
    // The criterion finds the sides; which of them is the long one, each class says for itself.
    const double direction = closestDirection(detection.outline);
    std::array<double, kindCount> second{};
    measureAlong(detection, direction + pi / 2, eye, second);
    measureAlong(detection, direction, eye, detection.likelihoods);
    for (std::size_t kind = 0; kind < kindCount; ++kind) {
        const bool turned = second[kind] > detection.likelihoods[kind];
        detection.yaws[kind] = turned ? direction + pi / 2 : direction;
        if (turned)
            detection.likelihoods[kind] = second[kind];
    }
}

Detection joined(const Detection &a, const Detection &b, const Point2 &eye)
{
    Detection both = a;
    both.outline.insert(both.outline.end(), b.outline.begin(), b.outline.end());
    both.points += b.points;
    both.ground = std::min(a.ground, b.ground);
    both.range = std::min(a.range, b.range);
    both.seen.top = std::max(a.seen.top, b.seen.top);
    both.seen.topHidden = a.seen.topHidden || b.seen.topHidden;
    measure(both, eye);
    return both;
}

Result<SweepView> Detector::look(const std::vector<std::array<float, 3>> &all, const std::array<double, 3> &eyeGiven,
                                 const KnownStructure &known, const jobs::JobControl &control)
{
    SweepView view;
    view.eye = {eyeGiven[0], eyeGiven[1]};
    const std::size_t step = all.size() / mostPoints + 1;
    std::vector<std::array<float, 3>> points;
    points.reserve(all.size() / step + 1);
    std::vector<float> elevations;
    for (std::size_t i = 0; i < all.size(); i += step) {
        const double range = std::hypot(all[i][0] - view.eye[0], all[i][1] - view.eye[1]);
        if (range > ownMetres && range < GroundModel::reachMetres && std::isfinite(all[i][2]))
            points.push_back(all[i]);
    }
    if (points.size() < leastPoints)
        return view;
    const auto ground = GroundModel::fit(points, view.eye, control);
    if (!ground)
        return fail(ground.error());
    const double below = ground->heightAt(view.eye[0], view.eye[1]);
    const double eyeHeight = eyeGiven[2] - below > 0.5 ? eyeGiven[2] : below + usualEyeHeight;
    const auto elevationOf = [&](const std::array<float, 3> &p) {
        return std::atan2(p[2] - eyeHeight, std::hypot(p[0] - view.eye[0], p[1] - view.eye[1]));
    };
    for (const auto &p : points)
        elevations.push_back(static_cast<float>(elevationOf(p)));
    const double highest = quantile(elevations, 0.9995);

    // What stands, by cells seen from above.
    std::vector<Standing> standing;
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> byCell;
    std::vector<std::uint64_t> cells;
    for (const auto &p : points) {
        const double range = std::hypot(p[0] - view.eye[0], p[1] - view.eye[1]);
        const double height = p[2] - ground->heightAt(p[0], p[1]);
        if (range > reachMetres || height < leastHeight || height > mostHeight)
            continue;
        const auto column = static_cast<std::uint32_t>(std::floor((p[0] - view.eye[0]) / cellMetres) + 4096);
        const auto row = static_cast<std::uint32_t>(std::floor((p[1] - view.eye[1]) / cellMetres) + 4096);
        const std::uint64_t key = std::uint64_t(row) << 32 | column;
        auto &cell = byCell[key];
        if (cell.empty())
            cells.push_back(key);
        cell.push_back(static_cast<std::uint32_t>(standing.size()));
        standing.push_back({p, static_cast<float>(height)});
    }
    std::vector<Column> columns;
    const std::size_t cellStep = cells.size() / mostCells + 1;
    for (std::size_t i = 0; i < cells.size(); i += cellStep) {
        Column column;
        column.points = std::move(byCell[cells[i]]);
        finish(column, standing, view.eye);
        double elevation = -pi;
        for (const std::uint32_t at : column.points)
            elevation = std::max(elevation, elevationOf(standing[at].point));
        const bool reachesTop =
            elevation > highest - ringSpacing && eyeHeight - below + column.range * std::tan(highest) > tallest + rolling;
        const Point2 place{column.middle[0], column.middle[1]};
        if (reachesTop || column.top > tallest)
            view.structure.push_back(place);
        else if (!known || !known(place, false))
            columns.push_back(std::move(column));
    }
    if (const auto removed = removePoles(columns, view, control); !removed)
        return fail(removed.error());
    std::vector<std::array<float, 2>> middles;
    for (const Column &column : columns)
        middles.push_back(column.middle);
    const auto clusters = clustersOf(
        middles, longestReach, 1, mostClusterCells,
        [&](const std::array<float, 2> &a, const std::array<float, 2> &b) { return hangTogether(a, b, view.eye); }, control);
    if (!clusters)
        return fail(clusters.error());

    std::vector<float> heights;
    for (const auto &cluster : *clusters) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        heights.clear();
        std::vector<Point2> outline;
        Detection d;
        double elevation = -pi;
        d.range = std::numeric_limits<double>::infinity();
        std::array<double, 2> sum{};
        for (const std::size_t cell : cluster)
            for (const std::uint32_t at : columns[cell].points) {
                const Standing &s = standing[at];
                heights.push_back(s.height);
                outline.push_back({s.point[0], s.point[1]});
                sum[0] += s.point[0];
                sum[1] += s.point[1];
                d.range = std::min(d.range, std::hypot(s.point[0] - view.eye[0], s.point[1] - view.eye[1]));
                elevation = std::max(elevation, elevationOf(s.point));
            }
        if (outline.size() < leastPoints)
            continue;
        d.points = static_cast<int>(outline.size());
        const std::size_t thin = outline.size() / mostOutlinePoints + 1;
        for (std::size_t i = 0; i < outline.size(); i += thin)
            d.outline.push_back(outline[i]);
        d.ground = ground->heightAt(sum[0] / d.points, sum[1] / d.points);
        d.seen.top = quantile(heights, heights.size() > 40 ? 0.97 : 1);
        d.seen.topHidden = elevation > highest - ringSpacing;
        d.seen.topSlack = ringSpacing * d.range;
        d.seen.gap = columnSpacing * d.range;
        // Beside a wall a sensor does not see how high it is, only that it goes on from where it was high.
        if (d.seen.topHidden && known) {
            const auto beside = std::count_if(cluster.begin(), cluster.end(), [&](std::size_t cell) {
                return known({columns[cell].middle[0], columns[cell].middle[1]}, true);
            });
            if (2 * beside > static_cast<std::ptrdiff_t>(cluster.size()))
                continue;
        }
        measure(d, view.eye);
        if (d.likelihoods[static_cast<std::size_t>(d.likeliest())] > 0)
            view.detections.push_back(std::move(d));
    }
    std::stable_sort(view.detections.begin(), view.detections.end(),
                     [](const Detection &a, const Detection &b) { return a.range < b.range; });
    if (view.detections.size() > mostDetections)
        view.detections.resize(mostDetections);
    return view;
}

}  // namespace plumbline::engines::lidar
