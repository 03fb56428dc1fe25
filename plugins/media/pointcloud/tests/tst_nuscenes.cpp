// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/cuboids.h"
#include "core/geometry/overlap.h"
#include "plugins/media/pointcloud/nuscenestables.h"
#include "plugins/media/pointcloud/tests/scenefiles.h"
#include "tests/support/samples.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>

using namespace plumbline;
using namespace plumbline::pointcloud;
using namespace plumbline::geometry;
using test::hasIssue;

namespace {

/// Tables as Json lists, written as files.
struct Tables {
    Json sensor = Json::array();
    Json calibrated_sensor = Json::array();
    Json scene = Json::array();
    Json sample = Json::array();
    Json sample_data = Json::array();
    Json ego_pose = Json::array();

    void write(const test::SceneFiles &files) const
    {
        const auto one = [&files](const char *name, const Json &table) {
            files.write(QStringLiteral("v1.0-mini/%1.json").arg(QLatin1String(name)), base::toJsonText(table));
        };
        one("sensor", sensor);
        one("calibrated_sensor", calibrated_sensor);
        one("scene", scene);
        one("sample", sample);
        one("sample_data", sample_data);
        one("ego_pose", ego_pose);
    }
    static void place(Json &record, const Pose &pose)
    {
        const auto &q = pose.rotation;
        record["rotation"] = {q[3], q[0], q[1], q[2]};
        record["translation"] = pose.translation;
    }
    void addSensor(const std::string &channel, const char *modality, const Pose &pose, const Json &intrinsic = Json::array())
    {
        sensor.push_back({{"token", "s" + channel}, {"channel", channel}, {"modality", modality}});
        Json record = {{"token", "c" + channel}, {"sensor_token", "s" + channel}, {"camera_intrinsic", intrinsic}};
        place(record, pose);
        calibrated_sensor.push_back(record);
    }
    void addData(const std::string &sampleToken, const std::string &channel, const std::string &file, std::int64_t time,
                 const Pose &pose, int width = 0, int height = 0)
    {
        const std::string token = "d" + std::to_string(sample_data.size());
        sample_data.push_back({{"token", token},
                               {"sample_token", sampleToken},
                               {"ego_pose_token", "p" + token},
                               {"calibrated_sensor_token", "c" + channel},
                               {"timestamp", time},
                               {"is_key_frame", true},
                               {"filename", file},
                               {"width", width},
                               {"height", height}});
        Json record = {{"token", "p" + token}, {"timestamp", time}};
        place(record, pose);
        ego_pose.push_back(record);
    }
};

std::array<double, 9> rotationOf(const Json &rows)
{
    std::array<double, 9> r{};
    for (std::size_t i = 0; i < 9; ++i)
        r[i] = rows[i / 3][i % 3].get<double>();
    return r;
}

Pose poseOf(const Json &rows)
{
    const auto pose =
        poseFromMatrix(rotationOf(rows), {rows[0][3].get<double>(), rows[1][3].get<double>(), rows[2][3].get<double>()});
    return pose.value_or(Pose());
}

Tables twoSamples(const test::SceneFiles &files)
{
    Tables tables;
    tables.addSensor("LIDAR_TOP", "lidar", {rotationFromYaw(-1.5707963267948966), {1, 0, 1.8}});
    tables.addSensor("CAM_FRONT", "camera", {{-.5, .5, -.5, .5}, {1.7, 0, 1.5}}, {{70, 0, 32}, {0, 70, 16}, {0, 0, 1}});
    tables.addSensor("RADAR_FRONT", "radar", {{0, 0, 0, 1}, {3, 0, .5}});
    tables.scene.push_back({{"token", "S"}, {"name", "scene-0001"}, {"first_sample_token", "a"}});
    tables.scene.push_back({{"token", "T"}, {"name", "scene-0002"}});
    for (const auto &[token, scene, time] :
         {std::tuple("a", "S", 1000000), std::tuple("b", "S", 1500000), std::tuple("c", "T", 9000000)})
        tables.sample.push_back({{"token", token}, {"scene_token", scene}, {"timestamp", time}});
    int number = 0;
    for (const auto &[token, time] : {std::pair("b", 1500000), std::pair("a", 1000000), std::pair("c", 9000000)}) {
        const std::string n = std::to_string(++number);
        const Pose ego{{0, 0, 0, 1}, {double(time) / 1e5, 0, 0}};
        tables.addData(token, "LIDAR_TOP", "samples/LIDAR_TOP/" + n + ".pcd.bin", time + 100, ego);
        tables.addData(token, "CAM_FRONT", "samples/CAM_FRONT/" + n + ".jpg", time - 20000,
                       {{0, 0, 0, 1}, {double(time) / 1e5 - .2, 0, 0}}, 64, 32);
        tables.addData(token, "RADAR_FRONT", "samples/RADAR_FRONT/" + n + ".pcd", time, ego);
        files.sweep(QStringLiteral("samples/LIDAR_TOP/%1.pcd.bin").arg(number), number, 5);
        files.picture(QStringLiteral("samples/CAM_FRONT/%1.jpg").arg(number), 64, 32);
        files.pcd(QStringLiteral("samples/RADAR_FRONT/%1.pcd").arg(number), number);
    }
    Json sweep = tables.sample_data[0];
    sweep["is_key_frame"] = false;
    sweep["token"] = "between";
    tables.sample_data.push_back(sweep);
    return tables;
}

}  // namespace

