// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/canvaspicture.h"

#include "core/extension/imageparts.h"

#include <QPainter>

#include <cmath>

namespace plumbline::canvas {

namespace {

constexpr int sampledSide = 512;

}  // namespace

void CanvasPicture::setDisplay(const DisplaySettings &settings)
{
    if (m_display == settings)
        return;
    m_display = settings;
    displayChanged();
    emit changed();
}

WholePicture::WholePicture(const QImage &image, const std::vector<QImage> &halves, QObject *parent)
    : CanvasPicture(parent), m_image(image, halves), m_grey(image.format() == QImage::Format_Grayscale8)
{}

void WholePicture::displayChanged()
{
    m_table.reset();
    if (!display().isNeutral())
        m_table.emplace(display(), extension::SampleType::UInt8, DisplayWindow{0, 255});
}

void WholePicture::paint(QPainter &painter, const ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    m_image.paint(painter, view, clip, devicePixelRatio, m_table ? &*m_table : nullptr);
}

const Histogram &WholePicture::histogram()
{
    if (m_histogram.channels == 0 && !m_image.isNull()) {
        int level = 0;
        while (std::max(m_image.level(level).width(), m_image.level(level).height()) > sampledSide)
            ++level;
        const QImage &small = m_image.level(level);
        const auto block = extension::blockOf(m_grey ? small.convertToFormat(QImage::Format_Grayscale8) : small, small.rect());
        m_histogram = Histogram::of({&block});
    }
    return m_histogram;
}

std::vector<double> WholePicture::valueAt(QPoint pixel)
{
    if (!QRect(QPoint(0, 0), size()).contains(pixel))
        return {};
    const QRgb value = m_image.level(0).pixel(pixel);
    if (m_grey)
        return {double(qRed(value))};
    return {double(qRed(value)), double(qGreen(value)), double(qBlue(value))};
}

QImage WholePicture::pixels(const QRect &area, double scale)
{
    const QRect inside = area & QRect(QPoint(0, 0), size());
    if (inside.isEmpty())
        return {};
    const int level = m_image.levelFor(std::min(1.0, scale));
    const QRect there = QRectF(inside.x() / std::ldexp(1.0, level), inside.y() / std::ldexp(1.0, level),
                               inside.width() / std::ldexp(1.0, level), inside.height() / std::ldexp(1.0, level))
                            .toAlignedRect()
                        & m_image.level(level).rect();
    const QImage part = m_table ? m_table->rendered(m_image.level(level), there) : m_image.level(level).copy(there);
    const QSize wanted(std::max(1, static_cast<int>(std::lround(inside.width() * scale))),
                       std::max(1, static_cast<int>(std::lround(inside.height() * scale))));
    return part.size() == wanted
               ? part
               : part.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
}

}  // namespace plumbline::canvas
