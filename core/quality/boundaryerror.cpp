// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/boundaryerror.h"

#include "core/geometry/maskoutline.h"
#include "core/geometry/polygonoperations.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace plumbline::quality {

namespace {

using geometry::Point;

struct Side {
    Point from;
    Point to;
    [[nodiscard]] double length() const { return std::hypot(to.x - from.x, to.y - from.y); }
};

std::vector<Side> sidesOf(const geometry::Geometry &shape)
{
    constexpr double closeEnough = 0.5;
    const auto *mask = std::get_if<geometry::Mask>(&shape);
    const auto polygon = mask ? std::optional(geometry::simplified(geometry::outlineOfMask(*mask), closeEnough)) : geometry::polygonOf(shape);
    std::vector<Side> sides;
    if (!polygon)
        return sides;
    bool finite = true;
    const auto addRing = [&](const geometry::Ring &ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Side side{ring[i], ring[(i + 1) % ring.size()]};
            finite = finite && std::isfinite(side.length());
            if (side.length() > 0)
                sides.push_back(side);
        }
    };
    for (const geometry::PolygonPart &part : polygon->parts) {
        addRing(part.outer);
        for (const geometry::Ring &hole : part.holes)
            addRing(hole);
    }
    if (!finite)
        sides.clear();
    return sides;
}

double squaredDistance(Point p, const Side &side)
{
    const double dx = side.to.x - side.from.x;
    const double dy = side.to.y - side.from.y;
    const double along = std::clamp(((p.x - side.from.x) * dx + (p.y - side.from.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
    const double x = p.x - side.from.x - along * dx;
    const double y = p.y - side.from.y - along * dy;
    return x * x + y * y;
}

// From points in the middle of equal steps along `from` to `to`.
double meanDistance(const std::vector<Side> &from, const std::vector<Side> &to, std::size_t points)
{
    double length = 0;
    for (const Side &side : from)
        length += side.length();
    const double step = length / static_cast<double>(points);
    double sum = 0;
    double before = 0;
    std::size_t at = 0;
    for (std::size_t i = 0; i < points; ++i) {
        const double wanted = (static_cast<double>(i) + 0.5) * step;
        while (at + 1 < from.size() && before + from[at].length() < wanted)
            before += from[at++].length();
        const Side &side = from[at];
        const double share = std::clamp((wanted - before) / side.length(), 0.0, 1.0);
        const Point p{side.from.x + share * (side.to.x - side.from.x), side.from.y + share * (side.to.y - side.from.y)};
        double nearest = std::numeric_limits<double>::infinity();
        for (const Side &other : to)
            nearest = std::min(nearest, squaredDistance(p, other));
        sum += std::sqrt(nearest);
    }
    return sum / static_cast<double>(points);
}

}  // namespace

std::optional<double> boundaryDistance(const geometry::Geometry &a, const geometry::Geometry &b)
{
    constexpr std::size_t mostCorners = 100'000;
    constexpr std::size_t mostPoints = 400;
    constexpr std::size_t fewestPoints = 40;
    constexpr std::size_t mostWork = 4'000'000;
    const std::vector<Side> first = sidesOf(a);
    const std::vector<Side> second = sidesOf(b);
    if (first.empty() || second.empty() || std::max(first.size(), second.size()) > mostCorners)
        return std::nullopt;
    const std::size_t points = std::clamp(mostWork / std::max(first.size(), second.size()), fewestPoints, mostPoints);
    const double distance = (meanDistance(first, second, points) + meanDistance(second, first, points)) / 2;
    return std::isfinite(distance) ? std::optional(distance) : std::nullopt;
}

}  // namespace plumbline::quality
