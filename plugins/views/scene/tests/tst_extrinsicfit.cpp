// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/calibration.h"
#include "plugins/views/scene/calibrationtrial.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <random>

using namespace plumbline;
using namespace plumbline::sceneview;

namespace {

const geometry::Pose place = *geometry::poseFromMatrix({0, 0, 1, -1, 0, 0, 0, -1, 0}, {1.5, 0.1, 1.4});

geometry::Camera lensOf(geometry::LensModel model)
{
    geometry::Camera lens;
    lens.lens = model;
    lens.width = 1600;
    lens.height = 900;
    lens.fx = 900;
    lens.fy = 905;
    lens.cx = 803;
    lens.cy = 447;
    if (model == geometry::LensModel::BrownConrady)
        lens.distortion = {-0.25, 0.06, 0.0008, -0.0004, 0, 0, 0, 0};
    if (model == geometry::LensModel::FisheyeEquidistant)
        lens.distortion = {0.02, -0.004, 0.001, 0, 0, 0, 0, 0};
    return lens;
}

// Places between 6 and 40 m that the camera sees, with so much noise.
std::vector<Correspondence> seen(const geometry::Camera &lens, std::size_t count, double noisePixels, std::mt19937 &random)
{
    std::uniform_real_distribution<double> share(0, 1);
    std::normal_distribution<double> noise(0, noisePixels > 0 ? noisePixels : 1);
    std::vector<Correspondence> list;
    while (list.size() < count) {
        const double depth = 6 + 34 * share(random);
        const geometry::Vector3 ego{1.5 + depth, depth * (share(random) - 0.5) * 1.4, 1.4 + depth * (share(random) - 0.5) * 0.7};
        auto at = geometry::projected(lens, geometry::transformed(geometry::inverted(place), ego));
        if (!at || at->x < 0 || at->y < 0 || at->x > lens.width || at->y > lens.height)
            continue;
        if (noisePixels > 0) {
            at->x += noise(random);
            at->y += noise(random);
        }
        list.push_back({ego, *at});
    }
    return list;
}

geometry::Pose wrongPlace(double degrees, double metres)
{
    const double half = degrees * std::numbers::pi / 360;
    const geometry::Pose by{{std::sin(half) * 0.48, std::sin(half) * 0.6, std::sin(half) * 0.64, std::cos(half)},
                            {metres * 0.6, -metres * 0.64, metres * 0.48}};
    return geometry::composed(place, by);
}

double turnBetween(const geometry::Pose &a, const geometry::Pose &b)
{
    const auto off = geometry::composed(geometry::inverted(a), b).rotation;
    return 2 * std::asin(std::min(1.0, std::sqrt(off[0] * off[0] + off[1] * off[1] + off[2] * off[2])));
}

double shiftBetween(const geometry::Pose &a, const geometry::Pose &b)
{
    return std::hypot(a.translation[0] - b.translation[0], a.translation[1] - b.translation[1],
                      a.translation[2] - b.translation[2]);
}

}  // namespace

/// Mending a camera's place on its vehicle from places that were shown, and its clock.
class TestExtrinsicFit : public QObject
{
    Q_OBJECT

private slots:
    void knownErrorsAreFound_data();
    void knownErrorsAreFound();
    void noiseIsAveragedOut();
    void whatCannotBeKnownIsRefused();
    void placesAcrossFrames();
    void wayOfTheVehicle();
    void offsetsArePartOfTheCalibration();
};

void TestExtrinsicFit::knownErrorsAreFound_data()
{
    QTest::addColumn<int>("model");
    QTest::addColumn<double>("degrees");
    QTest::addColumn<double>("metres");
    QTest::addColumn<int>("places");
    QTest::newRow("pinhole") << int(geometry::LensModel::Pinhole) << 1.0 << 0.1 << 6;
    QTest::newRow("fewest") << int(geometry::LensModel::Pinhole) << 0.5 << 0.05 << 4;
    QTest::newRow("distorted") << int(geometry::LensModel::BrownConrady) << 3.0 << 0.3 << 10;
    QTest::newRow("fisheye") << int(geometry::LensModel::FisheyeEquidistant) << 5.0 << 0.5 << 12;
    QTest::newRow("far off") << int(geometry::LensModel::Pinhole) << 12.0 << 1.0 << 12;
    QTest::newRow("right already") << int(geometry::LensModel::BrownConrady) << 0.0 << 0.0 << 6;
}

