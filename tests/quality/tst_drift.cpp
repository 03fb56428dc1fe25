// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/quality/drift.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace plumbline;
using quality::BernoulliCusumPlan;
using quality::bernoulliCusumRunLength;
using quality::DriftAlarm;
using quality::DriftChart;
using quality::DriftChartKind;
using quality::DriftInput;
using quality::DriftPlan;

namespace {

constexpr DriftChartKind kinds[] = {DriftChartKind::Cusum, DriftChartKind::Ewma, DriftChartKind::BernoulliCusum};

QString printed(double value, int digits)
{
    return QString::number(value, 'f', digits);
}

// To the digits of a text such as "8.38" or "167.7".
bool printsAs(double value, const char *text)
{
    const QString expected = QString::fromLatin1(text);
    const qsizetype dot = expected.indexOf(QLatin1Char('.'));
    return printed(value, dot < 0 ? 0 : static_cast<int>(expected.size() - dot - 1)) == expected;
}

DriftPlan planned(double items)
{
    return DriftPlan::forRunLength(.05, .15, items).value();
}

bool same(const DriftChart &a, const DriftChart &b)
{
    base::CborWriter first;
    base::CborWriter second;
    a.encode(first);
    b.encode(second);
    return first.data() == second.data();
}

}  // namespace

class TestDrift final : public QObject
{
    Q_OBJECT

private slots:
    void cusumTable()
    {
        const double shifts[] = {0, .25, .5, .75, 1, 1.5, 2};
        const char *four[] = {"167.7", "74.2", "26.6", "13.3", "8.38", "4.75", "3.34"};
        const char *five[] = {"465.4", "139.5", "38.0", "17.05", "10.38", "5.75", "4.01"};
        for (std::size_t i = 0; i < std::size(shifts); ++i) {
            QVERIFY2(printsAs(quality::cusumRunLength(.5, 4, shifts[i]), four[i]), four[i]);
            QVERIFY2(printsAs(quality::cusumRunLength(.5, 5, shifts[i]), five[i]), five[i]);
            QCOMPARE(quality::cusumRunLength(.5, 4, -shifts[i]), quality::cusumRunLength(.5, 4, shifts[i]));
        }
    }

    void ewmaTable_data()
    {
        QTest::addColumn<double>("lambda");
        QTest::addColumn<double>("limit");
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("half");
        QTest::newRow(".05") << .05 << 2.615 << "11.4" << "28.8";
        QTest::newRow(".1") << .1 << 2.814 << "10.3" << "31.3";
        QTest::newRow(".2") << .2 << 2.962 << "10.5" << "41.8";
        QTest::newRow(".25") << .25 << 2.998 << "11.1" << "48.3";
        QTest::newRow(".4") << .4 << 3.054 << "14.3" << "71.2";
    }

    void ewmaTable()
    {
        QFETCH(double, lambda);
        QFETCH(double, limit);
        QTEST(printed(quality::ewmaRunLength(lambda, limit, 1), 1), "one");
        QTEST(printed(quality::ewmaRunLength(lambda, limit, .5), 1), "half");
        QVERIFY(std::abs(quality::ewmaRunLength(lambda, limit, 0) - 500) < 1);
        const auto found = quality::ewmaLimit(lambda, 500);
        QVERIFY_RESULT(found);
        QCOMPARE(printed(*found, 3), printed(limit, 3));
    }

    void bernoulliTable_data()
    {
        QTest::addColumn<double>("acceptable");
        QTest::addColumn<double>("tooMuch");
        QTest::addColumn<int>("m");
        QTest::addColumn<QList<int>>("h");
        QTest::addColumn<QStringList>("lengths");
        QTest::newRow(".05 .15") << .05 << .15 << 11 << QList<int>{21, 28, 34} << QStringLiteral("236/26.5 520/35.5 1069/44.6").split(u' ');
        QTest::newRow(".05 .20") << .05 << .20 << 9 << QList<int>{16, 21, 24} << QStringLiteral("222/16.7 593/22.7 1076/26.8").split(u' ');
        QTest::newRow(".10 .20") << .10 << .20 << 7 << QList<int>{19, 26, 31} << QStringLiteral("216/34.5 556/50.9 1044/63.1").split(u' ');
        QTest::newRow(".10 .30") << .10 << .30 << 5 << QList<int>{11, 13, 16} << QStringLiteral("247/16.8 501/20.9 1252/26.6").split(u' ');
    }

