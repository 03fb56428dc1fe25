// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// GLAD, Whitehill et al., NIPS 2009: P(right) = 1 / (1 + exp(-ability * exp(ease))), ability and ease normal(1, 1) beforehand,
// errors spread evenly, all classes equally likely beforehand. The maximisation is damped Newton steps, which separate over
// annotators while eases are held and over tasks while abilities are.
#include "core/consensus/models.h"

#include <algorithm>
#include <cmath>

namespace plumbline::consensus {

namespace {

constexpr int innerSteps = 2;
constexpr double longestStep = 1;
constexpr double settled = 1e-5;

double logistic(double x)
{
    return x >= 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x));
}

double newton(double gradient, double curvature)
{
    return std::clamp(gradient / std::max(curvature, 1e-3), -longestStep, longestStep);
}

}  // namespace

Fit glad(const Layout &layout, int rounds, const GoOn &goOn)
{
    const Votes &votes = layout.votes();
    const double others = std::max(1.0, votes.classes - 1.0);
    const int limit = rounds > 0 ? rounds : 100;
    std::vector<double> ability(votes.workers, 1.0);
    std::vector<double> ease(votes.tasks, 1.0);
    std::vector<double> right(votes.count(), 0.0);  // chance that a label is right
    Fit fit;
    fit.posterior = voteShares(layout);
    fit.converged = false;

    const auto updateRight = [&] {
        for (std::size_t i = 0; i < votes.tasks; ++i)
            for (std::size_t j = votes.begins[i]; j < votes.begins[i + 1]; ++j) {
                right[j] = 0;
                for (std::size_t c = 0; c < layout.candidates(i); ++c)
                    if (layout.classAt(i, c) == votes.label[j])
                        right[j] += fit.posterior[layout.first(i) + c];
            }
    };
    const auto maximise = [&] {
        for (int step = 0; step < innerSteps; ++step) {
            std::vector<double> gradient(votes.workers);
            std::vector<double> curvature(votes.workers, 1.0);
            for (std::size_t w = 0; w < gradient.size(); ++w)
                gradient[w] = 1 - ability[w];
            for (std::size_t i = 0; i < votes.tasks; ++i) {
                const double scale = std::exp(ease[i]);
                double easeGradient = 1 - ease[i];
                double easeCurvature = 1;
                for (std::size_t j = votes.begins[i]; j < votes.begins[i + 1]; ++j) {
                    const std::uint32_t w = votes.worker[j];
                    const double p = logistic(ability[w] * scale);
                    gradient[w] += (right[j] - p) * scale;
                    curvature[w] += p * (1 - p) * scale * scale;
                    easeGradient += (right[j] - p) * ability[w] * scale;
                    easeCurvature += p * (1 - p) * ability[w] * ability[w] * scale * scale;
                }
                ease[i] = std::clamp(ease[i] + newton(easeGradient, easeCurvature), -5.0, 5.0);
            }
            for (std::size_t w = 0; w < gradient.size(); ++w)
                ability[w] = std::clamp(ability[w] + newton(gradient[w], curvature[w]), -10.0, 10.0);
        }
    };

    std::vector<double> at;
    updateRight();
    while (fit.iterations < limit && !(rounds == 0 && fit.converged)) {
        if (!goOn()) {
            fit.cancelled = true;
            return fit;
        }
        maximise();
        double moved = 0;
        for (std::size_t i = 0; i < votes.tasks; ++i) {
            const std::size_t candidates = layout.candidates(i);
            at.assign(candidates, 0.0);
            for (std::size_t j = votes.begins[i]; j < votes.begins[i + 1]; ++j) {
                const double p = std::clamp(logistic(ability[votes.worker[j]] * std::exp(ease[i])), 1e-9, 1 - 1e-9);
                const double gain = std::log(p / ((1 - p) / others));
                for (std::size_t c = 0; c < candidates; ++c)
                    if (layout.classAt(i, c) == votes.label[j])
                        at[c] += gain;
            }
            const double most = *std::max_element(at.begin(), at.end());
            double sum = 0;
            for (double &value : at) {
                value = std::exp(value - most);
                sum += value;
            }
            for (std::size_t c = 0; c < candidates; ++c) {
                moved += std::abs(at[c] / sum - fit.posterior[layout.first(i) + c]);
                fit.posterior[layout.first(i) + c] = at[c] / sum;
            }
        }
        updateRight();
        ++fit.iterations;
        fit.converged = moved <= settled * static_cast<double>(votes.tasks);
    }
    fit.skill = skillsUnder(layout, fit.posterior);
    return fit;
}

}  // namespace plumbline::consensus
