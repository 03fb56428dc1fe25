// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/maskoperations.h"
#include "core/geometry/shapes.h"

/// Pure functions from polygons to polygons. Regions are read by even-odd within a part, so self-crossing outlines are
/// taken as people see them; results have no crossings. No parts = nothing is left. Coordinates of results are exact to
/// 2^-16 pixels.
namespace plumbline::geometry {

/// A shape with an area in image space as a polygon: boxes exactly, ellipses as 64 corners; nothing for masks and for shapes
/// without an area.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Polygon> polygonOf(const Geometry &geometry);
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::size_t cornerCount(const Polygon &polygon);
/// Why cutting these would take many seconds: more than 20,000 corners, or tens of thousands of crossings (estimated from a
/// fixed sample of pairs of sides); empty when it will not.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString whyTooTangled(const std::vector<Polygon> &polygons);
/// Why filling it pixel by pixel would take many seconds; empty when it will not.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString whyTooLongToFill(const Polygon &polygon, std::uint32_t width);

/// Unite: all of them; Intersect: what all have in common; Subtract: the first without the others. Fails when they are too
/// tangled.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Polygon> combined(const std::vector<Polygon> &polygons, Combination combination);
/// What lies left and right of the line from a to b (looking from a to b, y down); the line goes on to both sides without
/// end. Fails when the polygon is too tangled or the line has no direction.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::pair<Polygon, Polygon>> splitByLine(const Polygon &polygon, Point a, Point b);
/// The border moved outwards by `distance` pixels, inwards when negative; new corners are rounded, to a tenth of a pixel.
/// Fails when the polygon is too tangled.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Polygon> offset(const Polygon &polygon, double distance);
/// Fewer corners: no corner that is dropped lies further than `tolerance` pixels from the new outline (Douglas and Peucker,
/// "Algorithms for the reduction of the number of points required to represent a digitized line", 1973). Rings that would
/// become a line are dropped; the result can have crossings where the outline nearly touches itself.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Polygon simplified(const Polygon &polygon, double tolerance);
/// The same for an open line; its ends stay.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<Point> simplifiedLine(const std::vector<Point> &points, double tolerance);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Polygon scaled(const Polygon &polygon, double factor, Point offset);

}  // namespace plumbline::geometry
