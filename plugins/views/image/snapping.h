// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/geometry/shapes.h"

#include <optional>
#include <vector>

/// Points drawn onto the corners and borders of other shapes, so that neighbours share their borders exactly. Pure
/// functions, image space; no widgets.
namespace plumbline::imageview {

/// A line that others snap to: a ring of a polygon, the corners of a box or rotated box, a polyline.
struct SnapLine {
    AnnotationId shape;
    int ring = 0;  ///< which line of the shape
    bool closed = true;
    geometry::Ring points;
};
/// Of shapes with corners; nothing for the others.
[[nodiscard]] std::vector<SnapLine> snapLines(AnnotationId shape, const geometry::Geometry &geometry);

/// Where a point came to lie on a line.
struct Snap {
    geometry::Point point;
    AnnotationId shape;
    int ring = 0;
    bool corner = false;  ///< on a corner, else between two
    int edge = 0;  ///< the edge it is on starts at this point; of a corner, the corner itself
    bool operator==(const Snap &) const = default;
};

/// The nearest corner within `reach` image pixels, else the nearest point of a border within it.
[[nodiscard]] std::optional<Snap> snapped(geometry::Point p, const std::vector<SnapLine> &lines, double reach);

/// The corners that lie between two places of one line, the shorter way round, in order; neither place included. Empty
/// when they are on different lines or side by side.
[[nodiscard]] std::vector<geometry::Point> cornersBetween(const Snap &from, const Snap &to, const std::vector<SnapLine> &lines);

}  // namespace plumbline::imageview
