// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/nuscenes/nuscenesbox.h"
#include "plugins/formats/nuscenes/nuscenesformat.h"
#include "tests/support/samples.h"
#include "tests/support/sceneformats.h"
#include "tests/support/verify.h"

#include <QObject>
#include <QTest>

#include <cstring>

namespace plumbline::test {

namespace {

/// With quotation marks for apostrophes.
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

const nuscenes::NuScenesFormat format;

Result<> read(const QString &path, MemoryDataset &into)
{
    auto done = format.read({path, {}, {}}, into);
    markScenes(into);
    return done;
}

geometry::Pose poseOf(const Json &rows)
{
    std::array<double, 9> r{};
    geometry::Vector3 t{};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            r[3 * i + j] = rows[i][j].get<double>();
        t[i] = rows[i][3].get<double>();
    }
    return geometry::poseFromMatrix(r, t).value();
}

/// The key frame that is among the samples, in the data set's own tables.
struct KeyFrame {
    model::Scene scene;
    std::map<QString, Json> tables;
    Json instances;

    static QString itemName() { return QStringLiteral("v1.0-mini/scene-0061"); }

    KeyFrame(const QString &folder, const QString &labelFrame)
    {
        // Python writes NaN, which is no JSON.
        const Json infos =
            base::parseJson(
                test::bytesOf(folder + QStringLiteral("/n015-2018-07-24-11-22-45+0800.infos.json")).replace("NaN", "null"))
                .value();
        const Json &info = infos["data_list"][0];
        const geometry::Pose ego_from_lidar = poseOf(info["lidar_points"]["lidar2ego"]);
        const geometry::Pose world_from_ego = poseOf(info["ego2global"]);
        instances = info["instances"];
        const QString sweep = QStringLiteral("samples/LIDAR_TOP/") + base::toQString(info["lidar_points"]["lidar_path"]);
        scene = sceneOf(QStringLiteral("LIDAR_TOP"), {sweep});
        scene.labelFrame = labelFrame;
        scene.sensors[0].ego_from_sensor = ego_from_lidar;
        scene.frames[0].world_from_ego = world_from_ego;
        scene.frames[0].microseconds = scene.frames[0].files[0].microseconds = 1532402927647951;
        tables[QStringLiteral("scene")] = Json::array({{{"token", "s"}, {"name", "scene-0061"}, {"nbr_samples", 1}}});
        // A time of another clock: only the file tells which frame it is.
        tables[QStringLiteral("sample")] = Json::array({{{"token", "k"}, {"scene_token", "s"}, {"timestamp", 5}}});
        tables[QStringLiteral("sample_data")] =
            Json::array({{{"token", "d"}, {"sample_token", "k"}, {"is_key_frame", true}, {"filename", sweep.toStdString()}},
                         {{"token", "e"}, {"sample_token", "x"}, {"is_key_frame", false}, {"filename", sweep.toStdString()}}});
        tables[QStringLiteral("category")] = Json::array({{{"token", "c"}, {"name", "human.pedestrian.adult"}}});
        tables[QStringLiteral("attribute")] =
            Json::array({{{"token", "a1"}, {"name", "pedestrian.standing"}}, {{"token", "a2"}, {"name", "cycle.with_rider"}}});
        tables[QStringLiteral("visibility")] = Json::array({{{"token", "4"}, {"level", "v80-100"}}});
        Json instanceTable = Json::array();
        Json boxes = Json::array();
        for (std::size_t i = 0; i < instances.size(); ++i) {
            const Json &b = instances[i]["bbox_3d"];
            geometry::Cuboid cuboid{{b[0].get<double>(), b[1].get<double>(), b[2].get<double>()},
                                    {b[3].get<double>(), b[4].get<double>(), b[5].get<double>()},
                                    geometry::rotationFromYaw(b[6].get<double>()),
                                    QStringLiteral("LIDAR_TOP")};
            const geometry::Cuboid global = geometry::transformed(geometry::composed(world_from_ego, ego_from_lidar), cuboid, {});
            const std::string number = std::to_string(i);
            instanceTable.push_back({{"token", "i" + number}, {"category_token", "c"}});
            boxes.push_back({{"token", "t" + number},
                             {"sample_token", "k"},
                             {"instance_token", "i" + number},
                             {"visibility_token", "4"},
                             {"attribute_tokens", Json::array({"a2", "a1"})},
                             {"translation", global.centre},
                             {"size", {cuboid.size[1], cuboid.size[0], cuboid.size[2]}},
                             {"rotation", {global.rotation[3], global.rotation[0], global.rotation[1], global.rotation[2]}},
                             {"prev", ""},
                             {"next", ""},
                             {"num_lidar_pts", instances[i]["num_lidar_pts"]},
                             {"num_radar_pts", 0}});
        }
        tables[QStringLiteral("instance")] = std::move(instanceTable);
        tables[QStringLiteral("sample_annotation")] = std::move(boxes);
    }

