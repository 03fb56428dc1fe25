// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/image/tiffdirectory.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdarg>
#include <cstring>

#include <tiffio.h>

namespace plumbline::image {

namespace {

using extension::PixelBlock;
using extension::SampleType;

constexpr std::int64_t largestPiece = std::int64_t(256) << 20;  // decoded bytes of one strip or tile
constexpr qsizetype keptBytes = qsizetype(48) << 20;
constexpr tmsize_t largestAllocation = tmsize_t(512) << 20;     // libtiff's own, for tables and pieces

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::image", text);
}

int keepError(TIFF *, void *words, const char *, const char *format, va_list arguments)
{
    char text[240];
    std::vsnprintf(text, sizeof text, format, arguments);
    *static_cast<QByteArray *>(words) = text;
    return 1;
}

int dropWarning(TIFF *, void *, const char *, const char *, va_list)
{
    return 1;
}

template <typename T>
const T *samplesOf(const QByteArray &bytes)
{
    return static_cast<const T *>(static_cast<const void *>(bytes.constData()));
}

// `count` numbers that lie `step` apart, from a decoded piece into every `channels`-th sample of a block's row.
template <typename From, typename To>
void copySamples(const From *from, std::size_t step, To *to, std::size_t channels, int count)
{
    for (int x = 0; x < count; ++x, from += step, to += channels)
        *to = static_cast<To>(*from);
}

}  // namespace

TiffDirectory::~TiffDirectory()
{
    if (m_tiff)
        TIFFClose(m_tiff);
}

std::uint64_t TiffDirectory::offset() const
{
    return TIFFCurrentDirOffset(m_tiff);
}

Result<std::unique_ptr<TiffDirectory>> TiffDirectory::open(const QString &path, std::uint64_t offset)
{
    std::unique_ptr<TiffDirectory> self(new TiffDirectory(path));
    TIFFOpenOptions *options = TIFFOpenOptionsAlloc();
    TIFFOpenOptionsSetErrorHandlerExtR(options, keepError, &self->m_words);
    TIFFOpenOptionsSetWarningHandlerExtR(options, dropWarning, nullptr);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, largestAllocation);
    // O: strip tables of gigapixel files are read when they are needed. m: no map of the file, which may be cut under us.
    self->m_tiff = TIFFOpenExt(QFile::encodeName(path).constData(), "rOm", options);
    TIFFOpenOptionsFree(options);
    if (!self->m_tiff || (offset != 0 && !TIFFSetSubDirectory(self->m_tiff, offset)))
        return fail(ErrorCode::Malformed, tr("%1 is damaged: its header cannot be read.").arg(path),
                    QString::fromLatin1(self->m_words));
    if (const auto tables = self->readTables(); !tables)
        return fail(tables.error());
    return self;
}

