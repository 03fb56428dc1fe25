// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"
#include "tests/support/memorydataset.h"
#include "tests/support/samples.h"

#include <QFile>

using namespace plumbline;

/// Formats that are JSON, through the built program: what is imported is exported equal, and its relations still join the same
/// labels.
class TestJsonFormats : public QObject
{
    Q_OBJECT

    static Json fileJson(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? base::parseJson(file.readAll(), 128).value_or(Json()) : Json();
    }

    static bool put(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

    // Imports, exports, and compares one file with what came out.
    static void roundTrip(const QString &format, const QString &source, const QString &original, const QString &written)
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        const auto imported =
            cli.run({QStringLiteral("import"), project, source, QStringLiteral("--format"), format, QStringLiteral("--json")});
        QVERIFY2(imported.code == 0 || imported.code == 3, imported.err.constData());
        QVERIFY(imported.json()["annotations"].get<int>() > 0);
        CLI_RUN(exported, cli, 0,
                {QStringLiteral("export"), project, QStringLiteral("--format"), format, QStringLiteral("--out"),
                 cli.path(QStringLiteral("out"))});
        const Json before = fileJson(original);
        QVERIFY(!before.is_null());
        QCOMPARE(test::difference(before, fileJson(cli.path(QStringLiteral("out/") + written))), QString());
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), project});
    }

private slots:
    void samplesComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *format, const char *source, const char *file, const char *written) {
            QTest::newRow(file) << QString::fromLatin1(format) << QString::fromLatin1(source) << QString::fromLatin1(file)
                                << QString::fromLatin1(written);
        };
        row("labelme", "labelme/instance_segmentation/data_annotated",
            "labelme/instance_segmentation/data_annotated/2011_000006.json", "2011_000006.json");
        row("labelme", "labelme/classification/data_annotated", "labelme/classification/data_annotated/0001.json", "0001.json");
        row("labelme", "x-anylabeling/demo.json", "x-anylabeling/demo.json", "demo.json");
        row("datumaro", "datumaro/datumaro_dataset/legacy", "datumaro/datumaro_dataset/legacy/annotations/train.json",
            "annotations/train.json");
    }
    void samplesComeBackAsTheyWere()
    {
        QFETCH(QString, format);
        QFETCH(QString, source);
        QFETCH(QString, file);
        QFETCH(QString, written);
        PLUMBLINE_SAMPLE(folder, "annotations");
        const QString original = folder + QLatin1Char('/') + file;
        if (format != QLatin1String("datumaro"))
            return roundTrip(format, folder + QLatin1Char('/') + source, original, written);
        // The pictures of this sample are copies of one, which a project knows as one item; so they stay behind.
        const QTemporaryDir bare;
        QVERIFY(QDir(bare.path()).mkpath(QStringLiteral("annotations")));
        QVERIFY(QFile::copy(original, bare.filePath(written)));
        roundTrip(format, bare.path(), original, written);
    }

    // Written from the documentation's task format: no sample of this format is at hand.
    void tasksComeBackAsTheyWere()
    {
        test::CliRunner cli;
        const QString source = cli.path(QStringLiteral("export.json"));
        QVERIFY(put(
            source,
            "[{\"id\":1,\"data\":{\"image\":\"/data/upload/1/0123abcd-a.jpg\"},\"annotations\":[{\"id\":5,\"completed_by\":1,"
            "\"result\":[{\"id\":\"Dx_aB91ISN\",\"type\":\"rectanglelabels\",\"from_name\":\"tag\",\"to_name\":\"img\","
            "\"original_width\":600,\"original_height\":403,\"image_rotation\":0,\"value\":{\"x\":50.8,\"y\":5.869797225186766,"
            "\"width\":12.4,\"height\":10.458911419423693,\"rotation\":0,\"rectanglelabels\":[\"Moonwalker\"]}},"
            "{\"id\":\"b\",\"type\":\"keypointlabels\",\"from_name\":\"kp\",\"to_name\":\"img\",\"original_width\":600,"
            "\"original_height\":403,\"image_rotation\":0,\"value\":{\"x\":1.5,\"y\":2,\"width\":0.2,\"keypointlabels\":[\"eye\"]"
            "}},"
            "{\"type\":\"relation\",\"from_id\":\"b\",\"to_id\":\"Dx_aB91ISN\",\"direction\":\"right\"}],"
            "\"was_cancelled\":false,\"ground_truth\":false,\"lead_time\":4.288}],\"predictions\":[],\"project\":83}]"));
        roundTrip(QStringLiteral("labelstudio"), source, source, QStringLiteral("tasks.json"));
    }

    void relationsKeepTheirEnds()
    {
        test::CliRunner cli;
        const QByteArray shape =
            "{\"label\":\"@\",\"score\":null,\"points\":[[1.0,1.0],[5.0,5.0]],\"group_id\":@,\"description\":null,"
            "\"shape_type\":\"rectangle\",\"flags\":{},\"attributes\":{},\"kie_linking\":[[1,2]]}";
        const QByteArray file = "{\"version\":\"3.0.0\",\"flags\":{},\"shapes\":[" + QByteArray(shape).replace('@', '1') + ','
                                + QByteArray(shape).replace('@', '2')
                                + "],\"imagePath\":\"a.jpg\",\"imageData\":null,\"imageHeight\":9,\"imageWidth\":9}";
        const QString source = cli.path(QStringLiteral("a.json"));
        QVERIFY(put(source, file));
        roundTrip(QStringLiteral("labelme"), source, source, QStringLiteral("a.json"));
        const QString project = cli.path(QStringLiteral("q.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        CLI_RUN(imported, cli, 3,
                {QStringLiteral("import"), project, source, QStringLiteral("--format"), QStringLiteral("labelme")});
        CLI_RUN(printed, cli, 0, {QStringLiteral("annotations"), project});
        const auto lines = printed.lines();
        QCOMPARE(lines.size(), std::size_t(3));
        QVERIFY(lines[2]["geometry"]["type"] == "relation");
        QVERIFY(lines[2]["geometry"]["from"] == lines[0]["id"] && lines[2]["geometry"]["to"] == lines[1]["id"]);
    }
};

QTEST_GUILESS_MAIN(TestJsonFormats)
#include "tst_jsonformats.moc"
