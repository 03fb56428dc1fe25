// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/quality/pauserule.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>

using namespace plumbline;
using quality::PauseRule;
using quality::pauseProbability;
using quality::PauseTracker;
using quality::Sprt;

Q_DECLARE_METATYPE(plumbline::quality::PauseRule)
Q_DECLARE_METATYPE(plumbline::quality::Sprt)

namespace {

QString printed(double value, int digits)
{
    return QString::number(value, 'f', digits);
}

std::vector<PauseRule> allKinds()
{
    return {PauseRule::ofWindow(10, 3, .6), PauseRule::cumulative(10, .8), PauseRule::cumulative(10, .7), PauseRule::posterior(5, .8, .95),
            PauseRule::posterior(5, .8, .99), PauseRule::sequential({})};
}

// Whether a rule fires within the horizon, straight from its words, without the tracker or the recursion.
bool everFires(const PauseRule &rule, const std::vector<bool> &results)
{
    double ratio = 0;
    for (std::size_t n = 1; n <= results.size(); ++n) {
        const auto rightOf = [&](std::size_t from) {
            return static_cast<int>(std::count(results.begin() + static_cast<std::ptrdiff_t>(from), results.begin() + static_cast<std::ptrdiff_t>(n), true));
        };
        const auto count = static_cast<int>(n);
        switch (rule.kind) {
        case PauseRule::Kind::Window: {
            const int looked = std::min(count, rule.window);
            if (count >= rule.minimum && 1000 * rightOf(n - static_cast<std::size_t>(looked)) < std::lround(1000 * rule.threshold) * looked)
                return true;
            break;
        }
        case PauseRule::Kind::Cumulative:
            if (count >= rule.minimum && 1000 * rightOf(0) < std::lround(1000 * rule.threshold) * count)
                return true;
            break;
        case PauseRule::Kind::Posterior:
            if (count >= rule.minimum && quality::BetaPosterior::of(rightOf(0), count - rightOf(0)).above(rule.threshold) < 1 - rule.certainty)
                return true;
            break;
        case PauseRule::Kind::Sprt:
            ratio += results[n - 1] ? std::log(rule.sprt.bad / rule.sprt.good) : std::log((1 - rule.sprt.bad) / (1 - rule.sprt.good));
            if (ratio >= std::log((1 - rule.sprt.missedBad) / rule.sprt.falsePause))
                return true;
            if (ratio <= std::log(rule.sprt.missedBad / (1 - rule.sprt.falsePause)))
                return false;
            break;
        }
    }
    return false;
}

}  // namespace

class TestPauseRule final : public QObject
{
    Q_OBJECT

private slots:
    void table_data()
    {
        QTest::addColumn<PauseRule>("rule");
        QTest::addColumn<QList<double>>("published");
        const auto rules = allKinds();
        const QList<double> rows[] = {{.018, .110, .346, .654, .975}, {.035, .207, .537, .840, .998}, {.004, .039, .151, .352, .860},
                                      {.003, .024, .096, .295, .903}, {.000, .003, .016, .090, .715}, {.031, .340, .780, .952, .998}};
        for (std::size_t i = 0; i < rules.size(); ++i)
            QTest::addRow("%s", qPrintable(rules[i].text())) << rules[i] << rows[i];
    }

    // The published figures are 40,000 simulations each: within four of their standard errors and the rounding.
    void table()
    {
        QFETCH(PauseRule, rule);
        QFETCH(QList<double>, published);
        const double accuracies[] = {.95, .90, .85, .80, .70};
        for (qsizetype i = 0; i < published.size(); ++i) {
            const double exact = pauseProbability(rule, accuracies[i], 100);
            const double error = std::sqrt(exact * (1 - exact) / 40000);
            QVERIFY2(std::abs(exact - published[i]) < 4 * error + .0006, qPrintable(printed(exact, 5)));
        }
    }

    // And to our own simulation, which knows neither recursion nor tracker.
    void exactEqualsSimulation()
    {
        constexpr int runs = 6000;
        for (const PauseRule &rule : allKinds()) {
            base::SeededRandom random(7);
            int fired = 0;
            for (int run = 0; run < runs; ++run) {
                std::vector<bool> results;
                for (int i = 0; i < 60; ++i)
                    results.push_back(random.uniform() < .85);
                fired += everFires(rule, results) ? 1 : 0;
            }
            const double exact = pauseProbability(rule, .85, 60);
            qInfo("announced %.4f, %d simulated people of 85 %%: %.4f +- %.4f  %s", exact, runs, static_cast<double>(fired) / runs,
                  1.96 * std::sqrt(exact * (1 - exact) / runs), qPrintable(rule.text()));
            QVERIFY2(std::abs(exact - static_cast<double>(fired) / runs) < 4 * std::sqrt(exact * (1 - exact) / runs) + 1e-3, qPrintable(rule.text()));
        }
    }

