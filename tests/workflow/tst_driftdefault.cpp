// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/judgementteam.h"
#include "core/workflow/acceptederrors.h"
#include "tests/support/simulatedrecord.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace plumbline;
using namespace plumbline::workflow;
using quality::DriftBaseline;
using quality::DriftInput;

namespace {

/// What drift charts said in many simulated teams.
struct Found {
    std::int64_t honestResults = 0;  ///< of people without a bias who never change
    std::int64_t honestAlarms = 0;   ///< all of them, charts go on after one
    int honest = 0;
    int honestNamed = 0;
    int drifters = 0;
    int found = 0;           ///< after they began to drift
    double delay = 0;        ///< sum, results from there to the alarm
    double promised = 0;     ///< sum of run lengths after the shift that the charts were designed for
    [[nodiscard]] QString text() const
    {
        return QStringLiteral("%1 of %2 honest people named, one alarm in %3 results; drifter found in %4 of %5 teams after %6 gold "
                              "results, promised %7")
            .arg(honestNamed)
            .arg(honest)
            .arg(honestAlarms > 0 ? QString::number(honestResults / honestAlarms) : QStringLiteral("(none)"))
            .arg(found)
            .arg(drifters)
            .arg(delay / std::max(1, found), 0, 'f', 1)
            .arg(promised / std::max(1, drifters), 0, 'f', 1);
    }
};

enum class Rule { Fixed, Median, Own };

class Teams
{
public:
    explicit Teams(int tasks, double goldShare) : m_tasks(tasks), m_goldShare(goldShare) {}

    Found with(Rule rule, int teams)
    {
        Found found;
        for (int seed = 1; seed <= teams; ++seed)
            addTeam(rule, static_cast<std::uint64_t>(seed), found);
        return found;
    }

private:
    void addTeam(Rule rule, std::uint64_t seed, Found &found)
    {
        const auto team = simulation::judgementTeam();
        const auto world = simulation::simulateJudgements(team, {m_tasks, 8, m_goldShare, 0.85, seed});
        const TeamRecord record = test::recordOf(world);
        const auto series = goldSeries(record);
        AcceptedErrors accepted = AcceptedErrors::of(record, {}, rule == Rule::Fixed ? std::optional(0.05) : std::nullopt);
        DriftBaseline baseline = accepted.baseline();
        baseline.own = rule == Rule::Own;
        for (const simulation::JudgeProfile &judge : team) {
            const bool honest = judge.habit == simulation::Habit::Honest && judge.biasRate == 0;
            const bool drifter = judge.habit == simulation::Habit::Drifter;
            if (!honest && !drifter)
                continue;
            const auto &results = series[static_cast<std::size_t>(record.people.indexOf(judge.name))];
            const double rate = baseline.rateOf(results);
            auto &plan = m_plans[rate];
            if (plan.inControl == 0)
                plan = baseline.errorPlan(rate).value_or(quality::BernoulliCusumPlan());
            quality::DriftPlan charts;
            charts.bernoulli = plan;
            const auto drift = quality::driftSeries(quality::DriftChartKind::BernoulliCusum, charts, results);
            if (honest) {
                ++found.honest;
                found.honestNamed += drift.alarms.empty() ? 0 : 1;
                found.honestResults += static_cast<std::int64_t>(results.size());
                found.honestAlarms += static_cast<std::int64_t>(drift.alarms.size());
                continue;
            }
            // The drift begins with the answer in the middle; gold is dealt at random, so its middle is there but for chance.
            const auto begins = static_cast<std::int64_t>(results.size()) / 2;
            ++found.drifters;
            found.promised += plan.afterShift;
            for (const quality::DriftAlarm &alarm : drift.alarms)
                if (alarm.atNumber > begins) {
                    ++found.found;
                    found.delay += static_cast<double>(alarm.atNumber - begins);
                    break;
                }
        }
    }

    int m_tasks;
    double m_goldShare;
    std::map<double, quality::BernoulliCusumPlan> m_plans;
};

}  // namespace

