// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/quality/clusteredmean.h"
#include "core/quality/cohortprior.h"
#include "core/quality/confusionposterior.h"
#include "core/quality/goldplan.h"

#include <boost/random/beta_distribution.hpp>
#include <boost/random/binomial_distribution.hpp>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace plumbline;
using quality::BetaPosterior;
using quality::BetaPrior;
using quality::ClusteredMean;
using quality::CohortPrior;
using quality::ConfusionCounts;
using quality::Interval;
using quality::RightWrong;

namespace {

ClassId classNamed(const char *name)
{
    return ClassId{Uuid::fromName("test", name)};
}

RightWrong drawn(std::mt19937_64 &engine, double accuracy, int n)
{
    const std::int64_t right = boost::random::binomial_distribution<int>(n, accuracy)(engine);
    return {right, n - right};
}

const quality::ConfusionRow &rowOf(const std::vector<quality::ConfusionRow> &rows, ClassId truth)
{
    return *std::find_if(rows.begin(), rows.end(), [&](const auto &row) { return row.truth == truth; });
}

const quality::ConfusionRow::Cell &cellOf(const quality::ConfusionRow &row, ClassId said)
{
    return *std::find_if(row.cells.begin(), row.cells.end(), [&](const auto &cell) { return cell.said == said; });
}

}  // namespace

class TestCoverage final : public QObject
{
    Q_OBJECT

private slots:
    void exactCoverageAtFixedAccuracies()
    {
        QCOMPARE(QString::number(quality::intervalCoverage(.95, 20), 'f', 3), QStringLiteral("0.925"));
        // The sum over all outcomes, one by one.
        for (const int n : {1, 7, 20, 53}) {
            for (const double accuracy : {.03, .5, .8, .95, .999}) {
                double sum = 0;
                double p = std::pow(1 - accuracy, n);
                for (int right = 0; right <= n; ++right) {
                    const Interval interval = BetaPosterior::of(right, n - right, {.5, .5}).interval(.9);
                    sum += interval.low <= accuracy && accuracy <= interval.high ? p : 0;
                    p *= accuracy / (1 - accuracy) * (n - right) / (right + 1);
                }
                QVERIFY(std::abs(quality::intervalCoverage(accuracy, n, {.5, .5}, .9) - sum) < 1e-9);
            }
        }
        QCOMPARE(quality::intervalCoverage(.95, 0), 0.0);
        QCOMPARE(quality::intervalCoverage(1, 20), 0.0);
        QCOMPARE(quality::intervalCoverage(std::nan(""), 20), 0.0);
        QVERIFY(std::abs(quality::intervalCoverage(.9, 1'000'000) - .95) < .002);
    }

    // …and drawn.
    void drawnCoverageAtFixedAccuracies()
    {
        constexpr int draws = 40'000;
        std::mt19937_64 engine(12);
        for (const auto &[accuracy, n] : {std::pair(.95, 20), {.8, 20}, {.9, 50}}) {
            std::vector<Interval> intervals;
            for (int right = 0; right <= n; ++right)
                intervals.push_back(BetaPosterior::of(right, n - right).interval());
            int held = 0;
            for (int i = 0; i < draws; ++i) {
                const Interval &interval = intervals[static_cast<std::size_t>(drawn(engine, accuracy, n).right)];
                held += interval.low <= accuracy && accuracy <= interval.high ? 1 : 0;
            }
            const double share = static_cast<double>(held) / draws;
            const double exact = quality::intervalCoverage(accuracy, n);
            qInfo("accuracy %.2f, n = %d: %.4f of %d intervals hold it, computed %.4f", accuracy, n, share, draws, exact);
            QVERIFY(std::abs(share - exact) < 4 * std::sqrt(exact * (1 - exact) / draws));
        }
    }

    // With the truth drawn from the prior, 95 % of the intervals hold it, whatever n is.
    void coverageOverThePrior_data()
    {
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("beta");
        QTest::newRow("uniform") << 1.0 << 1.0;
        QTest::newRow("Jeffreys") << .5 << .5;
        QTest::newRow("cohort") << 18.0 << 2.0;
    }

