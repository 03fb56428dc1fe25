// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"

namespace plumbline::imageview {

/// Selects (click; Shift adds, Ctrl toggles; a drag over empty ground selects what lies wholly inside), moves, resizes
/// boxes, and edits the corners of polygons: drag one, drag an edge's midpoint or double-click an edge to insert one,
/// Alt+click one to delete it.
class SelectTool final : public Tool
{
public:
    using Tool::Tool;

    [[nodiscard]] QString id() const override { return QStringLiteral("image.tool.select"); }
    void press(const canvas::CanvasPointer &pointer) override;
    void move(const canvas::CanvasPointer &pointer) override;
    void release(const canvas::CanvasPointer &pointer) override;
    void doubleClick(const canvas::CanvasPointer &pointer) override;
    void leave() override;
    void paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio) override;
    [[nodiscard]] QCursor cursor() const override;
    [[nodiscard]] bool wantsHandles() const override { return m_drag != Drag::Shapes || !m_dragging; }
    [[nodiscard]] std::optional<canvas::VertexRef> chosenVertex() const override { return m_chosen; }
    bool cancel() override;
    bool removeChosen() override;
    void documentChanged() override;

private:
    enum class Drag { None, Shapes, Handle, Vertex, Midpoint, Band };
    /// A shape as it would be after the gesture.
    struct Preview {
        AnnotationId id;
        geometry::Geometry before;
        geometry::Geometry after;
    };

    void pressShape(const canvas::Hit &hit, Qt::KeyboardModifiers modifiers);
    void begin();
    void update(const canvas::CanvasPointer &pointer);
    void commit();
    void reset();
    void choose(const std::optional<canvas::VertexRef> &vertex);
    bool removeVertex(AnnotationId id, const canvas::VertexRef &vertex);
    [[nodiscard]] const geometry::Polygon *polygonOf(AnnotationId id) const;

    Drag m_drag = Drag::None;
    bool m_dragging = false;  // past the threshold
    canvas::CanvasPointer m_start;
    canvas::Hit m_hit;
    canvas::Hit m_hover;
    std::vector<Preview> m_previews;
    geometry::Box m_band;
    QSet<AnnotationId> m_bandBase;
    std::optional<canvas::VertexRef> m_chosen;
    AnnotationId m_chosenOf;
    AnnotationId m_onlyThis;  // selected alone when the press turns out to be a click
};

}  // namespace plumbline::imageview
