// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/boxes.h"
#include "plugins/views/scene/cameraview.h"
#include "plugins/views/scene/cloudpainter.h"
#include "plugins/views/scene/colouring.h"
#include "plugins/views/scene/cuboidfit.h"
#include "plugins/views/scene/cuboidmoves.h"
#include "plugins/views/scene/pointpick.h"
#include "plugins/views/scene/sceneactions.h"
#include "plugins/views/scene/scenetools.h"
#include "plugins/views/scene/tracks.h"
#include "tests/support/fakeediting.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <random>
#include <set>

using namespace plumbline;
using namespace plumbline::sceneview;
using namespace plumbline::test;

namespace {

constexpr double pi = std::numbers::pi;
const QSizeF viewport(800, 600);

bool near(const Vector3 &a, const Vector3 &b, double tolerance = 1e-9)
{
    return std::abs(a[0] - b[0]) < tolerance && std::abs(a[1] - b[1]) < tolerance && std::abs(a[2] - b[2]) < tolerance;
}

geometry::Cuboid box(double x, double y, double z, double yaw = 0, std::array<double, 3> size = {4, 2, 1.5})
{
    geometry::Cuboid cuboid;
    cuboid.centre = {x, y, z};
    cuboid.size = size;
    cuboid.rotation = geometry::rotationFromYaw(yaw);
    return cuboid;
}

CloudPointer cloudOf(const std::vector<Vector3> &points, const Vector3 &origin = {})
{
    auto data = std::make_shared<CloudData>();
    data->origin = origin;
    for (const Vector3 &p : points)
        data->positions.push_back({float(p[0] - origin[0]), float(p[1] - origin[1]), float(p[2] - origin[2])});
    finish(*data);
    return data;
}

// Flat or sloping ground and the sides of a box that a sensor at the origin sees.
std::vector<Vector3> street(const geometry::Cuboid &car, double slope, std::mt19937 &random)
{
    std::uniform_real_distribution<double> share(0, 1);
    std::vector<Vector3> points;
    for (int i = 0; i < 20'000; ++i) {
        const double x = -25 + 50 * share(random);
        const double y = -25 + 50 * share(random);
        if (!geometry::contains(car, {x, y, car.centre[2]}))
            points.push_back({x, y, -1.8 + slope * x + 0.02 * (share(random) - 0.5)});
    }
    const geometry::Pose pose = geometry::poseOf(car);
    const Vector3 eye = geometry::transformed(geometry::inverted(pose), {0, 0, 0});
    for (int i = 0; i < 1500; ++i) {
        Vector3 p{(share(random) - 0.5) * car.size[0], (share(random) - 0.5) * car.size[1], (share(random) - 0.5) * car.size[2]};
        const std::size_t face = i % 2;
        p[face] = (eye[face] > 0 ? 0.5 : -0.5) * car.size[face];
        points.push_back(geometry::transformed(pose, p));
    }
    return points;
}

}  // namespace

/// What the view of scenes computes, without a window.
class TestSceneMaths : public QObject
{
    Q_OBJECT

private slots:
    void cameraProjectsAndLooksBack_data();
    void cameraProjectsAndLooksBack();
    void cameraMoves();
    void cameraPresets();
    void matricesAgreeWithProjection();
    void planesAgreeWithProjection();
    void edgesAreCutAtTheEye();
    void picksBoxes();
    void picksPoints();
    void colours();
    void mixesFairly();
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
    void boxesOfAFrame();
    void projectsIntoPictures();
    void actionsHaveKeysOfTheirOwn();
};

void TestSceneMaths::cameraProjectsAndLooksBack_data()
{
    QTest::addColumn<double>("yaw");
    QTest::addColumn<double>("pitch");
    QTest::addColumn<bool>("parallel");
    QTest::newRow("free") << 0.7 << -0.6 << false;
    QTest::newRow("behind") << -2.9 << 0.2 << false;
    QTest::newRow("top") << 0.0 << -pi / 2 << true;
    QTest::newRow("turned top") << 1.1 << -pi / 2 << true;
    QTest::newRow("side") << pi / 2 << 0.0 << true;
}

