// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/strokepixels.h"
#include "plugins/views/image/tool.h"
#include "widgets/canvas/maskpicture.h"

namespace plumbline::imageview {

/// Paints masks, or erases from them; Alt does the other of the two. Goes on with the selected mask of the current class or
/// begins a new one. Shift draws straight: from the end of the last stroke, or from where it was pressed. What is being
/// painted is a layer of the screen; the pixels of the picture are reckoned step by step beside it.
class BrushTool : public Tool
{
    Q_DECLARE_TR_FUNCTIONS(plumbline::imageview::BrushTool)

public:
    enum class Does { Paint, Erase };
    BrushTool(ToolContext &context, Does does) : Tool(context), m_does(does) {}

    [[nodiscard]] QString id() const override;
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &pointer) override;
    void doubleClick(const canvas::CanvasPointer &pointer) override { press(pointer); }
    void leave() override;
    bool wheel(double notches, Qt::KeyboardModifiers modifiers) override;
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override;
    [[nodiscard]] bool isBusy() const override { return goesOn(); }
    bool cancel() override;
    bool trigger(const QString &actionId) override;
    void documentChanged() override;
    [[nodiscard]] std::vector<ToolOption> options() override;

private:
    [[nodiscard]] geometry::Dab dabAt(const canvas::CanvasPointer &pointer) const;
    [[nodiscard]] bool goesOn() const { return !m_stroke.dabs.empty(); }
    void resize(double factor);
    void reset();
    void updateScreen(const geometry::Box &image);
    void updateTip(const std::optional<QPointF> &before);
    void rebuildLayer(const canvas::ViewTransform &view, const QRectF &clip, double ratio);
    void drawSteps(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double ratio, std::size_t first) const;

    Does m_does;
    bool m_erasing = false;  // this stroke
    geometry::BrushStroke m_stroke;
    std::optional<geometry::StrokePixels> m_pixels;  // of the steps that stay
    std::optional<geometry::Dab> m_lastEnd;  // of the stroke before
    ItemId m_lastItem;                       // it was on
    std::size_t m_straightFrom = 0;          // dabs that stay while Shift draws straight; 0 = it does not
    AnnotationId m_target;
    geometry::Geometry m_targetBefore;
    std::optional<QPointF> m_cursor;

    // Screen layer: the target with the stroke so far, opaque.
    std::unique_ptr<canvas::MaskPicture> m_base;
    QColor m_colour;
    QImage m_layer;
    canvas::ViewTransform m_layerView;
    std::size_t m_layerDabs = 0;  // drawn so far
};

class PaintTool final : public BrushTool
{
public:
    explicit PaintTool(ToolContext &context) : BrushTool(context, Does::Paint) {}
};

class EraseTool final : public BrushTool
{
public:
    explicit EraseTool(ToolContext &context) : BrushTool(context, Does::Erase) {}
};

}  // namespace plumbline::imageview
