// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/quality/calibration.h"
#include "core/quality/livecalibration.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace plumbline;
using quality::ConfidenceSums;
using quality::DriftChartKind;
using quality::GoldOutcome;
using quality::GoldResult;
using quality::LiveCalibration;
using quality::LiveOptions;

namespace {

const std::vector<double> confidences{.95, .9, .9, .85, .8, .75, .7, .65, .6, .55};
const std::vector<bool> answers{true, true, true, true, false, true, true, false, true, false};

constexpr DriftChartKind kinds[] = {DriftChartKind::Cusum, DriftChartKind::Ewma, DriftChartKind::BernoulliCusum};

const LiveOptions &options()
{
    static const LiveOptions made = [] {
        LiveOptions options;
        options.rule = quality::PauseRule::ofWindow(10, 3, .6);
        options.drift = quality::DriftPlan::forRunLength(.05, .15, 100).value();
        return options;
    }();
    return made;
}

template <typename Id>
Id idOf(std::uint64_t number)
{
    return Id{Uuid::fromName("test", QByteArray::number(static_cast<qulonglong>(number)))};
}

GoldOutcome outcomeOf(base::SeededRandom &random, double accuracy)
{
    const ClassId classes[] = {idOf<ClassId>(1), idOf<ClassId>(2), ClassId{}};
    GoldOutcome outcome;
    const std::uint64_t objects = 1 + random.below(4);
    for (std::uint64_t i = 0; i < objects; ++i) {
        const ClassId truth = classes[random.below(2)];
        if (random.uniform() < accuracy) {
            ++outcome.right;
            outcome.iouSum += random.uniform(.5, 1);
            ++outcome.iouCount;
            ++outcome.confusion[{truth, truth}];
        } else {
            ++outcome.wrong;
            ++outcome.missed;
            ++outcome.confusion[{truth, ClassId{}}];
        }
    }
    outcome.allRight = outcome.wrong == 0;
    if (random.below(3) != 0)
        outcome.confidence = random.uniform();
    return outcome;
}

// Submissions of some rounds; some rounds have two, clocks jump back now and then.
std::vector<GoldResult> submissions(int items, std::uint64_t seed)
{
    base::SeededRandom random(seed);
    std::vector<GoldResult> list;
    std::int64_t time = 1'000'000;
    for (int i = 0; i < items; ++i) {
        time += random.below(10) == 0 ? -static_cast<std::int64_t>(random.below(5000)) : static_cast<std::int64_t>(random.below(1000));
        GoldResult result;
        result.item = idOf<ItemId>(static_cast<std::uint64_t>(i / 2));  // two rounds an item
        result.round = 1 + i % 2;
        const int number = random.below(5) == 0 ? 2 : 1;
        for (int k = 1; k <= number; ++k) {
            result.number = k;
            result.submission = idOf<SubmissionId>(1000 + 2 * static_cast<std::uint64_t>(i) + static_cast<std::uint64_t>(k));
            result.timeMicroseconds = time;
            result.outcome = outcomeOf(random, i < items / 2 ? .95 : .7);
            result.parameters = {random.normal(0, 1), 1};
            list.push_back(result);
        }
    }
    return list;
}

template <typename Value>
QByteArray stored(const Value &value)
{
    base::CborWriter writer;
    value.encode(writer);
    return writer.take();
}

bool same(const LiveCalibration &a, const LiveCalibration &b)
{
    for (const DriftChartKind kind : kinds)
        if (stored(a.chart(kind)) != stored(b.chart(kind)))
            return false;
    return a.score() == b.score() && a.iou() == b.iou() && a.confidence() == b.confidence() && a.ability() == b.ability() && a.pause() == b.pause()
        && a.alarms() == b.alarms() && a.results() == b.results();
}

// From scratch, in the order of time, what counts only.
LiveCalibration batch(const std::vector<GoldResult> &all, const std::vector<SubmissionId> &withdrawn)
{
    std::vector<GoldResult> counted;
    for (const GoldResult &result : all)
        if (result.number == 1 && std::find(withdrawn.begin(), withdrawn.end(), result.submission) == withdrawn.end())
            counted.push_back(result);
    std::sort(counted.begin(), counted.end(), [](const GoldResult &a, const GoldResult &b) {
        return std::tuple(a.timeMicroseconds, a.number, a.submission) < std::tuple(b.timeMicroseconds, b.number, b.submission);
    });
    LiveCalibration live(options());
    for (const GoldResult &result : counted)
        live.put(result);
    return live;
}

template <typename Value>
void shuffle(std::vector<Value> &list, base::SeededRandom &random)
{
    for (std::size_t i = list.size(); i > 1; --i)
        std::swap(list[i - 1], list[random.below(i)]);
}

}  // namespace