void TestExtrinsicFit::knownErrorsAreFound()
{
    QFETCH(int, model);
    QFETCH(double, degrees);
    QFETCH(double, metres);
    QFETCH(int, places);
    std::mt19937 random(11);
    const geometry::Camera lens = lensOf(geometry::LensModel(model));
    const auto list = seen(lens, std::size_t(places), 0, random);
    const geometry::Pose wrong = wrongPlace(degrees, metres);
    const auto fit = fitExtrinsic(lens, wrong, list);
    QVERIFY_RESULT(fit);
    QVERIFY2(fit->rmsAfter < 1e-4, qPrintable(QString::number(fit->rmsAfter)));
    QVERIFY2(turnBetween(fit->ego_from_sensor, place) < 1e-6,
             qPrintable(QString::number(turnBetween(fit->ego_from_sensor, place))));
    QVERIFY2(shiftBetween(fit->ego_from_sensor, place) < 1e-4,
             qPrintable(QString::number(shiftBetween(fit->ego_from_sensor, place))));
    QVERIFY(std::abs(fit->turnRadians - degrees * std::numbers::pi / 180) < 1e-5);
    QVERIFY(std::abs(fit->shiftMetres - metres) < 1e-3);
    const auto rms = rmsOf(lens, wrong, list);
    QVERIFY(rms && std::abs(*rms - fit->rmsBefore) < 1e-9);
}

void TestExtrinsicFit::noiseIsAveragedOut()
{
    std::mt19937 random(5);
    const geometry::Camera lens = lensOf(geometry::LensModel::BrownConrady);
    const auto list = seen(lens, 60, 1.0, random);
    const auto fit = fitExtrinsic(lens, wrongPlace(2, 0.2), list);
    QVERIFY_RESULT(fit);
    // Of 120 numbers six are fitted: what is left is the noise, sqrt(2) a place.
    QVERIFY2(std::abs(fit->rmsAfter - std::numbers::sqrt2) < 0.25, qPrintable(QString::number(fit->rmsAfter)));
    QVERIFY(turnBetween(fit->ego_from_sensor, place) < 0.002);
    QVERIFY2(shiftBetween(fit->ego_from_sensor, place) < 0.05,
             qPrintable(QString::number(shiftBetween(fit->ego_from_sensor, place))));
}

void TestExtrinsicFit::whatCannotBeKnownIsRefused()
{
    std::mt19937 random(2);
    const geometry::Camera lens = lensOf(geometry::LensModel::Pinhole);
    auto list = seen(lens, 3, 0, random);
    QVERIFY_FAILS(fitExtrinsic(lens, place, list), ErrorCode::Failed);
    // All in one line: turning round it changes nothing.
    std::vector<Correspondence> line;
    for (int i = 0; i < 8; ++i) {
        const geometry::Vector3 ego{11.5, -2 + 0.5 * i, 1 + 0.2 * i};
        line.push_back({ego, *geometry::projected(lens, geometry::transformed(geometry::inverted(place), ego))});
    }
    QVERIFY_FAILS(fitExtrinsic(lens, wrongPlace(0.5, 0.02), line), ErrorCode::Failed);
    // The same place again and again.
    QVERIFY_FAILS(fitExtrinsic(lens, place, std::vector<Correspondence>(9, line.front())), ErrorCode::Failed);
    auto behind = seen(lens, 6, 0, random);
    behind[2].ego[0] = -20;
    QVERIFY_FAILS(fitExtrinsic(lens, place, behind), ErrorCode::Failed);
    auto nonsense = seen(lens, 6, 0, random);
    nonsense[1].pixel.x = std::nan("");
    QVERIFY_FAILS(fitExtrinsic(lens, place, nonsense), ErrorCode::Failed);
    nonsense[1].pixel.x = 1e308;
    QVERIFY(!fitExtrinsic(lens, place, nonsense));
}

