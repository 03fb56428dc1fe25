// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/orientedframe.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace plumbline::canvas {

namespace {

// Where a handle lies in its frame, in the order of handles.h.
constexpr std::array<std::pair<int, int>, 8> places{{{-1, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}}};

}  // namespace

std::optional<geometry::RotatedBox> frameOf(const geometry::Geometry &geometry)
{
    if (const auto *box = std::get_if<geometry::Box>(&geometry))
        return geometry::RotatedBox{box->x + box->w / 2, box->y + box->h / 2, box->w, box->h, 0};
    if (const auto *rotated = std::get_if<geometry::RotatedBox>(&geometry))
        return *rotated;
    if (const auto *ellipse = std::get_if<geometry::Ellipse>(&geometry))
        return geometry::RotatedBox{ellipse->cx, ellipse->cy, 2 * ellipse->rx, 2 * ellipse->ry, ellipse->angleRadians};
    return std::nullopt;
}

geometry::Geometry withFrame(const geometry::Geometry &geometry, const geometry::RotatedBox &frame)
{
    if (std::holds_alternative<geometry::Ellipse>(geometry))
        return geometry::Ellipse{frame.cx, frame.cy, frame.w / 2, frame.h / 2, frame.angleRadians};
    if (std::holds_alternative<geometry::Box>(geometry) && frame.angleRadians == 0)
        return geometry::Box{frame.cx - frame.w / 2, frame.cy - frame.h / 2, frame.w, frame.h};
    if (std::holds_alternative<geometry::Box>(geometry) || std::holds_alternative<geometry::RotatedBox>(geometry))
        return frame;
    return geometry;
}

geometry::Point framePoint(const geometry::RotatedBox &frame, double across, double down)
{
    const double c = std::cos(frame.angleRadians);
    const double s = std::sin(frame.angleRadians);
    const double x = across * frame.w / 2;
    const double y = down * frame.h / 2;
    return {frame.cx + x * c - y * s, frame.cy + x * s + y * c};
}

geometry::Point frameHandle(const geometry::RotatedBox &frame, int handle)
{
    const auto [across, down] = places[static_cast<std::size_t>(handle)];
    return framePoint(frame, across, down);
}

geometry::Point turnHandle(const geometry::RotatedBox &frame, double distance)
{
    const geometry::Point top = framePoint(frame, 0, -1);
    return {top.x + std::sin(frame.angleRadians) * distance, top.y - std::cos(frame.angleRadians) * distance};
}

geometry::RotatedBox frameResized(const geometry::RotatedBox &frame, int handle, geometry::Point to, double minimum,
                                  bool proportional)
{
    const auto [across, down] = places[static_cast<std::size_t>(handle)];
    const double c = std::cos(frame.angleRadians);
    const double s = std::sin(frame.angleRadians);
    const geometry::Point fixed = framePoint(frame, -across, -down);
    double w = across * ((to.x - fixed.x) * c + (to.y - fixed.y) * s);
    double h = down * (-(to.x - fixed.x) * s + (to.y - fixed.y) * c);
    if (proportional && across != 0 && down != 0 && frame.w > 0 && frame.h > 0) {
        const double factor = std::max(std::abs(w) / frame.w, std::abs(h) / frame.h);
        w = std::copysign(factor * frame.w, w);
        h = std::copysign(factor * frame.h, h);
    }
    const auto atLeast = [minimum](double side) { return std::abs(side) < minimum ? std::copysign(minimum, side) : side; };
    w = across == 0 ? frame.w : atLeast(w);
    h = down == 0 ? frame.h : atLeast(h);
    const double x = across * w / 2;
    const double y = down * h / 2;
    return {fixed.x + x * c - y * s, fixed.y + x * s + y * c, std::abs(w), std::abs(h), frame.angleRadians};
}

double turnedTowards(const geometry::RotatedBox &frame, geometry::Point to)
{
    return normalisedAngle(std::atan2(to.y - frame.cy, to.x - frame.cx) + std::numbers::pi / 2);
}

double normalisedAngle(double radians)
{
    const double turn = std::remainder(radians, 2 * std::numbers::pi);
    return turn <= -std::numbers::pi ? std::numbers::pi : turn;
}

double snappedAngle(double radians, double step)
{
    return std::round(radians / step) * step;
}

geometry::RotatedBox frameOfSide(geometry::Point a, geometry::Point b, geometry::Point depth)
{
    const double w = std::hypot(b.x - a.x, b.y - a.y);
    const double angle = std::atan2(b.y - a.y, b.x - a.x);
    // Across the side, to its right when looking from a to b: downwards on the screen for a side that runs right.
    const double h = -(depth.x - a.x) * std::sin(angle) + (depth.y - a.y) * std::cos(angle);
    const geometry::Point middle{(a.x + b.x) / 2, (a.y + b.y) / 2};
    return {middle.x - std::sin(angle) * h / 2, middle.y + std::cos(angle) * h / 2, w, std::abs(h), angle};
}

}  // namespace plumbline::canvas
