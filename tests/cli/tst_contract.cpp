// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"
#include "tests/support/samples.h"

#include <QFile>
#include <QImage>

#include <cmath>

using namespace plumbline;

/// The command line's contract: exit codes, one JSON document, words instead of traces, and work that goes all the way.
class TestContract : public QObject
{
    Q_OBJECT

    static QStringList words(const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts); }

    static QString picture(const QString &path, QRgb colour)
    {
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(colour);
        image.save(path);
        return path;
    }

private slots:
    void wrongUsageIsExitTwoInOneLine_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("hint");
        QTest::newRow("no verb") << QStringList() << QByteArray("--help");
        QTest::newRow("misspelt verb") << words("imprt a b") << QByteArray("did you mean import?");
        QTest::newRow("missing argument") << words("info") << QByteArray("info");
        QTest::newRow("unknown option") << words("info p --frobnicate") << QByteArray("info");
        QTest::newRow("bad number") << words("frame f --index x") << QByteArray("frame");
        QTest::newRow("bad device") << words("prelabel p --engine onnx --device abacus") << QByteArray("prelabel");
    }
    void wrongUsageIsExitTwoInOneLine()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, hint);
        test::CliRunner cli;
        CLI_RUN(outcome, cli, 2, arguments);
        QVERIFY(outcome.out.isEmpty());
        QCOMPARE(outcome.err.trimmed().count('\n'), 0);
        QVERIFY2(outcome.err.contains(hint), outcome.err.constData());
    }

    void everyVerbHasHelp()
    {
        test::CliRunner cli;
        CLI_RUN(help, cli, 0, {QStringLiteral("--help")});
        for (const char *verb : {"demo", "create", "info", "add", "items", "media", "frame", "formats", "import", "check-export", "export",
                                 "apply", "annotations", "undo", "redo", "history", "models", "devices", "prelabel", "judge", "score",
                                 "agreement", "consensus", "verify", "backup", "restore", "plugins", "completion", "schema", "check", "packet"}) {
            QVERIFY2(help.out.contains(verb), verb);
            CLI_RUN(own, cli, 0, {QLatin1String(verb), QStringLiteral("--help")});
            QVERIFY(own.out.size() > 40);
        }
    }

    void missingThingsFailInWords_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("project") << words("info /nowhere/p.plumb --json");
        QTest::newRow("media") << words("media /nowhere/a.png --json");
        QTest::newRow("backup") << words("restore /nowhere/p.plumb /nowhere/b.db --json");
    }
    void missingThingsFailInWords()
    {
        QFETCH(QStringList, arguments);
        test::CliRunner cli;
        CLI_RUN(outcome, cli, 1, arguments);
        QVERIFY(outcome.json().contains("error"));
        QVERIFY(outcome.err.startsWith("plumbline-cli: "));
        QCOMPARE(outcome.err.trimmed().count('\n'), 0);
    }

    void addTellsDuplicatesAndBrokenFiles()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        QDir().mkpath(cli.path(QStringLiteral("in/sub")));
        picture(cli.path(QStringLiteral("in/a.png")), 0xFFFF0000);
        picture(cli.path(QStringLiteral("in/sub/a.png")), 0xFF00FF00);
        QVERIFY(QFile::copy(cli.path(QStringLiteral("in/a.png")), cli.path(QStringLiteral("in/copy.png"))));
        QFile broken(cli.path(QStringLiteral("in/broken.png")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("\x89PNG\r\n\x1a\n and then nothing");
        broken.close();
        QFile empty(cli.path(QStringLiteral("in/empty.jpg")));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        QVERIFY(QFile::link(QStringLiteral("/etc"), cli.path(QStringLiteral("in/link"))));

        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        CLI_RUN(added, cli, 3, {QStringLiteral("add"), project, cli.path(QStringLiteral("in")), QStringLiteral("--json")});
        const Json answer = added.json();
        QCOMPARE(answer["items"].size(), std::size_t(2));
        QCOMPARE(answer["duplicates"].size(), std::size_t(1));
        QCOMPARE(answer["issues"].size(), std::size_t(3));  // broken, empty, and a link that is not followed
        CLI_RUN(again, cli, 3, {QStringLiteral("add"), project, cli.path(QStringLiteral("in")), QStringLiteral("--json")});
        QCOMPARE(again.json()["items"].size(), std::size_t(0));
        QCOMPARE(again.json()["duplicates"].size(), std::size_t(3));
        CLI_RUN(undone, cli, 0, {QStringLiteral("undo"), project});
        CLI_RUN(items, cli, 0, {QStringLiteral("items"), project, QStringLiteral("--json")});
        QVERIFY(items.out.isEmpty());
    }

    void applyAcknowledgesUpdatesAndRefusesBadLines()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        QFile schema(cli.path(QStringLiteral("schema.json")));
        QVERIFY(schema.open(QIODevice::WriteOnly));
        Json classes = Json::object();
        classes["classes"] = Json::array({Json{{"name", "car"}}, Json{{"name", "person"}}});
        classes["attributes"] = Json::array({Json{{"key", "occluded"}}});
        schema.write(base::toJsonText(classes));
        schema.close();
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project, QStringLiteral("--schema"), schema.fileName()});
        CLI_RUN(added, cli, 0, {QStringLiteral("add"), project, picture(cli.path(QStringLiteral("a.png")), 0xFF123456)});

        const std::string id = "01234567-89ab-7def-8123-456789abcdef";
        const auto box = [](double w) { return Json{{"type", "box"}, {"x", 1.5}, {"y", 2}, {"w", w}, {"h", 40}}; };
        Json part = Json::object();
        part["outer"] = Json::array({Json::array({1, 1}), Json::array({9, 1}), Json::array({5, 8})});
        const Json triangle = {{"type", "polygon"}, {"parts", Json::array({part})}};
        const Json edits[] = {
            {{"op", "create"}, {"annotation", {{"id", id}, {"item", "a.png"}, {"class", "car"}, {"geometry", box(30)}}}},
            "not an edit",
            {{"op", "create"}, {"annotation", {{"item", "a.png"}, {"class", "unicorn"}, {"geometry", box(3)}}}},
            {{"op", "create"}, {"annotation", {{"item", "a.png"}, {"class", "car"}, {"geometry", box(-3)}}}},
            {{"op", "update"},
             {"annotation", {{"id", id}, {"revision", 1}, {"class", "person"}, {"attributes", {{"occluded", {{"unknown", true}}}}}}}},
            {{"op", "update"}, {"annotation", {{"id", id}, {"revision", 1}, {"class", "car"}}}},
            {{"op", "create"}, {"gesture", "g"}, {"annotation", {{"item", "a.png"}, {"class", "car"}, {"geometry", triangle}}}},
            {{"op", "create"}, {"gesture", "g"}, {"annotation", {{"item", "a.png"}, {"class", "car"}, {"geometry", {{"type", "item"}}}}}}};
        QByteArray input;
        for (const Json &edit : edits)
            input += (edit.is_string() ? QByteArray("{broken") : base::toJsonLine(edit)) + '\n';
        CLI_RUN(applied, cli, 3, {QStringLiteral("apply"), project}, input);
        const auto acks = applied.lines();
        QCOMPARE(acks.size(), std::size_t(8));
        QVERIFY(acks[0].contains("seq"));
        QCOMPARE(acks[1]["line"].get<int>(), 2);
        QVERIFY(acks[2]["error"].get<std::string>().find("unicorn") != std::string::npos);
        QVERIFY(acks[3].contains("error"));
        QVERIFY(acks[4].contains("seq"));
        QCOMPARE(acks[5]["code"].get<std::string>(), std::string("conflict"));
        QVERIFY(acks[6]["op_id"] == acks[7]["op_id"]);

        CLI_RUN(printed, cli, 0, {QStringLiteral("annotations"), project});
        const auto lines = printed.lines();
        QCOMPARE(lines.size(), std::size_t(3));
        QCOMPARE(lines[0]["class"].get<std::string>(), std::string("person"));
        QCOMPARE(lines[0]["geometry"]["x"].get<double>(), 1.5);
        QVERIFY(lines[0]["attributes"]["occluded"]["unknown"] == true);
        QCOMPARE(lines[0]["layer"].get<std::string>(), std::string("accepted"));

        // What is printed can be applied again: the same annotation, exactly.
        CLI_RUN(undone, cli, 0, {QStringLiteral("undo"), project, QStringLiteral("--json")});
        QCOMPARE(undone.json()["ops"].get<int>(), 2);
        Json again = lines[1];
        again.erase("revision");
        CLI_RUN(reapplied, cli, 0, {QStringLiteral("apply"), project}, base::toJsonLine({{"op", "create"}, {"annotation", again}}) + '\n');
        CLI_RUN(reprinted, cli, 0, {QStringLiteral("annotations"), project});
        Json expected = lines[1];
        expected.erase("revision");
        Json got = reprinted.lines()[1];
        got.erase("revision");
        QCOMPARE(QByteArray::fromStdString(got.dump()), QByteArray::fromStdString(expected.dump()));
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), project});
    }

    void backupAndRestoreLoseNothing()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("d.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("demo"), project, QStringLiteral("--items"), QStringLiteral("3")});
        CLI_RUN(before, cli, 0, {QStringLiteral("annotations"), project});
        CLI_RUN(saved, cli, 0, {QStringLiteral("backup"), project, QStringLiteral("--json")});
        const std::string item = before.lines().front()["item"].get<std::string>();
        CLI_RUN(edited, cli, 0, {QStringLiteral("apply"), project},
                base::toJsonLine({{"op", "create"}, {"annotation", {{"item", item}, {"geometry", {{"type", "item"}}}}}}) + '\n');
        CLI_RUN(restored, cli, 0,
                {QStringLiteral("restore"), project, QString::fromStdString(saved.json()["path"].get<std::string>()), QStringLiteral("--json")});
        CLI_RUN(after, cli, 0, {QStringLiteral("annotations"), project});
        QCOMPARE(after.out, before.out);
        QVERIFY(QFile::exists(QString::fromStdString(restored.json()["kept"].get<std::string>())));
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), project});
    }

    void aDamagedProjectIsRestored()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("d.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("demo"), project, QStringLiteral("--items"), QStringLiteral("3")});
        CLI_RUN(before, cli, 0, {QStringLiteral("annotations"), project});
        const QString copy = cli.path(QStringLiteral("copy.db"));
        CLI_RUN(saved, cli, 0, {QStringLiteral("backup"), project, QStringLiteral("--to"), copy});
        QFile database(project + QStringLiteral("/project.db"));
        QVERIFY(database.open(QIODevice::WriteOnly));
        database.write(QByteArray(100'000, '\x5a'));
        database.close();
        CLI_RUN(broken, cli, 1, {QStringLiteral("info"), project});
        // Whether it verifies is what was asked: it does not.
        CLI_RUN(told, cli, 3, {QStringLiteral("verify"), project, QStringLiteral("--json")});
        QVERIFY(told.json()["ok"] == false);
        QCOMPARE(told.json()["issues"].size(), std::size_t(1));
        CLI_RUN(restored, cli, 0, {QStringLiteral("restore"), project, copy});
        CLI_RUN(after, cli, 0, {QStringLiteral("annotations"), project});
        QCOMPARE(after.out, before.out);
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), project});
    }

    void mediaTellsWhatACloudHolds()
    {
        test::CliRunner cli;
        const QString path = cli.path(QStringLiteral("sweep.pcd"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# .PCD v0.7\nFIELDS x y z intensity\nSIZE 4 4 4 1\nTYPE F F F U\nCOUNT 1 1 1 1\nWIDTH 4\nHEIGHT 1\nPOINTS 4\nDATA ascii\n"
                   "1 2 3 255\n-1.5 0 9 0\nnan nan nan 7\n");
        file.close();
        // A header that claims too much is a problem, which the exit code says; what is there is told nevertheless.
        CLI_RUN(told, cli, 3, {QStringLiteral("media"), path, QStringLiteral("--json")});
        QCOMPARE(told.json()["points"].get<int>(), 3);
        QCOMPARE(told.json()["finite"].get<int>(), 2);
        QCOMPARE(told.json()["fields"][0]["name"].get<std::string>(), std::string("intensity"));
        QVERIFY(told.json()["bounds"]["min"] == Json::parse("[-1.5, 0.0, 3.0]"));
        QVERIFY(told.json()["bounds"]["max"] == Json::parse("[1.0, 2.0, 9.0]"));
        QCOMPARE(told.json()["issues"].size(), std::size_t(1));
    }

    void picturesOfOneNameAreToldApart()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        for (const auto &[folder, colour] : {std::pair{"one", 0xFFFF0000}, {"two", 0xFF00FF00}}) {
            QDir().mkpath(cli.path(QLatin1String(folder)));
            picture(cli.path(QLatin1String(folder) + QStringLiteral("/k.png")), colour);
            QFile labels(cli.path(QLatin1String(folder) + QStringLiteral("/labels.json")));
            QVERIFY(labels.open(QIODevice::WriteOnly));
            Json annotation = {{"id", 1}, {"image_id", 1}, {"category_id", 1}};
            annotation["bbox"] = Json::array({1, 1, 5, 5});
            labels.write(base::toJsonText({{"images", Json::array({Json{{"id", 1}, {"file_name", "k.png"}, {"width", 64}, {"height", 48}}})},
                                           {"categories", Json::array({Json{{"id", 1}, {"name", folder}}})},
                                           {"annotations", Json::array({annotation})}}));
        }
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        CLI_RUN(added, cli, 0, {QStringLiteral("add"), project, cli.path(QStringLiteral("one/k.png"))});
        CLI_RUN(imported, cli, 0,
                {QStringLiteral("import"), project, cli.path(QStringLiteral("two/labels.json")), QStringLiteral("--format"),
                 QStringLiteral("coco"), QStringLiteral("--media"), cli.path(QStringLiteral("two"))});
        CLI_RUN(again, cli, 0,
                {QStringLiteral("import"), project, cli.path(QStringLiteral("one/labels.json")), QStringLiteral("--format"),
                 QStringLiteral("coco"), QStringLiteral("--media"), cli.path(QStringLiteral("one"))});
        CLI_RUN(items, cli, 0, {QStringLiteral("items"), project, QStringLiteral("--json")});
        QCOMPARE(items.lines().size(), std::size_t(2));
        for (const Json &item : items.lines()) {
            const bool second = item["path"].get<std::string>().find("/two/") != std::string::npos;
            CLI_RUN(labels, cli, 0,
                    {QStringLiteral("annotations"), project, QStringLiteral("--item"), QString::fromStdString(item["id"].get<std::string>())});
            QCOMPARE(labels.lines().size(), std::size_t(1));
            QCOMPARE(labels.lines().front()["class"].get<std::string>(), std::string(second ? "two" : "one"));
        }
    }

    void anotherPersonsLabelsAreNotChangedWithoutProof()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("d.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("demo"), project, QStringLiteral("--items"), QStringLiteral("3")});
        CLI_RUN(listed, cli, 0, {QStringLiteral("annotations"), project, QStringLiteral("--layer"), QStringLiteral("ada")});
        const std::string id = listed.lines().front()["id"].get<std::string>();
        CLI_RUN(refused, cli, 3, {QStringLiteral("apply"), project, QStringLiteral("--user"), QStringLiteral("ben")},
                base::toJsonLine({{"op", "delete"}, {"annotation", {{"id", id}}}}) + '\n');
        QCOMPARE(refused.lines().front()["code"].get<std::string>(), std::string("permission-denied"));
    }

    void wrongNamesAreNotEmptyAnswers()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("d.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("demo"), project, QStringLiteral("--items"), QStringLiteral("3")});
        CLI_RUN(layer, cli, 1, {QStringLiteral("annotations"), project, QStringLiteral("--layer"), QStringLiteral("nope")});
        CLI_RUN(exported, cli, 1,
                {QStringLiteral("check-export"), project, QStringLiteral("--format"), QStringLiteral("coco"), QStringLiteral("--layer"), QStringLiteral("nope")});
        CLI_RUN(person, cli, 1, {QStringLiteral("score"), project, QStringLiteral("--annotator"), QStringLiteral("nobody")});
        CLI_RUN(usage, cli, 2, {QStringLiteral("info"), QStringLiteral("--json")});
        QCOMPARE(usage.json()["code"].get<std::string>(), std::string("usage"));
    }

    void theDemoIsScoredAsItsPeopleWork()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("d.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("demo"), project, QStringLiteral("--items"), QStringLiteral("200"), QStringLiteral("--json")});
        QCOMPARE(made.json()["gold"].get<int>(), 40);
        CLI_RUN(scored, cli, 0, {QStringLiteral("score"), project, QStringLiteral("--json")});
        std::map<std::string, Json> people;
        const Json scores = scored.json();
        for (const Json &person : scores["annotators"])
            people[person["annotator"].get<std::string>()] = person;
        // The simulated people err at known rates: ada 3 %, ben about 20 %; cleo lies between.
        const double ada = people["ada"]["accuracy"].get<double>();
        const double ben = people["ben"]["accuracy"].get<double>();
        QVERIFY2(ada > 0.92, qPrintable(QString::number(ada)));
        QVERIFY2(ben < ada - 0.08, qPrintable(QString::number(ben)));
        QVERIFY2(std::abs(ben - 0.79) < 0.07, qPrintable(QString::number(ben)));
        for (const auto &[name, person] : people) {
            const double low = person["interval"][0].get<double>();
            const double high = person["interval"][1].get<double>();
            QVERIFY(low < person["accuracy"].get<double>() && person["accuracy"].get<double>() < high);
        }
    }

    void agreementOfAnyLabels()
    {
        test::CliRunner cli;
        QFile labels(cli.path(QStringLiteral("labels.csv")));
        QVERIFY(labels.open(QIODevice::WriteOnly));
        labels.write("task,annotator,label,time\n1,a,yes,\n1,b,yes,\n2,a,no,\n2,b,yes,\n3,a,no,\n3,b,no,\n3,b,yes,\n4,a,,\n");
        labels.close();
        CLI_RUN(alpha, cli, 3, {QStringLiteral("agreement"), QStringLiteral("--labels"), labels.fileName(), QStringLiteral("--json")});
        const Json answer = alpha.json();
        // Coincidences: yes-yes 2, no-no 2, yes-no 2 of 6; expected 18 of 30.
        QVERIFY(std::abs(answer["value"].get<double>() - (1 - (2.0 / 6) / (18.0 / 30))) < 1e-12);
        QCOMPARE(answer["units"].get<int>(), 3);
        QCOMPARE(answer["ratings"].get<int>(), 6);
        QVERIFY(answer["interval"].is_array());
        QCOMPARE(answer["issues"].size(), std::size_t(2));
        QCOMPARE(answer["issues"][1]["place"].get<std::string>(), std::string("line 9"));
        CLI_RUN(ordinal, cli, 3, {QStringLiteral("agreement"), QStringLiteral("--labels"), labels.fileName(), QStringLiteral("--level"),
                                  QStringLiteral("ordinal"), QStringLiteral("--json")});
        QVERIFY(ordinal.json()["value"].is_null() && ordinal.json()["undefined"].is_string());
        CLI_RUN(unknown, cli, 2, {QStringLiteral("agreement"), QStringLiteral("--labels"), labels.fileName(), QStringLiteral("--metric"),
                                  QStringLiteral("luck")});
        QVERIFY(unknown.err.contains("krippendorff-alpha"));
        // The same labels recorded in a project.
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        CLI_RUN(judged, cli, 3, {QStringLiteral("judge"), project, QStringLiteral("--labels"), labels.fileName()});
        CLI_RUN(stored, cli, 0, {QStringLiteral("agreement"), project, QStringLiteral("--json")});
        QCOMPARE(stored.json()["value"].get<double>(), answer["value"].get<double>());
    }

    void crowdJudgementsAreScored()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        QByteArray labels = "task,annotator,label,confidence\r\n";
        QByteArray gold = "task,truth\n";
        for (int i = 0; i < 100; ++i) {
            gold += "t" + QByteArray::number(i) + ",yes\n";
            labels += "t" + QByteArray::number(i) + ",\"bob, jr\"," + (i % 5 == 0 ? "no" : "yes") + ",0.9\r\n";
        }
        labels += "t1,\"bob, jr\",no\r\n,broken,row\r\n";
        for (const auto &[name, data] : {std::pair{"labels.csv", &labels}, {"gold.csv", &gold}}) {
            QFile file(cli.path(QLatin1String(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(*data);
        }
        CLI_RUN(judged, cli, 3,
                {QStringLiteral("judge"), project, QStringLiteral("--labels"), cli.path(QStringLiteral("labels.csv")),
                 QStringLiteral("--gold"), cli.path(QStringLiteral("gold.csv")), QStringLiteral("--json")});
        QCOMPARE(judged.json()["judgements"].get<int>(), 101);
        QCOMPARE(judged.json()["scored"].get<int>(), 100);
        QCOMPARE(judged.json()["issues"][0]["place"].get<std::string>(), std::string("line 103"));
        CLI_RUN(scored, cli, 0, {QStringLiteral("score"), project, QStringLiteral("--json")});
        const Json bob = scored.json()["annotators"][0];
        QCOMPARE(bob["n"].get<int>(), 100);
        // Gold that comes later scores what was judged before; what was judged is not undone.
        QFile late(cli.path(QStringLiteral("late.csv")));
        QVERIFY(late.open(QIODevice::WriteOnly));
        late.write("task,truth\nx1,yes\n");
        late.close();
        QFile more(cli.path(QStringLiteral("more.csv")));
        QVERIFY(more.open(QIODevice::WriteOnly));
        more.write("task,annotator,label\nx1,eve,yes\n");
        more.close();
        CLI_RUN(first, cli, 0, {QStringLiteral("judge"), project, QStringLiteral("--labels"), more.fileName(), QStringLiteral("--json")});
        QCOMPARE(first.json()["scored"].get<int>(), 0);
        CLI_RUN(second, cli, 0, {QStringLiteral("judge"), project, QStringLiteral("--gold"), late.fileName(), QStringLiteral("--json")});
        QCOMPARE(second.json()["scored"].get<int>(), 1);
        CLI_RUN(undone, cli, 1, {QStringLiteral("undo"), project});
        // 80 right of 100 under Beta(1,1).
        QCOMPARE(bob["accuracy"].get<double>(), 81.0 / 102.0);
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), project});
    }

    void unprovenIdentityIsNeverScored()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("d.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("demo"), project, QStringLiteral("--items"), QStringLiteral("20")});
        CLI_RUN(listed, cli, 0, {QStringLiteral("items"), project, QStringLiteral("--json")});
        const auto added = cli.addMember(project, QStringLiteral("mallory"), QStringLiteral("annotator"));
        QVERIFY2(added.code == 0, added.err.constData());
        for (const Json &item : listed.lines()) {
            CLI_RUN(submitted, cli, 0,
                    {QStringLiteral("judge"), project, QStringLiteral("--user"), QStringLiteral("mallory"), QStringLiteral("--item"),
                     QString::fromStdString(item["id"].get<std::string>())});
        }
        CLI_RUN(scored, cli, 0, {QStringLiteral("score"), project, QStringLiteral("--annotator"), QStringLiteral("mallory"), QStringLiteral("--json")});
        QCOMPARE(scored.json()["annotators"][0]["n"].get<int>(), 0);
    }

    void exportsAreCompleteOrNotThere()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("d.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("demo"), project, QStringLiteral("--items"), QStringLiteral("8")});
        const QString out = cli.path(QStringLiteral("out"));
        CLI_RUN(written, cli, 0,
                {QStringLiteral("export"), project, QStringLiteral("--format"), QStringLiteral("coco"), QStringLiteral("--out"), out,
                 QStringLiteral("--batch"), QStringLiteral("b1"), QStringLiteral("--json")});
        const Json answer = written.json();
        for (const Json &file : answer["files"])
            QVERIFY(QFile::exists(out + QLatin1Char('/') + QString::fromStdString(file.get<std::string>())));
        CLI_RUN(again, cli, 1,
                {QStringLiteral("export"), project, QStringLiteral("--format"), QStringLiteral("coco"), QStringLiteral("--out"), out});
        CLI_RUN(wrong, cli, 1,
                {QStringLiteral("export"), project, QStringLiteral("--format"), QStringLiteral("no-such"), QStringLiteral("--out"),
                 cli.path(QStringLiteral("other"))});
        QVERIFY(!QFile::exists(cli.path(QStringLiteral("other"))));
        QVERIFY(wrong.err.contains("coco"));
    }

    void cocoToVocTellsItsLossesBeforehand()
    {
        test::CliRunner cli;
        const QString project = cli.path(QStringLiteral("d.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("demo"), project, QStringLiteral("--items"), QStringLiteral("12")});
        CLI_RUN(checked, cli, 0,
                {QStringLiteral("check-export"), project, QStringLiteral("--format"), QStringLiteral("voc"), QStringLiteral("--json")});
        QVERIFY(!checked.json()["losses"].empty());
    }
};

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