class TestLiveCalibration final : public QObject
{
    Q_OBJECT

private slots:
    void everyOrderOfArrival()
    {
        const auto list = submissions(120, 1);
        const LiveCalibration expected = batch(list, {});
        QVERIFY(expected.results().size() == 120 && !expected.alarms().empty());
        base::SeededRandom random(2);
        for (int order = 0; order < 20; ++order) {
            auto arriving = list;
            shuffle(arriving, random);
            LiveCalibration live(options());
            for (const GoldResult &result : arriving)
                live.put(result);
            QVERIFY(same(live, expected));
        }
    }

    // After every single step, not only at the end.
    void everyPrefixEqualsTheBatch()
    {
        auto list = submissions(40, 3);
        base::SeededRandom random(4);
        shuffle(list, random);
        // First submissions come first: which of a round counts is then known from the beginning.
        std::stable_partition(list.begin(), list.end(), [](const GoldResult &result) { return result.number == 1; });
        LiveCalibration live(options());
        std::vector<GoldResult> soFar;
        for (const GoldResult &result : list) {
            live.put(result);
            soFar.push_back(result);
            QVERIFY(same(live, batch(soFar, {})));
        }
    }

    void withdrawalsAndAdjudications()
    {
        base::SeededRandom random(5);
        for (int run = 0; run < 15; ++run) {
            auto list = submissions(60, 100 + static_cast<std::uint64_t>(run));
            LiveCalibration live(options());
            std::vector<SubmissionId> withdrawn;
            // Withdrawals, put and changed outcomes in any order; a withdrawal may come before its submission.
            struct Event {
                GoldResult result;
                bool withdrawal = false;
            };
            std::vector<Event> events;
            for (const GoldResult &result : list) {
                events.push_back({result, false});
                if (random.below(6) == 0) {
                    events.push_back({result, true});
                    withdrawn.push_back(result.submission);
                }
            }
            shuffle(events, random);
            for (const Event &event : events)
                event.withdrawal ? live.withdraw(event.result.submission) : live.put(event.result);
            QVERIFY(same(live, batch(list, withdrawn)));
            for (GoldResult &result : list) {
                if (random.below(4) != 0)
                    continue;
                result.outcome = outcomeOf(random, .5);
                result.parameters.difficulty += .5;
                live.put(result);
            }
            QVERIFY(same(live, batch(list, withdrawn)));
            for (const GoldResult &result : list)
                live.withdraw(result.submission);
            QVERIFY(same(live, LiveCalibration(options())));
        }
    }

    void onlyTheFirstOfARoundCounts()
    {
        base::SeededRandom random(6);
        GoldResult first;
        first.submission = idOf<SubmissionId>(1);
        first.item = idOf<ItemId>(1);
        first.outcome.wrong = first.outcome.missed = 1;
        GoldResult second = first;
        second.submission = idOf<SubmissionId>(2);
        second.number = 2;
        second.timeMicroseconds = -50;  // by a clock that went back
        second.outcome = {};
        second.outcome.right = 1;
        second.outcome.allRight = true;
        LiveCalibration live(options());
        live.put(second);
        live.put(first);
        QCOMPARE(live.score().wrong(), std::int64_t(1));
        QCOMPARE(live.score().right(), std::int64_t(0));
        // Withdrawn is withdrawn: the corrected one does not take its place.
        live.withdraw(first.submission);
        QCOMPARE(live.score().n(), std::int64_t(0));
        // Another round is another result.
        GoldResult later = second;
        later.submission = idOf<SubmissionId>(3);
        later.round = 2;
        later.number = 1;
        live.put(later);
        QCOMPARE(live.score().right(), std::int64_t(1));
        live.put(GoldResult());
        QCOMPARE(live.score().n(), std::int64_t(1));
        live.withdraw(idOf<SubmissionId>(77));
        QCOMPARE(live.score().n(), std::int64_t(1));
    }

