// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/calibrationgauge.h"

#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace plumbline::charts {

namespace {

constexpr double scaleWidth = 128;
constexpr double barHeight = 10;
constexpr double dot = 6;
constexpr double gap = 10;
constexpr int margin = 4;
constexpr int widgetHeight = 24;

QString figure(double value)
{
    return QString::number(value, 'f', 2);
}

}  // namespace

CalibrationGauge::CalibrationGauge(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Calibration"));
    describe();
}

void CalibrationGauge::setReading(const quality::GaugeReading &reading)
{
    if (m_reading == reading)
        return;
    m_reading = reading;
    describe();
    updateGeometry();
    update();
    emit readingChanged();
}

void CalibrationGauge::setAcceptedRange(const std::optional<quality::Interval> &range)
{
    m_accepted = range;
    update();
}

void CalibrationGauge::describe()
{
    setToolTip(m_reading.enough
                   ? tr("About %1 % of your checked decisions agree with the known answers. "
                        "With 95 % probability the true share lies between %2 % and %3 %.")
                         .arg(QString::number(std::lround(m_reading.mean * 100)), QString::number(std::lround(m_reading.interval.low * 100)),
                              QString::number(std::lround(m_reading.interval.high * 100)))
                   : tr("This shows how well your labels agree with known answers. It appears after a few more checks."));
    setAccessibleDescription(m_reading.enough ? tr("%1, between %2 and %3, from %n checked decision(s)", nullptr,
                                                   static_cast<int>(m_reading.decisions))
                                                    .arg(figure(m_reading.mean), figure(m_reading.interval.low), figure(m_reading.interval.high))
                                              : text());
}

QString CalibrationGauge::text() const
{
    if (!m_reading.enough)
        return tr("not enough checks yet");
    return QStringLiteral("%1 [%2–%3] · %4")
        .arg(figure(m_reading.mean), figure(m_reading.interval.low), figure(m_reading.interval.high))
        .arg(m_reading.decisions);
}

QFont CalibrationGauge::figures() const
{
    QFont result = font();
    result.setPixelSize(12);
    return result;
}

QSize CalibrationGauge::sizeHint() const
{
    const double textWidth = QFontMetricsF(figures()).horizontalAdvance(text());
    const double scale = m_reading.enough ? scaleWidth + gap : 0;
    return {static_cast<int>(std::ceil(2 * margin + scale + textWidth)), widgetHeight};
}

QSize CalibrationGauge::minimumSizeHint() const
{
    return sizeHint();
}

void CalibrationGauge::paintEvent(QPaintEvent *)
{
    const theme::Theme &colours = theme::themeOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    double x = margin;
    const double middle = height() / 2.0;
    if (m_reading.enough) {
        const auto at = [&](double value) { return x + dot / 2 + std::clamp(value, 0.0, 1.0) * (scaleWidth - dot); };
        const auto span = [&](double low, double high, double h) {
            return QRectF(QPointF(at(low), middle - h / 2), QPointF(std::max(at(high), at(low) + 2), middle + h / 2));
        };
        painter.setBrush(colours.colour(theme::Token::Line));
        painter.drawRoundedRect(span(0, 1, 2), 1, 1);
        if (m_accepted) {
            QColor band = colours.colour(theme::Token::Good);
            band.setAlpha(60);
            painter.setBrush(band);
            painter.drawRect(span(m_accepted->low, m_accepted->high, 16));
        }
        for (const double end : {0.0, 0.5, 1.0})
            painter.fillRect(QRectF(at(end) - 0.5, middle - 5, 1, 10), colours.colour(theme::Token::Line));
        QColor bar = colours.colour(theme::Token::Accent);
        bar.setAlpha(110);
        painter.setBrush(bar);
        painter.drawRoundedRect(span(m_reading.interval.low, m_reading.interval.high, barHeight), 3, 3);
        painter.setBrush(colours.colour(theme::Token::Accent));
        painter.drawEllipse(QPointF(at(m_reading.mean), middle), dot / 2, dot / 2);
        x += scaleWidth + gap;
    }
    painter.setFont(figures());
    painter.setPen(colours.colour(m_reading.enough ? theme::Token::Text1 : theme::Token::Text3));
    painter.drawText(QRectF(x, 0, width() - x, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.colour(theme::Token::Focus), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void CalibrationGauge::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit activated();
}

void CalibrationGauge::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        emit activated();
    else
        QWidget::keyPressEvent(event);
}

void CalibrationGauge::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) {
        describe();
        updateGeometry();
    }
}

}  // namespace plumbline::charts
