// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/cuboidfit.h"

#include "plugins/views/scene/viewcamera.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <unordered_map>

namespace plumbline::sceneview {

namespace {

constexpr double usualHeight = 1.6;
constexpr double leastSide = 0.1;

template <typename F>
void forEachPoint(const std::vector<CloudPointer> &pieces, F f)
{
    for (const CloudPointer &piece : pieces)
        for (const auto &p : piece->positions)
            f(Vector3{piece->origin[0] + double(p[0]), piece->origin[1] + double(p[1]), piece->origin[2] + double(p[2])});
}

// One coordinate of the points: its ends, a few strays left aside where there are many.
std::array<double, 2> extentOf(std::vector<double> &values)
{
    const std::size_t strays = values.size() / 200;
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(strays), values.end());
    const double low = values[strays];
    const std::size_t last = values.size() - 1 - strays;
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(last), values.end());
    return {low, values[last]};
}

// Direction of the sides, in [0, π/2): along it the points lie nearest to the sides of the rectangle around them. The
// rectangle of least area would not do: where two sides are seen, one along the diagonal is as small. After Zhang, Xu, Dong and
// Dolan 2017, "Efficient L-shape fitting for vehicle detection using laser scanners", closeness criterion.
double directionOf(const std::vector<Vector3> &object)
{
    constexpr std::size_t most = 1500;
    constexpr double nearest = 0.04;  // metres: nearer than this says no more
    constexpr double degree = std::numbers::pi / 180;
    const std::size_t step = object.size() / most + 1;
    std::vector<double> along;
    std::vector<double> across;
    std::vector<double> sorted;
    const auto closeness = [&](double angle) {
        along.clear();
        across.clear();
        for (std::size_t i = 0; i < object.size(); i += step) {
            const double dx = object[i][0] - object.front()[0];
            const double dy = object[i][1] - object.front()[1];
            along.push_back(dx * std::cos(angle) + dy * std::sin(angle));
            across.push_back(dy * std::cos(angle) - dx * std::sin(angle));
        }
        sorted = along;
        const auto a = extentOf(sorted);
        sorted = across;
        const auto b = extentOf(sorted);
        double sum = 0;
        for (std::size_t i = 0; i < along.size(); ++i) {
            const double off = std::min(
                {std::abs(along[i] - a[0]), std::abs(a[1] - along[i]), std::abs(across[i] - b[0]), std::abs(b[1] - across[i])});
            sum += 1 / std::max(off, nearest);
        }
        return sum;
    };
    double best = 0;
    double bestCloseness = -1;
    const auto look = [&](double from, double to, double by) {
        for (double angle = from; angle < to; angle += by)
            if (const double value = closeness(angle); value > bestCloseness) {
                bestCloseness = value;
                best = angle;
            }
    };
    look(0, std::numbers::pi / 2, 2 * degree);
    look(best - 2 * degree, best + 2 * degree, 0.25 * degree);
    return best;
}

// Widens an extent to a size, away from the side that is seen.
void widen(std::array<double, 2> &extent, double size, double sensor)
{
    const double missing = size - (extent[1] - extent[0]);
    if (missing <= 0)
        return;
    if (sensor < extent[0])
        extent[1] += missing;
    else if (sensor > extent[1])
        extent[0] -= missing;
    else {
        extent[0] -= missing / 2;
        extent[1] += missing / 2;
    }
}

}  // namespace

GroundMap::GroundMap(const std::vector<CloudPointer> &pieces)
{
    constexpr int mostCells = 1500;  // along a side
    double x1 = std::numeric_limits<double>::lowest();
    double y1 = x1;
    m_x = m_y = std::numeric_limits<double>::max();
    for (const CloudPointer &piece : pieces) {
        m_x = std::min(m_x, piece->origin[0] + double(piece->least[0]));
        m_y = std::min(m_y, piece->origin[1] + double(piece->least[1]));
        x1 = std::max(x1, piece->origin[0] + double(piece->most[0]));
        y1 = std::max(y1, piece->origin[1] + double(piece->most[1]));
    }
    if (pieces.empty() || !(x1 >= m_x) || !(y1 >= m_y))
        return;
    m_cell = std::max(1.0, std::max(x1 - m_x, y1 - m_y) / mostCells);
    m_columns = int((x1 - m_x) / m_cell) + 1;
    m_rows = int((y1 - m_y) / m_cell) + 1;
    m_lowest.assign(std::size_t(m_columns) * std::size_t(m_rows), std::numeric_limits<float>::quiet_NaN());
    forEachPoint(pieces, [this](const Vector3 &p) {
        const int column = std::clamp(int((p[0] - m_x) / m_cell), 0, m_columns - 1);
        const int row = std::clamp(int((p[1] - m_y) / m_cell), 0, m_rows - 1);
        float &lowest = m_lowest[std::size_t(row) * std::size_t(m_columns) + std::size_t(column)];
        if (!(lowest <= float(p[2])))
            lowest = float(p[2]);
    });
}

