// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "plugins/views/image/objectops.h"
#include "plugins/views/image/relationarrow.h"
#include "plugins/views/image/skeletons.h"
#include "plugins/views/image/snapping.h"
#include "plugins/views/image/twocornertool.h"
#include "widgets/canvas/orientedframe.h"
#include "widgets/canvas/vertices.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace plumbline;
using namespace plumbline::imageview;
using geometry::Box;
using geometry::Ellipse;
using geometry::Geometry;
using geometry::KeyPoints;
using geometry::Point;
using geometry::Polygon;
using geometry::Polyline;
using geometry::RotatedBox;

namespace {

constexpr double pi = std::numbers::pi;

bool near(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

bool near(Point a, Point b)
{
    return near(a.x, b.x) && near(a.y, b.y);
}

bool near(const RotatedBox &a, const RotatedBox &b)
{
    return near(a.cx, b.cx) && near(a.cy, b.cy) && near(a.w, b.w) && near(a.h, b.h)
           && near(std::remainder(a.angleRadians - b.angleRadians, 2 * pi), 0);
}

Polygon square(double x, double y, double side)
{
    return {{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}}, {}}}};
}

AnnotationId id(const char *name)
{
    return AnnotationId{Uuid::fromName("test", name)};
}

}  // namespace

/// Geometry of whole shapes, snapping and skeletons: values in, values out.
class TestObjectOps : public QObject
{
    Q_OBJECT

private slots:
    void rotating()
    {
        QCOMPARE(rotated(Box{1, 2, 3, 4}, {0, 0}, 0), Geometry(Box{1, 2, 3, 4}));
        const auto turned = std::get<RotatedBox>(rotated(Box{10, 20, 40, 20}, {30, 30}, pi / 2));
        QVERIFY(near(turned, {30, 30, 40, 20, pi / 2}));
        // Clockwise on the screen: from right to below.
        const auto line = std::get<Polyline>(rotated(Polyline{{{10, 0}, {20, 0}}}, {0, 0}, pi / 2));
        QVERIFY(near(line.points[0], {0, 10}) && near(line.points[1], {0, 20}));
        const auto joints = std::get<KeyPoints>(rotated(KeyPoints{{{10, 0, 2}, {0, 0, 0}}, {}}, {0, 0}, pi));
        QVERIFY(near(joints.points[0].x, -10));
        QCOMPARE(joints.points[1], (geometry::KeyPoint{0, 0, 0}));
        const geometry::Mask mask{2, 2, {1, 2, 1}};
        QCOMPARE(rotated(mask, {0, 0}, 1), Geometry(mask));
        // Four quarter turns are none.
        Geometry shape = RotatedBox{30, 40, 20, 10, 0.3};
        for (int i = 0; i < 4; ++i)
            shape = rotated(shape, {7, 9}, pi / 2);
        QVERIFY(near(std::get<RotatedBox>(shape), {30, 40, 20, 10, 0.3}));
    }

    void scaling()
    {
        QCOMPARE(scaled(Box{10, 10, 20, 10}, {0, 0}, 2, 3), Geometry(Box{20, 30, 40, 30}));
        QCOMPARE(scaled(Box{10, 10, 20, 10}, {0, 0}, -1, 1), Geometry(Box{-30, 10, 20, 10}));
        QVERIFY(near(std::get<RotatedBox>(scaled(RotatedBox{10, 10, 20, 6, 0.5}, {0, 0}, 2, 2)), {20, 20, 40, 12, 0.5}));
        QCOMPARE(scaled(square(0, 0, 10), {10, 10}, 0.5, 0.5), Geometry(square(5, 5, 5)));
        QCOMPARE(scaled(Ellipse{10, 10, 8, 4, 0}, {0, 0}, 2, 3), Geometry(Ellipse{20, 30, 16, 12, 0}));
    }

