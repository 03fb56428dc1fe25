// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"

#include <QFile>
#include <QImage>

using namespace plumbline;

/// A whole round of packets from the command line: two people's work out and back, what they disagree on decided, and all that is
/// turned away on the way.
class TestPacketVerb : public QObject
{
    Q_OBJECT

    test::CliRunner m_cli;

    QString path(const char *name) const { return m_cli.path(QString::fromLatin1(name)); }
    static QStringList words(const QString &text) { return text.split(QLatin1Char('|')); }
    // "packet VERB …" as one person, each with keys of their own. The lead has a secret; at home the others prove nothing.
    QStringList as(const char *who, const QString &rest) const
    {
        const QString name = QString::fromLatin1(who);
        const QStringList acting = name == QLatin1String("boss") ? m_cli.as(name) : QStringList{QStringLiteral("--user"), name};
        return acting + words(QStringLiteral("packet|") + rest)
               + QStringList{QStringLiteral("--keys"), path(who) + QStringLiteral(".keys"), QStringLiteral("--json")};
    }

    void label(const QString &project, const char *who, const std::string &item, const char *className)
    {
        const QByteArray line =
            base::toJsonLine({{"op", "create"},
                              {"annotation",
                               {{"item", item},
                                {"class", className},
                                {"geometry", {{"type", "box"}, {"x", 10}, {"y", 10}, {"w", 20}, {"h", 20}}}}}});
        const QStringList user{QStringLiteral("--user"), QString::fromLatin1(who)};
        const auto applied =
            m_cli.run(QStringList{QStringLiteral("apply"), project, QStringLiteral("--json")} + user, line + '\n');
        QVERIFY2(applied.code == 0, (applied.err + applied.out).constData());
        CLI_RUN(judged, m_cli, 0,
                QStringList{QStringLiteral("judge"), project, QStringLiteral("--item"), QString::fromStdString(item)} + user);
    }

private slots:
    void initTestCase()
    {
        for (const char *who : {"boss", "ann", "bob"}) {
            CLI_RUN(made, m_cli, 0, as(who, QStringLiteral("keygen|--no-passphrase|--name|") + QString::fromLatin1(who)));
            QVERIFY(made.json()["key"].get<std::string>().starts_with("RW"));
        }
        CLI_RUN(again, m_cli, 1, as("boss", QStringLiteral("keygen|--no-passphrase")));
        CLI_RUN(open, m_cli, 2, as("eve", QStringLiteral("keygen")));
        const auto trust = [this](const char *who, const char *whom) {
            const auto done = m_cli.run(as(who, QStringLiteral("trust|") + path(whom) + QStringLiteral(".keys/card.plumbkey")));
            QVERIFY2(done.code == 0, done.err.constData());
        };
        trust("boss", "ann");
        trust("boss", "bob");
        trust("ann", "boss");

        QFile schema(path("schema.json"));
        QVERIFY(schema.open(QIODevice::WriteOnly));
        schema.write("{\"classes\":[{\"name\":\"car\"},{\"name\":\"bus\"}]}");
        schema.close();
        CLI_RUN(created, m_cli, 0,
                m_cli.as(QStringLiteral("boss"))
                    + QStringList{QStringLiteral("create"), path("lead.plumb"), QStringLiteral("--team"), QStringLiteral("--schema"),
                                  path("schema.json")});
        for (const char *name : {"a.png", "b.png"}) {
            QImage image(64, 48, QImage::Format_RGB32);
            image.fill(name[0] == 'a' ? Qt::red : Qt::blue);
            QVERIFY(image.save(path(name)));
            CLI_RUN(refused, m_cli, 1, {QStringLiteral("add"), path("lead.plumb"), path(name)});
            CLI_RUN(added, m_cli, 0,
                    m_cli.as(QStringLiteral("boss")) + QStringList{QStringLiteral("add"), path("lead.plumb"), path(name)});
        }
    }