    void coverageOverThePrior()
    {
        QFETCH(double, alpha);
        QFETCH(double, beta);
        constexpr int draws = 24'000;
        constexpr int largest = 40;
        std::mt19937_64 engine(11);
        boost::random::beta_distribution<double> prior(alpha, beta);
        std::vector<Interval> intervals((largest + 1) * (largest + 1));
        for (int n = 1; n <= largest; ++n)
            for (int right = 0; right <= n; ++right)
                intervals[static_cast<std::size_t>(n * (largest + 1) + right)] = BetaPosterior::of(right, n - right, {alpha, beta}).interval();
        int held = 0;
        for (int i = 0; i < draws; ++i) {
            const double accuracy = prior(engine);
            const int n = 1 + i % largest;
            const Interval &interval = intervals[static_cast<std::size_t>(n * (largest + 1)) + static_cast<std::size_t>(drawn(engine, accuracy, n).right)];
            held += interval.low <= accuracy && accuracy <= interval.high ? 1 : 0;
        }
        const double share = static_cast<double>(held) / draws;
        qInfo("%d draws from the prior, %.4f of the intervals hold the truth (.95 +- %.4f)", draws, share, 1.96 * std::sqrt(.95 * .05 / draws));
        QVERIFY2(std::abs(share - .95) < 4 * std::sqrt(.95 * .05 / draws), qPrintable(QString::number(share)));
    }

    void aPriorIsFoundAgain()
    {
        std::mt19937_64 engine(3);
        for (const BetaPrior truth : {BetaPrior{18, 2}, BetaPrior{4, 4}, BetaPrior{45, 5}}) {
            boost::random::beta_distribution<double> prior(truth.alpha, truth.beta);
            std::vector<RightWrong> cohort;
            for (int i = 0; i < 600; ++i)
                cohort.push_back(drawn(engine, prior(engine), 20 + i % 60));
            const CohortPrior fitted = quality::fitCohortPrior(cohort);
            QCOMPARE(fitted.basis, CohortPrior::Basis::Fitted);
            QCOMPARE(fitted.annotators, std::int64_t(600));
            QVERIFY(std::abs(fitted.prior.alpha / fitted.strength() - truth.alpha / (truth.alpha + truth.beta)) < .02);
            QVERIFY2(std::abs(std::log(fitted.strength() / (truth.alpha + truth.beta))) < .35, qPrintable(QString::number(fitted.strength())));
            QVERIFY(quality::priorText(fitted).contains(QStringLiteral("600 annotators")));
            // The same, bit for bit, for another order.
            std::shuffle(cohort.begin(), cohort.end(), engine);
            QCOMPARE(quality::fitCohortPrior(cohort), fitted);
        }
    }

    // A fitted prior makes intervals narrower and they still hold the truth as often as they say.
    void fittedPriorCovers()
    {
        std::mt19937_64 engine(8);
        boost::random::beta_distribution<double> prior(18, 2);
        int held = 0;
        int total = 0;
        double width = 0;
        double plainWidth = 0;
        for (int round = 0; round < 20; ++round) {
            std::vector<RightWrong> cohort;
            std::vector<double> truths;
            for (int i = 0; i < 150; ++i) {
                truths.push_back(prior(engine));
                cohort.push_back(drawn(engine, truths.back(), 20));
            }
            const CohortPrior fitted = quality::fitCohortPrior(cohort);
            QCOMPARE(fitted.basis, CohortPrior::Basis::Fitted);
            for (std::size_t i = 0; i < cohort.size(); ++i) {
                const Interval interval = BetaPosterior::of(cohort[i].right, cohort[i].wrong, fitted.prior).interval();
                const Interval plain = BetaPosterior::of(cohort[i].right, cohort[i].wrong).interval();
                held += interval.low <= truths[i] && truths[i] <= interval.high ? 1 : 0;
                ++total;
                width += interval.high - interval.low;
                plainWidth += plain.high - plain.low;
            }
        }
        const double share = static_cast<double>(held) / total;
        QVERIFY2(share > .93 && share < .97, qPrintable(QString::number(share)));
        QVERIFY(width < .85 * plainWidth);
    }

