// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/cuboidfit.h"
#include "plugins/views/scene/cuboidmoves.h"
#include "plugins/views/scene/scenetools.h"
#include "plugins/views/scene/tests/mathfixture.h"
#include "plugins/views/scene/tracks.h"
#include "tests/support/fakeediting.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace plumbline;
using namespace plumbline::test;

/// How cuboids are fitted, changed and interpolated.
class TestSceneCuboids : public QObject
{
    Q_OBJECT

private slots:
    void groundUnderCars();
    void fitsCars_data();
    void fitsCars();
    void fitFollowsPriorAndHeading();
    void cuboidOverFootprint();
    void clusters();
    void freedoms();
    void handles();
    void footprints();
    void interpolates();
    void ghostsLieBetweenKeyframes();
};

void TestSceneCuboids::groundUnderCars()
{
    std::mt19937 random(5);
    for (const double slope : {0.0, 0.05}) {
        const auto car = box(10, 4, -1.8 + slope * 10 + 0.75, 0.4);
        auto points = street(car, slope, random);
        points.push_back({10, 4, -9});  // a reflection below the road
        const GroundMap ground({cloudOf(points)});
        for (const auto &[x, y] : {std::pair(10.0, 4.0), std::pair(-12.0, 3.0), std::pair(0.0, -20.0)}) {
            const auto height = ground.heightAt(x, y);
            QVERIFY(height);
            QVERIFY2(std::abs(*height - (-1.8 + slope * x)) < 0.12, qPrintable(QString::number(*height)));
        }
    }
    QVERIFY(!GroundMap().heightAt(0, 0));
    QVERIFY(!GroundMap({cloudOf({{0, 0, 0}, {1, 1, 0}})}).heightAt(1e6, 0));
}

void TestSceneCuboids::fitsCars_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<double>("yaw");
    QTest::newRow("ahead") << 12.0 << 3.0 << 0.2;
    QTest::newRow("oncoming") << 15.0 << -4.0 << 3.0;
    QTest::newRow("crossing") << 9.0 << 1.0 << 1.5;
    QTest::newRow("behind") << -14.0 << 5.0 << -0.7;
}

void TestSceneCuboids::fitsCars()
{
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(double, yaw);
    std::mt19937 random(11);
    const auto car = box(x, y, -1.05, yaw, {4.4, 1.8, 1.5});
    const std::vector<CloudPointer> pieces{cloudOf(street(car, 0, random))};
    const GroundMap ground(pieces);
    // A rough box is enough.
    auto rough = car;
    rough.centre[0] += 0.2;
    rough.centre[1] -= 0.15;
    rough.rotation = geometry::rotationFromYaw(yaw + 0.2);
    FitHints hints;
    hints.sizePrior = std::array<double, 3>{4.4, 1.8, 1.5};
    const auto fitted = refitted(rough, pieces, ground, -1.8, hints);
    QVERIFY(fitted);
    const auto off = geometry::differenceOf(*fitted, car);
    QVERIFY2(off.headingRadians < 0.05, qPrintable(QString::number(off.headingRadians)));
    QVERIFY2(off.centreMetres < 0.25, qPrintable(QString::number(off.centreMetres)));
    QVERIFY2(geometry::footprintIou(*fitted, car) > 0.85, qPrintable(QString::number(geometry::footprintIou(*fitted, car))));
    QVERIFY(pointsIn(pieces, *fitted) > 1000);
}