std::optional<double> GroundMap::heightAt(double x, double y) const
{
    if (m_lowest.empty())
        return std::nullopt;
    const double column = std::floor((x - m_x) / m_cell);
    const double row = std::floor((y - m_y) / m_cell);
    constexpr int widest = 10;
    if (!(column > -widest && row > -widest && column < m_columns + widest && row < m_rows + widest))
        return std::nullopt;
    std::vector<float> around;
    // Wide enough to see the road beside a car, wider where few points are.
    for (int radius = 3; radius <= widest; radius += 3) {
        around.clear();
        for (int r = std::max(0, int(row) - radius); r <= std::min(m_rows - 1, int(row) + radius); ++r)
            for (int c = std::max(0, int(column) - radius); c <= std::min(m_columns - 1, int(column) + radius); ++c)
                if (const float lowest = m_lowest[std::size_t(r) * std::size_t(m_columns) + std::size_t(c)]; !std::isnan(lowest))
                    around.push_back(lowest);
        constexpr std::size_t enough = 6;
        if (around.size() >= enough)
            break;
    }
    if (around.empty())
        return std::nullopt;
    // A third of the cells may be roofs and hedges entirely.
    const auto place = around.begin() + std::ptrdiff_t(around.size() * 35 / 100);
    std::nth_element(around.begin(), place, around.end());
    return *place;
}

std::vector<Vector3> pointsOver(const std::vector<CloudPointer> &pieces, const Footprint &footprint, const GroundMap &ground,
                                double clearance, double ceiling)
{
    const double c = std::cos(footprint.yaw);
    const double s = std::sin(footprint.yaw);
    std::vector<Vector3> points;
    forEachPoint(pieces, [&](const Vector3 &p) {
        const double dx = p[0] - footprint.x;
        const double dy = p[1] - footprint.y;
        if (std::abs(dx * c + dy * s) <= footprint.length / 2 && std::abs(dy * c - dx * s) <= footprint.width / 2)
            points.push_back(p);
    });
    // The ground is asked once a cell.
    std::unordered_map<std::int64_t, double> heights;
    std::erase_if(points, [&](const Vector3 &p) {
        const std::int64_t key = std::int64_t(std::floor(p[0])) * 4'000'037 + std::int64_t(std::floor(p[1]));
        auto it = heights.find(key);
        if (it == heights.end())
            it = heights.emplace(key, ground.heightAt(p[0], p[1]).value_or(-std::numeric_limits<double>::max())).first;
        return p[2] < it->second + clearance || (it->second > -1e300 && p[2] > it->second + ceiling);
    });
    return points;
}

std::size_t pointsIn(const std::vector<CloudPointer> &pieces, const geometry::Cuboid &cuboid)
{
    const geometry::Pose back = geometry::inverted(geometry::poseOf(cuboid));
    const double radius = std::hypot(cuboid.size[0], cuboid.size[1], cuboid.size[2]) / 2;
    std::size_t count = 0;
    forEachPoint(pieces, [&](const Vector3 &p) {
        if (std::abs(p[0] - cuboid.centre[0]) > radius || std::abs(p[1] - cuboid.centre[1]) > radius)
            return;
        const Vector3 local = geometry::transformed(back, p);
        if (std::abs(local[0]) <= cuboid.size[0] / 2 && std::abs(local[1]) <= cuboid.size[1] / 2
            && std::abs(local[2]) <= cuboid.size[2] / 2)
            ++count;
    });
    return count;
}

std::vector<Vector3> clusterAt(const std::vector<Vector3> &points, double x, double y, double gap, double reach)
{
    if (points.empty() || !(gap > 0))
        return {};
    using Cell = std::pair<std::int64_t, std::int64_t>;
    const auto cellOf = [gap](const Vector3 &p) {
        return Cell(std::int64_t(std::floor(p[0] / gap)), std::int64_t(std::floor(p[1] / gap)));
    };
    const auto keyOf = [](const Cell &cell) { return cell.first * 4'000'037 + cell.second; };
    std::unordered_map<std::int64_t, std::vector<std::size_t>> cells;
    std::size_t nearest = 0;
    const auto square = [&](const Vector3 &p) { return (p[0] - x) * (p[0] - x) + (p[1] - y) * (p[1] - y); };
    for (std::size_t i = 0; i < points.size(); ++i) {
        cells[keyOf(cellOf(points[i]))].push_back(i);
        if (square(points[i]) < square(points[nearest]))
            nearest = i;
    }
    if (square(points[nearest]) > reach * reach)
        return {};
    std::vector<Vector3> cluster;
    std::vector<Cell> open{cellOf(points[nearest])};
    const auto take = [&](const Cell &cell) {
        const auto it = cells.find(keyOf(cell));
        if (it == cells.end())
            return false;
        for (const std::size_t i : it->second)
            cluster.push_back(points[i]);
        cells.erase(it);
        return true;
    };
    take(open.front());
    while (!open.empty()) {
        const Cell cell = open.back();
        open.pop_back();
        for (int dx = -1; dx <= 1; ++dx)
            for (int dy = -1; dy <= 1; ++dy)
                if (const Cell next(cell.first + dx, cell.second + dy); take(next))
                    open.push_back(next);
    }
    return cluster;
}

