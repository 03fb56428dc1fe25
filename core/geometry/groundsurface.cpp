// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/groundsurface.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace plumbline::geometry {

namespace {

struct Low {
    double x = 0;
    double y = 0;
    double z = 0;
};

/// Height at (0, 0) of the plane through low points relative to there; nothing when too few agree.
std::optional<double> planeHeight(const std::vector<Low> &lows, double tolerance)
{
    constexpr std::size_t fewest = 4;
    constexpr double steepest = 0.4;  // rise by run
    if (lows.size() < fewest)
        return std::nullopt;
    std::vector<double> heights;
    heights.reserve(lows.size());
    for (const Low &low : lows)
        heights.push_back(low.z);
    // A third of the cells may be roofs and hedges entirely.
    const auto place = heights.begin() + std::ptrdiff_t(heights.size() * 35 / 100);
    std::nth_element(heights.begin(), place, heights.end());
    Eigen::Vector3d plane(*place, 0, 0);
    // First with room for a slope, then ever closer.
    for (const double band : {4 * tolerance, 2 * tolerance, tolerance}) {
        Eigen::Matrix3d squares = Eigen::Matrix3d::Zero();
        Eigen::Vector3d sums = Eigen::Vector3d::Zero();
        std::size_t used = 0;
        for (const Low &low : lows) {
            const Eigen::Vector3d row(1, low.x, low.y);
            if (std::abs(low.z - plane.dot(row)) > band)
                continue;
            // What lies near counts more.
            const double weight = 1 / (1 + low.x * low.x + low.y * low.y);
            squares += weight * row * row.transpose();
            sums += weight * low.z * row;
            ++used;
        }
        if (used < fewest)
            break;
        // Points in one line leave the slope across it open: then it is none.
        squares(1, 1) += 1e-3;
        squares(2, 2) += 1e-3;
        const Eigen::Vector3d better = squares.ldlt().solve(sums);
        if (!better.allFinite() || std::hypot(better[1], better[2]) > steepest)
            break;
        plane = better;
    }
    return plane[0];
}

}  // namespace

std::optional<SurfaceVolume> groundSurface(const std::vector<PlacedPoints> &clouds, double tolerance)
{
    constexpr double usualCell = 1;
    constexpr int mostCells = 400;  // along a side
    constexpr int nearReach = 2;
    constexpr int farReach = 8;
    double x0 = std::numeric_limits<double>::max();
    double y0 = x0;
    double x1 = -x0;
    double y1 = -x0;
    const auto forEach = [&](const auto &f) {
        for (const PlacedPoints &cloud : clouds) {
            const auto matrix = rotationMatrix(cloud.volume_from_points);
            const Vector3 &shift = cloud.volume_from_points.translation;
            for (const auto &p : cloud.positions) {
                const auto axis = [&](std::size_t row) {
                    return matrix[row * 3] * double(p[0]) + matrix[row * 3 + 1] * double(p[1])
                           + matrix[row * 3 + 2] * double(p[2]) + shift[row];
                };
                const double x = axis(0);
                const double y = axis(1);
                const double z = axis(2);
                if (std::isfinite(x) && std::isfinite(y) && std::isfinite(z))
                    f(x, y, z);
            }
        }
    };
    forEach([&](double x, double y, double) {
        x0 = std::min(x0, x);
        y0 = std::min(y0, y);
        x1 = std::max(x1, x);
        y1 = std::max(y1, y);
    });
    if (!(x1 >= x0))
        return std::nullopt;
    SurfaceVolume surface;
    surface.x = x0;
    surface.y = y0;
    surface.cell = std::max(usualCell, std::max(x1 - x0, y1 - y0) / mostCells);
    surface.columns = int((x1 - x0) / surface.cell) + 1;
    surface.rows = int((y1 - y0) / surface.cell) + 1;
    surface.below = surface.above = tolerance;
    const auto at = [&](int column, int row) { return std::size_t(row) * std::size_t(surface.columns) + std::size_t(column); };
    std::vector<Low> lowest(std::size_t(surface.columns) * std::size_t(surface.rows),
                            {0, 0, std::numeric_limits<double>::quiet_NaN()});
    forEach([&](double x, double y, double z) {
        const int column = std::clamp(int((x - x0) / surface.cell), 0, surface.columns - 1);
        const int row = std::clamp(int((y - y0) / surface.cell), 0, surface.rows - 1);
        Low &low = lowest[at(column, row)];
        if (!(low.z <= z))
            low = {x, y, z};
    });
    surface.heights.assign(lowest.size(), std::numeric_limits<float>::quiet_NaN());
    std::vector<Low> around;
    for (int row = 0; row < surface.rows; ++row)
        for (int column = 0; column < surface.columns; ++column) {
            const double x = x0 + (column + 0.5) * surface.cell;
            const double y = y0 + (row + 0.5) * surface.cell;
            constexpr std::size_t enough = 9;
            // Wider where few points are: rings of a sweep lie far apart far out.
            for (int reach = nearReach; reach <= farReach; reach += 2) {
                around.clear();
                for (int r = std::max(0, row - reach); r <= std::min(surface.rows - 1, row + reach); ++r)
                    for (int c = std::max(0, column - reach); c <= std::min(surface.columns - 1, column + reach); ++c)
                        if (const Low &low = lowest[at(c, r)]; !std::isnan(low.z))
                            around.push_back({low.x - x, low.y - y, low.z});
                if (around.size() >= enough)
                    break;
            }
            if (const auto height = planeHeight(around, tolerance))
                surface.heights[at(column, row)] = float(*height);
        }
    return surface;
}

