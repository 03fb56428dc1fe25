// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/model/codec.h"
#include "plugins/media/pointcloud/argoversetables.h"
#include "plugins/media/pointcloud/scenenumbers.h"
#include "plugins/media/pointcloud/sustechcalibration.h"
#include "plugins/media/pointcloud/tests/scenefiles.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>

using namespace plumbline;
using namespace plumbline::pointcloud;
using test::apart;
using test::hasIssue;

/// Lone clouds, sequences, SUSTechPOINTS and Argoverse 2.
class TestSceneLayouts : public QObject
{
    Q_OBJECT

private slots:
    void aCloudIsASceneOfOneSweep()
    {
        test::SceneFiles files;
        files.pcd(QStringLiteral("scan.pcd"));
        const auto found = files.survey(QStringLiteral("scan.pcd"));
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(1));
        const extension::FoundMedium &medium = found->front();
        const model::Scene &scene = *medium.info.scene;
        QCOMPARE(medium.name, QStringLiteral("scan.pcd"));
        QCOMPARE(medium.bytes, QFileInfo(medium.path).size());
        QCOMPARE(scene.convention, QStringLiteral("cloud"));
        QCOMPARE(scene.labelFrame, QStringLiteral("lidar"));
        QCOMPARE(scene.sensors.size(), std::size_t(1));
        QCOMPARE(scene.frames.size(), std::size_t(1));
        QCOMPARE(scene.frames[0].files[0].path, QStringLiteral("scan.pcd"));
        QVERIFY(medium.contentSha256 == *base::sha256OfFile(medium.path));
        const auto source = SceneFactory().open(medium.path, {});
        QVERIFY_RESULT(source);
        QVERIFY(*(*source)->info().scene == scene);
        QCOMPARE((*source)->info().frames, std::int64_t(1));
        // A folder of one is that cloud, found file by file.
        QVERIFY_RESULT(files.survey());
        QVERIFY(files.survey()->empty());
    }

    void whatOnlyANameSpeaksForIsNotSure()
    {
        test::SceneFiles files;
        const auto sureness = [&](const QString &name, const QByteArray &content) {
            files.write(name, content);
            return SceneFactory().probe(files.path(name), content).confidence;
        };
        QCOMPARE(sureness(QStringLiteral("a.txt"), "0 .5 .5 .1 .1\n"), extension::ProbeResult::Low);
        QCOMPARE(sureness(QStringLiteral("a.csv"), "x,y,z,i\n1,2,3,4\n"), extension::ProbeResult::Medium);
        QCOMPARE(sureness(QStringLiteral("a.png"), "\x89PNG\r\n\x1a\n"), extension::ProbeResult::None);
        QCOMPARE(sureness(QStringLiteral("a.json"), "{\"a\": 1}"), extension::ProbeResult::None);
        files.sweep(QStringLiteral("a.bin"));
        QFile sweep(files.path(QStringLiteral("a.bin")));
        QVERIFY(sweep.open(QIODevice::ReadOnly));
        const QByteArray points = sweep.readAll();
        QCOMPARE(SceneFactory().probe(sweep.fileName(), points).confidence, extension::ProbeResult::Medium);
        QCOMPARE(sureness(QStringLiteral("b.bin"), points + "more"), extension::ProbeResult::Low);
        QCOMPARE(sureness(QStringLiteral("labels.bin"), QByteArray(4096, '\1')), extension::ProbeResult::Low);
        QCOMPARE(SceneFactory().probe(files.path(), {}).confidence, extension::ProbeResult::None);
        QCOMPARE(SceneFactory().probe(files.path(QStringLiteral("nowhere")), {}).confidence, extension::ProbeResult::None);
    }

    void numberedCloudsAreASequence_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<int>("frames");  // 0 = no sequence
        const auto row = [](const char *name, const char *names, int frames) {
            QTest::newRow(name) << QString::fromLatin1(names).split(QLatin1Char(' ')) << frames;
        };
        row("counted", "000003.pcd 000004.pcd 000005.pcd", 3);
        row("every fifth", "s_10.pcd s_15.pcd s_20.pcd", 3);
        row("by number, not by name", "s9.pcd s10.pcd s11.pcd", 3);
        row("a gap", "1.pcd 2.pcd 4.pcd", 0);
        row("names", "bunny.pcd chef.pcd", 0);
        row("two series", "a1.pcd b2.pcd", 0);
        row("dates", "frame_20121214T142255.814212.pcd frame_20121214T142256.068683.pcd", 2);
        row("microseconds", "1532402927647951.pcd 1532402928147847.pcd", 2);
        row("two sensors", "a_1532402927647951.pcd b_1532402928147847.pcd", 0);
        row("days apart", "20121214T142255.pcd 20121216T142255.pcd", 0);
        row("one", "000001.pcd", 0);
        row("two kinds", "000001.pcd 000002.ply", 0);
        row("pictures among them", "000001.pcd 000002.pcd 000002.png", 0);
        row("digits without end", "99999999999999999999999.pcd 99999999999999999999998.pcd", 0);
    }
    void numberedCloudsAreASequence()
    {
        QFETCH(QStringList, names);
        QFETCH(int, frames);
        test::SceneFiles files;
        for (int i = 0; i < names.size(); ++i)
            files.pcd(names[i], i);
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QCOMPARE(found->empty(), frames == 0);
        if (frames == 0)
            return;
        const model::Scene &scene = *found->front().info.scene;
        QCOMPARE(int(scene.frames.size()), frames);
        for (int i = 0; i < frames; ++i)
            QCOMPARE(scene.frames[std::size_t(i)].files[0].path, names[i]);
    }

    void namesTellTimes()
    {
        const auto time = [](const char *stem) { return microsecondsOfName(QString::fromLatin1(stem)).value_or(-1); };
        QCOMPARE(time("1532402927"), std::int64_t(1532402927000000));
        QCOMPARE(time("1532402927.6479"), std::int64_t(1532402927647900));
        QCOMPARE(time("1532402927647"), std::int64_t(1532402927647000));
        QCOMPARE(time("n015__LIDAR_TOP__1532402927647951"), std::int64_t(1532402927647951));
        QCOMPARE(time("315966265259836000"), std::int64_t(315966265259836));
        QCOMPARE(time("20121214T142255.814212"), std::int64_t(1355494975814212));
        QCOMPARE(time("000001"), std::int64_t(-1));
        QCOMPARE(time("0000000001"), std::int64_t(-1));
        QCOMPARE(time("20121314T142255"), std::int64_t(-1));
        QCOMPARE(microsecondsOfDate("1970-01-01 00:00:01.5").value_or(-1), std::int64_t(1500000));
        QVERIFY(!microsecondsOfDate("1970-13-01 00:00:01"));
        QVERIFY(!rounded(1e19) && !rounded(std::nan("")) && rounded(-1.6) == -2);
    }

    void sceneFoldersKeepLooseCloudsAndTellOfPictures()
    {
        test::SceneFiles files;
        for (int i = 0; i < 3; ++i)
            files.pcd(QStringLiteral("run/%1.pcd").arg(i), i);
        files.pcd(QStringLiteral("alone.pcd"), 9);
        files.picture(QStringLiteral("note.png"), 8, 8);
        files.write(QStringLiteral("labels.txt"), "0 .5 .5 .1 .1\n");
        QVERIFY(QFile::link(files.path(QStringLiteral("run")), files.path(QStringLiteral("again"))));
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(2));
        QCOMPARE((*found)[0].name, QStringLiteral("run"));
        QCOMPARE((*found)[1].name, QStringLiteral("alone.pcd"));
        QVERIFY(hasIssue((*found)[0].info.issues, {}, QStringLiteral("1 pictures")));
        // The hash is of the frame table and the first sweep.
        const model::Scene &scene = *(*found)[0].info.scene;
        const auto sweep = base::sha256OfFile(files.path(QStringLiteral("run/0.pcd")));
        QVERIFY((*found)[0].contentSha256 == base::sha256(model::encode(scene) + sweep->toBytes()));
    }

    void sustechHasItsCameras()
    {
        test::SceneFiles files;
        for (int i = 0; i < 3; ++i)
            files.pcd(QStringLiteral("s/lidar/%1.pcd").arg(i * 5, 6, 10, QLatin1Char('0')), i);
        files.picture(QStringLiteral("s/camera/front/000005.jpg"), 64, 32);
        files.picture(QStringLiteral("s/camera/rear/000005.jpg"), 64, 32);
        files.write(QStringLiteral("s/calib/camera/front.json"), "{\"extrinsic\": [0, -1, 0, 0.1, 0, 0, -1, 0, 1, 0, 0, 0, 0, 0, "
                                                                 "0, 1], \"intrinsic\": [70, 0, 32, 0, 70, 16, 0, 0, 1]}");
        files.write(QStringLiteral("s/calib/camera/rear.json"), "{\"extrinsic\": [0, 0], \"intrinsic\": []}");
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(1));
        const model::Scene &scene = *found->front().info.scene;
        QCOMPARE(scene.convention, QStringLiteral("sustech"));
        QCOMPARE(scene.sensors.size(), std::size_t(3));
        QCOMPARE(scene.frames.size(), std::size_t(3));
        QCOMPARE(scene.frames[1].files.size(), std::size_t(3));
        const model::SensorFile *front = model::fileOf(scene.frames[1], 1);
        QVERIFY(front);
        const auto pixel = geometry::projected(
            *scene.sensors[1].camera, geometry::transformed(model::sensorFromLabel(scene, scene.frames[1], *front), {10, 1, 2}));
        QVERIFY(pixel);
        QVERIFY(std::abs(pixel->x - (32.5 + 70 * -.9 / 10)) < 1e-9 && std::abs(pixel->y - (16.5 - 14)) < 1e-9);
        QVERIFY(!scene.sensors[2].camera);
        QVERIFY(hasIssue(found->front().info.issues, QStringLiteral("rear.json")));
    }

    void hostileSustechCalibrationsAreRefused()
    {
        const QSize size(64, 32);
        for (const char *text :
             {"", "{}", "[]", "null", "{\"extrinsic\": {}, \"intrinsic\": 1}",
              "{\"extrinsic\": [1,0,0,0,0,1,0,0,0,0,0,0,0,0,0,1], \"intrinsic\": [70,0,32,0,70,16,0,0,1]}",
              "{\"extrinsic\": [1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1], \"intrinsic\": [0,0,32,0,70,16,0,0,1]}",
              "{\"extrinsic\": [1,0,0,0,0,1,0,0,0,0,1,\"a\",0,0,0,1], \"intrinsic\": [70,0,32,0,70,16,0,0,1]}",
              "{\"extrinsic\": [1,0,0,1e999,0,1,0,0,0,0,1,0,0,0,0,1], \"intrinsic\": [70,0,32,0,70,16,0,0,1]}"})
            QVERIFY2(!readSustechCamera(text, size), text);
        QVERIFY(!readSustechCamera(QByteArray(1 << 20, '['), size));
        QVERIFY(readSustechCamera("{\"extrinsic\": [1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1], \"intrinsic\": [70,0,32,0,70,16,0,0,1]}",
                                  size));
    }

    void argoverseLogsFollowTheirPoses()
    {
        test::SceneFiles files;
        files.pcd(QStringLiteral("lidar/315966265100000000.pcd"), 1);
        files.pcd(QStringLiteral("lidar/315966265200000000.pcd"), 2);
        files.picture(QStringLiteral("sensors/cameras/ring_front/315966265110000000.jpg"), 64, 32);
        files.write(QStringLiteral("city_SE3_egovehicle.csv"),
                    "timestamp_ns,qw,qx,qy,qz,tx_m,ty_m,tz_m\n315966265090000000,1,0,0,0,9,0,0\n"
                    "315966265110000000,1,0,0,0,11,0,0\nbroken\n315966265200000000,1,0,0,0,20,0,0\n");
        files.write(QStringLiteral("calibration_egovehicle_SE3_sensor.csv"),
                    "sensor_name,qw,qx,qy,qz,tx_m,ty_m,tz_m\nring_front,0.5,-0.5,0.5,-0.5,1,0,0\n");
        files.write(QStringLiteral("calibration_intrinsics.csv"),
                    "sensor_name,fx_px,fy_px,cx_px,cy_px,k1,k2,k3,height_px,width_px\nring_front,70,70,32,16,0,0,0,32,64\n");
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        const model::Scene &scene = *found->front().info.scene;
        QCOMPARE(scene.convention, QStringLiteral("argoverse2"));
        QVERIFY(hasIssue(found->front().info.issues, QStringLiteral("city_SE3_egovehicle.csv")));
        QCOMPARE(scene.frames.size(), std::size_t(2));
        QVERIFY(apart(scene.frames[0].world_from_ego->translation, {10, 0, 0}) < 1e-6);
        QCOMPARE(scene.frames[0].files.size(), std::size_t(2));
        // The picture was taken a metre later: what stands still is a metre nearer than in the sweep.
        const auto pixel = geometry::projected(
            *scene.sensors[1].camera,
            geometry::transformed(model::sensorFromLabel(scene, scene.frames[0], scene.frames[0].files[1]), {12, 1, 0}));
        QVERIFY(pixel);
        QVERIFY(std::abs(pixel->x - (32.5 - 70. / 10)) < 1e-6);
    }

    void hostileArgoverseTablesCostLines()
    {
        IssueList issues;
        QVERIFY(readArgoversePoses("timestamp_ns,qw\n1,1\n", QStringLiteral("p"), issues).empty());
        QCOMPARE(issues.count(), std::int64_t(1));
        const auto poses = readArgoversePoses("timestamp_ns,qw,qx,qy,qz,tx_m,ty_m,tz_m\n9223372036854775807,1,0,0,0,1,1,1\n"
                                              "-9223372036854775808,1,0,0,0,0,0,0\n5,0,0,0,0,0,0,0\n6,1,0,0,0,nan,0,0\n7,1\n",
                                              QStringLiteral("p"), issues);
        QCOMPARE(poses.size(), std::size_t(2));
        QVERIFY(!poseAt(poses, 0));
        QCOMPARE(issues.count(), std::int64_t(5));
    }

    void samplesOpen()
    {
        PLUMBLINE_SAMPLE(sustech, "lidar/sustech-sequence");
        const auto sequence = SceneFactory().survey(sustech, {}, {});
        QVERIFY_RESULT(sequence);
        QCOMPARE(sequence->front().info.frames, std::int64_t(4));
        QCOMPARE(sequence->front().info.scene->sensors.size(), std::size_t(4));
        QVERIFY(!test::hasProblem(sequence->front().info.issues));
        PLUMBLINE_SAMPLE(argoverse, "lidar/av2-log-7fab2350");
        const auto log = SceneFactory().survey(argoverse, {}, {});
        QVERIFY_RESULT(log);
        QVERIFY(log->front().info.issues.empty());
        const model::Scene &scene = *log->front().info.scene;
        QCOMPARE(scene.frames.size(), std::size_t(2));
        QVERIFY(scene.frames[0].world_from_ego && scene.frames[1].world_from_ego);
        // A tenth of a second apart: a car goes metres, not hundreds.
        QVERIFY(apart(scene.frames[0].world_from_ego->translation, scene.frames[1].world_from_ego->translation) < 4);
        PLUMBLINE_SAMPLE(clouds, "lidar/pcd-formats");
        const auto loose = SceneFactory().survey(clouds, {}, {});
        QVERIFY_RESULT(loose);
        QCOMPARE(loose->front().name, QStringLiteral("grabber_sequence"));
        QCOMPARE(loose->front().info.frames, std::int64_t(3));
        QCOMPARE(loose->size(), std::size_t(14));
    }
};

QTEST_GUILESS_MAIN(TestSceneLayouts)
#include "tst_scenelayouts.moc"
