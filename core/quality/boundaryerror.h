// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/geometry/shapes.h"

#include <optional>

namespace plumbline::quality {

/// How far two outlines are apart, in pixels: the mean distance from points at equal steps along each to the nearest point of the
/// other, both ways halved (average symmetric surface distance; Heimann et al., IEEE Trans. Med. Imaging 28 (2009) 1251-1265).
/// Holes and all parts count. Masks are followed along their pixels, but for corners of less than half a pixel. Nothing for shapes
/// without an area in image space and for outlines of more than 100,000 corners. Pure, any thread.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<double> boundaryDistance(const geometry::Geometry &a, const geometry::Geometry &b);

}  // namespace plumbline::quality