    [[nodiscard]] Result<> put(const QString &folder) const
    {
        for (const auto &[name, records] : tables)
            if (auto done = test::put(folder, QStringLiteral("v1.0-mini/%1.json").arg(name), base::toJsonText(records)); !done)
                return done;
        return {};
    }
};

/// Two samples of one object, from the schema page.
std::vector<std::pair<QString, QByteArray>> smallTables(const QByteArray &boxes)
{
    return {
        {QStringLiteral("v1.0-x/scene.json"), json("[{'token':'s','name':'one','nbr_samples':2,'log_token':'l'}]")},
        {QStringLiteral("v1.0-x/sample.json"),
         json("[{'token':'k1','scene_token':'s','timestamp':500000},{'token':'k0','scene_token':'s','timestamp':0}]")},
        {QStringLiteral("v1.0-x/category.json"), json("[{'token':'c','name':'vehicle.car','description':'d'}]")},
        {QStringLiteral("v1.0-x/instance.json"), json("[{'token':'i','category_token':'c'}]")},
        {QStringLiteral("v1.0-x/attribute.json"), json("[{'token':'a','name':'vehicle.moving'},{'token':'b','name':'flag'}]")},
        {QStringLiteral("v1.0-x/sample_annotation.json"), "[" + boxes + "]"}};
}

QByteArray box(const QByteArray &token, const QByteArray &sample, const QByteArray &shape = {})
{
    return json("{'token':'") + token + json("','sample_token':'") + sample
           + json("','instance_token':'i','visibility_token':'','attribute_tokens':['a','b'],")
           + (shape.isEmpty() ? json("'translation':[10,20,1],'size':[2,4.5,1.6],'rotation':[1,0,0,0]") : shape)
           + json(",'prev':'','next':'','num_lidar_pts':5,'num_radar_pts':1}");
}

Result<> putAll(const QTemporaryDir &folder, const std::vector<std::pair<QString, QByteArray>> &files)
{
    for (const auto &[name, content] : files)
        if (auto done = put(folder.path(), name, content); !done)
            return done;
    return {};
}

}  // namespace

