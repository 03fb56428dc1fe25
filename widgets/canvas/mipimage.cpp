// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/mipimage.h"

#include "widgets/canvas/display.h"

#include <QPainter>

#include <cmath>

namespace plumbline::canvas {

namespace {

constexpr double nearestFrom = 3;  // device pixels per image pixel

// Average of each 2 × 2 block; the last column and row repeat when a side is odd. Works on premultiplied 32-bit pixels.
QImage halved(const QImage &source)
{
    const int w = (source.width() + 1) / 2;
    const int h = (source.height() + 1) / 2;
    QImage result(w, h, source.format());
    // Two of the four bytes of a pixel at a time, with room for the carry between them.
    const auto averaged = [](quint32 a, quint32 b, quint32 c, quint32 d) {
        constexpr quint32 mask = 0x00FF00FF;
        const quint32 even = (a & mask) + (b & mask) + (c & mask) + (d & mask) + 0x00020002;
        const quint32 odd = ((a >> 8) & mask) + ((b >> 8) & mask) + ((c >> 8) & mask) + ((d >> 8) & mask) + 0x00020002;
        return ((even >> 2) & mask) | (((odd >> 2) & mask) << 8);
    };
    const int pairs = source.width() / 2;
    for (int y = 0; y < h; ++y) {
        const auto *top = reinterpret_cast<const quint32 *>(source.constScanLine(2 * y));
        const auto *bottom = reinterpret_cast<const quint32 *>(source.constScanLine(std::min(2 * y + 1, source.height() - 1)));
        auto *out = reinterpret_cast<quint32 *>(result.scanLine(y));
        for (int x = 0; x < pairs; ++x, top += 2, bottom += 2)
            out[x] = averaged(top[0], top[1], bottom[0], bottom[1]);
        if (pairs < w)
            out[pairs] = averaged(top[0], top[0], bottom[0], bottom[0]);
    }
    return result;
}

QImage shownFormat(const QImage &image)
{
    return image.convertToFormat(image.hasAlphaChannel() ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
}

}  // namespace

MipImage::MipImage(const QImage &image, const std::vector<QImage> &halves)
{
    if (image.isNull())
        return;
    m_levels.push_back(shownFormat(image));
    for (const QImage &half : halves) {
        const QSize wanted((m_levels.back().width() + 1) / 2, (m_levels.back().height() + 1) / 2);
        if (half.size() != wanted || half.format() != m_levels.front().format())
            return;
        m_levels.push_back(half);
    }
}

std::vector<QImage> halvesOf(const QImage &image)
{
    constexpr int window = 1600;  // pixels; smaller copies cost next to nothing
    std::vector<QImage> halves;
    QImage last = shownFormat(image);
    while (std::max(last.width(), last.height()) > window) {
        last = halved(last);
        halves.push_back(last);
    }
    return halves;
}

const QImage &MipImage::level(int k)
{
    while (static_cast<int>(m_levels.size()) <= k)
        m_levels.push_back(halved(m_levels.back()));
    return m_levels[static_cast<std::size_t>(k)];
}

int MipImage::levelFor(double devicePixelsPerImagePixel) const
{
    if (isNull() || devicePixelsPerImagePixel >= 1)
        return 0;
    const int wanted = static_cast<int>(std::floor(-std::log2(devicePixelsPerImagePixel)));
    const int largest = static_cast<int>(std::floor(std::log2(std::max(1, std::min(size().width(), size().height())))));
    return std::clamp(wanted, 0, largest);
}

void MipImage::paint(QPainter &painter, const ViewTransform &view, const QRectF &clip, double devicePixelRatio,
                     const DisplayTable *table)
{
    if (isNull())
        return;
    const double deviceScale = view.scale * devicePixelRatio;
    const int k = levelFor(deviceScale);
    const QImage &image = level(k);
    const double pixel = std::ldexp(1.0, k);  // image pixels per pixel of the level

    const geometry::Box seen = view.toImage(clip);
    const int left = std::max(0, static_cast<int>(std::floor(seen.x / pixel)) - 1);
    const int top = std::max(0, static_cast<int>(std::floor(seen.y / pixel)) - 1);
    const int right = std::min(image.width(), static_cast<int>(std::ceil(seen.right() / pixel)) + 1);
    const int bottom = std::min(image.height(), static_cast<int>(std::ceil(seen.bottom() / pixel)) + 1);
    if (left >= right || top >= bottom)
        return;
    const QRectF source(left, top, right - left, bottom - top);
    const geometry::Box covered{left * pixel, top * pixel, (right - left) * pixel, (bottom - top) * pixel};

    painter.save();
    const QRectF picture = view.rectOf(geometry::Box{0, 0, double(size().width()), double(size().height())});
    painter.setClipRect(picture.intersected(clip), Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, deviceScale < nearestFrom && deviceScale != 1);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (table)
        painter.drawImage(view.rectOf(covered), table->rendered(image, source.toRect()));
    else
        painter.drawImage(view.rectOf(covered), image, source);
    painter.restore();
}

}  // namespace plumbline::canvas
