// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/driftbaseline.h"

#include <algorithm>
#include <cmath>

namespace plumbline::quality {

double DriftBaseline::rateOf(std::span<const DriftInput> results) const
{
    const double ordinary = std::clamp(team, lowest, highest);
    if (!own || results.empty())
        return ordinary;
    const std::size_t count = std::min(results.size(), std::clamp(results.size() / shareOfFirst, fewestFirst, mostFirst));
    double errors = 0;
    double expected = 0;
    for (const DriftInput &input : results.first(count)) {
        errors += input.right ? 0 : 1;
        expected += 1 - adjustedAccuracy(ordinary, std::isfinite(input.difficulty) ? input.difficulty : 0);
    }
    // Hard first items are no sign of a high rate: errors count in proportion to those expected of the team there.
    const auto n = static_cast<double>(count);
    const double onAverage = errors * n * ordinary / expected;
    const double rate = (onAverage + ordinary * weight) / (n + weight);
    constexpr double step = 0.005;
    return std::clamp(std::round(rate / step) * step, lowest, highest);
}

double DriftBaseline::tooMuch(double rate) const
{
    constexpr double most = 0.95;
    return more > 0 && rate < most ? std::min(rate + more, most) : rate + more;
}

Result<BernoulliCusumPlan> DriftBaseline::errorPlan(double rate) const
{
    return BernoulliCusumPlan::forRunLength(rate, tooMuch(rate), items);
}

Result<DriftPlan> DriftBaseline::plan(double rate) const
{
    return DriftPlan::forRunLength(rate, tooMuch(rate), items);
}

std::optional<double> DriftBaseline::teamRate(const std::vector<RightWrong> &people)
{
    std::vector<double> rates;
    for (const RightWrong &own : people)
        if (own.n() >= minimumResults)
            rates.push_back(static_cast<double>(own.wrong) / static_cast<double>(own.n()));
    if (rates.size() < minimumPeople)
        return std::nullopt;
    const auto middle = rates.begin() + static_cast<std::ptrdiff_t>((rates.size() - 1) / 2);
    std::nth_element(rates.begin(), middle, rates.end());
    return std::clamp(*middle, lowest, highest);
}

}  // namespace plumbline::quality
