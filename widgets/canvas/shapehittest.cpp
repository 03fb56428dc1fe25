// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/shapehittest.h"

#include "widgets/canvas/orientedframe.h"
#include "widgets/canvas/vertices.h"

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
        const geometry::Geometry &geometry = entry->shape.geometry;
        if (const auto frame = frameOf(geometry)) {
            for (const int handle : {0, 2, 4, 6})
                offer(m_view.toScreen(frameHandle(*frame, handle)), {HitPart::BoxHandle, id, handle, {}});
            for (const int handle : {1, 3, 5, 7}) {
                const bool horizontal = handle == 1 || handle == 5;
                if ((horizontal ? frame->w : frame->h) * m_view.scale >= sideHandleMinimum)
                    offer(m_view.toScreen(frameHandle(*frame, handle)), {HitPart::BoxHandle, id, handle, {}});
            }
            if (!std::holds_alternative<geometry::Box>(geometry))
                offer(m_view.toScreen(turnHandle(*frame, turnHandleDistance / m_view.scale)), {HitPart::TurnHandle, id, -1, {}});
            continue;
        }
        const auto points = pointsOf(geometry);
        for (const auto &[vertex, point] : points)
            offer(m_view.toScreen(point), {HitPart::Vertex, id, -1, vertex});
        for (const auto &[vertex, point] : points) {
            const auto end = edgeEnd(geometry, vertex);
            const QPointF a = m_view.toScreen(point);
            if (end && distance(a, m_view.toScreen(*end)) >= midpointMinimum)
                offer((a + m_view.toScreen(*end)) / 2, {HitPart::Midpoint, id, -1, vertex});
        }
    }
    if (best.part != HitPart::Nothing)
        return best;

    // The whole side of a selected box can be dragged, not only its handle.
    for (const AnnotationId &id : m_selected) {
        const ShapeScene::Entry *entry = m_scene.find(id);
        if (!entry || entry->shape.locked || std::holds_alternative<geometry::Ellipse>(entry->shape.geometry))
            continue;
        const auto frame = frameOf(entry->shape.geometry);
        if (!frame)
            continue;
        for (int corner = 0; corner < boxHandleCount; corner += 2)
            if (distanceToSegment(screen, m_view.toScreen(frameHandle(*frame, corner)),
                                  m_view.toScreen(frameHandle(*frame, (corner + 2) % boxHandleCount)))
                <= edgeReach)
                return {HitPart::BoxHandle, id, corner + 1, {}};
    }
    return {};
}

std::optional<VertexRef> ShapeHitTest::edgeAt(const geometry::Geometry &geometry, QPointF screen) const
{
    const geometry::Box near = m_view.toImage(QRectF(screen.x() - edgeReach, screen.y() - edgeReach, 2 * edgeReach, 2 * edgeReach));
    for (const auto &[vertex, a] : pointsOf(geometry)) {
        const auto b = edgeEnd(geometry, vertex);
        if (!b || std::max(a.x, b->x) < near.x || std::min(a.x, b->x) > near.right() || std::max(a.y, b->y) < near.y || std::min(a.y, b->y) > near.bottom())
            continue;
        if (distanceToSegment(screen, m_view.toScreen(a), m_view.toScreen(*b)) <= edgeReach)
            return vertex;
    }
    return std::nullopt;
}

bool ShapeHitTest::onOutline(int index, QPointF screen, VertexRef *vertex) const
{
    const geometry::Geometry &geometry = m_scene.entries()[static_cast<std::size_t>(index)].shape.geometry;
    if (std::holds_alternative<geometry::Polygon>(geometry) || std::holds_alternative<geometry::Polyline>(geometry)) {
        const auto edge = edgeAt(geometry, screen);
        if (edge)
            *vertex = *edge;
        return edge.has_value();
    }
    if (const auto *points = std::get_if<geometry::KeyPoints>(&geometry)) {
        const auto place = [&](const geometry::KeyPoint &p) { return m_view.toScreen({p.x, p.y}); };
        if (std::any_of(points->points.begin(), points->points.end(), [&](const geometry::KeyPoint &p) {
                return p.visibility > 0 && distance(place(p), screen) <= handleReach;
            }))
            return true;
        const auto bones = visibleBones(*points, m_scene.entries()[static_cast<std::size_t>(index)].shape.bones);
        return std::any_of(bones.begin(), bones.end(), [&](const auto &bone) {
            return distanceToSegment(screen, place(bone.first), place(bone.second)) <= edgeReach;
        });
    }
    for (const QPolygonF &line : m_scene.outline(index).toSubpathPolygons(m_view.screen_from_image()))
        for (qsizetype i = 0; i + 1 < line.size(); ++i)
            if (distanceToSegment(screen, line[i], line[i + 1]) <= edgeReach)
                return true;
    return false;
}

Hit ShapeHitTest::at(QPointF screen, bool handles) const
{
    if (const Hit handle = handles ? handleAt(screen) : Hit{}; handle.part != HitPart::Nothing)
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
        } else if (!entry.shape.outlineOnly && geometry::covers(entry.shape.geometry, point)) {
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