    void nothingToFitAPriorTo()
    {
        const BetaPrior uniform;
        QCOMPARE(quality::fitCohortPrior({}).prior, uniform);
        const CohortPrior few = quality::fitCohortPrior({{9, 1}, {8, 2}, {7, 3}, {2, 2}, {1, 0}, {-5, 9}});
        QCOMPARE(few.basis, CohortPrior::Basis::TooFewAnnotators);
        QCOMPARE(few.prior, uniform);
        QCOMPARE(few.annotators, std::int64_t(4));
        const CohortPrior alike = quality::fitCohortPrior(std::vector<RightWrong>(50, RightWrong{18, 2}));
        QCOMPARE(alike.basis, CohortPrior::Basis::NoSpread);
        QCOMPARE(alike.prior, uniform);
        for (const CohortPrior &prior : {few, alike})
            QVERIFY(quality::priorText(prior).startsWith(QStringLiteral("Uniform prior")));
        // All right, and all right or all wrong.
        QVERIFY(std::isfinite(quality::fitCohortPrior(std::vector<RightWrong>(50, RightWrong{30, 0})).strength()));
        std::vector<RightWrong> extremes(10, RightWrong{30, 0});
        extremes.insert(extremes.end(), 10, RightWrong{0, 30});
        const CohortPrior split = quality::fitCohortPrior(extremes);
        QCOMPARE(split.basis, CohortPrior::Basis::Fitted);
        QVERIFY(split.strength() < 1 && std::abs(split.prior.alpha - split.prior.beta) < 1e-3);
    }

    void confusionRows()
    {
        const ClassId car = classNamed("car");
        const ClassId bus = classNamed("bus");
        const ClassId dog = classNamed("dog");
        const ClassId none;
        const ConfusionCounts counts{{{car, car}, 8}, {{car, bus}, 1}, {{car, none}, 1}, {{bus, car}, 2}, {{none, dog}, 5}};
        const auto rows = quality::confusionRows(counts);
        QCOMPARE(rows.size(), std::size_t(2));  // invented dogs have no true class
        const auto &cars = rowOf(rows, car);
        QCOMPARE(cars.n, std::int64_t(10));
        QCOMPARE(cars.possible, 4);
        QCOMPARE(cars.cells.size(), std::size_t(3));
        // The diagonal is the accuracy of the class: Beta(9, 3).
        const auto &right = cellOf(cars, car);
        const Interval diagonal = BetaPosterior::of(8, 2).interval();
        QCOMPARE(right.count, std::int64_t(8));
        QCOMPARE(right.mean, 9.0 / 12);
        QCOMPARE(right.interval, diagonal);
        // Off it a third of a result each: Beta(4/3, 32/3).
        QVERIFY(std::abs(cellOf(cars, bus).mean - (4.0 / 3) / 12) < 1e-12);
        QCOMPARE(cellOf(cars, none).count, std::int64_t(1));
        // A class that was never right shows its diagonal with count 0.
        const auto &buses = rowOf(rows, bus);
        QCOMPARE(cellOf(buses, bus).count, std::int64_t(0));
        QCOMPARE(cellOf(buses, bus).mean, .25);
        double sum = 0;
        for (const auto &cell : cars.cells)
            sum += cell.mean;
        QVERIFY(std::abs(sum - (1 - (1.0 / 3) / 12)) < 1e-12);  // the rest is dog, never said

        // With a cohort its shares weigh two results.
        const ConfusionCounts cohort{{{car, car}, 900}, {{car, bus}, 98}, {{bus, bus}, 10}};
        const auto pooled = quality::confusionRows(counts, cohort);
        QVERIFY(std::abs(cellOf(rowOf(pooled, car), car).mean - (8 + 2 * 901.0 / 1000) / 12) < 1e-12);
        QVERIFY(quality::confusionRows({}).empty());
        QVERIFY(quality::confusionRows({{{none, dog}, 5}}).empty());
    }

