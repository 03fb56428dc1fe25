// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/shapes.h"

#include <QStringView>

namespace plumbline::cvat {

/// Whole pixels of a picture.
struct PixelBox {
    std::uint32_t left = 0;
    std::uint32_t top = 0;
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    bool operator==(const PixelBox &) const = default;
};

/// Largest picture that masks are read for, in pixels, and most runs of one mask.
inline constexpr std::uint64_t maximumMaskPixels = std::uint64_t(1) << 31;
inline constexpr std::size_t maximumMaskRuns = std::size_t(1) << 22;

/// CVAT's run lengths ("3, 5, 7": rows of the box one after another, starting with background) as a mask of the whole picture.
/// Works on runs alone, so that a small text that claims a huge picture costs nothing. Fails with words when the runs do not
/// fill the box, the box leaves the picture, or there are more than maximumMaskRuns.
[[nodiscard]] Result<geometry::Mask> maskFromRle(QStringView rle, const PixelBox &box, std::uint32_t width, std::uint32_t height);

/// The inverse, for a box that holds all foreground pixels; fails when there are too many runs.
[[nodiscard]] Result<QString> rleFromMask(const geometry::Mask &mask, const PixelBox &box);

}  // namespace plumbline::cvat
