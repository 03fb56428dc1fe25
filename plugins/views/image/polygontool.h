// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"

namespace plumbline::imageview {

/// Draws polygons: a click adds a corner; Enter, a double-click or a click on the first corner closes; Backspace takes the
/// last corner back; Esc drops all. Kept inside the picture.
class PolygonTool final : public Tool
{
public:
    using Tool::Tool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.polygon"); }
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &) override {}
    void doubleClick(const canvas::CanvasPointer &pointer) override;
    void leave() override;
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override;
    [[nodiscard]] bool wantsGuides() const override { return true; }
    bool finish() override;
    bool cancel() override;
    bool stepBack() override;

private:
    [[nodiscard]] bool closes(QPointF screen) const;

    std::vector<geometry::Point> m_points;
    std::optional<geometry::Point> m_cursor;
};

}  // namespace plumbline::imageview
