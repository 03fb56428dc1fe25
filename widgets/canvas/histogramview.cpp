// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/histogramview.h"

#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>

namespace plumbline::canvas {

namespace {

constexpr double reach = 7;  // of a line, pixels
constexpr double smallestSpan = 1e-6;

}  // namespace

HistogramView::HistogramView(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Histogram"));
    setAccessibleDescription(tr("Drag the lines to choose what is black and what is white; the fields below do the same."));
}

void HistogramView::setHistogram(const Histogram &histogram)
{
    m_histogram = histogram;
    update();
}

void HistogramView::setWindow(const DisplayWindow &window)
{
    m_window = window;
    update();
}

DisplayWindow HistogramView::shownRange() const
{
    if (m_grip != Grip::None)
        return m_range;
    const double low = std::min(m_histogram.range.low, m_window.low);
    const double high = std::max({m_histogram.range.high, m_window.high, low + smallestSpan});
    const double margin = (high - low) * 0.02;
    return {low - margin, high + margin};
}

double HistogramView::xOf(double value) const
{
    const DisplayWindow range = shownRange();
    return (value - range.low) / (range.high - range.low) * width();
}

double HistogramView::valueOf(double x) const
{
    const DisplayWindow range = shownRange();
    return range.low + x / std::max(1, width()) * (range.high - range.low);
}

HistogramView::Grip HistogramView::gripAt(double x) const
{
    const double low = std::abs(x - xOf(m_window.low));
    const double high = std::abs(x - xOf(m_window.high));
    if (std::min(low, high) <= reach)
        return low < high ? Grip::Low : Grip::High;
    return x > xOf(m_window.low) && x < xOf(m_window.high) ? Grip::Both : Grip::None;
}

void HistogramView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const Grip grip = gripAt(event->position().x());
    m_range = shownRange();
    m_grip = grip;
    m_last = valueOf(event->position().x());
}

void HistogramView::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (m_grip == Grip::None) {
        const Grip grip = gripAt(x);
        setCursor(grip == Grip::None ? Qt::ArrowCursor : grip == Grip::Both ? Qt::SizeAllCursor : Qt::SizeHorCursor);
        return;
    }
    const double value = valueOf(x);
    const double least = (m_range.high - m_range.low) / 1000;
    DisplayWindow next = m_window;
    if (m_grip == Grip::Low) {
        next.low = std::min(value, next.high - least);
    } else if (m_grip == Grip::High) {
        next.high = std::max(value, next.low + least);
    } else {
        next.low += value - m_last;
        next.high += value - m_last;
    }
    m_last = value;
    m_window = next;
    update();
    emit windowDragged(next);
}

void HistogramView::mouseReleaseEvent(QMouseEvent *)
{
    m_grip = Grip::None;
    update();
}

void HistogramView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const theme::Theme &colours = theme::themeOf(palette());
    painter.fillRect(rect(), colours.colour(theme::Token::Surface0));
    std::uint32_t most = 1;
    for (int channel = 0; channel < m_histogram.channels; ++channel)
        for (const std::uint32_t count : m_histogram.counts[static_cast<std::size_t>(channel)])
            most = std::max(most, count);
    const std::array<QColor, 3> tints =
        m_histogram.channels == 3
            ? std::array<QColor, 3>{QColor(232, 84, 84, 150), QColor(80, 190, 100, 150), QColor(88, 140, 245, 150)}
            : std::array<QColor, 3>{colours.colour(theme::Token::Text3), {}, {}};
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    const double step = (m_histogram.range.high - m_histogram.range.low) / (Histogram::bins - 1);
    for (int channel = 0; channel < m_histogram.channels; ++channel) {
        QPainterPath path(QPointF(xOf(m_histogram.range.low), height()));
        for (int i = 0; i < Histogram::bins; ++i) {
            const double part =
                std::sqrt(double(m_histogram.counts[static_cast<std::size_t>(channel)][static_cast<std::size_t>(i)]) / most);
            path.lineTo(xOf(m_histogram.range.low + i * step), height() - part * (height() - 4));
        }
        path.lineTo(xOf(m_histogram.range.high), height());
        painter.setBrush(tints[static_cast<std::size_t>(channel)]);
        painter.drawPath(path);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    QColor veil = colours.colour(theme::Token::Surface1);
    veil.setAlpha(150);
    const double low = std::round(xOf(m_window.low));
    const double high = std::round(xOf(m_window.high));
    painter.fillRect(QRectF(0, 0, low, height()), veil);
    painter.fillRect(QRectF(high, 0, width() - high, height()), veil);
    const QColor line = colours.colour(theme::Token::Accent);
    for (const double x : {low, high}) {
        painter.fillRect(QRectF(x - 1, 0, 2, height()), line);
        painter.fillRect(QRectF(x - 4, height() / 2.0 - 8, 8, 16), line);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(colours.colour(theme::Token::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace plumbline::canvas
