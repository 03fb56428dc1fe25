// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/placepicture.h"

#include "widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace plumbline::workstation {

PlacePicture::PlacePicture(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PlacePicture::setPicture(const QImage &image, double scale, const std::optional<geometry::Point> &place)
{
    m_image = image;
    m_scale = scale;
    m_place = place;
    m_words.clear();
    update();
}

void PlacePicture::setWords(const QString &words)
{
    m_image = {};
    m_place.reset();
    m_words = words;
    update();
}

QRectF PlacePicture::area() const
{
    if (m_image.isNull())
        return {};
    // Small pictures are enlarged, but not beyond recognition.
    constexpr double mostZoom = 4;
    const double zoom = std::min({double(width()) / m_image.width(), double(height()) / m_image.height(), mostZoom});
    const QSizeF size(m_image.width() * zoom, m_image.height() * zoom);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

std::optional<QPointF> PlacePicture::mark() const
{
    const QRectF shown = area();
    if (!m_place || shown.isEmpty())
        return std::nullopt;
    const double zoom = shown.width() / m_image.width();
    const QPointF at = shown.topLeft() + QPointF(m_place->x, m_place->y) * m_scale * zoom;
    return shown.contains(at) ? std::optional(at) : std::nullopt;
}

void PlacePicture::paintEvent(QPaintEvent *)
{
    const theme::Theme &theme = theme::themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(theme::Token::Surface0));
    if (m_image.isNull()) {
        painter.setPen(theme.colour(theme::Token::Text2));
        painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, m_words);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawImage(area(), m_image);
    const auto at = mark();
    if (!at)
        return;
    constexpr double radius = 16;
    for (const auto &[colour, width] : {std::pair(QColor(0, 0, 0, 160), 5.0), std::pair(theme.colour(theme::Token::Warn), 2.0)}) {
        painter.setPen(QPen(colour, width));
        painter.drawEllipse(*at, radius, radius);
        painter.drawLine(*at - QPointF(4, 0), *at + QPointF(4, 0));
        painter.drawLine(*at - QPointF(0, 4), *at + QPointF(0, 4));
    }
}

}  // namespace plumbline::workstation
