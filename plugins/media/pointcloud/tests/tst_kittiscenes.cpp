// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/cuboids.h"
#include "core/geometry/overlap.h"
#include "plugins/media/pointcloud/kitticalibration.h"
#include "plugins/media/pointcloud/tests/scenefiles.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace plumbline;
using namespace plumbline::pointcloud;
using namespace plumbline::geometry;
using test::apart;
using test::hasIssue;

namespace {

const char objectCalibration[] = "P0: 700 0 600 0 0 700 180 0 0 0 1 0\nP2: 700 0 600 42 0 700 180 -.7 0 0 1 .005\n"
                                 "P3: 700 0 600 -336 0 700 180 0 0 0 1 0\nR0_rect: 1 0 0 0 1 0 0 0 1\n"
                                 "Tr_velo_to_cam: 0 -1 0 .1 0 0 -1 -.2 1 0 0 -.3\nTr_imu_to_velo: 1 0 0 0 0 1 0 0 0 0 1 0\n";

/// Pixel in which a scene's camera sees a point of the label frame.
std::optional<Point> seen(const model::Scene &scene, std::size_t frame, const QString &camera, const Vector3 &point)
{
    for (const model::SensorFile &file : scene.frames[frame].files) {
        const model::Sensor &sensor = scene.sensors[std::size_t(file.sensor)];
        if (sensor.name == camera && sensor.camera)
            return projected(*sensor.camera, transformed(model::sensorFromLabel(scene, scene.frames[frame], file), point));
    }
    return std::nullopt;
}

}  // namespace

class TestKittiScenes : public QObject
{
    Q_OBJECT

