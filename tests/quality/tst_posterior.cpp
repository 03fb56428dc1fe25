// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/calibration.h"
#include "core/quality/goldscore.h"
#include "core/quality/posterior.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace plumbline;
using quality::BetaPosterior;
using quality::Interval;

namespace {

const std::vector<double> confidences{.95, .9, .9, .85, .8, .75, .7, .65, .6, .55};
const std::vector<bool> answers{true, true, true, true, false, true, true, false, true, false};

QString printed(double value, int digits = 4)
{
    return QString::number(value, 'f', digits);
}

QString printed(const Interval &interval)
{
    return printed(interval.low) + QLatin1Char('-') + printed(interval.high);
}

}  // namespace

class TestPosterior final : public QObject
{
    Q_OBJECT

private slots:
    void table_data()
    {
        QTest::addColumn<int>("right");
        QTest::addColumn<int>("n");
        QTest::addColumn<QString>("mean");
        QTest::addColumn<QString>("uniform");
        QTest::addColumn<QString>("jeffreys");
        QTest::addColumn<QString>("wilson");
        QTest::addColumn<QString>("above8");
        QTest::addColumn<QString>("above9");
        const auto row = [](int right, int n, const char *mean, const char *uniform, const char *jeffreys, const char *wilson, const char *above8,
                            const char *above9) {
            QTest::addRow("%d of %d", right, n) << right << n << QString::fromLatin1(mean) << QString::fromLatin1(uniform)
                                                << QString::fromLatin1(jeffreys) << QString::fromLatin1(wilson)
                                                << QString::fromLatin1(above8) << QString::fromLatin1(above9);
        };
        row(9, 10, "0.8333", "0.5872-0.9772", "0.6187-0.9890", "0.5958-0.9821", "0.678", "0.303");
        row(10, 10, "0.9167", "0.7151-0.9977", "0.7828-1.0000", "0.7225-1.0000", "0.914", "0.686");
        row(18, 20, "0.8636", "0.6962-0.9695", "0.7161-0.9786", "0.6990-0.9721", "0.821", "0.352");
        row(27, 30, "0.8750", "0.7425-0.9637", "0.7566-0.9710", "0.7438-0.9654", "0.893", "0.376");
        row(45, 50, "0.8846", "0.7859-0.9556", "0.7946-0.9608", "0.7864-0.9565", "0.958", "0.402");
        row(90, 100, "0.8922", "0.8254-0.9444", "0.8299-0.9474", "0.8256-0.9448", "0.995", "0.430");
        row(180, 200, "0.8960", "0.8505-0.9342", "0.8527-0.9358", "0.8506-0.9343", "1.000", "0.450");
    }

    void table()
    {
        QFETCH(int, right);
        QFETCH(int, n);
        const BetaPosterior uniform = BetaPosterior::of(right, n - right);
        QTEST(printed(uniform.mean()), "mean");
        QTEST(printed(uniform.interval()), "uniform");
        QTEST(printed(BetaPosterior::of(right, n - right, {0.5, 0.5}).interval()), "jeffreys");
        QTEST(printed(quality::wilson(right, n)), "wilson");
        QTEST(printed(uniform.above(0.8), 3), "above8");
        QTEST(printed(uniform.above(0.9), 3), "above9");
    }

    void errorFreeRuns_data()
    {
        QTest::addColumn<double>("threshold");
        QTest::addColumn<int>("run");
        QTest::newRow(".7") << .7 << 8;
        QTest::newRow(".8") << .8 << 13;
        QTest::newRow(".9") << .9 << 28;
        QTest::newRow(".95") << .95 << 58;
        QTest::newRow(".99") << .99 << 298;
    }

    void errorFreeRuns()
    {
        QFETCH(double, threshold);
        int run = 0;
        while (BetaPosterior::of(run, 0).above(threshold) < 0.95)
            ++run;
        QTEST(run, "run");
    }

    void intervalsHoldTheirMass()
    {
        for (const auto &[right, wrong] : {std::pair{0, 0}, {1, 0}, {0, 7}, {3, 2}, {950, 50}, {1000000, 1}}) {
            const BetaPosterior posterior = BetaPosterior::of(right, wrong);
            for (const double mass : {0.5, 0.9, 0.95, 0.999}) {
                const Interval interval = posterior.interval(mass);
                QVERIFY(interval.low < interval.high);
                QVERIFY(std::abs(posterior.above(interval.low) - (1 + mass) / 2) < 1e-9);
                QVERIFY(std::abs(posterior.above(interval.high) - (1 - mass) / 2) < 1e-9);
            }
        }
    }

    void edges()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const Interval whole{0, 1};
        QCOMPARE(quality::wilson(0, 0), whole);
        QCOMPARE(quality::wilson(5, -1), whole);
        QCOMPARE(quality::wilson(3, 10, 1), whole);
        QVERIFY(quality::wilson(0, 10).low < 1e-12);
        QCOMPARE(BetaPosterior::of(3, 1).interval(1), whole);
        QCOMPARE((BetaPosterior{0, 1}.interval()), whole);
        QCOMPARE((BetaPosterior{nan, 1}.interval()), whole);
        QCOMPARE((BetaPosterior{nan, 1}.above(0.5)), 0.0);
        QCOMPARE(BetaPosterior::of(-3, -1).mean(), 0.5);
        QCOMPARE(BetaPosterior::of(1, 0, {nan, -1}).mean(), 2.0 / 3.0);
        QCOMPARE(BetaPosterior::of(3, 1).above(-1), 1.0);
        QCOMPARE(BetaPosterior::of(3, 1).above(1), 0.0);
        const Interval huge = BetaPosterior::of(std::numeric_limits<std::int64_t>::max(), 5).interval();
        QVERIFY(huge.low > 0.999 && huge.high <= 1);
    }

    void confidenceExamples()
    {
        QCOMPARE(quality::brier({.1, .9, .8, .3}, {false, true, true, false}), 0.0375);
        QVERIFY(std::abs(quality::brier(confidences, answers) - .17225) < 1e-12);
        QVERIFY(std::abs(quality::expectedCalibrationError(confidences, answers, 5) - .125) < 1e-12);
        QVERIFY(std::abs(quality::maximumCalibrationError(confidences, answers, 5) - .55) < 1e-12);
        QCOMPARE(quality::brier({}, {}), 0.0);
        QCOMPARE(quality::expectedCalibrationError({}, {}, 5), 0.0);
        QCOMPARE(quality::expectedCalibrationError({1.0, 0.0}, {true, false}, 0), 0.0);
    }

    void incrementalConfidenceEqualsBatch()
    {
        quality::AnnotatorScore score;
        QVERIFY(!score.confidence());
        for (std::size_t i = 0; i < confidences.size(); ++i) {
            quality::GoldOutcome outcome;
            (answers[i] ? outcome.right : outcome.wrong) = 1;
            outcome.allRight = answers[i];
            outcome.confidence = confidences[i];
            score.add(outcome);
        }
        const auto calibration = score.confidence();
        QVERIFY(calibration.has_value());
        QCOMPARE(calibration->n, std::int64_t(10));
        QCOMPARE(calibration->bins, 10);
        QVERIFY(std::abs(calibration->brier - .17225) < 1e-9);
        QVERIFY(std::abs(calibration->ece - quality::expectedCalibrationError(confidences, answers, 10)) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestPosterior)
#include "tst_posterior.moc"
