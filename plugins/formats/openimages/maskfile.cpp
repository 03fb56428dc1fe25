// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/openimages/maskfile.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QImageReader>

#include <algorithm>
#include <cmath>
#include <functional>

namespace plumbline::openimages {

namespace {

constexpr qint64 maximumPixels = qint64(1) << 28;
constexpr std::size_t maximumRuns = std::size_t(1) << 24;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::openimages", text);
}

// Runs over the columns of a picture that is asked pixel by pixel.
std::optional<geometry::Mask> maskOf(QSize size, const std::function<bool(int, int)> &inside)
{
    geometry::Mask mask{static_cast<std::uint32_t>(size.width()), static_cast<std::uint32_t>(size.height()), {}};
    bool on = false;
    std::uint32_t length = 0;
    for (int x = 0; x < size.width(); ++x) {
        for (int y = 0; y < size.height(); ++y, ++length)
            if (inside(x, y) != on) {
                mask.counts.push_back(length);
                length = 0;
                on = !on;
            }
        if (mask.counts.size() > maximumRuns)
            return std::nullopt;
    }
    mask.counts.push_back(length);
    return mask;
}

QImage imageOf(const geometry::Mask &mask)
{
    QImage image(static_cast<int>(mask.width), static_cast<int>(mask.height), QImage::Format_Grayscale8);
    image.fill(0);
    std::uint64_t at = 0;
    for (std::size_t i = 0; i < mask.counts.size() && !image.isNull(); ++i)
        for (std::uint32_t k = 0; k < mask.counts[i]; ++k, ++at)
            if (i % 2 == 1)
                image.scanLine(static_cast<int>(at % mask.height))[at / mask.height] = 255;
    return image;
}

}  // namespace

Result<geometry::Mask> readMask(const QString &path)
{
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (qint64(size.width()) * size.height() > maximumPixels)
        return fail(ErrorCode::TooLarge, tr("The mask is too large: %1 × %2 pixels.").arg(size.width()).arg(size.height()));
    QImage image;
    if (!reader.read(&image))
        return fail(ErrorCode::Malformed, tr("The mask cannot be decoded: %1").arg(reader.errorString()));
    image.convertTo(QImage::Format_Grayscale8);
    const uchar *bits = image.constBits();
    const qsizetype stride = image.bytesPerLine();
    auto mask = maskOf(image.size(), [&](int x, int y) { return bits[stride * y + x] > 0; });
    if (!mask)
        return fail(ErrorCode::TooLarge, tr("The mask has too many runs."));
    return std::move(*mask);
}

std::optional<geometry::Mask> fitted(const geometry::Mask &mask, QSize size)
{
    const double across = double(mask.width) / size.width();
    const double down = double(mask.height) / size.height();
    // Both sides were rounded to whole pixels.
    const double allowed = 1.0 / std::min({mask.width, mask.height, std::uint32_t(size.width()), std::uint32_t(size.height())});
    if (std::abs(across / down - 1) > allowed)
        return std::nullopt;
    const QImage image = imageOf(mask);
    if (image.isNull())
        return std::nullopt;
    const uchar *bits = image.constBits();
    const qsizetype stride = image.bytesPerLine();
    return maskOf(size, [&](int x, int y) {
        const auto from = [](int at, double scale, int end) { return std::min(int((at + 0.5) * scale), end - 1); };
        return bits[stride * from(y, down, image.height()) + from(x, across, image.width())] > 0;
    });
}

QByteArray maskPicture(const geometry::Mask &mask)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    const QImage image = imageOf(mask).convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
    return buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG") ? bytes : QByteArray();
}

}  // namespace plumbline::openimages
