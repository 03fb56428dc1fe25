// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/boxes.h"
#include "plugins/views/scene/cameraview.h"
#include "plugins/views/scene/cloudpainter.h"
#include "plugins/views/scene/colouring.h"
#include "plugins/views/scene/pointpick.h"
#include "plugins/views/scene/sceneactions.h"
#include "plugins/views/scene/tests/mathfixture.h"
#include "tests/support/fakeediting.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <set>

using namespace plumbline;
using namespace plumbline::test;

/// What the view of scenes computes for the screen, without a window.
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
    QCOMPARE(modes.size(), std::size_t(9));
    QVERIFY2(modesFor(channels, true).size() == 10, "cameras give colours, too");
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
