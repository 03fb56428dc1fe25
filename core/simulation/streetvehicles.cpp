// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/streetsprites.h"

namespace plumbline::simulation {

namespace {

constexpr QColor tyre(44, 46, 58);
constexpr QColor rim(206, 210, 216);
constexpr QColor headlight(255, 240, 176);
constexpr QColor taillight(226, 62, 58);

QPainterPath archPath(double cx, double radius, double axle)
{
    QPainterPath path;
    path.moveTo(cx + radius, axle);
    path.arcTo(cx - radius, axle - radius, 2 * radius, 2 * radius, 0, 180);
    path.closeSubpath();
    return path;
}

void wheel(Sprite &sprite, double cx, double radius)
{
    sprite.ellipse(cx, -radius, radius, radius, tyre);
    sprite.ellipse(cx, -radius, radius * 0.58, radius * 0.58, rim);
    sprite.ellipse(cx, -radius, radius * 0.40, radius * 0.40, darker(rim, 0.22));
    sprite.ellipse(cx, -radius, radius * 0.14, radius * 0.14, lighter(rim, 0.5));
}

void lamps(Sprite &sprite, QRectF front, QRectF back, const StreetPalette &palette)
{
    if (palette.dark) {
        QPainterPath beam;
        beam.moveTo(front.right() - 2, front.top() + 1);
        beam.lineTo(front.right() + 92, -2);
        beam.lineTo(front.right() + 24, 3);
        beam.lineTo(front.right() - 2, front.bottom() - 1);
        beam.closeSubpath();
        Part &light = sprite.fill(beam, withAlpha(headlight, 56));
        light.body = false;
        light.shines = true;
    }
    sprite.round(front.x(), front.y(), front.width(), front.height(), 3.5, headlight).shines = palette.dark;
    sprite.round(back.x(), back.y(), back.width(), back.height(), 2.5, taillight).shines = palette.dark;
}

// Glass with a slanted reflection.
void window(Sprite &sprite, const QPainterPath &path, const StreetPalette &palette, bool isLit)
{
    const QColor glass = isLit ? QColor(255, 222, 142) : palette.glass;
    sprite.fill(path, glass).shines = isLit;
    const QRectF box = path.boundingRect();
    QPainterPath glint;
    glint.moveTo(box.left() + box.width() * 0.30, box.top());
    glint.lineTo(box.left() + box.width() * 0.52, box.top());
    glint.lineTo(box.left() + box.width() * 0.30, box.bottom());
    glint.lineTo(box.left() + box.width() * 0.08, box.bottom());
    glint.closeSubpath();
    sprite.fill(path.intersected(glint), lighter(glass, 0.38)).shines = isLit;
}

struct CarShape {
    QPainterPath body;
    QPainterPath rearWindow;
    QPainterPath frontWindow;
    double doorX;
};

CarShape sedan()
{
    CarShape s;
    s.body.moveTo(-86, -13);
    s.body.quadTo(-92, -14, -91, -30);
    s.body.quadTo(-90, -47, -76, -49);
    s.body.quadTo(-64, -50, -56, -52);
    s.body.quadTo(-40, -77, -16, -78);
    s.body.lineTo(8, -78);
    s.body.quadTo(30, -77, 48, -53);
    s.body.quadTo(82, -50, 88, -40);
    s.body.quadTo(94, -30, 90, -13);
    s.body.closeSubpath();
    s.rearWindow.moveTo(-46, -53);
    s.rearWindow.quadTo(-34, -70, -16, -71);
    s.rearWindow.lineTo(-6, -71);
    s.rearWindow.lineTo(-6, -53);
    s.rearWindow.closeSubpath();
    s.frontWindow.moveTo(0, -71);
    s.frontWindow.lineTo(8, -71);
    s.frontWindow.quadTo(24, -70, 37, -53);
    s.frontWindow.lineTo(0, -53);
    s.frontWindow.closeSubpath();
    s.doorX = -3;
    return s;
}

CarShape hatchback()
{
    CarShape s;
    s.body.moveTo(-76, -13);
    s.body.quadTo(-83, -16, -81, -36);
    s.body.quadTo(-79, -54, -70, -60);
    s.body.quadTo(-58, -83, -34, -84);
    s.body.lineTo(6, -84);
    s.body.quadTo(32, -82, 48, -54);
    s.body.quadTo(74, -50, 79, -38);
    s.body.quadTo(84, -28, 80, -13);
    s.body.closeSubpath();
    s.rearWindow.moveTo(-62, -56);
    s.rearWindow.quadTo(-52, -76, -32, -77);
    s.rearWindow.lineTo(-14, -77);
    s.rearWindow.lineTo(-14, -56);
    s.rearWindow.closeSubpath();
    s.frontWindow.moveTo(-8, -77);
    s.frontWindow.lineTo(6, -77);
    s.frontWindow.quadTo(26, -75, 38, -56);
    s.frontWindow.lineTo(-8, -56);
    s.frontWindow.closeSubpath();
    s.doorX = -11;
    return s;
}

CarShape estate()
{
    CarShape s;
    s.body.moveTo(-90, -15);
    s.body.quadTo(-96, -18, -95, -40);
    s.body.quadTo(-94, -56, -89, -64);
    s.body.quadTo(-82, -86, -64, -87);
    s.body.lineTo(8, -87);
    s.body.quadTo(30, -86, 46, -58);
    s.body.quadTo(84, -56, 90, -44);
    s.body.quadTo(96, -32, 92, -15);
    s.body.closeSubpath();
    s.rearWindow.moveTo(-80, -60);
    s.rearWindow.quadTo(-74, -79, -62, -80);
    s.rearWindow.lineTo(-10, -80);
    s.rearWindow.lineTo(-10, -60);
    s.rearWindow.closeSubpath();
    s.frontWindow.moveTo(-4, -80);
    s.frontWindow.lineTo(8, -80);
    s.frontWindow.quadTo(24, -78, 36, -60);
    s.frontWindow.lineTo(-4, -60);
    s.frontWindow.closeSubpath();
    s.doorX = -7;
    return s;
}

}  // namespace

Sprite carSprite(base::SeededRandom &random, const StreetPalette &palette)
{
    const QColor paint = pick(random, {0xFFE4574C, 0xFF2F9C95, 0xFFF2B134, 0xFF4A7FC1, 0xFFF3EFE6, 0xFFEF8354, 0xFF37507A,
                                       0xFF6BA368, 0xFFB565A7, 0xFF8FB9D9});
    const std::uint64_t variant = random.below(3);
    const bool extra = chance(random, 0.25);
    const CarShape shape = variant == 0 ? sedan() : variant == 1 ? hatchback() : estate();
    const QRectF box = shape.body.boundingRect();
    const double axle = variant == 1 ? 48 : 56;
    const double wheelRadius = variant == 2 ? 18.5 : 17;

    Sprite s;
    s.shadow(0, box.width() * 0.53, 5.5);
    if (extra && variant == 2) {
        s.round(-66, box.top() - 9, 62, 8, 3, QColor(176, 122, 84));
        s.rect(-58, box.top() - 3, 4, 5, tyre);
        s.rect(-18, box.top() - 3, 4, 5, tyre);
    } else if (extra && variant == 0) {
        s.round(-16, box.top() - 9, 26, 10, 3, QColor(250, 214, 84)).shines = palette.dark;
        s.rect(-10, box.top() - 6, 14, 3, tyre);
    }
    s.fill(shape.body, paint);
    s.band(shape.body, QRectF(box.left(), -25, box.width(), 30), darker(paint, 0.20));
    s.band(shape.body, QRectF(box.left(), box.top(), box.width(), 4.5), lighter(paint, 0.28));
    s.band(shape.body, QRectF(box.left(), -45, box.width(), 2.6), lighter(paint, 0.24));
    window(s, shape.rearWindow, palette, false);
    window(s, shape.frontWindow, palette, false);
    s.line({{shape.doorX, -52}, {shape.doorX, -22}}, 1.3, darker(paint, 0.34));
    s.round(shape.doorX - 15, -41, 9, 3, 1.5, darker(paint, 0.42));
    s.round(shape.doorX + 26, -41, 9, 3, 1.5, darker(paint, 0.42));
    s.round(shape.frontWindow.boundingRect().right() - 3, -60, 9, 7, 3, darker(paint, 0.18));
    s.round(box.left() - 1.5, -24, 14, 7, 3, darker(paint, 0.45));
    s.round(box.right() - 13, -24, 15, 7, 3, darker(paint, 0.45));
    lamps(s, QRectF(box.right() - 13, -41, 10, 9), QRectF(box.left() + 1, -42, 7, 11), palette);
    for (const double x : {-axle, axle}) {
        s.fill(archPath(x, wheelRadius + 4.5, -13), darker(paint, 0.55));
        wheel(s, x, wheelRadius);
    }
    return s;
}

Sprite truckSprite(base::SeededRandom &random, const StreetPalette &palette)
{
    const QColor cab = pick(random, {0xFFE4574C, 0xFF3E7CB1, 0xFFF2A541, 0xFF3C9D7A, 0xFFECE7DC, 0xFF6A5D9E});
    const QColor load = pick(random, {0xFFF6F1E7, 0xFFE9DFC9, 0xFFD8E6EA, 0xFFF3D9B8});
    const QColor stripe = pick(random, {0xFFE4574C, 0xFF3E7CB1, 0xFF3C9D7A, 0xFFF2A541});
    const std::uint64_t variant = random.below(3);

    Sprite s;
    s.shadow(0, 156, 6.5);
    s.rect(-142, -32, 250, 13, QColor(62, 66, 82));
    if (variant == 0) {
        const QPainterPath box = roundedPath(-148, -132, 206, 102, 4);
        s.fill(box, load);
        s.band(box, QRectF(-148, -64, 206, 16), stripe);
        s.band(box, QRectF(-148, -36, 206, 8), darker(load, 0.16));
        s.band(box, QRectF(-148, -132, 206, 5), lighter(load, 0.6));
        s.ellipse(-46, -96, 17, 17, stripe);
        s.polygon({{-54, -88}, {-46, -106}, {-38, -88}}, lighter(load, 0.5));
        s.rect(-150, -126, 4, 94, darker(load, 0.3));
    } else if (variant == 1) {
        const QPainterPath tank = roundedPath(-150, -116, 206, 82, 40);
        s.fill(tank, QColor(206, 212, 220));
        s.band(tank, QRectF(-150, -116, 206, 20), QColor(232, 236, 240));
        s.band(tank, QRectF(-150, -58, 206, 26), QColor(170, 178, 190));
        s.band(tank, QRectF(-150, -86, 206, 12), stripe);
        for (const double x : {-96.0, -46.0, 4.0})
            s.rect(x - 2, -115, 4, 80, QColor(152, 160, 174));
        s.round(-62, -124, 32, 9, 3, QColor(120, 128, 144));
    } else {
        s.polygon({{-152, -96}, {56, -96}, {46, -32}, {-132, -32}}, stripe);
        s.polygon({{-152, -96}, {56, -96}, {55, -88}, {-150, -88}}, lighter(stripe, 0.25));
        s.polygon({{-135, -42}, {48, -42}, {46, -32}, {-132, -32}}, darker(stripe, 0.22));
        for (const double x : {-104.0, -62.0, -20.0, 20.0})
            s.rect(x, -88, 4, 46, darker(stripe, 0.2));
        QPainterPath sand;
        sand.moveTo(-140, -96);
        sand.quadTo(-96, -138, -58, -112);
        sand.quadTo(-20, -140, 44, -96);
        sand.closeSubpath();
        s.fill(sand, QColor(214, 178, 120));
    }
    QPainterPath front;
    front.moveTo(66, -18);
    front.lineTo(66, -104);
    front.quadTo(66, -114, 76, -114);
    front.lineTo(110, -114);
    front.quadTo(122, -114, 127, -100);
    front.lineTo(138, -66);
    front.quadTo(146, -62, 146, -50);
    front.lineTo(146, -18);
    front.closeSubpath();
    s.fill(front, cab);
    s.band(front, QRectF(60, -34, 90, 20), darker(cab, 0.2));
    s.band(front, QRectF(60, -114, 90, 5), lighter(cab, 0.3));
    QPainterPath glass;
    glass.moveTo(84, -102);
    glass.lineTo(108, -102);
    glass.quadTo(115, -102, 118, -94);
    glass.lineTo(127, -67);
    glass.lineTo(84, -67);
    glass.closeSubpath();
    window(s, glass, palette, false);
    s.line({{80, -106}, {80, -30}}, 1.4, darker(cab, 0.32));
    s.round(86, -58, 12, 3.4, 1.7, darker(cab, 0.42));
    s.round(122, -86, 6, 18, 2.5, QColor(54, 58, 74));
    s.round(132, -27, 18, 11, 3, QColor(62, 66, 82));
    lamps(s, QRectF(135, -46, 11, 11), QRectF(-148, -42, 6, 12), palette);
    for (const double x : {-108.0, -66.0, 104.0}) {
        s.fill(archPath(x, 24, -18), QColor(44, 46, 58));
        wheel(s, x, 19.5);
    }
    return s;
}

Sprite busSprite(base::SeededRandom &random, const StreetPalette &palette)
{
    const QColor paint = pick(random, {0xFFF2B134, 0xFFE4574C, 0xFF3E8E9E, 0xFF5B8C5A, 0xFF4A6FB5});
    const QColor trim = pick(random, {0xFFF6F1E7, 0xFFFBE8C8, 0xFFE6EEF2});

    Sprite s;
    s.shadow(0, 176, 6.5);
    s.round(-96, -128, 70, 12, 4, darker(trim, 0.18));
    s.round(10, -126, 46, 10, 4, darker(trim, 0.18));
    const QPainterPath body = roundedPath(-168, -120, 336, 104, 15);
    s.fill(body, paint);
    s.band(body, QRectF(-168, -120, 336, 14), trim);
    s.band(body, QRectF(-168, -48, 336, 8), trim);
    s.band(body, QRectF(-168, -28, 336, 14), darker(paint, 0.26));
    for (int i = 0; i < 6; ++i) {
        const double x = -156 + 41.0 * i;
        window(s, roundedPath(x, -99, 35, 41, 4), palette, palette.dark);
    }
    // The door, two leaves, between the last window and the driver.
    s.round(91, -100, 42, 80, 4, darker(paint, 0.36));
    window(s, roundedPath(94, -97, 17, 74, 3), palette, palette.dark);
    window(s, roundedPath(113, -97, 17, 74, 3), palette, palette.dark);
    QPainterPath shield;
    shield.moveTo(138, -97);
    shield.lineTo(157, -97);
    shield.quadTo(168, -95, 168, -84);
    shield.lineTo(168, -54);
    shield.lineTo(138, -54);
    shield.closeSubpath();
    window(s, shield, palette, false);
    s.round(104, -116, 58, 13, 4, QColor(40, 42, 56));
    for (int i = 0; i < 4; ++i)
        s.rect(111 + 11.0 * i, -112, i == 0 ? 6 : 8, 5, QColor(255, 196, 84)).shines = palette.dark;
    s.round(164, -82, 9, 20, 3, QColor(54, 58, 74));
    s.round(154, -26, 17, 10, 3, QColor(62, 66, 82));
    s.round(-171, -26, 15, 10, 3, QColor(62, 66, 82));
    lamps(s, QRectF(156, -44, 11, 11), QRectF(-168, -46, 6, 14), palette);
    for (const double x : {-98.0, 66.0}) {
        s.fill(archPath(x, 25, -16), darker(paint, 0.55));
        wheel(s, x, 20);
    }
    return s;
}

}  // namespace plumbline::simulation
