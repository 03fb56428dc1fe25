// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/imageparts.h"

#include <QRgba64>

#include <cstring>

namespace plumbline::extension {

namespace {

constexpr int bandRows = 256;

bool isDeep(QImage::Format format)
{
    return QImage::toPixelFormat(format).redSize() > 8 || format == QImage::Format_Grayscale16;
}

bool isGrey(QImage::Format format)
{
    return format == QImage::Format_Grayscale8 || format == QImage::Format_Grayscale16;
}

template <typename T>
const T *rowOf(const QImage &image, int x, int y)
{
    return static_cast<const T *>(static_cast<const void *>(image.constScanLine(y))) + x;
}

}  // namespace

PixelBlock blockOf(const QImage &image, const QRect &area)
{
    const bool grey = isGrey(image.format());
    const bool deep = isDeep(image.format());
    const QImage::Format wanted = grey ? image.format() : deep ? QImage::Format_RGBX64 : QImage::Format_RGB32;
    const bool asIs = image.format() == wanted;
    const QImage part = asIs ? image : image.copy(area).convertToFormat(wanted);
    const QPoint first = asIs ? area.topLeft() : QPoint(0, 0);
    auto block = PixelBlock::blank(area.size(), grey ? 1 : 3, deep ? SampleType::UInt16 : SampleType::UInt8);
    for (int y = 0; y < area.height(); ++y) {
        if (grey) {
            const auto *from = rowOf<char>(part, 0, first.y() + y) + first.x() * block.pixelBytes();
            std::memcpy(block.row(y), from, static_cast<std::size_t>(block.stride()));
        } else if (deep) {
            const auto *from = rowOf<QRgba64>(part, first.x(), first.y() + y);
            auto *to = static_cast<quint16 *>(static_cast<void *>(block.row(y)));
            for (int x = 0; x < area.width(); ++x, ++from) {
                *to++ = from->red();
                *to++ = from->green();
                *to++ = from->blue();
            }
        } else {
            const auto *from = rowOf<QRgb>(part, first.x(), first.y() + y);
            auto *to = static_cast<uchar *>(static_cast<void *>(block.row(y)));
            for (int x = 0; x < area.width(); ++x, ++from) {
                *to++ = static_cast<uchar>(qRed(*from));
                *to++ = static_cast<uchar>(qGreen(*from));
                *to++ = static_cast<uchar>(qBlue(*from));
            }
        }
    }
    return block;
}

QImage imageOf(const PixelBlock &block)
{
    if (block.type == SampleType::Float32)
        return {};
    const bool deep = block.type == SampleType::UInt16;
    const bool grey = block.channels == 1;
    QImage image(block.size, grey ? (deep ? QImage::Format_Grayscale16 : QImage::Format_Grayscale8)
                                  : (deep ? QImage::Format_RGBX64 : QImage::Format_RGB32));
    for (int y = 0; y < image.height(); ++y) {
        uchar *line = image.scanLine(y);
        if (grey) {
            std::memcpy(line, block.row(y), static_cast<std::size_t>(block.stride()));
        } else if (deep) {
            const auto *from = static_cast<const quint16 *>(static_cast<const void *>(block.row(y)));
            auto *to = static_cast<QRgba64 *>(static_cast<void *>(line));
            for (int x = 0; x < image.width(); ++x, from += 3)
                to[x] = QRgba64::fromRgba64(from[0], from[1], from[2], 0xFFFF);
        } else {
            const auto *from = static_cast<const uchar *>(static_cast<const void *>(block.row(y)));
            auto *to = static_cast<QRgb *>(static_cast<void *>(line));
            for (int x = 0; x < image.width(); ++x, from += 3)
                to[x] = qRgb(from[0], from[1], from[2]);
        }
    }
    return image;
}

ImageParts::ImageParts(QImage image) : m_image(std::move(image))
{
    m_layout.size = m_image.size();
    m_layout.channels = isGrey(m_image.format()) ? 1 : 3;
    m_layout.type = isDeep(m_image.format()) ? SampleType::UInt16 : SampleType::UInt8;
    m_layout.direct = {0};
}

Result<PixelBlock> ImageParts::region(int, const QRect &area, const jobs::JobControl &)
{
    return blockOf(m_image, area);
}

Result<> ImageParts::stream(int, const Take &take, const jobs::JobControl &control)
{
    for (int y = 0; y < m_image.height(); y += bandRows) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        take(blockOf(m_image, {0, y, m_image.width(), std::min(bandRows, m_image.height() - y)}), {0, y});
    }
    return {};
}

}  // namespace plumbline::extension
