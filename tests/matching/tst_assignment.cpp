// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/matching/assignment.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using namespace plumbline;
using matching::assign;
using matching::BenefitMatrix;

namespace {

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

BenefitMatrix randomMatrix(base::SeededRandom &random, std::size_t rows, std::size_t columns, double density, bool ties)
{
    BenefitMatrix m{rows, columns, std::vector<double>(rows * columns)};
    for (double &value : m.values)
        if (random.uniform() < density)
            value = ties ? 0.25 * static_cast<double>(random.below(4)) : random.uniform();
    return m;
}

double total(const BenefitMatrix &m, const Pairs &pairs)
{
    double sum = 0;
    for (const auto &[row, column] : pairs)
        sum += m.at(row, column);
    return sum;
}

// Tries every choice of a free column, or none, for every row.
double exhaustive(const BenefitMatrix &m, std::size_t row, std::vector<bool> &taken)
{
    if (row == m.rows)
        return 0;
    double best = exhaustive(m, row + 1, taken);
    for (std::size_t column = 0; column < m.columns; ++column) {
        if (taken[column] || !(m.at(row, column) > 0))
            continue;
        taken[column] = true;
        best = std::max(best, m.at(row, column) + exhaustive(m, row + 1, taken));
        taken[column] = false;
    }
    return best;
}

bool isMatching(const BenefitMatrix &m, const Pairs &pairs)
{
    std::set<std::size_t> rows;
    std::set<std::size_t> columns;
    return std::is_sorted(pairs.begin(), pairs.end()) && std::all_of(pairs.begin(), pairs.end(), [&](const auto &pair) {
        return m.at(pair.first, pair.second) > 0 && rows.insert(pair.first).second && columns.insert(pair.second).second;
    });
}

// The distribution's python3 may be hidden by another one that has no scipy.
QString pythonWithScipy()
{
    for (const QString &python : {QStandardPaths::findExecutable(QStringLiteral("python3")), QStringLiteral("/usr/bin/python3")}) {
        QProcess probe;
        probe.start(python, {QStringLiteral("-c"), QStringLiteral("import scipy.optimize")});
        if (probe.waitForFinished() && probe.exitStatus() == QProcess::NormalExit && probe.exitCode() == 0)
            return python;
    }
    return {};
}

}  // namespace

class TestAssignment final : public QObject
{
    Q_OBJECT

private slots:
    void greedyIsNotEnough()
    {
        // Taking the best pair first (0.9) would leave 0.1; the best total is 0.8 + 0.7.
        QCOMPARE(assign({2, 2, {0.9, 0.8, 0.7, 0.1}}), (Pairs{{0, 1}, {1, 0}}));
    }

    void staysAloneWhereThatServesTheTotal()
    {
        QCOMPARE(assign({2, 2, {0.9, 0.3, 0.5, 0}}), (Pairs{{0, 0}}));
        QCOMPARE(assign({2, 2, {0.9, 0.5, 0.5, 0}}).size(), std::size_t(2));
    }