    void scaledEllipseCoversTheSamePoints()
    {
        base::SeededRandom random(7);
        for (int i = 0; i < 200; ++i) {
            const Ellipse e{random.uniform(-50, 50), random.uniform(-50, 50), random.uniform(5, 40), random.uniform(5, 40),
                            random.uniform(-4, 4)};
            const double sx = random.uniform(0.3, 3);
            const double sy = random.uniform(0.3, 3);
            const Geometry image = scaled(e, {3, -8}, sx, sy);
            for (int k = 0; k < 40; ++k) {
                // Just inside and just outside the border, mapped.
                const double t = random.uniform(0, 2 * pi);
                for (const double r : {0.99, 1.01}) {
                    const double x = r * e.rx * std::cos(t);
                    const double y = r * e.ry * std::sin(t);
                    const Point p{e.cx + x * std::cos(e.angleRadians) - y * std::sin(e.angleRadians),
                                  e.cy + x * std::sin(e.angleRadians) + y * std::cos(e.angleRadians)};
                    QCOMPARE(geometry::covers(image, {3 + (p.x - 3) * sx, -8 + (p.y + 8) * sy}), r < 1);
                }
            }
        }
    }

    void aligning()
    {
        const std::vector<Box> boxes{{0, 0, 10, 10}, {20, 30, 20, 10}, {50, 10, 10, 40}};
        const auto steps = [&](Alignment alignment) { return alignmentSteps(boxes, alignment); };
        QCOMPARE(steps(Alignment::Left), (std::vector<Point>{{0, 0}, {-20, 0}, {-50, 0}}));
        QCOMPARE(steps(Alignment::Right), (std::vector<Point>{{50, 0}, {20, 0}, {0, 0}}));
        QCOMPARE(steps(Alignment::Centre), (std::vector<Point>{{25, 0}, {0, 0}, {-25, 0}}));
        QCOMPARE(steps(Alignment::Top), (std::vector<Point>{{0, 0}, {0, -30}, {0, -10}}));
        QCOMPARE(steps(Alignment::Bottom), (std::vector<Point>{{0, 40}, {0, 10}, {0, 0}}));
        QCOMPARE(steps(Alignment::Middle), (std::vector<Point>{{0, 20}, {0, -10}, {0, -5}}));
        QVERIFY(alignmentSteps({}, Alignment::Left).empty());
        QVERIFY(!unitedBounds({}));
    }

    void distributing()
    {
        QCOMPARE(distributionSteps({{0, 0, 10, 5}, {70, 0, 30, 5}, {12, 0, 20, 5}}, true),
                 (std::vector<Point>{{0, 0}, {0, 0}, {18, 0}}));
        QCOMPARE(distributionSteps({{0, 0, 5, 10}, {0, 90, 5, 10}, {0, 11, 5, 10}}, false),
                 (std::vector<Point>{{0, 0}, {0, 0}, {0, 34}}));
        QCOMPARE(distributionSteps({{0, 0, 10, 10}, {50, 0, 10, 10}}, true), std::vector<Point>(2));
    }

    void restacking_data()
    {
        QTest::addColumn<std::vector<Stacked>>("pile");
        QTest::addColumn<int>("how");
        QTest::addColumn<std::vector<std::int32_t>>("wanted");
        const auto row = [](const char *name, std::vector<Stacked> pile, Restack how, std::vector<std::int32_t> wanted) {
            QTest::newRow(name) << pile << static_cast<int>(how) << wanted;
        };
        row("front", {{0, true}, {0, false}, {0, false}}, Restack::Front, {1, 0, 0});
        row("already in front", {{0, false}, {0, true}}, Restack::Front, {0, 0});
        row("back", {{0, false}, {0, false}, {0, true}}, Restack::Back, {0, 0, -1});
        row("raise by one only", {{0, true}, {0, false}, {0, false}}, Restack::Raise, {1, 0, 1});
        row("lower by one only", {{0, false}, {0, false}, {0, true}}, Restack::Lower, {-1, 0, -1});
        row("two keep their order", {{0, true}, {0, false}, {0, true}}, Restack::Back, {-1, 0, -1});
        row("at the end of the numbers", {{0, true}, {INT32_MAX, false}}, Restack::Front, {INT32_MAX, INT32_MAX});
    }
    void restacking()
    {
        QFETCH(std::vector<Stacked>, pile);
        QFETCH(int, how);
        QFETCH(std::vector<std::int32_t>, wanted);
        QCOMPARE(restacked(pile, static_cast<Restack>(how)), wanted);
    }

