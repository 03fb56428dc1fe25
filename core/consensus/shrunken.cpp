// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Dawid-Skene with a hierarchical prior. Three levels: how everybody together confuses the classes (shape), how able each
// annotator is (a shift of the log odds of being right), and each annotator's own table around that (a Dirichlet whose strength is
// learned per annotator). Every label is judged by tables from which that label itself was taken out (collapsed variational
// Bayes of order zero: Asuncion et al., UAI 2009; for Dawid-Skene the tables are integrated out in the same way), so nobody's
// vote vouches for itself, which is what makes unsmoothed estimates over-confident on annotators with few labels.
//
// Class frequencies lean on the shares of the labels, the more so the fewer labels a task has: with two or three labels a task,
// frequencies and confusions explain each other, and an estimate of both runs to the edge.
//
// With `difficulty` a task may be hard: most of its labels are then guesses among all classes, whoever gives them. Such tasks
// hardly enter the tables; without this, a rare class becomes the place where everything hard ends up.
#include "core/consensus/models.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace plumbline::consensus {

namespace {

constexpr double tiny = 1e-300;
constexpr double settled = 1e-5;  // mean change of a posterior between rounds
constexpr int mostRounds = 100;
constexpr int dampedFrom = 30;
constexpr double certain = 0.999;  // no ability is taken to be nearer to 1
constexpr std::array strengths{1.0, 3.0, 10.0, 30.0, 100.0, 1000.0};
constexpr double rigid = 1e6;
constexpr double knownWhenHard = 0.2;  // how much of what annotators can do is left on a hard task

double logOdds(double p)
{
    return std::log(p / (1 - p));
}

double logistic(double x)
{
    return 1 / (1 + std::exp(-x));
}

class Shrunken
{
public:
    Shrunken(const Layout &layout, const Freedom &freedom)
        : m_layout(layout), m_votes(layout.votes()), m_freedom(freedom), m_classes(layout.votes().classes),
          m_prior(m_classes, 1.0 / static_cast<double>(m_classes)), m_voteShares(m_classes, 0.0),
          m_hardShare(freedom.difficulty ? 0.1 : 0.0), m_rowWorker(layout.rows()), m_rowTruth(layout.rows()),
          m_diagonal(layout.rows(), ~0U), m_shape(layout.pairs(), 0.0), m_right(m_classes, 0.7), m_ability(m_votes.workers, 0.0),
          m_strength(m_votes.workers, rigid), m_centre(layout.slotCount(), 0.0)
    {
        for (std::size_t s = 0; s < layout.slotCount(); ++s) {
            const Layout::Slot &slot = layout.at(s);
            m_rowWorker[slot.row] = slot.worker;
            m_rowTruth[slot.row] = slot.truth;
            if (slot.said == slot.truth)
                m_diagonal[slot.row] = static_cast<std::uint32_t>(s);
        }
    }

    Fit run(int rounds, const GoOn &goOn, const std::vector<double> &start)
    {
        Fit fit;
        fit.posterior = start.empty() ? voteShares(m_layout) : start;
        m_counted = fit.posterior;
        for (const std::uint32_t label : m_votes.label)
            m_voteShares[label] += 1.0 / static_cast<double>(m_votes.count());
        m_counts = expectedCounts(m_layout, fit.posterior);
        m_rows = rowSums(m_layout, m_counts);
        fit.converged = false;
        const int limit = rounds > 0 ? rounds : mostRounds;
        while (fit.iterations < limit && !(rounds == 0 && fit.converged)) {
            if (!goOn()) {
                fit.cancelled = true;
                return fit;
            }
            learn(fit.posterior, fit.iterations);
            const double moved = infer(fit.posterior, fit.iterations >= dampedFrom ? 0.5 : 1.0);
            ++fit.iterations;
            fit.converged = moved <= settled;
        }
        fit.evidence = m_evidence;
        fit.said.resize(m_layout.slotCount());
        for (std::size_t s = 0; s < fit.said.size(); ++s) {
            const double strength = m_strength[m_layout.at(s).worker];
            fit.said[s] = (m_counts[s] + strength * m_centre[s]) / (m_rows[m_layout.at(s).row] + strength);
        }
        fit.skill = skillsUnder(m_layout, fit.posterior);
        return fit;
    }

private:
    void learn(const std::vector<double> &posterior, int round)
    {
        learnPrior(posterior);
        learnShape();
        if (m_freedom.abilities)
            learnAbilities();
        placeCentres();
        if (m_freedom.tables && (round < 5 || round % 5 == 0))
            learnStrengths();
    }

