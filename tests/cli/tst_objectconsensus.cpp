// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clirunner.h"

using namespace plumbline;

/// Agreement and consensus of objects from the command line.
class TestObjectConsensus : public QObject
{
    Q_OBJECT

    test::CliRunner m_cli;
    QString m_project;

    QStringList words(const char *text) const
    {
        QStringList list = QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        list.replaceInStrings(QStringLiteral("PROJECT"), m_project);
        return list;
    }

private slots:
    void initTestCase()
    {
        m_project = m_cli.path(QStringLiteral("d.plumb"));
        CLI_RUN(made, m_cli, 0, words("demo PROJECT --items 12 --seed 4 --quiet"));
    }

    void detectionAlphaIsACurve()
    {
        CLI_RUN(outcome, m_cli, 0, words("agreement PROJECT --metric detection-alpha --resamples 50 --json"));
        const Json answer = outcome.json();
        QCOMPARE(answer["metric"].get<std::string>(), std::string("detection-alpha"));
        QCOMPARE(answer["curve"].size(), std::size_t(7));
        QCOMPARE(answer["iou"].get<double>(), 0.5);
        QVERIFY(answer["value"].get<double>() > answer["curve"][6]["value"].get<double>());
        QVERIFY(answer["interval"][0].get<double>() <= answer["value"].get<double>());
        QCOMPARE(answer["vitality"].size(), std::size_t(3));
        QVERIFY(answer["distance"]["ks"].is_number());
        CLI_RUN(other, m_cli, 0, words("agreement PROJECT --metric detection-alpha --iou 0.75 --resamples 0 --json"));
        QCOMPARE(other.json()["curve"].size(), std::size_t(8));
        QCOMPARE(other.json()["iou"].get<double>(), 0.75);
        QVERIFY(other.json()["interval"].is_null());
        CLI_RUN(text, m_cli, 0, words("agreement PROJECT --metric detection-alpha --resamples 10"));
        QVERIFY(text.out.contains("IoU 0.90") && text.out.contains("without ben"));
        CLI_RUN(noProject, m_cli, 2, words("agreement --labels F.csv --metric detection-alpha"));
        CLI_RUN(badIou, m_cli, 2, words("agreement PROJECT --metric detection-alpha --iou 2"));
    }

    void anEmptyProjectIsUndefined()
    {
        const QString empty = m_cli.path(QStringLiteral("empty.plumb"));
        CLI_RUN(made, m_cli, 0, {QStringLiteral("create"), empty});
        CLI_RUN(outcome, m_cli, 0,
                {QStringLiteral("agreement"), empty, QStringLiteral("--metric"), QStringLiteral("detection-alpha"),
                 QStringLiteral("--json")});
        QVERIFY(outcome.json()["value"].is_null());
        QVERIFY(outcome.json()["undefined"].is_string());
        QVERIFY(outcome.json()["distance"]["undefined"].is_string());
        CLI_RUN(consensus, m_cli, 0, {QStringLiteral("consensus"), empty, QStringLiteral("--objects"), QStringLiteral("--json")});
        QCOMPARE(consensus.json()["objects"].get<int>(), 0);
    }

    void consensusIsALayer()
    {
        CLI_RUN(dry, m_cli, 0, words("consensus PROJECT --objects --dry-run --json"));
        const int objects = dry.json()["objects"].get<int>();
        QVERIFY(objects > 30);
        CLI_RUN(nothing, m_cli, 1, words("annotations PROJECT --layer consensus"));
        QVERIFY(nothing.err.contains("no layer"));
        CLI_RUN(made, m_cli, 0, words("consensus PROJECT --objects --json"));
        QCOMPARE(made.json()["created"].get<int>(), objects);
        QVERIFY(made.json()["gesture"].is_string());
        CLI_RUN(listed, m_cli, 0, words("annotations PROJECT --layer consensus"));
        QCOMPARE(int(listed.lines().size()), objects);
        QVERIFY(listed.lines().front()["extra"]["plumbline-consensus"]["members"].is_array());
        CLI_RUN(again, m_cli, 0, words("consensus PROJECT --objects"));
        QVERIFY(again.out.contains("0 objects new"));
        CLI_RUN(strict, m_cli, 0, words("consensus PROJECT --objects --quorum 3 --iou 0.7 --weights equal --json"));
        QVERIFY(strict.json()["objects"].get<int>() < objects);
        QVERIFY(strict.json()["removed"].get<int>() > 0);
        CLI_RUN(verified, m_cli, 0, words("verify PROJECT"));
        CLI_RUN(undone, m_cli, 0, words("undo PROJECT"));
        CLI_RUN(back, m_cli, 0, words("annotations PROJECT --layer consensus"));
        QCOMPARE(int(back.lines().size()), objects);
    }

    void badArguments()
    {
        CLI_RUN(member, m_cli, 2, words("consensus PROJECT --objects --layer ada"));
        QVERIFY(member.err.contains("ada"));
        CLI_RUN(iou, m_cli, 2, words("consensus PROJECT --objects --iou 0"));
        CLI_RUN(weights, m_cli, 2, words("consensus PROJECT --objects --weights luck"));
        CLI_RUN(missing, m_cli, 1, words("consensus /nowhere/p.plumb --objects"));
    }
};

QTEST_GUILESS_MAIN(TestObjectConsensus)
#include "tst_objectconsensus.moc"