    void figuresAreThoseOfTheParts()
    {
        const auto list = submissions(80, 7);
        const LiveCalibration live = batch(list, {});
        std::vector<double> stated;
        std::vector<bool> right;
        double sum = 0;
        std::int64_t objects = 0;
        std::int64_t passed = 0;
        for (const GoldResult &result : live.results()) {
            if (result.outcome.confidence) {
                stated.push_back(*result.outcome.confidence);
                right.push_back(result.outcome.allRight);
            }
            sum += result.outcome.iouSum;
            objects += result.outcome.iouCount;
            passed += quality::passes(result.outcome, .8) ? 1 : 0;
        }
        const auto confidence = live.confidence().summary();
        QVERIFY(std::abs(confidence.brier - quality::brier(stated, right)) < 1e-9);
        QVERIFY(std::abs(confidence.ece - quality::expectedCalibrationError(stated, right, 10)) < 1e-9);
        QVERIFY(std::abs(*live.iou().mean() - sum / static_cast<double>(objects)) < 1e-9);
        QCOMPARE(live.items().right, passed);
        QCOMPARE(live.items().n(), std::int64_t(80));
        QCOMPARE(live.chart(DriftChartKind::Ewma).n(), std::int64_t(80));
        QCOMPARE(live.series(DriftChartKind::Cusum).points.size(), std::size_t(80));
        std::size_t alarms = 0;
        for (const DriftChartKind kind : kinds)
            alarms += live.series(kind).alarms.size();
        QCOMPARE(live.alarms().size(), alarms);
        QVERIFY(live.pause().firstFired().has_value());
    }

    void whatPasses()
    {
        GoldOutcome outcome;
        QVERIFY(!quality::passes(outcome, 0));
        outcome.right = 4;
        outcome.wrong = 1;
        QVERIFY(quality::passes(outcome, .8));
        QVERIFY(!quality::passes(outcome, .81));
    }

    // The work of one more submission does not grow with what came before: counted in steps, not in time.
    void costOfAnUpdate()
    {
        LiveCalibration live(options());
        GoldResult result;
        result.outcome.right = 1;
        result.outcome.allRight = true;
        constexpr std::uint64_t many = 20'000;
        for (std::uint64_t i = 1; i <= many; ++i) {
            result.submission = idOf<SubmissionId>(i);
            result.item = idOf<ItemId>(i);
            result.timeMicroseconds = static_cast<std::int64_t>(i);
            live.put(result);
        }
        QCOMPARE(live.score().right(), std::int64_t(many));
        QCOMPARE(live.steps(), std::int64_t(many));
        // Late by ten others, and withdrawn again.
        result.submission = idOf<SubmissionId>(many + 1);
        result.item = idOf<ItemId>(many + 1);
        result.timeMicroseconds = static_cast<std::int64_t>(many) - 10;
        live.put(result);
        live.withdraw(result.submission);
        QVERIFY2(live.steps() <= static_cast<std::int64_t>(many) + 2 * (128 + 12), qPrintable(QString::number(live.steps())));
        QCOMPARE(live.chart(DriftChartKind::BernoulliCusum).n(), std::int64_t(many));
    }

    // Changes anywhere in a long history, across checkpoints.
    void longHistories()
    {
        const auto list = submissions(700, 20);
        LiveCalibration live(options());
        base::SeededRandom random(21);
        auto arriving = list;
        shuffle(arriving, random);
        for (const GoldResult &result : arriving)
            live.put(result);
        std::vector<SubmissionId> withdrawn;
        for (int i = 0; i < 12; ++i) {
            withdrawn.push_back(list[random.below(list.size())].submission);
            live.withdraw(withdrawn.back());
            QVERIFY(same(live, batch(list, withdrawn)));
        }
    }