    // Exact rational elimination gives 556.4538 for m = 7, h = 26 and 501.4846 for m = 5, h = 13.
    void bernoulliTable()
    {
        QFETCH(double, acceptable);
        QFETCH(double, tooMuch);
        QFETCH(QList<int>, h);
        QFETCH(QStringList, lengths);
        const auto m = BernoulliCusumPlan::stepFor(acceptable, tooMuch);
        QVERIFY_RESULT(m);
        QTEST(*m, "m");
        const double wanted[] = {200, 500, 1000};
        for (qsizetype i = 0; i < h.size(); ++i) {
            const double before = bernoulliCusumRunLength(*m, h[i], acceptable);
            const double after = bernoulliCusumRunLength(*m, h[i], tooMuch);
            QCOMPARE(printed(before, 0) + QLatin1Char('/') + printed(after, 1), lengths[i]);
            const auto plan = BernoulliCusumPlan::forRunLength(acceptable, tooMuch, wanted[i]);
            QVERIFY_RESULT(plan);
            QCOMPARE(plan->h, h[i]);
            QCOMPARE(plan->inControl, before);
            QCOMPARE(plan->afterShift, after);
        }
    }

    void runLengthInItemsOfWork()
    {
        QCOMPARE(quality::inWorkItems(520, .1), 5200.0);
        QCOMPARE(quality::inWorkItems(520, 0), 0.0);
    }

    // By hand: m = 2, h = 1 alarms at the first error; m = 2, h = 2 at an error that follows an error before any return to zero.
    void smallChains()
    {
        QVERIFY(std::abs(bernoulliCusumRunLength(2, 1, .1) - 10) < 1e-9);
        // E0 = 1 + .9 E0 + .1 E1; E1 = 1 + .9 E0.
        QVERIFY(std::abs(bernoulliCusumRunLength(2, 2, .1) - 110) < 1e-9);
        QCOMPARE(bernoulliCusumRunLength(2, 5, 1), 5.0);
        QVERIFY(std::isinf(bernoulliCusumRunLength(2, 5, 0)));
    }

    void chartsOnResidualsAreAsLongAsComputed()
    {
        const DriftPlan plan = planned(100);
        base::SeededRandom random(1);
        for (const double accuracy : {.95, .85}) {
            const double expected[] = {quality::cusumResidualRunLength(.5, plan.cusumH, .95, accuracy),
                                       quality::ewmaResidualRunLength(.1, plan.ewmaLimit, .95, accuracy),
                                       bernoulliCusumRunLength(plan.bernoulli.m, plan.bernoulli.h, 1 - accuracy)};
            for (const DriftChartKind kind : kinds) {
                DriftChart chart(kind, plan);
                while (chart.alarms() < 1500)
                    chart.add({random.uniform() < accuracy, 0, 0});
                const double simulated = static_cast<double>(chart.n()) / 1500;
                const double exact = expected[static_cast<int>(kind)];
                // The standard deviation of a run length is at most about its mean; steps of the chain add some.
                QVERIFY2(std::abs(simulated / exact - 1) < 4 / std::sqrt(1500.0) + .02, qPrintable(printed(simulated, 1) + QLatin1Char(' ') + printed(exact, 1)));
            }
        }
        QVERIFY(plan.cusumInControl >= 100 && plan.ewmaInControl >= 100 && plan.bernoulli.inControl >= 100);
    }

    void normalLimitsWouldAlarmTooOften()
    {
        // Why limits are not those of normal residuals: at accuracy .95 the chart meant for 465 alarms every 125.
        QVERIFY(quality::cusumResidualRunLength(.5, 5, .95, .95) < 150);
    }

    void anAlarmComesWithItsEvidence()
    {
        const DriftPlan plan = planned(500);
        std::vector<DriftInput> inputs;
        for (int i = 1; i <= 100; ++i)
            inputs.push_back({!(i == 20 || i > 80), 0, i * 1000});
        for (const DriftChartKind kind : kinds) {
            const auto series = quality::driftSeries(kind, plan, inputs);
            QCOMPARE(series.points.size(), inputs.size());
            QVERIFY(!series.alarms.empty());
            const DriftAlarm &alarm = series.alarms.front();
            QVERIFY(alarm.worse);
            QCOMPARE(alarm.chart, kind);
            QCOMPARE(alarm.fromNumber, std::int64_t(81));
            QVERIFY(alarm.atNumber > 81 && alarm.atNumber < 90);
            QCOMPARE(alarm.fromMicroseconds, std::int64_t(81000));
            QCOMPARE(alarm.atMicroseconds, alarm.atNumber * 1000);
            QCOMPARE(alarm.errors, alarm.n());
            QVERIFY(std::abs(alarm.meanResidual + .95 / std::sqrt(.95 * .05)) < 1e-9);
            QVERIFY(alarm.statistic >= alarm.limit - 1e-9);
            QVERIFY(alarm.text().contains(QStringLiteral("since gold item 81")));
            QCOMPARE(series.points[static_cast<std::size_t>(alarm.atNumber)].number, alarm.atNumber + 1);
        }
    }

