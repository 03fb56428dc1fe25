// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/iconengine.h"

#include "widgets/theme/theme.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace plumbline::theme {

IconEngine::IconEngine(QString name, QByteArray svg, QColor colour)
    : m_name(std::move(name)), m_svg(std::move(svg)), m_colour(colour)
{
}

QColor IconEngine::colourFor(QIcon::Mode mode, QIcon::State state) const
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    if (m_colour.isValid())
        return m_colour;
    if (mode == QIcon::Selected)
        return palette.color(QPalette::HighlightedText);
    const Theme &theme = themeOf(palette);
    return theme.colour(state == QIcon::On ? Token::Accent : mode == QIcon::Active ? Token::Text1 : Token::Text2);
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    QByteArray svg = m_svg;
    svg.replace("currentColor", colourFor(mode, state).name().toLatin1());
    QSvgRenderer renderer(svg);
    const int side = std::min(rect.width(), rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(QRectF(rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    renderer.render(painter, square);
    painter->restore();
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    const QString key = QStringLiteral("plumbline-icon/%1/%2x%3@%4/%5")
                            .arg(m_name)
                            .arg(size.width())
                            .arg(size.height())
                            .arg(scale)
                            .arg(colourFor(mode, state).rgba(), 8, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    // Qt 6.4 passes the size in device pixels already and sets the ratio itself.
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect(QPoint(0, 0), size), mode, state);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

QString IconEngine::key() const
{
    return QStringLiteral("plumbline");
}

}  // namespace plumbline::theme
