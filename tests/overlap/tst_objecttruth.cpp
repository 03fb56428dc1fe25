// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/overlap/objecttruth.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace plumbline;
using namespace plumbline::overlap;

namespace {

bool near(double a, double b, double within = 1e-9)
{
    return std::abs(a - b) <= within;
}

/// Things and inventions as people with known rates would draw them; three classes.
struct Simulated {
    std::vector<ItemVotes> items;
    std::vector<std::vector<int>> truth;  // class, or -1 for an invention
};
Simulated simulate(const std::vector<PersonRates> &people, int items, std::uint64_t seed)
{
    base::SeededRandom random(seed);
    Simulated made;
    for (int i = 0; i < items; ++i) {
        ItemVotes item;
        std::vector<int> truth;
        for (std::size_t j = 0; j < people.size(); ++j)
            item.seenBy.push_back(j);
        for (int k = 0; k < 6; ++k) {
            const int what = random.uniform() < 0.8 ? int(random.below(3)) : -1;
            std::vector<ObjectVote> votes;
            for (std::size_t j = 0; j < people.size(); ++j) {
                if (random.uniform() >= (what < 0 ? people[j].invent : 1 - people[j].miss))
                    continue;
                const bool right = what >= 0 && random.uniform() < people[j].rightClass;
                votes.push_back({j, right      ? std::size_t(what)
                                    : what < 0 ? random.below(3)
                                               : (std::size_t(what) + 1 + random.below(2)) % 3});
            }
            if (votes.empty())
                continue;
            item.clusters.push_back(std::move(votes));
            truth.push_back(what);
        }
        made.items.push_back(std::move(item));
        made.truth.push_back(std::move(truth));
    }
    return made;
}

}  // namespace

class TestObjectTruth : public QObject
{
    Q_OBJECT

private slots:
    // Default rates: misses .1, invents .2, right class .9 of two classes. Three saw it, two drew it as class 0.
    // Not there: .1 · (.2 · 1/2)² · .8. There as class 0: .9 · 1/2 · (.9 · .9)² · .1, as class 1: .9 · 1/2 · (.9 · .1)² · .1.
    void byHand()
    {
        const std::vector<ItemVotes> items{{{0, 1, 2}, {{{0, 0}, {1, 0}}, {{2, 1}}}}};
        const ObjectTruth truth = inferObjects(items, 2, std::vector<PersonPrior>(3), {false});
        const ObjectPosterior &two = truth.items[0][0];
        const double absent = 0.1 * 0.01 * 0.8;
        const double zero = 0.45 * 0.81 * 0.81 * 0.1;
        const double one = 0.45 * 0.09 * 0.09 * 0.1;
        QVERIFY(near(two.existence, (zero + one) / (zero + one + absent)));
        QVERIFY(near(two.classes.at(0), zero / (zero + one)));
        QVERIFY(near(two.otherClasses, one / (zero + one)));
        const ObjectPosterior &alone = truth.items[0][1];
        const double there = 0.45 * 0.9 * 0.1 * 0.1 * (0.9 + 0.1);
        QVERIFY(near(alone.existence, there / (there + 0.1 * 0.2 * 0.5 * 0.8 * 0.8)));
        QCOMPARE(truth.rounds, 0);
        QVERIFY(truth.objective.empty());
    }

    void equalWordsAreAPlainVote()
    {
        const std::vector<ItemVotes> items{{{0, 1, 2, 3, 4}, {{{0, 2}, {1, 1}, {2, 1}, {3, 2}, {4, 2}}}}};
        const ObjectTruth truth = inferObjects(items, 4, std::vector<PersonPrior>(5), {false});
        const auto &classes = truth.items[0][0].classes;
        QVERIFY(classes.at(2) > classes.at(1));
        double sum = truth.items[0][0].otherClasses;
        for (const auto &[labelClass, p] : classes)
            sum += p;
        QVERIFY(near(sum, 1));
    }

