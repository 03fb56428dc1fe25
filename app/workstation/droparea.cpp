// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/droparea.h"

#include "widgets/theme/theme.h"

#include <QPainter>

namespace plumbline::workstation {

DropArea::DropArea(QWidget *window) : QWidget(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropArea::announce(const QString &what, const QString &detail)
{
    m_what = what;
    m_detail = detail;
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropArea::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const theme::Theme &colours = theme::themeOf(palette());
    QColor veil = colours.colour(theme::Token::Surface0);
    veil.setAlphaF(0.86F);
    painter.fillRect(rect(), veil);
    painter.setPen(QPen(colours.colour(theme::Token::Accent), 2, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(16, 16, -16, -16), 12, 12);
    QFont large = font();
    large.setPixelSize(24);
    painter.setFont(large);
    painter.setPen(colours.colour(theme::Token::Text1));
    painter.drawText(rect().adjusted(32, 0, -32, -24), Qt::AlignCenter | Qt::TextWordWrap, m_what);
    painter.setFont(font());
    painter.setPen(colours.colour(theme::Token::Text2));
    painter.drawText(rect().adjusted(32, 56, -32, 0), Qt::AlignCenter | Qt::TextWordWrap, m_detail);
}

}  // namespace plumbline::workstation
