// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

namespace plumbline::geometry {

enum class TipShape { Round, Square };

/// The tip of a brush at one place: a disc, or a square with sides along the axes.
struct Dab {
    Point centre;       ///< image space
    double radius = 0;  ///< pixels; half the side of a square
    bool operator==(const Dab &) const = default;
};

/// The way of a brush. It covers the convex hull of every two neighbouring dabs; a single dab covers itself.
struct BrushStroke {
    TipShape tip = TipShape::Round;
    std::vector<Dab> dabs;
    bool operator==(const BrushStroke &) const = default;
};

/// The dab nearest to `at` that covers whole pixels evenly: centred on a pixel when the size is odd, on a corner of pixels
/// when it is even. A size below one counts as one.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Dab snappedDab(Point at, double size);
/// What the way from a to b covers on the upright line at `x`: [first, second], or nothing. NaN nowhere gives anything.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<std::pair<double, double>> coveredAt(TipShape tip, const Dab &a, const Dab &b,
                                                                                       double x);
/// Pixels whose centre the stroke covers, in a picture of width × height; empty when that is wider than widestMask. Costs as
/// the columns that the stroke crosses, not as the pixels of the picture.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Mask maskOfStroke(const BrushStroke &stroke, std::uint32_t width, std::uint32_t height);
/// Box around one step of a stroke.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Box boundsOfStep(const Dab &a, const Dab &b);

}  // namespace plumbline::geometry
