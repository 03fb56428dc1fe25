// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/brushstroke.h"

#include "core/geometry/strokepixels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline::geometry {

namespace {

using Interval = std::pair<double, double>;

void extend(std::optional<Interval> &interval, double low, double high)
{
    if (!interval)
        interval = Interval{low, high};
    else
        *interval = {std::min(interval->first, low), std::max(interval->second, high)};
}

void extendByDisc(std::optional<Interval> &interval, const Dab &dab, double x)
{
    const double dx = x - dab.centre.x;
    if (!(std::abs(dx) <= dab.radius))
        return;
    const double h = std::sqrt(std::max(0.0, dab.radius * dab.radius - dx * dx));
    extend(interval, dab.centre.y - h, dab.centre.y + h);
}

void extendBySegment(std::optional<Interval> &interval, Point a, Point b, double x)
{
    if (!((a.x <= x && x <= b.x) || (b.x <= x && x <= a.x)))
        return;
    if (a.x == b.x) {
        extend(interval, std::min(a.y, b.y), std::max(a.y, b.y));
        return;
    }
    const double y = a.y + (b.y - a.y) * ((x - a.x) / (b.x - a.x));
    extend(interval, y, y);
}

std::array<Point, 4> cornersOf(const Dab &dab)
{
    const Point c = dab.centre;
    const double r = dab.radius;
    return {{{c.x - r, c.y - r}, {c.x + r, c.y - r}, {c.x + r, c.y + r}, {c.x - r, c.y + r}}};
}

bool isUsable(const Dab &dab)
{
    return std::isfinite(dab.centre.x) && std::isfinite(dab.centre.y) && std::isfinite(dab.radius) && dab.radius > 0;
}

}  // namespace

Dab snappedDab(Point at, double size)
{
    const double whole = std::max(1.0, std::round(size));
    const bool odd = std::fmod(whole, 2) == 1;
    const auto snap = [odd](double v) { return odd ? std::floor(v) + 0.5 : std::round(v); };
    return {{snap(at.x), snap(at.y)}, whole / 2};
}

std::optional<Interval> coveredAt(TipShape tip, const Dab &a, const Dab &b, double x)
{
    std::optional<Interval> covered;
    if (!isUsable(a) || !isUsable(b))
        return covered;
    if (tip == TipShape::Square) {
        // The hull of two squares: each corner moves straight to its place on the other, and the squares close the ends.
        const auto from = cornersOf(a);
        const auto to = cornersOf(b);
        for (std::size_t i = 0; i < from.size(); ++i) {
            extendBySegment(covered, from[i], to[i], x);
            extendBySegment(covered, from[i], from[(i + 1) % from.size()], x);
            extendBySegment(covered, to[i], to[(i + 1) % to.size()], x);
        }
        return covered;
    }
    extendByDisc(covered, a, x);
    extendByDisc(covered, b, x);
    // The two common tangents: a disc inside the other has none.
    const double dx = b.centre.x - a.centre.x;
    const double dy = b.centre.y - a.centre.y;
    const double distance = std::hypot(dx, dy);
    const double difference = a.radius - b.radius;
    if (distance <= std::abs(difference) || distance == 0)
        return covered;
    const double cosine = difference / distance;
    const double sine = std::sqrt(std::max(0.0, 1 - cosine * cosine));
    const Point along{dx / distance, dy / distance};
    for (const double side : {-1.0, 1.0}) {
        const Point normal{along.x * cosine - side * along.y * sine, along.y * cosine + side * along.x * sine};
        extendBySegment(covered, {a.centre.x + normal.x * a.radius, a.centre.y + normal.y * a.radius},
                        {b.centre.x + normal.x * b.radius, b.centre.y + normal.y * b.radius}, x);
    }
    return covered;
}

Box boundsOfStep(const Dab &a, const Dab &b)
{
    const double left = std::min(a.centre.x - a.radius, b.centre.x - b.radius);
    const double top = std::min(a.centre.y - a.radius, b.centre.y - b.radius);
    const double right = std::max(a.centre.x + a.radius, b.centre.x + b.radius);
    const double bottom = std::max(a.centre.y + a.radius, b.centre.y + b.radius);
    return {left, top, right - left, bottom - top};
}

Mask maskOfStroke(const BrushStroke &stroke, std::uint32_t width, std::uint32_t height)
{
    StrokePixels pixels(width, height);
    pixels.follow(stroke);
    return pixels.mask();
}

}  // namespace plumbline::geometry
