// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

/// Pure functions from masks to masks. They cost as the runs of the masks and the pixels of an outline, not as the pixels of
/// the picture, and take masks whose counts do not fill their picture (the missing rest is background).
namespace plumbline::geometry {

enum class Combination { Unite, Subtract, Intersect };

/// Widest mask that the functions below work on; wider ones are returned as they are.
inline constexpr std::uint32_t widestMask = 1u << 20;

[[nodiscard]] PLUMBLINE_CORE_EXPORT Mask emptyMask(std::uint32_t width, std::uint32_t height);
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isEmpty(const Mask &mask);
/// The same pixels in a picture of another size: cut or filled up with background at the right and the bottom.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Mask fitted(const Mask &mask, std::uint32_t width, std::uint32_t height);
/// Of a's size; b is fitted to it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Mask combined(const Mask &a, const Mask &b, Combination combination);
/// The pixels of the mask that lie left and right of the line from a to b (looking from a to b, in a picture whose y goes
/// down), by their centres; the line goes on to both sides without
/// end. All is left of a line without a direction.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::pair<Mask, Mask> splitByLine(const Mask &mask, Point a, Point b);

/// Without the holes of at most `largest` pixels. A hole is background that no path of straight steps joins with the border
/// of the picture.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Mask withoutHoles(const Mask &mask, std::uint64_t largest = std::uint64_t(-1));
/// Without the parts of fewer than `smallest` pixels; pixels that touch at a corner belong together.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Mask withoutSpecks(const Mask &mask, std::uint64_t smallest);
/// Parts, largest first; pixels that touch at a corner belong together.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<Mask> partsOf(const Mask &mask);
/// Every pixel whose centre is at most `radius` pixels from that of a foreground pixel. Negative: shrunk by as much; what
/// lies beyond the border of the picture eats nothing away. The radius is at most 256.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Mask grown(const Mask &mask, double radius);

}  // namespace plumbline::geometry
