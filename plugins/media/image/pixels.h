// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/sha256.h"
#include "core/jobs/jobcontrol.h"

#include <QImage>

namespace plumbline::image {

/// Bytes of one pixel after displayable(), for an image that is decoded in this format.
[[nodiscard]] int bytesPerPixel(QImage::Format decoded);
/// Bits of one channel as stored.
[[nodiscard]] int bitsPerChannel(QImage::Format decoded);

/// Turns whatever a decoder gave into RGB32, Grayscale8 or, for more than 8 bits per channel, RGBX64 or Grayscale16.
/// Transparent parts are laid over white, rounded to nearest in integers, so the same file has the same pixels everywhere.
/// A null image when memory is short.
[[nodiscard]] QImage displayable(QImage image);

/// SHA-256 of the RGB24 bytes, row-major, no padding, of a displayable() image. 16-bit channels are rounded to nearest 8-bit
/// value (v / 257), which is also what QImage::convertToFormat(Format_RGB888) does. Polls control once per row.
[[nodiscard]] Result<Sha256Digest> digestRgb24(const QImage &image, const jobs::JobControl &control);

}  // namespace plumbline::image