    void aWholeRound()
    {
        CLI_RUN(packed, m_cli, 0,
                as("boss", QStringLiteral("pack|") + path("lead.plumb")
                               + QStringLiteral("|--assignee|ann|--to|ann|--expires|2099-12-31|--out|") + path("ann.plumbpack")));
        QCOMPARE(packed.json()["tasks"].get<int>(), 2);
        CLI_RUN(forBob, m_cli, 0,
                as("boss", QStringLiteral("pack|") + path("lead.plumb") + QStringLiteral("|--assignee|bob|--out|")
                               + path("bob.plumbpack")));

        CLI_RUN(shown, m_cli, 0, as("ann", QStringLiteral("inspect|") + path("ann.plumbpack")));
        QCOMPARE(shown.json()["sealed"].get<bool>(), true);
        QCOMPARE(shown.json()["trusted_as"].get<std::string>(), std::string("boss"));
        QCOMPARE(shown.json()["packet"]["kind"].get<std::string>(), std::string("work"));
        CLI_RUN(notForBob, m_cli, 1, as("bob", QStringLiteral("inspect|") + path("ann.plumbpack")));
        CLI_RUN(stranger, m_cli, 3, as("bob", QStringLiteral("inspect|") + path("bob.plumbpack")));
        QVERIFY(stranger.json()["trusted_as"].is_null());
        CLI_RUN(refused, m_cli, 1,
                as("bob", QStringLiteral("open|") + path("bob.plumbpack") + QStringLiteral("|--into|") + path("bob.plumb")));
        QVERIFY(refused.err.contains("stranger"));
        QVERIFY(!QFile::exists(path("bob.plumb")));
        const QString key = QString::fromStdString(stranger.json()["key_id"].get<std::string>());
        CLI_RUN(accepted, m_cli, 0,
                as("bob", QStringLiteral("open|") + path("bob.plumbpack") + QStringLiteral("|--into|") + path("bob.plumb")
                              + QStringLiteral("|--accept|") + key));
        CLI_RUN(opened, m_cli, 0,
                as("ann", QStringLiteral("open|") + path("ann.plumbpack") + QStringLiteral("|--into|") + path("ann.plumb")));
        QCOMPARE(opened.json()["items"].get<int>(), 2);

        CLI_RUN(items, m_cli, 0, {QStringLiteral("items"), path("ann.plumb"), QStringLiteral("--json")});
        const std::string item = items.lines()[0]["id"].get<std::string>();
        label(path("ann.plumb"), "ann", item, "car");
        label(path("bob.plumb"), "bob", item, "bus");
        for (const char *who : {"ann", "bob"}) {
            const QString back = path(who) + QStringLiteral(".back");
            CLI_RUN(sent, m_cli, 0,
                    as(who, QStringLiteral("pack|") + path(who) + QStringLiteral(".plumb|--submissions|--out|") + back));
            QCOMPARE(sent.json()["submissions"].get<int>(), 1);
            for (int i = 0; i < 2; ++i) {
                CLI_RUN(merged, m_cli, 0, as("boss", QStringLiteral("merge|") + path("lead.plumb") + QLatin1Char('|') + back));
                QCOMPARE(merged.json()["merged"].get<int>(), 1 - i);
                QCOMPARE(merged.json()["known"].get<int>(), i);
            }
        }
        CLI_RUN(cases, m_cli, 0,
                as("boss",
                   QStringLiteral("pack|") + path("lead.plumb") + QStringLiteral("|--cases|--out|") + path("cases.plumbpack")));
        QCOMPARE(cases.json()["cases"].get<int>(), 1);
        CLI_RUN(listed, m_cli, 0, as("ann", QStringLiteral("inspect|--cases|") + path("cases.plumbpack")));
        const Json found = listed.json()["cases"][0];
        const QByteArray one = base::toJsonLine({{"case", found["id"]}, {"choose", "A"}}) + '\n';
        const auto twice = m_cli.run(
            as("ann", QStringLiteral("decide|") + path("cases.plumbpack") + QStringLiteral("|--out|") + path("twice")), one + one);
        QCOMPARE(twice.code, 2);
        QVERIFY(!QFile::exists(path("twice")));
        int number = 0;
        for (const auto &[who, choice] : {std::pair{"boss", "A"}, {"ann", "B"}}) {
            const QString out = path(who) + QStringLiteral(".decided");
            const auto decided =
                m_cli.run(as(who, QStringLiteral("decide|") + path("cases.plumbpack") + QStringLiteral("|--out|") + out),
                          base::toJsonLine({{"case", found["id"]}, {"choose", choice}}) + '\n');
            QVERIFY2(decided.code == 0, decided.err.constData());
            CLI_RUN(merged, m_cli, 0, as("boss", QStringLiteral("merge|") + path("lead.plumb") + QLatin1Char('|') + out));
            QCOMPARE(merged.json()["conflicts"].get<int>(), number++);
        }
        CLI_RUN(open, m_cli, 0, as("boss", QStringLiteral("conflicts|") + path("lead.plumb")));
        QCOMPARE(open.json()["conflicts"].size(), std::size_t(1));
        QCOMPARE(open.json()["conflicts"][0]["kind"].get<std::string>(), std::string("contradiction"));
        CLI_RUN(verified, m_cli, 0, {QStringLiteral("verify"), path("lead.plumb")});

        const QString id = QString::fromStdString(packed.json()["packet"].get<std::string>());
        CLI_RUN(recalled, m_cli, 0,
                as("boss", QStringLiteral("recall|") + path("lead.plumb") + QStringLiteral("|--packet|") + id
                               + QStringLiteral("|--out|") + path("recall.plumbpack")));
        CLI_RUN(told, m_cli, 0,
                as("ann", QStringLiteral("open|") + path("recall.plumbpack") + QStringLiteral("|--into|") + path("ann.plumb")));
        CLI_RUN(
            over, m_cli, 1,
            as("ann", QStringLiteral("pack|") + path("ann.plumb") + QStringLiteral("|--submissions|--out|") + path("late.back")));
    }

