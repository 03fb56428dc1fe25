// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/geometry/mask.h"
#include "core/geometry/maskoutline.h"
#include "core/geometry/overlap.h"
#include "core/geometry/polygonoperations.h"
#include "tests/geometry/rasters.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace plumbline;
using geometry::Combination;
using geometry::Point;
using geometry::Polygon;
using geometry::Ring;

namespace {

Polygon star(base::SeededRandom &random, Point centre, double size, int corners)
{
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double t = 2 * std::numbers::pi * i / corners;
        const double r = random.uniform(0.3, 1) * size;
        ring.push_back({centre.x + r * std::cos(t), centre.y + r * std::sin(t)});
    }
    return {{{ring, {}}}};
}

Polygon scribble(base::SeededRandom &random, std::size_t corners)
{
    Ring ring;
    for (std::size_t i = 0; i < corners; ++i)
        ring.push_back({random.uniform(0, 1000), random.uniform(0, 1000)});
    return {{{ring, {}}}};
}

double areaOf(const Polygon &polygon)
{
    return geometry::areaOf(polygon).value();
}

double farthestFrom(const Ring &ring, const Ring &outline)
{
    double farthest = 0;
    for (const Point p : ring) {
        double nearest = HUGE_VAL;
        for (std::size_t i = 0, j = outline.size() - 1; i < outline.size(); j = i++) {
            const Point a = outline[j];
            const Point b = outline[i];
            const double length = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
            const double t =
                length > 0 ? std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / length, 0.0, 1.0) : 0;
            nearest = std::min(nearest, std::hypot(p.x - a.x - t * (b.x - a.x), p.y - a.y - t * (b.y - a.y)));
        }
        farthest = std::max(farthest, nearest);
    }
    return farthest;
}

}  // namespace

/// Booleans, cuts and simplification of polygons by the laws that their areas keep.
class TestPolygonOperations final : public QObject
{
    Q_OBJECT

private slots:
    void areasAddUp()
    {
        base::SeededRandom random(31);
        for (int round = 0; round < 150; ++round) {
            const Polygon a = star(random, {random.uniform(20, 80), random.uniform(20, 80)}, 50, 3 + int(random.below(30)));
            const Polygon b = star(random, {random.uniform(20, 80), random.uniform(20, 80)}, 50, 3 + int(random.below(30)));
            const auto both = geometry::combined({a, b}, Combination::Unite);
            const auto common = geometry::combined({a, b}, Combination::Intersect);
            const auto rest = geometry::combined({a, b}, Combination::Subtract);
            QVERIFY_RESULT(both);
            QVERIFY_RESULT(common);
            QVERIFY_RESULT(rest);
            QVERIFY(std::abs(areaOf(*both) + areaOf(*common) - areaOf(a) - areaOf(b)) < 0.01);
            QVERIFY(std::abs(areaOf(*rest) + areaOf(*common) - areaOf(a)) < 0.01);
            QVERIFY(std::abs(geometry::iou(a, b) - areaOf(*common) / areaOf(*both)) < 1e-4);
            // Taking away and putting back gives the same region.
            const auto whole = geometry::combined({*rest, *common}, Combination::Unite);
            QVERIFY_RESULT(whole);
            QVERIFY(geometry::iou(*whole, a) > 0.9999);
            // The same on pixels, up to the pixels that the outline crosses.
            const auto mask =
                geometry::combined(geometry::rasterised(a, 140, 140), geometry::rasterised(b, 140, 140), Combination::Unite);
            QCOMPARE(mask, geometry::rasterised(*both, 140, 140));
        }
    }

    void holesAndParts()
    {
        const Polygon square{{{{{0, 0}, {100, 0}, {100, 100}, {0, 100}}, {}}}};
        const Polygon inner{{{{{20, 20}, {80, 20}, {80, 80}, {20, 80}}, {}}}};
        const Polygon island{{{{{40, 40}, {60, 40}, {60, 60}, {40, 60}}, {}}}};
        const auto frame = geometry::combined({square, inner}, Combination::Subtract);
        QVERIFY_RESULT(frame);
        QCOMPARE(frame->parts.size(), std::size_t(1));
        QCOMPARE(frame->parts.front().holes.size(), std::size_t(1));
        QCOMPARE(areaOf(*frame), 10000.0 - 3600);
        const auto target = geometry::combined({*frame, island}, Combination::Unite);
        QVERIFY_RESULT(target);
        QCOMPARE(target->parts.size(), std::size_t(2));
        QCOMPARE(areaOf(*target), 10000.0 - 3600 + 400);
        // Nothing is left: no parts, no error.
        const auto nothing = geometry::combined({inner, square}, Combination::Subtract);
        QVERIFY_RESULT(nothing);
        QVERIFY(nothing->parts.empty());
        const auto apart = geometry::combined({island, Polygon{{{{{200, 0}, {210, 0}, {210, 9}}, {}}}}}, Combination::Intersect);
        QVERIFY_RESULT(apart);
        QVERIFY(apart->parts.empty());
        const auto three = geometry::combined({square, inner, island}, Combination::Intersect);
        QVERIFY_RESULT(three);
        QCOMPARE(areaOf(*three), 400.0);
    }

