// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/pictureparts.h"

#include <QString>

#include <functional>

namespace plumbline::image {

/// A picture that can only be decoded whole, handed on in bands and forgotten: for formats without a way to read rows.
class WholeParts final : public extension::PictureParts
{
public:
    /// Decodes; any thread.
    using Decode = std::function<Result<QImage>(const jobs::JobControl &control)>;

    WholeParts(QSize size, int bitsPerChannel, Decode decode);

    [[nodiscard]] const extension::PictureLayout &layout() const override { return m_layout; }
    [[nodiscard]] Result<extension::PixelBlock> region(int level, const QRect &area, const jobs::JobControl &control) override;
    [[nodiscard]] Result<> stream(int level, const Take &take, const jobs::JobControl &control) override;

private:
    Decode m_decode;
    extension::PictureLayout m_layout;
};

}  // namespace plumbline::image