    void learnPrior(const std::vector<double> &posterior)
    {
        if (!m_freedom.prior)
            return;
        const std::vector<double> shares = classShares(m_layout, posterior);
        const double tasks = m_votes.tasks;
        const double each = static_cast<double>(m_votes.count()) / tasks;
        const double pseudo = static_cast<double>(m_classes) + 2 * tasks / each;
        for (std::size_t k = 0; k < m_classes; ++k)
            m_prior[k] = (shares[k] * tasks + pseudo * m_voteShares[k]) / (tasks + pseudo);
    }

    // Pooled confusion. An annotator's row counts less than in proportion to its length, as it would in a hierarchical fit: a
    // thousand answers of one person say little about the next. Rows lean on a common accuracy with errors spread evenly.
    void learnShape()
    {
        std::vector<double> pooled(m_layout.pairs(), 0.0);
        std::vector<double> rows(m_classes, 0.0);
        double right = 0;
        double all = 0;
        for (std::size_t s = 0; s < m_layout.slotCount(); ++s) {
            const Layout::Slot &slot = m_layout.at(s);
            const double strength = std::min(m_strength[slot.worker], 100.0);
            const double n = m_counts[s] * strength / (m_rows[slot.row] + strength);
            pooled[slot.pair] += n;
            rows[slot.truth] += n;
            all += n;
            if (slot.said == slot.truth)
                right += n;
        }
        // As if 10 more answers, 7 of them right.
        const double accuracy = std::clamp((right + 7) / (all + 10), 1.0 / static_cast<double>(m_classes), certain);
        const double others = std::max<double>(1, m_classes - 1.0);
        const auto even = [&](const Layout::Pair &pair) { return pair.truth == pair.said ? accuracy : (1 - accuracy) / others; };
        double lean = rigid;
        if (m_freedom.shape)
            lean = leanOn(pooled, rows, even);
        for (std::size_t p = 0; p < m_shape.size(); ++p) {
            const Layout::Pair &pair = m_layout.pair(p);
            m_shape[p] = (pooled[p] + lean * even(pair)) / (rows[pair.truth] + lean);
            if (pair.truth == pair.said)
                m_right[pair.truth] = std::clamp(m_shape[p], 1e-4, certain);
        }
    }

    // How strongly rows of the pooled confusion resemble evenly spread errors: the Dirichlet strength of largest likelihood.
    template <typename Even>
    double leanOn(const std::vector<double> &pooled, const std::vector<double> &rows, const Even &even) const
    {
        double best = 0;
        double bestValue = 0;
        for (const double strength : {100.0, 300.0, 1000.0, 10000.0}) {
            double value = 0;
            for (std::size_t p = 0; p < pooled.size(); ++p) {
                const double centre = strength * even(m_layout.pair(p));
                value += std::lgamma(pooled[p] + centre) - std::lgamma(centre);
            }
            for (const double row : rows)
                value += std::lgamma(strength) - std::lgamma(row + strength);
            if (best == 0 || value > bestValue) {
                best = strength;
                bestValue = value;
            }
        }
        return best;
    }

    // Log odds of being right, relative to the shape; normal with a learned variance.
    void learnAbilities()
    {
        std::vector<double> right(m_votes.workers, 0.0);
        for (std::size_t r = 0; r < m_rows.size(); ++r)
            if (m_diagonal[r] != ~0U)
                right[m_rowWorker[r]] += m_counts[m_diagonal[r]];
        std::vector<double> curvature;
        for (int step = 0; step < 4; ++step) {
            std::vector<double> gradient(m_votes.workers);
            curvature.assign(m_votes.workers, 1 / m_variance);
            for (std::size_t w = 0; w < gradient.size(); ++w)
                gradient[w] = right[w] - m_ability[w] / m_variance;
            for (std::size_t r = 0; r < m_rows.size(); ++r) {
                const std::uint32_t w = m_rowWorker[r];
                const double p = logistic(logOdds(m_right[m_rowTruth[r]]) + m_ability[w]);
                gradient[w] -= m_rows[r] * p;
                curvature[w] += m_rows[r] * p * (1 - p);
            }
            for (std::size_t w = 0; w < gradient.size(); ++w)
                m_ability[w] += std::clamp(gradient[w] / curvature[w], -1.0, 1.0);
        }
        double squares = 0;
        for (std::size_t w = 0; w < m_ability.size(); ++w)
            squares += m_ability[w] * m_ability[w] + 1 / curvature[w];
        // As if two more annotators with a variance of one half.
        m_variance = std::clamp((squares + 1) / (static_cast<double>(m_votes.workers) + 2), 1e-3, 9.0);
    }