Result<> TiffDirectory::readTables()
{
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint16_t bits = 1;
    std::uint16_t samples = 1;
    std::uint16_t format = SAMPLEFORMAT_UINT;
    std::uint16_t planar = PLANARCONFIG_CONTIG;
    std::uint16_t photometric = PHOTOMETRIC_MINISBLACK;
    std::uint16_t compression = COMPRESSION_NONE;
    TIFFGetField(m_tiff, TIFFTAG_IMAGEWIDTH, &width);
    TIFFGetField(m_tiff, TIFFTAG_IMAGELENGTH, &height);
    TIFFGetFieldDefaulted(m_tiff, TIFFTAG_BITSPERSAMPLE, &bits);
    TIFFGetFieldDefaulted(m_tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
    TIFFGetFieldDefaulted(m_tiff, TIFFTAG_SAMPLEFORMAT, &format);
    TIFFGetFieldDefaulted(m_tiff, TIFFTAG_PLANARCONFIG, &planar);
    TIFFGetFieldDefaulted(m_tiff, TIFFTAG_COMPRESSION, &compression);
    const bool hasPhotometric = TIFFGetField(m_tiff, TIFFTAG_PHOTOMETRIC, &photometric);
    if (width == 0 || height == 0 || width > 0x7FFFFFFF || height > 0x7FFFFFFF || samples == 0)
        return fail(ErrorCode::Malformed, tr("%1 is damaged: its header cannot be read.").arg(m_path),
                    QString::fromLatin1(m_words));
    m_size = {static_cast<int>(width), static_cast<int>(height)};
    if (compression == COMPRESSION_JPEG && photometric == PHOTOMETRIC_YCBCR) {
        TIFFSetField(m_tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
        photometric = PHOTOMETRIC_RGB;
    }
    m_tiled = TIFFIsTiled(m_tiff);
    if (m_tiled) {
        std::uint32_t tileWidth = 0;
        std::uint32_t tileHeight = 0;
        TIFFGetField(m_tiff, TIFFTAG_TILEWIDTH, &tileWidth);
        TIFFGetField(m_tiff, TIFFTAG_TILELENGTH, &tileHeight);
        if (tileWidth == 0 || tileHeight == 0 || tileWidth > 0x10000 || tileHeight > 0x10000)
            return fail(ErrorCode::Malformed, tr("%1 is damaged: its tiles have no sensible size.").arg(m_path));
        m_piece = {static_cast<int>(tileWidth), static_cast<int>(tileHeight)};
    } else {
        std::uint32_t rows = height;
        TIFFGetFieldDefaulted(m_tiff, TIFFTAG_ROWSPERSTRIP, &rows);
        m_piece = {m_size.width(), static_cast<int>(std::clamp<std::uint32_t>(rows, 1, height))};
    }
    m_bits = bits;
    m_samples = samples;
    m_sampleFormat = format;
    m_planar = planar == PLANARCONFIG_SEPARATE && samples > 1;
    m_minIsWhite = photometric == PHOTOMETRIC_MINISWHITE;
    const bool grey = photometric == PHOTOMETRIC_MINISBLACK || photometric == PHOTOMETRIC_MINISWHITE || !hasPhotometric;
    const bool rgb = photometric == PHOTOMETRIC_RGB && samples >= 3;
    const bool number = (format == SAMPLEFORMAT_UINT && (bits == 8 || bits == 16 || bits == 32))
                        || (format == SAMPLEFORMAT_INT && (bits == 8 || bits == 16 || bits == 32))
                        || (format == SAMPLEFORMAT_IEEEFP && (bits == 32 || bits == 64));
    std::uint16_t extraCount = 0;
    std::uint16_t *extra = nullptr;
    TIFFGetField(m_tiff, TIFFTAG_EXTRASAMPLES, &extraCount, &extra);
    const bool transparent =
        extraCount > 0 && extra && (extra[0] == EXTRASAMPLE_ASSOCALPHA || extra[0] == EXTRASAMPLE_UNASSALPHA);
    m_asColours = !number || !(grey || rgb) || (transparent && bits == 8) || (m_minIsWhite && bits == 8);
    if (m_asColours) {
        char why[1024] = {};
        if (!TIFFRGBAImageOK(m_tiff, why))
            return fail(ErrorCode::Unsupported, tr("%1 is a kind of TIFF that cannot be shown.").arg(m_path),
                        QString::fromLatin1(why));
        // The conversion would turn each piece by itself.
        TIFFSetField(m_tiff, TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
        m_channels = 3;
        m_type = SampleType::UInt8;
    } else {
        m_channels = rgb ? 3 : 1;
        m_type = format == SAMPLEFORMAT_UINT && bits <= 16 ? (bits == 8 ? SampleType::UInt8 : SampleType::UInt16)
                                                           : SampleType::Float32;
    }
    std::uint32_t length = 0;
    void *profile = nullptr;
    if (TIFFGetField(m_tiff, TIFFTAG_ICCPROFILE, &length, &profile) && length > 0 && length < (16 << 20))
        m_colourSpace =
            QColorSpace::fromIccProfile(QByteArray(static_cast<const char *>(profile), static_cast<qsizetype>(length)));
    return checkTables();
}

Result<> TiffDirectory::checkTables() const
{
    const std::int64_t pixels = std::int64_t(m_piece.width()) * m_piece.height();
    const std::int64_t decoded = pixels * std::max(4, m_samples * ((m_bits + 7) / 8));
    if (decoded > largestPiece)
        return fail(ErrorCode::TooLarge,
                    tr("%1 is stored in pieces of %2 × %3 pixels, which are too large to be read one by one. "
                       "Store it in tiles.")
                        .arg(m_path)
                        .arg(m_piece.width())
                        .arg(m_piece.height()));
    // Compressed or not, a piece takes some bytes: a table that names more pieces than the file has bytes is a lie.
    const std::int64_t columns = (m_size.width() + std::int64_t(m_piece.width()) - 1) / m_piece.width();
    const std::int64_t rows = (m_size.height() + std::int64_t(m_piece.height()) - 1) / m_piece.height();
    const std::int64_t planes = m_planar ? m_samples : 1;
    const std::int64_t fileBytes = QFile(m_path).size();
    if (columns * rows > fileBytes || columns * rows * planes > fileBytes)
        return fail(ErrorCode::Malformed, tr("%1 is damaged: it names more pieces than it can hold.").arg(m_path));
    const auto last = static_cast<std::uint32_t>(columns * rows * planes - 1);
    const std::uint64_t at = TIFFGetStrileOffset(m_tiff, last);
    const std::uint64_t bytes = TIFFGetStrileByteCount(m_tiff, last);
    const auto end = static_cast<std::uint64_t>(fileBytes);
    if (at >= end || bytes > end - at)
        return fail(ErrorCode::Malformed, tr("%1 is damaged: the file ends before the picture does.").arg(m_path));
    return {};
}

QRect TiffDirectory::pieceAt(int column, int row) const
{
    return QRect(QPoint(column * m_piece.width(), row * m_piece.height()), m_piece) & QRect(QPoint(0, 0), m_size);
}

Result<PixelBlock> TiffDirectory::piece(int column, int row)
{
    for (auto it = m_kept.begin(); it != m_kept.end(); ++it) {
        if (it->column == column && it->row == row) {
            m_kept.splice(m_kept.begin(), m_kept, it);
            return m_kept.front().block;
        }
    }
    m_words.clear();
    // Sparse files leave out what is empty.
    const int columns = (m_size.width() + m_piece.width() - 1) / m_piece.width();
    if (TIFFGetStrileByteCount(m_tiff, static_cast<std::uint32_t>(row * columns + column)) == 0)
        return PixelBlock::blank(pieceAt(column, row).size(), m_channels, m_type);
    auto block = m_asColours ? decodedAsColours(column, row) : decoded(column, row);
    if (!block)
        return fail(ErrorCode::Malformed, tr("%1 is damaged and can be shown in part only.").arg(m_path),
                    QString::fromLatin1(m_words));
    m_keptBytes += block->bytes.size();
    m_kept.push_front({column, row, *block});
    while (m_keptBytes > keptBytes && m_kept.size() > 1) {
        m_keptBytes -= m_kept.back().block.bytes.size();
        m_kept.pop_back();
    }
    return *std::move(block);
}

std::optional<PixelBlock> TiffDirectory::decoded(int column, int row)
{
    const QSize size = pieceAt(column, row).size();
    PixelBlock block = PixelBlock::blank(size, m_channels, m_type);
    const auto bytes = static_cast<std::size_t>(m_bits / 8);
    // A strip is as wide as the picture; a tile is stored whole even where the picture ends.
    const auto storedWidth = static_cast<std::size_t>(m_piece.width());
    const std::size_t step = m_planar ? 1 : static_cast<std::size_t>(m_samples);
    const std::size_t stride = storedWidth * step * bytes;
    const tmsize_t capacity = m_tiled ? TIFFTileSize(m_tiff) : TIFFStripSize(m_tiff);
    const auto needed = static_cast<tmsize_t>(stride) * (m_tiled ? m_piece.height() : size.height());
    if (capacity < needed)
        return std::nullopt;
    QByteArray raw(static_cast<qsizetype>(capacity), '\0');
    for (int channel = 0; channel < m_channels; ++channel) {
        if (channel == 0 || m_planar) {
            const auto x = static_cast<std::uint32_t>(column * m_piece.width());
            const auto y = static_cast<std::uint32_t>(row * m_piece.height());
            const auto plane = static_cast<std::uint16_t>(channel);
            const tmsize_t got = m_tiled
                                     ? TIFFReadEncodedTile(m_tiff, TIFFComputeTile(m_tiff, x, y, 0, plane), raw.data(), capacity)
                                     : TIFFReadEncodedStrip(m_tiff, TIFFComputeStrip(m_tiff, y, plane), raw.data(), capacity);
            if (got < needed)
                return std::nullopt;
        }
        const std::size_t first = m_planar ? 0 : static_cast<std::size_t>(channel);
        for (int y = 0; y < size.height(); ++y) {
            const QByteArray line =
                QByteArray::fromRawData(raw.constData() + stride * static_cast<std::size_t>(y), static_cast<qsizetype>(stride));
            const auto into = [&]<typename To, typename From>(const From *from) {
                auto *to = static_cast<To *>(static_cast<void *>(block.row(y))) + channel;
                copySamples(from + first, step, to, static_cast<std::size_t>(m_channels), size.width());
            };
            const bool isFloat = m_sampleFormat == SAMPLEFORMAT_IEEEFP;
            const bool isSigned = m_sampleFormat == SAMPLEFORMAT_INT;
            if (m_type == SampleType::UInt8)
                into.template operator()<quint8>(samplesOf<quint8>(line));
            else if (m_type == SampleType::UInt16)
                into.template operator()<quint16>(samplesOf<quint16>(line));
            else if (isFloat && m_bits == 32)
                into.template operator()<float>(samplesOf<float>(line));
            else if (isFloat)
                into.template operator()<float>(samplesOf<double>(line));
            else if (isSigned && m_bits == 8)
                into.template operator()<float>(samplesOf<qint8>(line));
            else if (isSigned && m_bits == 16)
                into.template operator()<float>(samplesOf<qint16>(line));
            else if (isSigned)
                into.template operator()<float>(samplesOf<qint32>(line));
            else
                into.template operator()<float>(samplesOf<quint32>(line));
        }
    }
    if (m_minIsWhite && m_type == SampleType::UInt16) {
        auto *samples = static_cast<quint16 *>(static_cast<void *>(block.bytes.data()));
        std::transform(samples, samples + qsizetype(size.width()) * size.height(), samples,
                       [](quint16 v) { return static_cast<quint16>(65535 - v); });
    }
    return block;
}

std::optional<PixelBlock> TiffDirectory::decodedAsColours(int column, int row) const
{
    const QSize size = pieceAt(column, row).size();
    PixelBlock block = PixelBlock::blank(size, 3, SampleType::UInt8);
    std::vector<std::uint32_t> raster(static_cast<std::size_t>(m_piece.width()) * static_cast<std::size_t>(m_piece.height()));
    const auto x = static_cast<std::uint32_t>(column * m_piece.width());
    const auto y = static_cast<std::uint32_t>(row * m_piece.height());
    if (!(m_tiled ? TIFFReadRGBATileExt(m_tiff, x, y, raster.data(), 1) : TIFFReadRGBAStripExt(m_tiff, y, raster.data(), 1)))
        return std::nullopt;
    // The last line comes first; colours are multiplied with their alpha.
    const int lines = m_tiled ? m_piece.height() : size.height();
    for (int line = 0; line < size.height(); ++line) {
        const std::uint32_t *from =
            raster.data() + static_cast<std::size_t>(lines - 1 - line) * static_cast<std::size_t>(m_piece.width());
        char *to = block.row(line);
        for (int i = 0; i < size.width(); ++i, to += 3) {
            const std::uint32_t white = 255 - TIFFGetA(from[i]);
            to[0] = static_cast<char>(std::min<std::uint32_t>(255, TIFFGetR(from[i]) + white));
            to[1] = static_cast<char>(std::min<std::uint32_t>(255, TIFFGetG(from[i]) + white));
            to[2] = static_cast<char>(std::min<std::uint32_t>(255, TIFFGetB(from[i]) + white));
        }
    }
    return block;
}

}  // namespace plumbline::image