    void cutsAddUp()
    {
        base::SeededRandom random(32);
        for (int round = 0; round < 150; ++round) {
            const Polygon whole = star(random, {50, 50}, 50, 3 + int(random.below(30)));
            const Point a{random.uniform(0, 100), random.uniform(0, 100)};
            const Point b{random.uniform(0, 100), random.uniform(0, 100)};
            const auto halves = geometry::splitByLine(whole, a, b);
            QVERIFY_RESULT(halves);
            QVERIFY(std::abs(areaOf(halves->first) + areaOf(halves->second) - areaOf(whole)) < 0.01);
            for (const auto &[half, sign] : {std::pair{halves->first, -1.0}, std::pair{halves->second, 1.0}})
                for (const geometry::PolygonPart &part : half.parts)
                    for (const Point p : part.outer)
                        QVERIFY(sign * ((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) > -0.05);
        }
        const Polygon triangle{{{{{0, 0}, {10, 0}, {0, 10}}, {}}}};
        QVERIFY_FAILS(geometry::splitByLine(triangle, {3, 3}, {3, 3}), ErrorCode::InvalidArgument);
        const auto beside = geometry::splitByLine(triangle, {1e6, 5}, {1e6, 6});
        QVERIFY_RESULT(beside);
        QVERIFY(std::abs(areaOf(beside->first) + areaOf(beside->second) - 50) < 0.01);
        QVERIFY(beside->first.parts.empty() || beside->second.parts.empty());
    }

    void offsetMovesTheBorder()
    {
        const Polygon square{{{{{50, 50}, {150, 50}, {150, 150}, {50, 150}}, {{{80, 80}, {120, 80}, {120, 120}, {80, 120}}}}}};
        const auto wider = geometry::offset(square, 5);
        QVERIFY_RESULT(wider);
        // Four sides of 5 × 100, a whole disc of corners, and the hole smaller by 5 on each side.
        QVERIFY(std::abs(areaOf(*wider) - (10000 + 2000 + std::numbers::pi * 25 - 900)) < 3);
        const auto thinner = geometry::offset(square, -5);
        QVERIFY_RESULT(thinner);
        QVERIFY(std::abs(areaOf(*thinner) - (8100 - (1600 + 800 + std::numbers::pi * 25))) < 3);
        const auto nothing = geometry::offset(square, -25);
        QVERIFY_RESULT(nothing);
        QVERIFY(nothing->parts.empty());
        base::SeededRandom random(35);
        QVERIFY_FAILS(geometry::offset(scribble(random, 5000), 2), ErrorCode::TooLarge);
    }

    void simplifyKeepsItsPromise()
    {
        base::SeededRandom random(33);
        for (int round = 0; round < 60; ++round) {
            const Polygon polygon = star(random, {50, 50}, 50, 10 + int(random.below(300)));
            for (const double tolerance : {0.0, 0.5, 3.0, 12.0}) {
                const Polygon fewer = geometry::simplified(polygon, tolerance);
                if (fewer.parts.empty())
                    continue;
                QVERIFY(geometry::cornerCount(fewer) <= geometry::cornerCount(polygon));
                QVERIFY(farthestFrom(polygon.parts.front().outer, fewer.parts.front().outer) <= tolerance + 1e-9);
            }
        }
        const Polygon square{{{{{0, 0}, {5, 0}, {10, 0}, {10, 10}, {5, 10}, {0, 10}, {0, 5}}, {}}}};
        QCOMPARE(geometry::cornerCount(geometry::simplified(square, 0)), std::size_t(4));
        QVERIFY(geometry::simplified(Polygon{{{{{0, 0}, {5, 0}, {10, 0}, {5, 0}}, {}}}}, 1).parts.empty());
        QCOMPARE(geometry::simplified(square, std::nan("")), square);
        QCOMPARE(geometry::simplifiedLine({{0, 0}, {1, 0.1}, {2, 0}, {2, 5}}, 0.5), (std::vector<Point>{{0, 0}, {2, 0}, {2, 5}}));
    }

    void monstersAreRefusedOrDone()
    {
        base::SeededRandom random(34);
        // A hundred thousand corners of noise cross each other some billion times.
        const Polygon noise = scribble(random, 100000);
        QVERIFY(!geometry::whyTooTangled({noise}).isEmpty());
        QVERIFY_FAILS(geometry::combined({noise, noise}, Combination::Unite), ErrorCode::TooLarge);
        QVERIFY_FAILS(geometry::splitByLine(noise, {0, 0}, {1000, 900}), ErrorCode::TooLarge);
        QVERIFY(geometry::cornerCount(geometry::simplified(noise, 5)) > 3);
        QVERIFY(!geometry::whyTooLongToFill(scribble(random, 200000), 1000).isEmpty());
        const Polygon tangle = scribble(random, 1500);
        QVERIFY_FAILS(geometry::combined({tangle}, Combination::Unite), ErrorCode::TooLarge);
        QVERIFY(geometry::whyTooLongToFill(tangle, 1000).isEmpty());
        QVERIFY(geometry::maskArea(geometry::rasterised(tangle, 1000, 1000)) > 100000);
        // Many corners without crossings are work like any other.
        const Polygon round = star(random, {500, 500}, 400, 4000);
        QVERIFY(geometry::whyTooTangled({round}).isEmpty());
        const auto united = geometry::combined({round, Polygon{{{{{0, 0}, {500, 0}, {500, 500}}, {}}}}}, Combination::Unite);
        QVERIFY_RESULT(united);
        QVERIFY(areaOf(*united) > areaOf(round));
        // A line that splitting by the farthest corner takes off one corner at a time.
        Ring worst;
        for (int i = 0; i < 60000; ++i)
            worst.push_back({double(i), std::pow(0.9999, i) * 1000});
        QVERIFY(geometry::cornerCount(geometry::simplified({{{worst, {}}}}, 1e-9)) > 2);
        // A small bow-tie is read by even-odd.
        const auto tie = geometry::combined({Polygon{{{{{0, 0}, {10, 10}, {10, 0}, {0, 10}}, {}}}}}, Combination::Unite);
        QVERIFY_RESULT(tie);
        QVERIFY(std::abs(areaOf(*tie) - 50) < 0.01);
        // Outlines without an area, empty ones, far ones.
        for (const Polygon &odd :
             {Polygon{}, Polygon{{{{}, {}}}}, Polygon{{{{{1, 1}}, {{}}}}}, Polygon{{{{{0, 0}, {9, 9}, {0, 0}}, {}}}},
              Polygon{{{{{1e300, 0}, {-1e300, 3}, {0, 1e300}}, {}}}}}) {
            for (const Combination combination : {Combination::Unite, Combination::Subtract, Combination::Intersect})
                (void)geometry::combined({odd, odd}, combination);
            (void)geometry::splitByLine(odd, {0, 0}, {1, 1});
            (void)geometry::simplified(odd, 1);
            (void)geometry::rasterised(odd, 20, 20);
        }
    }

    void shapesAsPolygons()
    {
        QCOMPARE(geometry::polygonOf(geometry::Box{1, 2, 3, 4}).value(), (Polygon{{{{{1, 2}, {4, 2}, {4, 6}, {1, 6}}, {}}}}));
        QVERIFY(std::abs(areaOf(geometry::polygonOf(geometry::Ellipse{0, 0, 10, 5, 0.3}).value()) - std::numbers::pi * 50) < 0.4);
        QVERIFY(!geometry::polygonOf(geometry::Mask{}));
        QVERIFY(!geometry::polygonOf(geometry::Polyline{}));
        QCOMPARE(geometry::scaled(Polygon{{{{{1, 2}}, {{{3, 4}}}}}}, 2, {10, 20}), (Polygon{{{{{12, 24}}, {{{16, 28}}}}}}));
    }
};

QTEST_GUILESS_MAIN(TestPolygonOperations)
#include "tst_polygonoperations.moc"