void TestSceneCuboids::fitFollowsPriorAndHeading()
{
    // Only the back of a car that heads away along +x is seen.
    std::vector<Vector3> back;
    for (int i = 0; i < 100; ++i)
        back.push_back({10 + 0.002 * (i % 3), -0.9 + 0.018 * i, -1.5 + 0.01 * i});
    FitHints hints;
    hints.sizePrior = std::array<double, 3>{4.5, 1.8, 1.5};
    hints.yaw = 0.1;
    const auto car = fitCuboid(back, -1.8, hints);
    QVERIFY(car);
    QVERIFY(std::abs(geometry::yawOf(car->rotation)) < 0.02);
    // It reaches away from the sensor, not towards it.
    QVERIFY(std::abs(car->centre[0] - 12.25) < 0.05);
    QVERIFY(std::abs(car->size[0] - 4.5) < 0.01);
    hints.yaw = 3.0;
    QVERIFY(std::abs(geometry::yawOf(fitCuboid(back, -1.8, hints)->rotation)) > 3.1);
    hints.amodal = false;
    QVERIFY(fitCuboid(back, -1.8, hints)->size[0] < 0.2);
    QVERIFY(!fitCuboid({{1, 1, 1}, {2, 2, 2}}, 0, hints));
    // All in one place: no cuboid without volume.
    const auto dot = fitCuboid({{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}, 1, {});
    QVERIFY(!dot || (dot->size[0] > 0 && dot->size[1] > 0 && dot->size[2] > 0));
}

void TestSceneCuboids::cuboidOverFootprint()
{
    std::mt19937 random(2);
    const auto car = box(10, 4, -1.05, 0.4);
    const std::vector<CloudPointer> pieces{cloudOf(street(car, 0, random))};
    const GroundMap ground(pieces);
    const auto over = cuboidOver({10, 4, 0.4, 4.2, 2.2}, pieces, ground, std::nullopt, 0);
    QVERIFY(std::abs(over.centre[2] - over.size[2] / 2 + 1.8) < 0.1);
    QVERIFY(std::abs(over.size[2] - 1.5) < 0.12);
    const auto empty = cuboidOver({-10, -10, 0, 4, 2}, pieces, ground, std::array<double, 3>{4, 2, 2.2}, 0);
    QCOMPARE(empty.size[2], 2.2);
    QVERIFY(std::abs(empty.centre[2] - 1.1 + 1.8) < 0.1);
    // Nothing known at all.
    QCOMPARE(cuboidOver({0, 0, 0, 4, 2}, {}, GroundMap(), std::nullopt, 5).centre[2], 5.8);
}

void TestSceneCuboids::clusters()
{
    std::vector<Vector3> points;
    for (int i = 0; i < 50; ++i) {
        points.push_back({i * 0.1, 0, 1});
        points.push_back({i * 0.1, 3, 1});
    }
    QCOMPARE(clusterAt(points, 1, 0.2).size(), std::size_t(50));
    QCOMPARE(clusterAt(points, 1, 1.5, 4).size(), std::size_t(100));
    QVERIFY(clusterAt(points, 1, 8).empty());
    QVERIFY(clusterAt({}, 0, 0).empty());
}

void TestSceneCuboids::freedoms()
{
    const auto start = box(1, 2, 3, pi / 2);
    QVERIFY(near(changed(start, Freedom::Forward, 1).centre, {1, 3, 3}));
    QVERIFY(near(changed(start, Freedom::Left, 1).centre, {0, 2, 3}));
    QVERIFY(near(changed(start, Freedom::Up, 1).centre, {1, 2, 4}));
    QVERIFY(std::abs(geometry::yawOf(changed(start, Freedom::Yaw, 0.1).rotation) - pi / 2 - 0.1) < 1e-9);
    // The front goes down with a positive pitch.
    const auto pitched = changed(box(0, 0, 0), Freedom::Pitch, 0.1);
    QVERIFY(geometry::transformed(geometry::poseOf(pitched), {1, 0, 0})[2] < 0);
    const auto rolled = changed(box(0, 0, 0), Freedom::Roll, 0.1);
    QVERIFY(geometry::transformed(geometry::poseOf(rolled), {0, 1, 0})[2] > 0);
    QCOMPARE(changed(start, Freedom::Length, 0.5).size[0], 4.5);
    QCOMPARE(changed(start, Freedom::Width, -5).size[1], leastSize);
    const auto higher = changed(start, Freedom::Height, 0.5);
    QCOMPARE(higher.size[2], 2.0);
    QVERIFY(std::abs(higher.centre[2] - higher.size[2] / 2 - 2.25) < 1e-12);
    const auto turned = flipped(start);
    QVERIFY(std::abs(geometry::wrappedAngle(geometry::yawOf(turned.rotation) + pi / 2)) < 1e-9);
    QVERIFY(near(turned.centre, start.centre));
    QVERIFY(std::abs(standingAt(start, -1).centre[2] + 0.25) < 1e-12);
    // There and back again is nothing, whatever the freedom.
    for (const Freedom freedom : {Freedom::Forward, Freedom::Left, Freedom::Up, Freedom::Yaw, Freedom::Pitch, Freedom::Roll,
                                  Freedom::Length, Freedom::Width, Freedom::Height}) {
        const auto back = changed(changed(start, freedom, 0.3), freedom, -0.3);
        QVERIFY(geometry::differenceOf(back, start).centreMetres < 1e-9);
        QVERIFY(geometry::cuboidIou(back, start) > 1 - 1e-9);
    }
}

void TestSceneCuboids::handles()
{
    const auto start = box(5, 5, 1, 0.3);
    using Kind = SideHandle::Kind;
    QVERIFY((handleAt(SidePlane::Top, start, {2, 0}, 0.1, 0.5) == SideHandle{Kind::Edge, 1, 0}));
    QVERIFY((handleAt(SidePlane::Top, start, {-2.05, 1}, 0.1, 0.5) == SideHandle{Kind::Edge, -1, 1}));
    QVERIFY((handleAt(SidePlane::Top, start, {0.5, 0.2}, 0.1, 0.5) == SideHandle{Kind::Inside, 0, 0}));
    QVERIFY((handleAt(SidePlane::Top, start, {2.5, 0}, 0.1, 0.5) == SideHandle{Kind::Turn, 0, 0}));
    QVERIFY(handleAt(SidePlane::Side, start, {2.5, 0}, 0.1, 0.5).kind == Kind::Nothing);
    QVERIFY((handleAt(SidePlane::Front, start, {0, 0.75}, 0.1, 0.5) == SideHandle{Kind::Edge, 0, 1}));

    // A face that is dragged moves alone.
    const auto longer = dragged(SidePlane::Top, {Kind::Edge, 1, 0}, start, {2, 0}, {2.5, 0.7});
    QVERIFY(std::abs(longer.size[0] - 4.5) < 1e-12);
    const auto faces = geometry::differenceOf(longer, start).faceMetres;
    QVERIFY(std::abs(faces[0]) < 1e-9);
    QVERIFY(std::abs(faces[1] - 0.5) < 1e-9);
    const auto corner = dragged(SidePlane::Side, {Kind::Edge, -1, 1}, start, {-2, 0.75}, {-2.2, 1.0});
    QVERIFY(std::abs(corner.size[0] - 4.2) < 1e-12);
    QVERIFY(std::abs(corner.size[2] - 1.75) < 1e-12);
    QVERIFY(std::abs(geometry::differenceOf(corner, start).faceMetres[4]) < 1e-9);
    const auto moved = dragged(SidePlane::Front, {Kind::Inside, 0, 0}, start, {0, 0}, {0.4, -0.2});
    QVERIFY(near(moved.centre, plus(start.centre, geometry::rotated(start.rotation, {0, 0.4, -0.2}))));
    const auto turned = dragged(SidePlane::Top, {Kind::Turn, 0, 0}, start, {2.5, 0}, {0, 2.5});
    QVERIFY(std::abs(geometry::yawOf(turned.rotation) - 0.3 - pi / 2) < 1e-9);
    // Past the opposite face it stops.
    QCOMPARE(dragged(SidePlane::Top, {Kind::Edge, 1, 0}, start, {2, 0}, {-9, 0}).size[0], leastSize);
}

void TestSceneCuboids::footprints()
{
    const auto ahead = footprintOf({0, 0, 0}, {4, 2, 0}, 0);
    QCOMPARE(ahead.length, 4.0);
    QCOMPARE(ahead.width, 2.0);
    QCOMPARE(ahead.yaw, 0.0);
    QVERIFY(std::abs(std::abs(footprintOf({4, 2, 0}, {0, 0, 0}, 0).yaw) - pi) < 1e-12);
    QVERIFY(std::abs(footprintOf({0, 0, 0}, {1, -3, 0}, 0).yaw + pi / 2) < 1e-12);
    const auto turned = footprintOf({0, 0, 0}, {0, 3, 0}, pi / 4);
    QVERIFY(std::abs(turned.length - turned.width) < 1e-9);
}

void TestSceneCuboids::interpolates()
{
    const auto from = box(0, 0, 0, 3.0);
    auto to = box(10, 2, 1, -3.0, {5, 2, 1.5});
    const auto half = geometry::interpolated(from, to, 0.5);
    QVERIFY(near(half.centre, {5, 1, 0.5}));
    QCOMPARE(half.size[0], 4.5);
    // The short way round, through π.
    QVERIFY(std::abs(std::abs(geometry::yawOf(half.rotation)) - pi) < 1e-9);
}

void TestSceneCuboids::ghostsLieBetweenKeyframes()
{
    FakeEditing editing;
    model::Scene scene;
    for (int i = 0; i < 5; ++i) {
        model::SceneFrame frame;
        // The third sweep came late.
        frame.microseconds = i == 2 ? 250'000 : i * 100'000;
        frame.world_from_ego = geometry::Pose{{0, 0, 0, 1}, {double(i), 0, 0}};
        scene.frames.push_back(frame);
    }
    editing.shownScene = scene;
    model::Item item = *editing.item();
    item.frames = 5;
    editing.showItem(item);
    model::Track track;
    track.id = editing.newTrackId();
    track.layer = editing.layer;
    editing.push(editing.gesture(QStringLiteral("track")).put(static_cast<const model::Track *>(nullptr), track).take());
    // It stands in the world: in the frames of the vehicle it comes nearer.
    const auto first = editing.add(box(10, 0, 0));
    editing.change(first.id, [&](model::Annotation &a) { a.track = track.id; });
    QVERIFY(ghostsOf(editing, 2).empty());
    const auto last = editing.add(box(6, 0, 0));
    editing.change(last.id, [&](model::Annotation &a) {
        a.track = track.id;
        a.frame = editing.frameRef(4);
    });
    const auto ghosts = ghostsOf(editing, 2);
    QCOMPARE(ghosts.size(), std::size_t(1));
    QVERIFY(near(ghosts[0].cuboid.centre, {8, 0, 0}, 1e-9));
    QVERIFY(ghosts[0].before == first.id);
    QVERIFY(ghostsOf(editing, 0).empty());
    QCOMPARE(keyframeFrom(editing, track.id, 2, 1), std::int64_t(4));
    QCOMPARE(keyframeFrom(editing, track.id, 2, -1), std::int64_t(0));
    QCOMPARE(keyframeFrom(editing, track.id, 4, 1), std::int64_t(-1));

    // One that moves goes as far as the time says.
    editing.change(last.id, [&](model::Annotation &a) { a.geometry = box(10, 0, 0); });
    QVERIFY(near(ghostsOf(editing, 2)[0].cuboid.centre, {8 + 4 * 0.625, 0, 0}, 1e-9));
    model::Track gap = track;
    gap.gaps.push_back({200'000, 260'000});
    editing.push(editing.gesture(QStringLiteral("gap")).put(&track, gap).take());
    QVERIFY(ghostsOf(editing, 2).empty());
    QCOMPARE(ghostsOf(editing, 3).size(), std::size_t(1));
    model::Track still = gap;
    still.interpolation = model::Interpolation::None;
    editing.push(editing.gesture(QStringLiteral("still")).put(&gap, still).take());
    QVERIFY(ghostsOf(editing, 3).empty());
}

QTEST_GUILESS_MAIN(TestSceneCuboids)
#include "tst_scenecuboids.moc"