void TestExtrinsicFit::placesAcrossFrames()
{
    // A vehicle that turns; the camera takes its pictures 30 ms after the sweep.
    model::Scene scene;
    model::Sensor lidar{QStringLiteral("top"), model::SensorKind::Lidar, {geometry::rotationFromYaw(0.3), {0.4, 0.1, 1.9}}, {}};
    model::Sensor camera{QStringLiteral("front"), model::SensorKind::Camera, place, lensOf(geometry::LensModel::BrownConrady)};
    scene.sensors = {lidar, camera};
    scene.labelFrame = QStringLiteral("top");
    const auto at = [](double seconds) {
        return geometry::Pose{geometry::rotationFromYaw(0.5 * seconds), {100 + 9 * seconds, 7 + 2 * seconds * seconds, 0.2}};
    };
    for (int i = 0; i < 6; ++i) {
        const double seconds = 0.1 * i;
        scene.frames.push_back(
            {100'000 * i,
             at(seconds),
             {{0, QStringLiteral("a"), 100'000 * i, {}}, {1, QStringLiteral("b"), 100'000 * i + 30'000, at(seconds + 0.03)}}});
    }
    std::mt19937 random(4);
    std::vector<ShownPlace> places;
    std::size_t n = 0;
    for (const Correspondence &correspondence : seen(*camera.camera, 12, 0, random)) {
        // Where the point stands in the label frame of a frame that saw it like this.
        const std::int64_t frame = std::int64_t(n++ % 6);
        const auto &shown = scene.frames[std::size_t(frame)];
        const auto label_from_ego = geometry::composed(geometry::inverted(model::sensorFromLabel(scene, shown, shown.files[1])),
                                                       geometry::inverted(place));
        places.push_back({1, frame, geometry::transformed(label_from_ego, correspondence.ego), correspondence.pixel});
    }
    places.push_back({1, 77, {}, {}});
    places.push_back({0, 1, {}, {}});
    const auto list = correspondencesOf(scene, 1, places);
    QCOMPARE(list.size(), std::size_t(12));
    QVERIFY(*rmsOf(*camera.camera, place, list) < 1e-6);
    scene.sensors[1].ego_from_sensor = wrongPlace(1.5, 0.15);
    const auto fit = fitExtrinsic(*camera.camera, scene.sensors[1].ego_from_sensor, correspondencesOf(scene, 1, places));
    QVERIFY_RESULT(fit);
    QVERIFY(turnBetween(fit->ego_from_sensor, place) < 1e-6 && shiftBetween(fit->ego_from_sensor, place) < 1e-4);
    QVERIFY(correspondencesOf(scene, -1, places).empty());
    QVERIFY(correspondencesOf(scene, 9, places).empty());
}

void TestExtrinsicFit::wayOfTheVehicle()
{
    model::Scene scene;
    for (int i = 0; i < 5; ++i)
        scene.frames.push_back({100'000 * i, geometry::Pose{geometry::rotationFromYaw(0.1 * i), {double(i), 0, 0}}, {}});
    const VehicleWay way(scene);
    const auto middle = way.at(150'000);
    QVERIFY(middle);
    QVERIFY(std::abs(middle->translation[0] - 1.5) < 1e-9 && std::abs(geometry::yawOf(middle->rotation) - 0.15) < 1e-9);
    QVERIFY(std::abs(way.at(-100'000)->translation[0] + 1) < 1e-9);
    QVERIFY(std::abs(way.at(500'000)->translation[0] - 5) < 1e-9);
    QVERIFY(way.at(0) && way.at(400'000));
    QVERIFY(!way.at(10'000'000) && !way.at(-10'000'000));
    for (std::size_t i = 1; i < 5; ++i)
        scene.frames[i].world_from_ego.reset();
    QVERIFY(!VehicleWay(scene).at(0));
    QVERIFY(!VehicleWay(model::Scene()).at(0));
}

void TestExtrinsicFit::offsetsArePartOfTheCalibration()
{
    model::Scene scene;
    scene.sensors = {{QStringLiteral("front"), model::SensorKind::Camera, place, lensOf(geometry::LensModel::Pinhole)}};
    for (int i = 0; i < 3; ++i)
        scene.frames.push_back(
            {100'000 * i, geometry::Pose{{0, 0, 0, 1}, {double(i), 0, 0}}, {{0, QStringLiteral("p"), 100'000 * i, {}}}});
    model::stampCalibration(scene);
    const model::Scene later = changed(scene, 0, {{}, 40'000});
    QCOMPARE(later.frames[1].files[0].microseconds, std::int64_t(140'000));
    QVERIFY(std::abs(later.frames[1].files[0].world_from_ego->translation[0] - 1.4) < 1e-9);
    QCOMPARE(model::timeOffsetOf(later, QStringLiteral("front")), std::int64_t(40'000));
    QVERIFY(later.calibrationVersion != scene.calibrationVersion);
    QVERIFY(model::whyInvalid(later).isEmpty());
    const model::Scene back = changed(later, 0, {{}, -40'000});
    QCOMPARE(model::timeOffsetOf(back, QStringLiteral("front")), std::int64_t(0));
    QCOMPARE(back.calibrationVersion, scene.calibrationVersion);
    QVERIFY(back.extra.is_null());
    QVERIFY(changed(scene, 5, {{}, 40'000}) == scene);
    // Foreign data of any shape are no offsets, and a label's are kept.
    scene.extra = {{"plumbline", 7}};
    QCOMPARE(model::timeOffsetOf(scene, QStringLiteral("front")), std::int64_t(0));
    model::Annotation annotation;
    QVERIFY(model::calibrationOf(annotation).isEmpty());
    model::setCalibration(annotation, {});
    QVERIFY(annotation.extra.is_null());
    annotation.extra = {{"kitti", {{"line", 3}}}, {"plumbline", "old"}};
    model::setCalibration(annotation, QStringLiteral("0123"));
    QCOMPARE(model::calibrationOf(annotation), QStringLiteral("0123"));
    QCOMPARE(annotation.extra["kitti"]["line"].get<int>(), 3);
}

QTEST_GUILESS_MAIN(TestExtrinsicFit)
#include "tst_extrinsicfit.moc"
