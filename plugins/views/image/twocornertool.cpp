// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/twocornertool.h"

#include "widgets/canvas/shapepainter.h"

#include <algorithm>
#include <cmath>

namespace plumbline::imageview {

geometry::Box boxFrom(geometry::Point anchor, geometry::Point corner, bool even, bool fromCentre,
                      const std::optional<geometry::Box> &limits)
{
    anchor = canvas::clampedTo(anchor, limits);
    if (!even && !fromCentre)
        return canvas::boxBetween(anchor, corner, limits);
    double dx = corner.x - anchor.x;
    double dy = corner.y - anchor.y;
    if (even) {
        const double side = std::max(std::abs(dx), std::abs(dy));
        dx = std::copysign(side, dx);
        dy = std::copysign(side, dy);
    }
    if (limits) {
        const double left = anchor.x - limits->x;
        const double right = limits->right() - anchor.x;
        const double up = anchor.y - limits->y;
        const double down = limits->bottom() - anchor.y;
        double roomX = fromCentre ? std::min(left, right) : dx < 0 ? left : right;
        double roomY = fromCentre ? std::min(up, down) : dy < 0 ? up : down;
        if (even)
            roomX = roomY = std::min(roomX, roomY);
        dx = std::clamp(dx, -roomX, roomX);
        dy = std::clamp(dy, -roomY, roomY);
    }
    const geometry::Point other{anchor.x + dx, anchor.y + dy};
    return canvas::boxBetween(fromCentre ? geometry::Point{anchor.x - dx, anchor.y - dy} : anchor, other, std::nullopt);
}

geometry::Box TwoCornerTool::bounds() const
{
    return boxFrom(m_anchor, m_current, m_even, m_fromCentre, m_context.edits.limits());
}

void TwoCornerTool::follow(const canvas::CanvasPointer &pointer)
{
    m_current = canvas::clampedTo(pointer.image, m_context.edits.limits());
    m_even = pointer.modifiers.testFlag(Qt::ShiftModifier);
    m_fromCentre = pointer.modifiers.testFlag(Qt::ControlModifier);
    if (m_state != State::Idle)
        m_context.canvas.update();
}

void TwoCornerTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    follow(pointer);
    if (m_state == State::Anchored) {
        m_state = State::SecondPress;
    } else if (m_state == State::Idle && m_context.edits.mayDraw(geometryName())) {
        m_anchor = m_current;
        m_pressed = pointer.screen;
        m_state = State::Dragging;
    }
    m_context.canvas.update();
}

void TwoCornerTool::move(const canvas::CanvasPointer &pointer)
{
    follow(pointer);
}

void TwoCornerTool::release(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    if (m_state == State::Dragging && travel(pointer.screen, m_pressed) < dragThreshold) {
        m_state = State::Anchored;
    } else if (m_state == State::Dragging || m_state == State::SecondPress) {
        follow(pointer);
        commit();
    }
}

void TwoCornerTool::commit()
{
    const geometry::Box box = bounds();
    m_state = State::Idle;
    m_context.canvas.update();
    if (box.w < smallestBox || box.h < smallestBox)
        m_context.hint(tooSmall());
    else
        m_context.edits.create(shapeIn(box));
}

bool TwoCornerTool::finish()
{
    if (m_state != State::Anchored)
        return false;
    commit();
    return true;
}

bool TwoCornerTool::cancel()
{
    const bool busy = m_state != State::Idle;
    m_state = State::Idle;
    m_context.canvas.update();
    return busy;
}

void TwoCornerTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    if (m_state == State::Idle)
        return;
    const geometry::Box box = bounds();
    canvas::ShapePainter(painter, view, clip, devicePixelRatio).preview(shapeIn(box), currentColour());
    paintReadout(painter, view.toScreen(m_current), QStringLiteral("%1 × %2").arg(std::lround(box.w)).arg(std::lround(box.h)),
                 clip, m_context.canvas.font());
}

}  // namespace plumbline::imageview