    void restackingGivesTheOrderThatIsMeant()
    {
        base::SeededRandom random(3);
        for (int round = 0; round < 300; ++round) {
            std::vector<Stacked> pile;
            for (int i = 0; i < 7; ++i)
                pile.push_back({static_cast<std::int32_t>(random.below(4)), random.below(3) == 0});
            const auto sorted = [](const std::vector<std::int32_t> &orders) {
                std::vector<int> list{0, 1, 2, 3, 4, 5, 6};
                std::stable_sort(list.begin(), list.end(),
                                 [&](int a, int b) { return orders[std::size_t(a)] < orders[std::size_t(b)]; });
                return list;
            };
            std::vector<std::int32_t> now;
            for (const Stacked &s : pile)
                now.push_back(s.order);
            std::vector<int> wanted = sorted(now);
            std::stable_partition(wanted.begin(), wanted.end(), [&](int i) { return !pile[std::size_t(i)].chosen; });
            QCOMPARE(sorted(restacked(pile, Restack::Front)), wanted);
            std::stable_partition(wanted.begin(), wanted.end(), [&](int i) { return pile[std::size_t(i)].chosen; });
            QCOMPARE(sorted(restacked(pile, Restack::Back)), wanted);
        }
    }

    void clipping()
    {
        const Box picture{0, 0, 100, 100};
        QCOMPARE(clippedTo(Box{-10, 90, 30, 30}, picture), Geometry(Box{0, 90, 20, 10}));
        QCOMPARE(clippedTo(Polyline{{{-5, 50}, {150, 120}}}, picture), Geometry(Polyline{{{0, 50}, {100, 100}}}));
        const RotatedBox out{0, 0, 50, 20, 1};
        QCOMPARE(clippedTo(out, picture), Geometry(out));
        // What is inside keeps its exact numbers.
        const Box exact{0.1, 0.2, 0.3, 0.7};
        QCOMPARE(clippedTo(exact, picture), Geometry(exact));
    }

    void framesAndTheirHandles()
    {
        const RotatedBox frame{50, 40, 40, 20, 0.4};
        for (int handle = 0; handle < canvas::boxHandleCount; ++handle) {
            const Point fixed = canvas::frameHandle(frame, (handle + 4) % 8);
            const Point at = canvas::frameHandle(frame, handle);
            // Dragged nowhere: nothing changes.
            QVERIFY(near(canvas::frameResized(frame, handle, at, 2, false), frame));
            const RotatedBox larger = canvas::frameResized(frame, handle, {at.x + 7, at.y + 5}, 2, false);
            QVERIFY(near(canvas::frameHandle(larger, (handle + 4) % 8), fixed));
            QCOMPARE(larger.angleRadians, frame.angleRadians);
        }
        const RotatedBox even = canvas::frameResized(frame, 4, {200, 50}, 2, true);
        QVERIFY(near(even.w / even.h, 2));
        QVERIFY(near(canvas::turnedTowards(frame, canvas::turnHandle(frame, 30)), 0.4));
        // Turned over, and never thinner than the minimum.
        const RotatedBox upright{50, 40, 40, 20, 0};
        QVERIFY(near(canvas::frameResized(upright, 3, {10, 40}, 2, false), {20, 40, 20, 20, 0}));
        QVERIFY(near(canvas::frameResized(upright, 3, {30.5, 40}, 2, false).w, 2));
        QCOMPARE(canvas::withFrame(Box{30, 30, 40, 20}, upright), Geometry(Box{30, 30, 40, 20}));
        QVERIFY(near(canvas::normalisedAngle(3 * pi), pi) && near(canvas::normalisedAngle(-pi), pi));
    }

    void framesFromASide()
    {
        QVERIFY(near(canvas::frameOfSide({10, 10}, {50, 10}, {30, 30}), {30, 20, 40, 20, 0}));
        QVERIFY(near(canvas::frameOfSide({10, 30}, {50, 30}, {99, 10}), {30, 20, 40, 20, 0}));
        const RotatedBox slanted = canvas::frameOfSide({0, 0}, {30, 40}, {-40, 30});
        QVERIFY(near(slanted, {-5, 35, 50, 50, std::atan2(40, 30)}));
    }

