// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"
#include "tests/packet/sampleproject.h"
#include "tests/support/verify.h"

using namespace plumbline;

/// Adjudication from the command line, by the account as lead.
class TestAdjudicateVerb : public QObject
{
    Q_OBJECT

    test::CliRunner m_cli;
    QString m_folder;
    AnnotationId m_ann, m_bob;

    QStringList words(const char *verb, const QStringList &rest = {}) const
    {
        return QStringList{QStringLiteral("adjudicate"), QString::fromLatin1(verb), m_folder, QStringLiteral("--json")} + rest;
    }
    QStringList ofItem(const char *verb, const QStringList &rest = {}) const
    {
        return words(verb, QStringList{QStringLiteral("--item"), QStringLiteral("street 0.png")} + rest);
    }
    Json firstCase() const { return m_cli.run(ofItem("show")).json()["cases"][0]; }
    static QString text(const Json &json) { return base::toQString(json); }

private slots:
    // Two people draw one object as two classes, and agree on another.
    void init()
    {
        static int number = 0;
        m_folder = m_cli.path(QStringLiteral("p%1.plumb").arg(++number));
        qputenv("PLUMBLINE_GOLD_FOLDER", m_cli.path(QStringLiteral("gold")).toUtf8());
        const test::Party lead{store::operatingSystemPerson().name};
        auto project = test::makeProject(m_folder, lead, {QStringLiteral("ann"), QStringLiteral("bob")}, 2);
        QVERIFY_RESULT(project);
        base::SystemRandom random;
        for (const model::Item &item : test::itemsOf(**project)) {
            if (item.name != QLatin1String("street 0.png"))
                continue;
            for (const char *name : {"ann", "bob"}) {
                const QString who = QString::fromLatin1(name);
                const bool first = name[0] == 'a';
                auto builder = test::gesture(**project);
                const auto disputed = test::box(**project, item.id, who, 300, first ? "car" : "bus");
                (first ? m_ann : m_bob) = disputed.id;
                builder.create(disputed).create(test::box(**project, item.id, who, 20));
                QVERIFY_RESULT(test::commit(**project, builder, who));
                QVERIFY_RESULT(workflow::submit(**project, item.id, {who, true}, {}, random));
            }
        }
    }

    void aCaseIsListedShownRuledAndFinished()
    {
        CLI_RUN(listed, m_cli, 0, words("list"));
        QCOMPARE(listed.json()["items"].size(), std::size_t(1));
        QCOMPARE(listed.json()["items"][0]["open"].get<int>(), 1);
        QCOMPARE(listed.json()["items"][0]["people"].get<int>(), 2);
        CLI_RUN(shown, m_cli, 0, ofItem("show"));
        QVERIFY(!shown.out.contains("ann\"") && !shown.out.contains("bob\""));  // blind
        QCOMPARE(shown.json()["cases"].size(), std::size_t(1));
        QCOMPARE(text(shown.json()["cases"][0]["why"]), QStringLiteral("class"));
        CLI_RUN(all, m_cli, 0, ofItem("show", {QStringLiteral("--all")}));
        QCOMPARE(all.json()["cases"].size(), std::size_t(2));
        CLI_RUN(early, m_cli, 1, ofItem("finish"));

        const Json one = firstCase();
        const QString letter = text(one["versions"][1]["by"]);
        CLI_RUN(ruled, m_cli, 0,
                ofItem("rule", {QStringLiteral("--case"), text(one["case"]), QStringLiteral("--choose"), letter,
                                QStringLiteral("--note"), QStringLiteral("clear")}));
        QCOMPARE(ruled.json()["open"].get<int>(), 0);
        QCOMPARE(text(firstCase().value("case", Json())), text(one["case"]));  // not agreed, hence still shown
        QCOMPARE(firstCase()["rulings"].size(), std::size_t(1));
        QCOMPARE(firstCase()["beside"].size(), std::size_t(1));
        CLI_RUN(beside, m_cli, 0, ofItem("show"));
        QVERIFY(!beside.out.contains("ann\"") && !beside.out.contains("bob\""));
        CLI_RUN(finished, m_cli, 0, ofItem("finish"));
        QCOMPARE(finished.json()["agreed"].get<int>(), 1);
        QCOMPARE(finished.json()["ruled"].get<int>(), 1);
        CLI_RUN(after, m_cli, 0, words("list"));
        QVERIFY(after.json()["items"][0]["adjudicated"].get<bool>());
        CLI_RUN(accepted, m_cli, 0,
                {QStringLiteral("annotations"), m_folder, QStringLiteral("--layer"), QStringLiteral("accepted")});
        QCOMPARE(accepted.lines().size(), std::size_t(2));
    }

