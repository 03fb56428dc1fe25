// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/geometry/mask.h"
#include "core/geometry/overlap.h"

#include <QTest>

// Coordinates are used as they are, as ours; rescaling to integers draws warnings.
#define BOOST_GEOMETRY_NO_ROBUSTNESS
#define BOOST_ALLOW_DEPRECATED_HEADERS
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/point_xy.hpp>
#include <boost/geometry/geometries/polygon.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

using namespace plumbline;
using geometry::Box;
using geometry::coverage;
using geometry::Ellipse;
using geometry::Geometry;
using geometry::iou;
using geometry::Mask;
using geometry::Point;
using geometry::Polygon;
using geometry::Ring;
using geometry::RotatedBox;

namespace {

namespace bg = boost::geometry;
using BoostPoint = bg::model::d2::point_xy<double>;
using BoostPolygon = bg::model::polygon<BoostPoint>;

Polygon simple(Ring ring)
{
    return Polygon{{{std::move(ring), {}}}};
}

Polygon square(double x, double y, double side)
{
    return simple({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
}

// A star around a centre: never crosses itself, convex when all radii are equal.
Ring star(base::SeededRandom &random, Point centre, double inner, double outer)
{
    const auto corners = 3 + random.below(12);
    const double turn = random.uniform(0, 2 * std::numbers::pi);
    Ring ring;
    for (std::uint64_t i = 0; i < corners; ++i) {
        const double angle = turn + 2 * std::numbers::pi * double(i) / double(corners);
        const double radius = random.uniform(inner, outer);
        ring.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return ring;
}

BoostPolygon toBoost(const geometry::PolygonPart &part)
{
    BoostPolygon polygon;
    for (const Point p : part.outer)
        bg::append(polygon.outer(), BoostPoint(p.x, p.y));
    for (const Ring &hole : part.holes) {
        polygon.inners().emplace_back();
        for (const Point p : hole)
            bg::append(polygon.inners().back(), BoostPoint(p.x, p.y));
    }
    bg::correct(polygon);
    return polygon;
}

double boostIntersection(const BoostPolygon &a, const BoostPolygon &b)
{
    std::vector<BoostPolygon> common;
    bg::intersection(a, b, common);
    double area = 0;
    for (const BoostPolygon &part : common)
        area += bg::area(part);
    return area;
}

bool near(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

}  // namespace

class TestOverlap final : public QObject
{
    Q_OBJECT

private slots:
    void boxes()
    {
        QCOMPARE(geometry::boxIou({0, 0, 2, 2}, {1, 1, 2, 2}), 1.0 / 7.0);
        QCOMPARE(geometry::boxIou({0, 0, 4, 4}, {1, 1, 2, 2}), 0.25);
        QCOMPARE(geometry::boxIou({0, 0, 2, 2}, {2, 0, 2, 2}), 0.0);
        QCOMPARE(geometry::boxIou({0, 0, 2, 2}, {1, 1, 0, 0}), 0.0);
        QCOMPARE(geometry::boxIou({0, 0, 0, 0}, {0, 0, 0, 0}), 0.0);
        QCOMPARE(geometry::boxIou({3, 4, 5, 6}, {3, 4, 5, 6}), 1.0);
        QCOMPARE(geometry::boxCoverage({1, 1, 2, 2}, {0, 0, 4, 4}), 1.0);
        QCOMPARE(geometry::boxCoverage({0, 0, 4, 4}, {1, 1, 2, 2}), 0.25);
        QCOMPARE(geometry::boxCoverage({0, 0, 0, 4}, {0, 0, 4, 4}), 0.0);
    }

    // Whatever shape says it, the same region gives the same overlap.
    void kindsAgree()
    {
        const Geometry b = Box{1, 1, 2, 2};
        for (const Geometry &a : {Geometry(Box{0, 0, 2, 2}), Geometry(square(0, 0, 2)), Geometry(RotatedBox{1, 1, 2, 2, 0}),
                                  Geometry(RotatedBox{1, 1, 2, 2, std::numbers::pi / 2})}) {
            QVERIFY(near(iou(a, b), 1.0 / 7.0, 1e-4));
            QVERIFY(near(iou(b, a), 1.0 / 7.0, 1e-4));
            QVERIFY(near(coverage(a, b), 0.25, 1e-4));
            QVERIFY(near(iou(a, a), 1));
        }
        const Geometry mask = geometry::rasterised(square(0, 0, 2), 4, 4);
        QCOMPARE(iou(mask, b), 1.0 / 7.0);
        QCOMPARE(iou(b, mask), 1.0 / 7.0);
        QCOMPARE(iou(mask, mask), 1.0);
    }

    void rotated()
    {
        // A square and itself turned by 45 degrees: the common octagon has area 2(√2 - 1)s².
        const double common = 2 * (std::numbers::sqrt2 - 1) * 100 * 100;
        const double expected = common / (2 * 100 * 100 - common);
        QVERIFY(near(iou(RotatedBox{0, 0, 100, 100, 0}, RotatedBox{0, 0, 100, 100, std::numbers::pi / 4}), expected, 1e-6));
        // A 64-gon covers sin(2π/64)·64/2 of r² rather than π.
        const double share = 32 * std::sin(2 * std::numbers::pi / 64) / 4;
        QVERIFY(near(coverage(Box{-50, -50, 100, 100}, Ellipse{0, 0, 50, 50, 0.7}), share, 1e-6));
        QVERIFY(near(iou(Ellipse{0, 0, 60, 20, 0.3}, Ellipse{0, 0, 20, 60, 0.3 + std::numbers::pi / 2}), 1, 1e-4));
    }

    void polygonsEqualBoost_data()
    {
        QTest::addColumn<double>("inner");
        QTest::addColumn<bool>("holes");
        QTest::newRow("convex") << 50.0 << false;
        QTest::newRow("stars") << 12.0 << false;
        QTest::newRow("stars with holes") << 20.0 << true;
    }

    void polygonsEqualBoost()
    {
        QFETCH(double, inner);
        QFETCH(bool, holes);
        base::SeededRandom random(31);
        int overlapping = 0;
        for (int round = 0; round < 400; ++round) {
            Polygon polygons[2];
            for (Polygon &polygon : polygons) {
                const Point centre{random.uniform(0, 80), random.uniform(0, 80)};
                polygon = simple(star(random, centre, inner, 50));
                if (holes) {
                    // A triangle's inscribed circle has half the radius of its corners.
                    Ring hole = star(random, centre, 2, inner * 0.3);
                    std::reverse(hole.begin(), hole.end());
                    polygon.parts[0].holes.push_back(std::move(hole));
                }
            }
            const BoostPolygon a = toBoost(polygons[0].parts[0]);
            const BoostPolygon b = toBoost(polygons[1].parts[0]);
            if (!bg::is_valid(a) || !bg::is_valid(b))
                continue;  // a hole that pokes out of a slender star
            const double common = boostIntersection(a, b);
            const double expected = common / (bg::area(a) + bg::area(b) - common);
            const double got = iou(polygons[0], polygons[1]);
            QVERIFY2(near(got, expected, 1e-5), qPrintable(QStringLiteral("round %1: %2, oracle %3").arg(round).arg(got).arg(expected)));
            QVERIFY(near(iou(polygons[1], polygons[0]), got));
            QVERIFY(near(coverage(polygons[0], polygons[1]), common / bg::area(a), 1e-5));
            overlapping += common > 0 ? 1 : 0;
        }
        QVERIFY(overlapping > 100);
    }

    void holesAndParts()
    {
        Polygon frame = square(0, 0, 10);
        frame.parts[0].holes.push_back({{2, 2}, {2, 8}, {8, 8}, {8, 2}});
        QVERIFY(near(coverage(frame, Box{0, 0, 5, 10}), 0.5, 1e-6));
        QVERIFY(near(iou(frame, Box{2, 2, 6, 6}), 0));
        QVERIFY(near(iou(frame, Box{0, 0, 10, 10}), 0.64, 1e-6));
        // A hole wound like its outline is a hole all the same.
        std::reverse(frame.parts[0].holes[0].begin(), frame.parts[0].holes[0].end());
        QVERIFY(near(iou(frame, Box{0, 0, 10, 10}), 0.64, 1e-6));
        // Parts that overlap are united, not cut out of each other.
        Polygon twice = square(0, 0, 10);
        twice.parts.push_back(square(5, 0, 10).parts[0]);
        QVERIFY(near(iou(twice, Box{0, 0, 15, 10}), 1, 1e-6));
    }

    void bowTie()
    {
        // The lobes are the triangles left and right of (5, 5): together half of the square.
        const Polygon tie = simple({{0, 0}, {10, 10}, {10, 0}, {0, 10}});
        QVERIFY(near(iou(tie, Box{0, 0, 10, 10}), 0.5, 1e-6));
        QVERIFY(near(iou(tie, tie), 1));
        // A pentagram by even-odd: its inner pentagon is outside.
        Ring points;
        for (int i = 0; i < 5; ++i)
            points.push_back({50 * std::sin(4 * std::numbers::pi * i / 5), 50 * std::cos(4 * std::numbers::pi * i / 5)});
        QVERIFY(near(iou(simple(points), Box{-5, -5, 10, 10}), 0));
    }

    void degenerate()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const Geometry whole = Box{0, 0, 10, 10};
        for (const Geometry &bad : {Geometry(Polygon{}), Geometry(simple({})), Geometry(simple({{1, 1}})), Geometry(simple({{1, 1}, {5, 5}})),
                                    Geometry(simple({{1, 1}, {5, 5}, {9, 9}})), Geometry(RotatedBox{5, 5, 0, 0, 1}), Geometry(Ellipse{5, 5, 0, 3, 0}),
                                    Geometry(Mask{}), Geometry(Mask{10, 10, {100}}), Geometry(geometry::Polyline{{{0, 0}, {5, 5}}}),
                                    Geometry(geometry::ItemLabel{}), Geometry(Box{nan, nan, nan, nan})}) {
            QCOMPARE(iou(bad, whole), 0.0);
            QCOMPARE(iou(whole, bad), 0.0);
            QCOMPARE(iou(bad, bad), 0.0);
            QCOMPARE(coverage(bad, whole), 0.0);
        }
        QCOMPARE(iou(Mask{2, 2, {0, 4}}, Mask{4, 1, {0, 4}}), 0.0);  // of pictures of different size
    }

    void farAway()
    {
        const double far = 1e8;
        QVERIFY(near(iou(square(far, far, 100), square(far + 50, far, 100)), 1.0 / 3.0, 1e-6));
        QCOMPARE(iou(square(0, 0, 10), square(far, far, 10)), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestOverlap)
#include "tst_overlap.moc"
