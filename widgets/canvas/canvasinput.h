// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/handles.h"
#include "widgets/canvas/viewtransform.h"

#include <QCursor>

#include <optional>

class QPainter;

namespace plumbline::canvas {

/// A mouse event in both spaces.
struct CanvasPointer {
    geometry::Point image;
    QPointF screen;
    Qt::MouseButton button = Qt::NoButton;  ///< that changed
    Qt::MouseButtons buttons;               ///< that are down now
    Qt::KeyboardModifiers modifiers;
    double pressure = 1;  ///< of a stylus, 0 to 1; a mouse presses with 1
};

/// Whoever interprets the mouse on a canvas: the current tool. Abstract so that the canvas knows no tools and tools are
/// tested without one. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT CanvasInput
{
public:
    virtual ~CanvasInput();

    virtual void press(const CanvasPointer &pointer) = 0;
    /// With and without buttons down.
    virtual void move(const CanvasPointer &pointer) = 0;
    virtual void release(const CanvasPointer &pointer) = 0;
    virtual void doubleClick(const CanvasPointer &pointer) = 0;
    virtual void leave() {}
    /// A turn of the wheel, in notches, with keys held; true = used, the canvas does not zoom.
    virtual bool wheel(double, Qt::KeyboardModifiers) { return false; }
    /// Draws what is being made, above everything; screen space. `clip` = the canvas.
    virtual void paint(QPainter &painter, const ViewTransform &view, const QRectF &clip, double devicePixelRatio) = 0;

    [[nodiscard]] virtual QCursor cursor() const = 0;
    /// Lines through the cursor across the picture.
    [[nodiscard]] virtual bool wantsGuides() const { return false; }
    /// Handles on selected shapes.
    [[nodiscard]] virtual bool wantsHandles() const { return false; }
    /// Points of the selected shape that are chosen themselves.
    [[nodiscard]] virtual std::vector<VertexRef> chosenVertices() const { return {}; }
};

}  // namespace plumbline::canvas