    void confusionRowsCover()
    {
        // Truth from the prior of a row of three cells: Dirichlet(1, .5, .5).
        const ClassId car = classNamed("car");
        const ClassId bus = classNamed("bus");
        std::mt19937_64 engine(4);
        boost::random::gamma_distribution<double> one(1);
        boost::random::gamma_distribution<double> half(.5);
        int held = 0;
        constexpr int draws = 6000;
        for (int i = 0; i < draws; ++i) {
            const double parts[] = {one(engine), half(engine), half(engine)};
            const double total = parts[0] + parts[1] + parts[2];
            const int n = 12;
            const int cars = boost::random::binomial_distribution<int>(n, parts[0] / total)(engine);
            const int buses = boost::random::binomial_distribution<int>(n - cars, std::min(1.0, parts[1] / (parts[1] + parts[2])))(engine);
            const ConfusionCounts counts{{{car, car}, cars}, {{car, bus}, buses}, {{car, ClassId{}}, n - cars - buses}};
            const auto rows = quality::confusionRows(counts);
            const auto &row = rowOf(rows, car);
            const auto cell = std::find_if(row.cells.begin(), row.cells.end(), [&](const auto &c) { return c.said == car; });
            held += cell->interval.low <= parts[0] / total && parts[0] / total <= cell->interval.high ? 1 : 0;
        }
        QVERIFY(std::abs(static_cast<double>(held) / draws - .95) < 4 * std::sqrt(.95 * .05 / draws));
    }

    void meanIou()
    {
        ClusteredMean iou;
        QVERIFY(!iou.mean() && !iou.interval());
        iou.add(1.6, 2);
        QCOMPARE(QString::number(*iou.mean(), 'f', 9), QStringLiteral("0.800000000"));
        QVERIFY(!iou.interval());
        // One object an item: the textbook mean ± t·s/sqrt(n). Of .7 .8 .9: .8 ± 4.302653·.1/sqrt(3).
        ClusteredMean single;
        for (const double value : {.7, .8, .9})
            single.add(value, 1);
        const Interval interval = *single.interval();
        QVERIFY(std::abs(interval.low - (.8 - 4.30265273 * .1 / std::sqrt(3.0))) < 1e-7);
        QVERIFY(std::abs(interval.high - (.8 + 4.30265273 * .1 / std::sqrt(3.0))) < 1e-7);
        single.add(std::nan(""), 1);
        single.add(1, 0);
        single.add(0x1.1p20, 1);
        single.add(-0x1.1p20, 1);
        single.add(-std::numeric_limits<double>::infinity(), 1);
        QCOMPARE(single.items(), std::int64_t(3));
        // With signs: -.1 0 .1 are 0 ± 4.302653·.1/sqrt(3).
        ClusteredMean either;
        for (const double value : {-.1, 0., .1})
            either.add(value, 1);
        QVERIFY(std::abs(*either.mean()) < 1e-9);
        QVERIFY(std::abs(either.interval()->high - 4.30265273 * .1 / std::sqrt(3.0)) < 1e-7);
        QVERIFY(std::abs(either.interval()->low + either.interval()->high) < 1e-9);
        either.remove(.1, 1);
        QVERIFY(std::abs(*either.mean() + .05) < 1e-9);
        base::CborWriter writer;
        either.encode(writer);
        base::CborReader reader(writer.data());
        QCOMPARE(ClusteredMean::decode(reader), either);
    }

    void meanIouDoesNotKnowOrder()
    {
        base::SeededRandom random(6);
        std::vector<std::pair<double, std::int64_t>> items;
        for (int i = 0; i < 400; ++i) {
            const auto count = static_cast<std::int64_t>(1 + random.below(200));
            items.emplace_back(random.uniform(.5, 1) * static_cast<double>(count), count);
        }
        ClusteredMean forward;
        ClusteredMean backward;
        for (const auto &[sum, count] : items)
            forward.add(sum, count);
        for (auto it = items.rbegin(); it != items.rend(); ++it)
            backward.add(it->first, it->second);
        QCOMPARE(forward, backward);
        backward.add(3.3, 7);
        backward.remove(3.3, 7);
        QCOMPARE(forward, backward);
        base::CborWriter writer;
        forward.encode(writer);
        base::CborReader reader(writer.data());
        QCOMPARE(ClusteredMean::decode(reader), forward);
        for (const auto &[sum, count] : items)
            backward.remove(sum, count);
        QCOMPARE(backward, ClusteredMean());
    }

