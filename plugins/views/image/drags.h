// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/snapper.h"
#include "plugins/views/image/tool.h"
#include "widgets/canvas/orientedframe.h"

#include <memory>

namespace plumbline::imageview {

/// What a drag makes of a shape.
struct ShapePreview {
    AnnotationId id;
    geometry::Geometry before;
    geometry::Geometry after;
};

/// Shapes that are being changed by the mouse: previews until it is released. One object per drag.
class ShapeDrag
{
public:
    /// `start`: where the mouse was pressed.
    ShapeDrag(ToolContext &context, std::vector<ShapePreview> previews, const canvas::CanvasPointer &start)
        : m_context(context), m_previews(std::move(previews)), m_start(start)
    {}
    virtual ~ShapeDrag() = default;
    Q_DISABLE_COPY_MOVE(ShapeDrag)

    virtual void update(const canvas::CanvasPointer &pointer) = 0;
    [[nodiscard]] virtual ImageEdits::Verb verb() const = 0;
    /// Beside the cursor; empty = nothing.
    [[nodiscard]] virtual QString readout() const { return {}; }
    /// Handles are drawn on the previews.
    [[nodiscard]] virtual bool showsHandles() const { return true; }
    /// The frame around everything, as it would be; nothing for drags of single shapes.
    [[nodiscard]] virtual std::optional<geometry::RotatedBox> frame() const { return std::nullopt; }
    [[nodiscard]] virtual std::optional<Snap> snap() const { return std::nullopt; }
    [[nodiscard]] const std::vector<ShapePreview> &previews() const { return m_previews; }

protected:
    [[nodiscard]] geometry::Point moved(const canvas::CanvasPointer &pointer) const
    {
        return {pointer.image.x - m_start.image.x, pointer.image.y - m_start.image.y};
    }
    [[nodiscard]] std::optional<geometry::Box> limits() const { return m_context.edits.limitsOf(m_previews.front().id); }

    ToolContext &m_context;
    std::vector<ShapePreview> m_previews;
    canvas::CanvasPointer m_start;
};

using Previews = std::vector<ShapePreview>;

/// All of them along; Shift keeps to one axis.
[[nodiscard]] std::unique_ptr<ShapeDrag> moveDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start);
/// A handle of a box, rotated box or ellipse; Shift keeps the proportions.
[[nodiscard]] std::unique_ptr<ShapeDrag> handleDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start,
                                                    int handle);
/// A rotated box or ellipse about its centre; Shift steps by 15°.
[[nodiscard]] std::unique_ptr<ShapeDrag> turnDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start);
/// Points of one shape, led by the one under the mouse, which snaps; Ctrl suspends that.
[[nodiscard]] std::unique_ptr<ShapeDrag> pointDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start,
                                                   const canvas::VertexRef &lead, std::vector<canvas::VertexRef> points);
/// A new point after another one; it snaps.
[[nodiscard]] std::unique_ptr<ShapeDrag> insertDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start,
                                                    const canvas::VertexRef &after);
/// Everything by a handle of the upright frame around it; Shift keeps the proportions.
[[nodiscard]] std::unique_ptr<ShapeDrag> scaleDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start,
                                                   const geometry::RotatedBox &frame, int handle);
/// Everything about the centre of the frame; Shift steps by 15°.
[[nodiscard]] std::unique_ptr<ShapeDrag> spinDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start,
                                                  const geometry::RotatedBox &frame);

/// "-12.5°".
[[nodiscard]] QString degreesText(double radians);

}  // namespace plumbline::imageview
