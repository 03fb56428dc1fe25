// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"

namespace plumbline::imageview {

/// Draws a ring corner by corner for the selected shapes; Enter, a double-click or a click on the first corner closes;
/// Backspace takes the last corner back.
class RingTool : public Tool
{
    Q_DECLARE_TR_FUNCTIONS(plumbline::imageview::RingTool)

public:
    enum class Does { Hole, Part };
    RingTool(ToolContext &context, Does does) : Tool(context), m_does(does) {}

    [[nodiscard]] QString id() const override;
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &) override {}
    void doubleClick(const canvas::CanvasPointer &pointer) override;
    void leave() override { m_cursor.reset(); }
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override;
    [[nodiscard]] bool wantsGuides() const override { return true; }
    bool finish() override;
    [[nodiscard]] bool isBusy() const override { return !m_ring.empty(); }
    bool cancel() override;
    bool stepBack() override;

private:
    [[nodiscard]] bool closes(QPointF screen) const;

    Does m_does;
    geometry::Ring m_ring;
    std::optional<geometry::Point> m_cursor;
};

/// Cuts a hole into the selected shapes.
class HoleTool final : public RingTool
{
public:
    explicit HoleTool(ToolContext &context) : RingTool(context, Does::Hole) {}
};

/// Gives the selected shape another part.
class PartTool final : public RingTool
{
public:
    explicit PartTool(ToolContext &context) : RingTool(context, Does::Part) {}
};

/// Cuts shapes in two along a line, which goes on beyond its ends: drag it, or click twice.
class SplitTool final : public Tool
{
    Q_DECLARE_TR_FUNCTIONS(plumbline::imageview::SplitTool)

public:
    using Tool::Tool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.split"); }
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &pointer) override;
    void doubleClick(const canvas::CanvasPointer &pointer) override { press(pointer); }
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override { return Qt::CrossCursor; }
    bool finish() override;
    [[nodiscard]] bool isBusy() const override { return m_state != State::Idle; }
    bool cancel() override;

private:
    void cut();

    enum class State { Idle, Dragging, Anchored, SecondPress };
    State m_state = State::Idle;
    geometry::Point m_from;
    geometry::Point m_to;
    QPointF m_pressed;
};

/// Takes corners off the selected polygons, masks and lines: shows the result for the tolerance at once, Enter keeps it.
class SimplifyTool final : public Tool
{
    Q_DECLARE_TR_FUNCTIONS(plumbline::imageview::SimplifyTool)

public:
    using Tool::Tool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.simplify"); }
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &) override {}
    void release(const canvas::CanvasPointer &) override {}
    void doubleClick(const canvas::CanvasPointer &) override { finish(); }
    bool wheel(double notches, Qt::KeyboardModifiers modifiers) override;
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override { return Qt::ArrowCursor; }
    bool finish() override;
    bool cancel() override;
    bool trigger(const QString &actionId) override;
    void documentChanged() override;
    void enter() override { documentChanged(); }
    void leave() override {}
    [[nodiscard]] std::vector<ToolOption> options() override;
    [[nodiscard]] QString status() const override;

private:
    struct Simplified {
        AnnotationId id;
        geometry::Geometry geometry;
        std::shared_ptr<const canvas::MaskPicture> picture;  // of a mask
    };

    void setTolerance(double tolerance);
    void compute();

    std::vector<Simplified> m_results;
    std::size_t m_before = 0;  // corners
    std::size_t m_after = 0;
};

}  // namespace plumbline::imageview
