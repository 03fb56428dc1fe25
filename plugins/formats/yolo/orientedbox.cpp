// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/yolo/orientedbox.h"

#include <algorithm>
#include <cmath>

namespace plumbline::yolo {

namespace {

geometry::Point minus(geometry::Point a, geometry::Point b)
{
    return {a.x - b.x, a.y - b.y};
}

double length(geometry::Point p)
{
    return std::hypot(p.x, p.y);
}

double turn(geometry::Point a, geometry::Point b, geometry::Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

// Convex hull without points on its edges (Andrew's monotone chain).
std::vector<geometry::Point> hullOf(std::vector<geometry::Point> points)
{
    std::sort(points.begin(), points.end(),
              [](geometry::Point a, geometry::Point b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    std::vector<geometry::Point> hull;
    const auto sweep = [&](auto first, auto last) {
        const std::size_t base = hull.size();
        for (auto it = first; it != last; ++it) {
            while (hull.size() >= base + 2 && turn(hull[hull.size() - 2], hull.back(), *it) <= 0)
                hull.pop_back();
            hull.push_back(*it);
        }
        hull.pop_back();
    };
    if (points.size() < 3)
        return hull;
    sweep(points.begin(), points.end());
    sweep(points.rbegin(), points.rend());
    return hull;
}

}  // namespace

std::optional<Corners> smallestRectangle(std::vector<geometry::Point> points)
{
    constexpr std::size_t edgesTried = 2000;
    const std::vector<geometry::Point> hull = hullOf(std::move(points));
    std::optional<Corners> best;
    double smallest = 0;
    const std::size_t step = hull.size() / edgesTried + 1;
    for (std::size_t i = 0; hull.size() > 2 && i < hull.size(); i += step) {
        const geometry::Point edge = minus(hull[(i + 1) % hull.size()], hull[i]);
        const double size = length(edge);
        if (!(size > 0))
            continue;
        const geometry::Point u{edge.x / size, edge.y / size};
        double left = HUGE_VAL;
        double right = -HUGE_VAL;
        double top = HUGE_VAL;
        double bottom = -HUGE_VAL;
        for (const geometry::Point &p : hull) {
            const double along = p.x * u.x + p.y * u.y;
            const double across = -p.x * u.y + p.y * u.x;
            left = std::min(left, along);
            right = std::max(right, along);
            top = std::min(top, across);
            bottom = std::max(bottom, across);
        }
        const double area = (right - left) * (bottom - top);
        if (!(area > 0) || (best && area >= smallest))
            continue;
        smallest = area;
        const auto at = [&](double along, double across) {
            return geometry::Point{along * u.x - across * u.y, along * u.y + across * u.x};
        };
        best = Corners{at(left, top), at(right, top), at(right, bottom), at(left, bottom)};
    }
    return best;
}

Corners cornersInPixels(const std::vector<double> &fractions, QSize picture)
{
    Corners corners;
    for (std::size_t i = 0; i < 4 && 2 * i + 1 < fractions.size(); ++i)
        corners[i] = {fractions[2 * i] * picture.width(), fractions[2 * i + 1] * picture.height()};
    return corners;
}

std::optional<geometry::RotatedBox> rotatedBoxOf(const Corners &p)
{
    const geometry::Point along = {(p[1].x - p[0].x + p[2].x - p[3].x) / 2, (p[1].y - p[0].y + p[2].y - p[3].y) / 2};
    const geometry::Point across = {(p[3].x - p[0].x + p[2].x - p[1].x) / 2, (p[3].y - p[0].y + p[2].y - p[1].y) / 2};
    geometry::RotatedBox box;
    box.cx = (p[0].x + p[1].x + p[2].x + p[3].x) / 4;
    box.cy = (p[0].y + p[1].y + p[2].y + p[3].y) / 4;
    box.w = length(along);
    box.h = length(across);
    box.angleRadians = std::atan2(along.y, along.x);
    if (!(box.w > 0) || !(box.h > 0))
        return std::nullopt;
    Corners ideal = cornersOf(box);
    if (along.x * across.y - along.y * across.x < 0)
        ideal = {ideal[3], ideal[2], ideal[1], ideal[0]};
    double worst = 0;
    for (std::size_t i = 0; i < 4; ++i)
        worst = std::max(worst, length(minus(ideal[i], p[i])));
    return worst <= std::max(0.5, std::min(box.w, box.h) / 100) ? std::optional(box) : std::nullopt;
}

Corners cornersOf(const geometry::RotatedBox &box)
{
    const double c = std::cos(box.angleRadians);
    const double s = std::sin(box.angleRadians);
    const auto at = [&](double x, double y) { return geometry::Point{box.cx + x * c - y * s, box.cy + x * s + y * c}; };
    return {at(-box.w / 2, -box.h / 2), at(box.w / 2, -box.h / 2), at(box.w / 2, box.h / 2), at(-box.w / 2, box.h / 2)};
}

}  // namespace plumbline::yolo