    void degenerate()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        const double infinity = std::numeric_limits<double>::infinity();
        QCOMPARE(assign({0, 0, {}}), Pairs{});
        QCOMPARE(assign({3, 0, {}}), Pairs{});
        QCOMPARE(assign({2, 2, {0, -1, nan, infinity}}), Pairs{});
        QCOMPARE(assign({2, 2, {1}}), Pairs{});
        QCOMPARE(assign(1, 1, {{0, 5, 1}, {7, 0, 1}}), Pairs{});
        QCOMPARE(assign(1, 1, {{0, 0, 0.25}, {0, 0, 0.5}}), (Pairs{{0, 0}}));
        QCOMPARE(assign({3, 3, std::vector<double>(9, 0.5)}), (Pairs{{0, 0}, {1, 1}, {2, 2}}));
    }

    void equalsExhaustiveSearch()
    {
        base::SeededRandom random(11);
        for (int round = 0; round < 3000; ++round) {
            const BenefitMatrix m = randomMatrix(random, random.below(7), random.below(7), random.uniform(0.2, 1), round % 2 == 0);
            const Pairs pairs = assign(m);
            QVERIFY(isMatching(m, pairs));
            std::vector<bool> taken(m.columns);
            const double best = exhaustive(m, 0, taken);
            QVERIFY2(std::abs(total(m, pairs) - best) < 1e-12, qPrintable(QStringLiteral("round %1").arg(round)));
            QCOMPARE(assign(m), pairs);
        }
    }

    void orderDoesNotChangeTheTotal()
    {
        base::SeededRandom random(5);
        const BenefitMatrix m = randomMatrix(random, 25, 40, 0.2, false);
        BenefitMatrix turned{m.columns, m.rows, std::vector<double>(m.values.size())};
        for (std::size_t row = 0; row < m.rows; ++row)
            for (std::size_t column = 0; column < m.columns; ++column)
                turned.values[(m.columns - 1 - column) * m.rows + row] = m.at(row, column);
        QVERIFY(std::abs(total(m, assign(m)) - total(turned, assign(turned))) < 1e-12);
    }

    void large()
    {
        base::SeededRandom random(3);
        const BenefitMatrix m = randomMatrix(random, 300, 300, 1, false);
        QElapsedTimer timer;
        timer.start();
        const Pairs pairs = assign(m);
        qInfo("300 x 300: %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(pairs.size(), std::size_t(300));
        QVERIFY(isMatching(m, pairs));
        QVERIFY2(timer.elapsed() < 5000, "far slower than O(n^3) on any machine");
        // For uniform benefits the optimal loss tends to pi^2 / 6 (Aldous 2001), whatever the size; greedy choices lose several times that.
        QVERIFY(std::abs(300 - total(m, pairs) - 1.645) < 0.5);
    }

    void farApartComponentsCostNothing()
    {
        std::vector<matching::BenefitPair> pairs;
        for (std::size_t i = 0; i < 100000; ++i)
            pairs.push_back({i, i, 0.5});
        QCOMPARE(assign(100000, 100000, pairs).size(), std::size_t(100000));
    }

    void equalsScipy()
    {
        const QString python = pythonWithScipy();
        if (python.isEmpty())
            QSKIP("python3 with scipy is not on this machine");
        base::SeededRandom random(17);
        QByteArray input;
        std::vector<BenefitMatrix> problems;
        for (int round = 0; round < 60; ++round) {
            problems.push_back(randomMatrix(random, 1 + random.below(60), 1 + random.below(60), random.uniform(0.05, 1), round % 3 == 0));
            const BenefitMatrix &m = problems.back();
            input += QByteArray::number(qulonglong(m.rows)) + ' ' + QByteArray::number(qulonglong(m.columns));
            for (const double value : m.values)
                input += ' ' + QByteArray::number(value, 'g', 17);
            input += '\n';
        }
        QProcess process;
        process.start(python, {QStringLiteral("-c"), QStringLiteral("import sys, numpy\n"
                                                                    "from scipy.optimize import linear_sum_assignment\n"
                                                                    "for line in sys.stdin:\n"
                                                                    "    v = line.split()\n"
                                                                    "    m = numpy.array([float(x) for x in v[2:]]).reshape(int(v[0]), int(v[1]))\n"
                                                                    "    print(repr(float(m[linear_sum_assignment(m, True)].sum())))\n")});
        process.write(input);
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(60000));
        const QList<QByteArray> lines = process.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(lines.size(), qsizetype(problems.size()));
        for (std::size_t i = 0; i < problems.size(); ++i)
            QVERIFY(std::abs(lines[qsizetype(i)].toDouble() - total(problems[i], assign(problems[i]))) < 1e-9);
    }
};

QTEST_GUILESS_MAIN(TestAssignment)
#include "tst_assignment.moc"