    void confidenceExample()
    {
        ConfidenceSums sums(5);
        for (std::size_t i = 0; i < confidences.size(); ++i)
            sums.add(confidences[i], answers[i]);
        const ConfidenceSums::Summary summary = sums.summary();
        QCOMPARE(summary.n, std::int64_t(10));
        QCOMPARE(summary.bins, 5);
        const auto printed = [](double value, int digits) { return QString::number(value, 'f', digits); };
        QCOMPARE(printed(summary.ece, 3), QStringLiteral("0.125"));
        QCOMPARE(printed(summary.mce, 2), QStringLiteral("0.55"));
        QCOMPARE(printed(summary.brier, 5), QStringLiteral("0.17225"));
        QCOMPARE(printed(summary.logLoss, 6), QStringLiteral("0.503748"));
        QCOMPARE(printed(summary.uncertainty, 2), QStringLiteral("0.21"));
        QCOMPARE(printed(summary.reliability, 4), QStringLiteral("0.0357"));
        QCOMPARE(printed(summary.resolution, 3), QStringLiteral("0.055"));
        const auto diagram = sums.diagram();
        QCOMPARE(diagram.size(), std::size_t(5));
        QCOMPARE(diagram[2].n, std::int64_t(1));
        QCOMPARE(diagram[4].n, std::int64_t(5));
        QCOMPARE(diagram[4].accuracy, .8);
        QCOMPARE(diagram[0].n, std::int64_t(0));
    }

    // Answers that share their confidence within bins have no spread there: the three parts add up to the Brier score.
    void threePartsAddUp()
    {
        ConfidenceSums sums(10);
        base::SeededRandom random(11);
        for (int i = 0; i < 500; ++i) {
            const double confidence = .05 + .1 * static_cast<double>(random.below(10));
            sums.add(confidence, random.uniform() < confidence * confidence);
        }
        const auto summary = sums.summary();
        QVERIFY(std::abs(summary.reliability - summary.resolution + summary.uncertainty - summary.brier) < 1e-7);
    }

    void confidenceSumsDoNotKnowOrder()
    {
        ConfidenceSums forward;
        ConfidenceSums backward;
        base::SeededRandom random(12);
        std::vector<std::pair<double, bool>> given;
        for (int i = 0; i < 300; ++i)
            given.emplace_back(random.uniform(), random.below(2) == 0);
        for (const auto &[confidence, right] : given)
            forward.add(confidence, right);
        for (auto it = given.rbegin(); it != given.rend(); ++it)
            backward.add(it->first, it->second);
        QCOMPARE(forward, backward);
        backward.add(1, false);
        QVERIFY(std::isfinite(backward.summary().logLoss));
        backward.remove(1, false);
        QCOMPARE(forward, backward);
        const QByteArray data = stored(forward);
        base::CborReader again(data);
        QCOMPARE(ConfidenceSums::decode(again), forward);
        forward.add(std::nan(""), true);
        forward.add(1.5, true);
        QCOMPARE(forward, backward);
        QCOMPARE(ConfidenceSums().summary().n, std::int64_t(0));
        QCOMPARE(ConfidenceSums(-3).diagram().size(), std::size_t(1));
    }

    void brierOverClasses()
    {
        // (1 - .7)² + .2² + .1² = .14; all on a wrong class: 2.
        QVERIFY(std::abs(quality::multiClassBrier({{.7, .2, .1}}, {0}) - .14) < 1e-12);
        QCOMPARE(quality::multiClassBrier({{1, 0}}, {1}), 2.0);
        QVERIFY(std::abs(quality::multiClassBrier({{.7, .3}}, {0}) - 2 * quality::brier({.7}, {true})) < 1e-12);
        QCOMPARE(quality::multiClassBrier({{1, 0}}, {5}), 0.0);
        QCOMPARE(quality::multiClassBrier({}, {}), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestLiveCalibration)
#include "tst_livecalibration.moc"
