// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"

namespace plumbline::imageview {

/// Draws boxes: drag from corner to corner, or click one corner and then the other. Kept inside the picture.
class BoxTool final : public Tool
{
public:
    using Tool::Tool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.box"); }
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &pointer) override;
    void doubleClick(const canvas::CanvasPointer &pointer) override { press(pointer); }
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }
    [[nodiscard]] bool wantsGuides() const override { return true; }
    bool finish() override;
    bool cancel() override;

private:
    void commit(geometry::Point corner);

    enum class State { Idle, Dragging, Anchored, SecondPress };
    State m_state = State::Idle;
    geometry::Point m_anchor;
    geometry::Point m_current;
    QPointF m_pressed;
};

}  // namespace plumbline::imageview
