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
    /// A shape that is not in a scene: what a tool is about to make.
    void preview(const geometry::Geometry &geometry, const QColor &colour, bool predicted = false);
    /// Handles of a selected shape; the chosen corner is filled.
    void handles(const geometry::Geometry &geometry, const QColor &colour, const std::optional<VertexRef> &chosen);
    /// A polygon in the making: corners so far and the line to the cursor; the first corner is ringed when it would close.
    void openOutline(const std::vector<geometry::Point> &points, const std::optional<geometry::Point> &cursor, bool closes,
                     const QColor &colour);

    /// The class colour, made light enough to read on its dark casing.
    [[nodiscard]] static QColor lineColour(const QColor &classColour);

private:
    void stroke(const geometry::Geometry &geometry, const QPainterPath *outline, const QColor &colour, bool dashed, double width);
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
