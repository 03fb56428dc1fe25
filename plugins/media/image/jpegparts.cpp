// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/image/jpegparts.h"

#include <QCoreApplication>
#include <QFile>

#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

namespace plumbline::image {

namespace {

constexpr int coarseLevel = 3;      // the scaled transform gives 1/8
constexpr int bandRows = 256;
constexpr int mostScans = 500;      // a progressive file of thousands of scans only burns time

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::image", text);
}

// libjpeg reports fatal errors by a call that must not return. Nothing with a destructor lives in the frames between.
struct Decoder {
    jpeg_decompress_struct state{};
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    std::jmp_buf escape{};
    char words[JMSG_LENGTH_MAX] = {};
    std::FILE *file = nullptr;

    static Decoder *of(j_common_ptr common) { return static_cast<Decoder *>(common->client_data); }
    static void exit(j_common_ptr common)
    {
        Decoder *self = of(common);
        self->errors.format_message(common, self->words);
        std::longjmp(self->escape, 1);
    }
    static void message(j_common_ptr, int) {}
    static void watch(j_common_ptr common)
    {
        Decoder *self = of(common);
        if (self->state.input_scan_number > mostScans) {
            std::snprintf(self->words, sizeof self->words, "more than %d scans", mostScans);
            std::longjmp(self->escape, 1);
        }
    }

    explicit Decoder(const QString &path) : file(std::fopen(QFile::encodeName(path).constData(), "rb"))
    {
        state.err = jpeg_std_error(&errors);
        errors.error_exit = exit;
        errors.emit_message = message;
        state.client_data = this;
        progress.progress_monitor = watch;
    }
    ~Decoder()
    {
        jpeg_destroy_decompress(&state);
        if (file)
            std::fclose(file);
    }
    Decoder(const Decoder &) = delete;
    Decoder &operator=(const Decoder &) = delete;

    bool readHeader()
    {
        if (setjmp(escape))
            return false;
        jpeg_create_decompress(&state);
        state.client_data = this;
        state.progress = &progress;
        jpeg_stdio_src(&state, file);
        jpeg_save_markers(&state, JPEG_APP0 + 2, 0xFFFF);
        return jpeg_read_header(&state, TRUE) == JPEG_HEADER_OK;
    }
    bool readProfile(JOCTET **profile, unsigned int *length)
    {
        if (setjmp(escape))
            return false;
        return jpeg_read_icc_profile(&state, profile, length);
    }
    bool start(bool coarse)
    {
        if (setjmp(escape))
            return false;
        if (state.jpeg_color_space == JCS_GRAYSCALE)
            state.out_color_space = JCS_GRAYSCALE;
        else if (state.num_components == 4)
            state.out_color_space = JCS_CMYK;
        else
            state.out_color_space = JCS_RGB;
        state.scale_num = 1;
        state.scale_denom = coarse ? 1 << coarseLevel : 1;
        if (coarse) {
            state.dct_method = JDCT_IFAST;
            state.do_fancy_upsampling = FALSE;
        }
        return jpeg_start_decompress(&state);
    }
    bool readRows(JSAMPARRAY rows, int count)
    {
        if (setjmp(escape))
            return false;
        for (volatile int done = 0; done < count;) {
            const JDIMENSION got = jpeg_read_scanlines(&state, rows + done, static_cast<JDIMENSION>(count - done));
            if (got == 0)
                return false;
            done = done + static_cast<int>(got);
        }
        return true;
    }
};

// As Qt reads it: inks are stored inverted.
void inksToRgb(const uchar *inks, char *rgb, int width)
{
    for (int x = 0; x < width; ++x, inks += 4, rgb += 3)
        for (int i = 0; i < 3; ++i)
            rgb[i] = static_cast<char>(inks[i] * inks[3] / 255);
}

}  // namespace

Result<std::shared_ptr<extension::PictureParts>> JpegParts::open(const QString &path, const Orientation &orientation)
{
    Decoder decoder(path);
    if (!decoder.file)
        return fail(ErrorCode::NotFound, tr("%1 cannot be read any more.").arg(path));
    if (!decoder.readHeader())
        return fail(ErrorCode::Malformed, tr("%1 is damaged: its header cannot be read.").arg(path),
                    QString::fromLatin1(decoder.words));
    const std::shared_ptr<JpegParts> parts(new JpegParts(path, orientation));
    const QSize stored(static_cast<int>(decoder.state.image_width), static_cast<int>(decoder.state.image_height));
    parts->m_orientation = orientation.of(stored);
    parts->m_layout.size = parts->m_orientation.upright();
    parts->m_layout.channels = decoder.state.jpeg_color_space == JCS_GRAYSCALE ? 1 : 3;
    parts->m_layout.coarse = coarseLevel;
    JOCTET *profile = nullptr;
    unsigned int length = 0;
    if (decoder.readProfile(&profile, &length)) {
        parts->m_layout.colourSpace =
            QColorSpace::fromIccProfile(QByteArray(reinterpret_cast<const char *>(profile), static_cast<qsizetype>(length)));
        std::free(profile);
    }
    return std::shared_ptr<extension::PictureParts>(parts);
}

Result<extension::PixelBlock> JpegParts::region(int, const QRect &, const jobs::JobControl &)
{
    return fail(ErrorCode::Unsupported, tr("%1 is read from the top to the bottom only.").arg(m_path));
}

Result<> JpegParts::stream(int level, const Take &take, const jobs::JobControl &control)
{
    Decoder decoder(m_path);
    const bool coarse = level == coarseLevel;
    if (!decoder.file)
        return fail(ErrorCode::NotFound, tr("%1 cannot be read any more.").arg(m_path));
    const auto damaged = [&] {
        return fail(ErrorCode::Malformed, tr("%1 is damaged and can be shown in part only.").arg(m_path),
                    QString::fromLatin1(decoder.words));
    };
    if (!decoder.readHeader())
        return damaged();
    const QSize stored(static_cast<int>(decoder.state.image_width), static_cast<int>(decoder.state.image_height));
    if (m_orientation.of(stored).upright() != m_layout.size)
        return fail(ErrorCode::Failed, tr("%1 was changed on the disk while it was open. Open it again.").arg(m_path));
    if (!decoder.start(coarse))
        return damaged();
    const int width = static_cast<int>(decoder.state.output_width);
    const int height = static_cast<int>(decoder.state.output_height);
    const Orientation orientation = m_orientation.of({width, height});
    const bool inks = decoder.state.out_color_space == JCS_CMYK;
    const int storedChannels = inks ? 4 : m_layout.channels;
    QByteArray inkRow(inks ? qsizetype(width) * 4 * bandRows : 0, '\0');
    std::vector<JSAMPROW> rows(bandRows);
    for (int top = 0; top < height; top += bandRows) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const int count = std::min(bandRows, height - top);
        auto band = extension::PixelBlock::blank({width, count}, m_layout.channels, extension::SampleType::UInt8);
        for (int y = 0; y < count; ++y)
            rows[static_cast<std::size_t>(y)] =
                reinterpret_cast<JSAMPROW>(inks ? inkRow.data() + qsizetype(width) * storedChannels * y : band.row(y));
        const bool good = decoder.readRows(rows.data(), count);
        if (inks)
            for (int y = 0; y < count; ++y)
                inksToRgb(rows[static_cast<std::size_t>(y)], band.row(y), width);
        const QPoint place = orientation.uprightRect({0, top, width, count}).topLeft();
        take(orientation.turned(std::move(band)), place);
        if (!good)
            return damaged();
    }
    return {};
}

}  // namespace plumbline::image
