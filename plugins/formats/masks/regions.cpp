// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/masks/regions.h"

#include <QCoreApplication>
#include <QImageReader>

#include <map>
#include <unordered_map>

namespace plumbline::masks {

namespace {

constexpr qint64 maximumPixels = qint64(1) << 28;
constexpr std::size_t maximumRuns = std::size_t(1) << 24;
constexpr std::size_t maximumRegions = std::size_t(1) << 16;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::masks", text);
}

class Pixels
{
public:
    explicit Pixels(const QImage &image) : m_bits(image.constBits()), m_stride(image.bytesPerLine()), m_bytes(image.depth() / 8)
    {}
    [[nodiscard]] std::uint32_t at(int x, int y) const
    {
        const uchar *line = m_bits + m_stride * y;
        if (m_bytes == 1)
            return line[x];
        if (m_bytes == 2)
            return reinterpret_cast<const quint16 *>(line)[x];
        return reinterpret_cast<const QRgb *>(line)[x] & 0xFFFFFFU;
    }

private:
    const uchar *m_bits;
    qsizetype m_stride;
    int m_bytes;
};

struct Run {
    std::uint64_t start = 0;
    std::uint32_t length = 0;
};

}  // namespace

Result<ValuePicture> readValues(const QString &path)
{
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    if (reader.format() != "png")
        return fail(ErrorCode::Malformed, tr("It is no PNG picture."));
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > maximumPixels)
        return fail(ErrorCode::TooLarge, tr("It is too large: %1 × %2 pixels.").arg(size.width()).arg(size.height()));
    ValuePicture picture;
    if (!reader.read(&picture.image))
        return fail(ErrorCode::Malformed, tr("It cannot be decoded: %1").arg(reader.errorString()));
    switch (picture.image.format()) {
    case QImage::Format_Mono:
    case QImage::Format_MonoLSB: {
        // Qt turns one-bit grey pictures round; one-bit palettes it leaves alone.
        const bool turned = picture.image.colorTable() == QList<QRgb>{qRgb(255, 255, 255), qRgb(0, 0, 0)};
        picture.image.convertTo(QImage::Format_Indexed8);
        if (turned) {
            picture.image.invertPixels();
            for (int y = 0; y < picture.image.height(); ++y)
                for (uchar *p = picture.image.scanLine(y), *end = p + picture.image.width(); p < end; ++p)
                    *p &= 1;
            picture.image.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
        }
        picture.coding = Coding::Indexed;
        break;
    }
    case QImage::Format_Indexed8: picture.coding = Coding::Indexed; break;
    case QImage::Format_Grayscale8:
    case QImage::Format_Grayscale16: picture.coding = Coding::Grey; break;
    default: picture.image.convertTo(QImage::Format_RGB32); picture.coding = Coding::Colour;
    }
    if (picture.image.isNull())
        return fail(ErrorCode::TooLarge, tr("There is not enough memory for it."));
    return picture;
}

Result<std::vector<Region>> regionsOf(const ValuePicture &classes, const ValuePicture *instances)
{
    const int width = classes.image.width();
    const int height = classes.image.height();
    const Pixels classAt(classes.image);
    const Pixels instanceAt(instances ? instances->image : classes.image);
    std::unordered_map<std::uint64_t, std::vector<Run>> runs;
    std::size_t count = 0;
    std::uint64_t value = 0;
    Run run;
    const auto close = [&] {
        if (run.length > 0) {
            runs[value].push_back(run);
            ++count;
        }
    };
    for (int x = 0; x < width; ++x) {
        for (int y = 0; y < height; ++y) {
            const std::uint64_t here = std::uint64_t(instances ? instanceAt.at(x, y) : 0) << 32 | classAt.at(x, y);
            if (here != value || run.length == 0) {
                close();
                run = {std::uint64_t(x) * std::uint64_t(height) + std::uint64_t(y), 0};
                value = here;
            }
            ++run.length;
        }
        if (count > maximumRuns || runs.size() > maximumRegions)
            return fail(ErrorCode::TooLarge, tr("It has so many regions that it is no mask."));
    }
    close();
    const std::map<std::uint64_t, std::vector<Run>> sorted(runs.begin(), runs.end());
    const std::uint64_t pixels = std::uint64_t(width) * std::uint64_t(height);
    std::vector<Region> regions;
    for (const auto &[key, list] : sorted) {
        Region region{static_cast<std::uint32_t>(key), static_cast<std::uint32_t>(key >> 32), {}, 0};
        region.mask.width = static_cast<std::uint32_t>(width);
        region.mask.height = static_cast<std::uint32_t>(height);
        std::uint64_t end = 0;
        for (const Run &one : list) {
            region.mask.counts.push_back(static_cast<std::uint32_t>(one.start - end));
            region.mask.counts.push_back(one.length);
            end = one.start + one.length;
            region.pixels += one.length;
        }
        if (end < pixels)
            region.mask.counts.push_back(static_cast<std::uint32_t>(pixels - end));
        regions.push_back(std::move(region));
    }
    return regions;
}

}  // namespace plumbline::masks
