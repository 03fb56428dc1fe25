// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"

#include <QFile>
#include <QImage>

using namespace plumbline;

/// Active time from the command line: whose figures are shown to whom, the export, and the same figures without the project.
class TestTimeVerb : public QObject
{
    Q_OBJECT

    test::CliRunner m_cli;

    QString path(const char *name) const { return m_cli.path(QString::fromLatin1(name)); }
    static QStringList words(const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts); }
    QStringList time(const char *more = "") const { return QStringList{QStringLiteral("time"), path("p.plumb")} + words(more); }

private slots:
    void initTestCase()
    {
        QFile schema(path("schema.json"));
        QVERIFY(schema.open(QIODevice::WriteOnly));
        schema.write("{\"classes\":[{\"name\":\"car\"}]}");
        schema.close();
        CLI_RUN(created, m_cli, 0,
                {QStringLiteral("create"), path("p.plumb"), QStringLiteral("--team"), QStringLiteral("--schema"),
                 path("schema.json")});
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(path("a.png")));
        CLI_RUN(added, m_cli, 0, {QStringLiteral("add"), path("p.plumb"), path("a.png")});
        const auto member = m_cli.addMember(path("p.plumb"), QStringLiteral("anna"), QStringLiteral("annotator"));
        QVERIFY2(member.code == 0, member.err.constData());
        for (const char *who : {"", "--user anna"})
            for (int i = 0; i < 2; ++i) {
                const QByteArray line =
                    base::toJsonLine({{"op", "create"},
                                      {"annotation",
                                       {{"item", "a.png"},
                                        {"class", "car"},
                                        {"geometry", {{"type", "box"}, {"x", 1}, {"y", 1}, {"w", 9}, {"h", 9}}}}}});
                const auto applied = m_cli.run(QStringList{QStringLiteral("apply"), path("p.plumb")} + words(who), line + '\n');
                QVERIFY2(applied.code == 0, (applied.err + applied.out).constData());
            }
    }

    void theSameWithoutTheProject()
    {
        CLI_RUN(table, m_cli, 0,
                time("--json")
                    + QStringList{QStringLiteral("--events"), path("events.jsonl"), QStringLiteral("--csv"), path("t.csv")});
        const Json json = table.json();
        QCOMPARE(json["tasks"].size(), std::size_t(2));
        QVERIFY(json["total"]["labeling"].get<std::int64_t>() > 0);
        CLI_RUN(again, m_cli, 0,
                {QStringLiteral("time"), QStringLiteral("--recompute"), path("events.jsonl"), QStringLiteral("--json"),
                 QStringLiteral("--csv"), path("u.csv")});
        QCOMPARE(again.out, table.out);
        QFile one(path("t.csv"));
        QFile two(path("u.csv"));
        QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
        const QByteArray csv = one.readAll();
        QCOMPARE(csv.count("\r\n"), 3);
        QCOMPARE(two.readAll(), csv);
        CLI_RUN(capped, m_cli, 0,
                {QStringLiteral("time"), QStringLiteral("--recompute"), path("events.jsonl"), QStringLiteral("--idle-cap"),
                 QStringLiteral("10"), QStringLiteral("--json")});
        QVERIFY(capped.json()["total"]["total"].get<std::int64_t>() <= json["total"]["total"].get<std::int64_t>());
        CLI_RUN(none, m_cli, 0, time("--json --to 2001-01-01"));
        QVERIFY(none.json()["total"]["total"] == 0);
        CLI_RUN(anna, m_cli, 0, time("--json --person anna"));
        QCOMPARE(anna.json()["tasks"].size(), std::size_t(1));
        CLI_RUN(text, m_cli, 0, time());
        QVERIFY(text.out.contains("a.png") && text.out.contains("60 s at most"));
    }

    void othersTimesAreForLeads()
    {
        CLI_RUN(unproved, m_cli, 1, time("--user anna"));
        QVERIFY(unproved.err.contains("nothing proves"));
        CLI_RUN(purge, m_cli, 1, time("--purge --user anna"));
    }

    void wrongArguments()
    {
        CLI_RUN(nothing, m_cli, 2, {QStringLiteral("time")});
        CLI_RUN(both, m_cli, 2, time("--recompute x"));
        CLI_RUN(turned, m_cli, 2, time("--from 2026-11-21 --to 2026-11-20"));
        CLI_RUN(cap, m_cli, 2, time("--idle-cap 5"));
        CLI_RUN(nan, m_cli, 2, time("--idle-cap nan"));
        CLI_RUN(day, m_cli, 2, time("--from yesterday"));
        QFile broken(path("broken.jsonl"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"form\":\"plumbline-active-time/1\"}\n{\"event\":\"shown\"}\n");
        broken.close();
        CLI_RUN(line, m_cli, 1, {QStringLiteral("time"), QStringLiteral("--recompute"), path("broken.jsonl")});
        QVERIFY(line.err.contains("Line 2"));
        CLI_RUN(missing, m_cli, 1, {QStringLiteral("time"), QStringLiteral("--recompute"), path("nowhere.jsonl")});
    }

    void oldMomentsGo()
    {
        CLI_RUN(purged, m_cli, 0, time("--purge --json"));
        QVERIFY(purged.json()["retention_days"] == 90);
        QVERIFY(purged.json()["records"] == 0);
        CLI_RUN(kept, m_cli, 0, time("--purge --keep-days 30 --json"));
        QVERIFY(kept.json()["retention_days"] == 30);
        CLI_RUN(still, m_cli, 0, time("--purge --json"));
        QVERIFY(still.json()["retention_days"] == 30);
        CLI_RUN(never, m_cli, 2, time("--purge --keep-days 0"));
        CLI_RUN(alone, m_cli, 2, time("--keep-days 5"));
        CLI_RUN(unasked, m_cli, 1, time("--purge --keep-days 5 --user anna"));
        CLI_RUN(verified, m_cli, 0, {QStringLiteral("verify"), path("p.plumb"), QStringLiteral("--json")});
        QVERIFY(verified.json()["purged_values"] == 0);
    }
};

QTEST_GUILESS_MAIN(TestTimeVerb)
#include "tst_timeverb.moc"
