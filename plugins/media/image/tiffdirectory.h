// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/pictureparts.h"

#include <QString>

#include <list>
#include <optional>

struct tiff;

namespace plumbline::image {

/// One picture in a TIFF file, decoded strip by strip or tile by tile as stored, not turned. Keeps the file open and the last
/// decoded pieces, because a strip is asked for once per tile that it meets. One thread at a time.
class TiffDirectory
{
public:
    /// The directory at an offset; the first one when 0.
    [[nodiscard]] static Result<std::unique_ptr<TiffDirectory>> open(const QString &path, std::uint64_t offset);
    ~TiffDirectory();
    TiffDirectory(const TiffDirectory &) = delete;
    TiffDirectory &operator=(const TiffDirectory &) = delete;

    [[nodiscard]] QSize size() const { return m_size; }
    [[nodiscard]] int channels() const { return m_channels; }
    [[nodiscard]] extension::SampleType type() const { return m_type; }
    [[nodiscard]] QColorSpace colourSpace() const { return m_colourSpace; }
    [[nodiscard]] tiff *handle() const { return m_tiff; }
    [[nodiscard]] std::uint64_t offset() const;

    /// Size of a strip or tile; the last ones may be cut by the picture.
    [[nodiscard]] QSize pieceSize() const { return m_piece; }
    /// Decoded, cut to the picture. Column and row count pieces.
    [[nodiscard]] Result<extension::PixelBlock> piece(int column, int row);

private:
    explicit TiffDirectory(QString path) : m_path(std::move(path)) {}
    [[nodiscard]] Result<> readTables();
    [[nodiscard]] Result<> checkTables() const;
    [[nodiscard]] QRect pieceAt(int column, int row) const;
    [[nodiscard]] std::optional<extension::PixelBlock> decoded(int column, int row);
    [[nodiscard]] std::optional<extension::PixelBlock> decodedAsColours(int column, int row) const;

    QString m_path;
    QByteArray m_words;  // of libtiff's last error
    tiff *m_tiff = nullptr;
    QSize m_size;
    QSize m_piece;
    int m_channels = 1;
    extension::SampleType m_type = extension::SampleType::UInt8;
    QColorSpace m_colourSpace;
    bool m_tiled = false;
    bool m_asColours = false;  // through libtiff's conversion to 8-bit colours
    int m_bits = 8;
    int m_sampleFormat = 1;
    int m_samples = 1;
    bool m_planar = false;
    bool m_minIsWhite = false;

    struct Kept {
        int column = 0;
        int row = 0;
        extension::PixelBlock block;
    };
    std::list<Kept> m_kept;
    qsizetype m_keptBytes = 0;
};

}  // namespace plumbline::image
