// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"

namespace plumbline::imageview {

/// Joins two labels by an arrow: drag from one to the other, or click both.
class RelationTool final : public Tool
{
public:
    using Tool::Tool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.relation"); }
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &pointer) override;
    void doubleClick(const canvas::CanvasPointer &pointer) override { press(pointer); }
    void leave() override;
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override;
    [[nodiscard]] bool isBusy() const override { return !m_from.isNull(); }
    bool cancel() override;
    void documentChanged() override;
    [[nodiscard]] std::vector<ToolOption> options() override;

private:
    /// Something an arrow can start or end at; null = nothing.
    [[nodiscard]] AnnotationId labelAt(QPointF screen) const;
    void finishAt(AnnotationId to);

    AnnotationId m_from;
    AnnotationId m_under;
    bool m_pressed = false;
    bool m_second = false;  // the press is the second click
    QPointF m_pressedAt;
    geometry::Point m_cursor;
};

}  // namespace plumbline::imageview
