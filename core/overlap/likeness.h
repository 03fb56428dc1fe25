// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/geometry/shapes.h"
#include "core/model/annotation.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace plumbline::overlap {

/// Whether objects of several people can be compared by where they lie: role object, and a box, rotated box, ellipse, polygon,
/// mask, polyline or set of key points that is valid and not too tangled to be cut. Everything else is left out and counted.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isComparable(const model::Annotation &annotation);

/// Pixels by which lines and points of one thing may lie apart: 1 % of the picture's diagonal, 10 where its size is unknown.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double tolerancePixels(std::uint32_t width, std::uint32_t height);

/// How much two shapes are alike, in [0, 1]; symmetric, never NaN.
/// - Shapes with an area: intersection over union. Masks must have one size.
/// - Polylines: mean of exp(-d² / 2s²) over 32 points at equal steps of length along both, in the direction that fits better;
///   s = tolerance.
/// - Key points of one skeleton and equally many: the same mean over the points that either has labeled, 0 for one that only one
///   has; s = tolerance, or a tenth of the root of the mean area of their bounds where that is more.
/// - Anything else: 0.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double likeness(const geometry::Geometry &a, const geometry::Geometry &b, double tolerance);
/// The same for two annotations; 0 when they are of different frames.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double likeness(const model::Annotation &a, const model::Annotation &b, double tolerance);

/// How far beyond its bounds a shape can still be like another one, by 0.1 or more; pixels.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double reachPixels(const geometry::Geometry &geometry, double tolerance);

/// Where something must reach into to be alike at all: bounds, wider for lines and key points; of a cuboid its place on the ground,
/// in metres. Nothing for what has no place.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<geometry::Box> spaceOf(const geometry::Geometry &geometry, double tolerance);

/// `count` points at equal steps of length along the line, both ends included. All equal for a line without length; empty for
/// one without points.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<geometry::Point> resampled(const geometry::Polyline &line, std::size_t count);

}  // namespace plumbline::overlap
