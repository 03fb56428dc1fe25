// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/judgementteam.h"

#include <QTest>

#include <cmath>

using namespace plumbline;
using namespace plumbline::simulation;

class TestJudgementTeam : public QObject
{
    Q_OBJECT

    struct Tally {
        int n = 0;
        int wrong = 0;
        int abstained = 0;
        int suggested = 0;
        int full = 0;
        [[nodiscard]] double rate() const { return double(wrong) / n; }
    };

    static Tally tally(const SimulatedJudgements &world, int judge, int from = 0, int to = 1'000'000)
    {
        Tally result;
        int at = 0;
        for (const auto &row : world.rows) {
            if (row.judge != judge)
                continue;
            const int k = at++;
            if (k < from || k >= to)
                continue;
            ++result.n;
            result.wrong += row.label != world.truth[static_cast<std::size_t>(row.task)];
            result.abstained += row.label < 0;
            result.suggested += row.label == world.suggestion[static_cast<std::size_t>(row.task)];
            result.full += row.confidence >= 1;
        }
        return result;
    }

    static int who(const SimulatedJudgements &world, const char *name)
    {
        for (std::size_t i = 0; i < world.judges.size(); ++i)
            if (world.judges[i].name == QLatin1String(name))
                return static_cast<int>(i);
        return -1;
    }

private slots:
    void twentyPeopleInThreeCohorts()
    {
        const auto team = judgementTeam();
        QCOMPARE(team.size(), std::size_t(20));
        QSet<QString> names;
        QMap<QString, int> cohorts;
        QMap<int, int> habits;
        for (const JudgeProfile &judge : team) {
            names.insert(judge.name);
            ++cohorts[judge.cohort];
            ++habits[static_cast<int>(judge.habit)];
        }
        QCOMPARE(names.size(), 20);
        QCOMPARE(cohorts.size(), 3);
        for (const int count : std::as_const(cohorts))
            QVERIFY(count >= 5);
        for (int habit = static_cast<int>(Habit::Learner); habit <= static_cast<int>(Habit::AlwaysSure); ++habit)
            QCOMPARE(habits[habit], 1);
    }

    void sameSeedSameAnswers()
    {
        const auto a = simulateJudgements(judgementTeam(), {200, 5, 0.3, 0.85, 7});
        const auto b = simulateJudgements(judgementTeam(), {200, 5, 0.3, 0.85, 7});
        const auto c = simulateJudgements(judgementTeam(), {200, 5, 0.3, 0.85, 8});
        QCOMPARE(a.labelsCsv(), b.labelsCsv());
        QCOMPARE(a.goldCsv(), b.goldCsv());
        QVERIFY(a.labelsCsv() != c.labelsCsv());
        QVERIFY(std::is_sorted(a.rows.begin(), a.rows.end(), [](const auto &x, const auto &y) { return x.micros < y.micros; }));
        QVERIFY(a.labelsCsv().startsWith("task,annotator,label,confidence,time\n"));
        QCOMPARE(a.labelsCsv().count('\n'), qsizetype(a.rows.size()) + 1);
    }

    // Everybody errs as often as the profile says, within four standard errors.
    void errorRatesAreAsStated()
    {
        const auto world = simulateJudgements(judgementTeam(), {8000, 5, 0.3, 0.85, 3});
        for (std::size_t i = 0; i < world.judges.size(); ++i) {
            const JudgeProfile &judge = world.judges[i];
            if (judge.habit != Habit::Honest && judge.habit != Habit::AlwaysSure)
                continue;
            const Tally t = tally(world, static_cast<int>(i));
            // An error, the bias on one class of five, or an abstention.
            const double e = judge.errorRate;
            const double expected = 1 - (1 - e) * (1 - judge.biasRate / 5) * (1 - 0.01);
            const double sigma = std::sqrt(expected * (1 - expected) / t.n);
            QVERIFY2(std::abs(t.rate() - expected) < 4 * sigma + 0.003,
                     qPrintable(QStringLiteral("%1: %2, expected %3").arg(judge.name).arg(t.rate()).arg(expected)));
        }
    }

    void habitsShow()
    {
        const auto world = simulateJudgements(judgementTeam(), {4000, 5, 0.3, 0.85, 5});
        const int learner = who(world, "dario");
        QVERIFY(tally(world, learner, 0, 40).rate() > tally(world, learner, 200).rate() + 0.1);
        const int drifter = who(world, "elena");
        const int half = tally(world, drifter).n / 2;
        QVERIFY(tally(world, drifter, half).rate() > tally(world, drifter, 0, half).rate() + 0.18);
        QVERIFY(tally(world, who(world, "julia")).rate() > 0.6);
        const Tally skipper = tally(world, who(world, "ivan"));
        QVERIFY(skipper.abstained > skipper.n / 6);
        const Tally accepter = tally(world, who(world, "marco"));
        QVERIFY(accepter.suggested > accepter.n * 97 / 100);
        const Tally sure = tally(world, who(world, "nadia"));
        QCOMPARE(sure.full, sure.n);
        QHash<int, int> felix;
        int common = 0;
        int same = 0;
        for (const auto &row : world.rows)
            if (row.judge == who(world, "felix"))
                felix.insert(row.task, row.label);
        for (const auto &row : world.rows)
            if (row.judge == who(world, "greta") && felix.contains(row.task)) {
                ++common;
                same += felix[row.task] == row.label;
            }
        QVERIFY(common > 900 && same > common * 90 / 100);
    }
};

QTEST_APPLESS_MAIN(TestJudgementTeam)
#include "tst_judgementteam.moc"
