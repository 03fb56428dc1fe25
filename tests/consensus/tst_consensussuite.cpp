// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// `auto` against every single method on simulated crowds. With PLUMBLINE_LONG_TESTS the table of docs/consensus.md.
#include "core/consensus/consensus.h"
#include "tests/consensus/families.h"

#include <QTest>

#include <cstdio>
#include <map>

using namespace plumbline;
using consensus::Method;

namespace {

double accuracy(const testing::Crowd &crowd, Method method)
{
    quality::RatingsBuilder builder;
    for (const auto &row : crowd.rows)
        (void)builder.add(QString::number(row.task), QString::number(row.worker), QString::number(row.label));
    const quality::Ratings ratings = builder.take();
    const auto found = consensus::infer(ratings, {method, 0, 0});
    if (!found)
        return 0;
    int right = 0;
    for (std::size_t u = 0; u < found->label.size(); ++u) {
        const auto task = ratings.units[static_cast<qsizetype>(u)].toUInt();
        right += ratings.categories[found->label[u]].toUInt() == crowd.truth[task] ? 1 : 0;
    }
    return 100.0 * right / static_cast<double>(found->label.size());
}

}  // namespace

class TestConsensusSuite : public QObject
{
    Q_OBJECT

private slots:
    void autoIsBest()
    {
        const bool all = qEnvironmentVariableIsSet("PLUMBLINE_LONG_TESTS");
        const int seeds = all ? 10 : 1;
        const int step = all ? 1 : 2;  // the everyday run takes every second family
        const std::vector<testing::Recipe> families = testing::families();
        QVERIFY(families.size() >= 30);
        const QStringList names = consensus::methodNames();
        std::map<QString, double> sum;
        int measured = 0;
        std::printf("| family |");
        for (const QString &name : names)
            std::printf(" %s |", qPrintable(name));
        std::printf("\n");
        for (std::size_t f = 0; f < families.size(); f += static_cast<std::size_t>(step)) {
            std::map<QString, double> mean;
            for (int seed = 0; seed < seeds; ++seed) {
                const testing::Crowd crowd = testing::simulate(families[f], 1000 * (f + 1) + std::uint64_t(seed));
                for (const QString &name : names)
                    mean[name] += accuracy(crowd, *consensus::methodFromName(name)) / seeds;
            }
            std::printf("| %s |", families[f].name.c_str());
            for (const QString &name : names) {
                std::printf(" %.1f |", mean[name]);
                sum[name] += mean[name];
            }
            std::printf("\n");
            ++measured;
            // One draw of a family of a few hundred tasks moves by about a point.
            const double allowed = all ? 0.5 : 2.0;
            const double below = mean[QStringLiteral("majority")] - mean[QStringLiteral("auto")];
            QVERIFY2(
                below <= allowed,
                qPrintable(QStringLiteral("%1: %2 below majority").arg(QString::fromStdString(families[f].name)).arg(below)));
        }
        std::printf("| mean |");
        for (const QString &name : names)
            std::printf(" %.2f |", sum[name] / measured);
        std::printf("\n");
        for (const QString &name : names)
            if (name != QLatin1String("auto"))
                QVERIFY2(sum[QStringLiteral("auto")] > sum[name], qPrintable(QStringLiteral("auto %1, %2 %3")
                                                                                 .arg(sum[QStringLiteral("auto")] / measured)
                                                                                 .arg(name)
                                                                                 .arg(sum[name] / measured)));
    }
};

QTEST_GUILESS_MAIN(TestConsensusSuite)
#include "tst_consensussuite.moc"
