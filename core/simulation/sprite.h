// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <QColor>
#include <QPainterPath>
#include <QTransform>

#include <initializer_list>
#include <vector>

namespace plumbline::simulation {

/// One flat-coloured shape of a drawing.
struct Part {
    QPainterPath path;
    QColor colour;
    bool body = true;       ///< belongs to the object; false for shadows and glow, which no label includes
    bool shines = false;    ///< a lamp or a lit window: the light of the day does not tint it
};

/// Parts from back to front. Private to this folder. Local space: origin where the thing stands, x forward, y down, one
/// unit = one pixel of a picture 600 pixels high.
class Sprite
{
public:
    Part &fill(QPainterPath path, QColor colour);
    Part &rect(double x, double y, double w, double h, QColor colour);
    Part &round(double x, double y, double w, double h, double radius, QColor colour);
    Part &ellipse(double cx, double cy, double rx, double ry, QColor colour);
    Part &polygon(std::initializer_list<QPointF> points, QColor colour);
    /// An open line with round ends and joins.
    Part &line(std::initializer_list<QPointF> points, double width, QColor colour);
    /// The outline of an ellipse.
    Part &hoop(double cx, double cy, double radius, double width, QColor colour);
    /// What of `path` lies in the rectangle: shading that never leaves the shape it shades.
    Part &band(const QPainterPath &path, QRectF rectangle, QColor colour);
    /// Soft dark ellipse on the ground; not part of the object.
    void shadow(double cx, double halfWidth, double halfHeight);

    [[nodiscard]] std::vector<Part> &parts() { return m_parts; }
    [[nodiscard]] const std::vector<Part> &parts() const { return m_parts; }
    void transform(const QTransform &picture_from_local);

private:
    std::vector<Part> m_parts;
};

[[nodiscard]] QPainterPath roundedPath(double x, double y, double w, double h, double radius);
/// `share` of the way from a to b, channel by channel; alpha stays that of a.
[[nodiscard]] QColor mixed(const QColor &a, const QColor &b, double share);
[[nodiscard]] QColor darker(const QColor &colour, double share);
[[nodiscard]] QColor lighter(const QColor &colour, double share);
[[nodiscard]] QColor withAlpha(QColor colour, int alpha);
[[nodiscard]] QColor pick(base::SeededRandom &random, std::initializer_list<QRgb> colours);
[[nodiscard]] bool chance(base::SeededRandom &random, double probability);

}  // namespace plumbline::simulation
