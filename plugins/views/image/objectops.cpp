// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/objectops.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace plumbline::imageview {

using geometry::Point;

namespace {

template <typename... F>
struct Overloaded : F... {
    using F::operator()...;
};

// Maps every point of shapes that are made of points; the others are the caller's.
template <typename F>
void mapPoints(geometry::Geometry &geometry, F map)
{
    const auto mapRing = [&map](geometry::Ring &ring) {
        for (Point &p : ring)
            p = map(p);
    };
    std::visit(Overloaded{[&](geometry::Polygon &polygon) {
                              for (geometry::PolygonPart &part : polygon.parts) {
                                  mapRing(part.outer);
                                  for (geometry::Ring &hole : part.holes)
                                      mapRing(hole);
                              }
                          },
                          [&](geometry::Polyline &line) { mapRing(line.points); },
                          [&](geometry::KeyPoints &points) {
                              for (geometry::KeyPoint &p : points.points) {
                                  if (p.visibility == 0)
                                      continue;
                                  const Point to = map(Point{p.x, p.y});
                                  p.x = to.x;
                                  p.y = to.y;
                              }
                          },
                          [](auto &) {}},
               geometry);
}

double tidyAngle(double radians)
{
    return std::remainder(radians, 2 * std::numbers::pi);
}

// Image of an ellipse under a stretch: the singular values and left vectors of S·R·diag(rx, ry), in closed form for 2 × 2
// (Golub and Van Loan, Matrix Computations, §8.6).
geometry::Ellipse stretched(const geometry::Ellipse &e, double across, double down)
{
    const double c = std::cos(e.angleRadians);
    const double s = std::sin(e.angleRadians);
    const double a = across * c * e.rx;
    const double b = -across * s * e.ry;
    const double d = down * s * e.rx;
    const double f = down * c * e.ry;
    const double sum = std::hypot(a + f, d - b);
    const double difference = std::hypot(a - f, d + b);
    const double angle = (std::atan2(d - b, a + f) + std::atan2(d + b, a - f)) / 2;
    return {e.cx, e.cy, (sum + difference) / 2, std::abs(sum - difference) / 2, tidyAngle(angle)};
}

}  // namespace

geometry::Geometry rotated(const geometry::Geometry &geometry, Point about, double radians)
{
    if (radians == 0)
        return geometry;
    const double c = std::cos(radians);
    const double s = std::sin(radians);
    const auto turn = [&](Point p) {
        return Point{about.x + (p.x - about.x) * c - (p.y - about.y) * s, about.y + (p.x - about.x) * s + (p.y - about.y) * c};
    };
    geometry::Geometry result = geometry;
    if (const auto *box = std::get_if<geometry::Box>(&geometry)) {
        const Point centre = turn({box->x + box->w / 2, box->y + box->h / 2});
        return geometry::RotatedBox{centre.x, centre.y, box->w, box->h, tidyAngle(radians)};
    }
    if (auto *box = std::get_if<geometry::RotatedBox>(&result)) {
        const Point centre = turn({box->cx, box->cy});
        *box = {centre.x, centre.y, box->w, box->h, tidyAngle(box->angleRadians + radians)};
    } else if (auto *ellipse = std::get_if<geometry::Ellipse>(&result)) {
        const Point centre = turn({ellipse->cx, ellipse->cy});
        *ellipse = {centre.x, centre.y, ellipse->rx, ellipse->ry, tidyAngle(ellipse->angleRadians + radians)};
    } else {
        mapPoints(result, turn);
    }
    return result;
}

geometry::Geometry scaled(const geometry::Geometry &geometry, Point fixed, double across, double down)
{
    const auto stretch = [&](Point p) { return Point{fixed.x + (p.x - fixed.x) * across, fixed.y + (p.y - fixed.y) * down}; };
    geometry::Geometry result = geometry;
    if (auto *box = std::get_if<geometry::Box>(&result)) {
        const Point a = stretch({box->x, box->y});
        const Point b = stretch({box->right(), box->bottom()});
        *box = {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y)};
    } else if (auto *turned = std::get_if<geometry::RotatedBox>(&result)) {
        const Point centre = stretch({turned->cx, turned->cy});
        const double c = std::cos(turned->angleRadians);
        const double s = std::sin(turned->angleRadians);
        *turned = {centre.x, centre.y, turned->w * std::hypot(across * c, down * s), turned->h * std::hypot(across * s, down * c),
                   std::atan2(down * s, across * c)};
    } else if (auto *ellipse = std::get_if<geometry::Ellipse>(&result)) {
        const Point centre = stretch({ellipse->cx, ellipse->cy});
        geometry::Ellipse image = *ellipse;
        if (std::abs(across) == std::abs(down) && across == down) {
            image.rx *= std::abs(across);
            image.ry *= std::abs(across);
        } else {
            image = stretched(*ellipse, across, down);
        }
        image.cx = centre.x;
        image.cy = centre.y;
        *ellipse = image;
    } else {
        mapPoints(result, stretch);
    }
    return result;
}

std::optional<geometry::Box> unitedBounds(const std::vector<geometry::Box> &bounds)
{
    if (bounds.empty())
        return std::nullopt;
    double left = bounds.front().x;
    double top = bounds.front().y;
    double right = bounds.front().right();
    double bottom = bounds.front().bottom();
    for (const geometry::Box &b : bounds) {
        left = std::min(left, b.x);
        top = std::min(top, b.y);
        right = std::max(right, b.right());
        bottom = std::max(bottom, b.bottom());
    }
    return geometry::Box{left, top, right - left, bottom - top};
}

