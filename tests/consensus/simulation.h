// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace plumbline::testing {

/// How a crowd is simulated. What is not named stays as it is here: able, honest, independent annotators and equal classes.
struct Recipe {
    std::string name = {};
    int tasks = 500;
    int workers = 50;
    double perTask = 5;  ///< mean labels a task
    double uneven = 0;   ///< spread of the labels a task: 0 = all equal, 1 = from 1 to twice the mean
    int classes = 2;
    std::vector<double> prior = {};  ///< empty = equal
    double busy = 1;                 ///< how unequal the annotators' shares are: exponent of their rank
    double accuracy = 0.75;          ///< of the median annotator
    double spread = 0.5;             ///< standard deviation of annotators' log odds of being right
    double classSpread = 0;          ///< the same of classes, shared by everybody
    double own = 0;                  ///< size of an annotator's own deviations by class (log odds), not shared
    double ordinal = 0;              ///< share of errors that go to a neighbouring class
    double bias = 0;                 ///< everybody: chance that class k > 0 is called k - 1 whatever the annotator can do
    double spammers = 0;             ///< share of annotators who answer at random
    double habits = 0;               ///< share of annotators who give one answer 9 times in 10
    double adversaries = 0;          ///< share who know the truth as well as the others and say something else
    double experts = 0;              ///< share with accuracy .97
    double colluders = 0;            ///< share who copy one mediocre annotator wherever they meet
    double hard = 0;                 ///< share of tasks on which everybody is near to guessing
    double traps = 0;                ///< share of tasks on which most are misled to the same wrong class
};

struct Crowd {
    struct Row {
        std::uint32_t task;
        std::uint32_t worker;
        std::uint32_t label;
    };
    std::uint32_t classes = 0;
    std::uint32_t workers = 0;
    std::vector<Row> rows;
    std::vector<std::uint32_t> truth;
};

inline double logisticOf(double x)
{
    return 1 / (1 + std::exp(-x));
}

inline std::uint32_t drawFrom(const std::vector<double> &weights, base::SeededRandom &random)
{
    double sum = 0;
    for (const double weight : weights)
        sum += weight;
    double at = random.uniform() * sum;
    for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
        at -= weights[i];
        if (at < 0)
            return static_cast<std::uint32_t>(i);
    }
    return static_cast<std::uint32_t>(weights.size() - 1);
}

