// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/codec.h"
#include "core/model/scene.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>

using namespace plumbline;
using namespace plumbline::model;

namespace {

// A vehicle that drives 1 m a frame along the world's x, lidar 2 m up, one camera that looks forward.
Scene drive(std::size_t frames)
{
    Scene scene;
    scene.sensors.push_back({QStringLiteral("lidar"), SensorKind::Lidar, {{0, 0, 0, 1}, {0, 0, 2}}, {}});
    geometry::Camera lens;
    lens.width = 640;
    lens.height = 480;
    lens.fx = lens.fy = 500;
    lens.cx = 320;
    lens.cy = 240;
    // Forward is the camera's z, left is its -x, up is its -y.
    const auto ego_from_camera = geometry::poseFromMatrix({0, 0, 1, -1, 0, 0, 0, -1, 0}, {1, 0, 1.5});
    scene.sensors.push_back({QStringLiteral("front"), SensorKind::Camera, *ego_from_camera, lens});
    scene.labelFrame = QStringLiteral("lidar");
    for (std::size_t i = 0; i < frames; ++i) {
        SceneFrame frame;
        frame.microseconds = static_cast<std::int64_t>(i) * 100'000;
        frame.world_from_ego = geometry::Pose{{0, 0, 0, 1}, {static_cast<double>(i), 0, 0}};
        frame.files = {{0, QStringLiteral("lidar/%1.pcd").arg(i), frame.microseconds, {}},
                       {1, QStringLiteral("front/%1.png").arg(i), frame.microseconds + 50'000,
                        geometry::Pose{{0, 0, 0, 1}, {static_cast<double>(i) + 0.5, 0, 0}}}};
        scene.frames.push_back(frame);
    }
    stampCalibration(scene);
    return scene;
}

void compare(const geometry::Vector3 &a, const geometry::Vector3 &b)
{
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY2(std::abs(a[i] - b[i]) < 1e-12, qPrintable(QStringLiteral("%1: %2 and %3").arg(i).arg(a[i]).arg(b[i])));
}

}  // namespace

class TestScene : public QObject
{
    Q_OBJECT

private slots:
    void whatStandsStillStaysInTheWorld()
    {
        const Scene scene = drive(5);
        // A post 10 m before the vehicle in frame 1 is 7 m before it in frame 4.
        compare(geometry::transformed(labelFromLabel(scene, 4, 1), {10, 3, -2}), {7, 3, -2});
        compare(geometry::transformed(labelFromLabel(scene, 1, 4), {7, 3, -2}), {10, 3, -2});
    }

    void aCameraThatExposesLaterHasDrivenOn()
    {
        const Scene scene = drive(2);
        const SensorFile *file = fileOf(scene.frames[1], 1);
        QVERIFY(file != nullptr);
        // In the lidar's frame 10.5 m ahead and 0.5 m below the lidar: the camera sits 1 m further and has driven 0.5 m.
        compare(geometry::transformed(sensorFromLabel(scene, scene.frames[1], *file), {10.5, 0, -0.5}), {0, 0, 9});
        Scene standing = scene;
        standing.frames[1].world_from_ego.reset();
        compare(geometry::transformed(sensorFromLabel(standing, standing.frames[1], *file), {10.5, 0, -0.5}), {0, 0, 9.5});
    }

    void faultsAreNamed_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"sensor", "twice", "time", "name", "frame", "pose", "lens"})
            QTest::newRow(fault) << QString::fromLatin1(fault);
    }
    void faultsAreNamed()
    {
        QFETCH(QString, fault);
        Scene scene = drive(3);
        QCOMPARE(whyInvalid(scene), QString());
        if (fault == QLatin1String("sensor"))
            scene.frames[1].files[0].sensor = 7;
        else if (fault == QLatin1String("twice"))
            scene.frames[1].files[0].sensor = 1;
        else if (fault == QLatin1String("time"))
            scene.frames[2].microseconds = -1;
        else if (fault == QLatin1String("name"))
            scene.sensors[1].name = scene.sensors[0].name;
        else if (fault == QLatin1String("frame"))
            scene.labelFrame = QStringLiteral("radar");
        else if (fault == QLatin1String("pose"))
            scene.frames[1].world_from_ego->rotation = {0, 0, 0, 0};
        else
            scene.sensors[1].camera->fx = 0;
        QVERIFY(!whyInvalid(scene).isEmpty());
        QVERIFY_FAILS(decodeScene(encode(scene)), ErrorCode::Corrupt);
    }

    void aCalibrationHasAName()
    {
        Scene scene = drive(1);
        const QString before = scene.calibrationVersion;
        QCOMPARE(before.size(), 16);
        scene.frames.clear();
        stampCalibration(scene);
        QCOMPARE(scene.calibrationVersion, before);
        scene.sensors[1].camera->fx += 1e-9;
        stampCalibration(scene);
        QVERIFY(scene.calibrationVersion != before);
    }
};

QTEST_GUILESS_MAIN(TestScene)
#include "tst_scene.moc"