void TestSceneMaths::cameraProjectsAndLooksBack()
{
    QFETCH(double, yaw);
    QFETCH(double, pitch);
    QFETCH(bool, parallel);
    ViewCamera camera;
    camera.target = {3, -2, 1};
    camera.yaw = yaw;
    camera.pitch = pitch;
    camera.parallel = parallel;
    camera.distance = 20;
    const auto middle = camera.project(camera.target, viewport);
    QVERIFY(middle);
    QVERIFY(QLineF(middle->at, QPointF(400, 300)).length() < 1e-9);
    for (const Vector3 &point : {Vector3{4, 1, 0}, Vector3{0, -5, 2}, Vector3{3, -2, 6}}) {
        const auto at = camera.project(point, viewport);
        QVERIFY(at);
        const Ray ray = camera.rayThrough(at->at, viewport);
        // The point lies on the ray through its pixel.
        const Vector3 off = minus(point, ray.from);
        const double along = dot(off, ray.direction);
        QVERIFY(near(plus(ray.from, ray.direction, along), point, 1e-7));
        if (std::abs(ray.direction[2]) > 1e-6) {
            const auto plane = camera.onPlane(at->at, viewport, point[2]);
            QVERIFY(plane);
            QVERIFY(near(*plane, point, 1e-7));
        }
    }
}

void TestSceneMaths::cameraMoves()
{
    ViewCamera camera;
    camera.target = {1, 2, 0};
    ViewCamera panned = camera;
    const Vector3 held{1, 2, 0};
    panned.pan({50, -20}, viewport);
    // What lay at the target's depth moves with the mouse.
    const auto at = panned.project(held, viewport);
    QVERIFY(at && QLineF(at->at, QPointF(450, 280)).length() < 1e-6);

    ViewCamera zoomed = camera;
    const auto before = zoomed.rayThrough({200, 150}, viewport);
    const Vector3 under = plus(zoomed.eye(), before.direction, zoomed.distance / dot(before.direction, zoomed.forward()));
    zoomed.zoom(2, {200, 150}, viewport);
    QCOMPARE(zoomed.distance, camera.distance / 2);
    const auto still = zoomed.project(under, viewport);
    QVERIFY(still && QLineF(still->at, QPointF(200, 150)).length() < 1e-6);

    ViewCamera looked = camera;
    const Vector3 eye = looked.eye();
    looked.look({30, -10});
    QVERIFY(near(looked.eye(), eye, 1e-9));
    QVERIFY(looked.yaw < camera.yaw);
    QVERIFY(looked.pitch > camera.pitch);

    ViewCamera flown = camera;
    flown.fly(3, 0, 0);
    QVERIFY(near(flown.eye(), plus(camera.eye(), camera.forward(), 3)));
    camera.orbit({0, 1e6});
    QVERIFY(camera.pitch >= -pi / 2);
    camera.orbit({0, -1e7});
    QVERIFY(camera.pitch <= pi / 2);
}

