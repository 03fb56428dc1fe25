// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/sustech/sustechbox.h"
#include "plugins/formats/sustech/sustechformat.h"
#include "tests/support/samples.h"
#include "tests/support/sceneformats.h"
#include "tests/support/verify.h"

#include <QObject>
#include <QTest>

namespace plumbline::test {

namespace {

const sustech::SustechFormat format;

Result<> read(const QString &path, MemoryDataset &into)
{
    auto done = format.read({path, {}, {}}, into);
    markScenes(into);
    return done;
}

model::Scene sampleScene()
{
    return sceneOf(QStringLiteral("lidar"), {QStringLiteral("lidar/000950.pcd"), QStringLiteral("lidar/000965.pcd"),
                                             QStringLiteral("lidar/000970.pcd"), QStringLiteral("lidar/000975.pcd")});
}

QByteArray box(const QByteArray &psr, const QByteArray &rest = R"("obj_type":"Car","obj_id":"1")")
{
    return "{\"psr\":{" + psr + "}," + rest + "}";
}

const QByteArray good = box(R"("position":{"x":1,"y":2,"z":3},"scale":{"x":4,"y":2,"z":1.5},"rotation":{"x":0,"y":0,"z":0.5})",
                            R"("obj_type":"Car","obj_id":7,"obj_attr":"turning","annotator":"a")");

}  // namespace

class SustechTest final : public QObject
{
    Q_OBJECT

private slots:
    void sampleRoundTrips_data()
    {
        QTest::addColumn<bool>("known");
        QTest::newRow("with its scene") << true;
        QTest::newRow("without") << false;
    }
    void sampleRoundTrips()
    {
        QFETCH(bool, known);
        PLUMBLINE_SAMPLE(folder, "lidar/sustech-sequence/example");
        MemoryDataset first;
        if (known)
            first.scenes[QStringLiteral("example")] = sampleScene();
        QVERIFY_RESULT(read(folder, first));
        QVERIFY2(first.issues.empty(), qPrintable(first.issueText()));
        QCOMPARE(first.itemCount(), 1);
        QCOMPARE(first.items[0].path, folder);
        std::int64_t inFiles = 0;
        for (const char *name : {"000950", "000965", "000970", "000975"})
            inFiles += std::int64_t(fileJson(folder + QStringLiteral("/label/%1.json").arg(QLatin1String(name))).size());
        QVERIFY(inFiles > 20);
        QCOMPARE(first.annotationCount(), inFiles);
        // Objects that are away for a while: here they would be taken for hidden.
        std::map<TrackId, std::vector<std::int64_t>> seen;
        for (const model::Annotation &label : first.annotations[0])
            seen[label.track].push_back(label.frame->index);
        std::int64_t away = 0;
        for (const auto &[track, list] : seen)
            away += list.back() - list.front() + 1 - std::int64_t(list.size());
        QCOMPARE(lossesOf(format, first), (LossCounts{{QStringLiteral("frames of tracks between their keyframes"), away}}));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, first, out.path()));
        QCOMPARE(first.writtenAnnotations, inFiles);
        for (const char *name : {"000950", "000965", "000970", "000975"}) {
            const QString file = QStringLiteral("/label/%1.json").arg(QLatin1String(name));
            QCOMPARE(difference(fileJson(folder + file), fileJson(out.path() + QStringLiteral("/example") + file)), QString());
        }
        MemoryDataset second;
        second.scenes = first.scenes;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(sceneDifference(first, second), QString());
    }

    void tracksAreObjects()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/sustech-sequence/example");
        MemoryDataset data;
        data.scenes[QStringLiteral("example")] = sampleScene();
        QVERIFY_RESULT(read(folder, data));
        std::map<TrackId, QString> ids;
        for (const model::Annotation &label : data.annotations[0]) {
            const QString id = sustech::trackNameOf(sustech::keptRecord(label));
            QVERIFY(!label.track.isNull() && label.frame);
            QCOMPARE(ids.emplace(label.track, id).first->second, id);
        }
        QVERIFY(ids.size() > 3);
    }

    /// The road of the sample falls along y: cars that stand on it are tilted by as much as their heights differ. With the angles
    /// in the other order the tilt would be a roll and the cars level along their way.
    void anglesTurnAboutXLast()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/sustech-sequence/example");
        MemoryDataset data;
        data.scenes[QStringLiteral("example")] = sampleScene();
        QVERIFY_RESULT(read(folder, data));
        const auto carOf = [&](const char *id) {
            for (const model::Annotation &label : data.annotations[0])
                if (label.frame->index == 1 && sustech::trackNameOf(sustech::keptRecord(label)) == QLatin1String(id))
                    return std::get<geometry::Cuboid>(label.geometry);
            return geometry::Cuboid{};
        };
        const geometry::Cuboid far = carOf("4");
        const geometry::Cuboid near = carOf("8");
        const double road = ((near.centre[2] - near.size[2] / 2) - (far.centre[2] - far.size[2] / 2))
                            / std::hypot(near.centre[0] - far.centre[0], near.centre[1] - far.centre[1]);
        QVERIFY(road < -0.03);
        for (const geometry::Cuboid &car : {far, near}) {
            const geometry::Vector3 forward = geometry::rotated(car.rotation, {1, 0, 0});
            QVERIFY2(std::abs(forward[2] - road) < 0.02, qPrintable(QString::number(forward[2])));
        }
    }

    void conventions()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("s/label/000000.json"), "{\"frame\":\"0\",\"objs\":[" + good + "]}"));
        MemoryDataset data;
        data.scenes[QStringLiteral("s")] = sceneOf(QStringLiteral("lidar"), {QStringLiteral("lidar/000000.pcd")});
        QVERIFY_RESULT(read(in.filePath(QStringLiteral("s/label")), data));
        const auto &label = data.arrived(0);
        const auto &cuboid = std::get<geometry::Cuboid>(label.geometry);
        QCOMPARE(cuboid.centre, (std::array<double, 3>{1, 2, 3}));
        QCOMPARE(cuboid.size, (std::array<double, 3>{4, 2, 1.5}));
        QVERIFY(std::abs(geometry::yawOf(cuboid.rotation) - 0.5) < 1e-12);
        QCOMPARE(label.attributes.at(QStringLiteral("obj_attr")), model::AttributeValue(QStringLiteral("turning")));
        for (const std::array<double, 3> &angles :
             {std::array<double, 3>{0.1, -0.2, 3}, std::array<double, 3>{-1, 1.2, -2}, std::array<double, 3>{0, 0, -3.1}}) {
            const auto back = sustech::anglesOf(sustech::rotationFromAngles(angles));
            for (std::size_t i = 0; i < 3; ++i)
                QVERIFY(std::abs(back[i] - angles[i]) < 1e-12);
        }
        // Looking straight up two of the angles are one: the rotation comes back, if not its angles.
        const auto up = sustech::rotationFromAngles({0.3, 1.5707963267948966, 0.4});
        const auto same = sustech::rotationFromAngles(sustech::anglesOf(up));
        double dot = 0;
        for (std::size_t i = 0; i < 4; ++i)
            dot += up[i] * same[i];
        QVERIFY(std::abs(std::abs(dot) - 1) < 1e-9);
    }

    void editsAreWritten()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("s/label/a.json"), "[" + good + "," + good + "]"));
        MemoryDataset data;
        data.scenes[QStringLiteral("s")] =
            sceneOf(QStringLiteral("lidar"), {QStringLiteral("lidar/a.pcd"), QStringLiteral("lidar/b.pcd")});
        QVERIFY_RESULT(read(in.filePath(QStringLiteral("s")), data));
        auto &labels = data.annotations[0];
        std::get<geometry::Cuboid>(labels[0].geometry).centre[0] = 9;
        labels[1].track = TrackId{Uuid::fromName("track", "new")};
        labels[1].frame = model::FrameRef{QStringLiteral("lidar"), 1, 100'000, {1, 1'000'000}, {}};
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        const Json a = fileJson(out.filePath(QStringLiteral("s/label/a.json")));
        const Json b = fileJson(out.filePath(QStringLiteral("s/label/b.json")));
        QCOMPARE(a.size(), std::size_t(1));
        QCOMPARE(a[0]["psr"]["position"]["x"].get<double>(), 9.0);
        QCOMPARE(a[0]["annotator"].get<std::string>(), std::string("a"));
        QCOMPARE(a[0]["obj_id"].get<int>(), 7);
        // Number 7 is taken by the other object.
        QCOMPARE(b[0]["obj_id"].get<std::string>(), std::string("0"));
        data.add(QStringLiteral("s"), QStringLiteral("road"),
                 geometry::Polyline3{{{0, 0, 0}, {1, 0, 0}}, QStringLiteral("lidar")});
        labels[0].frame->pts = 55;
        QCOMPARE(lossesOf(format, data), (LossCounts{{QStringLiteral("lines in space"), 1},
                                                     {QStringLiteral("labels without a frame of their scene"), 1}}));
    }

    void hostileRecords()
    {
        const QByteArray scale = R"("scale":{"x":4,"y":2,"z":1.5},"rotation":{"x":0,"y":0,"z":0})";
        const std::vector<std::pair<QByteArray, const char *>> cases{
            {box(R"("position":{"x":1e999,"y":2,"z":3},)" + scale), ""},
            {box(R"("position":{"x":1e300,"y":2,"z":3},)" + scale), "centre"},
            {box(R"("position":{"x":1,"y":2},)" + scale), "psr.position.z"},
            {box(R"("position":{"x":1,"y":2,"z":null},)" + scale), "psr.position.z"},
            {box(R"("position":{"x":1,"y":2,"z":3},"scale":{"x":0,"y":2,"z":1.5},"rotation":{"x":0,"y":0,"z":0})"), "no size"},
            {box(R"("position":{"x":1,"y":2,"z":3},)" + scale, R"("obj_id":"1")"), "obj_type"},
            {"7", "psr"},
        };
        for (const auto &[record, words] : cases) {
            const QTemporaryDir in;
            QVERIFY_RESULT(put(in.path(), QStringLiteral("s/label/000000.json"), "[" + good + "," + record + "," + good + "]"));
            MemoryDataset data;
            QVERIFY_RESULT(read(in.path(), data));
            QCOMPARE(data.annotationCount(), 2);
            QCOMPARE(data.issues.size(), std::size_t(1));
            QCOMPARE(data.issues[0].place, QStringLiteral("[1]"));
            QVERIFY2(data.issueText().contains(QLatin1String(words)), qPrintable(data.issueText()));
        }
        // A sweep that the scene does not have; a file that breaks off keeps what came before.
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("s/label/000000.json"), "[" + good + "," + good.left(40)));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("s/label/000009.json"), "[" + good + "]"));
        MemoryDataset data;
        data.scenes[QStringLiteral("s")] = sceneOf(QStringLiteral("lidar"), {QStringLiteral("lidar/000000.pcd")});
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 1);
        QVERIFY(data.issueText().contains(QStringLiteral("no sweep of this name")));
        QVERIFY(data.issueText().contains(QStringLiteral("breaks off")));
        const QTemporaryDir many;
        QVERIFY_RESULT(
            put(many.path(), QStringLiteral("s/label/0.json"), "[" + good + QByteArray(",1").repeated(1'000'000) + "]"));
        MemoryDataset flood;
        QVERIFY_RESULT(read(many.path(), flood));
        QCOMPARE(flood.annotationCount(), 1);
        QVERIFY(flood.issues.size() < 100);
        MemoryDataset nothing;
        const QTemporaryDir none;
        QVERIFY_FAILS(read(none.path(), nothing), ErrorCode::Malformed);
    }

    void probes()
    {
        PLUMBLINE_SAMPLE(data, "lidar");
        const auto of = [](const QString &path) { return format.probe(path).confidence; };
        QCOMPARE(of(data + QStringLiteral("/sustech-sequence")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/sustech-sequence/example")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/sustech-sequence/example/label/000950.json")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/sustech-sequence/example/calib")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/kitti-object")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/ply-labelcloud")), extension::ProbeResult::None);
    }

    void accidentsAreSurvived()
    {
        QVERIFY_RESULT(attackScenes(
            format,
            {{QStringLiteral("s/label/000000.json"), "[" + good + "," + good + "]"},
             {QStringLiteral("s/label/000001.json"), "{\"objs\":[" + good + "]}"},
             {QStringLiteral("t/label/x.json"), "[" + good + "]"}},
            {{QStringLiteral("s"),
              sceneOf(QStringLiteral("lidar"), {QStringLiteral("lidar/000000.pcd"), QStringLiteral("lidar/000001.pcd")})}},
            100));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::SustechTest)
#include "tst_sustech.moc"
