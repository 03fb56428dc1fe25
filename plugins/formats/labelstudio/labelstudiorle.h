// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/geometry/shapes.h"

#include <QSize>

namespace plumbline::labelstudio {

/// Masks as Label Studio's brush packs them: the RGBA values of all pixels, row by row, in a stream of bits. 32 bits say how many
/// values, 5 their width less 1, four times 4 the widths of lengths less 1; then blocks of one bit (1: one value repeated, 0: that
/// many values), 2 bits for which length width, the length less 1, and the value or values. Bits run from the highest of a byte.
/// Source: the rle-pack package of thi.ng/umbrella, which the brush uses.

/// The pixels whose alpha is not 0. Fails when the list is no list of bytes, ends too early or does not fill the picture.
[[nodiscard]] Result<geometry::Mask> decodedBrush(const Json &rle, QSize picture);

/// 255 in all four channels of the foreground.
[[nodiscard]] Json encodedBrush(const geometry::Mask &mask);

}  // namespace plumbline::labelstudio
