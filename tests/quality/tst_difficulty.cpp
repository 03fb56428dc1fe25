// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/quality/difficulty.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace plumbline;
using quality::AbilityPosterior;
using quality::DifficultyFit;
using quality::GoldFinding;
using quality::ItemParameters;
using quality::ItemResult;
using quality::ResponseModel;

namespace {

struct World {
    std::vector<double> abilities;
    std::vector<ItemParameters> items;
    std::vector<ItemResult> results;
};

World simulated(int people, int items, double abilitySigma, double meanDifficulty, bool slopes, std::uint64_t seed, double answered = 1)
{
    base::SeededRandom random(seed);
    World world;
    for (int i = 0; i < people; ++i)
        world.abilities.push_back(random.normal(0, abilitySigma));
    for (int i = 0; i < items; ++i)
        world.items.push_back({random.normal(meanDifficulty, 1), slopes ? random.uniform(.6, 1.8) : 1});
    for (std::uint32_t person = 0; person < static_cast<std::uint32_t>(people); ++person)
        for (std::uint32_t item = 0; item < static_cast<std::uint32_t>(items); ++item)
            if (random.uniform() < answered)
                world.results.push_back({person, item, random.uniform() < quality::probabilityRight(world.abilities[person], world.items[item])});
    return world;
}

double correlation(const std::vector<double> &x, const std::vector<double> &y)
{
    double mx = 0;
    double my = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        mx += x[i] / static_cast<double>(x.size());
        my += y[i] / static_cast<double>(x.size());
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += (x[i] - mx) * (x[i] - mx);
        yy += (y[i] - my) * (y[i] - my);
        xy += (x[i] - mx) * (y[i] - my);
    }
    return xy / std::sqrt(xx * yy);
}

bool neverFalls(const std::vector<double> &history)
{
    return std::is_sorted(history.begin(), history.end(), [](double a, double b) { return a < b - 1e-7 * std::abs(b); });
}

}  // namespace

class TestDifficulty final : public QObject
{
    Q_OBJECT

private slots:
    void workedNumber() { QCOMPARE(QString::number(quality::probabilityRight(.5, {-.3, 1.2}), 'f', 5), QStringLiteral("0.72312")); }

    void raschFindsWhatItWasMadeWith()
    {
        const World world = simulated(200, 60, 1.3, -1.5, false, 1, .6);
        const auto fit = quality::fitDifficulty(world.results, 200, 60, ResponseModel::Rasch);
        QVERIFY_RESULT(fit);
        QVERIFY(fit->converged);
        QVERIFY(neverFalls(fit->history));
        QVERIFY2(std::abs(fit->abilitySigma - 1.3) < .2, qPrintable(QString::number(fit->abilitySigma)));
        double square = 0;
        int held = 0;
        std::vector<double> truths;
        std::vector<double> found;
        for (std::size_t i = 0; i < 60; ++i) {
            const double error = fit->items[i].parameters.difficulty - world.items[i].difficulty;
            square += error * error / 60;
            held += std::abs(error) < 2 * fit->items[i].easinessSigma + .1 ? 1 : 0;
            truths.push_back(world.items[i].difficulty);
            found.push_back(fit->items[i].parameters.difficulty);
            QCOMPARE(fit->items[i].parameters.discrimination, 1.0);
        }
        QVERIFY2(std::sqrt(square) < .35, qPrintable(QString::number(std::sqrt(square))));
        QVERIFY(correlation(truths, found) > .95);
        QVERIFY2(held >= 52, qPrintable(QString::number(held)));
        std::vector<double> abilities;
        for (const auto &annotator : fit->annotators)
            abilities.push_back(annotator.ability);
        QVERIFY(correlation(world.abilities, abilities) > .9);
        // Relative difficulties are centred.
        double sum = 0;
        for (const auto &item : fit->items)
            sum += item.relativeDifficulty;
        QVERIFY(std::abs(sum) < 1e-6);
    }

