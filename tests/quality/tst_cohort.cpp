// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/quality/acceptance.h"
#include "core/quality/cohortagreement.h"
#include "core/quality/confusiondifference.h"
#include "core/quality/mixedmodel.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace plumbline;
using quality::CohortResult;
using quality::RightWrong;

namespace {

QString printed(double value, int digits = 4)
{
    return QString::number(value, 'f', digits);
}

struct Cohorts {
    double effect = 0;  // log odds, first against second
    double itemSigma = 1;
    double annotatorSigma = .5;
    int people = 20;  // in each
    int items = 60;
};

std::vector<CohortResult> simulated(const Cohorts &cohorts, std::uint64_t seed)
{
    base::SeededRandom random(seed);
    std::vector<double> items;
    for (int i = 0; i < cohorts.items; ++i)
        items.push_back(random.normal(0, cohorts.itemSigma));
    std::vector<CohortResult> results;
    for (int person = 0; person < 2 * cohorts.people; ++person) {
        const bool second = person >= cohorts.people;
        const double own = random.normal(0, cohorts.annotatorSigma);
        for (std::size_t item = 0; item < items.size(); ++item) {
            const double odds = 1 + (second ? 0 : cohorts.effect) + own + items[item];
            results.push_back({static_cast<std::uint32_t>(person), static_cast<std::uint32_t>(item), second,
                               random.uniform() < 1 / (1 + std::exp(-odds))});
        }
    }
    return results;
}

}  // namespace

class TestCohort final : public QObject
{
    Q_OBJECT

private slots:
    void newcombe()
    {
        const quality::Difference difference = quality::newcombe({56, 14}, {48, 32});
        QCOMPARE(printed(difference.value), QStringLiteral("0.2000"));
        QCOMPARE(printed(difference.interval.low), QStringLiteral("0.0524"));
        QCOMPARE(printed(difference.interval.high), QStringLiteral("0.3339"));
        const quality::Difference turned = quality::newcombe({48, 32}, {56, 14});
        QVERIFY(std::abs(turned.interval.low + difference.interval.high) < 1e-12);
        const quality::Difference perfect = quality::newcombe({10, 0}, {0, 10});
        QVERIFY(perfect.interval.low > .5 && perfect.interval.high <= 1);
        QCOMPARE(quality::newcombe({}, {1, 1}).interval, (quality::Interval{-1, 1}));
    }

    void mcNemar()
    {
        // 1 against 8: 2·(1 + 9)/512 = .0390625; mid-p takes 9/512 off.
        const quality::McNemar test = quality::mcNemar(1, 8);
        QVERIFY(std::abs(test.exact - .0390625) < 1e-12);
        QVERIFY(std::abs(test.midP - (.0390625 - 9.0 / 512)) < 1e-12);
        QVERIFY(std::abs(test.statistic - 49.0 / 9) < 1e-12);
        QCOMPARE(quality::mcNemar(8, 1).exact, test.exact);
        QCOMPARE(quality::mcNemar(5, 5).exact, 1.0);
        QVERIFY(std::abs(quality::mcNemar(5, 5).midP - 1) < 1e-12);
        QCOMPARE(quality::mcNemar(0, 0).exact, 1.0);
        QCOMPARE(quality::mcNemar(-3, 0).statistic, 0.0);
    }