std::optional<geometry::Cuboid> fitCuboid(const std::vector<Vector3> &object, double ground, const FitHints &hints)
{
    if (object.size() < 3)
        return std::nullopt;
    const Vector3 middle = object.front();
    double yaw = directionOf(object);
    const auto extents = [&](double angle) {
        std::vector<double> along;
        std::vector<double> across;
        for (const Vector3 &p : object) {
            const double dx = p[0] - middle[0];
            const double dy = p[1] - middle[1];
            along.push_back(dx * std::cos(angle) + dy * std::sin(angle));
            across.push_back(dy * std::cos(angle) - dx * std::sin(angle));
        }
        return std::array<std::array<double, 2>, 2>{extentOf(along), extentOf(across)};
    };
    const auto first = extents(yaw);
    std::array<double, 2> along = first[0];
    std::array<double, 2> across = first[1];
    const bool turned = along[1] - along[0] < across[1] - across[0];
    if (hints.yaw) {
        // Of the four directions of the rectangle the one that was meant.
        const double quarter = std::numbers::pi / 2;
        yaw += quarter * std::round(geometry::wrappedAngle(*hints.yaw - yaw) / quarter);
    } else if (turned) {
        yaw += std::numbers::pi / 2;
    }
    yaw = geometry::wrappedAngle(yaw);
    if (!hints.yaw && std::abs(yaw) > std::numbers::pi / 2)
        yaw = geometry::wrappedAngle(yaw + std::numbers::pi);
    const auto chosen = extents(yaw);
    along = chosen[0];
    across = chosen[1];
    const double sx = hints.sensor[0] - middle[0];
    const double sy = hints.sensor[1] - middle[1];
    const double sensorAlong = sx * std::cos(yaw) + sy * std::sin(yaw);
    const double sensorAcross = sy * std::cos(yaw) - sx * std::sin(yaw);
    if (hints.sizePrior && hints.amodal) {
        widen(along, (*hints.sizePrior)[0], sensorAlong);
        widen(across, (*hints.sizePrior)[1], sensorAcross);
    }
    widen(along, leastSide, sensorAlong);
    widen(across, leastSide, sensorAcross);
    double top = ground + leastSide;
    for (const Vector3 &p : object)
        top = std::max(top, p[2]);
    const double a = (along[0] + along[1]) / 2;
    const double b = (across[0] + across[1]) / 2;
    geometry::Cuboid cuboid;
    cuboid.centre = {middle[0] + a * std::cos(yaw) - b * std::sin(yaw), middle[1] + a * std::sin(yaw) + b * std::cos(yaw),
                     (ground + top) / 2};
    cuboid.size = {along[1] - along[0], across[1] - across[0], top - ground};
    cuboid.rotation = geometry::rotationFromYaw(yaw);
    return cuboid;
}

geometry::Cuboid cuboidOver(const Footprint &footprint, const std::vector<CloudPointer> &pieces, const GroundMap &ground,
                            const std::optional<std::array<double, 3>> &sizePrior, double groundElsewhere)
{
    const double bottom = ground.heightAt(footprint.x, footprint.y).value_or(groundElsewhere);
    double height = sizePrior ? (*sizePrior)[2] : usualHeight;
    const std::vector<Vector3> points = pointsOver(pieces, footprint, ground);
    constexpr std::size_t enough = 5;
    if (points.size() >= enough) {
        double top = bottom;
        for (const Vector3 &p : points)
            top = std::max(top, p[2]);
        height = std::max(top - bottom, leastSide);
    }
    geometry::Cuboid cuboid;
    cuboid.centre = {footprint.x, footprint.y, bottom + height / 2};
    cuboid.size = {std::max(footprint.length, leastSide), std::max(footprint.width, leastSide), height};
    cuboid.rotation = geometry::rotationFromYaw(footprint.yaw);
    return cuboid;
}

}  // namespace plumbline::sceneview
