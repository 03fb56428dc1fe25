// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/image/pixels.h"

#include <QRgba64>

#include <vector>

namespace plumbline::image {

namespace {

// Rows of QImage begin at multiples of 8 bytes in the 64-bit formats and of 4 in all others.
template <typename T>
T *rowOf(QImage &image, int y)
{
    return static_cast<T *>(static_cast<void *>(image.scanLine(y)));
}
template <typename T>
const T *rowOf(const QImage &image, int y)
{
    return static_cast<const T *>(static_cast<const void *>(image.constScanLine(y)));
}

quint32 overWhite(quint32 channel, quint32 alpha, quint32 maximum)
{
    return static_cast<quint32>((quint64(channel) * alpha + quint64(maximum) * (maximum - alpha) + maximum / 2) / maximum);
}

QImage flattened32(QImage image)
{
    image.convertTo(QImage::Format_ARGB32);
    for (int y = 0; y < image.height() && !image.isNull(); ++y) {
        auto *row = rowOf<QRgb>(image, y);
        for (int x = 0; x < image.width(); ++x) {
            const QRgb p = row[x];
            const auto alpha = static_cast<quint32>(qAlpha(p));
            if (alpha != 255)
                row[x] = qRgb(static_cast<int>(overWhite(static_cast<quint32>(qRed(p)), alpha, 255)),
                              static_cast<int>(overWhite(static_cast<quint32>(qGreen(p)), alpha, 255)),
                              static_cast<int>(overWhite(static_cast<quint32>(qBlue(p)), alpha, 255)));
        }
    }
    image.reinterpretAsFormat(QImage::Format_RGB32);
    return image;
}

QImage flattened64(QImage image)
{
    image.convertTo(QImage::Format_RGBA64);
    for (int y = 0; y < image.height() && !image.isNull(); ++y) {
        auto *row = rowOf<QRgba64>(image, y);
        for (int x = 0; x < image.width(); ++x) {
            const QRgba64 p = row[x];
            if (p.alpha() != 0xFFFF)
                row[x] = QRgba64::fromRgba64(static_cast<quint16>(overWhite(p.red(), p.alpha(), 0xFFFF)),
                                             static_cast<quint16>(overWhite(p.green(), p.alpha(), 0xFFFF)),
                                             static_cast<quint16>(overWhite(p.blue(), p.alpha(), 0xFFFF)), 0xFFFF);
        }
    }
    image.reinterpretAsFormat(QImage::Format_RGBX64);
    return image;
}

}  // namespace

int bitsPerChannel(QImage::Format decoded)
{
    switch (decoded) {
    case QImage::Format_Grayscale16:
    case QImage::Format_RGBX64:
    case QImage::Format_RGBA64:
    case QImage::Format_RGBA64_Premultiplied:
    case QImage::Format_RGBX16FPx4:
    case QImage::Format_RGBA16FPx4:
    case QImage::Format_RGBA16FPx4_Premultiplied: return 16;
    case QImage::Format_RGBX32FPx4:
    case QImage::Format_RGBA32FPx4:
    case QImage::Format_RGBA32FPx4_Premultiplied: return 32;
    case QImage::Format_BGR30:
    case QImage::Format_A2BGR30_Premultiplied:
    case QImage::Format_RGB30:
    case QImage::Format_A2RGB30_Premultiplied: return 10;
    case QImage::Format_Mono:
    case QImage::Format_MonoLSB: return 1;
    default: return 8;
    }
}

int bytesPerPixel(QImage::Format decoded)
{
    if (decoded == QImage::Format_Grayscale8)
        return 1;
    if (decoded == QImage::Format_Grayscale16)
        return 2;
    const int bits = bitsPerChannel(decoded);
    return bits > 16 ? 16 : bits > 8 ? 8 : 4;
}

QImage displayable(QImage image)
{
    switch (image.format()) {
    case QImage::Format_RGB32:
    case QImage::Format_Grayscale8:
    case QImage::Format_Grayscale16:
    case QImage::Format_RGBX64: return image;
    default: break;
    }
    if (bitsPerChannel(image.format()) > 8)
        return flattened64(std::move(image));
    if (image.hasAlphaChannel())
        return flattened32(std::move(image));
    image.convertTo(QImage::Format_RGB32);
    return image;
}

Result<Sha256Digest> digestRgb24(const QImage &image, const jobs::JobControl &control)
{
    base::Sha256 hash;
    std::vector<char> line(static_cast<std::size_t>(image.width()) * 3);
    for (int y = 0; y < image.height(); ++y) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        char *out = line.data();
        const auto put = [&out](int r, int g, int b) {
            *out++ = static_cast<char>(r);
            *out++ = static_cast<char>(g);
            *out++ = static_cast<char>(b);
        };
        const uchar *grey8 = image.constScanLine(y);
        const auto *grey16 = rowOf<quint16>(image, y);
        const auto *rgb8 = rowOf<QRgb>(image, y);
        const auto *rgb16 = rowOf<QRgba64>(image, y);
        switch (image.format()) {
        case QImage::Format_Grayscale8:
            for (int x = 0; x < image.width(); ++x)
                put(grey8[x], grey8[x], grey8[x]);
            break;
        case QImage::Format_Grayscale16:
            for (int x = 0; x < image.width(); ++x) {
                const int grey = qRgba64(grey16[x], 0, 0, 0xFFFF).red8();
                put(grey, grey, grey);
            }
            break;
        case QImage::Format_RGBX64:
            for (int x = 0; x < image.width(); ++x)
                put(rgb16[x].red8(), rgb16[x].green8(), rgb16[x].blue8());
            break;
        default:
            for (int x = 0; x < image.width(); ++x)
                put(qRed(rgb8[x]), qGreen(rgb8[x]), qBlue(rgb8[x]));
        }
        hash.add(QByteArrayView(line.data(), static_cast<qsizetype>(line.size())));
    }
    return hash.finish();
}

}  // namespace plumbline::image
