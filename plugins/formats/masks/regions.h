// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/shapes.h"

#include <QImage>

#include <vector>

namespace plumbline::masks {

/// What the values of a mask picture are.
enum class Coding { Indexed, Grey, Colour };

/// A mask picture, ready to be looked up: Indexed8, Grayscale8, Grayscale16 or RGB32.
struct ValuePicture {
    QImage image;
    Coding coding = Coding::Indexed;
    [[nodiscard]] bool sixteenBits() const { return image.format() == QImage::Format_Grayscale16; }
};

/// Reads a PNG file; at most 2^28 pixels.
[[nodiscard]] Result<ValuePicture> readValues(const QString &path);

/// All pixels that have these two values. Colours are 0xRRGGBB.
struct Region {
    std::uint32_t classValue = 0;
    std::uint32_t instanceValue = 0;  ///< 0 when there is no picture of instances
    geometry::Mask mask;
    std::uint64_t pixels = 0;
};

/// Splits a picture into its regions, sorted by instance and class; `instances` has the same size or is null. Fails when the
/// picture is no mask: more than 65,536 regions or 2^24 runs.
[[nodiscard]] Result<std::vector<Region>> regionsOf(const ValuePicture &classes, const ValuePicture *instances);

}  // namespace plumbline::masks