    void ratesComeBackAndTheObjectiveNeverFalls()
    {
        const std::vector<PersonRates> people{
            {0.05, 0.1, 0.98}, {0.1, 0.2, 0.9}, {0.3, 0.6, 0.7}, {0.15, 0.3, 0.95}, {0.05, 0.3, 0.6}};
        for (std::uint64_t seed = 1; seed <= 3; ++seed) {
            const Simulated made = simulate(people, 400, seed);
            const ObjectTruth truth = inferObjects(made.items, 3, std::vector<PersonPrior>(5));
            QVERIFY(truth.converged);
            for (std::size_t i = 1; i < truth.objective.size(); ++i)
                QVERIFY(truth.objective[i] >= truth.objective[i - 1] - 1e-7);
            for (std::size_t j = 0; j < people.size(); ++j) {
                QVERIFY2(near(truth.people[j].miss, people[j].miss, 0.05), qPrintable(QString::number(truth.people[j].miss)));
                QVERIFY2(near(truth.people[j].rightClass, people[j].rightClass, 0.06),
                         qPrintable(QString::number(truth.people[j].rightClass)));
            }
            // Posteriors mean what they say, and weighing beats counting.
            double brier = 0;
            std::size_t clusters = 0;
            int weighed = 0;
            int counted = 0;
            for (std::size_t i = 0; i < made.items.size(); ++i)
                for (std::size_t k = 0; k < made.truth[i].size(); ++k) {
                    const ObjectPosterior &posterior = truth.items[i][k];
                    QVERIFY(posterior.existence >= 0 && posterior.existence <= 1);
                    brier += std::pow(posterior.existence - (made.truth[i][k] >= 0), 2);
                    ++clusters;
                    if (made.truth[i][k] < 0)
                        continue;
                    const auto best = std::max_element(posterior.classes.begin(), posterior.classes.end(),
                                                       [](const auto &a, const auto &b) { return a.second < b.second; });
                    weighed += int(best->first) == made.truth[i][k];
                    std::vector<int> votes(3);
                    for (const ObjectVote &vote : made.items[i].clusters[k])
                        ++votes[vote.labelClass];
                    counted += std::max_element(votes.begin(), votes.end()) - votes.begin() == made.truth[i][k];
                }
            QVERIFY2(brier / double(clusters) < 0.05, qPrintable(QString::number(brier / double(clusters))));
            QVERIFY(weighed > counted);
        }
    }

    void orderDoesNotMatter()
    {
        const Simulated made = simulate({{0.1, 0.2, 0.9}, {0.2, 0.3, 0.8}, {0.1, 0.4, 0.7}}, 60, 8);
        const ObjectTruth first = inferObjects(made.items, 3, std::vector<PersonPrior>(3));
        std::vector<ItemVotes> turned = made.items;
        std::reverse(turned.begin(), turned.end());
        for (ItemVotes &item : turned) {
            std::reverse(item.clusters.begin(), item.clusters.end());
            for (auto &votes : item.clusters) {
                std::reverse(votes.begin(), votes.end());
                for (ObjectVote &vote : votes)
                    vote.person = 2 - vote.person;
            }
        }
        const ObjectTruth second = inferObjects(turned, 3, std::vector<PersonPrior>(3));
        for (std::size_t j = 0; j < 3; ++j)
            QVERIFY(near(first.people[j].miss, second.people[2 - j].miss, 1e-6));
        QVERIFY(near(first.items[0][0].existence, second.items.back().back().existence, 1e-6));
    }

    void oneClassNoClassAndNonsense()
    {
        const std::vector<ItemVotes> items{{{0, 1}, {{{0, 0}, {1, 0}}}}};
        const ObjectTruth one = inferObjects(items, 1, std::vector<PersonPrior>(2));
        QVERIFY(near(one.items[0][0].classes.at(0), 1));
        QVERIFY(one.items[0][0].existence > 0.9);
        // People and classes that are not there are left out; somebody named twice counts once.
        const std::vector<ItemVotes> odd{{{0, 7}, {{{0, 0}, {0, 1}, {9, 0}, {0, 55}}, {}}}};
        const ObjectTruth truth = inferObjects(odd, 2, std::vector<PersonPrior>(1));
        QCOMPARE(truth.items[0][0].classes.size(), std::size_t(1));
        QVERIFY(std::isfinite(truth.items[0][1].existence));
        QVERIFY(inferObjects({}, 0, {}).items.empty());
    }
};

QTEST_GUILESS_MAIN(TestObjectTruth)
#include "tst_objecttruth.moc"
