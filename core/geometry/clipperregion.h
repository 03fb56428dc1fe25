// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

#include <clipper.hpp>

namespace plumbline::geometry {

// Clipper works on integers: 2^16 steps a pixel keeps errors below 1e-4 px² on ordinary shapes, and pictures up to
// 2^40 pixels wide inside its range.
inline constexpr double clipperScale = 65536.0;

[[nodiscard]] ClipperLib::Path clipperPath(const Ring &ring);
/// The region of a polygon as clean, disjoint paths: parts united, holes cut, bow-ties resolved by even-odd.
[[nodiscard]] ClipperLib::Paths clipperRegion(const Polygon &polygon);

}  // namespace plumbline::geometry
