// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/semantickitti/semantickittiformat.h"
#include "plugins/formats/semantickitti/semantickittilabels.h"
#include "tests/support/samples.h"
#include "tests/support/sceneformats.h"
#include "tests/support/verify.h"

#include <QObject>
#include <QTest>

namespace plumbline::test {

namespace {

const semantickitti::SemanticKittiFormat format;

Result<> read(const QString &path, MemoryDataset &into)
{
    auto done = format.read({path, {}, {}}, into);
    markScenes(into);
    return done;
}

QByteArray labelBytes(std::initializer_list<std::uint32_t> labels)
{
    QByteArray bytes;
    for (const std::uint32_t label : labels)
        for (int shift = 0; shift < 32; shift += 8)
            bytes.append(static_cast<char>(label >> shift & 0xFF));
    return bytes;
}

}  // namespace

class SemanticKittiTest final : public QObject
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
        PLUMBLINE_SAMPLE(folder, "lidar/semantickitti-mini");
        MemoryDataset first;
        if (known)
            first.scenes[QStringLiteral("sequences/00")] =
                sceneOf(QStringLiteral("velodyne"), {QStringLiteral("velodyne/000000.bin")});
        QVERIFY_RESULT(read(folder, first));
        QVERIFY2(first.issues.empty(), qPrintable(first.issueText()));
        QCOMPARE(first.annotationCount(), 1);
        const auto &points = std::get<geometry::PointLabels>(first.arrived(0).geometry);
        std::uint64_t count = 0;
        for (const geometry::Run &run : points.classRuns)
            count += run.count;
        QCOMPARE(count, std::uint64_t(50));
        QVERIFY(format.checkExport(first, {{}, {}})->empty());
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, first, out.path()));
        QCOMPARE(first.writtenAnnotations, 1);
        const QString file = QStringLiteral("/sequences/00/labels/000000.label");
        QCOMPARE(bytesOf(out.path() + file), bytesOf(folder + file));
        MemoryDataset second;
        second.scenes = first.scenes;
        QVERIFY_RESULT(read(out.path(), second));
        QCOMPARE(sceneDifference(first, second), QString());
    }

    void lowerBitsAreTheClass()
    {
        const QByteArray bytes = labelBytes({10, 10 | 3u << 16, 40, 40, 252 | 65535u << 16, 333});
        const auto labels = semantickitti::labelsFrom(bytes, QStringLiteral("velodyne"));
        QVERIFY_RESULT(labels);
        QCOMPARE(labels->classes, (std::vector<QString>{QStringLiteral("car"), QStringLiteral("road"),
                                                        QStringLiteral("moving-car"), QStringLiteral("label 333")}));
        QCOMPARE(labels->classRuns, (std::vector<geometry::Run>{{0, 2}, {1, 2}, {2, 1}, {3, 1}}));
        QCOMPARE(labels->instanceRuns, (std::vector<geometry::Run>{{0, 1}, {3, 1}, {0, 2}, {65535, 1}, {0, 1}}));
        QCOMPARE(semantickitti::classNumber(QStringLiteral("label 333")), std::optional<std::uint16_t>(333));
        QVERIFY(!semantickitti::classNumber(QStringLiteral("label 10")));
        QVERIFY(!semantickitti::classNumber(QStringLiteral("label 70000")));
    }

    void losses()
    {
        MemoryDataset data;
        const QString name = QStringLiteral("drive");
        geometry::PointLabels points;
        points.classes = {QStringLiteral("tree"), QStringLiteral("car")};
        points.classRuns = {{0, 2}, {1, 2}};
        points.instanceRuns = {{0, 1}, {70000, 1}, {5, 2}};
        data.add(name, {}, points);
        data.add(name, {}, points);
        data.add(name, QStringLiteral("car"), geometry::Cuboid{{}, {1, 1, 1}, {0, 0, 0, 1}, {}});
        markScenes(data);
        QCOMPARE(lossesOf(format, data), (LossCounts{{QStringLiteral("second labels of the points of a sweep"), 1},
                                                     {QStringLiteral("cuboids"), 1},
                                                     {QStringLiteral("classes that the data set has no number for"), 1},
                                                     {QStringLiteral("points of instances above 65535"), 1}}));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, data, out.path()));
        QCOMPARE(bytesOf(out.filePath(QStringLiteral("sequences/drive/labels/000000.label"))),
                 labelBytes({1000, 1000, 10 | 5u << 16, 10 | 5u << 16}));
        // Runs that do not add up are refused in words.
        std::get<geometry::PointLabels>(data.annotations[0][0].geometry).instanceRuns = {{0, 3}};
        QVERIFY_FAILS(format.checkExport(data, {{}, {}}), ErrorCode::Malformed);
        std::get<geometry::PointLabels>(data.annotations[0][0].geometry).classRuns = {{9, 3}};
        QVERIFY_FAILS(format.checkExport(data, {{}, {}}), ErrorCode::Malformed);
        std::get<geometry::PointLabels>(data.annotations[0][0].geometry).classRuns = {{0, ~0ull}};
        QVERIFY_FAILS(format.checkExport(data, {{}, {}}), ErrorCode::Malformed);
    }

    void hostileFiles()
    {
        const QTemporaryDir in;
        QVERIFY_RESULT(put(in.path(), QStringLiteral("s/labels/000000.label"), labelBytes({10, 40})));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("s/labels/000001.label"), labelBytes({10, 40}) + "x"));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("s/labels/000002.label"), labelBytes({10, 40})));
        QVERIFY_RESULT(put(in.path(), QStringLiteral("s/labels/000007.label"), labelBytes({10, 40})));
        // Three points for two labels.
        QVERIFY_RESULT(put(in.path(), QStringLiteral("s/velodyne/000002.bin"), QByteArray(48, 'x')));
        MemoryDataset data;
        data.scenes[QStringLiteral("s")] =
            sceneOf(QStringLiteral("velodyne"), {QStringLiteral("velodyne/000000.bin"), QStringLiteral("velodyne/000001.bin"),
                                                 QStringLiteral("velodyne/000002.bin")});
        QVERIFY_RESULT(read(in.path(), data));
        QCOMPARE(data.annotationCount(), 1);
        QCOMPARE(data.issues.size(), std::size_t(3));
        QVERIFY(data.issueText().contains(QStringLiteral("2 labels for 3 points")));
        QVERIFY(data.issueText().contains(QStringLiteral("9 bytes")));
        QVERIFY(data.issueText().contains(QStringLiteral("no sweep of this name")));
        const QTemporaryDir none;
        MemoryDataset nothing;
        QVERIFY_FAILS(read(none.path(), nothing), ErrorCode::NotFound);
        // A million points, each another class and instance than the one before.
        QByteArray many(4'000'000, '\0');
        for (qsizetype i = 0; i < many.size(); ++i)
            many[i] = static_cast<char>(i * 7 % 251);
        QVERIFY_RESULT(put(none.path(), QStringLiteral("s/labels/000000.label"), many));
        MemoryDataset large;
        QVERIFY_RESULT(read(none.path(), large));
        const QTemporaryDir out;
        QVERIFY_RESULT(writeFormat(format, large, out.path()));
        QVERIFY(bytesOf(out.filePath(QStringLiteral("sequences/s/labels/000000.label"))) == many);
    }

    void probes()
    {
        PLUMBLINE_SAMPLE(data, "lidar");
        const auto of = [](const QString &path) { return format.probe(path).confidence; };
        QCOMPARE(of(data + QStringLiteral("/semantickitti-mini")), extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/semantickitti-mini/sequences/00/labels/000000.label")),
                 extension::ProbeResult::Certain);
        QCOMPARE(of(data + QStringLiteral("/kitti-odometry-scans")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/kitti-object")), extension::ProbeResult::None);
        QCOMPARE(of(data + QStringLiteral("/ply-labelcloud")), extension::ProbeResult::None);
    }

    void accidentsAreSurvived()
    {
        QVERIFY_RESULT(attackScenes(
            format,
            {{QStringLiteral("s/labels/000000.label"), labelBytes({10, 40, 40, 333})},
             {QStringLiteral("s/labels/000001.label"), labelBytes({10, 252 | 1u << 20})}},
            {{QStringLiteral("s"), sceneOf(QStringLiteral("velodyne"), {QStringLiteral("velodyne/000000.bin")})}}, 100));
    }
};

}  // namespace plumbline::test

QTEST_GUILESS_MAIN(plumbline::test::SemanticKittiTest)
#include "tst_semantickitti.moc"
