// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/handles.h"
#include "widgets/canvas/shapescene.h"
#include "widgets/canvas/viewtransform.h"

#include <vector>

class QPainter;

namespace plumbline::canvas {

enum class Emphasis { Normal, Hovered, Selected };

/// Draws shapes in screen space. Line widths, dashes and handles keep their size at any zoom. Human labels are solid,
/// proposals dashed, selected ones thicker and tinted; ignore regions hatched one way, crowds both ways, locked ones level.
/// Borrows the scene; the painter is in logical screen pixels.
class PLUMBLINE_WIDGETS_EXPORT ShapePainter
{
public:
    /// `clip`: part of the screen that is painted; nothing outside needs to be drawn.
    ShapePainter(QPainter &painter, const ViewTransform &view, const QRectF &clip, double devicePixelRatio);

    /// Many shapes at normal emphasis. Above some thousands in sight outlines become hairlines; below three pixels a shape
    /// is a dot at any count. `quick` draws hairlines at any count, for views that change while they are drawn.
    void shapes(const ShapeScene &scene, const std::vector<int> &indices, bool quick = false);
    /// Selected shapes when there are so many that none stands out by itself: light hairlines, twice as thick.
    void manySelected(const ShapeScene &scene, const std::vector<int> &indices);
    void shape(const ShapeScene &scene, int index, Emphasis emphasis);
    /// A shape that is not in a scene: what a tool is about to make. Of `like` counts everything but geometry and id.
    void preview(const geometry::Geometry &geometry, const CanvasShape &like);
    void preview(const geometry::Geometry &geometry, const QColor &colour) { preview(geometry, like(colour)); }
    /// Handles of a selected shape; chosen points are filled.
    void handles(const geometry::Geometry &geometry, const QColor &colour, const std::vector<VertexRef> &chosen = {});
    /// A polygon or line in the making: points so far, and those up to the cursor when the mouse is there; the first point
    /// is ringed when it would close.
    void openOutline(const std::vector<geometry::Point> &points, const std::vector<geometry::Point> &towardsCursor, bool closes,
                     bool filled, const QColor &colour);
    /// A small square or round grip at a place on the screen.
    void grip(QPointF screen, const QColor &colour, bool round = false, bool chosen = false);
    /// Grips on eight sides and corners of a frame, and the one for turning.
    void frameGrips(const geometry::RotatedBox &frame, const QColor &colour, bool turns);

    /// The class colour, made light enough to read on its dark casing.
    [[nodiscard]] static QColor lineColour(const QColor &classColour);
    [[nodiscard]] static CanvasShape like(const QColor &classColour);

private:
    void stroke(const geometry::Geometry &geometry, const QPainterPath *outline, const CanvasShape &like, double width);
    void jointFrame(const QRectF &around, QColor colour);
    void joints(const geometry::KeyPoints &points, const CanvasShape &like, double width);
    void hairline(const ShapeScene &scene, int index);
    void fill(const geometry::Geometry &geometry, const QPainterPath &outline, const QColor &colour, int alpha);
    void hatch(const QPainterPath &outline, const QColor &colour, bool rising, bool falling, bool level);
    void knob(QPointF centre, double side, bool round, const QColor &border, const QColor &ground);
    [[nodiscard]] QRectF crisp(const geometry::Box &box, double width) const;

    QPainter &m_painter;
    ViewTransform m_view;
    QRectF m_clip;
    double m_ratio;
};

}  // namespace plumbline::canvas
