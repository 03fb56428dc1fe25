// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"
#include "tests/support/samples.h"

#include <QDirIterator>
#include <QFile>

#include <cmath>

using namespace plumbline;

/// Import and export in the same format through the store give the same annotations: ids, order and numbers to 1e-9.
class TestRoundTrip : public QObject
{
    Q_OBJECT

    static Json fileJson(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? base::parseJson(file.readAll(), 128).value_or(Json()) : Json();
    }

    /// Where two values differ; empty when they are equal but for 1e-9 in numbers. Key order does not matter, list order does.
    static QString difference(const Json &a, const Json &b, const QString &where = {})
    {
        if (a.is_number() && b.is_number())
            return std::abs(a.get<double>() - b.get<double>()) <= 1e-9 * std::max(1.0, std::abs(a.get<double>()))
                       ? QString()
                       : QStringLiteral("%1: %2 ≠ %3").arg(where).arg(a.get<double>(), 0, 'g', 17).arg(b.get<double>(), 0, 'g', 17);
        if (a.type() != b.type() || a.size() != b.size())
            return QStringLiteral("%1: %2 ≠ %3").arg(where, QString::fromStdString(a.dump()).left(200), QString::fromStdString(b.dump()).left(200));
        if (a.is_object()) {
            for (const auto &[key, value] : a.items()) {
                const QString at = where + QLatin1Char('.') + QString::fromStdString(key);
                if (!b.contains(key))
                    return at + QStringLiteral(" is missing");
                if (const QString inner = difference(value, b[key], at); !inner.isEmpty())
                    return inner;
            }
            return {};
        }
        if (a.is_array()) {
            for (std::size_t i = 0; i < a.size(); ++i)
                if (const QString inner = difference(a[i], b[i], QStringLiteral("%1[%2]").arg(where).arg(i)); !inner.isEmpty())
                    return inner;
            return {};
        }
        return a == b ? QString() : where;
    }

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
    void cocoFilesComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("sample");
        for (const char *name : {"annotations/datumaro/coco_dataset/coco_instances/annotations/instances_train.json",
                                 "annotations/datumaro/coco_dataset/coco_instances/annotations/instances_val.json",
                                 "annotations/labelme/instance_segmentation/data_dataset_coco/annotations.json"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void cocoFilesComeBackAsTheyWere()
    {
        QFETCH(QString, sample);
        const QString path = test::samplesFolder() + QLatin1Char('/') + sample;
        if (test::samplesFolder().isEmpty() || !QFile::exists(path))
            QSKIP("the sample is not on this machine");
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        const auto imported = cli.run({QStringLiteral("import"), project, path, QStringLiteral("--format"), QStringLiteral("coco"), QStringLiteral("--json")});
        QVERIFY2(imported.code == 0 || imported.code == 3, imported.err.constData());
        CLI_RUN(written, cli, 0,
                {QStringLiteral("export"), project, QStringLiteral("--format"), QStringLiteral("coco"), QStringLiteral("--out"),
                 cli.path(QStringLiteral("out"))});
        const Json before = fileJson(path);
        const Json after = fileJson(cli.path(QStringLiteral("out/labels.json")));
        QVERIFY(!before["annotations"].empty());
        for (const char *part : {"annotations", "categories", "images"}) {
            const QString found = difference(before[part], after[part], QLatin1String(part));
            QVERIFY2(found.isEmpty(), qPrintable(found));
        }
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), project});
    }

    void otherFormatsComeBackEqual_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("sample");
        QTest::addColumn<QString>("media");
        QTest::newRow("voc datumaro") << QStringLiteral("voc") << QStringLiteral("annotations/datumaro/voc_dataset/voc_dataset1") << QString();
        QTest::newRow("voc labelme") << QStringLiteral("voc") << QStringLiteral("annotations/labelme/bbox_detection/data_dataset_voc") << QString();
        QTest::newRow("yolo people") << QStringLiteral("yolo") << QStringLiteral("images/coco-val2017/labels-person-keypoints")
                                     << QStringLiteral("images/coco-val2017/images");
        QTest::newRow("yolo datumaro") << QStringLiteral("yolo") << QStringLiteral("annotations/datumaro/yolo_dataset/strict") << QString();
    }
    void otherFormatsComeBackEqual()
    {
        QFETCH(QString, format);
        QFETCH(QString, sample);
        QFETCH(QString, media);
        const QString root = test::samplesFolder() + QLatin1Char('/');
        if (test::samplesFolder().isEmpty() || !QFile::exists(root + sample))
            QSKIP("the sample is not on this machine");
        test::CliRunner cli;
        const auto import = [&](const QString &project, const QString &path, const QString &pictures) {
            QStringList arguments{QStringLiteral("import"), project, path, QStringLiteral("--format"), format, QStringLiteral("--json")};
            if (!pictures.isEmpty())
                arguments << QStringLiteral("--media") << pictures;
            return cli.run(arguments);
        };
        const QString first = cli.path(QStringLiteral("first.plumb"));
        const QString second = cli.path(QStringLiteral("second.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), first});
        CLI_RUN(madeToo, cli, 0, {QStringLiteral("create"), second});
        const auto read = import(first, root + sample, media.isEmpty() ? QString() : root + media);
        QVERIFY2(read.code == 0 || read.code == 3, read.err.constData());
        QVERIFY(read.json()["annotations"].get<int>() > 0);
        CLI_RUN(written, cli, 0,
                {QStringLiteral("export"), first, QStringLiteral("--format"), format, QStringLiteral("--out"), cli.path(QStringLiteral("out")),
                 QStringLiteral("--json")});
        // The second project finds its pictures where the first had them.
        CLI_RUN(items, cli, 0, {QStringLiteral("items"), first, QStringLiteral("--json")});
        const QString pictures = QFileInfo(base::toQString(items.lines().front()["path"])).absolutePath();
        const auto again = import(second, cli.path(QStringLiteral("out")), pictures);
        QVERIFY2(again.code == 0 || again.code == 3, again.err.constData());
        const Json a = content(cli, first);
        const Json b = content(cli, second);
        QCOMPARE(a.size(), b.size());
        for (std::size_t i = 0; i < a.size(); ++i)
            for (const char *key : {"class", "geometry", "attributes", "role"}) {
                const QString found = difference(a[i][key], b[i][key], QStringLiteral("%1.%2").arg(i).arg(QLatin1String(key)));
                QVERIFY2(found.isEmpty(), qPrintable(found));
            }
    }

    void formatsAreDetectedWithReasons()
    {
        PLUMBLINE_SAMPLE(folder, "annotations/datumaro/coco_dataset/coco_instances");
        test::CliRunner cli;
        CLI_RUN(detected, cli, 0, {QStringLiteral("import"), cli.path(QStringLiteral("p")), folder, QStringLiteral("--detect"), QStringLiteral("--json")});
        const Json guesses = detected.json()["guesses"];
        QVERIFY(!guesses.empty());
        QCOMPARE(guesses[0]["format"].get<std::string>(), std::string("coco"));
        QVERIFY(!guesses[0]["reason"].get<std::string>().empty());
    }

    void hostileFilesBecomeIssuesAndLeaveTheRest()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        const auto write = [&](const QString &name, const QByteArray &data) {
            QFile file(cli.path(name));
            if (file.open(QIODevice::WriteOnly))
                file.write(data);
            return file.fileName();
        };
        Json coco = {{"images", Json::array({Json{{"id", 1}, {"file_name", "good.jpg"}, {"width", 10}, {"height", 10}},
                                             Json{{"id", 2}, {"file_name", "../../escape.jpg"}, {"width", 10}, {"height", 10}},
                                             Json{{"id", 3}, {"file_name", "/etc/passwd"}, {"width", 10}, {"height", 10}}})},
                     {"categories", Json::array({Json{{"id", 7}, {"name", "thing"}}})},
                     {"annotations", Json::array()}};
        for (int id = 1; id <= 6; ++id) {
            Json a = {{"id", id}, {"image_id", id == 4 ? 99 : id > 3 ? 1 : id}, {"category_id", id == 5 ? 8 : 7}, {"iscrowd", 0}};
            a["bbox"] = Json::array({1, 1, id == 6 ? -5 : 5, 5});
            coco["annotations"].push_back(a);
        }
        const QString path = write(QStringLiteral("bad.json"), base::toJsonText(coco));
        CLI_RUN(imported, cli, 3, {QStringLiteral("import"), project, path, QStringLiteral("--format"), QStringLiteral("coco"), QStringLiteral("--json")});
        const Json answer = imported.json();
        QVERIFY(answer["annotations"].get<int>() >= 1);
        QVERIFY(answer["issues"].size() >= 4);
        for (const Json &issue : answer["issues"])
            QVERIFY(!issue["text"].get<std::string>().empty());
        CLI_RUN(items, cli, 0, {QStringLiteral("items"), project, QStringLiteral("--json")});
        QVERIFY(!items.out.contains(".."));
        QVERIFY(!items.out.contains("passwd"));

        const QString deep = write(QStringLiteral("deep.json"), "{\"annotations\":" + QByteArray(10'000, '[') + QByteArray(10'000, ']') + "}");
        const auto refused = cli.run({QStringLiteral("import"), project, deep, QStringLiteral("--format"), QStringLiteral("coco")});
        QVERIFY(refused.code == 1 || refused.code == 3);
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), project});
    }
};

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "tst_roundtrip.moc"
