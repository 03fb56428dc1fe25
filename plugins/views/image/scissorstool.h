// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/imagesegmentation.h"
#include "plugins/views/image/regionpreview.h"
#include "plugins/views/image/tooljob.h"

namespace plumbline::imageview {

/// Intelligent scissors: a click begins, the line follows edges to the cursor, a click fixes it there; Enter, a double-click
/// or a click on the first point closes; Backspace takes the last piece back. Alt draws straight. Edges are sought around
/// the last point, in the background; until they are known, and beyond that part, the line is straight.
class ScissorsTool final : public Tool
{
    Q_DECLARE_TR_FUNCTIONS(plumbline::imageview::ScissorsTool)

public:
    using Tool::Tool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.scissors"); }
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &) override {}
    void doubleClick(const canvas::CanvasPointer &pointer) override;
    void leave() override;
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override;
    bool finish() override;
    [[nodiscard]] bool isBusy() const override { return !m_line.empty(); }
    bool cancel() override;
    bool stepBack() override;
    [[nodiscard]] std::vector<ToolOption> options() override;
    [[nodiscard]] QString status() const override;

private:
    [[nodiscard]] bool closes(QPointF screen) const;
    /// Points after the last fixed one, up to `to`, which is the last.
    [[nodiscard]] std::vector<geometry::Point> wayTo(geometry::Point to, bool straight) const;
    void seek();
    void reset();

    std::vector<geometry::Point> m_line;    // fixed so far
    std::vector<std::size_t> m_anchors;     // where the clicks lie in it
    std::vector<geometry::Point> m_live;    // from there to the cursor
    std::optional<geometry::Point> m_cursor;
    WorkArea m_area;
    std::shared_ptr<const LiveWire> m_wire;  // from the last anchor; null while it is sought
    ToolJob m_job{m_context.jobs};
};

}  // namespace plumbline::imageview