    void pointsOfShapes()
    {
        const Polyline line{{{0, 0}, {10, 0}, {10, 10}}};
        QCOMPARE(canvas::pointsOf(line).size(), std::size_t(3));
        QVERIFY(!canvas::edgeEnd(line, {0, -1, 2}));
        QCOMPARE(canvas::edgeEnd(line, {0, -1, 1}), std::optional(Point{10, 10}));
        QCOMPARE(canvas::withPointInserted(line, {0, -1, 0}, {5, 5}), Geometry(Polyline{{{0, 0}, {5, 5}, {10, 0}, {10, 10}}}));
        QCOMPARE(canvas::withPointRemoved(line, {0, -1, 0}), std::optional<Geometry>(Polyline{{{10, 0}, {10, 10}}}));
        QVERIFY(!canvas::withPointsRemoved(line, {{0, -1, 0}, {0, -1, 2}}));
        const KeyPoints joints{{{1, 2, 2}, {0, 0, 0}, {3, 4, 1}}, QStringLiteral("arm")};
        QCOMPARE(canvas::pointsOf(joints).size(), std::size_t(2));
        QCOMPARE(std::get<KeyPoints>(*canvas::withPointRemoved(joints, {0, -1, 0})).points[0], (geometry::KeyPoint{0, 0, 0}));
        KeyPoints loose = joints;
        loose.skeleton.clear();
        QCOMPARE(std::get<KeyPoints>(*canvas::withPointRemoved(loose, {0, -1, 0})).points.size(), std::size_t(2));
        QVERIFY(!canvas::pointOf(joints, {0, -1, 7}) && !canvas::pointOf(joints, {1, 0, 0}));
        // A hole goes as a whole with its last corners, and the rest of the choice still counts.
        Polygon holed = square(0, 0, 100);
        holed.parts.front().holes = {{{10, 10}, {20, 10}, {15, 20}}};
        const auto rest = canvas::withPointsRemoved(holed, {{0, 0, 0}, {0, -1, 1}, {0, 0, 1}, {0, 0, 2}});
        QCOMPARE(rest, std::optional<Geometry>(Polygon{{{{{0, 0}, {100, 100}, {0, 100}}, {}}}}));
    }

    void snappingPrefersCorners()
    {
        const auto lines = snapLines(id("a"), square(100, 100, 100));
        QCOMPARE(snapped({103, 98}, lines, 8), std::optional(Snap{{100, 100}, id("a"), 0, true, 0}));
        QCOMPARE(snapped({150, 104}, lines, 8), std::optional(Snap{{150, 100}, id("a"), 0, false, 0}));
        QVERIFY(!snapped({150, 120}, lines, 8));
        QVERIFY(!snapped({0, 0}, {}, 8));
        QCOMPARE(snapLines(id("b"), Box{0, 0, 10, 10}).front().points.size(), std::size_t(4));
        QVERIFY(snapLines(id("b"), Ellipse{0, 0, 10, 10, 0}).empty());
        // An open line has no edge from its end to its start.
        QVERIFY(!snapped({50, 50}, snapLines(id("c"), Polyline{{{0, 0}, {100, 0}, {100, 100}}}), 8));
    }

    void followingABorder()
    {
        const auto lines = snapLines(id("a"), square(0, 0, 100));
        const auto at = [&](double x, double y) { return *snapped({x, y}, lines, 1); };
        const auto between = [&](Snap from, Snap to) { return cornersBetween(from, to, lines); };
        using Points = std::vector<Point>;
        QCOMPARE(between(at(50, 0), at(100, 50)), (Points{{100, 0}}));
        QCOMPARE(between(at(100, 50), at(50, 0)), (Points{{100, 0}}));
        QCOMPARE(between(at(90, 0), at(90, 100)), (Points{{100, 0}, {100, 100}}));
        QCOMPARE(between(at(10, 0), at(10, 100)), (Points{{0, 0}, {0, 100}}));
        QCOMPARE(between(at(20, 0), at(80, 0)), Points{});
        QCOMPARE(between(at(80, 0), at(20, 0)), Points{});
        QCOMPARE(between(at(0, 0), at(100, 0)), Points{});
        QCOMPARE(between(at(0, 0), at(100, 95)), (Points{{100, 0}}));
        QCOMPARE(between(at(0, 0), at(50, 0)), Points{});
        QCOMPARE(between(at(50, 0), at(0, 0)), Points{});
        const auto open = snapLines(id("c"), Polyline{{{0, 0}, {100, 0}, {100, 100}, {0, 100}}});
        QCOMPARE(cornersBetween(*snapped({0, 0}, open, 1), *snapped({0, 100}, open, 1), open), (Points{{100, 0}, {100, 100}}));
        Snap elsewhere = at(50, 0);
        elsewhere.shape = id("z");
        QVERIFY(between(elsewhere, at(100, 50)).empty());
    }

