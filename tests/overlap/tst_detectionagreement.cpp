// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/overlap/detectionagreement.h"
#include "core/overlap/distanceagreement.h"
#include "core/simulation/street.h"
#include "tests/overlap/labelings.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>

using namespace plumbline;
using namespace plumbline::overlap;
using namespace plumbline::test;
using geometry::Box;

namespace {

DetectionAgreement agreementOf(const std::vector<ItemLabelings> &items, DetectionOptions options = {})
{
    DetectionMeter meter(std::move(options));
    for (const ItemLabelings &item : items)
        meter.add(item, overlapsOf(item));
    return meter.result().value();
}

bool near(double a, double b, double within = 1e-9)
{
    return std::abs(a - b) <= within;
}

DetectionOptions at(std::vector<double> thresholds, double reference)
{
    DetectionOptions options;
    options.thresholds = std::move(thresholds);
    options.reference = reference;
    options.resamples = 200;
    return options;
}

/// Streets labeled by people who err at a rate.
std::vector<ItemLabelings> streets(std::uint64_t seed, int items, int people, double rate)
{
    std::vector<ItemLabelings> result;
    base::SeededRandom random(seed);
    for (int i = 0; i < items; ++i) {
        const simulation::StreetScene scene = simulation::makeStreet(seed * 1000 + std::uint64_t(i), {320, 200, 3, 9});
        ItemLabelings item;
        item.width = 320;
        item.height = 200;
        for (int p = 0; p < people; ++p) {
            simulation::AnnotatorProfile profile;
            profile.missRate = profile.wrongClassRate = profile.looseRate = rate;
            profile.inventRate = rate;
            Labeling labeling{QStringLiteral("person %1").arg(p), {}};
            for (const simulation::SimulatedLabel &label : simulation::annotate(scene, profile, random).labels)
                labeling.objects.push_back(drawn(label.geometry, label.className.toUtf8().constData()));
            item.labelings.push_back(std::move(labeling));
        }
        result.push_back(std::move(item));
    }
    return result;
}

}  // namespace

class TestDetectionAgreement : public QObject
{
    Q_OBJECT

    // Two people; a car and a person that both saw, and a car that only the first one saw.
    static std::vector<ItemLabelings> twoPeople()
    {
        return {itemOf({{drawn(Box{0, 0, 10, 10}), drawn(Box{40, 0, 10, 20}, "person")},
                        {drawn(Box{0, 0, 10, 10}), drawn(Box{40, 0, 10, 20}, "person")}}),
                itemOf({{drawn(Box{0, 0, 10, 10})}, {}})};
    }

private slots:
    // Values car 3, person 2, absent 1 in units (c c) (p p) (c -): Do = 2/6, De = 1 - (6 + 2 + 0)/30, alpha = 6/11.
    void byHand()
    {
        const DetectionAgreement result = agreementOf(twoPeople());
        QCOMPARE(result.curve.size(), std::size_t(7));
        QCOMPARE(result.curve[2].threshold, 0.5);
        QCOMPARE(result.reference, std::size_t(2));
        const auto &alpha = result.atReference().alpha;
        QVERIFY(alpha.has_value());
        QVERIFY2(near(alpha->value, 6.0 / 11), qPrintable(QString::number(alpha->value)));
        QCOMPARE(alpha->units, 3);
        QCOMPARE(alpha->ratings, 6);
        QVERIFY(near(result.atReference().percent->value, 2.0 / 3));
        // One class for all: five times there, once absent, Do = De = 1/3.
        QVERIFY(near(result.merged->value, 0));
        QVERIFY(near(*result.scaleComplexity, -6.0 / 11));
        QCOMPARE(result.items, 2);
        QCOMPARE(result.objects, 5);
        QCOMPARE(result.raters.size(), std::size_t(2));
        QVERIFY(!result.raters[0].without.has_value());
        QVERIFY(result.raters[0].without.error() == quality::Undefined::NoPairs);
        QVERIFY(!result.raters[0].vitality);
        QCOMPARE(result.raters[0].objects, 3);
        QCOMPARE(result.raters[1].objects, 2);
    }

    // Three boxes of one thing, each overlapping the others by .667 or .5: one unit up to there, three units with two absences
    // each above. Units (1 0 0): Do = 2/3, De = 1 - (3·2 + 6·5)/72 = 1/2, alpha = -1/3.
    void theCurveFallsWithTheThreshold()
    {
        const ItemLabelings item = itemOf({{drawn(Box{0, 0, 10, 10})}, {drawn(Box{2, 0, 10, 10})}, {drawn(Box{1, 0, 10, 10})}});
        const DetectionAgreement result = agreementOf({item}, at({0.3, 0.6, 0.9}, 0.9));
        QCOMPARE(result.curve.size(), std::size_t(3));
        QVERIFY(!result.curve[0].alpha.has_value());
        QVERIFY(result.curve[0].alpha.error() == quality::Undefined::OneCategory);
        QCOMPARE(result.curve[0].percent->value, 1.0);
        QVERIFY(!result.curve[0].interval);
        QVERIFY(near(result.atReference().alpha->value, -1.0 / 3));
        QVERIFY(near(result.atReference().percent->value, 1.0 / 3));
        // A single item can only be drawn again and again.
        QVERIFY(near(result.atReference().interval->interval.low, -1.0 / 3));
        QVERIFY(near(result.atReference().interval->interval.high, -1.0 / 3));
    }

