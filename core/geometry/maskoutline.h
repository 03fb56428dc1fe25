// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

namespace plumbline::geometry {

/// The mask as a polygon along the sides of its pixels: corners at whole numbers, a part for every group of pixels that
/// share sides, its holes with it. rasterised() gives the mask back exactly. Costs as the spans of the mask, not as the
/// pixels of the picture; empty for an empty mask and for one wider than widestMask.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Polygon outlineOfMask(const Mask &mask);

}  // namespace plumbline::geometry