    void improvementIsSeenToo()
    {
        DriftPlan plan = DriftPlan::forRunLength(.3, .5, 200).value();
        std::vector<DriftInput> inputs(200, DriftInput{true, 0, 0});
        for (const DriftChartKind kind : {DriftChartKind::Cusum, DriftChartKind::Ewma}) {
            const auto series = quality::driftSeries(kind, plan, inputs);
            QVERIFY(!series.alarms.empty());
            QVERIFY(!series.alarms.front().worse);
        }
        QVERIFY(quality::driftSeries(DriftChartKind::BernoulliCusum, plan, inputs).alarms.empty());
    }

    // A hard batch is no drift: fails as often as predicted raise no alarm where raw outcomes would.
    void hardBatchesAreNoDrift()
    {
        const DriftPlan plan = planned(500);
        base::SeededRandom random(2);
        std::vector<DriftInput> adjusted;
        for (int i = 0; i < 300; ++i) {
            const double difficulty = i < 150 ? 0 : 1.8;
            adjusted.push_back({random.uniform() < quality::adjustedAccuracy(.05, difficulty), difficulty, 0});
        }
        std::vector<DriftInput> raw = adjusted;
        for (DriftInput &input : raw)
            input.difficulty = 0;
        for (const DriftChartKind kind : kinds) {
            QCOMPARE(quality::driftSeries(kind, plan, adjusted).alarms.size(), std::size_t(0));
            QVERIFY(quality::driftSeries(kind, plan, raw).alarms.size() >= 2);
        }
    }

    void stateSurvivesStoring()
    {
        const DriftPlan plan = planned(100);
        base::SeededRandom random(5);
        for (const DriftChartKind kind : kinds) {
            DriftChart chart(kind, plan);
            DriftChart stored(kind, plan);
            for (int i = 0; i < 300; ++i) {
                const DriftInput input{random.uniform() < .85, random.normal(0, 1), i};
                const auto alarm = chart.add(input);
                QCOMPARE(stored.add(input), alarm);
                base::CborWriter writer;
                stored.encode(writer);
                base::CborReader reader(writer.data());
                stored = DriftChart::decode(reader, plan);
                QVERIFY(reader.complete());
                QVERIFY(same(stored, chart));
                QVERIFY(chart.towardsAlarm() >= 0 && chart.towardsAlarm() <= 1);
            }
            QVERIFY(chart.alarms() > 0);
        }
        base::CborReader cut(QByteArrayView("\x86\x00\x01", 3));
        QCOMPARE(DriftChart::decode(cut, plan).n(), std::int64_t(0));
        QVERIFY(cut.failed());
    }

    void nonsense()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QVERIFY_FAILS(BernoulliCusumPlan::forRunLength(.2, .1, 500), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(BernoulliCusumPlan::forRunLength(0, .1, 500), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(BernoulliCusumPlan::forRunLength(nan, .1, 500), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(BernoulliCusumPlan::forRunLength(.05, .1, 5), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(DriftPlan::forRunLength(.05, 1, 500), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(quality::ewmaLimit(0, 500), ErrorCode::InvalidArgument);
        QCOMPARE(quality::cusumRunLength(-1, 4, 0), 0.0);
        QCOMPARE(quality::cusumRunLength(.5, nan, 0), 0.0);
        QCOMPARE(quality::ewmaRunLength(2, 3, 0), 0.0);
        DriftChart chart(DriftChartKind::Cusum, planned(100));
        QVERIFY(!chart.add({true, nan, 0}));
        QVERIFY(!chart.add({false, 1e300, 0}));
        QVERIFY(std::isfinite(chart.point().lower));
    }
};

QTEST_GUILESS_MAIN(TestDrift)
#include "tst_drift.moc"
