// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/image/tool.h"
#include "widgets/canvas/maskpicture.h"

namespace plumbline::imageview {

/// A part of the picture that a tool looks at, shrunk so that its work stays small.
struct WorkArea {
    QRect image;       ///< image pixels
    double scale = 1;  ///< work pixels per image pixel, at most 1
    QImage pixels;     ///< of the work; null when the picture has none

    /// Cuts out `wanted`, with at most `mostPixels` after shrinking. Main thread.
    [[nodiscard]] static WorkArea of(const ToolContext &context, const QRect &wanted, double mostPixels, double scale = 1);
    [[nodiscard]] QPoint toWork(geometry::Point image) const;
    /// Centre of a work pixel.
    [[nodiscard]] geometry::Point toImage(QPoint work) const;
    /// A mask of work pixels as an outline in image space: exact at scale 1, else without its steps.
    [[nodiscard]] geometry::Polygon outlineOf(const geometry::Mask &mask, double tolerance) const;
    /// Draws a mask of work pixels at its place.
    void paint(QPainter &painter, const canvas::MaskPicture &mask, const canvas::ViewTransform &view, const QRectF &clip,
               double ratio) const;
};

/// A line with a dark casing, as every shape has one; screen space.
void paintCasedLine(QPainter &painter, const QPolygonF &line, const QColor &colour, bool dashed = false);

}  // namespace plumbline::imageview
