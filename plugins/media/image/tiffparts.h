// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/media/image/orientation.h"

#include <QString>

#include <memory>
#include <mutex>
#include <vector>

namespace plumbline::image {

class TiffDirectory;

/// The first picture of a TIFF or BigTIFF, in strips or tiles, read at random through libtiff. Smaller copies of it in
/// SubIFDs or in later directories marked as reduced (TIFF 6.0, NewSubfileType; Adobe's supplement on SubIFDs) are direct
/// levels. Grey and colour with 8 and 16 bits stay as stored; signed, 32- and 64-bit numbers become floats; whatever else
/// libtiff can turn into colours comes with 8 bits.
class TiffParts final : public extension::PictureParts
{
public:
    /// TooLarge when a single strip or tile is too big to be read by itself, Malformed when the file's tables do not fit it.
    [[nodiscard]] static Result<std::shared_ptr<extension::PictureParts>> open(const QString &path,
                                                                               const Orientation &orientation);
    ~TiffParts() override;

    [[nodiscard]] const extension::PictureLayout &layout() const override { return m_layout; }
    [[nodiscard]] Result<extension::PixelBlock> region(int level, const QRect &area, const jobs::JobControl &control) override;
    [[nodiscard]] Result<> stream(int level, const Take &take, const jobs::JobControl &control) override;

private:
    struct Level {
        int level = 0;
        std::uint64_t offset = 0;  ///< of its directory in the file
    };

    TiffParts(QString path, const Orientation &orientation);
    void findReduced();

    QString m_path;
    Orientation m_orientation;
    extension::PictureLayout m_layout;
    std::vector<Level> m_levels;
    std::mutex m_mutex;  // of what region() reads through
    std::vector<std::unique_ptr<TiffDirectory>> m_open;
};

}  // namespace plumbline::image
