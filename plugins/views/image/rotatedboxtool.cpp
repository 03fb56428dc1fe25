// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/rotatedboxtool.h"

#include "widgets/canvas/orientedframe.h"
#include "widgets/canvas/shapepainter.h"

#include <cmath>
#include <numbers>

namespace plumbline::imageview {

geometry::Point onStep(geometry::Point from, geometry::Point to, double step)
{
    const double angle = canvas::snappedAngle(std::atan2(to.y - from.y, to.x - from.x), step);
    const double along = (to.x - from.x) * std::cos(angle) + (to.y - from.y) * std::sin(angle);
    return {from.x + along * std::cos(angle), from.y + along * std::sin(angle)};
}

void RotatedBoxTool::follow(const canvas::CanvasPointer &pointer)
{
    m_current = pointer.image;
    const bool side = m_state == State::FirstPress || m_state == State::Side || m_state == State::SidePress;
    if (side && pointer.modifiers.testFlag(Qt::ShiftModifier))
        m_current = onStep(m_first, m_current, angleStep);
    else
        m_current = canvas::clampedTo(m_current, m_context.edits.limits());
    if (m_state != State::Idle)
        m_context.canvas.update();
}

void RotatedBoxTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    follow(pointer);
    m_pressed = pointer.screen;
    if (m_state == State::Side) {
        m_state = State::SidePress;
    } else if (m_state == State::Depth) {
        m_state = State::DepthPress;
    } else if (m_state == State::Idle && m_context.edits.mayDraw(QStringLiteral("rotated-box"))) {
        m_first = m_current;
        m_state = State::FirstPress;
    }
    m_context.canvas.update();
}

void RotatedBoxTool::move(const canvas::CanvasPointer &pointer)
{
    follow(pointer);
}

void RotatedBoxTool::release(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    follow(pointer);
    if (m_state == State::FirstPress && travel(pointer.screen, m_pressed) < dragThreshold)
        m_state = State::Side;
    else if (m_state == State::FirstPress || m_state == State::SidePress)
        setEnd();
    else if (m_state == State::DepthPress)
        commit();
}

void RotatedBoxTool::setEnd()
{
    if (std::hypot(m_current.x - m_first.x, m_current.y - m_first.y) < smallestBox) {
        m_state = State::Side;
        m_context.hint(ImageEdits::tr("A side needs at least 2 pixels."));
        return;
    }
    m_second = m_current;
    m_state = State::Depth;
    m_context.canvas.update();
}

void RotatedBoxTool::commit()
{
    const geometry::RotatedBox box = canvas::frameOfSide(m_first, m_second, m_current);
    if (box.h < smallestBox) {
        m_state = State::Depth;
        m_context.hint(ImageEdits::tr("Click how deep the box is: at least 2 pixels from its first side."));
        return;
    }
    m_state = State::Idle;
    m_context.canvas.update();
    m_context.edits.create(box);
}

bool RotatedBoxTool::finish()
{
    if (m_state == State::Side)
        setEnd();
    else if (m_state == State::Depth)
        commit();
    else
        return false;
    return true;
}

bool RotatedBoxTool::cancel()
{
    const bool busy = isBusy();
    m_state = State::Idle;
    m_context.canvas.update();
    return busy;
}

bool RotatedBoxTool::stepBack()
{
    if (m_state == State::Depth)
        m_state = State::Side;
    else
        return cancel();
    m_context.canvas.update();
    return true;
}

void RotatedBoxTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    if (m_state == State::Idle)
        return;
    canvas::ShapePainter shapes(painter, view, clip, devicePixelRatio);
    const auto degrees = [](double radians) { return QString::number(radians * 180 / std::numbers::pi, 'f', 1); };
    QString text;
    if (m_state == State::Depth || m_state == State::DepthPress) {
        const geometry::RotatedBox box = canvas::frameOfSide(m_first, m_second, m_current);
        shapes.preview(box, currentColour());
        text = QStringLiteral("%1 × %2 · %3°").arg(std::lround(box.w)).arg(std::lround(box.h)).arg(degrees(box.angleRadians));
    } else {
        shapes.openOutline({m_first}, {m_current}, false, false, currentColour());
        const geometry::Point d{m_current.x - m_first.x, m_current.y - m_first.y};
        text = QStringLiteral("%1 · %2°").arg(std::lround(std::hypot(d.x, d.y))).arg(degrees(std::atan2(d.y, d.x)));
    }
    paintReadout(painter, view.toScreen(m_current), text, clip, m_context.canvas.font());
}

}  // namespace plumbline::imageview
