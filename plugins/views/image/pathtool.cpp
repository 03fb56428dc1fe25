// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/pathtool.h"

#include "plugins/views/image/rotatedboxtool.h"
#include "widgets/canvas/shapepainter.h"

#include <QPainter>

namespace plumbline::imageview {

namespace {

constexpr double closeReach = 10;  // screen pixels
constexpr double samePoint = 1.5;  // screen pixels
constexpr double setEvery = 10;  // screen pixels between points that are set while dragging

}  // namespace

bool PathTool::closes(QPointF screen) const
{
    return isClosed() && m_points.size() >= fewest()
           && travel(m_context.canvas.view().toScreen(m_points.front()), screen) <= closeReach;
}

PathTool::Place PathTool::placeOf(const canvas::CanvasPointer &pointer) const
{
    const bool steps = shift() == Shift::StepsAngle && pointer.modifiers.testFlag(Qt::ShiftModifier);
    if (steps && !m_points.empty())
        return {onStep(m_points.back(), pointer.image, angleStep), std::nullopt};
    if (const auto snap = Snapper(m_context).at(pointer))
        return {snap->point, snap};
    return {canvas::clampedTo(pointer.image, m_context.edits.limits()), std::nullopt};
}

std::vector<geometry::Point> PathTool::way(const Place &to) const
{
    std::vector<geometry::Point> points;
    if (to.snap && !m_steps.empty() && m_steps.back().snap)
        points = Snapper(m_context).between(*m_steps.back().snap, *to.snap);
    points.push_back(to.point);
    return points;
}

void PathTool::add(const Place &place)
{
    const canvas::ViewTransform &view = m_context.canvas.view();
    m_cursor = place;
    if (!m_points.empty() && travel(view.toScreen(m_points.back()), view.toScreen(place.point)) < samePoint)
        return;
    const auto points = way(place);
    m_steps.push_back({m_points.size(), place.snap});
    m_points.insert(m_points.end(), points.begin(), points.end());
}

void PathTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    if (closes(pointer.screen)) {
        finish();
        return;
    }
    if (m_points.empty() && !mayBegin())
        return;
    add(placeOf(pointer));
    m_setting = shift() == Shift::SetsPoints && pointer.modifiers.testFlag(Qt::ShiftModifier);
    m_lastSet = pointer.screen;
    if (most() > 0 && m_points.size() >= most())
        finish();
    m_context.canvas.update();
}

void PathTool::move(const canvas::CanvasPointer &pointer)
{
    m_cursor = placeOf(pointer);
    if (m_setting && pointer.buttons.testFlag(Qt::LeftButton) && pointer.modifiers.testFlag(Qt::ShiftModifier)) {
        if (closes(pointer.screen) && m_points.size() > fewest()) {
            finish();
            m_setting = false;
        } else if (travel(pointer.screen, m_lastSet) >= setEvery) {
            add(*m_cursor);
            m_lastSet = pointer.screen;
        }
    }
    m_context.canvas.refreshCursor();
    if (!m_points.empty() || m_cursor->snap)
        m_context.canvas.update();
}

void PathTool::release(const canvas::CanvasPointer &pointer)
{
    if (pointer.button == Qt::LeftButton)
        m_setting = false;
}

void PathTool::doubleClick(const canvas::CanvasPointer &pointer)
{
    // Its first click has set the last point already.
    const geometry::Point at = placeOf(pointer).point;
    const canvas::ViewTransform &view = m_context.canvas.view();
    const bool onLast = !m_points.empty() && travel(view.toScreen(m_points.back()), view.toScreen(at)) < dragThreshold;
    if (pointer.button == Qt::LeftButton && onLast && m_points.size() >= fewest())
        finish();
    else
        press(pointer);
}

void PathTool::leave()
{
    m_cursor.reset();
}

bool PathTool::finish()
{
    if (m_points.empty())
        return false;
    if (m_points.size() < fewest()) {
        m_context.hint(tooFew());
        return true;
    }
    m_steps.clear();
    commit(std::exchange(m_points, {}));
    m_context.canvas.refreshCursor();
    m_context.canvas.update();
    return true;
}

bool PathTool::cancel()
{
    const bool busy = isBusy();
    m_points.clear();
    m_steps.clear();
    m_setting = false;
    m_context.canvas.update();
    return busy;
}

bool PathTool::stepBack()
{
    if (m_points.empty())
        return false;
    m_points.resize(m_steps.back().points);
    m_steps.pop_back();
    m_context.canvas.update();
    return true;
}

QCursor PathTool::cursor() const
{
    return m_cursor && closes(m_context.canvas.view().toScreen(m_cursor->point)) ? Qt::PointingHandCursor : Qt::CrossCursor;
}

void PathTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    const bool closing = m_cursor && closes(view.toScreen(m_cursor->point));
    const auto towards = m_cursor && !closing && !m_points.empty() ? way(*m_cursor) : std::vector<geometry::Point>{};
    canvas::ShapePainter(painter, view, clip, devicePixelRatio).openOutline(m_points, towards, closing, isClosed(), colour());
    if (m_cursor && m_cursor->snap && !closing)
        Snapper::paint(painter, view, *m_cursor->snap);
    if (!m_cursor || m_points.empty())
        return;
    std::vector<geometry::Point> all = m_points;
    all.insert(all.end(), towards.begin(), towards.end());
    paintMore(painter, view, all);
    paintReadout(painter, view.toScreen(m_cursor->point), readout(all), clip, m_context.canvas.font());
}

}  // namespace plumbline::imageview
