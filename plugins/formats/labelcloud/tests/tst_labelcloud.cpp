// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/sceneparts.h"
#include "core/geometry/eulerangles.h"
#include "plugins/formats/labelcloud/labelcloudbox.h"
#include "plugins/formats/labelcloud/labelcloudformat.h"
#include "tests/support/samples.h"
#include "tests/support/sceneformats.h"
#include "tests/support/verify.h"

#include <QObject>
#include <QTest>

#include <numbers>

namespace plumbline::test {

namespace {

const labelcloud::LabelCloudFormat format;

Result<> read(const QString &path, MemoryDataset &into, extension::FormatOptions options = {})
{
    auto done = format.read({path, {}, std::move(options)}, into);
    markScenes(into);
    return done;
}

QByteArray file(const QByteArray &objects, const QByteArray &name = "a.pcd")
{
    return "{\"folder\":\"pointclouds\",\"filename\":\"" + name + "\",\"path\":\"pointclouds/" + name + "\",\"objects\":["
           + objects + "]}";
}

QByteArray box(const QByteArray &rotations, const QByteArray &rest = "")
{
    return R"({"name":"cart","centroid":{"x":1,"y":2,"z":3},"dimensions":{"length":4,"width":2,"height":1.5},"rotations":{)"
           + rotations + "}" + rest + "}";
}

const QByteArray good = box(R"("x":0,"y":0,"z":90)", R"(,"note":"kept")");
const QByteArray classesAbs = R"({"classes":[{"name":"cart","id":4,"color":"#ff0000"}],"default":0,"format":"centroid_abs"})";

const geometry::Cuboid &cuboidOf(const MemoryDataset &data, std::size_t i)
{
    return std::get<geometry::Cuboid>(data.arrived(i).geometry);
}

}  // namespace

class LabelCloudTest final : public QObject
{
    Q_OBJECT

private slots:
    void sampleRoundTrips()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/ply-labelcloud");
        MemoryDataset first;
        QVERIFY_RESULT(read(folder, first));
        QCOMPARE(first.annotationCount(), 1);
        QCOMPARE(first.items[0].name, QStringLiteral("exemplary.ply"));
        QCOMPARE(first.items[0].path, folder + QStringLiteral("/pointclouds/exemplary.ply"));
        QVERIFY2(first.issueText().contains(QStringLiteral("single points")), qPrintable(first.issueText()));
        QVERIFY(std::abs(geometry::yawOf(cuboidOf(first, 0).rotation) - (235.0 - 360.0) / 180 * std::numbers::pi) < 1e-12);
        QCOMPARE(lossesOf(format, first), LossCounts());
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, first, out.path()));
        for (const char *name : {"/labels/exemplary.json", "/labels/_classes.json"})
            QCOMPARE(difference(fileJson(folder + QLatin1String(name)), fileJson(out.path() + QLatin1String(name))), QString());
        MemoryDataset second;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(sceneDifference(first, second), QString());
    }

    /// The same two boxes in each form, the corners written by hand.
    void goldenFoldersComeBack_data() { everyFormRoundTrips_data(); }
    void goldenFoldersComeBack()
    {
        QFETCH(QString, form);
        const QString folder = QStringLiteral(PLUMBLINE_SOURCE_DIR "/plugins/formats/labelcloud/tests/golden/") + form;
        MemoryDataset data;
        QVERIFY_RESULT(read(folder, data));
        QVERIFY2(data.issues.empty(), qPrintable(data.issueText()));
        QCOMPARE(data.annotationCount(), 2);
        for (std::size_t i = 0; i < 2; ++i) {
            const geometry::Cuboid expected{{1, 2, 3},
                                            {4, 2, 1.5},
                                            geometry::rotationFromYaw((i == 0 ? 1 : -1) * std::numbers::pi / 2),
                                            QStringLiteral("lidar")};
            QVERIFY2(extension::sameCuboid(cuboidOf(data, i), expected), qPrintable(QString::number(i)));
        }
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        for (const char *name : {"/labels/a.json", "/labels/_classes.json"})
            QCOMPARE(difference(fileJson(folder + QLatin1String(name)), fileJson(out.path() + QLatin1String(name))), QString());
    }

    /// Corner by corner, as the tool's documentation numbers them; a quarter turn left takes the box's right side to the front.
    void conventions()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labels/a.json"), file(good)));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labels/_classes.json"), classesAbs));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        const geometry::Cuboid &cuboid = cuboidOf(data, 0);
        QCOMPARE(cuboid.centre, (std::array<double, 3>{1, 2, 3}));
        QCOMPARE(cuboid.size, (std::array<double, 3>{4, 2, 1.5}));
        QVERIFY(std::abs(geometry::yawOf(cuboid.rotation) - std::numbers::pi / 2) < 1e-12);
        const auto corners = labelcloud::verticesOf(cuboid);
        const std::array<geometry::Vector3, 8> expected{
            {{2, 0, 2.25}, {0, 0, 2.25}, {0, 4, 2.25}, {2, 4, 2.25}, {2, 0, 3.75}, {0, 0, 3.75}, {0, 4, 3.75}, {2, 4, 3.75}}};
        for (std::size_t i = 0; i < corners.size(); ++i)
            for (std::size_t k = 0; k < 3; ++k)
                QVERIFY2(std::abs(corners[i][k] - expected[i][k]) < 1e-12, qPrintable(QString::number(i)));
        // Rz · Ry · Rx: after a turn about x the box's z lies along -y, which the turn about z brings to +x.
        const auto rotation =
            geometry::rotationFromEuler({std::numbers::pi / 2, 0, std::numbers::pi / 2}, geometry::EulerOrder::Zyx);
        const auto up = geometry::rotated(rotation, {0, 0, 1});
        QVERIFY(std::abs(up[0] - 1) < 1e-12);
    }

    void anglesKnowTheirUnit_data()
    {
        QTest::addColumn<QByteArray>("angle");
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QString>("option");
        QTest::addColumn<double>("yaw");
        QTest::addColumn<bool>("told");
        const double pi = std::numbers::pi;
        QTest::newRow("degrees by size") << QByteArray("90") << QByteArray() << QString() << pi / 2 << false;
        QTest::newRow("radians by sign") << QByteArray("-1.5") << QByteArray() << QString() << -1.5 << false;
        QTest::newRow("unsure") << QByteArray("1.5") << QByteArray() << QString() << 1.5 << true;
        QTest::newRow("unsure, option") << QByteArray("1.5") << QByteArray() << QStringLiteral("degrees") << pi / 120 << false;
        QTest::newRow("classes say degrees") << QByteArray("1.5") << QByteArray("centroid_abs") << QString() << pi / 120 << false;
        QTest::newRow("classes say radians") << QByteArray("1.5") << QByteArray("centroid_rel") << QString() << 1.5 << false;
    }
    void anglesKnowTheirUnit()
    {
        QFETCH(QByteArray, angle);
        QFETCH(QByteArray, form);
        QFETCH(QString, option);
        QFETCH(double, yaw);
        QFETCH(bool, told);
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labels/a.json"), file(box("\"x\":0,\"y\":0,\"z\":" + angle))));
        if (!form.isEmpty())
            QVERIFY_RESULT(
                put(in.path(), QStringLiteral("labels/_classes.json"), "{\"classes\":[],\"format\":\"" + form + "\"}"));
        MemoryDataset data;
        extension::FormatOptions options;
        if (!option.isEmpty())
            options[QStringLiteral("rotations")] = option;
        QVERIFY_RESULT(read(in.path(), data, options));
        QVERIFY(std::abs(geometry::yawOf(cuboidOf(data, 0).rotation) - yaw) < 1e-12);
        QCOMPARE(!data.issues.empty(), told);
    }

    /// Any box in any form comes back the same, by itself and in a scene of several sweeps.
    void everyFormRoundTrips_data()
    {
        QTest::addColumn<QString>("form");
        for (const char *form : {"centroid_abs", "centroid_rel", "vertices"})
            QTest::newRow(form) << QString::fromLatin1(form);
    }
    void everyFormRoundTrips()
    {
        QFETCH(QString, form);
        base::SeededRandom random(7);
        const auto within = [&](double low, double high) { return random.uniform(low, high); };
        MemoryDataset data;
        data.scenes[QStringLiteral("drive")] =
            sceneOf(QStringLiteral("lidar"), {QStringLiteral("c/000000.pcd"), QStringLiteral("c/000001.pcd")});
        for (int i = 0; i < 200; ++i) {
            const geometry::Vector3 angles{within(-3, 3), within(-1.5, 1.5), within(-3, 3)};
            geometry::Cuboid cuboid{{within(-90, 90), within(-90, 90), within(-5, 5)},
                                    {within(.1, 12), within(.1, 4), within(.1, 4)},
                                    geometry::rotationFromEuler(angles, geometry::EulerOrder::Zyx),
                                    QStringLiteral("lidar")};
            auto &label = data.add(i % 2 ? QStringLiteral("one.pcd") : QStringLiteral("drive"),
                                   i % 3 ? QStringLiteral("car") : QStringLiteral("a b"), cuboid);
            label.frame = model::FrameRef{QStringLiteral("lidar"), (i / 2) % 2, (i / 2) % 2 * 100'000, {1, 1'000'000}, {}};
            if (i % 2)
                label.frame = model::FrameRef{QStringLiteral("lidar"), 0, 0, {1, 1'000'000}, {}};
        }
        markScenes(data);
        QCOMPARE(lossesOf(format, data), (LossCounts{{QStringLiteral("scenes of several sweeps"), 1}}));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path(), {{QStringLiteral("form"), form}}));
        QVERIFY(QFileInfo::exists(out.filePath(QStringLiteral("drive/labels/000001.json"))));
        QCOMPARE(data.writtenAnnotations, 200);
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
        QCOMPARE(again.annotationCount(), 200);
        std::vector<geometry::Cuboid> found;
        for (std::size_t i = 0; i < again.arrival.size(); ++i)
            found.push_back(cuboidOf(again, i));
        for (std::size_t i = 0; i < data.arrival.size(); ++i) {
            const geometry::Cuboid &cuboid = cuboidOf(data, i);
            QVERIFY(std::any_of(found.begin(), found.end(),
                                [&](const geometry::Cuboid &other) { return extension::sameCuboid(other, cuboid); }));
        }
        QCOMPARE(again.classes.size(), std::size_t(2));
    }

    void editsAreWritten()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labels/a.json"), file(good + "," + good)));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labels/_classes.json"), classesAbs));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        std::get<geometry::Cuboid>(data.annotations[0][0].geometry).centre[0] = 9;
        std::get<geometry::Cuboid>(data.annotations[0][0].geometry).rotation = geometry::rotationFromYaw(-0.1);
        data.add(QStringLiteral("a.pcd"), QStringLiteral("box"), data.annotations[0][1].geometry);
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        const Json written = fileJson(out.filePath(QStringLiteral("labels/a.json")));
        QCOMPARE(written["objects"][0]["centroid"]["x"].get<double>(), 9.0);
        QVERIFY(std::abs(written["objects"][0]["rotations"]["z"].get<double>() - (360 - 0.1 * 180 / std::numbers::pi)) < 1e-8);
        QCOMPARE(written["objects"][0]["note"].get<std::string>(), std::string("kept"));
        QCOMPARE(written["objects"][1]["rotations"]["z"].get<double>(), 90.0);
        QCOMPARE(written["filename"].get<std::string>(), std::string("a.pcd"));
        const Json classes = fileJson(out.filePath(QStringLiteral("labels/_classes.json")));
        QCOMPARE(classes["classes"][0]["id"].get<int>(), 4);
        QCOMPARE(classes["classes"][1]["name"].get<std::string>(), std::string("box"));
        QCOMPARE(classes["classes"][1]["id"].get<int>(), 5);
        data.add(QStringLiteral("a.pcd"), QStringLiteral("road"),
                 geometry::Polyline3{{{0, 0, 0}, {1, 0, 0}}, QStringLiteral("lidar")});
        data.annotations[0][0].track = TrackId{Uuid::fromName("track", "1")};
        QCOMPARE(lossesOf(format, data),
                 (LossCounts{{QStringLiteral("lines in space"), 1}, {QStringLiteral("labels of tracks"), 1}}));
    }

    void hostileRecords()
    {
        const QByteArray size = R"("dimensions":{"length":4,"width":2,"height":1.5},"rotations":{"x":0,"y":0,"z":0}})";
        QByteArray twisted = R"({"name":"a","vertices":[[0,0,0],[0,1,0],[1,1,0],[1,0,0],[0,0,1],[0,1,1],[5,5,5],[1,0,1]]})";
        const std::vector<std::pair<QByteArray, const char *>> cases{
            {R"({"name":"a","centroid":{"x":1e999,"y":2,"z":3},)" + size, ""},
            {R"({"name":"a","centroid":{"x":1e300,"y":2,"z":3},)" + size, "centre"},
            {R"({"name":"a","centroid":{"x":1,"y":2},)" + size, "centroid.z"},
            {R"({"name":"a","centroid":{"x":"1","y":2,"z":3},)" + size, "centroid.x"},
            {R"({"centroid":{"x":1,"y":2,"z":3},)" + size, "no name"},
            {R"({"name":"a","centroid":{"x":1,"y":2,"z":3},"dimensions":{"length":0,"width":2,"height":-1},)"
             R"("rotations":{"x":0,"y":0,"z":0}})",
             "no size"},
            {R"({"name":"a","centroid":{"x":1,"y":2,"z":3},"dimensions":{"length":1,"width":2,"height":1},)"
             R"("rotations":{"x":0,"y":0,"z":1e300}})",
             "rotation"},
            {R"({"name":"a","vertices":[[0,0,0]]})", "eight"},
            {R"({"name":"a","vertices":[[0,0],1,2,3,4,5,6,7]})", "vertices[0]"},
            {R"({"name":"a","vertices":[[0,0,0],[0,0,0],[0,0,0],[0,0,0],[0,0,0],[0,0,0],[0,0,0],[0,0,0]]})", "corners of a box"},
            {twisted, "corners of a box"},
            {"7", "centroid.x"},
        };
        for (const auto &[record, words] : cases) {
            const QTemporaryDir in;
            QVERIFY_RESULT(put(in.path(), QStringLiteral("labels/a.json"), file(good + "," + record + "," + good)));
            MemoryDataset data;
            QVERIFY_RESULT(read(in.path(), data));
            QCOMPARE(data.annotationCount(), 2);
            QCOMPARE(data.issues.size(), std::size_t(1));
            QCOMPARE(data.issues[0].place, QStringLiteral("objects[1]"));
            QCOMPARE(data.issues[0].file, QStringLiteral("labels/a.json"));
            QVERIFY2(data.issueText().contains(QLatin1String(words)), qPrintable(data.issueText()));
        }
        // Cut off; a name that leads out; a list that is none; a million records.
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labels/a.json"), file(good + "," + good).chopped(40)));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labels/b.json"), file(good, "../../etc/passwd")));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labels/c.json"), "{\"objects\":{}}"));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labels/d.json"), file(good + QByteArray(",1").repeated(1'000'000))));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 3);
        QCOMPARE(data.items[1].name, QStringLiteral("b"));
        for (const char *words : {"breaks off", "leads out", "no list"})
            QVERIFY2(data.issueText().contains(QLatin1String(words)), words);
        QVERIFY(data.issues.size() < 100);
        MemoryDataset nothing;
        const QTemporaryDir none;
        QVERIFY_FAILS(read(none.path(), nothing), ErrorCode::Malformed);
        QVERIFY_FAILS(read(in.path(), nothing, {{QStringLiteral("rotations"), QStringLiteral("turns")}}),
                      ErrorCode::InvalidArgument);
    }

    void probes()
    {
        const auto of = [](const QString &path) { return format.probe(path).confidence; };
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labels/a.json"), file("")));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("labels/_classes.json"), classesAbs));
        QCOMPARE(of(in.path()), extension::ProbeResult::Medium);
        PLUMBLINE_SAMPLE(data, "lidar");
        QCOMPARE(of(data + QStringLiteral("/ply-labelcloud")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/ply-labelcloud/labels/exemplary.json")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/sustech-sequence/example")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/kitti-object")), extension::ProbeResult::None);
    }

    void accidentsAreSurvived()
    {
        QVERIFY_RESULT(
            attackScenes(format,
                         {{QStringLiteral("labels/000000.json"), file(good + "," + good)},
                          {QStringLiteral("labels/_classes.json"), classesAbs},
                          {QStringLiteral("t/labels/x.json"),
                           file(R"({"name":"a","vertices":[[0,0,0],[0,1,0],[1,1,0],[1,0,0],[0,0,1],[0,1,1],[1,1,1],[1,0,1]]})")}},
                         {{QStringLiteral("a.pcd"), sceneOf(QStringLiteral("lidar"), {QStringLiteral("a.pcd")})}}, 50));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::LabelCloudTest)
#include "tst_labelcloud.moc"