    void annotatorsAreResampledNotLabels()
    {
        // Two people of the first cohort differ widely and did most of the work: labels say certain, people say nothing.
        const std::vector<RightWrong> first{{990, 10}, {600, 400}, {18, 2}};
        const std::vector<RightWrong> second{{17, 3}, {16, 4}, {18, 2}, {15, 5}};
        const auto byPerson = quality::bootstrapDifference(first, second);
        QVERIFY_RESULT(byPerson);
        QVERIFY(std::abs(byPerson->value - (1608.0 / 2020 - 66.0 / 80)) < 1e-12);
        const quality::Difference byLabel = quality::newcombe({1608, 412}, {66, 14});
        QVERIFY(byPerson->interval.high - byPerson->interval.low > 1.5 * (byLabel.interval.high - byLabel.interval.low));
        // The same for the same seed and any order.
        const auto again = quality::bootstrapDifference({first[2], first[0], first[1]}, {second.rbegin(), second.rend()});
        QCOMPARE(again->interval, byPerson->interval);
        QVERIFY_FAILS(quality::bootstrapDifference({{1, 1}}, second), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(quality::bootstrapDifference({{1, 1}, {0, 0}}, second), ErrorCode::InvalidArgument);
    }

    void bootstrapCovers()
    {
        base::SeededRandom random(21);
        int held = 0;
        constexpr int draws = 300;
        for (int i = 0; i < draws; ++i) {
            std::vector<RightWrong> cohorts[2];
            for (int side = 0; side < 2; ++side) {
                for (int person = 0; person < 30; ++person) {
                    const double accuracy = (side == 0 ? .85 : .8) + random.uniform(-.1, .1);
                    RightWrong counts;
                    for (int k = 0; k < 20; ++k)
                        ++(random.uniform() < accuracy ? counts.right : counts.wrong);
                    cohorts[side].push_back(counts);
                }
            }
            const auto difference = quality::bootstrapDifference(cohorts[0], cohorts[1], 400, static_cast<std::uint64_t>(i));
            held += difference->interval.low <= .05 && .05 <= difference->interval.high ? 1 : 0;
        }
        QVERIFY2(held > .90 * draws && held < .985 * draws, qPrintable(QString::number(held)));
    }

    void rowsOfConfusionDiffer()
    {
        const ClassId car{Uuid::fromName("test", "car")};
        const ClassId bus{Uuid::fromName("test", "bus")};
        const ClassId dog{Uuid::fromName("test", "dog")};
        const auto table = [&](std::int64_t right, std::int64_t asBus, std::int64_t missed) {
            return quality::ConfusionCounts{{{car, car}, right}, {{car, bus}, asBus}, {{car, ClassId{}}, missed}, {{ClassId{}, dog}, 3}};
        };
        std::vector<quality::ConfusionCounts> first(5, table(90, 8, 2));
        std::vector<quality::ConfusionCounts> second(4, table(90, 0, 10));
        first.front()[{dog, dog}] = 7;  // one annotator alone is no cohort
        second.front()[{dog, dog}] = 7;
        second[1][{dog, dog}] = 5;
        const auto differences = quality::confusionDifferences(first, second);
        QCOMPARE(differences.size(), std::size_t(3));
        double sum = 0;
        for (const auto &cell : differences) {
            QCOMPARE(cell.truth, car);
            QCOMPARE(cell.firstN, std::int64_t(500));
            QCOMPARE(cell.secondN, std::int64_t(400));
            const double expected = cell.said == car ? 0 : cell.said == bus ? .08 : -.08;
            QVERIFY(std::abs(cell.share.value - expected) < 1e-12);
            QVERIFY(cell.share.interval.low <= expected + 1e-12 && expected - 1e-12 <= cell.share.interval.high);
            sum += cell.share.value;
        }
        QVERIFY(std::abs(sum) < 1e-12);
        QVERIFY(quality::confusionDifferences(first, {}).empty());
        QVERIFY(quality::confusionDifferences({}, {}).empty());
    }

    void agreementBetweenCohorts()
    {
        // Each cohort agrees with itself about everything; between them every fourth unit is another thing.
        quality::RatingsBuilder builder;
        for (int unit = 0; unit < 40; ++unit)
            for (int rater = 0; rater < 4; ++rater)
                (void)builder.add(QString::number(unit), QString::number(rater), QString::number(rater >= 2 && unit % 4 == 0 ? 9 : unit % 2));
        const quality::Ratings ratings = builder.take();
        std::vector<bool> second;
        for (const QString &rater : ratings.raters)
            second.push_back(rater.toInt() >= 2);
        const auto agreement = quality::cohortAgreement(ratings, second);
        QVERIFY(agreement.first && agreement.second && agreement.cross);
        QCOMPARE(agreement.first->value, 1.0);
        QCOMPARE(agreement.second->value, 1.0);
        // Do = 1/4. First: half 0, half 1; second: a quarter 9, a quarter 0, half 1: De = 1 - (1/2·1/4 + 1/2·1/2) = 5/8.
        QVERIFY(std::abs(agreement.cross->observed - .25) < 1e-12);
        QVERIFY(std::abs(agreement.cross->chance - .625) < 1e-12);
        QVERIFY(std::abs(agreement.cross->value - .6) < 1e-12);
        QCOMPARE(agreement.cross->units, std::int64_t(40));
        QCOMPARE(agreement.cross->ratings, std::int64_t(160));
        // Nobody in the second cohort; no cohorts at all.
        const auto alone = quality::cohortAgreement(ratings, std::vector<bool>(4, false));
        QVERIFY(alone.first && !alone.second && !alone.cross);
        QCOMPARE(alone.cross.error(), quality::Undefined::NoPairs);
        QVERIFY(!quality::cohortAgreement(ratings, {}).first);
        // One category everywhere is no agreement beyond chance.
        quality::RatingsBuilder same;
        for (int unit = 0; unit < 4; ++unit)
            for (int rater = 0; rater < 4; ++rater)
                (void)same.add(QString::number(unit), QString::number(rater), QStringLiteral("x"));
        QCOMPARE(quality::cohortAgreement(same.take(), {false, false, true, true}).cross.error(), quality::Undefined::OneCategory);
    }

    void severity()
    {
        quality::SeverityCounts counts{10, 4, 1, 500};
        const quality::Difference rate = quality::severityRate(counts);
        QCOMPARE(rate.value, (10 + 20 + 10) / 5.0);
        QVERIFY(rate.interval.low > 0 && rate.interval.low < 8 && rate.interval.high > 8);
        // Equal weights: the exact interval of a Poisson count of 10, and the one of none.
        const quality::SeverityWeights equal{1, 1, 1};
        const quality::Difference ten = quality::severityRate({4, 3, 3, 100}, equal);
        QVERIFY(std::abs(ten.interval.low - 4.795389) < 1e-6 && std::abs(ten.interval.high - 18.390356) < 1e-6);
        const quality::Difference none = quality::severityRate({0, 0, 0, 100}, equal);
        QCOMPARE(none.interval.low, 0.0);
        QVERIFY(std::abs(none.interval.high - 3.688879) < 1e-6);
        const quality::SeverityCounts more{1, 1, 1, 100};
        const quality::SeverityCounts before = counts;
        counts += more;
        QVERIFY(counts != before);
        counts -= more;
        QCOMPARE(counts, before);
        QCOMPARE(quality::severityRate({}).value, 0.0);
        QCOMPARE(quality::severityRate({0, 0, 0, 10}).interval.low, 0.0);
    }

    void acceptanceProbabilities()
    {
        // 5 of 20, 2 bad: C(18,5)/C(20,5) = 8568/15504.
        QVERIFY(std::abs(quality::acceptanceProbability(20, 2, 5, 0) - 8568.0 / 15504) < 1e-12);
        QCOMPARE(quality::acceptanceProbability(20, 2, 5, 2), 1.0);
        QCOMPARE(quality::acceptanceProbability(20, 20, 5, 0), 0.0);
        QCOMPARE(quality::acceptanceProbability(20, 0, 5, 0), 1.0);
        QCOMPARE(quality::acceptanceProbability(20, 3, 20, 2), 0.0);
        // Far out in the tail, where the first term is too small for a double: about one half.
        const double middle = quality::acceptanceProbability(1'000'000, 100'000, 200'000, 20'000);
        QVERIFY2(std::abs(middle - .5) < .01, qPrintable(QString::number(middle)));
    }

    // The smallest of all plans, found by looking at each.
    void acceptancePlansAreTheSmallest()
    {
        for (const std::int64_t batch : {5, 20, 60, 150}) {
            for (const double risk : {.05, .2}) {
                const quality::AcceptanceLimits limits{.02, .15, risk, .1};
                const auto plan = quality::acceptancePlan(batch, limits);
                QVERIFY_RESULT(plan);
                const auto good = static_cast<std::int64_t>(std::floor(.02 * static_cast<double>(batch) + 1e-9));
                const auto poor = static_cast<std::int64_t>(std::ceil(.15 * static_cast<double>(batch) - 1e-9));
                std::int64_t smallest = batch;
                for (std::int64_t n = batch; n >= 1; --n)
                    for (std::int64_t c = 0; c < n; ++c)
                        if (quality::acceptanceProbability(batch, good, n, c) >= 1 - risk && quality::acceptanceProbability(batch, poor, n, c) <= .1)
                            smallest = n;
                QCOMPARE(plan->sample, smallest);
                QVERIFY(plan->producerRisk <= risk && plan->consumerRisk <= .1);
            }
        }
    }

    void acceptancePlanOfALargeBatch()
    {
        const auto plan = quality::acceptancePlan(10'000);
        QVERIFY_RESULT(plan);
        QVERIFY(plan->sample > 100 && plan->sample < 200 && plan->allowed >= 2);
        QVERIFY(plan->producerRisk <= .05 && plan->producerRisk > .005 && plan->consumerRisk <= .1 && plan->consumerRisk > .08);
        const auto close = quality::acceptancePlan(1'000'000, {.01, .011, .05, .1});
        QVERIFY_RESULT(close);
        QVERIFY(close->sample > 50'000 && close->sample < 1'000'000);
        QVERIFY(close->producerRisk <= .05 && close->consumerRisk <= .1);
        QVERIFY_FAILS(quality::acceptancePlan(0), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(quality::acceptancePlan(100, {.05, .05, .05, .1}), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(quality::acceptancePlan(100, {.01, std::nan(""), .05, .1}), ErrorCode::InvalidArgument);
    }

    void mixedModelFindsWhatItWasMadeWith()
    {
        double effect = 0;
        double items = 0;
        double people = 0;
        constexpr int runs = 6;
        int held = 0;
        for (int run = 0; run < runs; ++run) {
            const auto model = quality::fitMixedModel(simulated({.8, 1, .5, 20, 60}, static_cast<std::uint64_t>(run + 1)));
            QVERIFY_RESULT(model);
            QCOMPARE(model->results, std::int64_t(2400));
            QCOMPARE(model->items, std::int64_t(60));
            QCOMPARE(model->annotators, std::int64_t(40));
            effect += model->effect / runs;
            items += model->itemSigma / runs;
            people += model->annotatorSigma / runs;
            held += model->effectInterval.low <= .8 && .8 <= model->effectInterval.high ? 1 : 0;
            QVERIFY(model->effectSigma > .15 && model->effectSigma < .25);
            QVERIFY(model->accuracyFirst > model->accuracySecond);
        }
        QVERIFY2(std::abs(effect - .8) < .2, qPrintable(printed(effect)));
        QVERIFY2(std::abs(items - 1) < .2, qPrintable(printed(items)));
        QVERIFY2(std::abs(people - .5) < .2, qPrintable(printed(people)));
        QVERIFY(held >= runs - 1);
    }

    // People who differ make a difference between cohorts uncertain; labels taken as independent would call it certain.
    void mixedModelKnowsThatPeopleDiffer()
    {
        int plain = 0;
        int mixed = 0;
        constexpr int runs = 20;
        for (int run = 0; run < runs; ++run) {
            const auto results = simulated({0, .5, 1, 6, 60}, static_cast<std::uint64_t>(100 + run));
            RightWrong counts[2];
            for (const CohortResult &result : results)
                ++(result.right ? counts[result.second ? 1 : 0].right : counts[result.second ? 1 : 0].wrong);
            const quality::Interval labels = quality::newcombe(counts[0], counts[1]).interval;
            plain += labels.low > 0 || labels.high < 0 ? 1 : 0;
            const auto model = quality::fitMixedModel(results);
            QVERIFY_RESULT(model);
            mixed += model->pValue < .05 ? 1 : 0;
        }
        QVERIFY2(plain >= 8, qPrintable(QString::number(plain)));
        QVERIFY2(mixed <= 5, qPrintable(QString::number(mixed)));
    }

    void mixedModelDoesNotKnowOrder()
    {
        auto results = simulated({.5, 1, .5, 6, 20}, 4);
        const auto model = quality::fitMixedModel(results);
        QVERIFY_RESULT(model);
        std::reverse(results.begin(), results.end());
        // Items of one cohort alone add nothing.
        results.push_back({0, 999, false, true});
        const auto again = quality::fitMixedModel(results);
        QVERIFY_RESULT(again);
        QCOMPARE(again->effect, model->effect);
        QCOMPARE(again->results, model->results);
    }

    void mixedModelRefuses()
    {
        QVERIFY_FAILS(quality::fitMixedModel({}), ErrorCode::InvalidArgument);
        auto results = simulated({0, 1, .5, 3, 10}, 5);
        for (CohortResult &result : results)
            result.right = result.second ? result.right : true;
        QVERIFY_FAILS(quality::fitMixedModel(results), ErrorCode::InvalidArgument);
        for (CohortResult &result : results)
            result.item += result.second ? 100 : 0;
        QVERIFY_FAILS(quality::fitMixedModel(results), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(quality::fitMixedModel(simulated({0, 1, .5, 3, 10}, 6), [] { return true; }), ErrorCode::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestCohort)
#include "tst_cohort.moc"
