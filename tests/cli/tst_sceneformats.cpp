// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"
#include "tests/support/samples.h"

using namespace plumbline;

/// Formats of scenes through the built program: it finds the format by itself, and what is imported and exported again imports as
/// many labels.
class TestSceneFormats : public QObject
{
    Q_OBJECT

private slots:
    void samplesComeBack_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("sample");
        QTest::addColumn<int>("labels");
        const auto row = [](const char *format, const char *sample, int labels) {
            QTest::newRow(format) << QString::fromLatin1(format) << QString::fromLatin1(sample) << labels;
        };
        row("kitti3d", "lidar/kitti-object/training", 8);
        row("labelcloud", "lidar/ply-labelcloud", 1);
        row("sustech", "lidar/sustech-sequence/example", 87);
        row("supervisely-cloud", "annotations/datumaro/sly_pointcloud_dataset", 3);
        row("nuscenes", "lidar/lyft-nuscenes-tables", 4);
        row("openlabel", "annotations/openlabel/kitti-tracking/openlabel100_kitti_tracking_0003.json", 1638);
        row("semantickitti", "lidar/semantickitti-mini", 1);
    }
    void samplesComeBack()
    {
        QFETCH(QString, format);
        QFETCH(QString, sample);
        QFETCH(int, labels);
        if (test::samplesFolder().isEmpty())
            QSKIP("sample data are not on this machine (set PLUMBLINE_SAMPLES)");
        const QString source = test::samplesFolder() + QLatin1Char('/') + sample;
        test::CliRunner cli;
        CLI_RUN(detected, cli, 0,
                {QStringLiteral("import"), cli.path(QStringLiteral("d")), source, QStringLiteral("--detect"),
                 QStringLiteral("--json")});
        QCOMPARE(QString::fromStdString(detected.json()["guesses"][0]["format"].get<std::string>()), format);
        const auto import = [&](const QString &project, const QString &path) {
            const auto made = cli.run({QStringLiteral("create"), project});
            const auto read =
                cli.run({QStringLiteral("import"), project, path, QStringLiteral("--format"), format, QStringLiteral("--json")});
            return made.code == 0 && (read.code == 0 || read.code == 3) ? read.json()["annotations"].get<int>() : -1;
        };
        const QString first = cli.path(QStringLiteral("first.plumb"));
        const QString second = cli.path(QStringLiteral("second.plumb"));
        const QString out = cli.path(QStringLiteral("out"));
        QCOMPARE(import(first, source), labels);
        CLI_RUN(written, cli, 0,
                {QStringLiteral("export"), first, QStringLiteral("--format"), format, QStringLiteral("--out"), out,
                 QStringLiteral("--json")});
        QCOMPARE(written.json()["annotations"].get<int>(), labels);
        QCOMPARE(import(second, out), labels);
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), second});
    }

    /// What is wrong with a scene is told when it is added, not again with its labels.
    void issuesAreToldOnce()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/sustech-sequence/example");
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        const auto added = cli.run({QStringLiteral("add"), project, folder, QStringLiteral("--json")});
        QVERIFY(!added.json()["issues"].empty());
        const auto read = cli.run({QStringLiteral("import"), project, folder, QStringLiteral("--format"),
                                   QStringLiteral("sustech"), QStringLiteral("--json")});
        QCOMPARE(read.json()["annotations"].get<int>(), 87);
        QVERIFY2(read.json()["issues"].empty(), read.json()["issues"].dump().c_str());
        const QString alone = cli.path(QStringLiteral("q.plumb"));
        CLI_RUN(another, cli, 0, {QStringLiteral("create"), alone});
        const auto both = cli.run({QStringLiteral("import"), alone, folder, QStringLiteral("--format"), QStringLiteral("sustech"),
                                   QStringLiteral("--json")});
        QCOMPARE(both.json()["issues"].size(), added.json()["issues"].size());
    }

    /// Through the layouts of the media plugin the boxes lie in the frame of the LiDAR.
    void boxesAreInTheFrameOfTheirScene()
    {
        PLUMBLINE_SAMPLE(folder, "lidar/kitti-object/training");
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        const auto read =
            cli.run({QStringLiteral("import"), project, folder, QStringLiteral("--format"), QStringLiteral("kitti3d")});
        QVERIFY2(read.code == 0 || read.code == 3, read.err.constData());
        int cuboids = 0;
        for (const Json &line : cli.run({QStringLiteral("annotations"), project}).lines()) {
            const Json &shape = line["geometry"];
            if (shape["type"] != "cuboid")
                continue;
            ++cuboids;
            QCOMPARE(shape["coordinate_frame"].get<std::string>(), std::string("velodyne"));
            // All of them are ahead of the vehicle.
            QVERIFY(shape["center"][0].get<double>() > 5);
        }
        QCOMPARE(cuboids, 4);
    }
};

QTEST_GUILESS_MAIN(TestSceneFormats)
#include "tst_sceneformats.moc"
