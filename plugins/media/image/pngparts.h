// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/pictureparts.h"

#include <QString>

namespace plumbline::image {

/// A PNG from the top to the bottom through libpng, in constant memory; 16-bit numbers stay, transparent parts lie over
/// white. Interlaced ones are not for this class: they need the whole picture in memory. Opens the file for each stream.
class PngParts final : public extension::PictureParts
{
public:
    /// Unsupported for interlaced pictures.
    [[nodiscard]] static Result<std::shared_ptr<extension::PictureParts>> open(const QString &path);

    [[nodiscard]] const extension::PictureLayout &layout() const override { return m_layout; }
    [[nodiscard]] Result<extension::PixelBlock> region(int level, const QRect &area, const jobs::JobControl &control) override;
    [[nodiscard]] Result<> stream(int level, const Take &take, const jobs::JobControl &control) override;

private:
    explicit PngParts(QString path) : m_path(std::move(path)) {}

    QString m_path;
    extension::PictureLayout m_layout;
};

}  // namespace plumbline::image
