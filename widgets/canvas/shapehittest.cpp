// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/shapehittest.h"

#include <QPolygonF>

#include <cmath>

namespace plumbline::canvas {

namespace {

double distance(QPointF a, QPointF b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

double distanceToSegment(QPointF p, QPointF a, QPointF b)
{
    const QPointF d = b - a;
    const double length2 = QPointF::dotProduct(d, d);
    if (length2 == 0)
        return distance(p, a);
    const double t = std::clamp(QPointF::dotProduct(p - a, d) / length2, 0.0, 1.0);
    return distance(p, a + t * d);
}

}  // namespace

ShapeHitTest::ShapeHitTest(const ShapeScene &scene, const ViewTransform &view, const QSet<AnnotationId> &selected)
    : m_scene(scene), m_view(view), m_selected(selected)
{
}

Hit ShapeHitTest::handleAt(QPointF screen) const
{
    Hit best;
    double bestDistance = handleReach;
    const auto offer = [&](QPointF place, const Hit &hit) {
        const double d = distance(place, screen);
        // Corners beat midpoints and sides at the same distance: they are offered first.
        if (d < bestDistance) {
            bestDistance = d;
            best = hit;
        }
    };
    for (const AnnotationId &id : m_selected) {
        const ShapeScene::Entry *entry = m_scene.find(id);
        if (!entry || entry->shape.locked)
            continue;
        if (const auto *box = std::get_if<geometry::Box>(&entry->shape.geometry)) {
            const QRectF rect = m_view.rectOf(*box);
            for (const int handle : {0, 2, 4, 6})
                offer(m_view.toScreen(boxHandle(*box, handle)), {HitPart::BoxHandle, id, handle, {}});
            for (const int handle : {1, 3, 5, 7}) {
                const bool horizontal = handle == 1 || handle == 5;
                if ((horizontal ? rect.width() : rect.height()) >= sideHandleMinimum)
                    offer(m_view.toScreen(boxHandle(*box, handle)), {HitPart::BoxHandle, id, handle, {}});
            }
        } else if (const auto *polygon = std::get_if<geometry::Polygon>(&entry->shape.geometry)) {
            for (const auto &[vertex, point] : verticesOf(*polygon))
                offer(m_view.toScreen(point), {HitPart::Vertex, id, -1, vertex});
            for (const auto &[vertex, point] : verticesOf(*polygon)) {
                const geometry::Ring &ring = *ringOf(*polygon, vertex);
                const QPointF a = m_view.toScreen(point);
                const QPointF b = m_view.toScreen(ring[static_cast<std::size_t>(vertex.index + 1) % ring.size()]);
                if (distance(a, b) >= midpointMinimum)
                    offer((a + b) / 2, {HitPart::Midpoint, id, -1, vertex});
            }
        }
    }
    if (best.part != HitPart::Nothing)
        return best;

    // The whole side of a selected box can be dragged, not only its handle.
    for (const AnnotationId &id : m_selected) {
        const ShapeScene::Entry *entry = m_scene.find(id);
        const auto *box = entry && !entry->shape.locked ? std::get_if<geometry::Box>(&entry->shape.geometry) : nullptr;
        if (!box)
            continue;
        const QPolygonF ring(m_view.rectOf(*box));
        for (int side = 0; side < 4; ++side)
            if (distanceToSegment(screen, ring[side], ring[side + 1]) <= edgeReach)
                return {HitPart::BoxHandle, id, 2 * side + 1, {}};
    }
    return {};
}

std::optional<VertexRef> ShapeHitTest::edgeOfPolygon(const geometry::Polygon &polygon, QPointF screen) const
{
    const geometry::Box near = m_view.toImage(QRectF(screen.x() - edgeReach, screen.y() - edgeReach, 2 * edgeReach, 2 * edgeReach));
    const auto edgeOf = [&](const geometry::Ring &ring) -> std::optional<int> {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const geometry::Point &a = ring[i];
            const geometry::Point &b = ring[(i + 1) % ring.size()];
            if (std::max(a.x, b.x) < near.x || std::min(a.x, b.x) > near.right() || std::max(a.y, b.y) < near.y || std::min(a.y, b.y) > near.bottom())
                continue;
            if (distanceToSegment(screen, m_view.toScreen(a), m_view.toScreen(b)) <= edgeReach)
                return static_cast<int>(i);
        }
        return std::nullopt;
    };
    for (std::size_t part = 0; part < polygon.parts.size(); ++part) {
        const geometry::PolygonPart &p = polygon.parts[part];
        if (const auto index = edgeOf(p.outer))
            return VertexRef{static_cast<int>(part), -1, *index};
        for (std::size_t hole = 0; hole < p.holes.size(); ++hole)
            if (const auto index = edgeOf(p.holes[hole]))
                return VertexRef{static_cast<int>(part), static_cast<int>(hole), *index};
    }
    return std::nullopt;
}

bool ShapeHitTest::onOutline(int index, QPointF screen, VertexRef *vertex) const
{
    const geometry::Geometry &geometry = m_scene.entries()[static_cast<std::size_t>(index)].shape.geometry;
    if (const auto *polygon = std::get_if<geometry::Polygon>(&geometry)) {
        const auto edge = edgeOfPolygon(*polygon, screen);
        if (edge)
            *vertex = *edge;
        return edge.has_value();
    }
    if (const auto *points = std::get_if<geometry::KeyPoints>(&geometry)) {
        return std::any_of(points->points.begin(), points->points.end(), [&](const geometry::KeyPoint &p) {
            return p.visibility > 0 && distance(m_view.toScreen({p.x, p.y}), screen) <= handleReach;
        });
    }
    for (const QPolygonF &line : m_scene.outline(index).toSubpathPolygons(m_view.screen_from_image()))
        for (qsizetype i = 0; i + 1 < line.size(); ++i)
            if (distanceToSegment(screen, line[i], line[i + 1]) <= edgeReach)
                return true;
    return false;
}

Hit ShapeHitTest::at(QPointF screen) const
{
    if (const Hit handle = handleAt(screen); handle.part != HitPart::Nothing)
        return handle;

    const geometry::Box near = m_view.toImage(QRectF(screen.x() - handleReach, screen.y() - handleReach, 2 * handleReach, 2 * handleReach));
    const geometry::Point point = m_view.toImage(screen);
    Hit best;
    std::tuple<int, double, int> bestRank{3, 0, 0};  // outline of a selected one, outline, interior; area; drawing order
    for (const int index : m_scene.within(near)) {
        const ShapeScene::Entry &entry = m_scene.entries()[static_cast<std::size_t>(index)];
        Hit hit{HitPart::Nothing, entry.shape.id, -1, {}};
        int rank = 3;
        if (onOutline(index, screen, &hit.vertex)) {
            hit.part = HitPart::Edge;
            rank = m_selected.contains(entry.shape.id) ? 0 : 1;
        } else if (geometry::covers(entry.shape.geometry, point)) {
            hit.part = HitPart::Interior;
            rank = 2;
        } else {
            continue;
        }
        const std::tuple<int, double, int> candidate{rank, entry.area, -index};
        if (candidate < bestRank) {
            bestRank = candidate;
            best = hit;
        }
    }
    return best;
}

std::vector<AnnotationId> ShapeHitTest::inside(const geometry::Box &region) const
{
    std::vector<AnnotationId> ids;
    for (const int index : m_scene.within(region)) {
        const ShapeScene::Entry &entry = m_scene.entries()[static_cast<std::size_t>(index)];
        const geometry::Box &b = entry.bounds;
        if (b.x >= region.x && b.y >= region.y && b.right() <= region.right() && b.bottom() <= region.bottom())
            ids.push_back(entry.shape.id);
    }
    return ids;
}

}  // namespace plumbline::canvas
