// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"

namespace plumbline::imageview {

/// Draws what is given by two corners of its bounds: drag from one to the other, or click both. Shift makes the sides
/// equal, Ctrl draws from the centre. Kept inside the picture unless the class may reach outside it.
class TwoCornerTool : public Tool
{
public:
    using Tool::Tool;

    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &pointer) override;
    void doubleClick(const canvas::CanvasPointer &pointer) override { press(pointer); }
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }
    [[nodiscard]] bool wantsGuides() const override { return true; }
    [[nodiscard]] bool isBusy() const override { return m_state != State::Idle; }
    bool finish() override;
    bool cancel() override;

protected:
    [[nodiscard]] virtual QString geometryName() const = 0;
    [[nodiscard]] virtual geometry::Geometry shapeIn(const geometry::Box &bounds) const = 0;
    /// One line: it needs at least two by two pixels.
    [[nodiscard]] virtual QString tooSmall() const = 0;

private:
    [[nodiscard]] geometry::Box bounds() const;
    void follow(const canvas::CanvasPointer &pointer);
    void commit();

    enum class State { Idle, Dragging, Anchored, SecondPress };
    State m_state = State::Idle;
    geometry::Point m_anchor;
    geometry::Point m_current;
    bool m_even = false;
    bool m_fromCentre = false;
    QPointF m_pressed;
};

/// The box that two corners span: equal sides when `even`, `anchor` in its centre when `fromCentre`; shrunk, not shifted,
/// to stay within the limits.
[[nodiscard]] geometry::Box boxFrom(geometry::Point anchor, geometry::Point corner, bool even, bool fromCentre,
                                    const std::optional<geometry::Box> &limits);

}  // namespace plumbline::imageview
