// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"

#include <QFile>
#include <QImage>

using namespace plumbline;

/// What export says is what it wrote; pictures that are missing or behind links are told.
class TestExport : public QObject
{
    Q_OBJECT

    static QStringList words(const char *line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); }

    static void writeText(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    /// Two pictures in `pics`; a.png has a box, key points and a box without a class, which no format writes; b.png a box.
    static void makeProject(const test::CliRunner &cli, const QString &project)
    {
        QVERIFY(QDir().mkpath(cli.path(QStringLiteral("pics"))));
        for (const auto &[name, colour] : {std::pair{"a.png", 0xFFFF0000}, {"b.png", 0xFF00FF00}}) {
            QImage picture(64, 48, QImage::Format_RGB32);
            picture.fill(colour);
            QVERIFY(picture.save(cli.path(QStringLiteral("pics/") + QLatin1String(name))));
        }
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        CLI_RUN(added, cli, 0, {QStringLiteral("add"), project, cli.path(QStringLiteral("pics"))});
        Json coco = {{"images", Json::array()},
                     {"categories", Json::array({Json{{"id", 1}, {"name", "car"}}})},
                     {"annotations", Json::array()}};
        for (const char *name : {"a.png", "b.png"})
            coco["images"].push_back({{"id", coco["images"].size() + 1}, {"file_name", name}, {"width", 64}, {"height", 48}});
        for (const int image : {1, 1, 2}) {
            Json label = {{"id", coco["annotations"].size() + 1}, {"image_id", image}, {"category_id", 1}};
            label["bbox"] = Json::array({4, 4, 16, 12});
            coco["annotations"].push_back(label);
        }
        coco["annotations"].push_back(coco["annotations"][0]);
        coco["annotations"][3].erase("category_id");
        coco["annotations"][1]["keypoints"] = Json::array({5, 5, 2, 9, 9, 1});
        writeText(cli.path(QStringLiteral("labels.json")), base::toJsonText(coco));
        CLI_RUN(imported, cli, 3,
                {QStringLiteral("import"), project, cli.path(QStringLiteral("labels.json")), QStringLiteral("--format"),
                 QStringLiteral("coco")});
    }

    static QStringList exportTo(const test::CliRunner &cli, const QString &project, const char *format, const QString &out,
                                const char *more)
    {
        QStringList arguments{QStringLiteral("export"), project,       QStringLiteral("--format"), QLatin1String(format),
                              QStringLiteral("--out"),  cli.path(out), QStringLiteral("--json")};
        return *more ? arguments + words(more) : arguments;
    }

private slots:
    void countsAreThoseOfTheFiles()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        makeProject(cli, project);
        CLI_RUN(listed, cli, 0, {QStringLiteral("annotations"), project});
        QCOMPARE(listed.lines().size(), std::size_t(4));
        for (const char *format : {"coco", "voc", "yolo"}) {
            const QString out = QStringLiteral("out-") + QLatin1String(format);
            CLI_RUN(written, cli, 0, exportTo(cli, project, format, out, "--batch b1"));
            QCOMPARE(written.json()["annotations"].get<int>(), 3);
            QCOMPARE(written.json()["items"].get<int>(), 2);
            QFile manifest(cli.path(out + QStringLiteral("/plumbline-batch.json")));
            QVERIFY(manifest.open(QIODevice::ReadOnly));
            QCOMPARE(base::parseJson(manifest.readAll(), 32).value_or(Json())["annotations"].dump(), std::string("3"));
        }
    }

    void missingPicturesAreTold_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"coco", "voc", "yolo"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }
    void missingPicturesAreTold()
    {
        QFETCH(QString, format);
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        makeProject(cli, project);
        QVERIFY(QFile::remove(cli.path(QStringLiteral("pics/b.png"))));
        const auto told = [](const Json &losses) {
            return std::count_if(losses.begin(), losses.end(), [](const Json &loss) {
                return loss["count"] == 1 && loss["why"].get<std::string>().find("b.png") != std::string::npos;
            });
        };
        CLI_RUN(without, cli, 0,
                {QStringLiteral("check-export"), project, QStringLiteral("--format"), format, QStringLiteral("--json")});
        QCOMPARE(told(without.json()["losses"]), 0);
        CLI_RUN(checked, cli, 0,
                {QStringLiteral("check-export"), project, QStringLiteral("--format"), format, QStringLiteral("--option"),
                 QStringLiteral("media=copy"), QStringLiteral("--json")});
        QCOMPARE(told(checked.json()["losses"]), 1);
        CLI_RUN(written, cli, 0,
                exportTo(cli, project, format.toLatin1().constData(), QStringLiteral("out"), "--option media=copy"));
        QCOMPARE(told(written.json()["losses"]), 1);
        for (const Json &file : written.json()["files"])
            QVERIFY(QFile::exists(cli.path(QStringLiteral("out/") + base::toQString(file))));
    }

    void linksAreFollowedOnlyWhereAllowed_data() { missingPicturesAreTold_data(); }
    void linksAreFollowedOnlyWhereAllowed()
    {
        QFETCH(QString, format);
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        makeProject(cli, project);
        CLI_RUN(written, cli, 0,
                exportTo(cli, project, format.toLatin1().constData(), QStringLiteral("out"), "--option media=link"));
        const QString other = cli.path(QStringLiteral("other.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), other});
        const QStringList import{QStringLiteral("--format"), format, QStringLiteral("--dry-run"), QStringLiteral("--json")};
        const auto read = [&](const QString &into, const QStringList &more) {
            return cli.run(QStringList{QStringLiteral("import"), into, cli.path(QStringLiteral("out"))} + import + more);
        };
        // The project has pictures in the folder that the links lead to.
        const auto own = read(project, {});
        QCOMPARE(own.json()["annotations"].get<int>(), 3);
        QCOMPARE(own.json()["without_media"].get<int>(), 0);
        QVERIFY2(!own.out.contains("not followed"), own.out.constData());
        // Another one does not, and is told what to do.
        const auto refused = read(other, {});
        QVERIFY2(refused.out.contains("are not followed; 2 do"), refused.out.constData());
        QVERIFY(refused.out.contains("--media " + cli.path(QStringLiteral("pics")).toUtf8()));
        const auto allowed = read(other, {QStringLiteral("--media"), cli.path(QStringLiteral("pics"))});
        QCOMPARE(allowed.json()["annotations"].get<int>(), 3);
        QCOMPARE(allowed.json()["without_media"].get<int>(), 0);
        QVERIFY2(!allowed.out.contains("not followed"), allowed.out.constData());
    }

    void foldersBehindLinksAreNotEntered()
    {
        test::CliRunner cli;
        makeProject(cli, cli.path(QStringLiteral("p.plumb")));
        const QString project = cli.path(QStringLiteral("other.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        QVERIFY(QDir().mkpath(cli.path(QStringLiteral("set"))));
        QVERIFY(QFile::copy(cli.path(QStringLiteral("labels.json")), cli.path(QStringLiteral("set/labels.json"))));
        QVERIFY(QFile::link(cli.path(QStringLiteral("pics")), cli.path(QStringLiteral("set/data"))));
        QStringList arguments{QStringLiteral("import"), project, cli.path(QStringLiteral("set")), QStringLiteral("--dry-run"),
                              QStringLiteral("--json")};
        const auto refused = cli.run(arguments);
        QCOMPARE(refused.json()["without_media"].get<int>(), 2);
        QVERIFY2(refused.out.contains("--media " + cli.path(QStringLiteral("pics")).toUtf8()), refused.out.constData());
        const auto allowed = cli.run(arguments << QStringLiteral("--media") << cli.path(QStringLiteral("pics")));
        QCOMPARE(allowed.json()["without_media"].get<int>(), 0);
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
