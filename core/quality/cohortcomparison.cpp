// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/cohortcomparison.h"

#include "core/base/random.h"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/chi_squared.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline::quality {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

void keepCounted(std::vector<RightWrong> &annotators)
{
    annotators.erase(
        std::remove_if(annotators.begin(), annotators.end(),
                       [](const RightWrong &counts) { return counts.right < 0 || counts.wrong < 0 || counts.n() == 0; }),
        annotators.end());
    std::sort(annotators.begin(), annotators.end(),
              [](const RightWrong &a, const RightWrong &b) { return std::pair(a.right, a.wrong) < std::pair(b.right, b.wrong); });
}

double pooled(const std::vector<RightWrong> &annotators)
{
    RightWrong sum;
    for (const RightWrong &counts : annotators) {
        sum.right += counts.right;
        sum.wrong += counts.wrong;
    }
    return static_cast<double>(sum.right) / static_cast<double>(sum.n());
}

double resampled(const std::vector<RightWrong> &annotators, base::SeededRandom &random)
{
    RightWrong sum;
    for (std::size_t i = 0; i < annotators.size(); ++i) {
        const RightWrong &counts = annotators[random.below(annotators.size())];
        sum.right += counts.right;
        sum.wrong += counts.wrong;
    }
    return static_cast<double>(sum.right) / static_cast<double>(sum.n());
}

}  // namespace

Difference newcombe(const RightWrong &first, const RightWrong &second, double confidence)
{
    if (first.n() < 1 || second.n() < 1)
        return {};
    const double p1 = static_cast<double>(first.right) / static_cast<double>(first.n());
    const double p2 = static_cast<double>(second.right) / static_cast<double>(second.n());
    const Interval i1 = wilson(first.right, first.n(), confidence);
    const Interval i2 = wilson(second.right, second.n(), confidence);
    const double value = p1 - p2;
    return {value, {value - std::hypot(p1 - i1.low, i2.high - p2), value + std::hypot(i1.high - p1, p2 - i2.low)}};
}

McNemar mcNemar(std::int64_t firstOnly, std::int64_t secondOnly)
{
    McNemar result{std::max<std::int64_t>(firstOnly, 0), std::max<std::int64_t>(secondOnly, 0), 0, 1, 1};
    const auto n = static_cast<double>(result.firstOnly + result.secondOnly);
    if (n == 0)
        return result;
    const auto difference = static_cast<double>(result.firstOnly - result.secondOnly);
    result.statistic = difference * difference / n;
    const boost::math::binomial_distribution<double> chance(n, 0.5);
    const auto fewer = static_cast<double>(std::min(result.firstOnly, result.secondOnly));
    const double tail = cdf(chance, fewer);
    result.exact = std::min(1.0, 2 * tail);
    result.midP = std::min(1.0, 2 * tail - pdf(chance, fewer));
    return result;
}

Result<Difference> bootstrapDifference(std::vector<RightWrong> first, std::vector<RightWrong> second, int resamples,
                                       std::uint64_t seed)
{
    keepCounted(first);
    keepCounted(second);
    if (first.size() < 2 || second.size() < 2)
        return fail(ErrorCode::InvalidArgument, tr("Comparing cohorts takes at least two annotators with results in each."));
    resamples = std::clamp(resamples, 100, 1'000'000);
    base::SeededRandom random(seed);
    std::vector<double> differences;
    differences.reserve(static_cast<std::size_t>(resamples));
    for (int i = 0; i < resamples; ++i) {
        const double a = resampled(first, random);
        differences.push_back(a - resampled(second, random));
    }
    std::sort(differences.begin(), differences.end());
    const auto percentile = [&](double share) {
        const double place = share * static_cast<double>(differences.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const std::size_t above = std::min(below + 1, differences.size() - 1);
        return differences[below] + (place - static_cast<double>(below)) * (differences[above] - differences[below]);
    };
    return Difference{pooled(first) - pooled(second), {percentile(0.025), percentile(0.975)}};
}

SeverityCounts &SeverityCounts::operator+=(const SeverityCounts &other)
{
    minor += other.minor;
    major += other.major;
    critical += other.critical;
    decisions += other.decisions;
    return *this;
}

SeverityCounts &SeverityCounts::operator-=(const SeverityCounts &other)
{
    minor -= other.minor;
    major -= other.major;
    critical -= other.critical;
    decisions -= other.decisions;
    return *this;
}

Difference severityRate(const SeverityCounts &counts, const SeverityWeights &weights)
{
    if (counts.decisions <= 0)
        return {0, {0, 0}};
    double sum = 0;
    double variance = 0;
    for (const auto &[count, weight] :
         {std::pair(counts.minor, weights.minor), {counts.major, weights.major}, {counts.critical, weights.critical}}) {
        sum += weight * static_cast<double>(count);
        variance += weight * weight * static_cast<double>(count);
    }
    const double scale = 100 / static_cast<double>(counts.decisions);
    const double largest = std::max({weights.minor, weights.major, weights.critical});
    // Of a gamma distribution with this mean and variance.
    const auto quantile = [scale](double mean, double spread, double p) {
        if (!(mean > 0) || !(spread > 0))
            return 0.0;
        return scale * spread / (2 * mean) * boost::math::quantile(boost::math::chi_squared(2 * mean * mean / spread), p);
    };
    constexpr double tail = 0.025;
    return {scale * sum, {quantile(sum, variance, tail), quantile(sum + largest, variance + largest * largest, 1 - tail)}};
}

}  // namespace plumbline::quality