    void twoParametersFindWhatTheyWereMadeWith()
    {
        const World world = simulated(500, 40, 1, -.5, true, 2);
        const auto fit = quality::fitDifficulty(world.results, 500, 40, ResponseModel::TwoParameter);
        QVERIFY_RESULT(fit);
        QVERIFY(fit->converged);
        QVERIFY(neverFalls(fit->history));
        std::vector<double> slopes;
        std::vector<double> foundSlopes;
        std::vector<double> difficulties;
        std::vector<double> foundDifficulties;
        double bias = 0;
        for (std::size_t i = 0; i < 40; ++i) {
            slopes.push_back(world.items[i].discrimination);
            foundSlopes.push_back(fit->items[i].parameters.discrimination);
            difficulties.push_back(world.items[i].difficulty);
            foundDifficulties.push_back(fit->items[i].parameters.difficulty);
            bias += (foundSlopes.back() - slopes.back()) / 40;
            QVERIFY(fit->items[i].discriminationSigma > 0 && fit->items[i].discriminationSigma < .4);
        }
        QVERIFY2(correlation(slopes, foundSlopes) > .8, qPrintable(QString::number(correlation(slopes, foundSlopes))));
        QVERIFY(correlation(difficulties, foundDifficulties) > .95);
        QVERIFY2(std::abs(bias) < .1, qPrintable(QString::number(bias)));
    }

    void orderDoesNotMatter()
    {
        World world = simulated(20, 15, 1, -1, false, 3, .7);
        for (const ResponseModel model : {ResponseModel::Rasch, ResponseModel::TwoParameter}) {
            const auto fit = quality::fitDifficulty(world.results, 20, 15, model);
            std::reverse(world.results.begin(), world.results.end());
            const auto again = quality::fitDifficulty(world.results, 20, 15, model);
            QVERIFY_RESULT(fit);
            QCOMPARE(again->logPosterior, fit->logPosterior);
            for (std::size_t i = 0; i < 15; ++i)
                QCOMPARE(again->items[i].parameters, fit->items[i].parameters);
            const auto findings = quality::reviewGold(world.results, *fit);
            std::rotate(world.results.begin(), world.results.begin() + 7, world.results.end());
            QCOMPARE(quality::reviewGold(world.results, *fit).size(), findings.size());
        }
    }

