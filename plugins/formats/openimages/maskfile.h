// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/shapes.h"

#include <QSize>

namespace plumbline::openimages {

/// Foreground of a mask picture: all pixels that are not black. At most 2^28 pixels and 2^24 runs.
[[nodiscard]] Result<geometry::Mask> readMask(const QString &path);

/// A mask of one size fitted to another by the nearest pixel. Nothing when the proportions differ by more than a pixel.
[[nodiscard]] std::optional<geometry::Mask> fitted(const geometry::Mask &mask, QSize size);

/// A PNG of black and white.
[[nodiscard]] QByteArray maskPicture(const geometry::Mask &mask);

}  // namespace plumbline::openimages
