// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/cohortprior.h"

#include <boost/math/special_functions/gamma.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <map>

namespace plumbline::quality {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

double logBeta(double a, double b)
{
    using namespace boost::math::policies;
    const policy<promote_double<false>, overflow_error<ignore_error>> quick;
    return boost::math::lgamma(a, quick) + boost::math::lgamma(b, quick) - boost::math::lgamma(a + b, quick);
}

using Counts = std::map<std::pair<std::int64_t, std::int64_t>, double>;  // (right, wrong) and how many annotators had it

double logLikelihood(const Counts &counts, double mean, double strength)
{
    const double alpha = mean * strength;
    const double beta = (1 - mean) * strength;
    const double base = logBeta(alpha, beta);
    double sum = 0;
    for (const auto &[results, annotators] : counts)
        sum +=
            annotators * (logBeta(alpha + static_cast<double>(results.first), beta + static_cast<double>(results.second)) - base);
    return sum;
}

struct Maximum {
    double at = 0;
    double value = 0;
};

template <typename Function>
Maximum goldenSection(double low, double high, int steps, Function function)
{
    const double ratio = (std::sqrt(5.0) - 1) / 2;
    double left = high - ratio * (high - low);
    double right = low + ratio * (high - low);
    double atLeft = function(left);
    double atRight = function(right);
    for (int i = 0; i < steps; ++i) {
        if (atLeft > atRight) {
            high = right;
            right = left;
            atRight = atLeft;
            left = high - ratio * (high - low);
            atLeft = function(left);
        } else {
            low = left;
            left = right;
            atLeft = atRight;
            right = low + ratio * (high - low);
            atRight = function(right);
        }
    }
    return atLeft > atRight ? Maximum{left, atLeft} : Maximum{right, atRight};
}

}  // namespace

CohortPrior fitCohortPrior(const std::vector<RightWrong> &cohort)
{
    constexpr int steps = 24;
    constexpr double leastStrength = 0.5;
    constexpr double edge = 1e-4;
    CohortPrior result;
    Counts counts;
    for (const RightWrong &annotator : cohort) {
        const std::int64_t right = std::max<std::int64_t>(annotator.right, 0);
        const std::int64_t wrong = std::max<std::int64_t>(annotator.wrong, 0);
        if (right + wrong < CohortPrior::minimumResults)
            continue;
        counts[{right, wrong}] += 1;
        ++result.annotators;
        result.results += right + wrong;
    }
    if (result.annotators < CohortPrior::minimumAnnotators)
        return result;
    const auto bestMean = [&](double strength) {
        return goldenSection(edge, 1 - edge, steps, [&](double mean) { return logLikelihood(counts, mean, strength); });
    };
    const double highest = std::log(CohortPrior::largestStrength);
    const Maximum best = goldenSection(std::log(leastStrength), highest, steps,
                                       [&](double logStrength) { return bestMean(std::exp(logStrength)).value; });
    if (best.at > highest - 1e-3) {
        result.basis = CohortPrior::Basis::NoSpread;
        return result;
    }
    const double strength = std::exp(best.at);
    const double mean = bestMean(strength).at;
    result.prior = {mean * strength, (1 - mean) * strength};
    result.basis = CohortPrior::Basis::Fitted;
    return result;
}

QString priorText(const CohortPrior &prior)
{
    switch (prior.basis) {
    case CohortPrior::Basis::Fitted:
        return tr("Prior fitted to %1 annotators (%2 results): mean %3 %, weighs as much as %4 results.")
            .arg(prior.annotators)
            .arg(prior.results)
            .arg(100 * prior.prior.alpha / prior.strength(), 0, 'f', 1)
            .arg(prior.strength(), 0, 'f', 1);
    case CohortPrior::Basis::TooFewAnnotators:
        return tr("Uniform prior: only %1 annotators have %2 results or more, and a fitted one needs %3.")
            .arg(prior.annotators)
            .arg(CohortPrior::minimumResults)
            .arg(CohortPrior::minimumAnnotators);
    case CohortPrior::Basis::NoSpread:
        return tr("Uniform prior: the %1 annotators (%2 results) differ no more than chance explains, so that nothing can be "
                  "fitted.")
            .arg(prior.annotators)
            .arg(prior.results);
    }
    return {};
}

}  // namespace plumbline::quality