void TestSceneMaths::cameraPresets()
{
    ViewCamera camera;
    camera.target = {0, 0, 0};
    camera.set(ViewCamera::Preset::Top);
    // From above forward is up on the screen, left is left.
    QVERIFY(camera.project({5, 0, 0}, viewport)->at.y() < 300);
    QVERIFY(camera.project({0, 5, 0}, viewport)->at.x() < 400);
    camera.set(ViewCamera::Preset::Side, 0);
    QVERIFY(camera.project({5, 0, 0}, viewport)->at.x() > 400);
    QVERIFY(camera.project({0, 0, 5}, viewport)->at.y() < 300);
    camera.set(ViewCamera::Preset::Front, 0);
    QVERIFY(camera.project({0, 5, 0}, viewport)->at.x() > 400);
    QVERIFY(camera.parallel);
    camera.set(ViewCamera::Preset::Free);
    QVERIFY(!camera.parallel);

    for (const bool parallel : {false, true}) {
        camera.parallel = parallel;
        camera.fit({-10, -4, 0}, {30, 8, 5}, viewport);
        double most = 0;
        for (int corner = 0; corner < 8; ++corner) {
            const auto at =
                camera.project({corner & 1 ? 30.0 : -10.0, corner & 2 ? 8.0 : -4.0, corner & 4 ? 5.0 : 0.0}, viewport);
            QVERIFY(at);
            most = std::max({most, std::abs(at->at.x() - 400) / 400, std::abs(at->at.y() - 300) / 300});
        }
        // All of it is seen, and it is not small.
        QVERIFY2(most <= 1.15 && most > 0.5, qPrintable(QString::number(most)));
    }
}

