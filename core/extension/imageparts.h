// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/extension/pictureparts.h"

#include <QImage>

namespace plumbline::extension {

/// Part of a decoded picture: grey for grey formats, else red, green, blue; 16 bits for formats with more than eight. The
/// area must lie inside.
[[nodiscard]] PLUMBLINE_CORE_EXPORT PixelBlock blockOf(const QImage &image, const QRect &area);

/// An 8- or 16-bit block as a picture: Grayscale8, Grayscale16, RGB32 or RGBX64; null for floats.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QImage imageOf(const PixelBlock &block);

/// A decoded picture that is read as if it came in parts.
class PLUMBLINE_CORE_EXPORT ImageParts final : public PictureParts
{
public:
    explicit ImageParts(QImage image);

    [[nodiscard]] const PictureLayout &layout() const override { return m_layout; }
    [[nodiscard]] Result<PixelBlock> region(int level, const QRect &area, const jobs::JobControl &control) override;
    [[nodiscard]] Result<> stream(int level, const Take &take, const jobs::JobControl &control) override;

private:
    const QImage m_image;
    PictureLayout m_layout;
};

}  // namespace plumbline::extension
