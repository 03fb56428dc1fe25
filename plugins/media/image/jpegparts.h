// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/media/image/orientation.h"

#include <QString>

namespace plumbline::image {

/// A JPEG from the top to the bottom through libjpeg, and an eighth of its size by the scaled transform at a fraction of the
/// cost. Opens the file for each stream.
class JpegParts final : public extension::PictureParts
{
public:
    /// Reads the header; an embedded profile becomes the layout's colour space.
    [[nodiscard]] static Result<std::shared_ptr<extension::PictureParts>> open(const QString &path,
                                                                               const Orientation &orientation);

    [[nodiscard]] const extension::PictureLayout &layout() const override { return m_layout; }
    [[nodiscard]] Result<extension::PixelBlock> region(int level, const QRect &area, const jobs::JobControl &control) override;
    [[nodiscard]] Result<> stream(int level, const Take &take, const jobs::JobControl &control) override;

private:
    JpegParts(QString path, const Orientation &orientation) : m_path(std::move(path)), m_orientation(orientation) {}

    QString m_path;
    Orientation m_orientation;
    extension::PictureLayout m_layout;
};

}  // namespace plumbline::image
