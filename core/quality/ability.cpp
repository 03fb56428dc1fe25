// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/ability.h"

#include "core/quality/fixedpoint.h"

#include <algorithm>
#include <cmath>

namespace plumbline::quality {

namespace {

constexpr double steepest = 10;
constexpr double hardest = 20;

ItemParameters bounded(const ItemParameters &item)
{
    const auto within = [](double value, double limit, double otherwise) {
        return std::isfinite(value) ? std::clamp(value, -limit, limit) : otherwise;
    };
    return {within(item.difficulty, hardest, 0), within(item.discrimination, steepest, 1)};
}

// ln P(outcome) for log odds x of that outcome.
double logProbability(double x)
{
    return x >= 0 ? -std::log1p(std::exp(-x)) : x - std::log1p(std::exp(x));
}

double abilityAt(int index)
{
    return AbilityPosterior::gridFrom + index * AbilityPosterior::gridStep;
}

}  // namespace

double probabilityRight(double ability, const ItemParameters &item)
{
    return 1 / (1 + std::exp(-item.discrimination * (ability - item.difficulty)));
}

AbilityPosterior::AbilityPosterior(double priorMean, double priorSigma)
    : m_priorMean(std::isfinite(priorMean) ? priorMean : 0),
      m_priorSigma(std::isfinite(priorSigma) && priorSigma > 0 ? priorSigma : 1)
{}

void AbilityPosterior::apply(const ItemParameters &given, bool right, int sign)
{
    const ItemParameters item = bounded(given);
    m_n += sign;
    for (int i = 0; i < gridSize; ++i) {
        const double odds = item.discrimination * (abilityAt(i) - item.difficulty);
        m_logLikelihood[static_cast<std::size_t>(i)] += sign * toFixedPoint(logProbability(right ? odds : -odds));
    }
}

std::array<double, AbilityPosterior::gridSize> AbilityPosterior::weights() const
{
    std::array<double, gridSize> result{};
    double largest = -1e300;
    for (int i = 0; i < gridSize; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const double z = (abilityAt(i) - m_priorMean) / m_priorSigma;
        result[at] = fromFixedPoint(m_logLikelihood[at]) - z * z / 2;
        largest = std::max(largest, result[at]);
    }
    double sum = 0;
    for (double &weight : result) {
        weight = std::exp(weight - largest);
        sum += weight;
    }
    for (double &weight : result)
        weight /= sum;
    return result;
}

double AbilityPosterior::mean() const
{
    const auto weight = weights();
    double sum = 0;
    for (int i = 0; i < gridSize; ++i)
        sum += weight[static_cast<std::size_t>(i)] * abilityAt(i);
    return sum;
}

double AbilityPosterior::sigma() const
{
    const auto weight = weights();
    const double centre = mean();
    double sum = 0;
    for (int i = 0; i < gridSize; ++i)
        sum += weight[static_cast<std::size_t>(i)] * (abilityAt(i) - centre) * (abilityAt(i) - centre);
    return std::sqrt(sum);
}

Interval AbilityPosterior::interval(double mass) const
{
    const auto weight = weights();
    const auto quantile = [&](double wanted) {
        double below = 0;
        for (int i = 0; i < gridSize; ++i) {
            const double here = weight[static_cast<std::size_t>(i)];
            // The weight of a point is spread over the cell around it.
            if (below + here >= wanted)
                return abilityAt(i) + gridStep * ((wanted - below) / here - 0.5);
            below += here;
        }
        return abilityAt(gridSize - 1);
    };
    const double tail = (1 - std::clamp(mass, 0.0, 1.0)) / 2;
    return {quantile(tail), quantile(1 - tail)};
}

double AbilityPosterior::predict(const ItemParameters &given) const
{
    const ItemParameters item = bounded(given);
    const auto weight = weights();
    double sum = 0;
    for (int i = 0; i < gridSize; ++i)
        sum += weight[static_cast<std::size_t>(i)] * probabilityRight(abilityAt(i), item);
    return sum;
}

}  // namespace plumbline::quality
