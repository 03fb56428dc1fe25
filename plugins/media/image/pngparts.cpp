// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/image/pngparts.h"

#include <QCoreApplication>
#include <QFile>

#include <csetjmp>
#include <cstdio>
#include <cstring>

#include <png.h>

namespace plumbline::image {

namespace {

constexpr int bandRows = 256;
constexpr std::size_t mostChunkBytes = 64 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::image", text);
}

// libpng reports fatal errors by a jump. Nothing with a destructor lives in the frames between.
struct Decoder {
    png_structp png = nullptr;
    png_infop info = nullptr;
    std::FILE *file = nullptr;
    char words[200] = {};
    int channels = 0;  // as rows come
    int bits = 8;
    volatile int done = 0;  // rows of the last readRows(); a jump leaves locals undefined

    static void failed(png_structp png, png_const_charp text)
    {
        auto *self = static_cast<Decoder *>(png_get_error_ptr(png));
        std::strncpy(self->words, text, sizeof self->words - 1);
        png_longjmp(png, 1);
    }
    static void warned(png_structp, png_const_charp) {}

    explicit Decoder(const QString &path) : file(std::fopen(QFile::encodeName(path).constData(), "rb"))
    {
        png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, failed, warned);
        info = png ? png_create_info_struct(png) : nullptr;
    }
    ~Decoder()
    {
        png_destroy_read_struct(&png, &info, nullptr);
        if (file)
            std::fclose(file);
    }
    Decoder(const Decoder &) = delete;
    Decoder &operator=(const Decoder &) = delete;

    bool readHeader()
    {
        if (!file || !info || setjmp(png_jmpbuf(png)))
            return false;
        png_init_io(png, file);
        png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
        png_set_chunk_malloc_max(png, mostChunkBytes);
        png_read_info(png, info);
        png_set_expand(png);
        if constexpr (Q_BYTE_ORDER == Q_LITTLE_ENDIAN)
            png_set_swap(png);
        png_read_update_info(png, info);
        channels = png_get_channels(png, info);
        bits = png_get_bit_depth(png, info);
        return true;
    }
    bool readRows(png_bytep first, std::size_t stride, int count)
    {
        done = 0;
        if (setjmp(png_jmpbuf(png)))
            return false;
        while (done < count) {
            png_read_row(png, first + stride * static_cast<std::size_t>(done), nullptr);
            done = done + 1;
        }
        return true;
    }
};

// Drops the last channel, laid over white, rounded to nearest as pixels.h has it.
template <typename T>
void flatten(const T *from, T *to, int width, int colours)
{
    constexpr quint64 maximum = std::numeric_limits<T>::max();
    for (int x = 0; x < width; ++x, from += colours + 1, to += colours) {
        const quint64 alpha = from[colours];
        for (int i = 0; i < colours; ++i)
            to[i] = alpha == maximum ? from[i]
                                     : static_cast<T>((from[i] * alpha + maximum * (maximum - alpha) + maximum / 2) / maximum);
    }
}

}  // namespace

Result<std::shared_ptr<extension::PictureParts>> PngParts::open(const QString &path)
{
    Decoder decoder(path);
    if (!decoder.file)
        return fail(ErrorCode::NotFound, tr("%1 cannot be read any more.").arg(path));
    if (!decoder.readHeader())
        return fail(ErrorCode::Malformed, tr("%1 is damaged: its header cannot be read.").arg(path),
                    QString::fromLatin1(decoder.words));
    if (png_get_interlace_type(decoder.png, decoder.info) != PNG_INTERLACE_NONE)
        return fail(ErrorCode::Unsupported, tr("%1 is interlaced.").arg(path));
    const std::shared_ptr<PngParts> parts(new PngParts(path));
    parts->m_layout.size = {static_cast<int>(png_get_image_width(decoder.png, decoder.info)),
                            static_cast<int>(png_get_image_height(decoder.png, decoder.info))};
    parts->m_layout.channels = decoder.channels < 3 ? 1 : 3;
    parts->m_layout.type = decoder.bits == 16 ? extension::SampleType::UInt16 : extension::SampleType::UInt8;
    png_charp name = nullptr;
    png_bytep profile = nullptr;
    png_uint_32 length = 0;
    int compression = 0;
    if (png_get_iCCP(decoder.png, decoder.info, &name, &compression, &profile, &length))
        parts->m_layout.colourSpace =
            QColorSpace::fromIccProfile(QByteArray(reinterpret_cast<const char *>(profile), static_cast<qsizetype>(length)));
    return std::shared_ptr<extension::PictureParts>(parts);
}

Result<extension::PixelBlock> PngParts::region(int, const QRect &, const jobs::JobControl &)
{
    return fail(ErrorCode::Unsupported, tr("%1 is read from the top to the bottom only.").arg(m_path));
}

Result<> PngParts::stream(int, const Take &take, const jobs::JobControl &control)
{
    Decoder decoder(m_path);
    if (!decoder.file)
        return fail(ErrorCode::NotFound, tr("%1 cannot be read any more.").arg(m_path));
    const auto damaged = [&] {
        return fail(ErrorCode::Malformed, tr("%1 is damaged and can be shown in part only.").arg(m_path),
                    QString::fromLatin1(decoder.words));
    };
    if (!decoder.readHeader())
        return damaged();
    const int width = m_layout.size.width();
    const int height = m_layout.size.height();
    const bool same = static_cast<int>(png_get_image_width(decoder.png, decoder.info)) == width
                      && static_cast<int>(png_get_image_height(decoder.png, decoder.info)) == height
                      && (decoder.channels < 3 ? 1 : 3) == m_layout.channels
                      && (decoder.bits == 16) == (m_layout.type == extension::SampleType::UInt16)
                      && png_get_interlace_type(decoder.png, decoder.info) == PNG_INTERLACE_NONE;
    if (!same)
        return fail(ErrorCode::Failed, tr("%1 was changed on the disk while it was open. Open it again.").arg(m_path));
    const bool alpha = decoder.channels == 2 || decoder.channels == 4;
    const std::size_t stride =
        static_cast<std::size_t>(width) * static_cast<std::size_t>(decoder.channels * (decoder.bits == 16 ? 2 : 1));
    QByteArray withAlpha(alpha ? static_cast<qsizetype>(stride) * bandRows : 0, '\0');
    for (int top = 0; top < height; top += bandRows) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const int count = std::min(bandRows, height - top);
        auto band = extension::PixelBlock::blank({width, count}, m_layout.channels, m_layout.type);
        auto *target = reinterpret_cast<png_bytep>(alpha ? withAlpha.data() : band.bytes.data());
        const bool good = decoder.readRows(target, stride, count);
        for (int y = 0; alpha && y < count; ++y) {
            const uchar *from = target + stride * static_cast<std::size_t>(y);
            if (decoder.bits == 16)
                flatten(static_cast<const quint16 *>(static_cast<const void *>(from)),
                        static_cast<quint16 *>(static_cast<void *>(band.row(y))), width, m_layout.channels);
            else
                flatten(from, reinterpret_cast<uchar *>(band.row(y)), width, m_layout.channels);
        }
        if (!good) {
            band.size.setHeight(decoder.done);
            if (decoder.done > 0)
                take(band, {0, top});
            return damaged();
        }
        take(band, {0, top});
    }
    return {};
}

}  // namespace plumbline::image
