// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/shapes.h"

#include <QByteArray>

namespace plumbline::geometry {

/// Number of foreground pixels.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::uint64_t maskArea(const Mask &mask);
/// Whole-pixel box around the foreground; nothing for an empty mask.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Box> maskBounds(const Mask &mask);
/// Whether the pixel that holds (x, y) is foreground.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool maskCovers(const Mask &mask, double x, double y);
/// Foreground pixels that both have; 0 when the sizes differ.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::uint64_t maskIntersection(const Mask &a, const Mask &b);

/// COCO's compressed string (pycocotools `rleToString`: base-48 characters, deltas to the run two before).
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray compressRuns(const Mask &mask);
/// Inverse of compressRuns; fails on characters out of range, counts that overflow or do not fill width × height.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Mask> decompressRuns(QByteArrayView text, std::uint32_t width, std::uint32_t height);

/// Pixels whose centre lies inside the polygon (even-odd within a part, holes excluded, parts united).
/// width × height at most 2^28 pixels, else an empty mask of that size.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Mask rasterised(const Polygon &polygon, std::uint32_t width, std::uint32_t height);

}  // namespace plumbline::geometry
