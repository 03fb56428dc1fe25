// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/mask.h"
#include "core/geometry/regions.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace plumbline;
using geometry::Box;
using geometry::Combination;
using geometry::Ellipse;
using geometry::Geometry;
using geometry::Mask;
using geometry::Polygon;

namespace {

double sizeOf(const Geometry &geometry)
{
    return geometry::areaOf(geometry).value_or(-1);
}

Polygon circle(int corners, double radius)
{
    Polygon polygon{{{}}};
    for (int i = 0; i < corners; ++i) {
        const double t = 2 * std::numbers::pi * i / corners;
        polygon.parts.front().outer.push_back({100 + radius * std::cos(t), 100 + radius * std::sin(t)});
    }
    return polygon;
}

}  // namespace

/// Shapes of different kinds combined and cut: the kind of the result, and what is refused.
class TestRegions final : public QObject
{
    Q_OBJECT

private slots:
    void kindFollowsTheFirst()
    {
        const Box box{50, 50, 100, 100};
        const Geometry mask = geometry::maskOfRegion(Box{100, 100, 100, 100}, 300, 200).value();
        const auto polygon = geometry::combinedRegions({box, mask}, Combination::Unite, 300, 200);
        QVERIFY_RESULT(polygon);
        QVERIFY(std::holds_alternative<Polygon>(**polygon));
        QCOMPARE(sizeOf(**polygon), 17500.0);
        const auto pixels = geometry::combinedRegions({mask, box}, Combination::Subtract, 300, 200);
        QVERIFY_RESULT(pixels);
        QVERIFY(std::holds_alternative<Mask>(**pixels));
        QCOMPARE(sizeOf(**pixels), 7500.0);
        // Outlines are cut exactly, not on pixels.
        const auto exact =
            geometry::combinedRegions({Box{0.25, 0.25, 10, 10}, Box{5.5, 5.5, 10, 10}}, Combination::Intersect, 300, 200);
        QVERIFY_RESULT(exact);
        QVERIFY(std::abs(sizeOf(**exact) - 4.75 * 4.75) < 1e-3);
        const auto round =
            geometry::combinedRegions({Ellipse{100, 100, 50, 30, 0.4}, Box{0, 0, 300, 200}}, Combination::Intersect, 300, 200);
        QVERIFY_RESULT(round);
        QVERIFY(std::abs(sizeOf(**round) - std::numbers::pi * 1500) < 15);
    }

    void nothingIsLeft()
    {
        const Box box{50, 50, 100, 100};
        const Geometry mask = geometry::maskOfRegion(box, 300, 200).value();
        for (const Geometry &shape : {Geometry(box), mask}) {
            const auto rest = geometry::combinedRegions({shape, box}, Combination::Subtract, 300, 200);
            QVERIFY_RESULT(rest);
            QVERIFY(!*rest);
            const auto halves = geometry::splitRegion(shape, {10, 0}, {10, 5}, 300, 200);
            QVERIFY_RESULT(halves);
            QVERIFY(halves->first.has_value() != halves->second.has_value());
        }
        const auto none = geometry::combinedRegions({}, Combination::Unite, 300, 200);
        QVERIFY_RESULT(none);
        QVERIFY(!*none);
    }

    void tooManyCornersFollowPixels()
    {
        const Polygon fine = circle(50000, 60);
        const auto united = geometry::combinedRegions({fine, Box{100, 100, 80, 80}}, Combination::Unite, 300, 200);
        QVERIFY_RESULT(united);
        QVERIFY(std::holds_alternative<Polygon>(**united));
        QVERIFY(std::abs(sizeOf(**united) - (std::numbers::pi * 3600 * 0.75 + 6400)) < 40);
        const auto halves = geometry::splitRegion(fine, {100, 0}, {100, 200}, 300, 200);
        QVERIFY_RESULT(halves);
        QVERIFY(std::abs(sizeOf(*halves->first) - sizeOf(*halves->second)) < 100);
    }

    void refusedInWords()
    {
        QVERIFY_FAILS(geometry::maskOfRegion(Box{0, 0, 5, 5}, 40000, 40000), ErrorCode::TooLarge);
        QVERIFY_FAILS(geometry::maskOfRegion(Box{0, 0, 5, 5}, 0, 10), ErrorCode::TooLarge);
        QVERIFY_FAILS(geometry::maskOfRegion(geometry::Polyline{{{0, 0}, {5, 5}}}, 10, 10), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(geometry::polygonOfRegion(geometry::ItemLabel{}, 1), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(geometry::splitRegion(Box{0, 0, 5, 5}, {1, 1}, {1, 1}, 10, 10), ErrorCode::InvalidArgument);
        QVERIFY(!geometry::hasRegion(geometry::KeyPoints{}));
        QVERIFY(geometry::hasRegion(Mask{}));
    }

    void masksAsPolygons()
    {
        const Mask mask = geometry::maskOfRegion(circle(400, 60), 300, 200).value();
        const auto exact = geometry::polygonOfRegion(mask, 0);
        QVERIFY_RESULT(exact);
        QCOMPARE(geometry::maskOfRegion(*exact, 300, 200).value(), mask);
        const auto smooth = geometry::polygonOfRegion(mask, 1);
        QVERIFY_RESULT(smooth);
        QVERIFY(smooth->parts.front().outer.size() < exact->parts.front().outer.size() / 3);
        QVERIFY(std::abs(sizeOf(*smooth) - sizeOf(mask)) < sizeOf(mask) * 0.01);
    }
};

QTEST_GUILESS_MAIN(TestRegions)
#include "tst_regions.moc"
