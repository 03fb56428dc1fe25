// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"

#include <cmath>

using namespace plumbline;

class TestConsensusVerb : public QObject
{
    Q_OBJECT

    static QString write(const test::CliRunner &cli, const char *name, const QByteArray &text)
    {
        QFile file(cli.path(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return file.fileName();
    }
    static QStringList with(const QString &labels, QStringList more)
    {
        return QStringList{QStringLiteral("consensus"), QStringLiteral("--labels"), labels, QStringLiteral("--json")} + more;
    }

private slots:
    void answersItemsAnnotatorsAndAccuracy()
    {
        test::CliRunner cli;
        const QString labels =
            write(cli, "l.csv", "task,annotator,label,time\n1,a,yes,\n1,b,yes,\n1,c,no,\n2,a,no,\n2,b,no,\n3,a,yes,\n3,c,no,\n");
        const QString truth = write(cli, "t.csv", "task,truth\n1,yes\n2,no\n3,no\n4,yes\n");
        CLI_RUN(voted, cli, 0,
                with(labels, {QStringLiteral("--method"), QStringLiteral("majority"), QStringLiteral("--truth"), truth}));
        const Json json = voted.json();
        QCOMPARE(json["items"].get<int>(), 3);
        QCOMPARE(json["annotators"].get<int>(), 3);
        QCOMPARE(json["labels"].get<int>(), 7);
        QCOMPARE(json["ties"].get<int>(), 1);
        // The tie on 3 goes to "no", of which there are four labels against three.
        QCOMPARE(json["accuracy"].get<double>(), 1.0);
        QCOMPARE(json["accuracy_expected"].get<double>(), 2.5 / 3);
        QCOMPARE(json["truth"].get<int>(), 3);
        QCOMPARE(json["truth_without_labels"].get<int>(), 1);
        QCOMPARE(json["per_item"].size(), std::size_t(3));
        QCOMPARE(json["per_item"][0]["item"].get<std::string>(), std::string("1"));
        QCOMPARE(json["per_item"][0]["label"].get<std::string>(), std::string("yes"));
        QCOMPARE(json["per_item"][0]["posterior"]["yes"].get<double>(), 2.0 / 3);
        QCOMPARE(json["per_annotator"].size(), std::size_t(3));
        QVERIFY(json["per_annotator"][0]["skill"].is_number());

        const QString out = cli.path(QStringLiteral("out.csv"));
        CLI_RUN(chosen, cli, 0, with(labels, {QStringLiteral("--out"), out, QStringLiteral("--summary")}));
        QCOMPARE(chosen.json()["method"].get<std::string>(), std::string("auto"));
        QVERIFY(chosen.json()["why"].is_string() && chosen.json()["chosen"].is_string());
        QVERIFY(chosen.json()["evidence"].size() >= 3);
        QVERIFY(!chosen.json().contains("per_item"));
        QFile written(out);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(written.readAll().startsWith("task,label,probability\n1,yes,0."));

        CLI_RUN(people, cli, 0,
                {QStringLiteral("consensus"), QStringLiteral("--labels"), labels, QStringLiteral("--truth"), truth});
        QVERIFY(people.out.contains("3 items, 7 labels, 3 annotators") && people.out.contains("accuracy"));
    }

    void badRowsAreNamedAndTheRestCounts()
    {
        test::CliRunner cli;
        const QString labels = write(cli, "l.csv", "task,annotator,label\n1,a,yes\n1,b,\n2,a,maybe\n2,b,no\n1,a,yes\n\n2,c,no\n");
        CLI_RUN(found, cli, 3, with(labels, {QStringLiteral("--categories"), QStringLiteral("yes,no,unused")}));
        const Json json = found.json();
        QCOMPARE(json["labels"].get<int>(), 4);
        QCOMPARE(json["categories"].get<int>(), 3);
        QCOMPARE(json["issues"][0]["place"].get<std::string>(), std::string("line 3"));
        QCOMPARE(json["issues"][1]["place"].get<std::string>(), std::string("line 4"));
        QCOMPARE(json["issues"][2]["severity"].get<std::string>(), std::string("note"));  // a repeat, which counts
        QCOMPARE(json["issues"][2]["place"].get<std::string>(), std::string("line 6"));
        CLI_RUN(first, cli, 3, with(labels, {QStringLiteral("--first-only")}));
        QCOMPARE(first.json()["labels"].get<int>(), 4);  // "maybe" is one now, the repeat is not

        const QString none = write(cli, "empty.csv", "task,annotator,label\n");
        CLI_RUN(empty, cli, 0, with(none, {}));
        QCOMPARE(empty.json()["items"].get<int>(), 0);
        const QString truth = write(cli, "t.csv", "task,truth\n8,yes\n9,no\n9,yes\n");
        CLI_RUN(unknown, cli, 3, with(none, {QStringLiteral("--truth"), truth}));
        QVERIFY(unknown.json()["accuracy"].is_null());
        const QString headless = write(cli, "h.csv", "1,a,yes\n");
        CLI_RUN(noHeader, cli, 1, with(headless, {}));
        QVERIFY(noHeader.err.contains("task, annotator and label"));
        CLI_RUN(nothing, cli, 2, {QStringLiteral("consensus")});
        CLI_RUN(method, cli, 2, with(labels, {QStringLiteral("--method"), QStringLiteral("luck")}));
        QVERIFY(method.err.contains("dawid-skene"));
    }

    void readsTheJudgementsOfAProject()
    {
        test::CliRunner cli;
        const QString labels = write(cli, "l.csv", "task,annotator,label\n1,a,x\n1,b,x\n1,c,y\n2,a,y\n2,b,y\n");
        const QString project = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), project});
        CLI_RUN(judged, cli, 0, {QStringLiteral("judge"), project, QStringLiteral("--labels"), labels});
        CLI_RUN(
            stored, cli, 0,
            {QStringLiteral("consensus"), project, QStringLiteral("--method"), QStringLiteral("wawa"), QStringLiteral("--json")});
        CLI_RUN(direct, cli, 0, with(labels, {QStringLiteral("--method"), QStringLiteral("wawa")}));
        QVERIFY(stored.json()["per_item"] == direct.json()["per_item"]);
    }
};

QTEST_GUILESS_MAIN(TestConsensusVerb)
#include "tst_consensusverb.moc"
