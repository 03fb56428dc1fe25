// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/lidar-classical/groundmodel.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace plumbline::engines::lidar {

namespace {

constexpr double tolerance = 0.12;  // of the ground, metres
constexpr double believable = 0.7;  // from what the neighbours foretell, metres
constexpr double overlapMetres = 5;  // that a tile looks beyond its edge
constexpr int leastInliers = 8;

}  // namespace

Result<GroundModel> GroundModel::fit(const std::vector<std::array<float, 3>> &points, const std::array<double, 2> &eye,
                                     const jobs::JobControl &control)
{
    GroundModel model;
    const double half = tilesAcross * tileMetres / 2;
    model.m_corner = {eye[0] - half, eye[1] - half};
    constexpr int cells = static_cast<int>(tilesAcross * tileMetres);
    constexpr float none = std::numeric_limits<float>::infinity();
    std::vector<std::array<float, 3>> lowest(static_cast<std::size_t>(cells) * cells, {0, 0, none});
    for (const auto &p : points) {
        const double x = p[0] - model.m_corner[0];
        const double y = p[1] - model.m_corner[1];
        if (!(x >= 0 && y >= 0 && x < cells && y < cells))
            continue;
        auto &cell = lowest[static_cast<std::size_t>(y) * cells + static_cast<std::size_t>(x)];
        if (p[2] < cell[2])
            cell = p;
    }

    constexpr std::size_t count = std::size_t(tilesAcross) * tilesAcross;
    model.m_planes.resize(count);
    std::vector<bool> known(count, false);
    const auto middleOf = [&](std::size_t tile) {
        return std::array<double, 2>{model.m_corner[0] + (double(tile % tilesAcross) + 0.5) * tileMetres,
                                     model.m_corner[1] + (double(tile / tilesAcross) + 0.5) * tileMetres};
    };
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto distance = [&](std::size_t tile) {
        const auto middle = middleOf(tile);
        return std::hypot(middle[0] - eye[0], middle[1] - eye[1]);
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return distance(a) < distance(b); });

    std::vector<std::array<float, 3>> chosen;
    for (const std::size_t tile : order) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const int column = static_cast<int>(tile % tilesAcross);
        const int row = static_cast<int>(tile / tilesAcross);
        PlaneFit foretold;
        int neighbours = 0;
        for (int dy = -1; dy <= 1; ++dy)
            for (int dx = -1; dx <= 1; ++dx) {
                const int c = column + dx;
                const int r = row + dy;
                if (c < 0 || r < 0 || c >= tilesAcross || r >= tilesAcross)
                    continue;
                const std::size_t other = static_cast<std::size_t>(r) * tilesAcross + static_cast<std::size_t>(c);
                if (!known[other])
                    continue;
                foretold.slopeX += model.m_planes[other].slopeX;
                foretold.slopeY += model.m_planes[other].slopeY;
                foretold.height += model.m_planes[other].height;
                ++neighbours;
            }
        if (neighbours > 0) {
            foretold.slopeX /= neighbours;
            foretold.slopeY /= neighbours;
            foretold.height /= neighbours;
        }
        chosen.clear();
        constexpr int overlap = static_cast<int>(overlapMetres);
        const int fromX = std::max(0, column * int(tileMetres) - overlap);
        const int fromY = std::max(0, row * int(tileMetres) - overlap);
        const int toX = std::min(cells, (column + 1) * int(tileMetres) + overlap);
        const int toY = std::min(cells, (row + 1) * int(tileMetres) + overlap);
        for (int y = fromY; y < toY; ++y)
            for (int x = fromX; x < toX; ++x) {
                const auto &p = lowest[static_cast<std::size_t>(y) * cells + static_cast<std::size_t>(x)];
                const bool fits = neighbours == 0 || std::abs(p[2] - foretold.at(p[0], p[1])) < believable;
                if (p[2] < none && fits)
                    chosen.push_back(p);
            }
        const auto plane = fitLevelPlane(chosen, tolerance, leastInliers);
        if (!plane)
            return fail(plane.error());
        model.m_planes[tile] = *plane ? **plane : foretold;
        known[tile] = plane->has_value() || neighbours > 0;
    }
    return model;
}

double GroundModel::heightAt(double x, double y) const
{
    // Between the middles of four tiles, each plane counts the more the nearer it is.
    const double u = std::clamp((x - m_corner[0]) / tileMetres - 0.5, 0.0, tilesAcross - 1.000001);
    const double v = std::clamp((y - m_corner[1]) / tileMetres - 0.5, 0.0, tilesAcross - 1.000001);
    const auto column = static_cast<std::size_t>(u);
    const auto row = static_cast<std::size_t>(v);
    const double a = u - double(column);
    const double b = v - double(row);
    const auto plane = [&](std::size_t c, std::size_t r) { return m_planes[r * tilesAcross + c].at(x, y); };
    return (1 - b) * ((1 - a) * plane(column, row) + a * plane(column + 1, row))
           + b * ((1 - a) * plane(column, row + 1) + a * plane(column + 1, row + 1));
}

}  // namespace plumbline::engines::lidar
