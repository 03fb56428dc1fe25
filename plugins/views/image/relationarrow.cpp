// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/relationarrow.h"

#include <cmath>

namespace plumbline::imageview {

using geometry::Point;

namespace {

constexpr double bend = 0.12;  // of the length, to the left of the way
constexpr int pieces = 24;
constexpr int halvings = 16;

struct Curve {
    Point a;
    Point control;
    Point b;

    [[nodiscard]] Point at(double t) const
    {
        const double u = 1 - t;
        return {u * u * a.x + 2 * u * t * control.x + t * t * b.x, u * u * a.y + 2 * u * t * control.y + t * t * b.y};
    }
};

Curve curve(Point a, Point b)
{
    return {a, {(a.x + b.x) / 2 + (b.y - a.y) * bend, (a.y + b.y) / 2 - (b.x - a.x) * bend}, b};
}

Point centreOf(const geometry::Box &box)
{
    return {box.x + box.w / 2, box.y + box.h / 2};
}

// Where the curve leaves a shape for the last time, going from t = 0 (or, backwards, from t = 1).
double leaves(const Curve &c, const geometry::Geometry &shape, bool backwards)
{
    const auto at = [&](double t) { return c.at(backwards ? 1 - t : t); };
    double inside = -1;
    for (int i = 0; i <= pieces; ++i)
        if (geometry::covers(shape, at(double(i) / pieces)))
            inside = double(i) / pieces;
    if (inside < 0)
        return backwards ? 1 : 0;
    double low = inside;
    double high = std::min(1.0, inside + 1.0 / pieces);
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (geometry::covers(shape, at(middle)) ? low : high) = middle;
    }
    return backwards ? 1 - low : low;
}

geometry::Polyline piece(const Curve &c, double from, double to)
{
    geometry::Polyline line;
    for (int i = 0; i <= pieces; ++i)
        line.points.push_back(c.at(from + (to - from) * i / pieces));
    return line;
}

}  // namespace

std::optional<geometry::Polyline> relationArrow(const geometry::Geometry &from, const geometry::Geometry &to)
{
    const auto a = geometry::boundsOf(from);
    const auto b = geometry::boundsOf(to);
    if (!a || !b)
        return std::nullopt;
    const Curve c = curve(centreOf(*a), centreOf(*b));
    const double start = leaves(c, from, false);
    const double end = leaves(c, to, true);
    if (start < end)
        return piece(c, start, end);
    // One lies in the other: from the top of one to the top of the other.
    return piece(curve({a->x + a->w / 2, a->y}, {b->x + b->w / 2, b->y}), 0, 1);
}

std::optional<geometry::Polyline> relationArrow(const geometry::Geometry &from, Point to)
{
    const auto a = geometry::boundsOf(from);
    if (!a)
        return std::nullopt;
    const Curve c = curve(centreOf(*a), to);
    const double start = leaves(c, from, false);
    return piece(c, start < 1 ? start : 0, 1);
}

}  // namespace plumbline::imageview
