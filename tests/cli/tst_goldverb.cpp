// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/gesture.h"
#include "core/store/project.h"
#include "core/store/reader.h"
#include "tests/cli/clirunner.h"
#include "tests/support/verify.h"

using namespace plumbline;

/// Keys made, changed and taken away on the command line, and what becomes of scores; crowd data that is broken in every way.
class TestGoldVerb : public QObject
{
    Q_OBJECT

    static QStringList words(const char *line) { return QString::fromLatin1(line).split(QLatin1Char(' ')); }
    static bool write(const QString &path, const QByteArray &data)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(data) == data.size();
    }
    static Json personIn(const Json &score, const char *name)
    {
        for (const Json &person : score["annotators"])
            if (person["annotator"].get<std::string>() == name)
                return person;
        return {};
    }

private slots:
    void keysComeFromALayerAndScoresFollow()
    {
        test::CliRunner cli;
        const QString p = cli.path(QStringLiteral("d.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("demo"), p, QStringLiteral("--items"), QStringLiteral("40")});
        CLI_RUN(listed, cli, 0, {QStringLiteral("gold"), QStringLiteral("list"), p, QStringLiteral("--json")});
        const Json keys = listed.json()["items"];
        QCOMPARE(keys.size(), std::size_t(12));
        QString blind;
        for (const Json &key : keys)
            if (key["kind"].get<std::string>() == "blind" && key["labels"][0].get<int>() > 2)
                blind = QString::fromStdString(key["name"].get<std::string>());
        QVERIFY(!blind.isEmpty());
        const auto score = [&] { return cli.run({QStringLiteral("score"), p, QStringLiteral("--json")}).json(); };
        const Json before = score();
        // Ben's labels become the key of one of them: what he made wrong there is right, and Ada's is what differs.
        CLI_RUN(dry, cli, 0,
                {QStringLiteral("gold"), QStringLiteral("add"), p, QStringLiteral("--from-layer"), QStringLiteral("ben"),
                 QStringLiteral("--items"), blind, QStringLiteral("--dry-run"), QStringLiteral("--json")});
        QCOMPARE(dry.json()["would_set"].size(), std::size_t(1));
        QVERIFY(score() == before);
        CLI_RUN(added, cli, 0,
                {QStringLiteral("gold"), QStringLiteral("add"), p, QStringLiteral("--from-layer"), QStringLiteral("ben"),
                 QStringLiteral("--items"), blind, QStringLiteral("--json")});
        QCOMPARE(added.json()["keys"].get<int>(), 1);
        QVERIFY(added.json()["rescored"].get<int>() >= 2);
        CLI_RUN(same, cli, 0,
                {QStringLiteral("gold"), QStringLiteral("add"), p, QStringLiteral("--from-layer"), QStringLiteral("ben"),
                 QStringLiteral("--items"), blind, QStringLiteral("--json")});
        QCOMPARE(same.json()["same"].get<int>(), 1);
        const Json after = score();
        QVERIFY(personIn(after, "ben")["accuracy"].get<double>() >= personIn(before, "ben")["accuracy"].get<double>());
        QCOMPARE(personIn(after, "ben")["items"].get<int>(), personIn(before, "ben")["items"].get<int>());
        // Ben's hand-in is withdrawn, and counts again.
        CLI_RUN(out, cli, 0,
                {QStringLiteral("gold"), QStringLiteral("withdraw"), p, QStringLiteral("--annotator"), QStringLiteral("ben"),
                 QStringLiteral("--item"), blind, QStringLiteral("--reason"), QStringLiteral("broken screen"),
                 QStringLiteral("--json")});
        QCOMPARE(out.json()["unscored"].get<int>(), 1);
        QCOMPARE(personIn(score(), "ben")["items"].get<int>(), personIn(before, "ben")["items"].get<int>() - 1);
        CLI_RUN(told, cli, 0, {QStringLiteral("gold"), QStringLiteral("list"), p, QStringLiteral("--json")});
        QCOMPARE(told.json()["withdrawn"][0]["reason"].get<std::string>(), std::string("broken screen"));
        CLI_RUN(back, cli, 0,
                {QStringLiteral("gold"), QStringLiteral("readmit"), p, QStringLiteral("--submission"),
                 QString::fromStdString(told.json()["withdrawn"][0]["submission"].get<std::string>())});
        QVERIFY(score() == after);
        // Gold no more.
        CLI_RUN(
            gone, cli, 0,
            {QStringLiteral("gold"), QStringLiteral("remove"), p, QStringLiteral("--items"), blind, QStringLiteral("--json")});
        QCOMPARE(gone.json()["removed"].get<int>(), 1);
        QCOMPARE(gone.json()["unscored"].get<int>(), 3);
        CLI_RUN(verified, cli, 0, {QStringLiteral("verify"), p});
        // What cannot be.
        CLI_RUN(frames, cli, 3,
                {QStringLiteral("gold"), QStringLiteral("add"), p, QStringLiteral("--from-layer"), QStringLiteral("ben"),
                 QStringLiteral("--items"), blind, QStringLiteral("--frames"), QStringLiteral("0,1")});
        CLI_RUN(empty, cli, 3,
                {QStringLiteral("gold"), QStringLiteral("add"), p, QStringLiteral("--from-layer"), QStringLiteral("nobody"),
                 QStringLiteral("--items"), blind});
        QVERIFY(empty.out.contains("no key was made"));
        CLI_RUN(noItem, cli, 1,
                {QStringLiteral("gold"), QStringLiteral("remove"), p, QStringLiteral("--items"), QStringLiteral("nowhere.png")});
        CLI_RUN(unclear, cli, 2,
                {QStringLiteral("gold"), QStringLiteral("withdraw"), p, QStringLiteral("--annotator"), QStringLiteral("ben")});
        CLI_RUN(noId, cli, 2,
                {QStringLiteral("gold"), QStringLiteral("withdraw"), p, QStringLiteral("--submission"), QStringLiteral("x")});
        CLI_RUN(bare, cli, 2, words("gold"));
    }

    void onlyLeadsMay()
    {
        test::CliRunner cli;
        const QString p = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), p, QStringLiteral("--team")});
        CLI_RUN(pretended, cli, 1,
                {QStringLiteral("gold"), QStringLiteral("list"), p, QStringLiteral("--user"), QStringLiteral("lead")});
        {
            const auto project = store::Project::open(p, store::Project::Access::Write);
            QVERIFY_RESULT(project);
            const auto members = (*(*project)->store().reader())->members();
            QVERIFY_RESULT(members);
            history::GestureBuilder builder((*project)->store().ids().make<GestureId>(), QStringLiteral("Role"));
            model::Member me;
            me.name = store::operatingSystemPerson().name;
            me.role = QStringLiteral("annotator");
            const auto known = std::find_if(members->begin(), members->end(), [&](const auto &m) { return m.name == me.name; });
            builder.put(known == members->end() ? nullptr : &*known, me);
            QVERIFY_RESULT(store::wait((*project)->store().commit(builder.take(), QStringLiteral("ada"))));
        }
        CLI_RUN(refused, cli, 1, {QStringLiteral("gold"), QStringLiteral("list"), p});
        QVERIFY(refused.err.contains("annotator"));
        CLI_RUN(also, cli, 1, {QStringLiteral("gold"), QStringLiteral("add"), p, QStringLiteral("--all-items")});
    }

    // People with one answer and with none that counts, one class only, contradictory gold, labels and times that are none, lines that
    // are broken: every verb goes on, says which line, and no figure is NaN.
    void brokenCrowds()
    {
        test::CliRunner cli;
        const QString p = cli.path(QStringLiteral("p.plumb"));
        CLI_RUN(made, cli, 0, {QStringLiteral("create"), p});
        const bool many = qEnvironmentVariableIsSet("PLUMBLINE_LONG_TESTS");
        const int rows = many ? 1'000'000 : 20'000;
        QByteArray labels = "task,annotator,label,confidence,time\n";
        std::vector<int> broken;
        for (int i = 0; i < rows; ++i) {
            const QByteArray task = "t" + QByteArray::number(i / 5);
            if (i % (rows / 7) == 100) {
                labels += task + ",,yes,,\n";
                broken.push_back(i + 2);
                continue;
            }
            // The clock goes back with every line.
            labels += task + ",w" + QByteArray::number(i % 5 + 5 * (i % 83)) + (i % 7 == 3 ? ",no," : ",yes,") + ","
                      + QByteArray::number(1'700'000'000 - i) + "\n";
        }
        labels += "t0,once,maybe,,\n";  // one answer, of a class nobody else names
        labels += "t1,\"never ends,yes\n";
        broken.push_back(rows + 3);
        QVERIFY(write(cli.path(QStringLiteral("l.csv")), labels));
        QVERIFY(write(cli.path(QStringLiteral("g.csv")), "task,truth\nt0,yes\nt1,yes\nt1,no\nt2,somethingelse\n"));
        const auto linesOf = [](const Json &answer, const char *file) {
            std::vector<int> lines;
            for (const Json &issue : answer["issues"])
                if (QString::fromStdString(issue["file"].get<std::string>()).endsWith(QLatin1String(file)))
                    lines.push_back(
                        QString::fromStdString(issue["place"].get<std::string>()).section(QLatin1Char(' '), 1).toInt());
            return lines;
        };
        CLI_RUN(judged, cli, 3,
                {QStringLiteral("judge"), p, QStringLiteral("--labels"), cli.path(QStringLiteral("l.csv")),
                 QStringLiteral("--gold"), cli.path(QStringLiteral("g.csv")), QStringLiteral("--json")});
        QVERIFY(linesOf(judged.json(), "l.csv") == broken);
        QVERIFY(linesOf(judged.json(), "g.csv") == std::vector<int>{4});
        CLI_RUN(scored, cli, 0, {QStringLiteral("score"), p, QStringLiteral("--json")});
        QVERIFY(!scored.out.contains("nan") && !scored.out.contains("inf"));
        QCOMPARE(personIn(scored.json(), "once")["n"].get<int>(), 1);
        for (const char *verb : {"agreement", "consensus"}) {
            CLI_RUN(answer, cli, 3,
                    {QString::fromLatin1(verb), QStringLiteral("--labels"), cli.path(QStringLiteral("l.csv")),
                     QStringLiteral("--json")});
            QVERIFY(linesOf(answer.json(), "l.csv") == broken);
            QVERIFY(!answer.out.contains(":nan") && !answer.out.contains(":inf"));
        }
        // Labels that were not declared are named, not counted.
        CLI_RUN(declared, cli, 3,
                {QStringLiteral("agreement"), QStringLiteral("--labels"), cli.path(QStringLiteral("l.csv")),
                 QStringLiteral("--order"), QStringLiteral("no,yes"), QStringLiteral("--json")});
        QVERIFY(linesOf(declared.json(), "l.csv").size() == broken.size() + 1);
        QCOMPARE(declared.json()["categories"].get<int>(), 2);
        // One class only, and nothing at all.
        QVERIFY(write(cli.path(QStringLiteral("one.csv")), "task,annotator,label\nt1,a,yes\nt1,b,yes\nt2,a,yes\nt2,b,yes\n"));
        QVERIFY(write(cli.path(QStringLiteral("none.csv")), "task,annotator,label\n"));
        CLI_RUN(one, cli, 0,
                {QStringLiteral("agreement"), QStringLiteral("--labels"), cli.path(QStringLiteral("one.csv")),
                 QStringLiteral("--json")});
        QVERIFY(one.json()["value"].is_null() && one.json()["undefined"].is_string());
        CLI_RUN(sure, cli, 0,
                {QStringLiteral("consensus"), QStringLiteral("--labels"), cli.path(QStringLiteral("one.csv")),
                 QStringLiteral("--json")});
        CLI_RUN(nothing, cli, 0,
                {QStringLiteral("agreement"), QStringLiteral("--labels"), cli.path(QStringLiteral("none.csv")),
                 QStringLiteral("--json")});
        QVERIFY(nothing.json()["value"].is_null());
        const auto empty = cli.run({QStringLiteral("consensus"), QStringLiteral("--labels"), cli.path(QStringLiteral("none.csv")),
                                    QStringLiteral("--json")});
        QVERIFY2(empty.code == 0 || empty.code == 1, empty.err.constData());
        QVERIFY(!empty.out.contains("nan"));
    }
};

QTEST_GUILESS_MAIN(TestGoldVerb)
#include "tst_goldverb.moc"
