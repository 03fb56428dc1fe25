// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/streetsprites.h"

namespace plumbline::simulation {

namespace {

constexpr QColor frame(250, 246, 236);

struct Facade {
    Sprite &s;
    base::SeededRandom &random;
    const StreetPalette &palette;

    void pane(double x, double y, double w, double h)
    {
        const bool on = chance(random, palette.litShare);
        const QColor glass = on ? QColor(255, 218, 134) : palette.glass;
        s.rect(x, y, w, h, glass).shines = on;
        s.polygon({{x + w * 0.2, y}, {x + w * 0.55, y}, {x + w * 0.1, y + h * 0.7}, {x, y + h * 0.7}, {x, y + h * 0.4}},
                  lighter(glass, 0.3))
            .shines = on;
    }
    void window(double x, double y, double w, double h)
    {
        s.rect(x - 3, y - 3, w + 6, h + 6, frame);
        pane(x, y, w, h);
        s.rect(x + w / 2 - 1.2, y, 2.4, h, frame);
        s.rect(x, y + h * 0.42, w, 2.4, frame);
        s.rect(x - 5, y + h + 2, w + 10, 4, darker(frame, 0.14));
    }
    void shutters(double x, double y, double w, double h, QColor colour)
    {
        for (const double left : {x - 14, x + w + 4}) {
            s.rect(left, y - 3, 10, h + 6, colour);
            for (int i = 1; i < 5; ++i)
                s.rect(left + 1.5, y - 3 + (h + 6) * i / 5, 7, 1.6, darker(colour, 0.24));
        }
    }
    void flowers(double x, double y, double w)
    {
        s.rect(x - 4, y, w + 8, 7, QColor(150, 98, 68));
        for (int i = 0; i < 5; ++i) {
            const double at = x + w * (i + 0.5) / 5;
            s.ellipse(at, y - 1, 4.6, 4, QColor(92, 150, 88));
            s.ellipse(at, y - 3, 2.3, 2.3, i % 2 == 0 ? QColor(236, 92, 110) : QColor(252, 214, 104));
        }
    }
    void door(double x, double w, double h, QColor colour)
    {
        s.rect(x - 4, -h - 4, w + 8, h + 4, frame);
        s.rect(x, -h, w, h, colour);
        s.rect(x + w * 0.18, -h + 6, w * 0.64, h * 0.32, palette.glass);
        s.rect(x + w * 0.18, -h * 0.52, w * 0.64, h * 0.36, darker(colour, 0.16));
        s.ellipse(x + w * 0.86, -h * 0.47, 2, 2, QColor(250, 214, 104));
        s.rect(x - 7, -4, w + 14, 4, QColor(186, 180, 172));
    }
};

Sprite house(base::SeededRandom &random, const StreetPalette &palette)
{
    const QColor wall = pick(random, {0xFFF4E3C3, 0xFFF0C9A6, 0xFFE9D8E0, 0xFFD5E3DA, 0xFFF6EFE2, 0xFFE8B9A0});
    const QColor roof = pick(random, {0xFFB5523F, 0xFF8A4B45, 0xFF5B6780, 0xFF7A5C49, 0xFF4E7A78});
    const QColor shutter = pick(random, {0xFF4E7A6B, 0xFF3E6A9A, 0xFFB5523F, 0xFF7A5C8E});
    const double w = 170 + 10 * static_cast<double>(random.below(6));
    const double h = 112 + 8 * static_cast<double>(random.below(4));
    const double rise = 66 + 6 * static_cast<double>(random.below(5));
    const bool hipped = chance(random, 0.4);
    const bool chimneyLeft = chance(random, 0.5);

    Sprite s;
    Facade f{s, random, palette};
    const double chimney = (chimneyLeft ? -1 : 1) * w * 0.26;
    s.rect(chimney - 10, -h - rise * 0.98, 20, rise * 0.7, darker(roof, 0.12));
    s.rect(chimney - 13, -h - rise * 0.98 - 7, 26, 8, darker(roof, 0.3));
    s.rect(-w / 2, -h, w, h, wall);
    QPainterPath top;
    if (hipped) {
        top.addPolygon(
            QPolygonF({{-w / 2 - 14, -h + 4}, {-w / 2 + 34, -h - rise}, {w / 2 - 34, -h - rise}, {w / 2 + 14, -h + 4}}));
        top.closeSubpath();
        s.fill(top, roof);
    } else {
        s.polygon({{-w / 2, -h}, {0, -h - rise + 6}, {w / 2, -h}}, wall);
        s.ellipse(0, -h - rise * 0.36, 13, 13, frame);
        s.ellipse(0, -h - rise * 0.36, 10, 10, palette.glass);
        s.rect(-1.1, -h - rise * 0.36 - 10, 2.2, 20, frame);
        s.rect(-10, -h - rise * 0.36 - 1.1, 20, 2.2, frame);
        top.addPolygon(QPolygonF({{-w / 2 - 16, -h + 6},
                                  {0, -h - rise - 8},
                                  {w / 2 + 16, -h + 6},
                                  {w / 2 + 4, -h + 10},
                                  {0, -h - rise + 10},
                                  {-w / 2 - 4, -h + 10}}));
        top.closeSubpath();
        s.fill(top, roof);
    }
    if (hipped)
        for (int i = 1; i < 5; ++i)
            s.band(top, QRectF(-w, -h - rise + rise * i / 5, 2 * w, 2), darker(roof, 0.18));
    s.rect(-w / 2, -11, w, 11, darker(wall, 0.22));
    const double side = chimneyLeft ? 1 : -1;
    f.door(side * w * 0.30 - 15, 30, 62, shutter);
    const double windowX = -side * w * 0.20 - 21;
    f.window(windowX, -h + 34, 42, 40);
    f.shutters(windowX, -h + 34, 42, 40, shutter);
    f.flowers(windowX, -h + 79, 42);
    return s;
}

Sprite townhouse(base::SeededRandom &random, const StreetPalette &palette)
{
    const QColor wall = pick(random, {0xFFD98E73, 0xFFE6C27A, 0xFF9DB8A5, 0xFF93AFC4, 0xFFD9A5A5, 0xFFC7B299});
    const QColor awning = pick(random, {0xFFD9534F, 0xFF3C8D7A, 0xFF3E6FA8, 0xFFE0A030});
    const int columns = 2 + static_cast<int>(random.below(3));
    const int floors = 2 + static_cast<int>(random.below(2));
    const double w = 48.0 * columns + 30;
    const double ground = 92;
    const double h = ground + 66.0 * floors + 14;

    Sprite s;
    Facade f{s, random, palette};
    s.rect(-w / 2, -h, w, h, wall);
    s.rect(-w / 2 - 7, -h - 12, w + 14, 14, lighter(wall, 0.45));
    s.rect(-w / 2 - 3, -h + 2, w + 6, 5, darker(wall, 0.24));
    for (int floor = 0; floor < floors; ++floor)
        for (int column = 0; column < columns; ++column)
            f.window(-w / 2 + 15 + 48.0 * column + 10, -h + 22 + 66.0 * floor, 28, 40);
    s.rect(-w / 2, -ground - 2, w, 6, lighter(wall, 0.4));
    s.rect(-w / 2, -ground + 4, w, ground - 4, darker(wall, 0.30));
    s.rect(-w / 2 + 10, -ground + 9, w - 20, 15, darker(awning, 0.45));
    const double doorX = w / 2 - 46;
    s.rect(-w / 2 + 12, -58, w - 76, 48, frame);
    f.pane(-w / 2 + 15, -55, w - 82, 42);
    f.door(doorX, 30, 58, awning);
    // A striped awning with a scalloped edge.
    const double left = -w / 2 + 4;
    const int stripes = 2 * columns + 1;
    const double step = (w - 8) / stripes;
    for (int i = 0; i < stripes; ++i) {
        const QColor colour = i % 2 == 0 ? awning : frame;
        const double x = left + step * i;
        s.rect(x, -ground + 24, step, 14, colour);
        QPainterPath scallop;
        scallop.moveTo(x, -ground + 38);
        scallop.arcTo(x, -ground + 38 - step * 0.4, step, step * 0.8, 180, 180);
        scallop.closeSubpath();
        s.fill(scallop, darker(colour, 0.10));
    }
    s.rect(-w / 2, -8, w, 8, darker(wall, 0.42));
    return s;
}

Sprite apartments(base::SeededRandom &random, const StreetPalette &palette)
{
    const QColor wall = pick(random, {0xFFE7E0D2, 0xFFD2DCE3, 0xFFE9CFB4, 0xFFC9D6C3, 0xFFDCC8D8});
    const QColor accent = pick(random, {0xFFE07A5F, 0xFF3D8E8A, 0xFF5D7FB9, 0xFFE0A640});
    const int columns = 3 + static_cast<int>(random.below(2));
    const int floors = 4 + static_cast<int>(random.below(2));
    const double w = 46.0 * columns + 26;
    const double h = 52.0 * floors + 66;

    Sprite s;
    Facade f{s, random, palette};
    s.rect(w / 2 - 44, -h - 26, 26, 28, darker(wall, 0.28));
    s.rect(-w / 2 + 22, -h - 34, 2.6, 36, QColor(96, 102, 116));
    s.rect(-w / 2 + 15, -h - 30, 17, 2.4, QColor(96, 102, 116));
    s.rect(-w / 2, -h, w, h, wall);
    s.rect(-w / 2 - 4, -h - 7, w + 8, 10, darker(wall, 0.24));
    s.rect(w / 2 - 18, -h + 3, 18, h - 3, darker(wall, 0.08));
    for (int floor = 0; floor < floors; ++floor) {
        const double y = -h + 18 + 52.0 * floor;
        for (int column = 0; column < columns; ++column) {
            const double x = -w / 2 + 13 + 46.0 * column + 9;
            s.rect(x - 3, y - 3, 34, 37, frame);
            f.pane(x, y, 28, 31);
            s.rect(x + 13, y, 2.2, 31, frame);
            if ((column + floor) % 2 == 0) {
                s.rect(x - 6, y + 19, 40, 16, accent);
                for (int bar = 1; bar < 5; ++bar)
                    s.rect(x - 6 + 8.0 * bar - 1, y + 22, 2, 11, darker(accent, 0.22));
                s.rect(x - 8, y + 34, 44, 4, darker(wall, 0.30));
            }
        }
    }
    s.rect(-w / 2, -46, w, 46, darker(wall, 0.20));
    s.rect(-w / 2, -48, w, 4, accent);
    f.door(-17, 34, 40, darker(accent, 0.3));
    for (const double x : {-w / 2 + 16, w / 2 - 46}) {
        s.rect(x - 2, -36, 34, 24, frame);
        f.pane(x, -34, 30, 20);
    }
    return s;
}

}  // namespace

Sprite buildingSprite(base::SeededRandom &random, const StreetPalette &palette)
{
    switch (random.below(3)) {
    case 0: return house(random, palette);
    case 1: return townhouse(random, palette);
    default: return apartments(random, palette);
    }
}

Sprite treeSprite(base::SeededRandom &random, const StreetPalette &)
{
    const std::uint64_t variant = random.below(4);
    const QColor leaves = variant == 1 ? pick(random, {0xFF3F7D5F, 0xFF4B8A58, 0xFF35706A})
                                       : pick(random, {0xFF6BA85A, 0xFF7CB357, 0xFF55975E, 0xFFE0A03C, 0xFFEFA6B4});
    constexpr QColor bark(126, 88, 66);

    Sprite s;
    s.shadow(4, 40, 5);
    s.polygon({{-6, 0}, {-4.5, -76}, {4.5, -76}, {6.5, 0}}, bark);
    s.polygon({{1, 0}, {1, -76}, {4.5, -76}, {6.5, 0}}, darker(bark, 0.2));
    if (variant == 1) {
        for (int tier = 0; tier < 3; ++tier) {
            const double y = -30 - 44.0 * tier;
            const double half = 52 - 11.0 * tier;
            QPainterPath cone;
            cone.moveTo(-half, y);
            cone.quadTo(-half * 0.35, y - 22, -3, y - 74);
            cone.quadTo(0, y - 80, 3, y - 74);
            cone.quadTo(half * 0.35, y - 22, half, y);
            cone.quadTo(0, y + 12, -half, y);
            s.fill(cone, darker(leaves, 0.12 - 0.06 * tier));
            s.band(cone, QRectF(-half, y - 90, half * 0.86, 120), lighter(leaves, 0.10 + 0.05 * tier));
        }
        return s;
    }
    if (variant == 2) {
        QPainterPath crown;
        crown.moveTo(0, -206);
        crown.cubicTo(34, -186, 38, -84, 22, -52);
        crown.cubicTo(12, -38, -12, -38, -22, -52);
        crown.cubicTo(-38, -84, -34, -186, 0, -206);
        s.fill(crown, leaves);
        QPainterPath light;
        light.addEllipse(QPointF(-14, -120), 18, 66);
        s.fill(crown.intersected(light), lighter(leaves, 0.20));
        s.line({{0, -40}, {0, -112}}, 3, darker(bark, 0.05));
        s.line({{0, -72}, {9, -88}}, 2.4, darker(bark, 0.05));
        return s;
    }
    s.line({{0, -66}, {-20, -96}}, 5, bark);
    s.line({{0, -62}, {22, -92}}, 5, darker(bark, 0.12));
    QPainterPath crown;
    crown.setFillRule(Qt::WindingFill);
    for (const QRectF &blob : {QRectF(-58, -134, 64, 60), QRectF(-8, -138, 66, 64), QRectF(-44, -178, 62, 66),
                               QRectF(-10, -184, 58, 66), QRectF(-36, -150, 74, 76)})
        crown.addEllipse(blob);
    s.fill(crown, leaves);
    QPainterPath shade;
    shade.setFillRule(Qt::WindingFill);
    for (const QRectF &blob : {QRectF(-44, -106, 44, 30), QRectF(-8, -112, 60, 36), QRectF(18, -150, 38, 52)})
        shade.addEllipse(blob);
    s.fill(shade, darker(leaves, 0.14));
    QPainterPath light;
    light.setFillRule(Qt::WindingFill);
    for (const QRectF &blob : {QRectF(-38, -172, 38, 34), QRectF(-2, -176, 32, 26), QRectF(-50, -126, 26, 22)})
        light.addEllipse(blob);
    s.fill(light, lighter(leaves, 0.20));
    if (variant == 3)
        for (const QPointF &fruit :
             {QPointF(-26, -108), QPointF(12, -122), QPointF(32, -104), QPointF(-8, -144), QPointF(-34, -142), QPointF(26, -152)})
            s.ellipse(fruit.x(), fruit.y(), 4.2, 4.2, QColor(222, 82, 70));
    return s;
}

}  // namespace plumbline::simulation