class TestNuScenes : public QObject
{
    Q_OBJECT

private slots:
    void eachSceneIsAnItemOfItsKeyFrames()
    {
        test::SceneFiles files;
        twoSamples(files).write(files);
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(2));
        QCOMPARE((*found)[0].name, QStringLiteral("v1.0-mini/scene-0001"));
        QVERIFY((*found)[0].info.issues.empty());
        const model::Scene &scene = *(*found)[0].info.scene;
        QCOMPARE(scene.convention, QStringLiteral("nuscenes"));
        QCOMPARE(scene.labelFrame, QString());
        QCOMPARE(scene.sensors.size(), std::size_t(3));
        QCOMPARE(scene.frames.size(), std::size_t(2));
        QCOMPARE(scene.frames[0].microseconds, std::int64_t(1000100));
        QCOMPARE(scene.frames[0].files.size(), std::size_t(3));
        QVERIFY(scene.sensors[std::size_t(sensorIndex(scene, "RADAR_FRONT"))].kind == model::SensorKind::Radar);
        // The camera looked .02 s, .2 m earlier: a still point is .2 m further away than the sweep says.
        const std::int32_t front = sensorIndex(scene, "CAM_FRONT");
        const auto pixel = projected(
            *scene.sensors[std::size_t(front)].camera,
            transformed(model::sensorFromLabel(scene, scene.frames[0], *model::fileOf(scene.frames[0], front)), {11.5, 1, 1.5}));
        QVERIFY(pixel);
        QVERIFY(std::abs(pixel->x - (32.5 - 70. / 10)) < 1e-9 && std::abs(pixel->y - 16.5) < 1e-9);
        QVERIFY((*found)[0].contentSha256 != (*found)[1].contentSha256);
        // The folder alone says what it is, without reading the tables.
        const auto source = SceneFactory().open(files.path(), {});
        QVERIFY_RESULT(source);
        QCOMPARE((*source)->info().format, QStringLiteral("nuscenes"));
        QVERIFY(!(*source)->info().scene);
    }

    void whatIsMissingIsToldAndLeftOut()
    {
        test::SceneFiles files;
        Tables tables = twoSamples(files);
        QVERIFY(QFile::remove(files.path(QStringLiteral("samples/RADAR_FRONT/2.pcd"))));
        tables.ego_pose.erase(0);
        tables.calibrated_sensor[1]["camera_intrinsic"] = {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}};
        tables.sample_data[4]["filename"] = "../outside.jpg";
        tables.write(files);
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        const extension::MediaInfo &info = (*found)[0].info;
        QVERIFY(hasIssue(info.issues, QStringLiteral("2.pcd"), QStringLiteral("2 of scene"))
                || hasIssue(info.issues, QStringLiteral("outside.jpg")));
        QVERIFY(hasIssue(info.issues, QStringLiteral("calibrated_sensor.json"), QStringLiteral("CAM_FRONT")));
        QVERIFY(hasIssue(info.issues, {}, QStringLiteral("1 of 2 sweeps have no pose")));
        QCOMPARE(info.scene->frames.size(), std::size_t(2));
        QCOMPARE(info.scene->frames[0].files.size(), std::size_t(1));
        QVERIFY(!info.scene->sensors[std::size_t(sensorIndex(*info.scene, "CAM_FRONT"))].camera);
    }

    void brokenRecordsCostThemselves()
    {
        IssueList issues;
        std::vector<QByteArray> tokens;
        const auto take = [&tokens](const TableRecord &record) { tokens.push_back(record.text("token")); };
        readTable("[{\"token\": \"a\", \"n\": [[1, 2], [3]], \"o\": {\"token\": \"x\"}}, {\"token\" \"b\"}, 7, {\"token\": "
                  "\"c\"}, {\"tok",
                  QStringLiteral("t"), issues, take);
        QCOMPARE(tokens, (std::vector<QByteArray>{"a", "c"}));
        QVERIFY(issues.count() >= 3);
        tokens.clear();
        readTable("[{\"token\": \"a\", \"deep\": " + QByteArray(500000, '[') + QByteArray(500000, ']') + "}, {\"token\": \"b\"}]",
                  QStringLiteral("t"), issues, take);
        QCOMPARE(tokens, std::vector<QByteArray>{"b"});
        readTable("{}", QStringLiteral("t"), issues, take);
        readTable("", QStringLiteral("t"), issues, take);
        readTable("[{\"token\": \"\xff\"}]", QStringLiteral("t"), issues, take);
        QCOMPARE(tokens.size(), std::size_t(1));
        readTable("[{\"n\": [[1, 2], [3]], \"n2\": 4}]", QStringLiteral("t"), issues, [](const TableRecord &record) {
            QCOMPARE(record.numbers("n"), (std::vector<double>{1, 2, 3}));
            QCOMPARE(record.numbers("n2"), std::vector<double>{4});
        });
        readTable("[{\"n\": [0e74, -0.0E-9, 1e-7, -1532402927647951, 0.5720320396729045, 1e999]}]", QStringLiteral("t"), issues,
                  [](const TableRecord &record) {
                      const auto &n = record.numbers("n");
                      QCOMPARE(n.size(), std::size_t(6));
                      QVERIFY(n[0] == 0 && n[1] == 0 && n[2] == 1e-7 && n[3] == -1532402927647951. && n[4] == 0.5720320396729045);
                      QVERIFY(std::isnan(n[5]));
                  });
    }

    void hostileTablesEndInWords()
    {
        for (const char *text : {"", "[]", "{", "[{}]", "[null, true, \"a\"]", "[{\"token\": 7}]", "[[[[[["}) {
            test::SceneFiles files;
            Tables tables = twoSamples(files);
            for (const char *table : {"sensor", "calibrated_sensor", "scene", "sample", "sample_data", "ego_pose"}) {
                tables.write(files);
                files.write(QStringLiteral("v1.0-mini/%1.json").arg(QLatin1String(table)), text);
                const auto found = files.survey();
                if (!found)
                    QVERIFY(!found.error().text.isEmpty());
                else
                    for (const extension::FoundMedium &medium : *found)
                        QCOMPARE(model::whyInvalid(*medium.info.scene), QString());
            }
        }
    }

    // The tables of the sample's key frame are rebuilt from its record; its boxes must land where its own 2D boxes are.
    void theSamplesBoxesHitThePictures()
    {
        PLUMBLINE_SAMPLE(sample, "lidar/nuscenes-sample");
        const QDir source(sample);
        QFile file(source.filePath(source.entryList({QStringLiteral("*.infos.json")}).value(0)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto json = base::parseJson(file.readAll().replace("NaN", "null"));
        QVERIFY_RESULT(json);
        const Json &record = (*json)["data_list"][0];
        test::SceneFiles files;
        Tables tables;
        tables.scene.push_back({{"token", "S"}, {"name", "key frame"}});
        const auto time = [](const Json &entry) { return std::llround(entry["timestamp"].get<double>() * 1e6); };
        tables.sample.push_back({{"token", "a"}, {"scene_token", "S"}, {"timestamp", time(record)}});
        const Pose world_from_ego = poseOf(record["ego2global"]);
        const Pose ego_from_lidar = poseOf(record["lidar_points"]["lidar2ego"]);
        const auto take = [&](const std::string &channel, const std::string &name) {
            const QString target =
                QStringLiteral("samples/%1/%2").arg(QString::fromStdString(channel), QString::fromStdString(name));
            QDir().mkpath(QFileInfo(files.path(target)).path());
            if (!QFile::copy(source.filePath(QString::fromStdString(name)), files.path(target)))
                qFatal("cannot copy %s", name.c_str());
            return target.toStdString();
        };
        tables.addSensor("LIDAR_TOP", "lidar", ego_from_lidar);
        tables.addData("a", "LIDAR_TOP", take("LIDAR_TOP", record["lidar_points"]["lidar_path"].get<std::string>()), time(record),
                       world_from_ego);
        for (const auto &[channel, image] : record["images"].items()) {
            const Pose ego_from_cam = poseOf(image["cam2ego"]);
            // Where the vehicle was at the exposure: what the record's camera_from_lidar leaves.
            const Pose world_then = composed(composed(world_from_ego, ego_from_lidar),
                                             composed(inverted(poseOf(image["lidar2cam"])), inverted(ego_from_cam)));
            tables.addSensor(channel, "camera", ego_from_cam, image["cam2img"]);
            tables.addData("a", channel, take(channel, image["img_path"].get<std::string>()), time(image), world_then, 1600, 900);
        }
        tables.write(files);
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        QCOMPARE(found->size(), std::size_t(1));
        QVERIFY(found->front().info.issues.empty());
        const model::Scene &scene = *found->front().info.scene;
        QCOMPARE(scene.sensors.size(), std::size_t(7));
        int compared = 0;
        for (const auto &[channel, boxes] : record["cam_instances"].items()) {
            const std::int32_t index = sensorIndex(scene, channel.c_str());
            const Pose camera_from_label = model::sensorFromLabel(scene, scene.frames[0], *model::fileOf(scene.frames[0], index));
            std::vector<Box> projectedBoxes;
            for (const Json &instance : record["instances"]) {
                std::array<double, 7> b{};
                for (std::size_t i = 0; i < 7; ++i)
                    b[i] = instance["bbox_3d"][i].get<double>();
                const Cuboid inLidar{{b[0], b[1], b[2]}, {b[3], b[4], b[5]}, rotationFromYaw(b[6]), {}};
                // The centre by the record's own matrices, where (0, 0) is the centre of the first pixel.
                const Json &image = record["images"][channel];
                const Vector3 inCamera = geometry::transformed(poseOf(image["lidar2cam"]), inLidar.centre);
                const auto k = rotationOf(image["cam2img"]);
                const auto centre =
                    projected(*scene.sensors[std::size_t(index)].camera,
                              geometry::transformed(camera_from_label, geometry::transformed(ego_from_lidar, inLidar.centre)));
                QCOMPARE(centre.has_value(), inCamera[2] > 1e-3);
                if (centre && inCamera[2] > 1) {
                    QVERIFY(std::abs(centre->x - .5 - (k[0] * inCamera[0] / inCamera[2] + k[2])) < 1e-3);
                    QVERIFY(std::abs(centre->y - .5 - (k[4] * inCamera[1] / inCamera[2] + k[5])) < 1e-3);
                }
                if (const auto bounds = projectedBounds(*scene.sensors[std::size_t(index)].camera, camera_from_label,
                                                        geometry::transformed(ego_from_lidar, inLidar, {})))
                    projectedBoxes.push_back(*bounds);
            }
            for (const Json &box : boxes) {
                const auto n = [&box](std::size_t i) { return box["bbox"][i].get<double>(); };
                const Box own{n(0), n(1), n(2) - n(0), n(3) - n(1)};
                double best = 0;
                for (const Box &candidate : projectedBoxes)
                    best = std::max(best, boxIou(own, candidate));
                // The record's boxes lie level in the LiDAR's frame, those behind the 2D boxes on the ground.
                QVERIFY2(best > .8, qPrintable(QStringLiteral("%1: %2").arg(QString::fromStdString(channel)).arg(best)));
                ++compared;
            }
        }
        qInfo("%d boxes in 6 pictures", compared);
        QVERIFY(compared > 60);
    }

    // Real tables without their files; a few are put in their place.
    void theSamplesTablesOpen()
    {
        PLUMBLINE_SAMPLE(sample, "lidar/lyft-nuscenes-tables");
        QVERIFY_FAILS(SceneFactory().survey(sample, {}, {}), ErrorCode::NotFound);
        test::SceneFiles files;
        for (const QString &name : QDir(sample + QStringLiteral("/v1.01-train")).entryList(QDir::Files)) {
            QFile table(sample + QStringLiteral("/v1.01-train/") + name);
            QVERIFY(table.open(QIODevice::ReadOnly));
            files.write(QStringLiteral("v1.01-train/") + name, table.readAll());
        }
        QFile data(sample + QStringLiteral("/v1.01-train/sample_data.json"));
        QVERIFY(data.open(QIODevice::ReadOnly));
        const auto json = base::parseJson(data.readAll());
        QVERIFY_RESULT(json);
        int written = 0;
        for (const Json &record : *json)
            if (const QString name = base::toQString(record["filename"]); name.endsWith(QLatin1String(".bin"))) {
                files.sweep(name, ++written, 5);
            }
        const auto found = files.survey();
        QVERIFY_RESULT(found);
        const model::Scene &scene = *found->front().info.scene;
        QCOMPARE(int(scene.frames[0].files.size()), written);
        QVERIFY(hasIssue(found->front().info.issues, QStringLiteral(".jpeg"), QStringLiteral("left out")));
        QVERIFY(scene.frames[0].microseconds > 1556675185000000);
    }

private:
    static std::int32_t sensorIndex(const model::Scene &scene, const char *name)
    {
        for (std::size_t i = 0; i < scene.sensors.size(); ++i)
            if (scene.sensors[i].name == QLatin1String(name))
                return std::int32_t(i);
        return -1;
    }
};

QTEST_GUILESS_MAIN(TestNuScenes)
#include "tst_nuscenes.moc"