void TestSceneMaths::matricesAgreeWithProjection()
{
    for (const bool parallel : {false, true}) {
        ViewCamera camera;
        camera.target = {500'000.5, 4'000'000.25, 30};
        camera.yaw = 2.1;
        camera.parallel = parallel;
        const Vector3 origin{500'000, 4'000'000, 0};
        const Vector3 point{500'004, 3'999'998, 33};
        const Vector3 local = minus(point, origin);
        const QVector4D clip =
            camera.projection(viewport) * camera.view(origin) * QVector4D(float(local[0]), float(local[1]), float(local[2]), 1);
        const QPointF at((clip.x() / clip.w() + 1) * 400, (1 - clip.y() / clip.w()) * 300);
        const auto expected = camera.project(point, viewport);
        QVERIFY(expected);
        QVERIFY2(QLineF(at, expected->at).length() < 0.05, qPrintable(QString::number(QLineF(at, expected->at).length())));
        QVERIFY(std::abs(clip.z() / clip.w()) <= 1);
    }
}

void TestSceneMaths::planesAgreeWithProjection()
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(-60, 60);
    for (const bool parallel : {false, true}) {
        ViewCamera camera;
        camera.target = {3, 4, 1};
        camera.yaw = -0.8;
        camera.parallel = parallel;
        const Vector3 origin{10, -5, 2};
        const auto planes = camera.planes(viewport, origin);
        for (int i = 0; i < 2000; ++i) {
            const Vector3 point{place(random), place(random), place(random)};
            const Vector3 local = minus(point, origin);
            const bool inside = std::all_of(planes.begin(), planes.end(), [&](const auto &plane) {
                return plane[0] * local[0] + plane[1] * local[1] + plane[2] * local[2] + plane[3] >= 0;
            });
            const auto at = camera.project(point, viewport);
            const bool seen = at && QRectF(QPointF(), viewport).contains(at->at);
            QVERIFY(inside == seen || (at && at->depth < 0.2));
        }
    }
}

void TestSceneMaths::edgesAreCutAtTheEye()
{
    ViewCamera camera;
    camera.target = {0, 0, 0};
    camera.yaw = 0;
    camera.pitch = 0;
    camera.distance = 10;
    QCOMPARE(edgesOf(box(0, 0, 0), camera, viewport).size(), std::size_t(12));
    QCOMPARE(edgesOf(box(-20, 0, 0), camera, viewport).size(), std::size_t(0));
    // The eye is within this one: the four edges of its back are not seen, those along are cut.
    const auto edges = edgesOf(box(-10, 0, 0, 0, {20, 2, 2}), camera, viewport);
    QCOMPARE(edges.size(), std::size_t(8));
    for (const QLineF &edge : edges)
        QVERIFY(std::isfinite(edge.x1()) && std::isfinite(edge.y2()));
    QVERIFY(frontOf(box(-20, 0, 0), camera, viewport).isEmpty());
    QCOMPARE(frontOf(box(0, 0, 0), camera, viewport).size(), 4);
    const auto heading = headingOf(box(1, 2, 0.75, pi / 2));
    QVERIFY(near(heading[0], {1, 2, 0}, 1e-9));
    QVERIFY(near(heading[1], {1, 4, 0}, 1e-9));
}

void TestSceneMaths::picksBoxes()
{
    QCOMPARE(*entryOf({{-10, 0, 0}, {1, 0, 0}}, box(0, 0, 0)), 8.0);
    QVERIFY(!entryOf({{-10, 3, 0}, {1, 0, 0}}, box(0, 0, 0)));
    QVERIFY(entryOf({{-10, 1.5, 0}, {1, 0, 0}}, box(0, 0, 0), 0.6));
    QVERIFY(!entryOf({{10, 0, 0}, {1, 0, 0}}, box(0, 0, 0)));
    std::vector<SceneBox> boxes(3);
    boxes[0].cuboid = box(10, 0, 0);
    boxes[1].cuboid = box(0, 0, 0);
    boxes[2].cuboid = box(0, 0, 0, 0, {1, 1, 1});
    ViewCamera camera;
    camera.target = {0, 0, 0};
    camera.yaw = 0;
    camera.pitch = 0;
    const QPointF middle(400, 300);
    // The nearer one before the one behind it, the small one within it before both.
    QCOMPARE(boxAt(boxes, middle, camera, viewport), 2);
    boxes.pop_back();
    QCOMPARE(boxAt(boxes, middle, camera, viewport), 1);
    QCOMPARE(boxAt(boxes, QPointF(20, 20), camera, viewport), -1);
    camera.parallel = true;
    QCOMPARE(boxAt(boxes, middle, camera, viewport), 1);
}

void TestSceneMaths::picksPoints()
{
    const auto cloud = cloudOf({{10, 0, 0}, {20, 0, 0}, {5, 3, 1}}, {100, 100, 0});
    ViewCamera camera;
    camera.target = {10, 0, 0};
    camera.yaw = 0;
    camera.pitch = 0;
    camera.distance = 10;
    // Two points in one line: the nearer one.
    const auto point = pointAt({cloud}, QPointF(400, 300), camera, viewport, 4);
    QVERIFY(point);
    QVERIFY(near(point->place, {10, 0, 0}, 1e-4));
    QVERIFY(wordsFor(*point, {0, 0, 0}).contains(QStringLiteral("10.0 m")));
    QVERIFY(!pointAt({cloud}, QPointF(100, 100), camera, viewport, 4));
    camera.distance = 5;
    camera.target = {25, 0, 0};
    const auto further = pointAt({cloud}, QPointF(400, 300), camera, viewport, 4);
    QVERIFY(!further || !near(further->place, {10, 0, 0}, 1e-3));
}

void TestSceneMaths::colours()
{
    const std::vector<cloud::Channel> channels{{QStringLiteral("intensity"), cloud::ScalarType::Float32},
                                               {QStringLiteral("red"), cloud::ScalarType::UInt8},
                                               {QStringLiteral("green"), cloud::ScalarType::UInt8},
                                               {QStringLiteral("blue"), cloud::ScalarType::UInt8}};
    const auto modes = modesFor(channels);
    QCOMPARE(modes.size(), std::size_t(5));
    for (const ColourMode &mode : modes) {
        QVERIFY(colourModeFromId(idOf(mode)) == mode);
        QVERIFY(!titleOf(mode).isEmpty());
    }
    CloudData data;
    data.channels = channels;
    data.origin = {0, 0, 100};
    for (int i = 0; i < 1000; ++i)
        data.positions.push_back({float(i), 0, float(i) / 100});
    for (const cloud::Channel &channel : channels) {
        data.columns.emplace_back(channel.type);
        data.columns.back().resize(1000);
    }
    for (std::size_t i = 0; i < 1000; ++i) {
        data.columns[0].set(i, i == 500 ? 1e6 : double(i) / 1000);
        data.columns[1].set(i, 255);
        data.columns[2].set(i, 128);
        data.columns[3].set(i, 1);
    }
    const auto rgb = scalarsOf(data, {ColourMode::Kind::Rgb, {}});
    QCOMPARE(rgb.size(), std::size_t(1000));
    QCOMPARE(rgb[7], 255.0F * 65536 + 128 * 256 + 1);
    QVERIFY(scalarsOf(data, {ColourMode::Kind::Height, {}}).empty());
    QVERIFY(scalarsOf(data, {ColourMode::Kind::Channel, QStringLiteral("ring")}).empty());
    // One stray value does not take all colours.
    const auto intensity = rangeOf(data, {ColourMode::Kind::Channel, QStringLiteral("intensity")}, {});
    QVERIFY(intensity[1] < 1.1);
    const auto height = rangeOf(data, {ColourMode::Kind::Height, {}}, {});
    QVERIFY(height[0] >= 100 && height[1] <= 110);
    QCOMPARE(rangeOf(data, {ColourMode::Kind::Distance, {}}, {})[0], 0.0);
    QCOMPARE(usualRange({}, 0.1), (std::array<double, 2>{0, 1}));
    QCOMPARE(usualRange({std::nan(""), 3, 3}, 0.1), (std::array<double, 2>{3, 4}));
    for (const bool dark : {true, false})
        QCOMPARE(gradient(dark).size(), std::size_t(256));
}

void TestSceneMaths::mixesFairly()
{
    CloudData data;
    data.columns.emplace_back(cloud::ScalarType::UInt32);
    data.channels.push_back({QStringLiteral("index"), cloud::ScalarType::UInt32});
    data.columns[0].resize(10'000);
    for (std::size_t i = 0; i < 10'000; ++i) {
        data.positions.push_back({float(i), 1, 0});
        data.columns[0].set(i, double(i));
    }
    finish(data);
    std::set<int> seen;
    int firstHalf = 0;
    for (std::size_t i = 0; i < 10'000; ++i) {
        QCOMPARE(double(data.positions[i][0]), data.columns[0].at(i));
        seen.insert(int(data.positions[i][0]));
        if (i < 100)
            firstHalf += data.positions[i][0] < 5000;
    }
    QCOMPARE(seen.size(), std::size_t(10'000));
    QVERIFY(firstHalf > 45 && firstHalf < 55);
    QCOMPARE(data.most[0], 9999.0F);
}

void TestSceneMaths::groundUnderCars()
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

void TestSceneMaths::fitsCars_data()
{
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<double>("yaw");
    QTest::newRow("ahead") << 12.0 << 3.0 << 0.2;
    QTest::newRow("oncoming") << 15.0 << -4.0 << 3.0;
    QTest::newRow("crossing") << 9.0 << 1.0 << 1.5;
    QTest::newRow("behind") << -14.0 << 5.0 << -0.7;
}

void TestSceneMaths::fitsCars()
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

void TestSceneMaths::fitFollowsPriorAndHeading()
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

void TestSceneMaths::cuboidOverFootprint()
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

void TestSceneMaths::clusters()
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

void TestSceneMaths::freedoms()
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

void TestSceneMaths::handles()
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

void TestSceneMaths::footprints()
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

void TestSceneMaths::interpolates()
{
    const auto from = box(0, 0, 0, 3.0);
    auto to = box(10, 2, 1, -3.0, {5, 2, 1.5});
    const auto half = between(from, to, 0.5);
    QVERIFY(near(half.centre, {5, 1, 0.5}));
    QCOMPARE(half.size[0], 4.5);
    // The short way round, through π.
    QVERIFY(std::abs(std::abs(geometry::yawOf(half.rotation)) - pi) < 1e-9);
}

void TestSceneMaths::ghostsLieBetweenKeyframes()
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

void TestSceneMaths::boxesOfAFrame()
{
    FakeEditing editing;
    model::Scene scene;
    scene.frames.resize(2);
    scene.frames[1].microseconds = 5;
    editing.shownScene = scene;
    model::Item item = *editing.item();
    item.frames = 2;
    editing.showItem(item);
    const auto here = editing.add(box(1, 0, 0));
    const auto there = editing.add(box(2, 0, 0));
    editing.change(there.id, [&](model::Annotation &a) { a.frame = editing.frameRef(1); });
    const auto always = editing.add(box(3, 0, 0));
    editing.change(always.id, [&](model::Annotation &a) { a.frame.reset(); });
    editing.add(geometry::Box{1, 2, 3, 4});
    const auto prediction = editing.addPrediction(box(4, 0, 0), 0.5);
    auto boxes = boxesOf(editing, 0);
    QCOMPARE(boxes.size(), std::size_t(3));
    QVERIFY(boxes[2].dashed && boxes[2].title.contains(QStringLiteral("0.50")));
    QCOMPARE(boxesOf(editing, 1).size(), std::size_t(2));
    editing.change(prediction.id, [](model::Annotation &a) { a.verdict = model::Verdict::Rejected; });
    QCOMPARE(boxesOf(editing, 0).size(), std::size_t(2));
    editing.setMarks({{here.id}, {always.id}});
    boxes = boxesOf(editing, 0);
    QCOMPARE(boxes.size(), std::size_t(1));
    QVERIFY(boxes[0].flagged);
}

void TestSceneMaths::projectsIntoPictures()
{
    geometry::Camera camera;
    camera.width = 800;
    camera.height = 600;
    camera.fx = camera.fy = 500;
    camera.cx = 400;
    camera.cy = 300;
    const geometry::Pose camera_from_label = *geometry::poseFromMatrix({0, -1, 0, 0, 0, -1, 1, 0, 0}, {0, 0, 0});
    const auto cuboid = box(10, 0, 0);
    // Twelve edges and the heading.
    QCOMPARE(projectedEdges(camera, camera_from_label, cuboid).size(), std::size_t(13));
    QVERIFY(projectedEdges(camera, camera_from_label, box(-10, 0, 0)).empty());
    const auto points =
        projectedPoints(camera, camera_from_label, {cloudOf({{10, 0, 0}, {20, 0, 0}, {-5, 0, 0}, {1, 90, 0}})}, 100);
    QCOMPARE(points.size(), std::size_t(2));
    // The nearer one is drawn last.
    QVERIFY(std::abs(points[1].depth - 10) < 1e-4F);
    QVERIFY(QLineF(points[1].at, QPointF(400, 300)).length() < 1e-3);
}

void TestSceneMaths::actionsHaveKeysOfTheirOwn()
{
    FakeEditing editing;
    std::set<QString> ids;
    std::set<QString> keys;
    for (const extension::ViewAction &action : sceneActions(editing.schema())) {
        QVERIFY2(ids.insert(action.id).second, qPrintable(action.id));
        QVERIFY(action.id.startsWith(QLatin1String("scene.")));
        QVERIFY(!action.title.isEmpty());
        QVERIFY2(action.key.isEmpty() || keys.insert(action.key.toString()).second, qPrintable(action.key.toString()));
    }
    QVERIFY(stepOf(QStringLiteral("scene.box.longer.fine")));
    QCOMPARE(stepOf(QStringLiteral("scene.box.forward"))->amount, 0.1);
    QVERIFY(!stepOf(QStringLiteral("scene.delete")));
    QCOMPARE(frameStepOf(QStringLiteral("scene.frame.previousTen")), -10);
    ViewCamera camera;
    camera.distance = 60;
    QCOMPARE(gridStep(camera), 10.0);
    camera.distance = 320;
    QCOMPARE(gridStep(camera), 50.0);
}

QTEST_GUILESS_MAIN(TestSceneMaths)
#include "tst_scenemaths.moc"
