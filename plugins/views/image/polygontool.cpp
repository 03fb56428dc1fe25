// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/polygontool.h"

#include "widgets/canvas/shapepainter.h"

namespace plumbline::imageview {

namespace {

constexpr std::size_t fewestCorners = 3;
constexpr double closeReach = 10;   // screen pixels
constexpr double sameCorner = 1.5;  // screen pixels

}  // namespace

bool PolygonTool::closes(QPointF screen) const
{
    return m_points.size() >= fewestCorners && travel(m_context.canvas.view().toScreen(m_points.front()), screen) <= closeReach;
}

void PolygonTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    if (closes(pointer.screen)) {
        finish();
        return;
    }
    if (m_points.empty() && !m_context.edits.mayDraw(QStringLiteral("polygon")))
        return;
    const geometry::Point corner = canvas::clampedTo(pointer.image, m_context.edits.picture());
    const canvas::ViewTransform &view = m_context.canvas.view();
    if (m_points.empty() || travel(view.toScreen(m_points.back()), view.toScreen(corner)) >= sameCorner)
        m_points.push_back(corner);
    m_cursor = corner;
    m_context.canvas.update();
}

void PolygonTool::move(const canvas::CanvasPointer &pointer)
{
    m_cursor = canvas::clampedTo(pointer.image, m_context.edits.picture());
    m_context.canvas.refreshCursor();
    if (!m_points.empty())
        m_context.canvas.update();
}

void PolygonTool::doubleClick(const canvas::CanvasPointer &pointer)
{
    // Quick clicks in different places are corners; the second click of a real double-click lies on the last one.
    const canvas::ViewTransform &view = m_context.canvas.view();
    const QPointF corner = view.toScreen(canvas::clampedTo(pointer.image, m_context.edits.picture()));
    const bool onLast = !m_points.empty() && travel(view.toScreen(m_points.back()), corner) < dragThreshold;
    if (pointer.button == Qt::LeftButton && onLast && m_points.size() >= fewestCorners)
        finish();
    else
        press(pointer);
}

void PolygonTool::leave()
{
    m_cursor.reset();
}

bool PolygonTool::finish()
{
    if (m_points.empty())
        return false;
    if (m_points.size() < fewestCorners) {
        m_context.hint(ImageEdits::tr("A polygon needs three corners."));
        return true;
    }
    const geometry::Polygon polygon{{geometry::PolygonPart{std::exchange(m_points, {}), {}}}};
    m_context.edits.create(polygon);
    m_context.canvas.refreshCursor();
    m_context.canvas.update();
    return true;
}

bool PolygonTool::cancel()
{
    const bool busy = !m_points.empty();
    m_points.clear();
    m_context.canvas.update();
    return busy;
}

bool PolygonTool::stepBack()
{
    if (m_points.empty())
        return false;
    m_points.pop_back();
    m_context.canvas.update();
    return true;
}

QCursor PolygonTool::cursor() const
{
    return m_cursor && closes(m_context.canvas.view().toScreen(*m_cursor)) ? Qt::PointingHandCursor : Qt::CrossCursor;
}

void PolygonTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    const bool closing = m_cursor && closes(view.toScreen(*m_cursor));
    canvas::ShapePainter(painter, view, clip, devicePixelRatio).openOutline(m_points, m_cursor, closing, currentColour());
}

}  // namespace plumbline::imageview
