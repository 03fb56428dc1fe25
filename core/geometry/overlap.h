// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

namespace plumbline::geometry {

/// Intersection over union in [0, 1]. Zero-area shapes and touching edges give 0, never NaN.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double boxIou(const Box &a, const Box &b);
/// Share of `a` that lies in `b`: COCO's rule for crowd and ignore regions. 0 when `a` has no area.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double boxCoverage(const Box &a, const Box &b);
/// IoU of two shapes with an area in image space, or of the volumes of two cuboids in the same coordinate frame. Boxes exactly; rotated boxes, ellipses (64-gon) and polygons by clipping
/// (even-odd, self-intersections tolerated); masks by runs, against a polygon after rasterising it. 0 when either shape has
/// no area in image space, and of a cuboid with anything else.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double iou(const Geometry &a, const Geometry &b);
/// Share of `a` inside `b`, for the same shapes.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double coverage(const Geometry &a, const Geometry &b);

}  // namespace plumbline::geometry
