// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"
#include "widgets/export.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QTransform>

namespace plumbline::canvas {

/// Where the picture lies on the screen: screen = image × scale + offset. Screen space: logical pixels of the canvas,
/// origin at its top-left corner. A value.
struct PLUMBLINE_WIDGETS_EXPORT ViewTransform {
    double scale = 1;  ///< logical screen pixels per image pixel, > 0
    QPointF offset;    ///< of the picture's top-left corner, screen space
    bool operator==(const ViewTransform &) const = default;

    [[nodiscard]] QPointF toScreen(geometry::Point p) const { return {p.x * scale + offset.x(), p.y * scale + offset.y()}; }
    [[nodiscard]] geometry::Point toImage(QPointF p) const { return {(p.x() - offset.x()) / scale, (p.y() - offset.y()) / scale}; }
    [[nodiscard]] QRectF rectOf(const geometry::Box &b) const
    {
        return {toScreen({b.x, b.y}), QSizeF(b.w * scale, b.h * scale)};
    }
    [[nodiscard]] geometry::Box toImage(const QRectF &r) const;
    [[nodiscard]] QTransform screen_from_image() const { return QTransform(scale, 0, 0, scale, offset.x(), offset.y()); }

    /// The same view with the image point under `anchor` (screen) kept there.
    [[nodiscard]] ViewTransform zoomedAbout(QPointF anchor, double newScale) const;
    /// Shows all of a picture inside a viewport, with a margin on every side; never enlarges beyond `maximumScale`.
    [[nodiscard]] static ViewTransform fitted(QSizeF picture, QSizeF viewport, double margin, double maximumScale);
    /// Offset moved so that at least `remaining` screen pixels of the picture stay in the viewport on each axis.
    [[nodiscard]] ViewTransform kept(QSizeF picture, QSizeF viewport, double remaining) const;
    /// Offset on whole device pixels, so that the picture and straight lines are drawn crisp.
    [[nodiscard]] ViewTransform snapped(double devicePixelRatio) const;
};

}  // namespace plumbline::canvas