    void sparseAndOdd()
    {
        QVERIFY_FAILS(quality::fitDifficulty({}, 3, 3, ResponseModel::Rasch), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(quality::fitDifficulty({{3, 0, true}}, 3, 3, ResponseModel::Rasch), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(quality::fitDifficulty({{0, 3, true}}, 3, 3, ResponseModel::Rasch), ErrorCode::InvalidArgument);
        QVERIFY_FAILS(quality::fitDifficulty({{0, 0, true}}, 1, 1, ResponseModel::Rasch, [] { return true; }), ErrorCode::Cancelled);
        for (const ResponseModel model : {ResponseModel::Rasch, ResponseModel::TwoParameter}) {
            // One result; everything right; an item and an annotator without any.
            for (const auto &results : {std::vector<ItemResult>{{0, 0, false}}, {{0, 0, true}, {0, 1, true}, {1, 0, true}, {1, 1, true}}}) {
                const auto fit = quality::fitDifficulty(results, 3, 3, model);
                QVERIFY_RESULT(fit);
                for (const auto &item : fit->items)
                    QVERIFY(std::isfinite(item.parameters.difficulty) && std::isfinite(item.easinessSigma));
                QCOMPARE(fit->items[2].n, std::int64_t(0));
                QVERIFY(std::abs(fit->annotators[2].ability) < 1e-9);
            }
        }
    }

    void abilityIsUpdatedResultByResult()
    {
        const World world = simulated(1, 80, 0, 0, true, 5);
        AbilityPosterior ability(0, 1);
        QVERIFY(std::abs(ability.mean()) < 1e-12 && std::abs(ability.sigma() - 1) < 1e-6);
        QVERIFY(std::abs(ability.interval().low + 1.96) < .01);
        std::vector<ItemResult> results = world.results;
        AbilityPosterior backward(0, 1);
        for (const ItemResult &result : results)
            ability.add(world.items[result.item], result.right);
        for (auto it = results.rbegin(); it != results.rend(); ++it)
            backward.add(world.items[it->item], it->right);
        QCOMPARE(ability, backward);
        QVERIFY(ability.sigma() < .35);
        QVERIFY(ability.interval().low < 0 && 0 < ability.interval().high);
        backward.add({.3, 1.1}, false);
        backward.remove({.3, 1.1}, false);
        QCOMPARE(ability, backward);
        for (const ItemResult &result : results)
            backward.remove(world.items[result.item], result.right);
        QCOMPARE(backward, AbilityPosterior(0, 1));
        AbilityPosterior odd(std::nan(""), -1);
        odd.add({std::nan(""), 1e300}, true);
        QVERIFY(std::isfinite(odd.mean()) && odd.predict({0, 1}) > .5);
    }

    void abilityCoversTheTruth()
    {
        base::SeededRandom random(9);
        int held = 0;
        constexpr int draws = 2000;
        for (int i = 0; i < draws; ++i) {
            const double truth = random.normal(0, 1);
            AbilityPosterior ability(0, 1);
            for (int k = 0; k < 15; ++k) {
                const ItemParameters item{random.normal(-1, 1), 1};
                ability.add(item, random.uniform() < quality::probabilityRight(truth, item));
            }
            const quality::Interval interval = ability.interval();
            held += interval.low <= truth && truth <= interval.high ? 1 : 0;
        }
        QVERIFY2(std::abs(static_cast<double>(held) / draws - .95) < 4 * std::sqrt(.95 * .05 / draws), qPrintable(QString::number(held)));
    }

    void goldThatNeedsALook()
    {
        World world = simulated(60, 40, 1, -1.5, false, 7);
        // Item 0: nobody fails. Item 1: the key is turned round on the able. Item 2: a wrong key, nearly everybody "fails".
        const auto worldAbility = [&](const ItemResult &result) { return world.abilities[result.annotator]; };
        base::SeededRandom random(8);
        for (ItemResult &result : world.results) {
            if (result.item == 0)
                result.right = true;
            if (result.item == 1)
                result.right = random.uniform() < 1 / (1 + std::exp(1.5 * worldAbility(result)));
            if (result.item == 2)
                result.right = random.uniform() < .1;
        }
        const auto fit = quality::fitDifficulty(world.results, 60, 40, ResponseModel::TwoParameter);
        QVERIFY_RESULT(fit);
        QVERIFY(fit->items[1].parameters.discrimination < 0);
        const auto findings = quality::reviewGold(world.results, *fit);
        const auto of = [&](std::uint32_t item) {
            return std::find_if(findings.begin(), findings.end(), [&](const GoldFinding &finding) { return finding.item == item; });
        };
        QVERIFY(of(0) != findings.end());
        QCOMPARE(of(0)->kind, GoldFinding::Kind::NobodyFails);
        QVERIFY(!of(0)->adjudicate());
        QVERIFY(of(0)->certainty > .9 && of(0)->text().contains(QStringLiteral("All 60")));
        QVERIFY(of(1) != findings.end());
        QVERIFY(of(1)->adjudicate());
        QVERIFY(of(1)->discrimination < -.3);
        QVERIFY(of(2) != findings.end());
        QCOMPARE(of(2)->kind, GoldFinding::Kind::AblePeopleMiss);
        QVERIFY(of(2)->able > 20 && of(2)->ableRight < 8);
        // Healthy items are left in peace, and what is to be adjudicated comes first.
        const auto wrongly = std::count_if(findings.begin(), findings.end(), [](const GoldFinding &f) { return f.item > 2 && f.adjudicate(); });
        QVERIFY2(wrongly == 0, qPrintable(QString::number(wrongly)));
        QVERIFY(std::is_sorted(findings.begin(), findings.end(), [](const auto &a, const auto &b) { return a.adjudicate() > b.adjudicate(); }));
    }
};

QTEST_GUILESS_MAIN(TestDifficulty)
#include "tst_difficulty.moc"
