// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/handles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline::canvas {

namespace {

// Which side of the box a handle moves: -1 left or top, +1 right or bottom, 0 neither.
constexpr std::array<std::pair<int, int>, boxHandleCount> sides{
    {{-1, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}}};

struct Span {
    double low = 0;
    double high = 0;
};

Span spanResized(Span span, int side, double delta, std::optional<Span> limits, double minimum)
{
    if (side == 0)
        return span;
    const double fixed = side < 0 ? span.high : span.low;
    double moved = (side < 0 ? span.low : span.high) + delta;
    if (limits)
        moved = std::clamp(moved, limits->low, limits->high);
    if (std::abs(moved - fixed) < minimum) {
        const bool below = moved < fixed || (moved == fixed && side < 0);
        moved = below ? fixed - minimum : fixed + minimum;
        if (limits && (moved < limits->low || moved > limits->high))
            moved = below ? fixed + minimum : fixed - minimum;
    }
    return {std::min(fixed, moved), std::max(fixed, moved)};
}

geometry::Ring *mutableRing(geometry::Polygon &polygon, const VertexRef &vertex)
{
    return const_cast<geometry::Ring *>(ringOf(polygon, vertex));
}

}  // namespace

geometry::Point boxHandle(const geometry::Box &box, int handle)
{
    const auto [sx, sy] = sides[static_cast<std::size_t>(handle)];
    return {box.x + box.w * (sx + 1) / 2, box.y + box.h * (sy + 1) / 2};
}

geometry::Box boxResized(const geometry::Box &box, int handle, double dx, double dy, const std::optional<geometry::Box> &limits,
                         double minimum)
{
    const auto [sx, sy] = sides[static_cast<std::size_t>(handle)];
    const auto across = limits ? std::optional<Span>(Span{limits->x, limits->right()}) : std::nullopt;
    const auto down = limits ? std::optional<Span>(Span{limits->y, limits->bottom()}) : std::nullopt;
    const Span h = spanResized({box.x, box.right()}, sx, dx, across, minimum);
    const Span v = spanResized({box.y, box.bottom()}, sy, dy, down, minimum);
    // An untouched side keeps its exact width: high - low could differ in the last bit.
    return {h.low, v.low, sx == 0 ? box.w : h.high - h.low, sy == 0 ? box.h : v.high - v.low};
}

geometry::Point clampedTo(geometry::Point p, const std::optional<geometry::Box> &limits)
{
    if (!limits)
        return p;
    return {std::clamp(p.x, limits->x, limits->right()), std::clamp(p.y, limits->y, limits->bottom())};
}

geometry::Box boxBetween(geometry::Point a, geometry::Point b, const std::optional<geometry::Box> &limits)
{
    a = clampedTo(a, limits);
    b = clampedTo(b, limits);
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

const geometry::Ring *ringOf(const geometry::Polygon &polygon, const VertexRef &vertex)
{
    if (vertex.part < 0 || vertex.part >= static_cast<int>(polygon.parts.size()))
        return nullptr;
    const geometry::PolygonPart &part = polygon.parts[static_cast<std::size_t>(vertex.part)];
    if (vertex.hole < 0)
        return &part.outer;
    return vertex.hole < static_cast<int>(part.holes.size()) ? &part.holes[static_cast<std::size_t>(vertex.hole)] : nullptr;
}

std::optional<geometry::Point> vertexOf(const geometry::Polygon &polygon, const VertexRef &vertex)
{
    const geometry::Ring *ring = ringOf(polygon, vertex);
    if (!ring || vertex.index < 0 || vertex.index >= static_cast<int>(ring->size()))
        return std::nullopt;
    return (*ring)[static_cast<std::size_t>(vertex.index)];
}

geometry::Polygon withVertexMoved(geometry::Polygon polygon, const VertexRef &vertex, geometry::Point to)
{
    if (vertexOf(polygon, vertex))
        (*mutableRing(polygon, vertex))[static_cast<std::size_t>(vertex.index)] = to;
    return polygon;
}

geometry::Polygon withVertexInserted(geometry::Polygon polygon, const VertexRef &after, geometry::Point at)
{
    if (vertexOf(polygon, after)) {
        geometry::Ring &ring = *mutableRing(polygon, after);
        ring.insert(ring.begin() + after.index + 1, at);
    }
    return polygon;
}

std::optional<geometry::Polygon> withVertexRemoved(geometry::Polygon polygon, const VertexRef &vertex)
{
    if (!vertexOf(polygon, vertex))
        return std::nullopt;
    geometry::Ring &ring = *mutableRing(polygon, vertex);
    if (ring.size() > 3) {
        ring.erase(ring.begin() + vertex.index);
        return polygon;
    }
    if (vertex.hole >= 0) {
        auto &holes = polygon.parts[static_cast<std::size_t>(vertex.part)].holes;
        holes.erase(holes.begin() + vertex.hole);
        return polygon;
    }
    if (polygon.parts.size() > 1) {
        polygon.parts.erase(polygon.parts.begin() + vertex.part);
        return polygon;
    }
    return std::nullopt;
}

std::vector<std::pair<VertexRef, geometry::Point>> verticesOf(const geometry::Polygon &polygon)
{
    std::vector<std::pair<VertexRef, geometry::Point>> list;
    for (int p = 0; p < static_cast<int>(polygon.parts.size()); ++p) {
        const geometry::PolygonPart &part = polygon.parts[static_cast<std::size_t>(p)];
        for (int hole = -1; hole < static_cast<int>(part.holes.size()); ++hole) {
            const geometry::Ring &ring = hole < 0 ? part.outer : part.holes[static_cast<std::size_t>(hole)];
            for (int i = 0; i < static_cast<int>(ring.size()); ++i)
                list.emplace_back(VertexRef{p, hole, i}, ring[static_cast<std::size_t>(i)]);
        }
    }
    return list;
}

}  // namespace plumbline::canvas
