// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/teambatches.h"

#include "tests/support/verify.h"

#include <QTest>

using namespace plumbline;
using namespace plumbline::workflow;

/// Batches of cohorts: what is in them, how bad the errors are, whether to take them.
class TestTeamBatches : public QObject
{
    Q_OBJECT

    static constexpr std::int64_t day = 86'400'000'000;
    static constexpr std::int64_t monday = 20458 * day;  // 2026-01-05

    // ada (A) answers 100 tasks on two Mondays, half each, every second one on gold; those of `wrong` wrongly.
    static TeamRecord record(const QSet<int> &wrong)
    {
        TeamRecordBuilder builder;
        builder.setCohort(QStringLiteral("ada"), QStringLiteral("A"));
        builder.setCohort(QStringLiteral("ben"), QStringLiteral("B"));
        for (int i = 0; i < 100; ++i) {
            model::Judgement judgement;
            judgement.task = QStringLiteral("t%1").arg(i, 3, 10, QLatin1Char('0'));
            judgement.annotator = QStringLiteral("ada");
            judgement.label = wrong.contains(i) ? QStringLiteral("cat") : QStringLiteral("dog");
            judgement.createdMicroseconds = monday + (i >= 50 ? 7 * day : 0) + i * 1'000'000;
            builder.add(judgement);
        }
        TeamRecord made = builder.take();
        made.truth.assign(made.tasks.size(), TeamRecord::none);
        for (std::uint32_t task = 0; task < made.tasks.size(); task += 2)
            made.truth[task] = made.labelIndex(QStringLiteral("dog"));
        return made;
    }

private slots:
    void periodsOfTime()
    {
        const TeamRecord team = record({0, 60});
        const std::pair<BatchPeriod, QStringList> expected[] = {
            {BatchPeriod::Everything, {QString()}},
            {BatchPeriod::Month, {QStringLiteral("2026-01")}},
            {BatchPeriod::Week, {QStringLiteral("2026-W02"), QStringLiteral("2026-W03")}},
            {BatchPeriod::Day, {QStringLiteral("2026-01-05"), QStringLiteral("2026-01-12")}},
            {BatchPeriod::Guideline, {QStringLiteral("0"), QStringLiteral("1"), QStringLiteral("2")}},
        };
        for (const auto &[period, names] : expected) {
            BatchOptions options;
            options.period = period;
            // Between the tenth and the eleventh answer, and between the weeks.
            options.guidelineChanges = {monday + 9'500'000, monday + 3 * day};
            const auto batches = teamBatches(team, {}, options);
            QVERIFY_RESULT(batches);
            QStringList found;
            std::int64_t handed = 0;
            std::int64_t checked = 0;
            for (const Batch &batch : *batches) {
                QCOMPARE(batch.cohort, QStringLiteral("A"));
                found << batch.period;
                handed += batch.handed;
                checked += batch.checked;
            }
            QCOMPARE(found, names);
            QCOMPARE(handed, 100);
            QCOMPARE(checked, 50);
        }
    }

    // Errors of a task are of the class; an abstention has a severity of its own.
    void weightedErrors()
    {
        BatchOptions options;
        auto team = record({0, 2, 60});
        team.label[4] = TeamRecord::none;
        const auto batches = teamBatches(team, {}, options);
        QVERIFY_RESULT(batches);
        const Batch &batch = batches->front();
        QCOMPARE(batch.errors, (quality::SeverityCounts{0, 1, 3, 50}));
        QCOMPARE(batch.rate.value, 100 * (3 * 10 + 5) / 50.0);
        QVERIFY(batch.rate.interval.low > 0 && batch.rate.interval.low < batch.rate.value);
        QVERIFY(batch.rate.interval.high > batch.rate.value);
        QCOMPARE(batch.wrong.size(), std::size_t(4));
        QCOMPARE(batch.wrong[1].name, QStringLiteral("t002"));
        QCOMPARE(batch.wrong[1].person, QStringLiteral("ada"));

        model::Schema schema = model::emptySchema();
        for (model::ErrorType &type : schema.errorTypes)
            type.severity = model::Severity::Minor;
        options.severities = ErrorSeverities::of(schema);
        QCOMPARE(teamBatches(team, {}, options)->front().errors.minor, 3);
        schema.errorTypes.clear();
        QCOMPARE(ErrorSeverities::of(schema).wrongClass, model::Severity::Critical);
    }

    // The sample is what was checked first, as many as the plan says; its bad ones decide.
    void acceptance()
    {
        BatchOptions options;
        options.limits = {0.02, 0.10, 0.05, 0.10};
        const auto plan = quality::acceptancePlan(100, options.limits);
        QVERIFY_RESULT(plan);
        QVERIFY(plan->sample > 20 && plan->sample < 50 && plan->allowed >= 1);
        const auto batchOf = [&](const QSet<int> &wrong) { return teamBatches(record(wrong), {}, options)->front(); };
        const Batch good = batchOf({1, 3, 5});  // wrong, but not on gold
        QCOMPARE(good.plan, *plan);
        QCOMPARE(good.sampled, plan->sample);
        QCOMPARE(good.bad, 0);
        QCOMPARE(good.verdict, Batch::Verdict::Take);
        const int last = 98;
        QCOMPARE(batchOf({last}).bad, 0);
        QVERIFY(!batchOf({last}).wrong.front().sampled);
        QSet<int> some;
        for (int i = 0; i <= plan->allowed; ++i)
            some.insert(2 * i);
        const Batch poor = batchOf(some);
        QCOMPARE(poor.bad, plan->allowed + 1);
        QCOMPARE(poor.verdict, Batch::Verdict::Refuse);
        // Weeks of 50 with 25 checked need more.
        options.period = BatchPeriod::Week;
        const Batch week = batchOf({});
        QVERIFY(week.plan.sample > week.checked);
        QCOMPARE(week.verdict, Batch::Verdict::CheckMore);
        options.limits.refuse = 0.01;
        QVERIFY_FAILS(teamBatches(record({}), {}, options), ErrorCode::InvalidArgument);
    }

    // Practice is no sample of ordinary work: everybody knows that it is a check.
    void pictures()
    {
        TeamRecordBuilder builder;
        builder.setCohort(QStringLiteral("cleo"), QStringLiteral("B"));
        PictureWork work;
        work.person = QStringLiteral("cleo");
        work.submissions = 3;
        work.times = {monday, monday + 1, monday + 2};
        work.checked = {{{}, QStringLiteral("open.png"), monday, false, true, 5, 5, 0, 0, 0, 0},
                        {{}, QStringLiteral("blind.png"), monday + 1, false, false, 10, 1, 2, 3, 1, 0}};
        const auto batches = teamBatches(builder.take(), {work}, {});
        QVERIFY_RESULT(batches);
        QCOMPARE(batches->size(), std::size_t(1));
        const Batch &batch = batches->front();
        QCOMPARE(batch.handed, 3);
        QCOMPARE(batch.checked, 1);
        QCOMPARE(batch.errors, (quality::SeverityCounts{1, 3, 3, 10}));
        QCOMPARE(batch.wrong.front().name, QStringLiteral("blind.png"));
    }
};

QTEST_GUILESS_MAIN(TestTeamBatches)
#include "tst_teambatches.moc"
