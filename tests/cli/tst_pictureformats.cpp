// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"
#include "tests/support/memorydataset.h"
#include "tests/support/samples.h"

#include <QFile>
#include <QFileInfo>

using namespace plumbline;

/// Formats of XML, tables and pictures, through the built program: what is imported and exported again imports equal, and the
/// files say the same.
class TestPictureFormats : public QObject
{
    Q_OBJECT

    /// What `annotations` prints, without what belongs to one import (ids, times, item ids → names).
    static Json content(const test::CliRunner &cli, const QString &project)
    {
        std::map<std::string, std::string> names;
        for (const Json &item : cli.run({QStringLiteral("items"), project, QStringLiteral("--json")}).lines())
            names[item["id"].get<std::string>()] = item["name"].get<std::string>();
        Json list = Json::array();
        for (Json line : cli.run({QStringLiteral("annotations"), project}).lines()) {
            line["item"] = names[line["item"].get<std::string>()];
            for (const char *key : {"id", "created", "origin", "revision"})
                line.erase(key);
            list.push_back(line);
        }
        return list;
    }

private slots:
    void samplesComeBackEqual_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("sample");
        const auto row = [](const char *format, const char *sample) {
            QTest::newRow(sample) << QString::fromLatin1(format) << QString::fromLatin1(sample);
        };
        row("cvat", "datumaro/cvat_dataset/for_images/export_task");
        row("masks", "labelme/instance_segmentation/data_dataset_voc");
        row("dota", "datumaro/dota_dataset");
        row("dota", "x-anylabeling/labelTxt");
        row("openimages", "datumaro/open_images_dataset/v6");
    }
    void samplesComeBackEqual()
    {
        QFETCH(QString, format);
        QFETCH(QString, sample);
        PLUMBLINE_SAMPLE(folder, "annotations");
        test::CliRunner cli;
        const QString source = folder + QLatin1Char('/') + sample;
        // The program finds the format by itself.
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
        const int count = import(first, source);
        QVERIFY(count > 0);
        CLI_RUN(checked, cli, 0,
                {QStringLiteral("check-export"), first, QStringLiteral("--format"), format, QStringLiteral("--json")});
        CLI_RUN(written, cli, 0,
                {QStringLiteral("export"), first, QStringLiteral("--format"), format, QStringLiteral("--out"), out,
                 QStringLiteral("--option"), QStringLiteral("media=copy"), QStringLiteral("--json")});
        QCOMPARE(written.json()["annotations"].get<int>(), count);
        QCOMPARE(import(second, out), count);
        QCOMPARE(test::difference(content(cli, first), content(cli, second)), QString());
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), second});
    }

    void hostileFilesAreRefusedInWords()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        const auto refused = [&](const QString &format, const QString &name, const QByteArray &content) {
            QFile file(cli.path(name));
            if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
                return false;
            file.close();
            const auto run = cli.run({QStringLiteral("import"), project, file.fileName(), QStringLiteral("--format"), format});
            return run.code == 1 && !run.err.isEmpty();
        };
        QVERIFY(refused(QStringLiteral("cvat"), QStringLiteral("bomb.xml"),
                        "<!DOCTYPE a [<!ENTITY b \"bbbb\">]><annotations><image name=\"&b;\"/></annotations>"));
        QVERIFY(refused(QStringLiteral("dota"), QStringLiteral("a.txt"), "1 2 3\n"));
        QVERIFY(refused(QStringLiteral("openimages"), QStringLiteral("a.csv"), "ImageID,LabelName,XMin\n"));
        QVERIFY(refused(QStringLiteral("masks"), QStringLiteral("a.png"), "no picture"));
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), project});
    }
};

QTEST_GUILESS_MAIN(TestPictureFormats)
#include "tst_pictureformats.moc"
