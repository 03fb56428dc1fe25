// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/sceneparts.h"
#include "plugins/formats/segments/segmentsformat.h"
#include "plugins/formats/segments/segmentspoints.h"
#include "tests/support/samples.h"
#include "tests/support/sceneformats.h"
#include "tests/support/verify.h"

#include <QObject>
#include <QTest>

#include <numbers>

namespace plumbline::test {

namespace {

const segments::SegmentsFormat format;

Result<> read(const QString &path, MemoryDataset &into, extension::FormatOptions options = {})
{
    auto done = format.read({path, {}, std::move(options)}, into);
    markScenes(into);
    return done;
}

QString golden(const char *kind)
{
    return QStringLiteral(PLUMBLINE_SOURCE_DIR "/plugins/formats/segments/tests/golden/") + QLatin1String(kind);
}

model::Scene drive()
{
    return sceneOf(QStringLiteral("lidar"), {QStringLiteral("c/000000.pcd"), QStringLiteral("c/000001.pcd")});
}

QByteArray cuboid(const QByteArray &box, const QByteArray &rest = R"("id":1,"category_id":1)")
{
    return "{" + rest + R"(,"type":"cuboid",)" + box + "}";
}

const QByteArray good = cuboid(R"("position":{"x":1,"y":2,"z":3},"dimensions":{"x":4,"y":2,"z":1.5},"yaw":0.5)");

QByteArray sample(const QByteArray &label, const QByteArray &name = "a", const QByteArray &url = "a.pcd")
{
    return "{\"uuid\":\"u\",\"name\":\"" + name + "\",\"attributes\":{\"pcd\":{\"url\":\"" + url
           + "\"}},\"labels\":{\"ground-truth\":" + label + "}}";
}

QByteArray boxes(const QByteArray &list)
{
    return "{\"label_status\":\"LABELED\",\"attributes\":{\"annotations\":[" + list + "]}}";
}

QByteArray release(const QByteArray &samples, const QByteArray &task = "pointcloud-cuboid")
{
    return "{\"name\":\"v\",\"dataset\":{\"task_type\":\"" + task
           + "\",\"task_attributes\":{\"categories\":[{\"id\":1,\"name\":\"car\"}]},\"samples\":[" + samples + "]}}";
}

}  // namespace

class SegmentsTest final : public QObject
{
    Q_OBJECT

private slots:
    void goldenReleasesComeBack_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("known");
        QTest::addColumn<int>("labels");
        QTest::newRow("cuboids with their scene") << golden("cuboids") << true << 3;
        QTest::newRow("cuboids without") << golden("cuboids") << false << 3;
        QTest::newRow("points") << golden("points") << false << 1;
        QTest::newRow("lines") << golden("lines") << false << 1;
    }
    void goldenReleasesComeBack()
    {
        QFETCH(QString, path);
        QFETCH(bool, known);
        QFETCH(int, labels);
        MemoryDataset first;
        if (known)
            first.scenes[QStringLiteral("drive")] = drive();
        QVERIFY_RESULT(read(path, first));
        QCOMPARE(first.annotationCount(), labels);
        for (const Issue &issue : first.issues)
            QVERIFY2(issue.text.contains(QStringLiteral("never fetched")), qPrintable(issue.text));
        QCOMPARE(lossesOf(format, first), LossCounts());
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, first, out.path()));
        QCOMPARE(first.writtenAnnotations, labels);
        QCOMPARE(
            difference(fileJson(path + QStringLiteral("/release.json")), fileJson(out.filePath(QStringLiteral("release.json")))),
            QString());
        MemoryDataset second;
        second.scenes = first.scenes;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(sceneDifference(first, second), QString());
    }

    /// x is the length; positions are in the world, from which the pose of the sensor takes them into its frame.
    void conventions()
    {
        MemoryDataset data;
        data.scenes[QStringLiteral("drive")] = drive();
        QVERIFY_RESULT(read(golden("cuboids"), data));
        QVERIFY2(data.issueText().contains(QStringLiteral("2 clouds are named by addresses")), qPrintable(data.issueText()));
        const auto at = [&](std::size_t i) { return std::get<geometry::Cuboid>(data.arrived(i).geometry); };
        const auto isAt = [](const geometry::Cuboid &box, const std::array<double, 3> &expected) {
            return std::hypot(box.centre[0] - expected[0], box.centre[1] - expected[1], box.centre[2] - expected[2]) < 1e-9;
        };
        QVERIFY(isAt(at(0), {10, 2, .5}));
        QCOMPARE(at(0).size, (std::array<double, 3>{4.5, 2, 1.5}));
        QVERIFY(std::abs(geometry::yawOf(at(0).rotation) - 0.25) < 1e-12);
        // The sensor has turned left: what is 10 m ahead in the world is to its right.
        QVERIFY(isAt(at(1), {2, -10, .5}));
        QVERIFY(std::abs(geometry::yawOf(at(1).rotation) - (0.5 - std::numbers::pi / 2)) < 1e-9);
        // The quaternion counts, not the yaw: 0.6, 0.8 is a tilt of 73.7 degrees about y.
        const auto nose = geometry::rotated(at(2).rotation, {1, 0, 0});
        QVERIFY(std::abs(nose[2] + 2 * .6 * .8) < 1e-9);
        QCOMPARE(data.arrived(0).track, data.arrived(1).track);
        QVERIFY(data.arrived(2).track != data.arrived(1).track);
        QCOMPARE(data.arrived(1).frame->index, 1);
        QCOMPARE(data.arrived(0).attributes,
                 (model::Attributes{{QStringLiteral("parked"), true}, {QStringLiteral("lane"), 2.0}}));
        MemoryDataset points;
        QVERIFY_RESULT(read(golden("points"), points));
        const auto &labels = std::get<geometry::PointLabels>(points.arrived(0).geometry);
        QCOMPARE(labels.classes,
                 (std::vector<QString>{QStringLiteral("unlabeled"), QStringLiteral("car"), QStringLiteral("person")}));
        QCOMPARE(labels.classRuns, (std::vector<geometry::Run>{{0, 2}, {1, 3}, {2, 1}, {0, 1}, {2, 1}}));
        QCOMPARE(labels.instanceRuns, (std::vector<geometry::Run>{{0, 2}, {3, 3}, {4, 1}, {0, 1}, {4, 1}}));
    }

    /// Boxes and tracks of scenes that came from elsewhere, with the vehicle's way, come back in place.
    void anythingRoundTrips()
    {
        base::SeededRandom random(9);
        for (int round = 0; round < 20; ++round) {
            MemoryDataset data;
            model::Scene scene = drive();
            if (round % 2)
                for (std::size_t i = 0; i < 2; ++i)
                    scene.frames[i].world_from_ego = geometry::Pose{geometry::rotationFromYaw(random.uniform(-3, 3)),
                                                                    {random.uniform(-900, 900), random.uniform(-900, 900), 3}};
            if (round % 3 == 0) {
                scene.labelFrame.clear();
                scene.sensors[0].ego_from_sensor = {geometry::rotationFromYaw(0.3), {1, 2, 3}};
            }
            data.scenes[QStringLiteral("a/b")] = scene;
            for (int i = 0; i < 10; ++i) {
                geometry::Cuboid box{{random.uniform(-90, 90), random.uniform(-90, 90), random.uniform(-5, 5)},
                                     {random.uniform(.1, 12), random.uniform(.1, 4), random.uniform(.1, 4)},
                                     geometry::rotationFromYaw(random.uniform(-3.1, 3.1)),
                                     scene.labelFrame};
                if (i % 3 == 0)
                    box.rotation = geometry::composed({box.rotation, {}}, {{0.6, 0, 0, 0.8}, {}}).rotation;
                auto &label = data.add(QStringLiteral("a/b"), i % 2 ? QStringLiteral("car") : QStringLiteral("bus"), box);
                label.frame = model::FrameRef{scene.labelFrame, i / 5, i / 5 * 100'000, {1, 1'000'000}, {}};
                label.track = i % 5 == 4 ? TrackId{} : TrackId{Uuid::fromName("track", QByteArray::number(i % 5))};
                label.attributes[QStringLiteral("n")] = double(i);
            }
            markScenes(data);
            QCOMPARE(lossesOf(format, data), LossCounts());
            const QTemporaryDir out;
            QVERIFY_RESULT(writeFormat(format, data, out.path()));
            MemoryDataset again;
            again.scenes = data.scenes;
            QVERIFY_RESULT(read(out.path(), again));
            QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
            QCOMPARE(again.annotationCount(), 10);
            std::map<TrackId, TrackId> tracks;
            for (std::size_t i = 0; i < 10; ++i) {
                const auto &x = data.arrived(i);
                const auto &y = again.arrived(i);
                QVERIFY(extension::sameCuboid(std::get<geometry::Cuboid>(x.geometry), std::get<geometry::Cuboid>(y.geometry)));
                QCOMPARE(y.frame, x.frame);
                QCOMPARE(y.attributes, x.attributes);
                QCOMPARE(tracks.emplace(x.track, y.track).first->second, y.track);
                QCOMPARE(y.track.isNull(), x.track.isNull());
            }
        }
    }

    void pointsRoundTrip()
    {
        base::SeededRandom random(2);
        for (int round = 0; round < 30; ++round) {
            geometry::PointLabels labels;
            labels.classes = {QStringLiteral("unlabeled"), QStringLiteral("car"), QStringLiteral("bus")};
            labels.coordinateFrame = QStringLiteral("lidar");
            for (int i = 0; i < 20; ++i) {
                // An instance has one class.
                const auto instance = static_cast<std::uint32_t>(random.below(5));
                const std::uint32_t labelClass = instance == 0 ? 0 : 1 + instance % 2;
                const std::uint64_t count = 1 + random.below(9);
                const auto append = [count](std::vector<geometry::Run> &runs, std::uint32_t value) {
                    if (!runs.empty() && runs.back().value == value)
                        runs.back().count += count;
                    else
                        runs.push_back({value, count});
                };
                append(labels.classRuns, labelClass);
                append(labels.instanceRuns, instance);
            }
            const auto objects = segments::pointObjectsOf(labels);
            QVERIFY_RESULT(objects);
            std::map<std::uint32_t, QString> classes;
            for (const auto &[key, number] : objects->numbers)
                classes[number] = key.first;
            std::int64_t strangers = 0;
            const auto again = segments::pointLabelsFrom(objects->list, classes, labels.coordinateFrame, strangers);
            QVERIFY_RESULT(again);
            QCOMPARE(strangers, 0);
            QCOMPARE(again->instanceRuns, labels.instanceRuns);
            std::vector<QString> x;
            std::vector<QString> y;
            for (const auto &run : labels.classRuns)
                x.insert(x.end(), run.count, labels.classes[run.value]);
            for (const auto &run : again->classRuns)
                y.insert(y.end(), run.count, again->classes[run.value]);
            QCOMPARE(x, y);
        }
        geometry::PointLabels broken;
        broken.classes = {QStringLiteral("car")};
        broken.classRuns = {{0, 3}};
        broken.instanceRuns = {{1, 2}};
        QVERIFY_FAILS(segments::pointObjectsOf(broken), ErrorCode::Corrupt);
        broken.instanceRuns = {{1, 3}};
        broken.classRuns = {{9, 3}};
        QVERIFY_FAILS(segments::pointObjectsOf(broken), ErrorCode::Corrupt);
    }

    void editsAndLosses()
    {
        MemoryDataset data;
        data.scenes[QStringLiteral("drive")] = drive();
        QVERIFY_RESULT(read(golden("cuboids"), data));
        std::get<geometry::Cuboid>(data.annotations[0][0].geometry).centre[0] += 1;
        data.annotations[0][0].attributes.erase(QStringLiteral("lane"));
        auto &line = data.add(QStringLiteral("drive"), QStringLiteral("lane"),
                              geometry::Polyline3{{{0, 0, 0}, {1, 0, 0}}, QStringLiteral("lidar")});
        line.frame = data.arrived(0).frame;
        QCOMPARE(lossesOf(format, data), (LossCounts{{QStringLiteral("lines in space"), 1}}));
        QCOMPARE(lossesOf(format, data, {{QStringLiteral("task"), QStringLiteral("vector")}}),
                 (LossCounts{{QStringLiteral("cuboids"), 3}}));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        const Json written = fileJson(out.filePath(QStringLiteral("release.json")))["dataset"];
        const Json first = written["samples"][0]["labels"]["ground-truth"]["attributes"]["frames"][0]["annotations"][0];
        QCOMPARE(first["position"]["x"].get<double>(), 111.0);
        QVERIFY(!first["attributes"].contains("lane"));
        QCOMPARE(first["index"].get<int>(), 0);
        QCOMPARE(written["task_attributes"]["categories"].size(), std::size_t(3));
        QCOMPARE(written["task_attributes"]["categories"][2]["id"].get<int>(), 8);
        QVERIFY_FAILS(format.checkExport(data, {{}, {{QStringLiteral("task"), QStringLiteral("x")}}}),
                      ErrorCode::InvalidArgument);
    }

    void hostileFiles()
    {
        const QByteArray size = R"("dimensions":{"x":4,"y":2,"z":1.5},"yaw":0)";
        const std::vector<std::pair<QByteArray, const char *>> cases{
            {cuboid(R"("position":{"x":1,"y":2},)" + size), "position.z"},
            {cuboid(R"("position":{"x":1,"y":2,"z":1e300},)" + size), "centre"},
            {cuboid(R"("position":{"x":1,"y":2,"z":1e999},)" + size), ""},
            {cuboid(R"("position":{"x":1,"y":2,"z":3},"dimensions":{"x":0,"y":-2,"z":1},"yaw":0)"), "no size"},
            {cuboid(R"("position":{"x":1,"y":2,"z":3},"dimensions":{"x":1,"y":2,"z":1},"yaw":"0")"), "yaw"},
            {cuboid(R"("position":{"x":1,"y":2,"z":3},"dimensions":{"x":1,"y":2,"z":1},"yaw":1e300)"), "yaw"},
            {cuboid(
                 R"("position":{"x":1,"y":2,"z":3},"dimensions":{"x":1,"y":2,"z":1},"rotation":{"qx":0,"qy":0,"qz":0,"qw":0})"),
             "quaternion"},
            {cuboid(R"("position":{"x":1,"y":2,"z":3},)" + size, R"("id":1)"), "category_id"},
            {R"({"id":1,"category_id":1,"type":"polyline","points":[[1,2,3]]})", "two points"},
            {R"({"id":1,"category_id":1,"type":"polyline","points":[[1,2,3],[1,2]]})", "points[1]"},
            {"7", "position.x"},
        };
        for (const auto &[record, words] : cases) {
            const QTemporaryDir in;
            QVERIFY_RESULT(put(in.path(), QStringLiteral("r.json"), release(sample(boxes(good + "," + record + "," + good)))));
            MemoryDataset data;
            QVERIFY_RESULT(read(in.path(), data));
            QCOMPARE(data.annotationCount(), 2);
            QVERIFY2(data.issues.size() == 1, qPrintable(data.issueText()));
            QCOMPARE(data.issues[0].place, QStringLiteral("samples[0].annotations[1]"));
            QCOMPARE(data.issues[0].file, QStringLiteral("r.json"));
            QVERIFY2(data.issueText().contains(QLatin1String(words)), qPrintable(data.issueText()));
        }
        const QTemporaryDir in;
        const QByteArray points = R"({"attributes":{"annotations":[{"id":1,"category_id":1},{"id":0}],"point_annotations":)";
        const QByteArray flood = boxes(R"({"type":"polygon"},)" + good + QByteArray(",1").repeated(200'000));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("r.json"),
                           release(sample(boxes(good), "../../x", "../../../etc/passwd.pcd") + ",7,"
                                   + sample(points + "{\"url\":\"https://x\"}}}", "c") + "," + sample(points + "[1,-1]}}", "d")
                                   + "," + sample(points + "[1,99999999999]}}", "e") + "," + sample(points + "[1,9,0]}}", "f")
                                   + "," + sample(flood, "b") + "," + sample(boxes(good), "g").chopped(20))));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.filePath(QStringLiteral("r.json")), data));
        for (const char *words : {"leads out", "no object", "polygon", "not fetched", "point_annotations[1]", "not listed",
                                  "breaks off", "no id above 0"})
            QVERIFY2(data.issueText().contains(QLatin1String(words)), words);
        QVERIFY(data.issues.size() < 100);
        QCOMPARE(data.items[0].name, QStringLiteral("u"));
        QVERIFY(data.items[0].path.isEmpty());
        MemoryDataset other;
        QVERIFY_RESULT(
            read(in.filePath(QStringLiteral("r.json")), other, {{QStringLiteral("labelset"), QStringLiteral("mine")}}));
        QCOMPARE(other.annotationCount(), 0);
        MemoryDataset nothing;
        const QTemporaryDir none;
        QVERIFY_FAILS(read(none.path(), nothing), ErrorCode::Malformed);
    }

    void localCloudsAreFound()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(
            put(in.path(), QStringLiteral("r.json"), release(sample(boxes(good), "a", "https://example.com/x/a.pcd?sig=1"))));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("pointclouds/a.pcd"), "x"));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.items[0].path, in.filePath(QStringLiteral("pointclouds/a.pcd")));
    }

    void probes()
    {
        const auto of = [](const QString &path) { return format.probe(path).confidence; };
        QCOMPARE(of(golden("cuboids")), extension::ProbeResult::Certain);
        QCOMPARE(of(golden("points/release.json")), extension::ProbeResult::Certain);
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("r.json"), release("", "segmentation-bitmap")));
        QCOMPARE(of(in.path()), extension::ProbeResult::None);
        PLUMBLINE_SAMPLE(data, "annotations/datumaro");
        QCOMPARE(of(data + QStringLiteral("/coco_dataset/coco_instances")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/datumaro_dataset/legacy/annotations")), extension::ProbeResult::None);
    }

    void accidentsAreSurvived()
    {
        QVERIFY_RESULT(attackScenes(format,
                                    {{QStringLiteral("a.json"), bytesOf(golden("cuboids/release.json"))},
                                     {QStringLiteral("b.json"), bytesOf(golden("points/release.json"))},
                                     {QStringLiteral("c.json"), bytesOf(golden("lines/release.json"))}},
                                    {{QStringLiteral("drive"), drive()}}, 80));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::SegmentsTest)
#include "tst_segments.moc"
