// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <QTest>

#include <array>
#include <cmath>
#include <set>

using namespace plumbline::base;

class TestRandom : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedSameNumbers()
    {
        SeededRandom a(7);
        SeededRandom b(7);
        SeededRandom other(8);
        bool differs = false;
        for (int i = 0; i < 1000; ++i) {
            const std::uint64_t value = a.next();
            QCOMPARE(value, b.next());
            differs |= value != other.next();
        }
        QVERIFY(differs);
        // The C++ standard fixes the ten thousandth number of the default-seeded engine.
        SeededRandom standard(5489);
        std::uint64_t last = 0;
        for (int i = 0; i < 10000; ++i)
            last = standard.next();
        QCOMPARE(last, std::uint64_t(9981545732273789042ULL));
    }

    void belowIsUnbiased_data()
    {
        QTest::addColumn<quint64>("bound");
        for (const quint64 bound : {1, 2, 3, 7, 10, 64})
            QTest::addRow("%d", int(bound)) << bound;
    }

    void belowIsUnbiased()
    {
        QFETCH(quint64, bound);
        SeededRandom random(1);
        std::vector<int> counts(bound, 0);
        const int draws = 20000 * static_cast<int>(bound);
        for (int i = 0; i < draws; ++i)
            ++counts.at(random.below(bound));
        // Chi-squared against its mean plus six standard deviations: sqrt(2 k) for k degrees of freedom.
        double chi = 0;
        const double expected = double(draws) / double(bound);
        for (const int count : counts)
            chi += (count - expected) * (count - expected) / expected;
        const double k = double(bound) - 1;
        QVERIFY2(chi <= k + 6 * std::sqrt(2 * k) + 1e-9, qPrintable(QString::number(chi)));
    }

    // With a bound of three quarters of the range, a plain remainder would give the lower third twice as often.
    void belowRejectsTheRemainder()
    {
        const std::uint64_t bound = 3ULL << 62;
        SeededRandom random(2);
        int low = 0;
        constexpr int draws = 30000;
        for (int i = 0; i < draws; ++i) {
            const std::uint64_t value = random.below(bound);
            QVERIFY(value < bound);
            low += value < bound / 3;
        }
        QVERIFY(std::abs(low / double(draws) - 1.0 / 3) < 0.02);
    }

    void uniformStaysInItsRange()
    {
        SeededRandom random(3);
        double sum = 0;
        for (int i = 0; i < 50000; ++i) {
            const double value = random.uniform();
            QVERIFY(value >= 0 && value < 1);
            sum += value;
            const double scaled = random.uniform(-2, 5);
            QVERIFY(scaled >= -2 && scaled < 5);
        }
        QVERIFY(std::abs(sum / 50000 - 0.5) < 0.01);
    }

    void normalHasItsMoments()
    {
        SeededRandom random(4);
        double sum = 0;
        double squares = 0;
        constexpr int draws = 100000;
        for (int i = 0; i < draws; ++i) {
            const double value = random.normal(3, 2);
            QVERIFY(std::isfinite(value));
            sum += value;
            squares += (value - 3) * (value - 3);
        }
        QVERIFY(std::abs(sum / draws - 3) < 0.04);
        QVERIFY(std::abs(squares / draws - 4) < 0.1);
    }

    void systemNumbersDiffer()
    {
        SystemRandom random;
        std::set<std::uint64_t> seen;
        for (int i = 0; i < 100; ++i)
            seen.insert(random.next());
        QCOMPARE(seen.size(), std::size_t(100));
    }
};

QTEST_APPLESS_MAIN(TestRandom)
#include "tst_random.moc"
