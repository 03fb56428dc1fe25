// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/vertices.h"

#include <algorithm>
#include <tuple>

namespace plumbline::canvas {

namespace {

bool isIn(const VertexRef &vertex, std::size_t size)
{
    return vertex.part == 0 && vertex.hole == -1 && vertex.index >= 0 && static_cast<std::size_t>(vertex.index) < size;
}

}  // namespace

std::vector<std::pair<VertexRef, geometry::Point>> pointsOf(const geometry::Geometry &geometry)
{
    std::vector<std::pair<VertexRef, geometry::Point>> list;
    if (const auto *polygon = std::get_if<geometry::Polygon>(&geometry))
        return verticesOf(*polygon);
    if (const auto *line = std::get_if<geometry::Polyline>(&geometry)) {
        for (std::size_t i = 0; i < line->points.size(); ++i)
            list.emplace_back(VertexRef{0, -1, static_cast<int>(i)}, line->points[i]);
    } else if (const auto *points = std::get_if<geometry::KeyPoints>(&geometry)) {
        for (std::size_t i = 0; i < points->points.size(); ++i)
            if (points->points[i].visibility > 0)
                list.emplace_back(VertexRef{0, -1, static_cast<int>(i)},
                                  geometry::Point{points->points[i].x, points->points[i].y});
    }
    return list;
}

std::optional<geometry::Point> pointOf(const geometry::Geometry &geometry, const VertexRef &vertex)
{
    if (const auto *polygon = std::get_if<geometry::Polygon>(&geometry))
        return vertexOf(*polygon, vertex);
    if (const auto *line = std::get_if<geometry::Polyline>(&geometry); line && isIn(vertex, line->points.size()))
        return line->points[static_cast<std::size_t>(vertex.index)];
    if (const auto *points = std::get_if<geometry::KeyPoints>(&geometry); points && isIn(vertex, points->points.size())) {
        const geometry::KeyPoint &p = points->points[static_cast<std::size_t>(vertex.index)];
        if (p.visibility > 0)
            return geometry::Point{p.x, p.y};
    }
    return std::nullopt;
}

std::optional<geometry::Point> edgeEnd(const geometry::Geometry &geometry, const VertexRef &vertex)
{
    if (const auto *polygon = std::get_if<geometry::Polygon>(&geometry)) {
        const geometry::Ring *ring = vertexOf(*polygon, vertex) ? ringOf(*polygon, vertex) : nullptr;
        return ring ? std::optional((*ring)[static_cast<std::size_t>(vertex.index + 1) % ring->size()]) : std::nullopt;
    }
    if (std::holds_alternative<geometry::Polyline>(geometry))
        return pointOf(geometry, {vertex.part, vertex.hole, vertex.index + 1});
    return std::nullopt;
}

geometry::Geometry withPointMoved(geometry::Geometry geometry, const VertexRef &vertex, geometry::Point to)
{
    if (auto *polygon = std::get_if<geometry::Polygon>(&geometry))
        return withVertexMoved(std::move(*polygon), vertex, to);
    if (auto *line = std::get_if<geometry::Polyline>(&geometry); line && isIn(vertex, line->points.size()))
        line->points[static_cast<std::size_t>(vertex.index)] = to;
    if (auto *points = std::get_if<geometry::KeyPoints>(&geometry); points && isIn(vertex, points->points.size())) {
        geometry::KeyPoint &p = points->points[static_cast<std::size_t>(vertex.index)];
        p.x = to.x;
        p.y = to.y;
    }
    return geometry;
}

geometry::Geometry withPointInserted(geometry::Geometry geometry, const VertexRef &after, geometry::Point at)
{
    if (auto *polygon = std::get_if<geometry::Polygon>(&geometry))
        return withVertexInserted(std::move(*polygon), after, at);
    if (auto *line = std::get_if<geometry::Polyline>(&geometry); line && isIn(after, line->points.size()))
        line->points.insert(line->points.begin() + after.index + 1, at);
    return geometry;
}

std::optional<geometry::Geometry> withPointRemoved(geometry::Geometry geometry, const VertexRef &vertex)
{
    if (auto *polygon = std::get_if<geometry::Polygon>(&geometry)) {
        auto rest = withVertexRemoved(std::move(*polygon), vertex);
        return rest ? std::optional<geometry::Geometry>(std::move(*rest)) : std::nullopt;
    }
    if (auto *line = std::get_if<geometry::Polyline>(&geometry)) {
        if (line->points.size() <= 2 || !isIn(vertex, line->points.size()))
            return std::nullopt;
        line->points.erase(line->points.begin() + vertex.index);
        return geometry;
    }
    if (auto *points = std::get_if<geometry::KeyPoints>(&geometry); points && isIn(vertex, points->points.size())) {
        const auto at = points->points.begin() + vertex.index;
        if (points->skeleton.isEmpty())
            points->points.erase(at);
        else
            *at = {};
        const bool seen =
            std::any_of(points->points.begin(), points->points.end(), [](const auto &p) { return p.visibility > 0; });
        return seen ? std::optional(geometry) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<geometry::Geometry> withPointsRemoved(geometry::Geometry geometry, std::vector<VertexRef> vertices)
{
    // From the last to the first, so that the others keep their places; a ring that goes as a whole takes its rest along.
    std::sort(vertices.begin(), vertices.end(), [](const VertexRef &a, const VertexRef &b) {
        return std::tie(a.part, a.hole, a.index) > std::tie(b.part, b.hole, b.index);
    });
    for (std::size_t i = 0; i < vertices.size(); ++i) {
        const std::size_t before = pointsOf(geometry).size();
        auto rest = withPointRemoved(std::move(geometry), vertices[i]);
        if (!rest)
            return std::nullopt;
        geometry = std::move(*rest);
        if (before - pointsOf(geometry).size() > 1) {
            const VertexRef gone = vertices[i];
            while (i + 1 < vertices.size() && vertices[i + 1].part == gone.part
                   && (gone.hole < 0 || vertices[i + 1].hole == gone.hole))
                ++i;
        }
    }
    return geometry;
}

}  // namespace plumbline::canvas