SurfaceVolume connectedFrom(const SurfaceVolume &surface, double x, double y)
{
    constexpr double steepest = 0.3;  // rise by run, more than any road
    SurfaceVolume part = surface;
    part.heights.assign(surface.heights.size(), std::numeric_limits<float>::quiet_NaN());
    const double column = std::floor((x - surface.x) / surface.cell);
    const double row = std::floor((y - surface.y) / surface.cell);
    if (!(column >= 0 && row >= 0 && column < surface.columns && row < surface.rows))
        return part;
    std::vector<std::size_t> open{std::size_t(row) * std::size_t(surface.columns) + std::size_t(column)};
    if (std::isnan(surface.heights[open.front()]))
        return part;
    part.heights[open.front()] = surface.heights[open.front()];
    while (!open.empty()) {
        const std::size_t here = open.back();
        open.pop_back();
        const int c0 = int(here % std::size_t(surface.columns));
        const int r0 = int(here / std::size_t(surface.columns));
        for (const auto &[dc, dr] : {std::pair(1, 0), std::pair(-1, 0), std::pair(0, 1), std::pair(0, -1)}) {
            const int c = c0 + dc;
            const int r = r0 + dr;
            if (c < 0 || r < 0 || c >= surface.columns || r >= surface.rows)
                continue;
            const std::size_t there = std::size_t(r) * std::size_t(surface.columns) + std::size_t(c);
            const double step = std::abs(double(surface.heights[there]) - double(surface.heights[here]));
            if (!std::isnan(part.heights[there]) || !(step <= steepest * surface.cell + surface.above))
                continue;
            part.heights[there] = surface.heights[there];
            open.push_back(there);
        }
    }
    return part;
}

std::vector<std::uint32_t> clusterFrom(std::span<const Vector3> points, std::size_t seed, const ClusterLimits &limits)
{
    if (seed >= points.size() || !(limits.gap > 0))
        return {};
    const Vector3 start = points[seed];
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells;
    const auto relative = [&](const Vector3 &p) { return Vector3{p[0] - start[0], p[1] - start[1], p[2] - start[2]}; };
    for (std::size_t i = 0; i < points.size(); ++i) {
        const Vector3 off = relative(points[i]);
        if (!(std::abs(off[0]) <= limits.reach && std::abs(off[1]) <= limits.reach && std::abs(off[2]) <= limits.reach)
            || i == seed)
            continue;
        if (const auto key = cellKey(off, limits.gap))
            cells[*key].push_back(static_cast<std::uint32_t>(i));
    }
    std::vector<std::uint32_t> found{static_cast<std::uint32_t>(seed)};
    const double squaredGap = limits.gap * limits.gap;
    for (std::size_t next = 0; next < found.size() && found.size() < limits.points; ++next) {
        const Vector3 here = relative(points[found[next]]);
        for (int i = 0; i < 27; ++i) {
            const auto key = cellKey(
                {here[0] + (i % 3 - 1) * limits.gap, here[1] + (i / 3 % 3 - 1) * limits.gap, here[2] + (i / 9 - 1) * limits.gap},
                limits.gap);
            const auto cell = key ? cells.find(*key) : cells.end();
            if (cell == cells.end())
                continue;
            // What is taken leaves its cell, so that no point is looked at again.
            std::erase_if(cell->second, [&](std::uint32_t candidate) {
                const Vector3 off = relative(points[candidate]);
                const double dx = off[0] - here[0];
                const double dy = off[1] - here[1];
                const double dz = off[2] - here[2];
                if (dx * dx + dy * dy + dz * dz > squaredGap || found.size() >= limits.points)
                    return false;
                found.push_back(candidate);
                return true;
            });
        }
    }
    return found;
}

}  // namespace plumbline::geometry
