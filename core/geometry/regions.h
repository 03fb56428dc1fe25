// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/maskoperations.h"
#include "core/geometry/shapes.h"

/// Shapes with an area, whatever their kind: boxes, rotated boxes, ellipses, polygons and masks, in a picture of
/// width × height. Pure functions; what would take many seconds is refused in words.
namespace plumbline::geometry {

[[nodiscard]] PLUMBLINE_CORE_EXPORT bool hasRegion(const Geometry &geometry);
/// Every pixel whose centre lies in the shape. Masks of another size are cut or filled up at the right and the bottom.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Mask> maskOfRegion(const Geometry &geometry, std::uint32_t width,
                                                              std::uint32_t height);
/// The shape as a polygon; masks along their pixels, then with fewer corners as simplified() does it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Polygon> polygonOfRegion(const Geometry &geometry, double tolerance);

/// Unite: all of them; Intersect: what all have in common; Subtract: the first without the others. A mask when the first
/// one is a mask, else a polygon: exactly when all are outlines that can be cut, else along the pixels of the picture.
/// Nothing when no area is left.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::optional<Geometry>>
combinedRegions(const std::vector<Geometry> &shapes, Combination combination, std::uint32_t width, std::uint32_t height);
/// What lies left and right of the line from a to b; nothing for a side without area. Kinds as for combinedRegions.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::pair<std::optional<Geometry>, std::optional<Geometry>>>
splitRegion(const Geometry &shape, Point a, Point b, std::uint32_t width, std::uint32_t height);

}  // namespace plumbline::geometry