    void placeCentres()
    {
        for (std::size_t s = 0; s < m_layout.slotCount(); ++s) {
            const Layout::Slot &slot = m_layout.at(s);
            const double pooled = m_right[slot.truth];
            const double own = std::clamp(logistic(logOdds(pooled) + m_ability[slot.worker]), 1e-4, certain);
            m_centre[s] = slot.said == slot.truth ? own : std::max(m_shape[slot.pair] * (1 - own) / (1 - pooled), 1e-9);
        }
    }

    // Strength of each annotator's Dirichlet: mean of its logarithm over a grid whose weights are learned from everybody.
    void learnStrengths()
    {
        const std::size_t workers = m_votes.workers;
        std::vector<double> likelihood(workers * strengths.size(), 0.0);
        for (std::size_t g = 0; g < strengths.size(); ++g) {
            const double strength = strengths[g];
            const double whole = std::lgamma(strength);
            for (std::size_t s = 0; s < m_layout.slotCount(); ++s)
                if (m_counts[s] > 1e-6) {
                    const double centre = strength * m_centre[s];
                    likelihood[m_layout.at(s).worker * strengths.size() + g] +=
                        std::lgamma(m_counts[s] + centre) - std::lgamma(centre);
                }
            for (std::size_t r = 0; r < m_rows.size(); ++r)
                if (m_rows[r] > 1e-6)
                    likelihood[m_rowWorker[r] * strengths.size() + g] += whole - std::lgamma(m_rows[r] + strength);
        }
        std::array<double, strengths.size()> next{};
        for (std::size_t w = 0; w < workers; ++w) {
            double *at = likelihood.data() + w * strengths.size();
            const double most = *std::max_element(at, at + strengths.size());
            double sum = 0;
            for (std::size_t g = 0; g < strengths.size(); ++g) {
                at[g] = m_mixture[g] * std::exp(at[g] - most);
                sum += at[g];
            }
            double mean = 0;
            for (std::size_t g = 0; g < strengths.size(); ++g) {
                next[g] += at[g] / sum;
                mean += at[g] / sum * std::log(strengths[g]);
            }
            m_strength[w] = std::exp(mean);
        }
        for (std::size_t g = 0; g < strengths.size(); ++g)
            m_mixture[g] = (next[g] + 1) / (static_cast<double>(workers) + static_cast<double>(strengths.size()));
    }