    void skeletonTemplates()
    {
        model::Schema schema = model::emptySchema();
        model::addClass(schema, ClassId{Uuid::fromName("c", "person")}, QStringLiteral("person"));
        const ClassId person = schema.classes.front().id;
        QVERIFY(!skeletonOf(schema, person));
        schema.skeletons.push_back(
            {QStringLiteral("hand"), {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}, {{0, 1}, {0, 2}}, {}, {}});
        QCOMPARE(skeletonOf(schema, person)->name, QStringLiteral("hand"));
        // Rows by distance from the first joint.
        const KeyPoints made = templateIn(schema.skeletons.front(), {100, 100, 80, 40});
        QCOMPARE(made.points, (std::vector<geometry::KeyPoint>{{140, 110, 2}, {120, 130, 2}, {160, 130, 2}}));
        schema.skeletons.push_back(
            {QStringLiteral("person"), {QStringLiteral("x"), QStringLiteral("y")}, {}, {{0, 0}, {1, 1}}, {}});
        QCOMPARE(skeletonOf(schema, person)->name, QStringLiteral("person"));
        QVERIFY(!skeletonOf(schema, ClassId{}));
        QCOMPARE(templateIn(schema.skeletons[1], {0, 0, 10, 20}).points.back(), (geometry::KeyPoint{10, 20, 2}));
        QCOMPARE(nextMissing(KeyPoints{{{1, 1, 2}, {0, 0, 0}}, {}}, 0), std::size_t(1));
        // Nothing hangs together: one row.
        const auto places = jointPlaces({QStringLiteral("loose"), {QStringLiteral("a"), QStringLiteral("b")}, {}, {}, {}});
        QVERIFY(places[0] != places[1]);
        QVERIFY(jointPlaces({}).empty());
    }

    void arrowsGoFromBorderToBorder()
    {
        const auto there = relationArrow(Box{0, 0, 20, 20}, Box{100, 0, 20, 20});
        QVERIFY(there);
        QVERIFY(near(there->points.front().x, 20, 0.01) && near(there->points.back().x, 100, 0.01));
        const auto back = relationArrow(Box{100, 0, 20, 20}, Box{0, 0, 20, 20});
        // Two arrows between two shapes are two lines.
        QVERIFY(std::abs(there->points[12].y - back->points[12].y) > 5);
        QVERIFY(relationArrow(Box{0, 0, 100, 100}, Box{40, 40, 20, 20}));
        QVERIFY(!relationArrow(geometry::ItemLabel{}, Box{}));
        QVERIFY(relationArrow(Polyline{{{0, 0}, {10, 10}}}, Point{50, 50}));
    }

    void boxesFromCorners()
    {
        const std::optional<Box> picture = Box{0, 0, 100, 100};
        QCOMPARE(boxFrom({10, 10}, {40, 20}, true, false, picture), (Box{10, 10, 30, 30}));
        QCOMPARE(boxFrom({90, 90}, {40, 95}, true, false, picture), (Box{80, 90, 10, 10}));
        QCOMPARE(boxFrom({50, 50}, {60, 80}, false, true, picture), (Box{40, 20, 20, 60}));
        QCOMPARE(boxFrom({20, 50}, {60, 60}, true, true, picture), (Box{0, 30, 40, 40}));
        QCOMPARE(boxFrom({20, 50}, {-60, 60}, false, false, std::nullopt), (Box{-60, 50, 80, 10}));
    }
};

QTEST_APPLESS_MAIN(TestObjectOps)
#include "tst_objectops.moc"