    // Small horizons add up by hand over every sequence.
    void exactEqualsEnumeration()
    {
        constexpr int horizon = 12;
        for (const PauseRule &rule : allKinds()) {
            double sum = 0;
            for (unsigned bits = 0; bits < (1U << horizon); ++bits) {
                std::vector<bool> results;
                double p = 1;
                for (unsigned i = 0; i < horizon; ++i) {
                    results.push_back(((bits >> i) & 1U) != 0);
                    p *= results.back() ? .8 : .2;
                }
                sum += everFires(rule, results) ? p : 0;
            }
            QVERIFY2(std::abs(sum - pauseProbability(rule, .8, horizon)) < 1e-12, qPrintable(rule.text()));
        }
    }

    void sprt_data()
    {
        QTest::addColumn<Sprt>("test");
        QTest::addColumn<QString>("boundaries");
        QTest::addColumn<QString>("steps");
        QTest::addColumn<QString>("straight");
        QTest::addColumn<QString>("course");
        QTest::newRow(".95/.80 5/5") << Sprt{.95, .80, .05, .05} << "2.9444, -2.9444" << "1.3863, -0.1719" << "3 / 18" << "0.0322, 0.0446, 30.6, 22.6";
        QTest::newRow(".90/.70 5/5") << Sprt{.90, .70, .05, .05} << "2.9444, -2.9444" << "1.0986, -0.2513" << "3 / 12" << "0.0337, 0.0450, 24.5, 20.1";
        QTest::newRow(".95/.85 5/5") << Sprt{.95, .85, .05, .05} << "2.9444, -2.9444" << "1.0986, -0.1112" << "3 / 27" << "0.0344, 0.0478, 55.0, 43.5";
        QTest::newRow(".95/.80 1/5") << Sprt{.95, .80, .01, .05} << "4.5539, -2.9857" << "1.3863, -0.1719" << "4 / 18" << "0.0060, 0.0458, 32.2, 34.0";
    }

    void sprt()
    {
        QFETCH(Sprt, test);
        const Sprt::Course good = test.course(test.good);
        const Sprt::Course bad = test.course(test.bad);
        QTEST(printed(test.pauseAt(), 4) + QStringLiteral(", ") + printed(test.releaseAt(), 4), "boundaries");
        QTEST(printed(test.wrongStep(), 4) + QStringLiteral(", ") + printed(-test.rightStep(), 4), "steps");
        QTEST(QStringLiteral("%1 / %2").arg(test.errorsToPause()).arg(test.rightsToRelease()), "straight");
        QTEST(QStringLiteral("%1, %2, %3, %4").arg(printed(good.paused, 4), printed(bad.released, 4), printed(good.meanResults, 1), printed(bad.meanResults, 1)),
              "course");
        QVERIFY(std::abs(good.paused + good.released - 1) < 1e-11);
    }

    void betweenTheHypothesesTakesLongest()
    {
        QCOMPARE(printed(Sprt{}.course(.875).meanResults, 1), QStringLiteral("41.7"));
    }

    void cappedTest()
    {
        const Sprt test;
        const Sprt::Course capped = test.course(.875, 60);
        const Sprt::Course open = test.course(.875);
        QVERIFY(capped.undecided > .1 && capped.undecided < .3);
        QVERIFY(std::abs(capped.paused + capped.released + capped.undecided - 1) < 1e-12);
        QVERIFY(capped.meanResults < open.meanResults && capped.meanResults < 60);
        QVERIFY(capped.paused < open.paused);
        QCOMPARE(test.course(.9, 0).undecided, 1.0);
        QCOMPARE(test.course(.9, 100).paused, pauseProbability(PauseRule::sequential(test), .9, 100));
        QCOMPARE(test.course(0).paused, 1.0);
        QCOMPARE(test.course(0).meanResults, 3.0);
        QCOMPARE(test.course(1).released, 1.0);
        QCOMPARE(test.course(1).meanResults, 18.0);
    }

