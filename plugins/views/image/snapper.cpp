// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/snapper.h"

#include <QPainter>

namespace plumbline::imageview {

namespace {

constexpr double snapReach = 8;  // screen pixels

}  // namespace

std::optional<Snap> Snapper::at(const canvas::CanvasPointer &pointer, const QSet<AnnotationId> &except) const
{
    if (!m_context.snaps || pointer.modifiers.testFlag(Qt::ControlModifier) || !m_context.canvas.shapesVisible())
        return std::nullopt;
    const double reach = snapReach / m_context.canvas.view().scale;
    const canvas::ShapeScene &scene = m_context.canvas.scene();
    std::vector<SnapLine> lines;
    for (const int index : scene.within({pointer.image.x - reach, pointer.image.y - reach, 2 * reach, 2 * reach})) {
        const canvas::CanvasShape &shape = scene.entries()[static_cast<std::size_t>(index)].shape;
        if (except.contains(shape.id) || shape.ornament != canvas::Ornament::None)
            continue;
        const auto own = snapLines(shape.id, shape.geometry);
        lines.insert(lines.end(), own.begin(), own.end());
    }
    auto snap = snapped(pointer.image, lines, reach);
    // Borders may lie outside the picture, where this label may not.
    if (const auto limits = m_context.edits.limits(); snap && limits && !limits->contains(snap->point))
        return std::nullopt;
    return snap;
}

std::vector<geometry::Point> Snapper::between(const Snap &from, const Snap &to) const
{
    const canvas::ShapeScene::Entry *entry = from.shape == to.shape ? m_context.canvas.scene().find(from.shape) : nullptr;
    return entry ? cornersBetween(from, to, snapLines(from.shape, entry->shape.geometry)) : std::vector<geometry::Point>{};
}

void Snapper::paint(QPainter &painter, const canvas::ViewTransform &view, const Snap &snap)
{
    const QPointF at = view.toScreen(snap.point);
    constexpr double r = 7;
    const QPolygonF mark = snap.corner ? QPolygonF(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r))
                                       : QPolygonF{at + QPointF(0, -r - 1), at + QPointF(r + 1, 0), at + QPointF(0, r + 1),
                                                   at + QPointF(-r - 1, 0), at + QPointF(0, -r - 1)};
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(8, 10, 12, 190), 4));
    painter.drawPolyline(mark);
    painter.setPen(QPen(QColor(255, 255, 255), 1.5));
    painter.drawPolyline(mark);
}

}  // namespace plumbline::imageview
