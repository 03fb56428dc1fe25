// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"

namespace plumbline::imageview {

/// Draws rotated boxes by three clicks: two ends of one side (or drag along it), then how deep it is. Shift turns the side
/// to whole steps of 15°. The ends stay in the picture; the far corners may stick out, as cutting them would turn the box
/// into another shape.
class RotatedBoxTool final : public Tool
{
public:
    using Tool::Tool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.rotated"); }
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &pointer) override;
    void doubleClick(const canvas::CanvasPointer &pointer) override { press(pointer); }
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }
    [[nodiscard]] bool wantsGuides() const override { return m_state == State::Idle; }
    [[nodiscard]] bool isBusy() const override { return m_state != State::Idle; }
    bool finish() override;
    bool cancel() override;
    bool stepBack() override;

private:
    void follow(const canvas::CanvasPointer &pointer);
    void setEnd();
    void commit();

    enum class State { Idle, FirstPress, Side, SidePress, Depth, DepthPress };
    State m_state = State::Idle;
    geometry::Point m_first;
    geometry::Point m_second;
    geometry::Point m_current;
    QPointF m_pressed;
};

/// `to` moved onto the nearest direction from `from` that is a whole multiple of `step` radians, as far along as it was.
[[nodiscard]] geometry::Point onStep(geometry::Point from, geometry::Point to, double step);

}  // namespace plumbline::imageview