    void whoDisagreesLowersTheAgreementOfAll()
    {
        std::vector<ItemLabelings> items;
        for (int i = 0; i < 6; ++i)
            items.push_back(itemOf({{drawn(Box{0, 0, 10, 10}), drawn(Box{40, 0, 10, 20}, "person")},
                                    {drawn(Box{0, 0, 10, 10}), drawn(Box{40, 0, 10, 20}, "person")},
                                    {drawn(Box{0, 0, 10, 10}), drawn(Box{70, 70, 10, 10}, "person")}}));
        const DetectionAgreement result = agreementOf(items);
        // Units a place of (c c c) (p p -) (- - p), six times: n = 54, c 18, p 18, absent 18; Do = (0 + 2 + 2)/9.
        const double expected = 1 - (4.0 / 9) / (1 - 3 * 18.0 * 17 / (54.0 * 53));
        QVERIFY(near(result.atReference().alpha->value, expected));
        QVERIFY(near(result.raters[2].without->value, 1));
        QVERIFY(near(*result.raters[2].vitality, expected - 1));
        QVERIFY(*result.raters[0].vitality > 0);
        QVERIFY(near(*result.raters[0].vitality, *result.raters[1].vitality));
        // A person who labeled one item only: the others' items stay as they are.
        items.front().labelings.push_back({QStringLiteral("guest"), {drawn(Box{0, 0, 10, 10})}});
        const DetectionAgreement guest = agreementOf(items);
        QCOMPARE(guest.raters.front().annotator, QStringLiteral("guest"));
        QCOMPARE(guest.raters.front().items, 1);
        QVERIFY(near(guest.raters.front().without->value, expected));
    }

    void orderOfPeopleDoesNotMatter()
    {
        auto items = streets(4, 6, 4, 0.15);
        const DetectionAgreement before = agreementOf(items);
        for (ItemLabelings &item : items) {
            std::rotate(item.labelings.begin(), item.labelings.begin() + 2, item.labelings.end());
            std::reverse(item.labelings[0].objects.begin(), item.labelings[0].objects.end());
        }
        const DetectionAgreement after = agreementOf(items);
        for (std::size_t t = 0; t < before.curve.size(); ++t) {
            QVERIFY(near(before.curve[t].alpha->value, after.curve[t].alpha->value));
            QVERIFY(near(before.curve[t].interval->interval.low, after.curve[t].interval->interval.low));
        }
        for (std::size_t r = 0; r < before.raters.size(); ++r)
            QVERIFY(near(*before.raters[r].vitality, *after.raters[r].vitality));
    }

    void undefinedIsSaidNeverNaN()
    {
        for (const auto &items : {std::vector<ItemLabelings>{}, {itemOf({{}, {}})}, {itemOf({{drawn(Box{0, 0, 5, 5})}})}}) {
            const DetectionAgreement result = agreementOf(items);
            QVERIFY(!result.atReference().alpha.has_value());
            QVERIFY(result.atReference().alpha.error() == quality::Undefined::NoPairs);
            QVERIFY(!result.scaleComplexity);
            QVERIFY(!result.atReference().interval);
        }
        const DetectionAgreement one = agreementOf({itemOf({{drawn(Box{0, 0, 5, 5})}, {drawn(Box{0, 0, 5, 5})}})});
        QVERIFY(one.atReference().alpha.error() == quality::Undefined::OneCategory);
    }

    void seededIntervalsRepeatAndHoldTheValue()
    {
        const auto items = streets(9, 10, 3, 0.1);
        const DetectionAgreement first = agreementOf(items, at({0.5}, 0.5));
        const DetectionAgreement second = agreementOf(items, at({0.5}, 0.5));
        const auto &interval = first.atReference().interval->interval;
        QVERIFY(interval == second.atReference().interval->interval);
        QVERIFY(interval.low < first.atReference().alpha->value && first.atReference().alpha->value < interval.high);
        DetectionOptions other = at({0.5}, 0.5);
        other.seed = 1000;
        QVERIFY(!(interval == agreementOf(items, other).atReference().interval->interval));
        jobs::JobControl control;
        control.cancel();
        DetectionMeter meter;
        meter.add(items.front(), overlapsOf(items.front()));
        QVERIFY_FAILS(meter.result(control), ErrorCode::Cancelled);
    }