    // A lead whom nothing could ever prove would be locked out of triage, secrets and exports in a project of their own.
    void whoOpensWithASecretKeepsIt()
    {
        CLI_RUN(packed, m_cli, 0,
                as("boss", QStringLiteral("pack|") + path("lead.plumb") + QStringLiteral("|--assignee|ann|--out|")
                               + path("kept.plumbpack")));
        const QStringList ann = m_cli.as(QStringLiteral("ann"));
        const auto words = [&](const QString &rest) {
            return ann + rest.split(QLatin1Char('|')) + QStringList{QStringLiteral("--json")};
        };
        CLI_RUN(opened, m_cli, 0,
                words(QStringLiteral("packet|open|") + path("kept.plumbpack") + QStringLiteral("|--into|") + path("kept.plumb")
                      + QStringLiteral("|--keys|") + path("ann.keys")));
        CLI_RUN(members, m_cli, 0, words(QStringLiteral("member|list|") + path("kept.plumb")));
        QCOMPARE(members.json()["members"][0]["name"].get<std::string>(), std::string("ann"));
        QCOMPARE(members.json()["members"][0]["role"].get<std::string>(), std::string("lead"));
        QCOMPARE(members.json()["members"][0]["secret"].get<bool>(), true);
        CLI_RUN(audited, m_cli, 0, words(QStringLiteral("audit|verify|") + path("kept.plumb")));
        CLI_RUN(unproven, m_cli, 1,
                {QStringLiteral("--user"), QStringLiteral("ann"), QStringLiteral("audit"), QStringLiteral("verify"),
                 path("kept.plumb")});
    }

    void wrongWords_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("no verb") << QStringLiteral("") << 2;
        QTest::newRow("nobody's work") << QStringLiteral("pack|LEAD|--out|x") << 2;
        QTest::newRow("both kinds") << QStringLiteral("pack|LEAD|--out|x|--cases|--submissions") << 2;
        QTest::newRow("bad day") << QStringLiteral("pack|LEAD|--out|x|--assignee|ann|--expires|tomorrow") << 2;
        QTest::newRow("a day that is over") << QStringLiteral("pack|LEAD|--out|x|--assignee|ann|--expires|2020-01-01") << 2;
        QTest::newRow("less than one item") << QStringLiteral("pack|LEAD|--out|x|--assignee|ann|--limit|-1") << 2;
        QTest::newRow("a name without end")
            << QStringLiteral("pack|LEAD|--out|x|--assignee|ann|--items|") + QString(60'000, QLatin1Char('z')) << 1;
        QTest::newRow("bad task") << QStringLiteral("pack|LEAD|--out|x|--assignee|ann|--tasks|7") << 2;
        QTest::newRow("unknown item") << QStringLiteral("pack|LEAD|--out|x|--assignee|ann|--items|z.png") << 1;
        QTest::newRow("unknown receiver") << QStringLiteral("pack|LEAD|--out|x|--assignee|ann|--to|zoe") << 1;
        QTest::newRow("unknown cohort") << QStringLiteral("pack|LEAD|--out|x|--cohort|zoo") << 1;
        QTest::newRow("nothing came in a packet") << QStringLiteral("pack|LEAD|--out|x|--submissions") << 2;
        QTest::newRow("no packet") << QStringLiteral("inspect|nowhere") << 1;
        QTest::newRow("a picture is no packet") << QStringLiteral("inspect|PICTURE") << 1;
        QTest::newRow("no such packet to recall")
            << QStringLiteral("recall|LEAD|--packet|00000000-0000-4000-8000-000000000000") << 1;
        QTest::newRow("no id") << QStringLiteral("recall|LEAD|--packet|x") << 2;
        QTest::newRow("no card") << QStringLiteral("trust|PICTURE") << 1;
        QTest::newRow("nobody of that name") << QStringLiteral("trust|--remove|zoe") << 1;
    }
    void wrongWords()
    {
        QFETCH(QString, arguments);
        QFETCH(int, code);
        arguments.replace(QStringLiteral("LEAD"), path("lead.plumb")).replace(QStringLiteral("PICTURE"), path("a.png"));
        CLI_RUN(outcome, m_cli, code, as("boss", arguments));
        QCOMPARE(outcome.err.trimmed().count('\n'), 0);
        QVERIFY(outcome.json().contains("error"));
        QVERIFY2(!outcome.err.contains("database") && !outcome.err.contains("Unknown error") && !outcome.err.contains("e308"),
                 outcome.err.left(500).constData());
        QVERIFY(!QFile::exists(QStringLiteral("x")));
    }
};

QTEST_GUILESS_MAIN(TestPacketVerb)
#include "tst_packetverb.moc"
