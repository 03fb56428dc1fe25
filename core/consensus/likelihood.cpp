// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The methods that climb a likelihood by expectation and maximisation: Dawid-Skene, one coin, MACE.
#include "core/consensus/models.h"

#include <algorithm>
#include <cmath>

namespace plumbline::consensus {

namespace {

constexpr double tiny = 1e-300;
constexpr double settled = 1e-9;  // change of the log-likelihood between rounds, as a share of it
constexpr std::size_t mostWork = std::size_t(4) << 30;

double safeLog(double value)
{
    return std::log(std::max(value, tiny));
}

// What a maximisation answers beside the tables it fills: the log of the priors, so that the sum never falls.
template <typename Maximise>
Fit climb(const Layout &layout, int rounds, const GoOn &goOn, const Maximise &maximise)
{
    Fit fit;
    fit.posterior = voteShares(layout);
    std::vector<double> counts = expectedCounts(layout, fit.posterior);
    std::vector<double> logSaid(layout.slotCount(), 0.0);
    std::vector<double> logPrior(layout.votes().classes, 0.0);
    const std::size_t work = std::max<std::size_t>(layout.votes().count() * layout.votes().classes, 1);
    const int limit = rounds > 0 ? rounds : static_cast<int>(std::clamp<std::size_t>(mostWork / work, 100, 5000));
    fit.converged = false;
    while (fit.iterations < limit && !(rounds == 0 && fit.converged)) {
        if (!goOn()) {
            fit.cancelled = true;
            return fit;
        }
        const double penalty = maximise(fit.posterior, counts, logSaid, logPrior);
        const double value = expectation(layout, logSaid, logPrior, fit.posterior, counts) + penalty;
        fit.converged = !fit.trace.empty() && std::abs(value - fit.trace.back()) <= settled * std::abs(value);
        fit.trace.push_back(value);
        ++fit.iterations;
    }
    fit.said.resize(layout.slotCount());
    for (std::size_t s = 0; s < fit.said.size(); ++s)
        fit.said[s] = std::exp(logSaid[s]);
    fit.skill = skillsUnder(layout, fit.posterior);
    return fit;
}

void evenPrior(std::vector<double> &logPrior)
{
    std::fill(logPrior.begin(), logPrior.end(), -std::log(static_cast<double>(logPrior.size())));
}

}  // namespace

Fit dawidSkeneMl(const Layout &layout, int rounds, const GoOn &goOn, double smoothing)
{
    return climb(layout, rounds, goOn, [&](const auto &posterior, const auto &counts, auto &logSaid, auto &logPrior) {
        const double classes = layout.votes().classes;
        const double tasks = layout.votes().tasks;
        const std::vector<double> rows = rowSums(layout, counts);
        const std::vector<double> shares = classShares(layout, posterior);
        for (std::size_t s = 0; s < logSaid.size(); ++s)
            logSaid[s] = safeLog((counts[s] + smoothing) / std::max(rows[layout.at(s).row] + smoothing * classes, tiny));
        for (std::size_t k = 0; k < shares.size(); ++k)
            logPrior[k] = safeLog((shares[k] * tasks + smoothing) / (tasks + smoothing * classes));
        return 0.0;
    });
}

Fit oneCoin(const Layout &layout, int rounds, const GoOn &goOn)
{
    // As if everybody had given four more answers, three of them right.
    constexpr double priorRight = 3;
    constexpr double priorWrong = 1;
    const Votes &votes = layout.votes();
    const double others = std::max(1.0, votes.classes - 1.0);
    std::vector<double> given(votes.workers, 0.0);
    for (const std::uint32_t worker : votes.worker)
        given[worker] += 1;
    Fit fit = climb(layout, rounds, goOn, [&](const auto &, const auto &counts, auto &logSaid, auto &logPrior) {
        evenPrior(logPrior);
        std::vector<double> right(votes.workers, priorRight);
        for (std::size_t s = 0; s < counts.size(); ++s)
            if (layout.at(s).said == layout.at(s).truth)
                right[layout.at(s).worker] += counts[s];
        double penalty = 0;
        for (std::size_t w = 0; w < right.size(); ++w) {
            right[w] /= given[w] + priorRight + priorWrong;
            penalty += priorRight * safeLog(right[w]) + priorWrong * safeLog(1 - right[w]);
        }
        for (std::size_t s = 0; s < logSaid.size(); ++s) {
            const double accuracy = right[layout.at(s).worker];
            logSaid[s] = safeLog(layout.at(s).said == layout.at(s).truth ? accuracy : (1 - accuracy) / others);
        }
        return penalty;
    });
    return fit;
}

Fit mace(const Layout &layout, int rounds, const GoOn &goOn)
{
    // Half an answer known and half a guess for everybody, and one guess spread as all labels are.
    constexpr double priorKnown = 0.5;
    constexpr double priorHabit = 1;
    const Votes &votes = layout.votes();
    std::vector<double> overall(votes.classes, 0.0);
    for (const std::uint32_t label : votes.label)
        overall[label] += 1.0 / static_cast<double>(votes.count());
    std::vector<double> knows(votes.workers, 0.5);
    // Slots are ordered by annotator and then by what was said: one habit for each such run.
    std::vector<std::uint32_t> run(layout.slotCount());
    std::vector<std::uint32_t> firstOfRun;
    for (std::size_t s = 0; s < layout.slotCount(); ++s) {
        const bool same = s > 0 && layout.at(s).worker == layout.at(s - 1).worker && layout.at(s).said == layout.at(s - 1).said;
        if (!same)
            firstOfRun.push_back(static_cast<std::uint32_t>(s));
        run[s] = static_cast<std::uint32_t>(firstOfRun.size() - 1);
    }
    std::vector<double> habit(firstOfRun.size());
    for (std::size_t r = 0; r < habit.size(); ++r)
        habit[r] = overall[layout.at(firstOfRun[r]).said];
    return climb(layout, rounds, goOn, [&](const auto &, const auto &counts, auto &logSaid, auto &logPrior) {
        evenPrior(logPrior);
        std::vector<double> known(votes.workers, priorKnown);
        std::vector<double> guessed(votes.workers, priorKnown);
        std::vector<double> habits(habit.size());
        std::vector<double> habitSum(votes.workers, priorHabit);
        for (std::size_t r = 0; r < habits.size(); ++r)
            habits[r] = priorHabit * overall[layout.at(firstOfRun[r]).said];
        for (std::size_t s = 0; s < counts.size(); ++s) {
            const Layout::Slot &slot = layout.at(s);
            double guess = counts[s];
            if (slot.said == slot.truth) {
                const double chance = (1 - knows[slot.worker]) * habit[run[s]];
                guess *= chance / std::max(chance + knows[slot.worker], tiny);
                known[slot.worker] += counts[s] - guess;
            }
            guessed[slot.worker] += guess;
            habits[run[s]] += guess;
            habitSum[slot.worker] += guess;
        }
        double penalty = 0;
        for (std::size_t w = 0; w < knows.size(); ++w) {
            knows[w] = known[w] / (known[w] + guessed[w]);
            penalty += priorKnown * (safeLog(knows[w]) + safeLog(1 - knows[w]));
        }
        for (std::size_t r = 0; r < habits.size(); ++r) {
            const Layout::Slot &slot = layout.at(firstOfRun[r]);
            habit[r] = habits[r] / habitSum[slot.worker];
            // Classes that an annotator never named have no slot; their habit is the prior's share of the sum.
            penalty += priorHabit * overall[slot.said] * (safeLog(habit[r]) + safeLog(habitSum[slot.worker]));
        }
        for (std::size_t w = 0; w < knows.size(); ++w)
            penalty -= priorHabit * safeLog(habitSum[w]);
        for (std::size_t s = 0; s < logSaid.size(); ++s) {
            const Layout::Slot &slot = layout.at(s);
            logSaid[s] = safeLog((1 - knows[slot.worker]) * habit[run[s]] + (slot.said == slot.truth ? knows[slot.worker] : 0));
        }
        return penalty;
    });
}

}  // namespace plumbline::consensus
