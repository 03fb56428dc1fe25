// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QIconEngine>

namespace plumbline::theme {

/// Paints one SVG of our set in colours of the application's palette at the moment of painting. Private to this folder.
class IconEngine final : public QIconEngine
{
public:
    /// `svg` has strokes in currentColor; an invalid colour means the theme's.
    IconEngine(QString name, QByteArray svg, QColor colour);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] QString key() const override;
    bool isNull() override { return m_svg.isEmpty(); }

private:
    [[nodiscard]] QColor colourFor(QIcon::Mode mode, QIcon::State state) const;

    QString m_name;
    QByteArray m_svg;
    QColor m_colour;
};

}  // namespace plumbline::theme
