// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/survey.h"
#include "plugins/media/pointcloud/tests/scenefiles.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>

using namespace plumbline;
using namespace plumbline::pointcloud;
using test::apart;
using test::hasIssue;

namespace {

const QByteArray trackingCalibration =
    "P0: 700 0 600 0 0 700 180 0 0 0 1 0\nP2: 700 0 600 42 0 700 180 0 0 0 1 0\nP3: 700 0 600 -336 0 700 180 0 0 0 1 0\n"
    "R_rect 1 0 0 0 1 0 0 0 1\nTr_velo_cam 0 -1 0 .1 0 0 -1 -.2 1 0 0 -.3\nTr_imu_velo 1 0 0 -.8 0 1 0 .3 0 0 1 -.8\n";

QByteArray oxts(double latitude, double longitude, double yaw)
{
    return QByteArray::number(latitude, 'f', 9) + ' ' + QByteArray::number(longitude, 'f', 9) + " 100 0 0 "
           + QByteArray::number(yaw, 'f', 9) + QByteArray(" 0").repeated(24) + '\n';
}

QByteArray relatedImage(const QByteArray &extrinsics, const QByteArray &device = "front")
{
    return R"({"name":"a.png","meta":{"deviceId":")" + device + R"(","sensorsData":{"extrinsicMatrix":[)" + extrinsics
           + R"(],"intrinsicMatrix":[700,0,32,0,700,16,0,0,1]}}})";
}

const QByteArray front = "0,-1,0,0.1,0,0,-1,-0.2,1,0,0,-0.3";

const extension::FoundMedium *named(const std::vector<extension::FoundMedium> &found, const char *name)
{
    for (const auto &medium : found)
        if (medium.name == QLatin1String(name))
            return &medium;
    return nullptr;
}

}  // namespace

