// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/geometry/shapes.h"

#include <QRect>
#include <QSize>

#include <vector>

namespace plumbline::extension {

/// Pixels of a rectangle of a picture, row by row, one byte each; anything but 0 is foreground. For formats whose masks are
/// small pictures.
struct MaskWindow {
    QRect place;  ///< in pixels of the upright picture; may reach beyond it
    std::vector<std::uint8_t> pixels;  ///< place.width() × place.height()
};

/// Most pixels that a picture or a window of a mask may have here.
inline constexpr qint64 maximumMaskPixels = qint64(1) << 28;

/// The mask of a picture of this size; what lies beyond the picture is cut off.
[[nodiscard]] PLUMBLINE_CORE_EXPORT geometry::Mask maskOf(const MaskWindow &window, QSize picture);
/// The part of a mask in this place as 0 and 1. `place` holds at most maximumMaskPixels.
[[nodiscard]] PLUMBLINE_CORE_EXPORT MaskWindow windowOf(const geometry::Mask &mask, const QRect &place);
/// The smallest place that holds all foreground; empty when there is none.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QRect placeOf(const geometry::Mask &mask);

}  // namespace plumbline::extension
