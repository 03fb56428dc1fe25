// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/acceptance.h"

#include <boost/math/special_functions/gamma.hpp>

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <optional>

namespace plumbline::quality {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

double logChoose(std::int64_t n, std::int64_t k)
{
    const auto of = [](std::int64_t value) { return boost::math::lgamma(static_cast<double>(value) + 1); };
    return of(n) - of(k) - of(n - k);
}

}  // namespace

double acceptanceProbability(std::int64_t batch, std::int64_t bad, std::int64_t sample, std::int64_t allowed)
{
    if (batch < 1)
        return 1;
    bad = std::clamp<std::int64_t>(bad, 0, batch);
    sample = std::clamp<std::int64_t>(sample, 0, batch);
    const std::int64_t fewest = std::max<std::int64_t>(0, sample - (batch - bad));
    const std::int64_t most = std::min(sample, bad);
    if (allowed >= most)
        return 1;
    if (allowed < fewest)
        return 0;
    // The probability of each number follows from the one before it; the first one may be too small for a double.
    double scale = logChoose(bad, fewest) + logChoose(batch - bad, sample - fewest) - logChoose(batch, sample);
    double p = 1;
    double sum = 1;
    for (std::int64_t x = fewest; x < allowed; ++x) {
        p *= static_cast<double>(bad - x) / static_cast<double>(x + 1) * static_cast<double>(sample - x)
             / static_cast<double>(batch - bad - sample + x + 1);
        sum += p;
        constexpr double large = 1e200;
        if (sum > large) {
            p /= large;
            sum /= large;
            scale += std::log(large);
        }
    }
    return std::min(std::exp(std::log(sum) + scale), 1.0);
}

Result<AcceptancePlan> acceptancePlan(std::int64_t batch, const AcceptanceLimits &limits)
{
    constexpr std::int64_t largest = 1'000'000;
    const auto inside = [](double value) { return value > 0 && value < 1; };
    if (batch < 1 || batch > largest)
        return fail(ErrorCode::InvalidArgument, tr("A batch has 1 to 1,000,000 items."));
    if (!(limits.acceptable >= 0) || !inside(limits.refuse) || limits.acceptable >= limits.refuse || !inside(limits.producerRisk)
        || !inside(limits.consumerRisk))
        return fail(ErrorCode::InvalidArgument,
                    tr("The share of bad items to refuse must be above the acceptable one, and both risks between 0 and 100 %."));
    constexpr double rounding = 1e-9;
    const auto good = static_cast<std::int64_t>(std::floor(limits.acceptable * static_cast<double>(batch) + rounding));
    const auto poor =
        std::min(batch, static_cast<std::int64_t>(std::ceil(limits.refuse * static_cast<double>(batch) - rounding)));
    const auto planFor = [&](std::int64_t allowed) -> std::optional<AcceptancePlan> {
        // The smallest sample that refuses a poor batch often enough.
        std::int64_t low = allowed;
        std::int64_t high = batch;
        while (high - low > 1) {
            const std::int64_t middle = low + (high - low) / 2;
            (acceptanceProbability(batch, poor, middle, allowed) > limits.consumerRisk ? low : high) = middle;
        }
        const double refused = std::max(0.0, 1 - acceptanceProbability(batch, good, high, allowed));
        if (refused > limits.producerRisk)
            return std::nullopt;
        return AcceptancePlan{batch, high, allowed, refused, acceptanceProbability(batch, poor, high, allowed)};
    };
    // The sample grows with what is allowed: the first that keeps the other risk is the smallest. One by one where steps
    // matter, then by doubling and halving.
    constexpr std::int64_t oneByOne = 64;
    for (std::int64_t allowed = 0; allowed < std::min(poor, oneByOne); ++allowed)
        if (auto plan = planFor(allowed))
            return *plan;
    std::int64_t low = oneByOne - 1;
    std::int64_t high = oneByOne;
    while (high < poor && !planFor(high)) {
        low = high;
        high *= 2;
    }
    high = std::min(high, poor - 1);
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (planFor(middle) ? high : low) = middle;
    }
    if (high >= 0)
        if (auto plan = planFor(high))
            return *plan;
    return AcceptancePlan{batch, batch, good, 0, 0};
}

}  // namespace plumbline::quality