    void trackerFollowsTheRule()
    {
        base::SeededRandom random(3);
        for (const PauseRule &rule : allKinds()) {
            for (int run = 0; run < 200; ++run) {
                PauseTracker tracker(rule);
                std::vector<bool> results;
                std::int64_t first = 0;
                for (int i = 1; i <= 40; ++i) {
                    results.push_back(random.uniform() < .75);
                    tracker.add(results.back());
                    if (first == 0 && everFires(rule, results))
                        first = i;
                    // State survives storing at any time.
                    base::CborWriter writer;
                    tracker.encode(writer);
                    base::CborReader reader(writer.data());
                    QCOMPARE(PauseTracker::decode(reader), tracker);
                    QVERIFY(reader.complete());
                }
                QCOMPARE(tracker.firstFired().value_or(0), first);
                QCOMPARE(tracker.counts().right, std::count(results.begin(), results.end(), true));
            }
        }
    }

    void aProposalIsOnlyAProposal()
    {
        const PauseRule rule = PauseRule::ofWindow(10, 3, .6);
        const quality::PausePlan plan = quality::pausePlan(rule, .95, 100);
        PauseTracker tracker(rule);
        for (int i = 0; i < 5; ++i)
            tracker.add(true);
        QVERIFY(!quality::pauseProposal(tracker, plan).proposed);
        for (int i = 0; i < 5; ++i)
            tracker.add(false);
        const auto proposal = quality::pauseProposal(tracker, plan, {9, 1});
        QVERIFY(proposal.proposed && proposal.stillHolds);
        QCOMPARE(proposal.firedAt, std::int64_t(9));
        QCOMPARE(proposal.judged, (quality::RightWrong{5, 5}));
        QCOMPARE(proposal.posterior.alpha, 14.0);
        QCOMPARE(printed(proposal.falsePauseRate, 3), QStringLiteral("0.018"));
        QVERIFY(proposal.text().contains(QStringLiteral("gold item 9")));
        for (int i = 0; i < 10; ++i)
            tracker.add(true);
        const auto later = quality::pauseProposal(tracker, plan);
        QVERIFY(later.proposed && !later.stillHolds);
        QCOMPARE(later.judged, (quality::RightWrong{10, 0}));
    }

    void rulesTunedToAFalsePauseRate()
    {
        for (const PauseRule &rule : allKinds()) {
            const auto tuned = quality::tunedRule(rule, .9, 100, .05);
            QVERIFY_RESULT(tuned);
            const double rate = pauseProbability(*tuned, .9, 100);
            QVERIFY2(rate <= .05 && rate > .001, qPrintable(tuned->text() + QLatin1Char(' ') + QString::number(rate)));
            if (rule.kind == PauseRule::Kind::Cumulative) {
                PauseRule stricter = *tuned;
                stricter.threshold += .01;
                QVERIFY(pauseProbability(stricter, .9, 100) > .05);
            }
        }
        QVERIFY_FAILS(quality::tunedRule(PauseRule::ofWindow(3, 3, .6), .9, 100, 1e-9), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(quality::tunedRule(PauseRule::cumulative(10, .8), 1, 100, .05), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(quality::tunedRule(PauseRule::cumulative(10, .8), .9, 0, .05), ErrorCode::InvalidArgument);
    }

    void nonsense()
    {
        QCOMPARE(pauseProbability(PauseRule::ofWindow(17, 3, .6), .9, 100), 0.0);
        QCOMPARE(pauseProbability(PauseRule::ofWindow(10, 11, .6), .9, 100), 0.0);
        QCOMPARE(pauseProbability(PauseRule::posterior(5, 1, .95), .9, 100), 0.0);
        QCOMPARE(pauseProbability(PauseRule::sequential({.8, .95, .05, .05}), .9, 100), 0.0);
        QCOMPARE(pauseProbability(PauseRule::cumulative(10, .8), std::nan(""), 100), 0.0);
        QCOMPARE(pauseProbability(PauseRule::cumulative(10, .8), .9, 20000), 0.0);
        PauseTracker broken(PauseRule::ofWindow(99, 3, .6));
        broken.add(false);
        QVERIFY(!broken.firing());
        QCOMPARE(broken.judged().n(), std::int64_t(1));
        base::CborReader cut(QByteArrayView("\x8f\x00", 2));
        QCOMPARE(PauseTracker::decode(cut), PauseTracker());
        QVERIFY(cut.failed());
    }
};

QTEST_GUILESS_MAIN(TestPauseRule)
#include "tst_pauserule.moc"