class TestLabelScenes : public QObject
{
    Q_OBJECT

private slots:
    /// Two sequences; of the first a sweep was not recorded. Poses go by the line of the frame's number.
    void kittiTrackingHasAnItemForEachSequence()
    {
        test::SceneFiles files;
        for (int i : {0, 1, 3})
            files.sweep(QStringLiteral("training/velodyne/0000/%1.bin").arg(i, 6, 10, QLatin1Char('0')), i);
        for (int i : {0, 1, 2, 3})
            files.picture(QStringLiteral("training/image_02/0000/%1.png").arg(i, 6, 10, QLatin1Char('0')), 64, 32);
        files.sweep(QStringLiteral("training/velodyne/0001/000000.bin"), 9);
        files.write(QStringLiteral("training/calib/0000.txt"), trackingCalibration);
        const double metre = 1 / 111'319.49;
        files.write(QStringLiteral("training/oxts/0000.txt"),
                    oxts(0, 8, 0) + oxts(0, 8 + metre, 0) + "nonsense\n" + oxts(0, 8 + 3 * metre, 1.5707963267948966));
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(2));
        const auto *first = named(*found, "training/0000");
        QVERIFY(first && named(*found, "training/0001"));
        QCOMPARE(first->path, files.path(QStringLiteral("training")));
        const model::Scene &scene = *first->info.scene;
        QCOMPARE(scene.convention, QStringLiteral("kitti-tracking"));
        QCOMPARE(scene.labelFrame, QStringLiteral("velodyne"));
        QCOMPARE(scene.frames.size(), std::size_t(3));
        QCOMPARE(scene.frames[2].files[0].path, QStringLiteral("velodyne/0000/000003.bin"));
        QCOMPARE(scene.frames[2].files[1].path, QStringLiteral("image_02/0000/000003.png"));
        QVERIFY(hasIssue(first->info.issues, QStringLiteral("oxts/0000.txt"), QStringLiteral("1 lines")));
        QVERIFY(hasIssue(named(*found, "training/0001")->info.issues, QString(), QString())
                || named(*found, "training/0001")->info.issues.empty());
        // Camera 2: 6 cm beside camera 0, whose axes are right, down and forward.
        const model::Sensor &camera = scene.sensors[1];
        QCOMPARE(camera.name, QStringLiteral("image_02"));
        QVERIFY(camera.camera && std::abs(camera.camera->cx - 600.5) < 1e-9);
        QVERIFY(apart(camera.ego_from_sensor.translation, {.3, .1 + .06, -.2}) < 1e-9);
        const auto forward = geometry::rotated(camera.ego_from_sensor.rotation, {0, 0, 1});
        QVERIFY(apart(forward, {1, 0, 0}) < 1e-9);
        QCOMPARE(scene.extra["kitti"]["rect_from_velo"].size(), std::size_t(7));
        // One metre east between the first two sweeps; the last has turned left.
        QVERIFY(scene.frames[0].world_from_ego && scene.frames[1].world_from_ego && scene.frames[2].world_from_ego);
        const auto &from = scene.frames[0].world_from_ego->translation;
        const auto &to = scene.frames[1].world_from_ego->translation;
        QVERIFY2(std::abs(apart(from, to) - 1) < 1e-3, qPrintable(QString::number(apart(from, to))));
        QVERIFY(std::abs(geometry::yawOf(scene.frames[2].world_from_ego->rotation) - std::acos(0.)) < 1e-6);
    }

    void brokenTrackingIsTold()
    {
        test::SceneFiles files;
        files.sweep(QStringLiteral("velodyne/0000/000000.bin"));
        files.picture(QStringLiteral("image_02/0000/000000.png"), 64, 32);
        files.write(QStringLiteral("calib/0000.txt"), "P2: 0 0 0\nR_rect nan\nTr_velo_cam 1e999\n");
        files.write(QStringLiteral("oxts/0000.txt"), oxts(0, 8, 0));
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(1));
        QVERIFY(hasIssue(found->front().info.issues, QStringLiteral("oxts/0000.txt"), QStringLiteral("Tr_imu_velo")));
        QVERIFY(hasIssue(found->front().info.issues, QStringLiteral("calib/0000.txt")));
        QVERIFY(!found->front().info.scene->sensors[1].camera);
    }

    /// The map gives the order; a camera is known by its device and looks where its matrix says.
    void superviselyEpisodesFollowTheirMap()
    {
        test::SceneFiles files;
        for (const char *name : {"a", "b", "c"})
            files.pcd(QStringLiteral("p/drive/pointcloud/%1.pcd").arg(QLatin1String(name)), name[0]);
        files.write(QStringLiteral("p/meta.json"), "{}");
        files.write(QStringLiteral("p/drive/frame_pointcloud_map.json"),
                    R"({"1":"a.pcd","0":"b.pcd","5":"../../x.pcd","6":"b.pcd","y":7})");
        for (const char *name : {"a", "b"}) {
            const QString below = QStringLiteral("p/drive/related_images/%1_pcd/").arg(QLatin1String(name));
            files.picture(below + QStringLiteral("x.png"), 64, 32);
            files.write(below + QStringLiteral("x.png.json"), relatedImage(front));
        }
        const auto found = files.survey(QStringLiteral("p"));
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(1));
        QCOMPARE(found->front().name, QStringLiteral("drive"));
        const model::Scene &scene = *found->front().info.scene;
        QCOMPARE(scene.convention, QStringLiteral("supervisely-episode"));
        QCOMPARE(scene.frames.size(), std::size_t(3));
        QCOMPARE(scene.frames[0].files[0].path, QStringLiteral("pointcloud/b.pcd"));
        QCOMPARE(scene.frames[1].files[0].path, QStringLiteral("pointcloud/a.pcd"));
        QCOMPARE(scene.frames[2].files[0].path, QStringLiteral("pointcloud/c.pcd"));
        QCOMPARE(scene.sensors.size(), std::size_t(2));
        QCOMPARE(scene.sensors[1].name, QStringLiteral("front"));
        QVERIFY(scene.sensors[1].camera && std::abs(scene.sensors[1].camera->cx - 32.5) < 1e-9);
        QVERIFY(apart(scene.sensors[1].ego_from_sensor.translation, {.3, .1, -.2}) < 1e-9);
        QCOMPARE(scene.frames[1].files[1].path, QStringLiteral("related_images/a_pcd/x.png"));
        QVERIFY(hasIssue(found->front().info.issues, QStringLiteral("frame_pointcloud_map.json"), QStringLiteral("2 frames")));
    }

    void superviselyCloudsAreItems()
    {
        test::SceneFiles files;
        files.pcd(QStringLiteral("ds0/pointcloud/a.pcd"), 1);
        files.pcd(QStringLiteral("ds0/pointcloud/b.pcd"), 2);
        files.write(QStringLiteral("ds0/ann/a.pcd.json"), "{}");
        files.picture(QStringLiteral("ds0/related_images/a_pcd/x.png"), 64, 32);
        files.write(QStringLiteral("ds0/related_images/a_pcd/x.png.json"), relatedImage("0,0,0,0,0,0,0,0,0,0,0,0", ""));
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(2));
        const auto *first = named(*found, "ds0/a.pcd");
        QVERIFY(first && named(*found, "ds0/b.pcd"));
        QCOMPARE(first->info.scene->sensors[1].name, QStringLiteral("camera_0"));
        QVERIFY(!first->info.scene->sensors[1].camera);
        QVERIFY(hasIssue(first->info.issues, QStringLiteral("x.png.json")));
    }

    void theSampleOpens()
    {
        PLUMBLINE_SAMPLE(folder, "annotations/datumaro/sly_pointcloud_dataset");
        const auto found = SceneFactory().survey(folder, {}, {});
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(2));
        QVERIFY(named(*found, "ds0/frame1.pcd") && named(*found, "ds0/frame2.pcd"));
        QCOMPARE(found->front().info.scene->convention, QStringLiteral("supervisely-clouds"));
    }
};

QTEST_GUILESS_MAIN(TestLabelScenes)
#include "tst_labelscenes.moc"