std::vector<Point> alignmentSteps(const std::vector<geometry::Box> &bounds, Alignment alignment)
{
    std::vector<Point> steps(bounds.size());
    const auto all = unitedBounds(bounds);
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        const geometry::Box &b = bounds[i];
        switch (alignment) {
        case Alignment::Left: steps[i].x = all->x - b.x; break;
        case Alignment::Centre: steps[i].x = all->x + all->w / 2 - (b.x + b.w / 2); break;
        case Alignment::Right: steps[i].x = all->right() - b.right(); break;
        case Alignment::Top: steps[i].y = all->y - b.y; break;
        case Alignment::Middle: steps[i].y = all->y + all->h / 2 - (b.y + b.h / 2); break;
        case Alignment::Bottom: steps[i].y = all->bottom() - b.bottom(); break;
        }
    }
    return steps;
}

std::vector<Point> distributionSteps(const std::vector<geometry::Box> &bounds, bool across)
{
    std::vector<Point> steps(bounds.size());
    if (bounds.size() < 3)
        return steps;
    const auto start = [&](std::size_t i) { return across ? bounds[i].x : bounds[i].y; };
    const auto length = [&](std::size_t i) { return across ? bounds[i].w : bounds[i].h; };
    std::vector<std::size_t> order(bounds.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return start(a) + length(a) / 2 < start(b) + length(b) / 2; });
    double filled = 0;
    for (const std::size_t i : order)
        filled += length(i);
    const double whole = start(order.back()) + length(order.back()) - start(order.front());
    const double gap = (whole - filled) / static_cast<double>(bounds.size() - 1);
    double at = start(order.front());
    for (const std::size_t i : order) {
        const bool outermost = i == order.front() || i == order.back();
        (across ? steps[i].x : steps[i].y) = outermost ? 0 : at - start(i);
        at += length(i) + gap;
    }
    return steps;
}

std::vector<std::int32_t> restacked(const std::vector<Stacked> &shapes, Restack how)
{
    const std::size_t count = shapes.size();
    std::vector<std::size_t> pile(count);  // from the back to the front
    std::iota(pile.begin(), pile.end(), std::size_t(0));
    std::stable_sort(pile.begin(), pile.end(), [&](std::size_t a, std::size_t b) { return shapes[a].order < shapes[b].order; });
    const auto chosen = [&](std::size_t i) { return shapes[i].chosen; };
    switch (how) {
    case Restack::Front: std::stable_partition(pile.begin(), pile.end(), [&](std::size_t i) { return !chosen(i); }); break;
    case Restack::Back: std::stable_partition(pile.begin(), pile.end(), chosen); break;
    case Restack::Raise:
        for (std::size_t i = count; i-- > 1;)
            if (chosen(pile[i - 1]) && !chosen(pile[i]))
                std::swap(pile[i - 1], pile[i]);
        break;
    case Restack::Lower:
        for (std::size_t i = 1; i < count; ++i)
            if (chosen(pile[i]) && !chosen(pile[i - 1]))
                std::swap(pile[i - 1], pile[i]);
        break;
    }
    std::vector<std::int32_t> orders(count);
    for (std::size_t i = 0; i < count; ++i)
        orders[i] = shapes[i].order;
    // Orders must not fall along the pile, and must rise where the upper shape was created first. Going up, what lies
    // lower keeps its order; going down, what lies higher does.
    constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
    constexpr std::int64_t least = std::numeric_limits<std::int32_t>::min();
    if (how == Restack::Front || how == Restack::Raise) {
        for (std::size_t i = 1; i < count; ++i) {
            const std::int64_t needed = std::int64_t(orders[pile[i - 1]]) + (pile[i] < pile[i - 1] ? 1 : 0);
            if (orders[pile[i]] < needed)
                orders[pile[i]] = static_cast<std::int32_t>(std::min(most, needed));
        }
    } else {
        for (std::size_t i = count; i-- > 1;) {
            const std::int64_t allowed = std::int64_t(orders[pile[i]]) - (pile[i] < pile[i - 1] ? 1 : 0);
            if (orders[pile[i - 1]] > allowed)
                orders[pile[i - 1]] = static_cast<std::int32_t>(std::max(least, allowed));
        }
    }
    return orders;
}

geometry::Geometry clippedTo(const geometry::Geometry &geometry, const geometry::Box &limits)
{
    geometry::Geometry result = geometry;
    if (auto *box = std::get_if<geometry::Box>(&result)) {
        const double left = std::clamp(box->x, limits.x, limits.right());
        const double top = std::clamp(box->y, limits.y, limits.bottom());
        const double right = std::clamp(box->right(), limits.x, limits.right());
        const double bottom = std::clamp(box->bottom(), limits.y, limits.bottom());
        if (left != box->x || top != box->y || right != box->right() || bottom != box->bottom())
            *box = {left, top, right - left, bottom - top};
        return result;
    }
    mapPoints(result, [&](Point p) {
        return Point{std::clamp(p.x, limits.x, limits.right()), std::clamp(p.y, limits.y, limits.bottom())};
    });
    return result;
}

}  // namespace plumbline::imageview
