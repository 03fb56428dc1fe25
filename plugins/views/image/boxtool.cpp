// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/boxtool.h"

#include "widgets/canvas/shapepainter.h"

#include <cmath>

namespace plumbline::imageview {

void BoxTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    m_current = canvas::clampedTo(pointer.image, m_context.edits.picture());
    if (m_state == State::Anchored) {
        m_state = State::SecondPress;
    } else if (m_state == State::Idle && m_context.edits.mayDraw(QStringLiteral("box"))) {
        m_anchor = m_current;
        m_pressed = pointer.screen;
        m_state = State::Dragging;
    }
    m_context.canvas.update();
}

void BoxTool::move(const canvas::CanvasPointer &pointer)
{
    m_current = canvas::clampedTo(pointer.image, m_context.edits.picture());
    if (m_state != State::Idle)
        m_context.canvas.update();
}

void BoxTool::release(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    if (m_state == State::Dragging && travel(pointer.screen, m_pressed) < dragThreshold)
        m_state = State::Anchored;
    else if (m_state == State::Dragging || m_state == State::SecondPress)
        commit(pointer.image);
}

void BoxTool::commit(geometry::Point corner)
{
    const geometry::Box box = canvas::boxBetween(m_anchor, corner, m_context.edits.picture());
    m_state = State::Idle;
    m_context.canvas.update();
    if (box.w < smallestBox || box.h < smallestBox)
        m_context.hint(ImageEdits::tr("A box needs at least 2 × 2 pixels."));
    else
        m_context.edits.create(box);
}

bool BoxTool::finish()
{
    if (m_state != State::Anchored)
        return false;
    commit(m_current);
    return true;
}

bool BoxTool::cancel()
{
    const bool busy = m_state != State::Idle;
    m_state = State::Idle;
    m_context.canvas.update();
    return busy;
}

void BoxTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    if (m_state == State::Idle)
        return;
    const geometry::Box box = canvas::boxBetween(m_anchor, m_current, m_context.edits.picture());
    canvas::ShapePainter(painter, view, clip, devicePixelRatio).preview(box, currentColour());
    paintReadout(painter, view.toScreen(m_current), QStringLiteral("%1 × %2").arg(std::lround(box.w)).arg(std::lround(box.h)), clip,
                 m_context.canvas.font());
}

}  // namespace plumbline::imageview