    // A property over seeds: more errors, less agreement; a stricter threshold, less agreement.
    void agreementFallsAsErrorRatesRise()
    {
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            double last = 2;
            for (const double rate : {0.0, 0.1, 0.25}) {
                const DetectionAgreement result = agreementOf(streets(seed, 12, 5, rate), at({0.3, 0.5, 0.9}, 0.5));
                const double alpha = result.atReference().alpha->value;
                QVERIFY2(alpha < last, qPrintable(QStringLiteral("seed %1 rate %2: %3").arg(seed).arg(rate).arg(alpha)));
                QVERIFY(result.curve[2].alpha->value < result.curve[1].alpha->value);
                last = alpha;
            }
        }
    }

    void distancesByHand()
    {
        const DistanceResult apart = agreementOfDistances({0.1, 0, 0.1, 0}, {0.9, 1, 1, 0.9});
        QVERIFY(near(apart->alpha, 1 - 0.05 / 0.95));
        QCOMPARE(apart->ks, 1.0);
        QCOMPARE(apart->sigma, 1.0);
        QCOMPARE(apart->withinCount, 4);
        const DistanceResult alike = agreementOfDistances({0.2, 0.4, 0.6}, {0.6, 0.2, 0.4});
        QVERIFY(near(alike->alpha, 0));
        QCOMPARE(alike->ks, 0.0);
        QCOMPARE(alike->sigma, 0.0);
        // F_within leads by 3/4 - 1/4 behind 0.3; the kernel's 5 % quantile of 0.3, 0.5, 0.6, 0.8 lies at 0.157.
        const DistanceResult mixed = agreementOfDistances({0.1, 0.2, 0.3, 0.9}, {0.3, 0.5, 0.6, 0.8});
        QVERIFY(near(mixed->ks, 0.5));
        QCOMPARE(mixed->sigma, 0.25);
        QVERIFY(near(mixed->alpha, 1 - 0.375 / 0.55));
        QVERIFY(agreementOfDistances({}, {0.5}).error() == NoDistances::NoSameItem);
        QVERIFY(agreementOfDistances({0.5}, {}).error() == NoDistances::NoCrossItem);
        QVERIFY(agreementOfDistances({0}, {0, 0}).error() == NoDistances::NoSpread);
        // Without spread the quantile is the common value.
        QCOMPARE(agreementOfDistances({0.5, 1}, {1, 1, 1})->sigma, 0.5);
        for (const auto reason : {NoDistances::NoSameItem, NoDistances::NoCrossItem, NoDistances::NoSpread})
            QVERIFY(!noDistancesText(reason).isEmpty());
    }

    void distanceOfTwoLabelings()
    {
        const Box box{0, 0, 10, 10};
        const ItemLabelings item = itemOf(
            {{drawn(box), drawn(Box{50, 50, 10, 10})}, {drawn(box)}, {drawn(box, "person")}, {}, {drawn(Box{0, 2, 10, 10})}, {}});
        const ItemOverlaps overlaps = overlapsOf(item);
        QVERIFY(near(labelingDistance(item, overlaps, 0, 1), 1.0 / 3));
        QVERIFY(near(labelingDistance(item, overlaps, 1, 0), 1.0 / 3));
        QCOMPARE(labelingDistance(item, overlaps, 1, 2), 1.0);
        QCOMPARE(labelingDistance(item, overlaps, 0, 3), 1.0);
        QCOMPARE(labelingDistance(item, overlaps, 3, 5), 0.0);
        QVERIFY(near(labelingDistance(item, overlaps, 1, 4), 1 - 80.0 / 120));
    }

    void meterComparesWithOtherItems()
    {
        const auto measure = [](double rate) {
            DistanceMeter meter(7);
            for (const ItemLabelings &item : streets(3, 8, 3, rate))
                meter.add(item, overlapsOf(item));
            return meter.result().value();
        };
        const DistanceResult good = measure(0.02);
        const DistanceResult bad = measure(0.4);
        QVERIFY(good->alpha > bad->alpha && good->ks >= bad->ks && good->sigma >= bad->sigma);
        QVERIFY(good->alpha > 0.6 && good->alpha < 1);
        QCOMPARE(good->withinCount, 24);
        QCOMPARE(good->acrossCount, 24 * 23 / 2 - 24);
        QCOMPARE(measure(0.4)->alpha, bad->alpha);
        QVERIFY(DistanceMeter().result()->error() == NoDistances::NoSameItem);
    }
};

QTEST_GUILESS_MAIN(TestDetectionAgreement)
#include "tst_detectionagreement.moc"
