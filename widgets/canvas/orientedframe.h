// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"
#include "widgets/export.h"

#include <optional>

/// The turned rectangle around boxes, rotated boxes and ellipses, with the same eight handles as a box (handles.h): one way
/// of resizing and turning for all of them. Image space, radians clockwise. Pure functions.
namespace plumbline::canvas {

/// Nothing for shapes that are not made of a frame.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT std::optional<geometry::RotatedBox> frameOf(const geometry::Geometry &geometry);
/// The same kind of shape in another frame. A box that is turned becomes a rotated box; the rest is returned as it is.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::Geometry withFrame(const geometry::Geometry &geometry,
                                                                    const geometry::RotatedBox &frame);

/// A point of the frame: (-1, -1) its top left, (0, 0) its centre, (1, 1) its bottom right.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::Point framePoint(const geometry::RotatedBox &frame, double across, double down);
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::Point frameHandle(const geometry::RotatedBox &frame, int handle);
/// Where the handle for turning lies: `distance` image pixels over the middle of the top side.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::Point turnHandle(const geometry::RotatedBox &frame, double distance);

/// The frame after one of its handles came to `to`; the opposite handle stays where it is. At least `minimum` image pixels
/// on each side; turns over when dragged past its opposite. `proportional`: corners keep the proportions.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::RotatedBox frameResized(const geometry::RotatedBox &frame, int handle,
                                                                         geometry::Point to, double minimum, bool proportional);
/// The angle that the turn handle has when the mouse is at `to`, in (-π, π].
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT double turnedTowards(const geometry::RotatedBox &frame, geometry::Point to);

/// In (-π, π].
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT double normalisedAngle(double radians);
/// To the nearest whole number of steps.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT double snappedAngle(double radians, double step);
/// The frame of two ends of a side and a point on the opposite side: `depth` may lie on either side of it. The side from
/// `a` to `b` becomes the top or the bottom one, so the angle is that of the side.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::RotatedBox frameOfSide(geometry::Point a, geometry::Point b,
                                                                        geometry::Point depth);

}  // namespace plumbline::canvas
