// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/eulerangles.h"
#include "plugins/formats/supervisely/superviselyformat.h"
#include "plugins/formats/supervisely/superviselyobject.h"
#include "tests/support/samples.h"
#include "tests/support/sceneformats.h"
#include "tests/support/verify.h"

#include <QObject>
#include <QTest>

#include <numbers>

namespace plumbline::test {

namespace {

const supervisely::SuperviselyFormat format;

Result<> read(const QString &path, MemoryDataset &into)
{
    auto done = format.read({path, {}, {}}, into);
    markScenes(into);
    return done;
}

QString golden(const char *project)
{
    return QStringLiteral(PLUMBLINE_SOURCE_DIR "/plugins/formats/supervisely/tests/golden/") + QLatin1String(project);
}

model::Scene drive()
{
    return sceneOf(QStringLiteral("lidar"), {QStringLiteral("pointcloud/s_b.pcd"), QStringLiteral("pointcloud/s_a.pcd"),
                                             QStringLiteral("pointcloud/s_c.pcd")});
}

QByteArray figure(const QByteArray &geometry, const QByteArray &rest = R"("objectKey":"o","geometryType":"cuboid_3d")")
{
    return R"({"key":"f",)" + rest + ",\"geometry\":{" + geometry + "}}";
}

const QByteArray place = R"("position":{"x":1,"y":2,"z":3})";
const QByteArray turned = R"("rotation":{"x":0,"y":0,"z":0})";
const QByteArray size = R"("dimensions":{"x":2,"y":4,"z":1.5})";
const QByteArray good = figure(place + "," + turned + "," + size);
const QByteArray object = R"({"key":"o","classTitle":"car","tags":[]})";

QByteArray cloud(const QByteArray &figures, const QByteArray &objects = object)
{
    return R"({"key":"k","objects":[)" + objects + R"(],"figures":[)" + figures + "]}";
}

QByteArray episode(const QByteArray &frames)
{
    return R"({"key":"k","objects":[)" + object + R"(],"framesCount":9,"frames":[)" + frames + "]}";
}

const QByteArray meta = R"({"classes":[{"title":"car","shape":"cuboid_3d"}],"tags":[],"projectType":"point_clouds"})";

}  // namespace

class SuperviselyTest final : public QObject
{
    Q_OBJECT

private slots:
    void goldenProjectsComeBack_data()
    {
        QTest::addColumn<bool>("known");
        QTest::addColumn<QString>("project");
        QTest::addColumn<int>("labels");
        QTest::newRow("episodes with their scene") << true << golden("episodes") << 4;
        QTest::newRow("episodes without") << false << golden("episodes") << 4;
        QTest::newRow("clouds") << false << golden("clouds") << 1;
    }
    void goldenProjectsComeBack()
    {
        QFETCH(bool, known);
        QFETCH(QString, project);
        QFETCH(int, labels);
        MemoryDataset first;
        if (known)
            first.scenes[QStringLiteral("drive")] = drive();
        QVERIFY_RESULT(read(project, first));
        QVERIFY2(first.issues.empty(), qPrintable(first.issueText()));
        QCOMPARE(first.annotationCount(), labels);
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, first, out.path()));
        QCOMPARE(first.writtenAnnotations, labels);
        int files = 0;
        for (QDirIterator it(project, QDir::Files, QDirIterator::Subdirectories); it.hasNext(); ++files) {
            const QString name = QDir(project).relativeFilePath(it.next());
            const QString found = difference(fileJson(it.filePath()), fileJson(out.filePath(name)), name);
            QVERIFY2(found.isEmpty(), qPrintable(found));
        }
        QVERIFY(files == 4);
        MemoryDataset second;
        second.scenes = first.scenes;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(sceneDifference(first, second), QString());
    }

    void sampleRoundTrips()
    {
        PLUMBLINE_SAMPLE(folder, "annotations/datumaro/sly_pointcloud_dataset");
        MemoryDataset first;
        QVERIFY_RESULT(read(folder, first));
        QVERIFY2(first.issues.empty(), qPrintable(first.issueText()));
        QCOMPARE(first.annotationCount(), 3);
        QCOMPARE(first.items[0].name, QStringLiteral("ds0/frame1.pcd"));
        QCOMPARE(lossesOf(format, first), LossCounts());
        QCOMPARE(first.arrived(0).attributes, (model::Attributes{{QStringLiteral("tag3"), QStringLiteral("4s")},
                                                                 {QStringLiteral("tag1"), QStringLiteral("fd")}}));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, first, out.path()));
        for (const char *name : {"/meta.json", "/key_id_map.json"})
            QCOMPARE(difference(fileJson(folder + QLatin1String(name)), fileJson(out.path() + QLatin1String(name))), QString());
        // Objects that no figure of a cloud names are not written with it.
        for (const char *name : {"/ds0/ann/frame1.pcd.json", "/ds0/ann/frame2.pcd.json"}) {
            const Json was = fileJson(folder + QLatin1String(name));
            const Json is = fileJson(out.path() + QLatin1String(name));
            QCOMPARE(difference(was["figures"], is["figures"]), QString());
            QCOMPARE(difference(was["tags"], is["tags"]), QString());
            for (const Json &kept : is["objects"])
                QVERIFY(std::any_of(was["objects"].begin(), was["objects"].end(),
                                    [&](const Json &given) { return difference(given, kept).isEmpty(); }));
        }
        MemoryDataset second;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(sceneDifference(first, second), QString());
    }

    /// Without rotation a box faces +y; its x is the width and its y the length; angles turn about z last.
    void conventions()
    {
        MemoryDataset data;
        data.scenes[QStringLiteral("drive")] = drive();
        QVERIFY_RESULT(read(golden("episodes"), data));
        const auto &first = std::get<geometry::Cuboid>(data.arrived(0).geometry);
        QCOMPARE(first.centre, (std::array<double, 3>{10, 2, -1}));
        QCOMPARE(first.size, (std::array<double, 3>{4.5, 2, 1.5}));
        QVERIFY(std::abs(geometry::yawOf(first.rotation) - std::numbers::pi / 2) < 1e-12);
        const auto &person = std::get<geometry::Cuboid>(data.arrived(1).geometry);
        QVERIFY(std::abs(geometry::yawOf(person.rotation) - (1.5 + std::numbers::pi / 2)) < 1e-12);
        // The corner at the front left on top of the tilted box, by the matrices themselves.
        const auto &tilted = std::get<geometry::Cuboid>(data.arrived(3).geometry);
        const auto corner = geometry::transformed({tilted.rotation, {}}, {2.25, 1, 0.75});
        const double x = 0.0625, y = 0.125, z = -0.25;
        const double a[3] = {-1, 2.25 * std::cos(x) - .75 * std::sin(x), 2.25 * std::sin(x) + .75 * std::cos(x)};
        const double b[3] = {a[0] * std::cos(y) + a[2] * std::sin(y), a[1], -a[0] * std::sin(y) + a[2] * std::cos(y)};
        const double c[3] = {b[0] * std::cos(z) - b[1] * std::sin(z), b[0] * std::sin(z) + b[1] * std::cos(z), b[2]};
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY2(std::abs(corner[i] - c[i]) < 1e-12, qPrintable(QString::number(i)));
        // One object is one track; the map says which sweep a frame is; tags hold where their range says.
        QCOMPARE(data.arrived(0).track, data.arrived(2).track);
        QVERIFY(data.arrived(0).track != data.arrived(1).track);
        QCOMPARE(data.arrived(2).frame->index, 1);
        QCOMPARE(data.arrived(2).attributes, (model::Attributes{{QStringLiteral("parked"), true}}));
        QCOMPARE(data.arrived(3).attributes, (model::Attributes{{QStringLiteral("speed"), 3.5}}));
    }

    /// Boxes of any rotation and answers of any frames come back.
    void anythingRoundTrips()
    {
        base::SeededRandom random(11);
        for (int round = 0; round < 20; ++round) {
            MemoryDataset data;
            const bool sequence = round % 2;
            if (sequence)
                data.scenes[QStringLiteral("a/b")] = drive();
            for (int i = 0; i < 12; ++i) {
                const geometry::Vector3 angles{random.uniform(-3, 3), random.uniform(-1.5, 1.5), random.uniform(-3, 3)};
                auto &label = data.add(sequence ? QStringLiteral("a/b") : QStringLiteral("ds/%1.pcd").arg(i % 3),
                                       i % 4 > 1 ? QStringLiteral("car") : QStringLiteral("van"),
                                       geometry::Cuboid{{random.uniform(-90, 90), random.uniform(-90, 90), random.uniform(-5, 5)},
                                                        {random.uniform(.1, 12), random.uniform(.1, 4), random.uniform(.1, 4)},
                                                        geometry::rotationFromEuler(angles, geometry::EulerOrder::Xyz),
                                                        QStringLiteral("lidar")});
                label.frame = model::FrameRef{
                    QStringLiteral("lidar"), sequence ? i / 4 : 0, sequence ? i / 4 * 100'000 : 0, {1, 1'000'000}, {}};
                if (sequence)
                    label.track = TrackId{Uuid::fromName("track", QByteArray::number(i % 4))};
                if (random.below(2))
                    label.attributes[QStringLiteral("moving")] = true;
                if (random.below(2))
                    label.attributes[QStringLiteral("lane")] = double(random.below(2));
                if (random.below(2))
                    label.attributes[QStringLiteral("say")] = QStringLiteral("ü");
            }
            markScenes(data);
            QCOMPARE(lossesOf(format, data), LossCounts());
            const QTemporaryDir out;
            QVERIFY_RESULT(writeFormat(format, data, out.path()));
            MemoryDataset again;
            if (sequence)
                again.scenes[QStringLiteral("a_b")] = drive();
            QVERIFY_RESULT(read(out.path(), again));
            QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
            QCOMPARE(again.annotationCount(), data.annotationCount());
            // Frames are listed in order, labels of a frame as they came.
            std::vector<std::size_t> order(data.arrival.size());
            for (std::size_t i = 0; i < order.size(); ++i)
                order[i] = i;
            std::stable_sort(order.begin(), order.end(),
                             [&](std::size_t a, std::size_t b) { return data.arrival[a].first < data.arrival[b].first; });
            std::map<TrackId, TrackId> tracks;
            for (std::size_t i = 0; i < order.size(); ++i) {
                const auto &x = data.arrived(order[i]);
                const auto &y = again.arrived(i);
                QVERIFY(extension::sameCuboid(std::get<geometry::Cuboid>(x.geometry), std::get<geometry::Cuboid>(y.geometry)));
                QCOMPARE(y.attributes, x.attributes);
                QCOMPARE(again.classNameOf(y), data.classNameOf(x));
                QCOMPARE(y.frame, x.frame);
                if (sequence)
                    QCOMPARE(tracks.emplace(x.track, y.track).first->second, y.track);
            }
        }
    }

    void editsAndLosses()
    {
        MemoryDataset data;
        data.scenes[QStringLiteral("drive")] = drive();
        QVERIFY_RESULT(read(golden("episodes"), data));
        auto &labels = data.annotations[0];
        std::get<geometry::Cuboid>(labels[0].geometry).centre[0] = 9;
        labels[2].attributes.erase(QStringLiteral("parked"));
        labels[3].attributes[QStringLiteral("wet")] = false;
        labels[3].attributes[QStringLiteral("new")] = QStringLiteral("x");
        QCOMPARE(lossesOf(format, data), (LossCounts{{QStringLiteral("answers that are no, unset or cannot be told"), 1}}));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        const Json written = fileJson(out.filePath(QStringLiteral("drive/annotation.json")));
        QCOMPARE(written["frames"][0]["figures"][0]["geometry"]["position"]["x"].get<double>(), 9.0);
        QCOMPARE(written["frames"][0]["figures"][0]["labelerLogin"].get<std::string>(), std::string("user"));
        MemoryDataset again;
        again.scenes = data.scenes;
        QVERIFY_RESULT(read(out.path(), again));
        QCOMPARE(again.arrived(0).attributes, (model::Attributes{{QStringLiteral("parked"), true}}));
        QVERIFY(again.arrived(2).attributes.empty());
        QCOMPARE(again.arrived(3).attributes.at(QStringLiteral("new")), model::AttributeValue(QStringLiteral("x")));
        QVERIFY(fileJson(out.filePath(QStringLiteral("meta.json")))["tags"].size() == 3);
    }

    void hostileFiles()
    {
        const std::vector<std::pair<QByteArray, const char *>> cases{
            {figure(place + "," + turned), "dimensions.x"},
            {figure(R"("position":{"x":1e300,"y":2,"z":3},)" + turned + "," + size), "centre"},
            {figure(R"("position":{"x":1e999,"y":2,"z":3},)" + turned + "," + size), ""},
            {figure(R"("position":[1,2,3],)" + turned + "," + size), "position.x"},
            {figure(place + "," + turned + R"(,"dimensions":{"x":2,"y":0,"z":-1})"), "no size"},
            {figure(place + R"(,"rotation":{"x":0,"y":0,"z":1e300},)" + size), "rotation"},
            {figure(place + "," + turned + "," + size, R"("objectKey":"other","geometryType":"cuboid_3d")"), "its object"},
            {"7", "its object"},
        };
        for (const auto &[record, words] : cases) {
            const QTemporaryDir in;
            QVERIFY_RESULT(put(in.path(), QStringLiteral("meta.json"), meta));
            QVERIFY_RESULT(put(in.path(), QStringLiteral("d/ann/a.pcd.json"), cloud(good + "," + record + "," + good)));
            MemoryDataset data;
            QVERIFY_RESULT(read(in.path(), data));
            QCOMPARE(data.annotationCount(), 2);
            QVERIFY2(data.issues.size() == 1, qPrintable(data.issueText()));
            QCOMPARE(data.issues[0].place, QStringLiteral("figures[1]"));
            QCOMPARE(data.issues[0].file, QStringLiteral("d/ann/a.pcd.json"));
            QVERIFY2(data.issueText().contains(QLatin1String(words)), qPrintable(data.issueText()));
        }
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("a/annotation.json"),
                           episode("{\"index\":0,\"figures\":[" + good
                                   + "]},{\"index\":-1,\"figures\":[]},"
                                     "{\"index\":7,\"figures\":["
                                   + good + "]},{\"index\":1,\"figures\":[" + good)
                               .chopped(30)));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("a/frame_pointcloud_map.json"), R"({"0":"s_b.pcd","x":"y","1":5})"));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("b/annotation.json"), "[]"));
        QVERIFY_RESULT(
            put(in.path(), QStringLiteral("c/ann/x.pcd.json"),
                cloud(good + QByteArray(",1").repeated(300'000) + R"(,{"geometryType":"polygon"})", object + "," + object)));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("key_id_map.json"), "[]"));
        MemoryDataset data;
        data.scenes[QStringLiteral("a")] = drive();
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 2);
        for (const char *words : {"not there", "breaks off", "no frame 7", "no index", "no objects and no figures", "polygon",
                                  "has its key", "no frame with the name", "too large to be kept"})
            QVERIFY2(data.issueText().contains(QLatin1String(words)), words);
        QVERIFY(data.issues.size() < 100);
        MemoryDataset nothing;
        const QTemporaryDir none;
        QVERIFY_FAILS(read(none.path(), nothing), ErrorCode::Malformed);
    }

    void probes()
    {
        const auto of = [](const QString &path) { return format.probe(path).confidence; };
        QCOMPARE(of(golden("episodes")), extension::ProbeResult::Certain);
        QCOMPARE(of(golden("clouds/ds0")), extension::ProbeResult::Certain);
        QCOMPARE(of(golden("clouds/ds0/ann/one.pcd.json")), extension::ProbeResult::Certain);
        QCOMPARE(of(golden("clouds/meta.json")), extension::ProbeResult::None);
        PLUMBLINE_SAMPLE(data, "annotations/datumaro");
        QCOMPARE(of(data + QStringLiteral("/sly_pointcloud_dataset")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/datumaro_dataset/legacy")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/labelme_dataset")), extension::ProbeResult::None);
    }

    void accidentsAreSurvived()
    {
        QVERIFY_RESULT(attackScenes(
            format,
            {{QStringLiteral("meta.json"), meta},
             {QStringLiteral("key_id_map.json"), R"({"tags":{},"objects":{}})"},
             {QStringLiteral("drive/annotation.json"), bytesOf(golden("episodes/drive/annotation.json"))},
             {QStringLiteral("drive/frame_pointcloud_map.json"), bytesOf(golden("episodes/drive/frame_pointcloud_map.json"))},
             {QStringLiteral("c/ann/x.pcd.json"), cloud(good + "," + good)}},
            {{QStringLiteral("drive"), drive()}}, 60));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::SuperviselyTest)
#include "tst_supervisely.moc"