class NuScenesTest final : public QObject
{
    Q_OBJECT

private slots:
    void boxesHoldTheirPoints_data()
    {
        QTest::addColumn<QString>("labelFrame");
        QTest::newRow("lidar") << QStringLiteral("LIDAR_TOP");
        QTest::newRow("ego") << QString();
    }
    void boxesHoldTheirPoints()
    {
        QFETCH(QString, labelFrame);
        PLUMBLINE_SAMPLE(folder, "lidar/nuscenes-sample");
        const KeyFrame key(folder, labelFrame);
        const QTemporaryDir in;
        QVERIFY_RESULT(key.put(in.path()));
        MemoryDataset data;
        data.scenes[KeyFrame::itemName()] = key.scene;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.annotationCount(), 69);
        const geometry::Pose lidar_from_label =
            geometry::composed(geometry::inverted(key.scene.sensors[0].ego_from_sensor), model::egoFromLabel(key.scene));
        const QByteArray sweep = bytesOf(folder + QLatin1Char('/') + QFileInfo(key.scene.frames[0].files[0].path).fileName());
        int exact = 0;
        for (std::size_t i = 0; i < 69; ++i) {
            const auto &label = data.annotations[0][i];
            const auto &said = std::get<geometry::Cuboid>(label.geometry);
            QCOMPARE(said.coordinateFrame, labelFrame);
            QCOMPARE(label.frame->pts, 1532402927647951);
            const geometry::Cuboid inLidar = geometry::transformed(lidar_from_label, said, {});
            int points = 0;
            for (qsizetype at = 0; at + 20 <= sweep.size(); at += 20) {
                float xyz[3];
                std::memcpy(xyz, sweep.constData() + at, sizeof xyz);
                points += geometry::contains(inLidar, {xyz[0], xyz[1], xyz[2]}) ? 1 : 0;
            }
            // The record keeps the heading alone, so that points near the faces of tilted boxes lie on either side.
            const int stated = key.instances[i]["num_lidar_pts"].get<int>();
            const int off = std::abs(points - stated);
            QVERIFY2(off <= std::max(2, stated / 10), qPrintable(QStringLiteral("box %1 is off by %2 points").arg(i).arg(off)));
            exact += off == 0 ? 1 : 0;
        }
        QVERIFY2(exact >= 60, qPrintable(QString::number(exact)));
        const model::Annotation &label = data.annotations[0][0];
        QCOMPARE(label.attributes, (model::Attributes{{QStringLiteral("visibility"), QStringLiteral("v80-100")},
                                                      {QStringLiteral("pedestrian"), QStringLiteral("standing")},
                                                      {QStringLiteral("cycle"), QStringLiteral("with_rider")}}));
        QVERIFY(format.checkExport(data, {{}, {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        for (const char *name : {"sample_annotation", "attribute", "visibility"}) {
            const QString table = QLatin1String(name);
            QCOMPARE(difference(key.tables.at(table), fileJson(out.path() + QStringLiteral("/v1.0-mini/%1.json").arg(table))),
                     QString());
        }
    }

    /// Cut tables: one sample of 126, whose boxes name neighbours that are not there.
    void lyftTablesRoundTrip()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/lyft-nuscenes-tables");
        MemoryDataset first;
        QVERIFY_RESULT(read(folder, first));
        QCOMPARE(first.itemCount(), 1);
        QCOMPARE(first.items[0].path, folder);
        QCOMPARE(first.annotationCount(), 4);
        QVERIFY(first.issueText(IssueSeverity::Problem).isEmpty());
        QVERIFY(first.issueText().contains(QStringLiteral("map's frame")));
        QCOMPARE(std::get<geometry::Cuboid>(first.arrived(0).geometry).coordinateFrame, nuscenes::globalFrame());
        QVERIFY(format.checkExport(first, {{}, {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, first, out.path()));
        for (const char *name : {"sample_annotation", "category", "attribute", "visibility", "scene"}) {
            const QString table = QStringLiteral("/v1.01-train/%1.json").arg(QLatin1String(name));
            QCOMPARE(difference(fileJson(folder + table), fileJson(out.path() + table)), QString());
        }
        // Instances tell what is there.
        const Json instances = fileJson(out.path() + QStringLiteral("/v1.01-train/instance.json"));
        const Json given = fileJson(folder + QStringLiteral("/v1.01-train/instance.json"));
        QCOMPARE(instances.size(), given.size());
        for (const Json &instance : instances) {
            QCOMPARE(instance["nbr_annotations"].get<int>(), 1);
            QVERIFY(std::any_of(given.begin(), given.end(), [&](const Json &other) {
                return other["token"] == instance["token"] && other["category_token"] == instance["category_token"];
            }));
        }
        MemoryDataset second;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(sceneDifference(first, second), QString());
    }

    /// Width, length, height; a quaternion that begins with w; global to label by the pose of the frame.
    void conventions()
    {
        const QTemporaryDir in;
        // Heading north in the map.
        const QByteArray north =
            json("'translation':[10,20,1],'size':[2,4.5,1.6],'rotation':[0.7071067811865476,0,0,0.7071067811865476]");
        QVERIFY_RESULT(putAll(in, smallTables(box("t0", "k0", north) + "," + box("t1", "k1", north))));
        MemoryDataset data;
        model::Scene scene = sceneOf(QStringLiteral("LIDAR_TOP"), {QStringLiteral("a.pcd.bin"), QStringLiteral("b.pcd.bin")});
        scene.frames[1].microseconds = scene.frames[1].files[0].microseconds = 500'000;
        scene.frames[0].world_from_ego = geometry::Pose{{0, 0, 0, 1}, {10, 15, 0}};
        // Half a second later, five metres on and turned to the left by a quarter.
        scene.frames[1].world_from_ego = geometry::Pose{geometry::rotationFromYaw(1.5707963267948966), {10, 20, 0}};
        data.scenes[QStringLiteral("v1.0-x/one")] = scene;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        const auto &before = std::get<geometry::Cuboid>(data.arrived(0).geometry);
        const auto &after = std::get<geometry::Cuboid>(data.arrived(1).geometry);
        QCOMPARE(before.size, (std::array<double, 3>{4.5, 2, 1.6}));
        const auto near = [](double a, double b) { return std::abs(a - b) < 1e-9; };
        QVERIFY(near(before.centre[0], 0) && near(before.centre[1], 5) && near(before.centre[2], 1));
        QVERIFY(near(geometry::yawOf(before.rotation), 1.5707963267948966));
        QVERIFY(near(after.centre[0], 0) && near(after.centre[1], 0) && near(geometry::yawOf(after.rotation), 0));
        QCOMPARE(data.arrived(0).track, data.arrived(1).track);
        QCOMPARE(data.arrived(1).frame->index, 1);
        QCOMPARE(data.arrived(0).attributes,
                 (model::Attributes{{QStringLiteral("vehicle"), QStringLiteral("moving")}, {QStringLiteral("flag"), true}}));
        // What was counted in the box no longer holds when it has moved; neighbours are linked.
        std::get<geometry::Cuboid>(data.annotations[0][0].geometry).centre[0] += 1;
        data.annotations[0][0].attributes[QStringLiteral("speed")] = 3.0;
        data.annotations[0][0].attributes[QStringLiteral("visibility")] = QStringLiteral("v0-40");
        QCOMPARE(lossesOf(format, data), (LossCounts{{QStringLiteral("attributes that are neither a choice nor a yes"), 1}}));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        const Json written = fileJson(out.filePath(QStringLiteral("v1.0-x/sample_annotation.json")));
        QVERIFY(near(written[0]["translation"][0].get<double>(), 11) && near(written[0]["size"][0].get<double>(), 2));
        QCOMPARE(written[0]["num_lidar_pts"].get<int>(), -1);
        QCOMPARE(written[1]["num_lidar_pts"].get<int>(), 5);
        QVERIFY(written[0]["next"] == written[1]["token"]);
        QVERIFY(written[1]["prev"] == written[0]["token"]);
        const Json instance = fileJson(out.filePath(QStringLiteral("v1.0-x/instance.json")));
        QCOMPARE(instance[0]["nbr_annotations"].get<int>(), 2);
        MemoryDataset again;
        again.scenes = data.scenes;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.arrived(0).attributes.at(QStringLiteral("visibility")), model::AttributeValue(QStringLiteral("v0-40")));
        QVERIFY(geometry::differenceOf(std::get<geometry::Cuboid>(again.arrived(0).geometry),
                                       std::get<geometry::Cuboid>(data.arrived(0).geometry))
                    .centreMetres
                < 1e-9);
    }

    void ownLabelsGetTokens()
    {
        MemoryDataset data;
        const QString name = QStringLiteral("drive");
        geometry::Cuboid cuboid{{1, 2, 0}, {4, 2, 1.5}, {0, 0, 0, 1}, QStringLiteral("lidar")};
        for (int i = 0; i < 2; ++i) {
            model::Annotation &label = data.add(name, QStringLiteral("car"), cuboid);
            label.frame = model::FrameRef{QStringLiteral("lidar"), i, i * 100'000, {1, 1'000'000}, {}};
            label.track = TrackId{Uuid::fromName("track", "1")};
        }
        data.add(name, QStringLiteral("car"), cuboid).frame =
            model::FrameRef{QStringLiteral("lidar"), 2, 200'000, {1, 1'000'000}, {}};
        model::Scene scene =
            sceneOf(QStringLiteral("lidar"), {QStringLiteral("0.pcd"), QStringLiteral("1.pcd"), QStringLiteral("2.pcd")});
        for (std::size_t i = 0; i < 2; ++i)
            scene.frames[i].world_from_ego = geometry::Pose{{0, 0, 0, 1}, {double(i), 0, 0}};
        data.scenes[name] = scene;
        markScenes(data);
        // The third frame has no pose.
        QCOMPARE(lossesOf(format, data), (LossCounts{{QStringLiteral("cuboids"), 1}}));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        QCOMPARE(data.writtenAnnotations, 2);
        MemoryDataset again;
        again.scenes[QStringLiteral("v1.0/drive")] = scene;
        QVERIFY_RESULT(read(out.path(), again));
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
        QCOMPARE(again.annotationCount(), 2);
        QCOMPARE(again.arrived(0).track, again.arrived(1).track);
        QVERIFY(extension::sameCuboid(std::get<geometry::Cuboid>(again.arrived(1).geometry), cuboid));
        QCOMPARE(again.arrived(1).frame->index, 1);
        QCOMPARE(again.classNameOf(again.arrived(0)), QStringLiteral("car"));
    }

    void hostileRecords()
    {
        const std::vector<std::pair<QByteArray, const char *>> cases{
            {box("t", "k0", json("'translation':[1,2,null],'size':[2,4,1],'rotation':[1,0,0,0]")), "translation"},
            {box("t", "k0", json("'translation':[1,2,3e300],'size':[2,4,1],'rotation':[1,0,0,0]")), "centre"},
            {box("t", "k0", json("'translation':[1,2,3],'size':[2,0,1],'rotation':[1,0,0,0]")), "no size"},
            {box("t", "k0", json("'translation':[1,2,3],'size':[2,4],'rotation':[1,0,0,0]")), "size"},
            {box("t", "k0", json("'translation':[1,2,3],'size':[2,4,1],'rotation':[0,0,0,0]")), "rotation"},
            {box("t", "nowhere"), "sample"},
            {"7", "no object"},
        };
        for (const auto &[record, words] : cases) {
            const QTemporaryDir in;
            QVERIFY_RESULT(putAll(in, smallTables(box("t0", "k0") + "," + record + "," + box("t1", "k1"))));
            MemoryDataset data;
            QVERIFY_RESULT(read(in.path(), data));
            QCOMPARE(data.annotationCount(), 2);
            const QString text = data.issueText(IssueSeverity::Problem);
            QVERIFY2(text.contains(QStringLiteral("[1]")) && text.contains(QLatin1String(words)), qPrintable(text));
        }
        // A frame that the scene does not have.
        const QTemporaryDir in;
        QVERIFY_RESULT(putAll(in, smallTables(box("t0", "k0") + "," + box("t1", "k1"))));
        MemoryDataset data;
        data.scenes[QStringLiteral("v1.0-x/one")] = sceneOf(QStringLiteral("LIDAR_TOP"), {QStringLiteral("a.pcd.bin")});
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 1);
        QVERIFY(data.issueText().contains(QStringLiteral("no frame of its time")));
        // A flood of broken records, and tables that are none.
        QVERIFY_RESULT(putAll(in, smallTables(box("t0", "k0") + QByteArray(",1").repeated(1'000'000))));
        MemoryDataset flood;
        QVERIFY_RESULT(read(in.path(), flood));
        QCOMPARE(flood.annotationCount(), 1);
        QVERIFY(flood.issues.size() < 100);
        QVERIFY_RESULT(put(in.path(), QStringLiteral("v1.0-x/sample_annotation.json"), "{}"));
        MemoryDataset nothing;
        QVERIFY_FAILS(read(in.path(), nothing), ErrorCode::Malformed);
        QVERIFY_FAILS(read(in.filePath(QStringLiteral("no")), nothing), ErrorCode::NotFound);
    }

    void probes()
    {
        PLUMBLINE_SAMPLE(data, "lidar");
        const auto of = [](const QString &path) { return format.probe(path).confidence; };
        QCOMPARE(of(data + QStringLiteral("/lyft-nuscenes-tables")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/lyft-nuscenes-tables/v1.01-train")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/nuscenes-sample")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/sustech-sequence/example")), extension::ProbeResult::None);
    }

    void accidentsAreSurvived()
    {
        model::Scene scene = sceneOf(QStringLiteral("LIDAR_TOP"), {QStringLiteral("a.pcd.bin"), QStringLiteral("b.pcd.bin")});
        scene.frames[0].world_from_ego = geometry::Pose{{0, 0, 0, 1}, {10, 15, 0}};
        scene.frames[1].microseconds = 500'000;
        QVERIFY_RESULT(attackScenes(format, smallTables(box("t0", "k0") + "," + box("t1", "k1")),
                                    {{QStringLiteral("v1.0-x/one"), scene}}, 100));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::NuScenesTest)
#include "tst_nuscenesformat.moc"