    static void object(const test::SceneFiles &files, const QByteArray &calibration)
    {
        files.sweep(QStringLiteral("training/velodyne/000007.bin"));
        files.picture(QStringLiteral("training/image_2/000007.png"), 64, 32);
        files.picture(QStringLiteral("training/image_3/000007.png"), 64, 32);
        files.write(QStringLiteral("training/calib/000007.txt"), calibration);
    }

private slots:
    void anObjectFrameIsAnItem()
    {
        test::SceneFiles files;
        object(files, objectCalibration);
        files.sweep(QStringLiteral("training/velodyne/000008.bin"), 1);
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(2));
        const extension::FoundMedium &first = (*found)[0];
        QCOMPARE(first.name, QStringLiteral("training/000007"));
        QCOMPARE(first.path, files.path(QStringLiteral("training")));
        QVERIFY(first.info.issues.empty());
        const model::Scene &scene = *first.info.scene;
        QCOMPARE(scene.convention, QStringLiteral("kitti-object"));
        QCOMPARE(scene.sensors.size(), std::size_t(3));
        QCOMPARE(scene.frames.size(), std::size_t(1));
        QCOMPARE(scene.frames[0].files[1].path, QStringLiteral("image_2/000007.png"));
        QVERIFY(!scene.calibrationVersion.isEmpty());
        // A point ahead of the LiDAR: rectified camera x = -y + .1, y = -z - .2, z = x - .3; P2 by hand.
        const double w = 9.7 + .005;
        const model::Sensor &left = scene.sensors[1];
        const auto camera_from_label = inverted(left.ego_from_sensor);
        const Vector3 inCamera = transformed(camera_from_label, {10, 1, -.5});
        const double x = left.camera->fx * inCamera[0] / inCamera[2] + left.camera->cx - .5;
        const double y = left.camera->fy * inCamera[1] / inCamera[2] + left.camera->cy - .5;
        QVERIFY(std::abs(x - (700 * -.9 + 600 * 9.7 + 42) / w) < 1e-9);
        QVERIFY(std::abs(y - (700 * .3 + 180 * 9.7 - .7) / w) < 1e-9);
        // Without a picture and a calibration it is still a scene.
        QCOMPARE((*found)[1].info.scene->sensors.size(), std::size_t(1));
        QVERIFY(first.contentSha256 != (*found)[1].contentSha256);
    }

    void brokenCalibrationsLeaveTheSweep_data()
    {
        QTest::addColumn<QByteArray>("calibration");
        const QByteArray good = objectCalibration;
        const auto with = [&good](const char *from, const char *to) { return QByteArray(good).replace(from, to); };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no projection") << with("P2:", "Q2:");
        QTest::newRow("singular rotation") << with("R0_rect: 1 0 0 0 1 0 0 0 1", "R0_rect: 0 0 0 0 0 0 0 0 0");
        QTest::newRow("mirrored rotation") << with("R0_rect: 1 0 0 0 1 0 0 0 1", "R0_rect: 1 0 0 0 1 0 0 0 -1");
        QTest::newRow("not finite") << with("42", "nan");
        QTest::newRow("infinite shift") << with("-.3", "inf");
        QTest::newRow("no focal length") << with("P2: 700", "P2: 0");
        QTest::newRow("words") << with("P2: 700", "P2: seven");
        QTest::newRow("short") << with(" .005", "");
        QTest::newRow("long line") << "P2:" + QByteArray(1 << 20, ' ') + QByteArray(" 1").repeated(100000);
        QTest::newRow("binary") << QByteArray(100000, '\0');
    }
    void brokenCalibrationsLeaveTheSweep()
    {
        QFETCH(QByteArray, calibration);
        test::SceneFiles files;
        object(files, calibration);
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(1));
        const extension::MediaInfo &info = (*found)[0].info;
        QVERIFY(hasIssue(info.issues, QStringLiteral("calib/000007.txt"), QStringLiteral("image_2")));
        QVERIFY(!info.scene->sensors[1].camera);
        QCOMPARE(info.scene->frames[0].files.size(), std::size_t(3));
        QVERIFY(model::whyInvalid(*info.scene).isEmpty());
    }

    void odometryHasAWay()
    {
        test::SceneFiles files;
        const QString sequence = QStringLiteral("sequences/04/");
        for (int i = 0; i < 3; ++i) {
            files.sweep(sequence + QStringLiteral("velodyne/00000%1.bin").arg(i), i);
            files.picture(sequence + QStringLiteral("image_2/00000%1.png").arg(i), 64, 32);
        }
        files.write(sequence + QStringLiteral("calib.txt"), "P2: 70 0 32 7 0 70 16 0 0 0 1 0\nTr: 0 -1 0 0 0 0 -1 0 1 0 0 -.3\n");
        files.write(sequence + QStringLiteral("times.txt"), "0.000000e+00\n1.036224e-01\n2.072735e-01\n");
        // The camera goes a metre forward (its z) each time.
        files.write(QStringLiteral("poses/04.txt"),
                    "1 0 0 0 0 1 0 0 0 0 1 0\n1 0 0 0 0 1 0 0 0 0 1 1\n1 0 0 0 0 1 0 0 0 0 1 2\n");
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(1));
        const extension::FoundMedium &medium = found->front();
        QCOMPARE(medium.name, QStringLiteral("sequences/04"));
        QVERIFY2(medium.info.issues.empty(),
                 qPrintable(medium.info.issues.empty() ? QString() : medium.info.issues.issues[0].text));
        const model::Scene &scene = *medium.info.scene;
        QCOMPARE(scene.convention, QStringLiteral("kitti-odometry"));
        QCOMPARE(scene.frames[1].microseconds, std::int64_t(103622));
        // Forward is the LiDAR's x; what stands still comes nearer.
        QVERIFY(apart(transformed(*scene.frames[2].world_from_ego, {0, 0, 0}), {2, 0, 0}) < 1e-9);
        QVERIFY(apart(transformed(model::labelFromLabel(scene, 2, 0), {10, 1, 0}), {8, 1, 0}) < 1e-9);
        // The second camera stands a tenth of a metre to the left of the first: x + 7/70.
        const auto pixel = seen(scene, 0, QStringLiteral("image_2"), {10.3, 0, 0});
        QVERIFY(pixel);
        QVERIFY(std::abs(pixel->x - (32.5 + 70 * .1 / 10)) < 1e-9);
        // The folder of the sequence alone is the same scene, and opens by itself.
        const auto again = files.survey(QStringLiteral("sequences/04"));
        QVERIFY_RESULT(again);
        QVERIFY(again->front().contentSha256 == medium.contentSha256);
        const auto source = SceneFactory().open(medium.path, {});
        QVERIFY_RESULT(source);
        QVERIFY(*(*source)->info().scene == scene);
        const auto loaded = (*source)->load(1, extension::LoadQuality::Full, {});
        QVERIFY_RESULT(loaded);
        QVERIFY(loaded->image.isNull());
        QCOMPARE(loaded->frame.pts, std::int64_t(103622));
        QVERIFY_FAILS((*source)->load(3, extension::LoadQuality::Full, {}), ErrorCode::InvalidArgument);
    }

    void brokenTimesAndPosesAreTold()
    {
        test::SceneFiles files;
        for (int i = 0; i < 4; ++i)
            files.sweep(QStringLiteral("velodyne/00000%1.bin").arg(i), i);
        files.write(QStringLiteral("calib.txt"), "Tr: 0 -1 0 0 0 0 -1 0 1 0 0 -.3\n");
        files.write(QStringLiteral("times.txt"), "0\n.2\n.1\n.3\n");
        files.write(QStringLiteral("poses.txt"), "1 0 0 0 0 1 0 0 0 0 1 0\nno pose\n1 0 0 0 0 1 0 0 0 0 1 nan\n");
        auto found = files.survey();
        QVERIFY_RESULT(found);
        const extension::MediaInfo &info = found->front().info;
        QVERIFY(hasIssue(info.issues, {}, QStringLiteral("go back")));
        QVERIFY(hasIssue(info.issues, {}, QStringLiteral("3 of 4 sweeps have no pose")));
        QCOMPARE(info.scene->frames[1].files[0].path, QStringLiteral("velodyne/000002.bin"));
        QVERIFY(info.scene->frames[0].world_from_ego);
        files.write(QStringLiteral("times.txt"), "0\n.1\n1e300\n");
        found = files.survey();
        QVERIFY_RESULT(found);
        QVERIFY(hasIssue(found->front().info.issues, QStringLiteral("times.txt")));
        QCOMPARE(found->front().info.scene->frames[3].microseconds, std::int64_t(300000));
    }

    void aRawDriveHasTheWayOfItsInertialSensor()
    {
        test::SceneFiles files;
        const QString drive = QStringLiteral("2011_09_26/2011_09_26_drive_0001_sync/");
        QByteArray dates;
        for (int i = 0; i < 2; ++i) {
            files.sweep(drive + QStringLiteral("velodyne_points/data/000000000%1.bin").arg(i), i);
            files.picture(drive + QStringLiteral("image_02/data/000000000%1.png").arg(i), 64, 32);
            dates += "2011-09-26 13:02:25." + QByteArray::number(951199337 + i * 10000000) + "\n";
        }
        files.write(drive + QStringLiteral("velodyne_points/timestamps.txt"), dates);
        files.write(drive + QStringLiteral("image_02/timestamps.txt"),
                    "2011-09-26 13:02:25.950000000\n2011-09-26 13:02:25.960000000\n");
        // A ten-thousandth of a degree to the north, heading north.
        files.write(drive + QStringLiteral("oxts/data/0000000000.txt"), "49 8.4 110 0 0 1.5707963267948966 0 0\n");
        files.write(drive + QStringLiteral("oxts/data/0000000001.txt"), "49.0001 8.4 110 0 0 1.5707963267948966 0 0\n");
        files.write(QStringLiteral("2011_09_26/calib_imu_to_velo.txt"),
                    "calib_time: 25-May-2012\nR: 1 0 0 0 1 0 0 0 1\nT: -.8 .3 -.8\n");
        files.write(QStringLiteral("2011_09_26/calib_velo_to_cam.txt"), "R: 0 -1 0 0 0 -1 1 0 0\nT: 0 0 -.3\n");
        files.write(QStringLiteral("2011_09_26/calib_cam_to_cam.txt"),
                    "S_rect_02: 64 40\nR_rect_00: 1 0 0 0 1 0 0 0 1\nP_rect_02: 70 0 32 7 0 70 16 0 0 0 1 0\n");
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(1));
        const model::Scene &scene = *found->front().info.scene;
        QCOMPARE(scene.convention, QStringLiteral("kitti-raw"));
        // The picture is 32 pixels high, the calibration says 40.
        QVERIFY(hasIssue(found->front().info.issues, QStringLiteral("0000000000.png"), QStringLiteral("64 × 40")));
        QCOMPARE(scene.frames[0].microseconds % 1000000, std::int64_t(951199));
        QCOMPARE(scene.frames[1].microseconds - scene.frames[0].microseconds, std::int64_t(10000));
        QCOMPARE(scene.frames[0].files[1].microseconds % 1000000, std::int64_t(950000));
        // North by the earth's radius; forward of the vehicle is north, so a still point comes nearer by that.
        const double metres = 6378137 * 1e-4 * std::numbers::pi / 180;
        const Vector3 way = transformed(model::labelFromLabel(scene, 0, 1), {0, 0, 0});
        QVERIFY2(apart(way, {metres, 0, 0}) < 1e-3, qPrintable(QString::number(way[0])));
        const Vector3 imu = transformed(*scene.frames[0].world_from_ego, {-.8, .3, -.8});
        QVERIFY(apart(imu, {0, 0, 0}) < 1e-9);
        // The drive alone finds the calibration of its day too.
        const auto alone = files.survey(drive);
        QVERIFY_RESULT(alone);
        QVERIFY(alone->front().contentSha256 == found->front().contentSha256);
    }

    // The labels of the sample, through the scene, against its own projection matrix and boxes.
    void theSamplesCuboidsLandOnTheirObjects()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/kitti-object");
        const auto found = SceneFactory().survey(folder, {}, {});
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(2));
        int compared = 0;
        int cars = 0;
        for (const extension::FoundMedium &medium : *found) {
            QVERIFY(medium.info.issues.empty());
            const model::Scene &scene = *medium.info.scene;
            const QString stem = medium.name.section(QLatin1Char('/'), -1);
            QFile calibration(medium.path + QStringLiteral("/calib/%1.txt").arg(stem));
            QVERIFY(calibration.open(QIODevice::ReadOnly));
            QHash<QByteArray, std::vector<double>> values;
            for (const QByteArray &line : calibration.readAll().split('\n'))
                for (const QByteArray &word : line.mid(line.indexOf(':') + 1).simplified().split(' '))
                    values[line.left(line.indexOf(':'))].push_back(word.toDouble());
            const auto &p2 = values["P2"];
            const auto &r = values["R0_rect"];
            const auto &t = values["Tr_velo_to_cam"];
            QCOMPARE(p2.size(), std::size_t(12));
            const auto rect = poseFromMatrix({r[0], r[1], r[2], r[3], r[4], r[5], r[6], r[7], r[8]}, {});
            const auto velo = poseFromMatrix({t[0], t[1], t[2], t[4], t[5], t[6], t[8], t[9], t[10]}, {t[3], t[7], t[11]});
            const Pose rect_from_velo = composed(*rect, *velo);
            const model::Sensor &sensor = scene.sensors[1];
            const Camera left{
                LensModel::Pinhole, sensor.camera->width, sensor.camera->height, p2[0], p2[5], p2[2] + .5, p2[6] + .5, 0, {}};
            QVERIFY(left == *sensor.camera);
            const Vector3 shift{(p2[3] - p2[2] * p2[11]) / p2[0], (p2[7] - p2[6] * p2[11]) / p2[5], p2[11]};
            QFile labels(medium.path + QStringLiteral("/label_2/%1.txt").arg(stem));
            QVERIFY(labels.open(QIODevice::ReadOnly));
            for (const QByteArray &line : labels.readAll().split('\n')) {
                const auto w = line.simplified().split(' ');
                if (w.size() < 15 || w[0] == "DontCare")
                    continue;
                const auto d = [&w](int i) { return w[i].toDouble(); };
                const auto turned =
                    poseFromMatrix({std::cos(d(14)), 0, std::sin(d(14)), 0, 1, 0, -std::sin(d(14)), 0, std::cos(d(14))}, {});
                const auto axes = poseFromMatrix({1, 0, 0, 0, 0, -1, 0, 1, 0}, {});
                const Cuboid inRect{{d(11), d(12) - d(8) / 2, d(13)}, {d(10), d(9), d(8)}, composed(*turned, *axes).rotation, {}};
                const auto expected = projectedBounds(left, {{0, 0, 0, 1}, shift}, inRect);
                const Cuboid label = transformed(inverted(rect_from_velo), inRect, scene.labelFrame);
                const auto bounds = projectedBounds(
                    *sensor.camera, model::sensorFromLabel(scene, scene.frames[0], scene.frames[0].files[1]), label);
                QVERIFY(expected && bounds);
                QVERIFY(std::abs(expected->x - bounds->x) < 1e-6 && std::abs(expected->y - bounds->y) < 1e-6);
                QVERIFY(std::abs(expected->w - bounds->w) < 1e-6 && std::abs(expected->h - bounds->h) < 1e-6);
                if (d(1) > 0 || w[2].toInt() > 0)
                    continue;
                const double overlap = boxIou(*bounds, {d(4), d(5), d(6) - d(4), d(7) - d(5)});
                qInfo("%s %s: overlap with its own 2D box %.3f", qPrintable(stem), w[0].constData(), overlap);
                QVERIFY(overlap >= .7);
                cars += w[0] == "Car";
                // The sweep stands upright: what a person labels stands on the ground below the sensor.
                QVERIFY(label.centre[2] - label.size[2] / 2 < -.8);
                ++compared;
            }
        }
        QVERIFY(compared >= 3 && cars >= 1);
    }

    void theSamplesSweepsAreSequences()
    {
        PLUMBLINE_SAMPLE(scans, "lidar/kitti-odometry-scans");
        const auto found = SceneFactory().survey(scans, {}, {});
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(1));
        QCOMPARE(found->front().info.frames, std::int64_t(3));
        PLUMBLINE_SAMPLE(semantic, "lidar/semantickitti-mini");
        const auto mini = SceneFactory().survey(semantic, {}, {});
        QVERIFY_RESULT(mini);
        QCOMPARE(mini->front().name, QStringLiteral("sequences/00"));
        QCOMPARE(mini->front().info.scene->frames[0].files[0].path, QStringLiteral("velodyne/000000.bin"));
    }
};

QTEST_GUILESS_MAIN(TestKittiScenes)
#include "tst_kittiscenes.moc"
