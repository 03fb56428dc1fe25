// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/cohortpairs.h"

#include "core/simulation/judgementteam.h"
#include "tests/support/simulatedrecord.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace plumbline;
using namespace plumbline::workflow;

/// Cohorts against each other on the items that both did.
class TestCohortPairs : public QObject
{
    Q_OBJECT

    static Result<std::vector<CohortPair>> pairsOf(const TeamRecord &record, const std::vector<PictureWork> &pictures = {})
    {
        const auto report = teamReport(record, pictures, {});
        return report ? cohortPairs(record, pictures, *report) : fail(report.error());
    }

    // Four people in two cohorts; one of the second is wrong in `errorRate` of the tasks.
    static simulation::SimulatedJudgements world(double errorRate, int tasks)
    {
        std::vector<simulation::JudgeProfile> judges(4);
        for (int i = 0; i < 4; ++i) {
            judges[static_cast<std::size_t>(i)].name = QStringLiteral("p%1").arg(i);
            judges[static_cast<std::size_t>(i)].cohort = i < 2 ? QStringLiteral("A") : QStringLiteral("B");
            judges[static_cast<std::size_t>(i)].errorRate = i < 2 ? 0.1 : errorRate;
        }
        simulation::JudgementTeamOptions options;
        options.tasks = tasks;
        options.judgesPerTask = 4;
        options.goldShare = 0.5;
        options.seed = 5;
        return simulation::simulateJudgements(judges, options);
    }

private slots:
    // One person each: nothing is drawn, and the counts are those of the table.
    void pairedByHand()
    {
        TeamRecordBuilder builder;
        builder.setCohort(QStringLiteral("ada"), QStringLiteral("A"));
        builder.setCohort(QStringLiteral("ben"), QStringLiteral("B"));
        // a: both right, b: only ada, c: only ben, d: both wrong, e: ada alone, f: no gold.
        const char *answers[][3] = {{"a", "dog", "dog"}, {"b", "dog", "cat"}, {"c", "cat", "dog"},
                                    {"d", "cat", "cat"}, {"e", "dog", ""},    {"f", "dog", "cat"}};
        for (const auto &row : answers)
            for (const int person : {1, 2}) {
                model::Judgement judgement;
                judgement.task = QLatin1String(row[0]);
                judgement.annotator = person == 1 ? QStringLiteral("ada") : QStringLiteral("ben");
                judgement.label = QLatin1String(row[person]);
                if (!judgement.label.isEmpty())
                    builder.add(judgement);
            }
        TeamRecord record = builder.take();
        record.truth.assign(record.tasks.size(), record.labelIndex(QStringLiteral("dog")));
        record.truth.back() = TeamRecord::none;
        // A practice picture is in no comparison.
        PictureWork work;
        work.person = QStringLiteral("ada");
        work.checked = {{{}, QStringLiteral("open.png"), 0, true, true, 1, 0, 0, 0, 0, 0}};
        const auto pairs = pairsOf(record, {work});
        QVERIFY_RESULT(pairs);
        QCOMPARE(pairs->size(), std::size_t(1));
        const CohortPair &pair = pairs->front();
        QCOMPARE(pair.shared.items, 4);
        QCOMPARE(pair.shared.firstOnly, QStringList{QStringLiteral("b")});
        QCOMPARE(pair.shared.secondOnly, QStringList{QStringLiteral("c")});
        QCOMPARE(pair.shared.first, (quality::RightWrong{2, 2}));
        QCOMPARE(pair.shared.test.firstOnly, 1);
        QCOMPARE(pair.shared.test.exact, 1.0);
        QVERIFY(pair.shared.firstShare.low < 0.1 && pair.shared.firstShare.high > 0.9);
        // One annotator each: neither can be resampled nor modelled, in words.
        QVERIFY(!pair.accuracy);
        QVERIFY(!pair.mixed && !pair.whyNoMixed.isEmpty());
        QVERIFY(pair.labels.empty());
    }

    void aRealDifferenceIsFound()
    {
        const auto pairs = pairsOf(test::recordOf(world(0.4, 300)));
        QVERIFY_RESULT(pairs);
        const CohortPair &pair = pairs->front();
        QCOMPARE(pair.first, QStringLiteral("A"));
        QVERIFY(pair.accuracy && pair.accuracy->interval.low > 0);
        QVERIFY(pair.shared.items > 120);
        QVERIFY(pair.shared.test.midP < 0.001);
        QVERIFY(pair.shared.firstShare.low > 0.5);
        QVERIFY2(pair.mixed, qPrintable(pair.whyNoMixed));
        QVERIFY(pair.mixed->effectInterval.low > 0);
        QCOMPARE(pair.mixed->items, pair.shared.items);
        QCOMPARE(pair.mixed->annotators, 4);
        QVERIFY(!pair.labels.empty());
    }

    // Of thousands of labels the most used ones are compared, the others together.
    void manyLabels()
    {
        TeamRecordBuilder builder;
        constexpr int people = 4;
        for (int person = 0; person < people; ++person) {
            const QString name = QStringLiteral("p%1").arg(person);
            builder.setCohort(name, person < 2 ? QStringLiteral("A") : QStringLiteral("B"));
            for (int task = 0; task < 400; ++task) {
                model::Judgement judgement;
                judgement.task = QStringLiteral("t%1").arg(task);
                judgement.annotator = name;
                // Forty common ones, and some that nobody else uses.
                judgement.label = QStringLiteral("label %1").arg(task % 10 == 0 ? 1000 + task : task % 40);
                builder.add(judgement);
            }
        }
        TeamRecord record = builder.take();
        record.truth.resize(record.tasks.size());
        for (std::uint32_t task = 0; task < record.tasks.size(); ++task)
            record.truth[task] = record.label[task];
        const auto pairs = pairsOf(record);
        QVERIFY_RESULT(pairs);
        QSet<QString> labels;
        std::int64_t together = 0;
        for (const LabelDifference &cell : pairs->front().labels) {
            labels << cell.truth << cell.said;
            if (cell.truth == QLatin1String("all other labels"))
                together += cell.first.right;
        }
        QCOMPARE(labels.size(), qsizetype(mostComparedLabels) + 1);
        // 10 decisions on each of the 20 that are kept, by 2 people.
        QCOMPARE(together, 2 * (400 - 20 * 10));
    }

    // What came first changes nothing.
    void anyOrder()
    {
        auto shuffled = world(0.2, 120);
        const auto pairs = pairsOf(test::recordOf(shuffled));
        base::SeededRandom random(3);
        for (std::size_t i = shuffled.rows.size(); i > 1; --i)
            std::swap(shuffled.rows[i - 1], shuffled.rows[random.below(i)]);
        const auto others = pairsOf(test::recordOf(shuffled));
        QVERIFY_RESULT(pairs);
        QVERIFY_RESULT(others);
        const CohortPair &one = pairs->front();
        const CohortPair &other = others->front();
        QCOMPARE(one.shared.firstOnly, other.shared.firstOnly);
        QCOMPARE(one.shared.secondOnly, other.shared.secondOnly);
        QCOMPARE(one.accuracy->interval.low, other.accuracy->interval.low);
        QVERIFY(one.mixed && other.mixed && std::abs(one.mixed->effect - other.mixed->effect) < 1e-6);
    }
};

QTEST_GUILESS_MAIN(TestCohortPairs)
#include "tst_cohortpairs.moc"
