// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/streetsprites.h"

namespace plumbline::simulation {

namespace {

struct Pose {
    QPointF hip;
    QPointF shoulder;
    QPointF head;
    QPointF frontKnee, frontFoot, backKnee, backFoot;
    QPointF frontElbow, frontHand, backElbow, backHand;
};

Pose poseOf(PersonPose pose)
{
    switch (pose) {
    case PersonPose::Walking:
        return {{0, -46},  {1.5, -74}, {4, -90},  {10, -25}, {15, -3},  {-3, -24},
                {-15, -5}, {11, -61},  {19, -52}, {-9, -60}, {-13, -48}};
    case PersonPose::Riding:
        return {{-12, -60}, {5, -88},  {12, -104}, {9, -44},  {0, -17}, {6, -36},
                {-6, -15},  {14, -72}, {24, -63},  {13, -74}, {23, -63}};
    case PersonPose::Standing: break;
    }
    return {{0, -46},   {0, -74}, {0.5, -90}, {4.5, -24},  {5, -3},  {-4, -24},
            {-4.5, -3}, {8, -60}, {7, -46},   {-8.5, -60}, {-8, -46}};
}

void leg(Sprite &s, QPointF hip, QPointF knee, QPointF foot, QColor trousers, QColor shoe)
{
    s.line({foot + QPointF(-0.5, 0.6), foot + QPointF(5.5, 0.6)}, 5, shoe);
    s.line({hip, knee, foot + QPointF(0, -2.5)}, 8.4, trousers);
}

void arm(Sprite &s, QPointF shoulder, QPointF elbow, QPointF hand, QColor sleeve, QColor skin)
{
    s.ellipse(hand.x(), hand.y(), 3.4, 3.4, skin);
    s.line({shoulder, elbow, hand + (elbow - hand) * 0.25}, 6.4, sleeve);
}

}  // namespace

Sprite personSprite(base::SeededRandom &random, PersonPose kind)
{
    const QColor skin = pick(random, {0xFFF4CDA8, 0xFFE8B48A, 0xFFC98A5E, 0xFF9A6240, 0xFF70462E});
    const QColor hair = pick(random, {0xFF2E2530, 0xFF553A2C, 0xFF8C5A34, 0xFFD9A65A, 0xFFB9B4B0, 0xFF3B3F58});
    const QColor top =
        pick(random, {0xFFE4574C, 0xFF2F9C95, 0xFFF2B134, 0xFF4A7FC1, 0xFFF3EFE6, 0xFF9B6FB0, 0xFF6BA368, 0xFFEE8FA0});
    const QColor bottom = pick(random, {0xFF3A4767, 0xFF5C5F77, 0xFF7A5A46, 0xFF2F3A4E, 0xFF8C96A8});
    const QColor bag = pick(random, {0xFFC4573E, 0xFF4F6D7A, 0xFFD9A441, 0xFF7B5EA7});
    const std::uint64_t hairStyle = random.below(4);
    const bool skirt = chance(random, 0.28) && kind != PersonPose::Riding;
    const bool carriesBag = chance(random, 0.35) && kind != PersonPose::Riding;
    const Pose p = poseOf(kind);
    const QColor shoe(64, 54, 60);
    const QColor legColour = skirt ? skin : bottom;

    Sprite s;
    if (kind != PersonPose::Riding)
        s.shadow(0, 20, 3.6);
    arm(s, p.shoulder + QPointF(-2, 3), p.backElbow, p.backHand, darker(top, 0.24), skin);
    leg(s, p.hip + QPointF(-1.5, 0), p.backKnee, p.backFoot, darker(legColour, 0.22), shoe);
    leg(s, p.hip + QPointF(1.5, 0), p.frontKnee, p.frontFoot, legColour, shoe);
    if (carriesBag)
        s.round(p.shoulder.x() - 18, p.shoulder.y() + 1, 13, 22, 5, bag);

    // Neck, then trunk: from the hips to a little wider shoulders.
    s.line({p.shoulder + QPointF(0.5, 0), p.head + QPointF(-0.5, 6)}, 6.5, darker(skin, 0.12));
    const QPointF spine = p.shoulder - p.hip;
    QPainterPath trunk;
    trunk.moveTo(p.hip + QPointF(-7.5, 4));
    trunk.lineTo(p.shoulder + QPointF(-9, 3));
    trunk.quadTo(p.shoulder + QPointF(-9, -4), p.shoulder + QPointF(-2, -4.5));
    trunk.lineTo(p.shoulder + QPointF(3, -4.5));
    trunk.quadTo(p.shoulder + QPointF(9.5, -4), p.shoulder + QPointF(9, 3));
    trunk.lineTo(p.hip + QPointF(7.5, 4));
    trunk.closeSubpath();
    s.fill(trunk, top);
    if (skirt) {
        QPainterPath cloth;
        cloth.moveTo(p.hip + QPointF(-7.5, 0));
        cloth.lineTo(p.hip + QPointF(7.5, 0));
        cloth.quadTo(p.hip + QPointF(11, 12), p.hip + QPointF(14, 22));
        cloth.lineTo(p.hip + QPointF(-14, 22));
        cloth.quadTo(p.hip + QPointF(-11, 12), p.hip + QPointF(-7.5, 0));
        s.fill(cloth, bottom);
    } else {
        s.line({p.hip + QPointF(-4.5, 2), p.hip + QPointF(4.5, 2)}, 5.6, bottom);
    }
    if (carriesBag)
        s.line({p.shoulder + QPointF(-6, -2), p.hip + spine * 0.25 + QPointF(4, 0)}, 2.2, darker(bag, 0.2));

    if (hairStyle == 1)
        s.round(p.head.x() - 11, p.head.y() - 8, 14, 24, 6.5, hair);
    s.ellipse(p.head.x(), p.head.y(), 9.2, 10, skin);
    QPainterPath cap;
    cap.addEllipse(p.head + QPointF(-1.2, -2.2), 10.2, 10.2);
    QPainterPath face;
    face.addEllipse(p.head + QPointF(3.6, 4.4), 9.6, 10);
    s.fill(cap.subtracted(face), hair);
    if (hairStyle == 2)
        s.ellipse(p.head.x() - 6, p.head.y() - 11.5, 5, 5, hair);
    if (hairStyle == 3 || kind == PersonPose::Riding) {
        const QColor hat = kind == PersonPose::Riding ? bag : top;
        QPainterPath dome;
        dome.moveTo(p.head + QPointF(-11, -3));
        dome.quadTo(p.head + QPointF(-10, -15), p.head + QPointF(0, -15));
        dome.quadTo(p.head + QPointF(10, -15), p.head + QPointF(11, -3));
        dome.closeSubpath();
        s.fill(dome, hat);
        s.line({p.head + QPointF(-9, -3), p.head + QPointF(13, -3)}, 3, darker(hat, 0.25));
    }
    s.ellipse(p.head.x() + 4.8, p.head.y() + 0.6, 1.2, 1.6, QColor(48, 40, 48));
    arm(s, p.shoulder + QPointF(1, 3), p.frontElbow, p.frontHand, darker(top, 0.10), skin);
    return s;
}

Sprite bicycleSprite(base::SeededRandom &random)
{
    const QColor paint = pick(random, {0xFFE4574C, 0xFF2F9C95, 0xFF4A7FC1, 0xFFF2A541, 0xFF7B5EA7, 0xFF3F8F5F});
    const bool basket = chance(random, 0.5);
    constexpr QColor rubber(50, 50, 60);
    constexpr QColor metal(186, 192, 200);
    constexpr QColor leather(122, 78, 52);
    constexpr double radius = 19;
    const QPointF rear(-28, -21);
    const QPointF front(28, -21);
    const QPointF bracket(-4, -19);
    const QPointF seat(-12, -48);
    const QPointF head(18, -48);

    Sprite s;
    s.shadow(0, 50, 3.6);
    for (const QPointF &hub : {rear, front}) {
        s.hoop(hub.x(), hub.y(), radius, 3.6, rubber);
        s.hoop(hub.x(), hub.y(), radius - 3, 1.6, metal);
        for (const QPointF &spoke : {QPointF(0, 1), QPointF(1, 0), QPointF(0.7071, 0.7071), QPointF(-0.7071, 0.7071)})
            s.line({hub - spoke * (radius - 3), hub + spoke * (radius - 3)}, 0.9, metal);
        s.ellipse(hub.x(), hub.y(), 3, 3, QColor(104, 108, 120));
    }
    s.line({rear, bracket, head, seat, rear}, 3.6, paint);
    s.line({bracket, seat + QPointF(-1.5, -6)}, 3.6, paint);
    s.line({head + QPointF(-1.5, -6), front}, 3.6, paint);
    s.line({head + QPointF(-1.5, -6), head + QPointF(-2.5, -13), head + QPointF(6, -14)}, 2.8, QColor(84, 88, 100));
    s.line({head + QPointF(3, -14), head + QPointF(8, -13.5)}, 4, leather);
    s.line({seat + QPointF(-9, -7), seat + QPointF(5, -7)}, 4.4, leather);
    s.hoop(bracket.x(), bracket.y(), 5.4, 2, QColor(84, 88, 100));
    s.line({bracket, bracket + QPointF(4, 8)}, 2, QColor(84, 88, 100));
    s.line({bracket + QPointF(1, 8.5), bracket + QPointF(8, 8.5)}, 2.6, rubber);
    if (basket) {
        s.polygon({{21, -60}, {43, -60}, {39, -44}, {24, -44}}, QColor(196, 148, 92));
        s.polygon({{20, -61}, {44, -61}, {43.5, -57}, {20.6, -57}}, QColor(164, 116, 68));
    }
    return s;
}

Sprite trafficLightSprite(base::SeededRandom &random)
{
    constexpr QColor pole(78, 86, 98);
    constexpr QColor housing(46, 50, 62);
    const std::uint64_t shows = random.below(3);
    constexpr QColor lamps[3] = {{240, 72, 62}, {255, 196, 70}, {78, 206, 122}};

    Sprite s;
    s.shadow(0, 15, 3.4);
    s.round(-9, -8, 18, 8, 2.5, darker(pole, 0.2));
    s.rect(-3.2, -132, 6.4, 126, pole);
    s.rect(-3.2, -132, 2, 126, lighter(pole, 0.25));
    s.round(-7, -66, 14, 17, 3, QColor(242, 196, 72));
    s.round(-15, -202, 30, 76, 8, QColor(240, 200, 84));
    s.round(-12.5, -199.5, 25, 71, 6.5, housing);
    for (int i = 0; i < 3; ++i) {
        const double y = -187 + 23.0 * i;
        const bool on = static_cast<std::uint64_t>(i) == shows;
        s.ellipse(0, y, 9, 9, on ? lamps[i] : darker(lamps[i], 0.72)).shines = on;
        if (on) {
            s.ellipse(-2.6, y - 2.8, 2.8, 2.4, lighter(lamps[i], 0.65)).shines = true;
            Part &halo = s.ellipse(0, y, 17, 17, withAlpha(lamps[i], 50));
            halo.body = false;
            halo.shines = true;
        }
    }
    return s;
}

}  // namespace plumbline::simulation