    // New posteriors; answers the mean change. Also sums up how well each label was predicted by the others.
    double infer(std::vector<double> &posterior, double step)
    {
        std::vector<double> numerator(m_layout.slotCount());
        for (std::size_t s = 0; s < numerator.size(); ++s)
            numerator[s] = m_counts[s] + m_strength[m_layout.at(s).worker] * m_centre[s];
        std::vector<double> denominator(m_rows.size());
        for (std::size_t r = 0; r < denominator.size(); ++r)
            denominator[r] = m_rows[r] + m_strength[m_rowWorker[r]];

        const double guessed = (1 - knownWhenHard) / static_cast<double>(m_classes);
        const std::size_t chunks = chunksFor(m_votes, m_layout.slotCount());
        std::vector<std::vector<double>> tables(chunks);
        std::vector<double> moved(chunks, 0.0);
        std::vector<double> hards(chunks, 0.0);
        std::vector<double> evidence(chunks, 0.0);
        inParallel(chunks, [&](std::size_t chunk) {
            tables[chunk].assign(m_layout.slotCount(), 0.0);
            std::vector<double> at;
            std::vector<double> hard;
            std::vector<double> said;
            const std::size_t end = chunkBegin(m_votes, chunk + 1, chunks);
            for (std::size_t i = chunkBegin(m_votes, chunk, chunks); i < end; ++i) {
                const std::size_t candidates = m_layout.candidates(i);
                double *old = posterior.data() + m_layout.first(i);
                double *own = m_counted.data() + m_layout.first(i);
                at.resize(candidates);
                hard.resize(candidates);
                said.resize(candidates * (m_votes.begins[i + 1] - m_votes.begins[i]));
                for (std::size_t c = 0; c < candidates; ++c) {
                    at[c] = (1 - m_hardShare) * m_prior[m_layout.classAt(i, c)];
                    hard[c] = m_hardShare * m_prior[m_layout.classAt(i, c)];
                }
                double *p = said.data();
                for (std::size_t j = m_votes.begins[i]; j < m_votes.begins[i + 1]; ++j, p += candidates) {
                    double most = 0;
                    for (std::size_t c = 0; c < candidates; ++c) {
                        const std::size_t s = m_layout.slot(j, c);
                        p[c] = std::max(numerator[s] - own[c], 1e-12) / std::max(denominator[m_layout.at(s).row] - own[c], 1e-9);
                        at[c] *= p[c];
                        hard[c] *= guessed + knownWhenHard * p[c];
                        most = std::max(most, at[c] + hard[c]);
                    }
                    if (most < 1e-100)
                        for (std::size_t c = 0; c < candidates; ++c) {
                            at[c] = at[c] * 1e100 + tiny;
                            hard[c] *= 1e100;
                        }
                }
                double easySum = 0;
                double hardSum = 0;
                for (std::size_t c = 0; c < candidates; ++c) {
                    easySum += at[c];
                    hardSum += hard[c];
                }
                const double sum = easySum + hardSum;
                hards[chunk] += hardSum / sum;
                for (std::size_t c = 0; c < candidates; ++c) {
                    own[c] += step * (at[c] / sum - own[c]);
                    const double next = old[c] + step * ((at[c] + hard[c]) / sum - old[c]);
                    moved[chunk] += std::abs(next - old[c]);
                    old[c] = next;
                }
                p = said.data();
                for (std::size_t j = m_votes.begins[i]; j < m_votes.begins[i + 1]; ++j, p += candidates) {
                    double inverse = 0;
                    for (std::size_t c = 0; c < candidates; ++c) {
                        const double whenHard = guessed + knownWhenHard * p[c];
                        inverse += own[c] / p[c] + (old[c] - own[c]) / whenHard;
                        tables[chunk][m_layout.slot(j, c)] += own[c];
                    }
                    evidence[chunk] -= std::log(inverse);
                }
            }
        });
        double total = 0;
        m_evidence = 0;
        m_counts.swap(tables[0]);
        for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
            total += moved[chunk];
            m_evidence += evidence[chunk];
            if (chunk > 0)
                for (std::size_t s = 0; s < m_counts.size(); ++s)
                    m_counts[s] += tables[chunk][s];
        }
        m_evidence /= static_cast<double>(std::max<std::size_t>(m_votes.count(), 1));
        m_rows = rowSums(m_layout, m_counts);
        // As if one of ten more tasks were hard.
        if (m_freedom.difficulty)
            m_hardShare = std::min((std::accumulate(hards.begin(), hards.end(), 0.0) + 1) / (m_votes.tasks + 10.0), 0.9);
        return total / std::max<double>(m_votes.tasks, 1);
    }

    const Layout &m_layout;
    const Votes &m_votes;
    Freedom m_freedom;
    std::size_t m_classes;
    std::vector<double> m_prior;
    std::vector<double> m_voteShares;
    std::vector<double> m_counted;  // posterior times the chance that the task is not hard: what enters the tables
    double m_hardShare;
    std::vector<std::uint32_t> m_rowWorker;
    std::vector<std::uint32_t> m_rowTruth;
    std::vector<std::uint32_t> m_diagonal;  // slot of (worker, truth, truth) of each row, if there is one
    std::vector<double> m_counts;           // expected, by slot
    std::vector<double> m_rows;
    std::vector<double> m_shape;  // pooled confusion, by pair
    std::vector<double> m_right;  // its diagonal, by class
    std::vector<double> m_ability;
    double m_variance = 0.5;
    std::vector<double> m_strength;
    std::array<double, strengths.size()> m_mixture{1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6};
    std::vector<double> m_centre;  // of each annotator's Dirichlet, by slot
    double m_evidence = 0;
};

}  // namespace

Fit shrunken(const Layout &layout, const Freedom &freedom, int rounds, const GoOn &goOn, const std::vector<double> &start)
{
    return Shrunken(layout, freedom).run(rounds, goOn, start);
}

}  // namespace plumbline::consensus
