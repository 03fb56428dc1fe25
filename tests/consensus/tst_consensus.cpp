// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/consensus/consensus.h"
#include "tests/consensus/simulation.h"
#include "tests/support/verify.h"

#include <QTest>

#include <cmath>

using namespace plumbline;
using consensus::Consensus;
using consensus::Method;

namespace {

// Dawid & Skene, JRSS C 28 (1979) 20-28, table 1: 45 patients; observer 1 three times, observers 2 to 5 once.
constexpr const char *patients =
    "111 1 1 1 1; 333 4 3 3 4; 112 2 1 2 2; 222 3 1 2 1; 222 3 2 2 2; 222 3 3 2 2; 122 2 1 1 1; 333 3 4 3 3; 222 2 2 2 3; "
    "232 2 2 2 3; 444 4 4 4 4; 222 3 3 4 3; 111 1 1 1 1; 222 3 2 1 2; 121 1 1 1 1; 111 2 1 1 1; 111 1 1 1 1; 111 1 1 1 1; "
    "222 2 2 2 1; 222 1 3 2 2; 222 2 2 2 2; 222 2 2 2 1; 222 3 2 2 2; 221 2 2 2 2; 111 1 1 1 1; 111 1 1 1 1; 232 2 2 2 2; "
    "111 1 1 1 1; 111 1 1 1 1; 112 1 1 2 1; 111 1 1 1 1; 333 3 2 3 3; 111 1 1 1 1; 222 2 2 2 2; 222 3 2 3 2; 433 4 3 4 3; "
    "221 2 2 3 2; 232 3 2 3 3; 333 3 4 3 2; 111 1 1 1 1; 111 1 1 1 1; 121 2 1 1 1; 232 2 2 2 2; 121 1 1 1 1; 222 2 2 2 2";

struct Row {
    QString unit;
    QString rater;
    QString label;
};

std::vector<Row> anaesthetists()
{
    std::vector<Row> rows;
    int patient = 0;
    for (const QString &text : QString::fromLatin1(patients).split(QLatin1Char(';'))) {
        const QString unit = QString::number(++patient);
        const QStringList said = text.trimmed().split(QLatin1Char(' '));
        for (const QChar again : said[0])
            rows.push_back({unit, QStringLiteral("1"), again});
        for (qsizetype i = 1; i < said.size(); ++i)
            rows.push_back({unit, QString::number(i + 1), said[i]});
    }
    return rows;
}

quality::Ratings ratingsOf(const std::vector<Row> &rows)
{
    quality::RatingsBuilder builder;
    builder.countRepeats();
    for (const Row &row : rows)
        (void)builder.add(row.unit, row.rater, row.label);
    return builder.take();
}

std::vector<Row> rowsOf(const testing::Crowd &crowd)
{
    std::vector<Row> rows;
    for (const auto &row : crowd.rows)
        rows.push_back(
            {QStringLiteral("t%1").arg(row.task), QStringLiteral("w%1").arg(row.worker), QStringLiteral("c%1").arg(row.label)});
    return rows;
}

void shuffle(std::vector<Row> &rows, base::SeededRandom &random)
{
    for (std::size_t i = rows.size(); i > 1; --i)
        std::swap(rows[i - 1], rows[random.below(i)]);
}

Consensus infer(const quality::Ratings &ratings, Method method, int rounds = 0)
{
    auto found = consensus::infer(ratings, {method, rounds, 0});
    return found ? *found : Consensus();
}

double probability(const quality::Ratings &ratings, const Consensus &found, const QString &unit, const QString &label)
{
    return found.probabilityOf(static_cast<std::uint32_t>(ratings.units.indexOf(unit)),
                               static_cast<std::uint32_t>(ratings.categories.indexOf(label)));
}

double confusion(const quality::Ratings &ratings, const Consensus &found, const QString &rater, const QString &truth,
                 const QString &said)
{
    for (const consensus::ConfusionCell &cell : found.confusion[static_cast<std::size_t>(ratings.raters.indexOf(rater))])
        if (ratings.categories[cell.truth] == truth && ratings.categories[cell.said] == said)
            return cell.probability;
    return 0;
}

bool sound(const quality::Ratings &ratings, const Consensus &found)
{
    if (found.label.size() != static_cast<std::size_t>(ratings.units.size()))
        return false;
    for (std::size_t u = 0; u < found.label.size(); ++u) {
        const bool labeled = ratings.begins[u + 1] > ratings.begins[u];
        if (labeled != (found.label[u] != Consensus::noLabel))
            return false;
        double sum = 0;
        for (std::size_t p = found.begins[u]; p < found.begins[u + 1]; ++p) {
            if (!(found.probability[p] > 0 && found.probability[p] <= 1 + 1e-9))
                return false;
            sum += found.probability[p];
        }
        if (labeled ? std::abs(sum - 1) > 1e-6 : sum != 0)
            return false;
    }
    for (const auto &cells : found.confusion)
        for (const consensus::ConfusionCell &cell : cells)
            if (!(cell.probability > 0 && cell.probability <= 1 + 1e-9))
                return false;
    return true;
}

testing::Recipe smallRecipe()
{
    testing::Recipe recipe;
    recipe.tasks = 120;
    recipe.workers = 25;
    recipe.classes = 4;
    recipe.spammers = 0.2;
    recipe.own = 0.7;
    return recipe;
}

void everyMethod()
{
    QTest::addColumn<Method>("method");
    for (const QString &name : consensus::methodNames())
        QTest::newRow(qPrintable(name)) << *consensus::methodFromName(name);
}

}  // namespace