    void meanIouIntervalCovers()
    {
        // Objects of an item share a tendency: an interval that took them as independent would hold the truth far too rarely.
        base::SeededRandom random(12);
        int held = 0;
        constexpr int draws = 2000;
        for (int i = 0; i < draws; ++i) {
            ClusteredMean iou;
            for (int item = 0; item < 40; ++item) {
                const double tendency = random.uniform(.6, .9);
                double sum = 0;
                for (int object = 0; object < 10; ++object)
                    sum += tendency + random.uniform(-.1, .1);
                iou.add(sum, 10);
            }
            const Interval interval = *iou.interval();
            held += interval.low <= .75 && .75 <= interval.high ? 1 : 0;
        }
        QVERIFY(std::abs(static_cast<double>(held) / draws - .95) < 4 * std::sqrt(.95 * .05 / draws));
    }

    void halfWidths_data()
    {
        QTest::addColumn<double>("observed");
        QTest::addColumn<QList<int>>("results");
        QTest::newRow(".8") << .8 << QList<int>{60, 245, 682, 1536};
        QTest::newRow(".9") << .9 << QList<int>{37, 141, 387, 867};
        QTest::newRow(".95") << .95 << QList<int>{25, 82, 213, 467};
    }

    void halfWidths()
    {
        QFETCH(double, observed);
        QFETCH(QList<int>, results);
        const double wanted[] = {.10, .05, .03, .02};
        for (qsizetype i = 0; i < results.size(); ++i) {
            const auto found = quality::resultsForHalfWidth(observed, wanted[i]);
            QVERIFY(found.has_value());
            QCOMPARE(*found, std::int64_t(results[i]));
        }
    }

    void errorFreeRuns()
    {
        const std::pair<double, int> table[] = {{.7, 8}, {.8, 13}, {.9, 28}, {.95, 58}, {.99, 298}};
        for (const auto &[accuracy, run] : table) {
            QCOMPARE(quality::errorFreeRun(accuracy), std::optional<std::int64_t>(run));
            QVERIFY(BetaPosterior::of(run, 0).above(accuracy) >= .95);
            QVERIFY(BetaPosterior::of(run - 1, 0).above(accuracy) < .95);
        }
        QVERIFY(!quality::errorFreeRun(1));
        QVERIFY(!quality::errorFreeRun(.9, 1));
        QVERIFY(!quality::resultsForHalfWidth(.8, 0));
        QVERIFY(!quality::resultsForHalfWidth(std::nan(""), .1));
        QCOMPARE(quality::accuracyHalfWidth(.8, 0), .5);
    }

    void labelsForAMajority()
    {
        QCOMPARE(quality::majorityRight(.8, 1), .8);
        QVERIFY(std::abs(quality::majorityRight(.8, 3) - .896) < 1e-12);
        QVERIFY(std::abs(quality::majorityRight(.8, 2) - .8) < 1e-12);
        QVERIFY(std::abs(quality::majorityRight(.5, 7) - .5) < 1e-12);
        QCOMPARE(quality::labelsForMajority(.8, .9), std::optional(5));
        QCOMPARE(quality::labelsForMajority(.99, .95), std::optional(1));
        QVERIFY(!quality::labelsForMajority(.5, .9));
        QVERIFY(!quality::labelsForMajority(.501, .999));
    }

    void goldPool()
    {
        const quality::GoldPool enough{50, 30, 3, 500};
        QCOMPARE(enough.required(), std::int64_t(500));
        QCOMPARE(enough.exposure(), 3.0);
        QVERIFY(enough.text().contains(QStringLiteral("need 500 gold items")));
        QVERIFY(enough.text().contains(QStringLiteral("no more often")));
        const quality::GoldPool tooFew{50, 30, 3, 100};
        QVERIFY(tooFew.text().contains(QStringLiteral("met 15.0 times instead of 3")));
        QVERIFY(tooFew.text().contains(QStringLiteral("Add 400")));
        QCOMPARE((quality::GoldPool{7, 10, 3, 0}.required()), std::int64_t(24));
        QCOMPARE((quality::GoldPool{0, 10, 0, 0}.required()), std::int64_t(0));
    }
};

QTEST_GUILESS_MAIN(TestCoverage)
#include "tst_coverage.moc"
