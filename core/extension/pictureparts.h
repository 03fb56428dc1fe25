// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"

#include <QByteArray>
#include <QColorSpace>
#include <QRect>
#include <QSize>

#include <algorithm>
#include <functional>
#include <vector>

namespace plumbline::extension {

enum class SampleType { UInt8, UInt16, Float32 };

[[nodiscard]] constexpr int sampleBytes(SampleType type)
{
    return type == SampleType::UInt8 ? 1 : type == SampleType::UInt16 ? 2 : 4;
}

/// A rectangle of a picture as stored: rows from top to bottom without padding, channels interleaved, the machine's byte
/// order. A value.
struct PixelBlock {
    QSize size;
    int channels = 3;  ///< 1 = grey, 3 = red, green, blue
    SampleType type = SampleType::UInt8;
    QByteArray bytes;

    [[nodiscard]] qsizetype pixelBytes() const { return qsizetype(channels) * sampleBytes(type); }
    [[nodiscard]] qsizetype stride() const { return pixelBytes() * size.width(); }
    [[nodiscard]] const char *row(int y) const { return bytes.constData() + stride() * y; }
    [[nodiscard]] char *row(int y) { return bytes.data() + stride() * y; }

    /// Zeros.
    [[nodiscard]] static PixelBlock blank(QSize size, int channels, SampleType type)
    {
        PixelBlock block{size, channels, type, {}};
        block.bytes = QByteArray(block.stride() * size.height(), '\0');
        return block;
    }
};

/// What a picture that is read in parts is made of. Level k is 2^k times smaller, rounded up; level 0 is the picture.
struct PictureLayout {
    QSize size;  ///< upright, pixels
    int channels = 3;
    SampleType type = SampleType::UInt8;
    QColorSpace colourSpace;  ///< of the stored numbers; invalid = sRGB
    /// Levels that region() reads, ascending; empty when the format only goes from the top to the bottom.
    std::vector<int> direct;
    /// A level that stream() gives at a fraction of what level 0 costs; 0 = none.
    int coarse = 0;

    [[nodiscard]] QSize levelSize(int level) const
    {
        const auto shrunk = [level](int side) {
            return static_cast<int>((std::int64_t(side) + (std::int64_t(1) << level) - 1) >> level);
        };
        return {shrunk(size.width()), shrunk(size.height())};
    }
    [[nodiscard]] bool isDirect(int level) const { return std::find(direct.begin(), direct.end(), level) != direct.end(); }
};

/// A picture too large or too deep to be one QImage. Thread-safe: region() may be asked while stream() runs. Holds what it
/// needs of the medium by itself.
class PictureParts
{
public:
    /// A block and where its top-left corner lies, in pixels of the level.
    using Take = std::function<void(const PixelBlock &block, QPoint place)>;

    virtual ~PictureParts() = default;

    [[nodiscard]] virtual const PictureLayout &layout() const = 0;
    /// Part of a direct level; `area` lies inside it and is small: memory for all of it is taken.
    [[nodiscard]] virtual Result<PixelBlock> region(int level, const QRect &area, const jobs::JobControl &control) = 0;
    /// All of level 0, the coarse level or a direct one, in blocks that cover it once, mostly from the top to the bottom. What
    /// was given before an error stays good. Blocks are at most some megabytes.
    [[nodiscard]] virtual Result<> stream(int level, const Take &take, const jobs::JobControl &control) = 0;
};

}  // namespace plumbline::extension
