// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/streetplan.h"

#include <QLinearGradient>
#include <QPainter>
#include <QRadialGradient>

namespace plumbline::simulation {

namespace {

void drawHills(QPainter &painter, base::SeededRandom &random, QRectF area, double height, QColor colour)
{
    QPainterPath path;
    path.moveTo(area.left() - 10, area.bottom());
    double x = area.left() - random.uniform(20, 120);
    double y = area.bottom() - height * random.uniform(0.3, 0.7);
    path.lineTo(x, y);
    while (x < area.right() + 40) {
        const double step = area.width() * random.uniform(0.16, 0.30);
        const double next = area.bottom() - height * random.uniform(0.25, 1.0);
        path.cubicTo(x + step * 0.5, y, x + step * 0.5, next, x + step, next);
        x += step;
        y = next;
    }
    path.lineTo(x, area.bottom());
    path.closeSubpath();
    painter.fillPath(path, colour);
}

void drawCloud(QPainter &painter, double x, double y, double size, QColor colour)
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(QRectF(x - size, y - size * 0.24, 2 * size, size * 0.36), size * 0.18, size * 0.18);
    path.addEllipse(QPointF(x - size * 0.42, y - size * 0.22), size * 0.36, size * 0.34);
    path.addEllipse(QPointF(x + size * 0.12, y - size * 0.34), size * 0.46, size * 0.46);
    path.addEllipse(QPointF(x + size * 0.60, y - size * 0.16), size * 0.27, size * 0.26);
    painter.fillPath(path, colour);
}

void drawSky(QPainter &painter, base::SeededRandom &random, const StreetPalette &palette, double width, double height)
{
    QLinearGradient sky(0, 0, 0, height * 0.66);
    sky.setColorAt(0, palette.skyTop);
    sky.setColorAt(1, palette.skyBottom);
    painter.fillRect(QRectF(0, 0, width, height), sky);

    const double unit = height / 600;
    if (palette.dark) {
        for (int i = 0; i < 46; ++i) {
            const QPointF at{random.uniform(0, width), random.uniform(0, height * 0.42)};
            QPainterPath star;
            const double radius = random.uniform(0.7, 1.7) * unit;
            star.addEllipse(at, radius, radius);
            painter.fillPath(star, withAlpha(QColor(255, 250, 226), 70 + static_cast<int>(random.below(150))));
        }
    }
    const QPointF disc{width * random.uniform(0.12, 0.88), height * random.uniform(0.10, palette.tintShare > 0.1 ? 0.26 : 0.18)};
    const double radius = (palette.dark ? 26 : 36) * unit;
    if (!palette.overcast) {
        QRadialGradient halo(disc, radius * 3.4);
        halo.setColorAt(0.2, withAlpha(palette.disc, 120));
        halo.setColorAt(1, withAlpha(palette.disc, 0));
        painter.fillRect(QRectF(disc.x() - radius * 3.4, disc.y() - radius * 3.4, radius * 6.8, radius * 6.8), halo);
        QPainterPath path;
        path.addEllipse(disc, radius, radius);
        if (palette.dark) {
            QPainterPath bite;
            bite.addEllipse(disc + QPointF(radius * 0.46, -radius * 0.18), radius * 0.86, radius * 0.86);
            path = path.subtracted(bite);
        }
        painter.fillPath(path, palette.disc);
    }
    const int clouds = palette.overcast ? 7 : 2 + static_cast<int>(random.below(4));
    for (int i = 0; i < clouds; ++i) {
        const double size = random.uniform(38, palette.overcast ? 110 : 80) * unit;
        const QPointF at{random.uniform(-0.05, 1.05) * width, height * random.uniform(0.08, 0.36)};
        drawCloud(painter, at.x(), at.y(), size, withAlpha(palette.cloud, palette.dark ? 110 : 205));
    }
}

void drawStreet(QPainter &painter, base::SeededRandom &random, const StreetPalette &palette, double width, double height)
{
    const double unit = height / 600;
    const auto stripe = [&](double from, double to, QColor colour) {
        painter.fillRect(QRectF(0, height * from, width, height * (to - from)), colour);
    };
    // A clipped hedge closes the view between the houses.
    const QColor hedge = palette.lit(darker(palette.nearHill, 0.18));
    QPainterPath leaves;
    leaves.setFillRule(Qt::WindingFill);
    const double top = height * ground::farPavement;
    leaves.addRect(0, top - 24 * unit, width, 24 * unit);
    for (double x = -8 * unit; x < width + 20 * unit; x += 21 * unit)
        leaves.addEllipse(QPointF(x, top - (23 + random.uniform(0, 6)) * unit), 15 * unit, 12 * unit);
    painter.fillPath(leaves, hedge);
    stripe(ground::farPavement - 0.006, ground::farPavement + 0.006, palette.grass);

    const QColor joint = darker(palette.pavement, 0.12);
    stripe(ground::farPavement + 0.006, ground::farKerb, palette.pavement);
    for (double x = random.uniform(0, 60) * unit; x < width; x += 62 * unit)
        painter.fillRect(QRectF(x, height * (ground::farPavement + 0.006), 1.4 * unit,
                                height * (ground::farKerb - ground::farPavement - 0.006)),
                         joint);
    stripe(ground::farKerb, ground::road, darker(palette.pavement, 0.24));
    stripe(ground::road, ground::nearKerb, palette.road);
    stripe(ground::road, ground::road + 0.012, darker(palette.road, 0.14));
    for (double x = random.uniform(-90, 0) * unit; x < width; x += 96 * unit)
        painter.fillRect(QRectF(x, height * (ground::lane - 0.004), 54 * unit, height * 0.009), palette.marking);
    stripe(ground::nearKerb - 0.012, ground::nearKerb - 0.007, palette.marking);

    stripe(ground::nearKerb, ground::nearPavement, darker(palette.pavement, 0.22));
    stripe(ground::nearPavement, 1.0, lighter(palette.pavement, 0.12));
    const double slant = 22 * unit;
    for (double x = random.uniform(-90, 0) * unit; x < width + slant; x += 92 * unit) {
        QPainterPath line;
        line.addPolygon(QPolygonF({{x, height * ground::nearPavement}, {x + 1.8 * unit, height * ground::nearPavement},
                                   {x + 1.8 * unit - slant, height}, {x - slant, height}}));
        painter.fillPath(line, joint);
    }
    painter.fillRect(QRectF(0, height * 0.957, width, 1.6 * unit), joint);

    QPainterPath cover;
    cover.addEllipse(QPointF(width * random.uniform(0.1, 0.9), height * (ground::lane + 0.05)), 20 * unit, 4.6 * unit);
    painter.fillPath(cover, darker(palette.road, 0.26));
}

}  // namespace

void drawBackground(QPainter &painter, std::uint64_t seed, const StreetPalette &palette, int width, int height)
{
    base::SeededRandom random(seed ^ 0xB5297A4D3F84D5B5ULL);
    drawSky(painter, random, palette, width, height);
    const QRectF land(0, 0, width, height * (ground::farPavement + 0.004));
    drawHills(painter, random, land, height * 0.24, palette.farHill);
    drawHills(painter, random, land, height * 0.15, palette.nearHill);
    drawStreet(painter, random, palette, width, height);
}

}  // namespace plumbline::simulation