class TestConsensus : public QObject
{
    Q_OBJECT

private slots:
    // The published estimates, to their digits (docs/consensus.md names the sources).
    void anaesthetistsByMaximumLikelihood()
    {
        const quality::Ratings ratings = ratingsOf(anaesthetists());
        QCOMPARE(ratings.count(), std::size_t(45 * 7));
        const Consensus found = infer(ratings, Method::DawidSkeneMl);
        QVERIFY(found.converged);
        const auto near = [](double value, double wanted, double digits) { return std::abs(value - wanted) < digits; };
        const std::vector<double> shares{.3996, .4220, .1118, .0667};
        for (std::size_t k = 0; k < 4; ++k)
            QVERIFY2(near(found.shares[k], shares[k], 5.1e-5), qPrintable(QString::number(found.shares[k], 'g', 9)));
        QVERIFY2(near(found.logLikelihood.back(), -192.8909, 5.1e-5),
                 qPrintable(QString::number(found.logLikelihood.back(), 'f', 6)));

        std::vector<int> hard(4, 0);
        for (const std::uint32_t label : found.label)
            ++hard[label];
        QCOMPARE(hard, (std::vector<int>{18, 19, 5, 3}));

        const double first[4][4] = {{.8895, .1105, 0, 0}, {.0706, .8764, .0530, 0}, {0, .3388, .6612, 0}, {0, 0, .5556, .4444}};
        const double second[4][4] = {{.8342, .1658, 0, 0}, {.0527, .6329, .3143, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
        for (int t = 0; t < 4; ++t)
            for (int s = 0; s < 4; ++s) {
                const QString truth = QString::number(t + 1);
                const QString said = QString::number(s + 1);
                QVERIFY(near(confusion(ratings, found, QStringLiteral("1"), truth, said), first[t][s], 5.1e-5));
                QVERIFY(near(confusion(ratings, found, QStringLiteral("2"), truth, said), second[t][s], 5.1e-5));
            }
        const auto p = [&](const char *unit, const char *label) {
            return probability(ratings, found, QLatin1String(unit), QLatin1String(label));
        };
        QVERIFY(near(p("7", "1"), .981, 5.1e-4) && near(p("7", "2"), .019, 5.1e-4));
        QVERIFY(near(p("35", "2"), .948, 5.1e-4) && near(p("35", "3"), .052, 5.1e-4));
        QVERIFY(near(p("38", "2"), .021, 5.1e-4) && near(p("38", "3"), .979, 5.1e-4));
    }

    // The same with .01 added to every cell.
    void anaesthetistsSmoothed()
    {
        const auto found = consensus::infer(ratingsOf(anaesthetists()), {Method::DawidSkeneMl, 0, 0.01});
        QVERIFY(found && found->converged);
        // The published shares contain the .01 as well.
        const std::vector<double> shares{.3995, .4219, .1117, .0668};
        for (std::size_t k = 0; k < 4; ++k) {
            const double share = (found->shares[k] * 45 + 0.01) / 45.04;
            QVERIFY2(std::abs(share - shares[k]) < 6e-5, qPrintable(QString::number(share, 'g', 9)));
        }
        QVERIFY2(std::abs(found->logLikelihood.back() + 193.2698) < 5.1e-5,
                 qPrintable(QString::number(found->logLikelihood.back(), 'f', 6)));
    }

    void likelihoodNeverFalls_data()
    {
        QTest::addColumn<Method>("method");
        QTest::addColumn<int>("seed");
        for (const Method method : {Method::DawidSkeneMl, Method::OneCoin, Method::Mace})
            for (int seed = 0; seed < 8; ++seed)
                QTest::addRow("%s %d", qPrintable(consensus::methodName(method)), seed) << method << seed;
    }
    void likelihoodNeverFalls()
    {
        QFETCH(Method, method);
        QFETCH(int, seed);
        testing::Recipe recipe = smallRecipe();
        recipe.classes = 2 + seed % 4;
        recipe.perTask = 2 + seed;
        const quality::Ratings ratings =
            ratingsOf(seed == 0 ? anaesthetists() : rowsOf(testing::simulate(recipe, std::uint64_t(seed))));
        const Consensus found = infer(ratings, method);
        QVERIFY(found.logLikelihood.size() > 2);
        for (std::size_t i = 1; i < found.logLikelihood.size(); ++i)
            QVERIFY2(found.logLikelihood[i] >= found.logLikelihood[i - 1] - 1e-9 * std::abs(found.logLikelihood[i]),
                     qPrintable(QStringLiteral("round %1: %2 after %3")
                                    .arg(i)
                                    .arg(found.logLikelihood[i], 0, 'g', 15)
                                    .arg(found.logLikelihood[i - 1], 0, 'g', 15)));
    }

    // The same bits for every order of the rows: other programs mix up annotators when rows are shuffled.
    void rowOrderDoesNotMatter_data() { everyMethod(); }
    void rowOrderDoesNotMatter()
    {
        QFETCH(Method, method);
        base::SeededRandom random(3);
        for (std::vector<Row> rows : {anaesthetists(), rowsOf(testing::simulate(smallRecipe(), 5))}) {
            const quality::Ratings ratings = ratingsOf(rows);
            const Consensus found = infer(ratings, method);
            QVERIFY(sound(ratings, found));
            shuffle(rows, random);
            const quality::Ratings shuffled = ratingsOf(rows);
            const Consensus again = infer(shuffled, method);
            QCOMPARE(again.iterations, found.iterations);
            for (const QString &unit : ratings.units)
                for (const QString &label : ratings.categories)
                    QCOMPARE(probability(shuffled, again, unit, label), probability(ratings, found, unit, label));
            for (qsizetype r = 0; r < ratings.raters.size(); ++r)
                QCOMPARE(again.skill[static_cast<std::size_t>(shuffled.raters.indexOf(ratings.raters[r]))],
                         found.skill[static_cast<std::size_t>(r)]);
        }
    }

    void namesDoNotMatter_data() { everyMethod(); }
    void namesDoNotMatter()
    {
        QFETCH(Method, method);
        const auto rows = rowsOf(testing::simulate(smallRecipe(), 6));
        const quality::Ratings ratings = ratingsOf(rows);
        const Consensus found = infer(ratings, method);
        // Reversed orders of classes, annotators and tasks.
        const auto renamed = [](const QString &name) {
            return QStringLiteral("%1").arg(999 - name.mid(1).toInt(), 3, 10, QLatin1Char('0'));
        };
        std::vector<Row> others = rows;
        for (Row &row : others)
            row = {renamed(row.unit), renamed(row.rater), renamed(row.label)};
        const quality::Ratings otherRatings = ratingsOf(others);
        const Consensus again = infer(otherRatings, method);
        for (const QString &unit : ratings.units)
            for (const QString &label : ratings.categories) {
                const double a = probability(ratings, found, unit, label);
                const double b = probability(otherRatings, again, renamed(unit), renamed(label));
                QVERIFY2(std::abs(a - b) < 1e-6, qPrintable(QStringLiteral("%1 %2: %3 and %4").arg(unit, label).arg(a).arg(b)));
            }
    }

    void unlabeledIsNeverScored_data() { everyMethod(); }
    void unlabeledIsNeverScored()
    {
        QFETCH(Method, method);
        quality::Ratings ratings = ratingsOf({{QStringLiteral("a"), QStringLiteral("w"), QStringLiteral("x")},
                                              {QStringLiteral("b"), QStringLiteral("w"), QStringLiteral("y")}});
        ratings.units.insert(1, QStringLiteral("nobody"));
        ratings.begins = {0, 1, 1, 2};
        ratings.raters.append(QStringLiteral("idle"));
        ratings.categories.append(QStringLiteral("unused"));
        const Consensus found = infer(ratings, method);
        QVERIFY(sound(ratings, found));
        QCOMPARE(found.label[1], Consensus::noLabel);
        QVERIFY(std::isnan(found.skill[1]));
        QCOMPARE(found.shares.size(), std::size_t(3));
        QCOMPARE(found.shares[2], 0.0);
        QVERIFY(sound({}, infer({}, method)));
    }

    // What comes in is never sensible: one class, one annotator, one label each, everybody against everybody.
    void strangeData_data() { everyMethod(); }
    void strangeData()
    {
        QFETCH(Method, method);
        std::vector<std::vector<Row>> sets(5);
        for (int i = 0; i < 12; ++i) {
            const QString unit = QString::number(i);
            const QString label = QString::number(i % 3);
            sets[0].push_back({unit, QStringLiteral("w"), QStringLiteral("only")});
            sets[1].push_back({unit, QStringLiteral("w"), label});
            sets[2].push_back({unit, QString::number(i), label});
            for (int w = 0; w < 4; ++w) {
                sets[3].push_back({unit, QString::number(w), QString::number((i + w) % 4)});
                sets[4].push_back({unit, QString::number(w), QString::number(i * 4 + w)});
            }
        }
        sets.push_back({{QStringLiteral("u"), QStringLiteral("w"), QStringLiteral("x")}});
        for (const auto &rows : sets) {
            const quality::Ratings ratings = ratingsOf(rows);
            QVERIFY(sound(ratings, infer(ratings, method)));
        }
    }

    void manyClassesTakeLittleMemory_data() { everyMethod(); }
    void manyClassesTakeLittleMemory()
    {
        QFETCH(Method, method);
        // 500 tables of 10,000 x 10,000 would be 400 GB.
        base::SeededRandom random(8);
        std::vector<Row> rows;
        std::vector<int> truth;
        for (int i = 0; i < 4000; ++i) {
            truth.push_back(static_cast<int>(random.below(10000)));
            for (int n = 0; n < 5; ++n)
                rows.push_back({QString::number(i), QString::number(random.below(500)),
                                QString::number(random.below(10) < 8 ? std::uint64_t(truth.back()) : random.below(10000))});
        }
        const quality::Ratings ratings = ratingsOf(rows);
        const Consensus found = infer(ratings, method);
        QVERIFY(sound(ratings, found));
        int right = 0;
        for (std::size_t u = 0; u < found.label.size(); ++u)
            right += ratings.categories[found.label[u]].toInt() == truth[u] ? 1 : 0;
        // Without smoothing, a class with one task is whatever its voters said.
        if (method != Method::DawidSkeneMl)
            QVERIFY2(right > 3900, qPrintable(QString::number(right)));
    }

    void majorityStatesItsTies()
    {
        const auto row = [](const char *unit, const char *rater, const char *label) {
            return Row{QLatin1String(unit), QLatin1String(rater), QLatin1String(label)};
        };
        const quality::Ratings ratings =
            ratingsOf({row("1", "a", "no"), row("1", "b", "yes"),  // tie: yes is more frequent overall
                       row("2", "a", "yes"), row("2", "b", "yes"), row("3", "a", "no"), row("3", "b", "no"), row("3", "c", "yes"),
                       row("4", "a", "yes"), row("5", "a", "A"), row("5", "b", "B")});
        const Consensus found = infer(ratings, Method::Majority);
        QCOMPARE(found.ties, 2);
        QCOMPARE(ratings.categories[found.label[0]], QStringLiteral("yes"));
        QCOMPARE(ratings.categories[found.label[2]], QStringLiteral("no"));
        QCOMPARE(ratings.categories[found.label[4]], QStringLiteral("A"));  // equally frequent: first in order
        QCOMPARE(probability(ratings, found, QStringLiteral("3"), QStringLiteral("no")), 2.0 / 3);
    }

    // Six of 24 copy one mediocre annotator: every single method believes them.
    void autoCountsCopiesOnce()
    {
        testing::Recipe recipe;
        recipe.tasks = 500;
        recipe.workers = 24;
        recipe.perTask = 9;
        recipe.classes = 3;
        recipe.accuracy = 0.65;
        recipe.busy = 0.3;
        recipe.colluders = 0.25;
        const testing::Crowd crowd = testing::simulate(recipe, 4);
        const quality::Ratings ratings = ratingsOf(rowsOf(crowd));
        const auto right = [&](const Consensus &found) {
            int count = 0;
            for (std::size_t u = 0; u < found.label.size(); ++u) {
                const std::uint32_t task = ratings.units[static_cast<qsizetype>(u)].mid(1).toUInt();
                count += ratings.categories[found.label[u]].mid(1).toUInt() == crowd.truth[task] ? 1 : 0;
            }
            return count;
        };
        const Consensus chosen = infer(ratings, Method::Auto);
        QVERIFY2(chosen.why.contains(QStringLiteral("one voice")), qPrintable(chosen.why));
        const int single = right(infer(ratings, Method::DawidSkene));
        QVERIFY2(right(chosen) > single + 50, qPrintable(QStringLiteral("%1 and %2").arg(right(chosen)).arg(single)));
        // Every annotator has a table, the copies among them.
        for (const auto &cells : chosen.confusion)
            QVERIFY(!cells.empty());

        recipe.colluders = 0;
        recipe.experts = 0.25;
        const quality::Ratings able = ratingsOf(rowsOf(testing::simulate(recipe, 4)));
        QVERIFY(!infer(able, Method::Auto).why.contains(QStringLiteral("one voice")));
    }

    // Six classes of unequal size, and three tasks in ten hard: Dawid-Skene alone makes a rare class of them.
    void autoKeepsHardTasksOutOfRareClasses()
    {
        testing::Recipe recipe;
        recipe.tasks = 400;
        recipe.workers = 60;
        recipe.perTask = 20;
        recipe.classes = 6;
        recipe.prior = {.5, .25, .15, .06, .02, .02};
        recipe.accuracy = 0.75;
        recipe.hard = 0.3;
        double gain = 0;
        for (std::uint64_t seed = 1; seed <= 4; ++seed) {
            const testing::Crowd crowd = testing::simulate(recipe, seed);
            const quality::Ratings ratings = ratingsOf(rowsOf(crowd));
            const Consensus chosen = infer(ratings, Method::Auto);
            const Consensus voted = infer(ratings, Method::Majority);
            for (std::size_t u = 0; u < chosen.label.size(); ++u) {
                const std::uint32_t truth = crowd.truth[ratings.units[static_cast<qsizetype>(u)].mid(1).toUInt()];
                gain += ratings.categories[chosen.label[u]].mid(1).toUInt() == truth ? 1 : 0;
                gain -= ratings.categories[voted.label[u]].mid(1).toUInt() == truth ? 1 : 0;
            }
            QCOMPARE(chosen.evidence.size(), std::size_t(5));
            QVERIFY(chosen.evidence[3].score > chosen.evidence[2].score + 0.01);  // hard tasks predict better
        }
        QVERIFY2(gain > 0, qPrintable(QString::number(gain)));
    }

    // Tasks are hard only where that predicts labels better; a class that few know is otherwise explained away.
    void autoSeesHardTasksOnlyWhereTheyPredict()
    {
        testing::Recipe recipe;
        recipe.tasks = 400;
        recipe.perTask = 6;
        recipe.classes = 5;
        recipe.classSpread = 1;
        int without = 0;
        for (std::uint64_t seed = 1; seed <= 8; ++seed) {
            recipe.hard = seed % 2 == 0 ? 0.35 : 0;
            const Consensus chosen = infer(ratingsOf(rowsOf(testing::simulate(recipe, seed))), Method::Auto);
            const auto &tables = chosen.evidence[2];
            const auto &hard = chosen.evidence[3];
            const auto &unshaped = chosen.evidence[4];
            QCOMPARE(tables.weight + hard.weight + unshaped.weight, 1.0);
            if (unshaped.weight == 0) {
                QCOMPARE(tables.weight, tables.score > hard.score ? 1.0 : 0.0);
                QCOMPARE(chosen.why.contains(QStringLiteral("and tasks that are hard for everybody. Mean")), hard.weight == 1);
            }
            without += tables.weight > 0 ? 1 : 0;
            QVERIFY(recipe.hard == 0 || tables.weight == 0);
        }
        QVERIFY2(without > 0 && without <= 4, qPrintable(QString::number(without)));
    }

    void canBeCancelled_data() { everyMethod(); }
    void canBeCancelled()
    {
        QFETCH(Method, method);
        const quality::Ratings ratings = ratingsOf(anaesthetists());
        const auto found = consensus::infer(ratings, {method, 0, 0}, [](double) { return false; });
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
    }

    void namesOfMethods()
    {
        for (const QString &name : consensus::methodNames())
            QCOMPARE(consensus::methodName(*consensus::methodFromName(name)), name);
        QVERIFY(!consensus::methodFromName(u"vote"));
    }
};

QTEST_GUILESS_MAIN(TestConsensus)
#include "tst_consensus.moc"
