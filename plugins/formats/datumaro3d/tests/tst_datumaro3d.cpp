// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/sceneparts.h"
#include "core/geometry/eulerangles.h"
#include "plugins/formats/datumaro3d/datumaro3dformat.h"
#include "tests/support/samples.h"
#include "tests/support/sceneformats.h"
#include "tests/support/verify.h"

#include <QObject>
#include <QTest>

namespace plumbline::test {

namespace {

const datumaro3d::Datumaro3dFormat format;

Result<> read(const QString &path, MemoryDataset &into)
{
    auto done = format.read({path, {}, {}}, into);
    markScenes(into);
    return done;
}

QString golden()
{
    return QStringLiteral(PLUMBLINE_SOURCE_DIR "/plugins/formats/datumaro3d/tests/golden");
}

QByteArray entry(const QByteArray &box, const QByteArray &rest = R"("type":"cuboid_3d","label_id":0)")
{
    return "{" + rest + "," + box + "}";
}

const QByteArray good = entry(R"("position":[1,2,3],"rotation":[0,0,0.5],"scale":[4,2,1.5])");

QByteArray subset(const QByteArray &items, const QByteArray &media = "6")
{
    return "{\"media_type\":" + media + ",\"categories\":{\"label\":{\"labels\":[{\"name\":\"car\"}]}},\"items\":[" + items
           + "]}";
}

QByteArray item(const QByteArray &annotations, const QByteArray &path = "a.pcd")
{
    return "{\"id\":\"a\",\"point_cloud\":{\"path\":\"" + path + "\"},\"annotations\":[" + annotations + "]}";
}

}  // namespace

class Datumaro3dTest final : public QObject
{
    Q_OBJECT

private slots:
    void goldenFolderComesBack()
    {
        MemoryDataset first;
        QVERIFY_RESULT(read(golden(), first));
        QVERIFY2(first.issues.empty(), qPrintable(first.issueText()));
        QCOMPARE(first.annotationCount(), 2);
        QCOMPARE(first.itemCount(), 2);
        QCOMPARE(first.items[0].name, QStringLiteral("seq/000001.pcd"));
        QCOMPARE(lossesOf(format, first), LossCounts());
        QCOMPARE(first.arrived(0).attributes, (model::Attributes{{QStringLiteral("occluded"), false},
                                                                 {QStringLiteral("speed"), 1.5},
                                                                 {QStringLiteral("note"), model::AttributeValue()}}));
        QVERIFY(!first.arrived(0).track.isNull() && first.arrived(1).track.isNull());
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, first, out.path()));
        QCOMPARE(difference(fileJson(golden() + QStringLiteral("/annotations/train.json")),
                            fileJson(out.filePath(QStringLiteral("annotations/train.json")))),
                 QString());
        MemoryDataset second;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(sceneDifference(first, second), QString());
    }

    /// The scale goes with the box's own axes and the angles are Rx · Ry · Rz: by the matrices themselves.
    void conventions()
    {
        MemoryDataset data;
        QVERIFY_RESULT(read(golden(), data));
        const auto &box = std::get<geometry::Cuboid>(data.arrived(0).geometry);
        QCOMPARE(box.centre, (std::array<double, 3>{10.5, -2, 0.5}));
        QCOMPARE(box.size, (std::array<double, 3>{4.5, 2, 1.5}));
        const auto corner = geometry::rotated(box.rotation, {2.25, 1, 0.75});
        const double x = 0.0625, y = 0.125, z = -0.25;
        const double a[3] = {2.25 * std::cos(z) - std::sin(z), 2.25 * std::sin(z) + std::cos(z), 0.75};
        const double b[3] = {a[0] * std::cos(y) + a[2] * std::sin(y), a[1], -a[0] * std::sin(y) + a[2] * std::cos(y)};
        const double c[3] = {b[0], b[1] * std::cos(x) - b[2] * std::sin(x), b[1] * std::sin(x) + b[2] * std::cos(x)};
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY2(std::abs(corner[i] - c[i]) < 1e-12, qPrintable(QString::number(i)));
        QVERIFY(std::abs(geometry::yawOf(std::get<geometry::Cuboid>(data.arrived(1).geometry).rotation) - 1.5) < 1e-12);
    }

    void anythingRoundTrips()
    {
        base::SeededRandom random(5);
        MemoryDataset data;
        data.scenes[QStringLiteral("drive")] =
            sceneOf(QStringLiteral("lidar"), {QStringLiteral("c/7.bin"), QStringLiteral("c/9.bin")});
        for (int i = 0; i < 60; ++i) {
            const geometry::Vector3 angles{random.uniform(-3, 3), random.uniform(-1.5, 1.5), random.uniform(-3, 3)};
            const bool sequence = i % 3 == 0;
            auto &label = data.add(sequence ? QStringLiteral("drive") : QStringLiteral("x/%1.ply").arg(i % 3),
                                   i % 2 ? QStringLiteral("car") : QStringLiteral("a \"b\""),
                                   geometry::Cuboid{{random.uniform(-90, 90), random.uniform(-90, 90), random.uniform(-5, 5)},
                                                    {random.uniform(.1, 12), random.uniform(.1, 4), random.uniform(.1, 4)},
                                                    geometry::rotationFromEuler(angles, geometry::EulerOrder::Zyx),
                                                    QStringLiteral("lidar")});
            const std::int64_t frame = sequence ? (i / 3) % 2 : 0;
            label.frame = model::FrameRef{QStringLiteral("lidar"), frame, frame * 100'000, {1, 1'000'000}, {}};
            label.attributes[QStringLiteral("n")] = double(i);
            if (i % 5 == 0)
                label.track = TrackId{Uuid::fromName("track", QByteArray::number(i))};
        }
        markScenes(data);
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        QCOMPARE(data.writtenAnnotations, 60);
        MemoryDataset again;
        QVERIFY_RESULT(read(out.path(), again));
        QVERIFY2(again.issues.empty(), qPrintable(again.issueText()));
        QCOMPARE(again.annotationCount(), 60);
        QCOMPARE(again.itemCount(), 4);
        for (std::size_t i = 0; i < again.arrival.size(); ++i) {
            const auto &y = again.arrived(i);
            const auto &x = data.arrived(static_cast<std::size_t>(std::get<double>(y.attributes.at(QStringLiteral("n")))));
            QVERIFY(extension::sameCuboid(std::get<geometry::Cuboid>(x.geometry), std::get<geometry::Cuboid>(y.geometry)));
            QCOMPARE(again.classNameOf(y), data.classNameOf(x));
            QCOMPARE(y.track.isNull(), x.track.isNull());
        }
    }

    void editsAndLosses()
    {
        MemoryDataset data;
        QVERIFY_RESULT(read(golden(), data));
        auto &labels = data.annotations[0];
        std::get<geometry::Cuboid>(labels[0].geometry).size[0] = 9;
        labels[0].attributes[QStringLiteral("speed")] = 2.5;
        labels[0].attributes[QStringLiteral("lost")] = model::CannotTell{};
        labels[1].attributes[QStringLiteral("new")] = true;
        labels[0].track = {};
        QCOMPARE(lossesOf(format, data), (LossCounts{{QStringLiteral("answers that nobody could give"), 1}}));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        const Json written = fileJson(out.filePath(QStringLiteral("annotations/train.json")))["items"][0]["annotations"];
        QCOMPARE(written[0]["scale"][0].get<double>(), 9.0);
        QCOMPARE(written[0]["attributes"]["speed"].get<double>(), 2.5);
        QCOMPARE(written[0]["attributes"]["list"].size(), std::size_t(2));
        QCOMPARE(written[0]["group"].get<int>(), 3);
        QVERIFY(!written[0].contains("object_id"));
        QVERIFY(written[1]["attributes"]["new"].get<bool>());
    }

    void hostileFiles()
    {
        const std::vector<std::pair<QByteArray, const char *>> cases{
            {entry(R"("position":[1,2],"rotation":[0,0,0],"scale":[4,2,1.5])"), "position"},
            {entry(R"("position":[1,2,"3"],"rotation":[0,0,0],"scale":[4,2,1.5])"), "position"},
            {entry(R"("position":[1,2,1e300],"rotation":[0,0,0],"scale":[4,2,1.5])"), "centre"},
            {entry(R"("position":[1,2,1e999],"rotation":[0,0,0],"scale":[4,2,1.5])"), ""},
            {entry(R"("position":[1,2,3],"rotation":[0,0,1e300],"scale":[4,2,1.5])"), "rotation"},
            {entry(R"("position":[1,2,3],"rotation":[0,0,0],"scale":[4,0,-1.5])"), "no size"},
            {entry(R"("position":[1,2,3],"rotation":[0,0,0],"scale":[4,1,1.5])", R"("type":"cuboid_3d","label_id":"x")"),
             "label_id"},
            {"[]", "position"},
        };
        for (const auto &[record, words] : cases) {
            const QTemporaryDir in;
            QVERIFY_RESULT(put(in.path(), QStringLiteral("annotations/t.json"), subset(item(good + "," + record + "," + good))));
            MemoryDataset data;
            QVERIFY_RESULT(read(in.path(), data));
            QCOMPARE(data.annotationCount(), 2);
            QVERIFY2(data.issues.size() == 1, qPrintable(data.issueText()));
            QCOMPARE(data.issues[0].place, QStringLiteral("items[0].annotations[1]"));
            QCOMPARE(data.issues[0].file, QStringLiteral("annotations/t.json"));
            QVERIFY2(data.issueText().contains(QLatin1String(words)), qPrintable(data.issueText()));
        }
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("annotations/a.json"),
                           subset(item(good, "../../etc/x.pcd") + ",7,{\"id\":\"../x\"},{\"id\":\"i\",\"image\":{}},"
                                  + item(good + QByteArray(",1").repeated(300'000) + ",{\"type\":\"bbox\"}"))));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("annotations/b.json"), subset(item(good + "," + good)).chopped(30)));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("annotations/c.json"), "{\"items\":{}}"));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("annotations/d.json"),
                           subset(item(entry(R"("position":[1,2,3],"rotation":[0,0,0],"scale":[1,1,1])",
                                             R"("type":"cuboid_3d","label_id":99)")))));
        MemoryDataset data;
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 4);
        QCOMPARE(data.items[0].name, QStringLiteral("a.pcd"));
        for (const char *words : {"leads out", "no object", "no name", "no point clouds", "bbox", "breaks off",
                                  "no Datumaro subset", "class number 99"})
            QVERIFY2(data.issueText().contains(QLatin1String(words)), words);
        QVERIFY(data.issues.size() < 100);
        MemoryDataset nothing;
        const QTemporaryDir none;
        QVERIFY_FAILS(read(none.path(), nothing), ErrorCode::Malformed);
    }

    void probes()
    {
        const auto of = [](const QString &path) { return format.probe(path).confidence; };
        QCOMPARE(of(golden()), extension::ProbeResult::Certain);
        QCOMPARE(of(golden() + QStringLiteral("/annotations/train.json")), extension::ProbeResult::Certain);
        const QTemporaryDir in;
        QVERIFY_RESULT(
            put(in.path(), QStringLiteral("annotations/a.json"), subset(R"({"id":"a","annotations":[],"image":{}})", "2")));
        QCOMPARE(of(in.path()), extension::ProbeResult::None);
        PLUMBLINE_SAMPLE(data, "annotations/datumaro");
        QCOMPARE(of(data + QStringLiteral("/datumaro_dataset/legacy")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/sly_pointcloud_dataset")), extension::ProbeResult::None);
    }

    void accidentsAreSurvived()
    {
        QVERIFY_RESULT(attackScenes(
            format,
            {{QStringLiteral("annotations/train.json"), bytesOf(golden() + QStringLiteral("/annotations/train.json"))},
             {QStringLiteral("annotations/b.json"), subset(item(good + "," + good))}},
            {{QStringLiteral("a.pcd"), sceneOf(QStringLiteral("lidar"), {QStringLiteral("a.pcd")})}}, 60));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::Datumaro3dTest)
#include "tst_datumaro3d.moc"
