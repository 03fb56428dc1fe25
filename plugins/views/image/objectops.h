// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

#include <cstdint>
#include <optional>
#include <vector>

/// What can be done to shapes as wholes. Pure functions, image space, radians clockwise on the screen; no widgets.
namespace plumbline::imageview {

/// Turned about a point. A box becomes a rotated box unless the angle is 0; masks are made of pixels and stay.
[[nodiscard]] geometry::Geometry rotated(const geometry::Geometry &geometry, geometry::Point about, double radians);
/// Stretched from a fixed point; negative factors mirror. Exact for everything but a rotated box under different factors,
/// which would become a parallelogram: its sides keep their directions' images and their lengths, so it stays a rectangle.
/// Masks stay.
[[nodiscard]] geometry::Geometry scaled(const geometry::Geometry &geometry, geometry::Point fixed, double across, double down);
/// Smallest box around several; nothing for none.
[[nodiscard]] std::optional<geometry::Box> unitedBounds(const std::vector<geometry::Box> &bounds);

enum class Alignment { Left, Centre, Right, Top, Middle, Bottom };
/// How far each box moves to stand at the common edge or middle of all.
[[nodiscard]] std::vector<geometry::Point> alignmentSteps(const std::vector<geometry::Box> &bounds, Alignment alignment);
/// How far each box moves so that the gaps between neighbours are equal; the outermost two stay. Nothing moves below three.
[[nodiscard]] std::vector<geometry::Point> distributionSteps(const std::vector<geometry::Box> &bounds, bool across);

/// A shape in the pile: what lies further back comes first; equal orders lie as they were created.
struct Stacked {
    std::int32_t order = 0;
    bool chosen = false;
    bool operator==(const Stacked &) const = default;
};
enum class Restack { Front, Back, Raise, Lower };
/// New orders for shapes given in the order of creation: the chosen ones go to the front or the back, or past their next
/// neighbour, and keep their order among themselves. As few others as possible change.
[[nodiscard]] std::vector<std::int32_t> restacked(const std::vector<Stacked> &shapes, Restack how);

/// The part of the shape inside `limits` by moving what lies outside to the border: points are clamped, boxes cut. Shapes
/// that cannot be cut without becoming another kind (rotated boxes, ellipses, masks) are returned as they are.
[[nodiscard]] geometry::Geometry clippedTo(const geometry::Geometry &geometry, const geometry::Box &limits);

}  // namespace plumbline::imageview