inline Crowd simulate(const Recipe &recipe, std::uint64_t seed)
{
    base::SeededRandom random(seed * 7919 + 17);
    const auto classes = static_cast<std::uint32_t>(recipe.classes);
    const auto workers = static_cast<std::uint32_t>(recipe.workers);
    Crowd crowd;
    crowd.classes = classes;
    crowd.workers = workers;
    std::vector<double> prior = recipe.prior;
    prior.resize(classes, prior.empty() ? 1.0 : 0.0);

    const double middle = std::log(recipe.accuracy / (1 - recipe.accuracy));
    std::vector<double> classShift(classes);
    for (double &shift : classShift)
        shift = random.normal(0, 1) * recipe.classSpread;

    enum Kind { Honest, Spammer, Habit, Adversary, Expert, Colluder };
    std::vector<int> kind(workers, Honest);
    std::vector<double> activity(workers);
    std::vector<std::vector<double>> tables(workers);
    std::vector<std::uint32_t> order(workers);
    for (std::uint32_t w = 0; w < workers; ++w) {
        order[w] = w;
        activity[w] = std::pow(w + 1.0, -recipe.busy);
    }
    for (std::uint32_t w = workers; w > 1; --w)
        std::swap(order[w - 1], order[random.below(w)]);
    std::uint32_t next = 0;
    const auto appoint = [&](double share, Kind what, bool atLeastOne) {
        auto n = static_cast<std::uint32_t>(std::lround(share * workers));
        if (share > 0 && atLeastOne)
            n = std::max(n, 1U);
        while (n-- > 0 && next < workers)
            kind[order[next++]] = what;
    };
    appoint(recipe.spammers, Spammer, true);
    appoint(recipe.habits, Habit, true);
    appoint(recipe.adversaries, Adversary, true);
    appoint(recipe.experts, Expert, true);
    appoint(recipe.colluders, Colluder, true);

    std::uint32_t leader = workers;
    for (std::uint32_t w = 0; w < workers; ++w) {
        if (kind[w] == Colluder && leader == workers)
            leader = w;
        const double ability = kind[w] == Expert ? std::log(.97 / .03) : middle + random.normal(0, recipe.spread);
        const auto habit = static_cast<std::uint32_t>(random.below(classes));
        tables[w].resize(std::size_t(classes) * classes);
        for (std::uint32_t k = 0; k < classes; ++k) {
            double *row = tables[w].data() + std::size_t(k) * classes;
            const double own = random.normal(0, 1) * recipe.own;
            double right = logisticOf(ability + (kind[w] == Expert ? 0 : classShift[k] + own));
            if (kind[w] == Adversary)
                right = (1 - right) / std::max(1.0, classes - 1.0);
            for (std::uint32_t l = 0; l < classes; ++l) {
                double p = l == k ? right : (1 - right) / std::max(1.0, classes - 1.0);
                if (l != k && recipe.ordinal > 0) {
                    const double neighbours = (k > 0 ? 1 : 0) + (k + 1 < classes ? 1 : 0);
                    const bool near = l + 1 == k || l == k + 1;
                    p = (1 - right) * (recipe.ordinal * (near ? 1 / neighbours : 0) + (1 - recipe.ordinal) / (classes - 1.0));
                }
                if (kind[w] == Spammer)
                    p = 1.0 / classes;
                if (kind[w] == Habit)
                    p = l == habit ? 0.9 : 0.1 / std::max(1.0, classes - 1.0);
                row[l] = p;
            }
            if (k > 0 && kind[w] == Honest && recipe.bias > 0) {
                for (std::uint32_t l = 0; l < classes; ++l)
                    row[l] *= 1 - recipe.bias;
                row[k - 1] += recipe.bias;
            }
        }
    }

    std::vector<std::uint32_t> chosen;
    std::vector<double> left;
    for (int i = 0; i < recipe.tasks; ++i) {
        const std::uint32_t truth = drawFrom(prior, random);
        const double kindOfTask = random.uniform();
        const bool hard = kindOfTask < recipe.hard;
        const bool trap = !hard && kindOfTask < recipe.hard + recipe.traps;
        std::uint32_t bait = classes > 1 ? static_cast<std::uint32_t>(random.below(classes - 1)) : 0;
        bait += bait >= truth ? 1 : 0;
        const double mean = recipe.perTask * (1 + recipe.uneven * random.uniform(-1, 1));
        auto n = static_cast<std::uint32_t>(std::max(1.0, std::floor(mean + random.uniform())));
        n = std::min(n, workers);
        left = activity;
        chosen.clear();
        while (chosen.size() < n) {
            const std::uint32_t w = drawFrom(left, random);
            if (left[w] <= 0)
                break;
            left[w] = 0;
            chosen.push_back(w);
        }
        std::uint32_t copied = classes;
        for (const std::uint32_t w : chosen) {
            const double *row = tables[w].data() + std::size_t(truth) * classes;
            std::vector<double> weights(row, row + classes);
            if (hard && kind[w] != Spammer && kind[w] != Habit)
                for (double &weight : weights)
                    weight = 0.2 * weight + 0.8 / classes;
            if (trap && kind[w] == Honest)
                for (std::uint32_t l = 0; l < classes; ++l)
                    weights[l] = 0.35 * weights[l] + (l == bait ? 0.65 : 0);
            std::uint32_t label = drawFrom(weights, random);
            if (kind[w] == Colluder) {
                if (copied < classes)
                    label = copied;
                copied = label;
            }
            crowd.rows.push_back({static_cast<std::uint32_t>(i), w, label});
        }
        crowd.truth.push_back(truth);
    }
    return crowd;
}

}  // namespace plumbline::testing
