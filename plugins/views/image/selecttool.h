// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/drags.h"

namespace plumbline::canvas {
class ShapePainter;
}

namespace plumbline::imageview {

/// Selects: a click takes a label with its group (Alt+click or a double-click the one alone), Shift adds, Ctrl toggles, a
/// drag over empty ground takes what lies wholly inside. Moves, resizes and turns one label by its handles, several by
/// the frame around them. Points of polygons, lines and skeletons: drag one, drag an edge's midpoint or double-click an
/// edge to insert one, Alt+click one to delete it; Shift+click and Alt+drag over empty ground choose several, which then
/// move together; J or Ctrl+click hides and shows a joint.
class SelectTool : public Tool
{
public:
    /// `frameAlways`: a single label has the frame, too, instead of its points.
    explicit SelectTool(ToolContext &context, bool frameAlways = false) : Tool(context), m_frameAlways(frameAlways) {}

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.select"); }
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &pointer) override;
    void doubleClick(const canvas::CanvasPointer &pointer) override;
    void leave() override;
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override;
    [[nodiscard]] bool wantsHandles() const override { return !m_drag && !frame(); }
    [[nodiscard]] std::vector<canvas::VertexRef> chosenVertices() const override { return m_chosen; }
    [[nodiscard]] bool isBusy() const override { return m_pressed != Press::None; }
    bool cancel() override;
    bool removeChosen() override;
    bool trigger(const QString &actionId) override;
    void documentChanged() override;

private:
    enum class Press { None, Shapes, Handle, Turn, Point, Midpoint, FrameHandle, FrameTurn, Band, PointBand };

    /// Around the selection when it is to be handled as a whole; nothing otherwise.
    [[nodiscard]] std::optional<geometry::RotatedBox> frame() const;
    /// Handle of the frame under the mouse; boxHandleCount = the one for turning.
    [[nodiscard]] std::optional<int> frameHandleAt(QPointF screen) const;
    [[nodiscard]] canvas::Hit hitAt(QPointF screen) const;
    void pressShape(const canvas::CanvasPointer &pointer);
    void pressPoint(const canvas::CanvasPointer &pointer);
    void begin();
    [[nodiscard]] std::unique_ptr<ShapeDrag> makeDrag(Previews previews);
    [[nodiscard]] Previews previewsOf(const std::vector<AnnotationId> &ids);
    void commit();
    void paintArrows(canvas::ShapePainter &shapes) const;
    void reset();
    void choose(AnnotationId of, std::vector<canvas::VertexRef> points);
    bool removePoints(AnnotationId id, std::vector<canvas::VertexRef> points);
    void nudgeChosen(geometry::Point step);
    void cycleVisibility(AnnotationId id, const std::vector<canvas::VertexRef> &joints);
    /// The only selected label when it is made of points and can be changed.
    [[nodiscard]] const model::Annotation *pointShape() const;

    bool m_frameAlways;
    Press m_pressed = Press::None;
    canvas::CanvasPointer m_start;
    canvas::Hit m_hit;
    canvas::Hit m_hover;
    std::optional<int> m_frameHandle;
    std::optional<geometry::RotatedBox> m_frameAtStart;
    std::unique_ptr<ShapeDrag> m_drag;
    QPointF m_at;
    std::vector<AnnotationId> m_arrows;  // drawn by the preview
    bool m_banding = false;
    geometry::Box m_band;
    QSet<AnnotationId> m_bandBase;
    AnnotationId m_chosenOf;
    std::vector<canvas::VertexRef> m_chosen;
    QSet<AnnotationId> m_onlyThese;  // selected alone when the press turns out to be a click
};

/// Selects in the same way, but handles even one label by the frame around it: scale and turn whatever has points, turn a
/// box into a rotated box.
class TransformTool final : public SelectTool
{
public:
    explicit TransformTool(ToolContext &context) : SelectTool(context, true) {}
    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.transform"); }
};

}  // namespace plumbline::imageview
