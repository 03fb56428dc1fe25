// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/posterior.h"

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>

#include <algorithm>
#include <cmath>

namespace plumbline::quality {

namespace {

namespace policies = boost::math::policies;
using Quiet =
    policies::policy<policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
                     policies::overflow_error<policies::ignore_error>, policies::underflow_error<policies::ignore_error>,
                     policies::denorm_error<policies::ignore_error>, policies::rounding_error<policies::ignore_error>,
                     policies::evaluation_error<policies::ignore_error>,
                     policies::indeterminate_result_error<policies::ignore_error>>;
using Beta = boost::math::beta_distribution<double, Quiet>;

bool isParameter(double value)
{
    return std::isfinite(value) && value > 0;
}

double bounded(double probability, double otherwise)
{
    return std::isfinite(probability) ? std::clamp(probability, 0.0, 1.0) : otherwise;
}

}  // namespace

BetaPosterior BetaPosterior::of(std::int64_t right, std::int64_t wrong, BetaPrior prior)
{
    return ofShares(static_cast<double>(right), static_cast<double>(wrong), prior);
}

BetaPosterior BetaPosterior::ofShares(double right, double wrong, BetaPrior prior)
{
    if (!isParameter(prior.alpha) || !isParameter(prior.beta))
        prior = {};
    const auto counted = [](double value) { return isParameter(value) ? value : 0.0; };
    return {prior.alpha + counted(right), prior.beta + counted(wrong)};
}

Interval BetaPosterior::interval(double mass) const
{
    if (!isParameter(alpha) || !isParameter(beta) || !(mass < 1))
        return {};
    const double tail = (1 - std::max(mass, 0.0)) / 2;
    const Beta distribution(alpha, beta);
    return {bounded(quantile(distribution, tail), 0), bounded(quantile(complement(distribution, tail)), 1)};
}

double BetaPosterior::above(double threshold) const
{
    if (!isParameter(alpha) || !isParameter(beta) || !(threshold < 1))
        return 0;
    if (threshold <= 0)
        return 1;
    return bounded(cdf(complement(Beta(alpha, beta), threshold)), 0);
}

double intervalCoverage(double accuracy, std::int64_t n, BetaPrior prior, double mass)
{
    if (n < 1 || !(accuracy > 0 && accuracy < 1))
        return 0;
    const auto interval = [&](std::int64_t right) { return BetaPosterior::of(right, n - right, prior).interval(mass); };
    // Both ends rise with the number right: the outcomes that hold the accuracy are first … last - 1.
    const auto firstWhere = [&](auto condition) {
        std::int64_t low = 0;
        std::int64_t high = n + 1;
        while (low < high) {
            const std::int64_t middle = low + (high - low) / 2;
            if (condition(interval(middle)))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    };
    const std::int64_t first = firstWhere([&](const Interval &i) { return i.high >= accuracy; });
    const std::int64_t last = firstWhere([&](const Interval &i) { return i.low > accuracy; });
    const boost::math::binomial_distribution<double, Quiet> outcomes(static_cast<double>(n), accuracy);
    const auto upTo = [&](std::int64_t right) {
        return right < 0 ? 0.0 : right >= n ? 1.0 : cdf(outcomes, static_cast<double>(right));
    };
    return bounded(upTo(last - 1) - upTo(first - 1), 0);
}

Interval wilson(std::int64_t right, std::int64_t n, double confidence)
{
    if (n <= 0 || !(confidence < 1))
        return {};
    const boost::math::normal_distribution<double, Quiet> normal;
    const double z = quantile(complement(normal, (1 - std::max(confidence, 0.0)) / 2));
    const auto count = static_cast<double>(n);
    const double share = std::clamp(static_cast<double>(right) / count, 0.0, 1.0);
    const double scale = 1 + z * z / count;
    const double centre = (share + z * z / (2 * count)) / scale;
    const double half = z / scale * std::sqrt(share * (1 - share) / count + z * z / (4 * count * count));
    return {bounded(centre - half, 0), bounded(centre + half, 1)};
}

}  // namespace plumbline::quality