/// What the default of the drift charts does in teams whose habits are known.
class TestDriftDefault final : public QObject
{
    Q_OBJECT

private slots:
    void onesOwnFirstResults()
    {
        const auto results = [](int errors, int count, double difficulty = 0) {
            std::vector<DriftInput> list;
            for (int i = 0; i < count; ++i)
                list.push_back({i >= errors, difficulty, i});
            return list;
        };
        DriftBaseline baseline;
        baseline.team = 0.1;
        QCOMPARE(baseline.rateOf({}), 0.1);
        QCOMPARE(baseline.rateOf(results(2, 20)), 0.1);
        // (9 + 1.5) / 45 = .2333 of the first thirty; of twenty (0 + 1.5) / 35 = .0429, whatever comes in the next forty.
        QCOMPARE(baseline.rateOf(results(9, 90)), 0.235);
        auto worse = results(0, 20);
        worse.resize(60, {false, 0, 100});
        QCOMPARE(baseline.rateOf(worse), 0.045);
        // (1 + 1.5) / 20; never more than the first hundred: (100 + 1.5) / 115 is beyond the highest.
        QCOMPARE(baseline.rateOf(results(1, 5)), 0.125);
        QCOMPARE(baseline.rateOf(results(0, 10'000)), 0.015);
        // As many errors as the team makes on items as hard are no high rate.
        const double hard = 1 - quality::adjustedAccuracy(0.1, 1.5);
        QVERIFY(hard > 0.3);
        QVERIFY(std::abs(baseline.rateOf(results(static_cast<int>(std::lround(20 * hard)), 20, 1.5)) - 0.1) <= 0.005);
        QCOMPARE(baseline.rateOf(results(30, 30)), DriftBaseline::highest);
        baseline.team = 0;
        QCOMPARE(baseline.rateOf(results(0, 30)), DriftBaseline::lowest);
        baseline.own = false;
        baseline.team = 0.123;
        QCOMPARE(baseline.rateOf(results(9, 30)), 0.123);
    }

    void middleOfTheTeam()
    {
        QVERIFY(!DriftBaseline::teamRate({}));
        const std::vector<quality::RightWrong> people{{20, 0}, {18, 2}, {16, 4}, {10, 10}, {0, 20}, {5, 5}};
        QCOMPARE(DriftBaseline::teamRate(people), std::optional(0.2));
        QVERIFY(!DriftBaseline::teamRate({people.begin(), people.begin() + 4}));
        QCOMPARE(DriftBaseline::teamRate(std::vector<quality::RightWrong>(6, {20, 0})), std::optional(DriftBaseline::lowest));
    }

    void leadsWhoChooseArePutFirst()
    {
        const AcceptedErrors chosen = AcceptedErrors::of({}, {}, 0.2);
        QCOMPARE(chosen.baseline().rateOf(std::vector<DriftInput>(50, {true, 0, 0})), 0.2);
    }

    void honestPeopleAndDrifters_data()
    {
        QTest::addColumn<int>("tasks");
        QTest::addColumn<double>("goldShare");
        QTest::addColumn<int>("leastFound");
        QTest::newRow("60 gold results each") << 500 << 0.3 << 36;
        QTest::newRow("96 gold results each, as in the demo") << 600 << 0.4 << 46;
        QTest::newRow("240 gold results each") << 1500 << 0.4 << 50;
    }

    // 50 teams of twenty: eleven honest people without a bias, one whose error rate rises by 25 points half way.
    void honestPeopleAndDrifters()
    {
        QFETCH(int, tasks);
        QFETCH(double, goldShare);
        QFETCH(int, leastFound);
        constexpr int count = 50;
        Teams teams(tasks, goldShare);
        const Found fixed = teams.with(Rule::Fixed, count);
        const Found median = teams.with(Rule::Median, count);
        const Found own = teams.with(Rule::Own, count);
        qInfo("5 %% for everybody:   %s", qPrintable(fixed.text()));
        qInfo("median of the team:  %s", qPrintable(median.text()));
        qInfo("own and median:      %s", qPrintable(own.text()));
        QCOMPARE(own.honest, 11 * count);
        QCOMPARE(own.drifters, count);
        // No more alarms than one in 500 results, but for chance (a Poisson count, three standard deviations).
        const double expected = double(own.honestResults) / 500;
        QVERIFY2(double(own.honestAlarms) <= expected + 3 * std::sqrt(expected), qPrintable(own.text()));
        QVERIFY2(2 * own.honestNamed < fixed.honestNamed, qPrintable(own.text()));
        QVERIFY2(own.found >= leastFound && own.found >= median.found, qPrintable(own.text()));
        QVERIFY2(own.delay / own.found <= own.promised / own.drifters, qPrintable(own.text()));
    }

    // The report gives everybody their own chart.
    void reportsUseIt()
    {
        const auto world = simulation::simulateJudgements(simulation::judgementTeam(), {600, 8, 0.4, 0.85, 1});
        const TeamRecord record = test::recordOf(world);
        TeamOptions options;
        const AcceptedErrors accepted = AcceptedErrors::of(record, {}, std::nullopt);
        options.baseline = accepted.baseline();
        const auto report = teamReport(record, {}, options);
        QVERIFY_RESULT(report);
        std::set<double> rates;
        for (const PersonFigures &person : report->people) {
            const auto inputs = driftInputs(record, person.name);
            QCOMPARE(person.drift.acceptable, options.baseline->rateOf(inputs));
            QVERIFY(person.drift.inControl >= 500);
            quality::DriftPlan plan;
            plan.bernoulli = person.drift;
            const auto series = quality::driftSeries(quality::DriftChartKind::BernoulliCusum, plan, inputs);
            QCOMPARE(person.driftAlarms, series.alarms);
            rates.insert(person.drift.acceptable);
        }
        QVERIFY(rates.size() > 5);
    }
};

QTEST_GUILESS_MAIN(TestDriftDefault)
#include "tst_driftdefault.moc"