    void rulingsTravel()
    {
        const QStringList keys{QStringLiteral("--keys"), m_cli.path(QStringLiteral("keys")), QStringLiteral("--json")};
        const auto packet = [&](const QStringList &rest) { return QStringList{QStringLiteral("packet")} + rest + keys; };
        const QString file = m_cli.path(QStringLiteral("rulings.plumbpack"));
        CLI_RUN(made, m_cli, 0, packet({QStringLiteral("keygen"), QStringLiteral("--no-passphrase")}));
        const QStringList pack{QStringLiteral("pack"), m_folder, QStringLiteral("--rulings"), QStringLiteral("--out"), file};
        CLI_RUN(nothing, m_cli, 1, packet(pack));
        const Json one = firstCase();
        CLI_RUN(ruled, m_cli, 0, ofItem("rule", {QStringLiteral("--case"), text(one["case"]), QStringLiteral("--none")}));
        CLI_RUN(packed, m_cli, 0, packet(pack));
        QCOMPARE(packed.json()["decisions"].get<int>(), 1);
        CLI_RUN(both, m_cli, 2, packet(pack + QStringList{QStringLiteral("--cases")}));
        // Home again it is known; nothing happens.
        CLI_RUN(merged, m_cli, 0,
                packet({QStringLiteral("merge"), m_folder, file, QStringLiteral("--accept"), text(made.json()["key_id"])}));
        QCOMPARE(merged.json()["known"].get<int>(), 1);
        QCOMPARE(merged.json()["held"].get<int>(), 0);
    }

    void linesAreAllOrNone()
    {
        const Json one = firstCase();
        const QByteArray id = "{\"case\":\"" + text(one["case"]).toUtf8() + "\",";
        CLI_RUN(unknown, m_cli, 1, ofItem("rule", {QStringLiteral("--lines")}),
                id + "\"choose\":null}\n{\"case\":\"" + Uuid{}.toString().toUtf8() + "\",\"choose\":\"A\"}\n");
        QCOMPARE(firstCase()["rulings"].size(), std::size_t(0));
        for (const char *bad :
             {"\"choose\":\"Z\"}\n", "\"choose\":3}\n", "\"choose\":\"A\",\"merge\":[\"A\",\"B\"]}\n", "\"gold\":1}\n",
              "\"annotation\":{}}\n", "\"annotation\":4}\n", "\"merge\":[\"A\"]}\n", "\"merge\":{}}\n"}) {
            const auto outcome = m_cli.run(ofItem("rule", {QStringLiteral("--lines")}), id + bad);
            QVERIFY2(outcome.code == 1 || outcome.code == 2, (bad + outcome.out).constData());
        }
        for (const char *bad : {"{\n", "[]\n", "\xff\n", ""}) {
            const auto outcome = m_cli.run(ofItem("rule", {QStringLiteral("--lines")}), bad);
            QVERIFY2(outcome.code == 1 || outcome.code == 2, (bad + outcome.out).constData());
        }
        QCOMPARE(firstCase()["rulings"].size(), std::size_t(0));
        CLI_RUN(good, m_cli, 0, ofItem("rule", {QStringLiteral("--lines")}), id + "\"merge\":[\"A\",\"B\"],\"note\":\"n\"}\n");
        QCOMPARE(firstCase()["rulings"].size(), std::size_t(1));
        CLI_RUN(none, m_cli, 0, ofItem("rule", {QStringLiteral("--lines")}), id + "\"choose\":null}\n");
        QCOMPARE(firstCase()["rulings"].size(), std::size_t(1));  // the same person's later one supersedes
        QVERIFY(firstCase()["rulings"][0]["result"].is_null());
    }

    void whoMayNotIsTurnedAway()
    {
        const QStringList asAnn{QStringLiteral("--user"), QStringLiteral("ann")};
        CLI_RUN(listed, m_cli, 1, words("list", asAnn));
        CLI_RUN(shown, m_cli, 1, ofItem("show", asAnn));
        CLI_RUN(finished, m_cli, 1, ofItem("finish", asAnn));
        QVERIFY(finished.json().contains("error"));
        CLI_RUN(stranger, m_cli, 1, words("list", {QStringLiteral("--user"), QStringLiteral("nobody")}));
        CLI_RUN(empty, m_cli, 1, words("show", {QStringLiteral("--item"), QStringLiteral("street 1.png")}));
        CLI_RUN(absent, m_cli, 1, words("show", {QStringLiteral("--item"), QStringLiteral("no.png")}));
        CLI_RUN(usage, m_cli, 2, words("show"));
        CLI_RUN(range, m_cli, 2, ofItem("show", {QStringLiteral("--iou"), QStringLiteral("7")}));
    }
};

QTEST_GUILESS_MAIN(TestAdjudicateVerb)
#include "tst_adjudicateverb.moc"
