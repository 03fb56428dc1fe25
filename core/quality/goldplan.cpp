// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/goldplan.h"

#include "core/quality/posterior.h"

#include <boost/math/distributions/binomial.hpp>

#include <QCoreApplication>

#include <cmath>

namespace plumbline::quality {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

bool inside(double value)
{
    return value > 0 && value < 1;
}

}  // namespace

double accuracyHalfWidth(double observed, std::int64_t n)
{
    if (n < 1 || !(observed >= 0 && observed <= 1))
        return 0.5;
    const double right = observed * static_cast<double>(n);
    const Interval interval = BetaPosterior::ofShares(right, static_cast<double>(n) - right).interval();
    return (interval.high - interval.low) / 2;
}

std::optional<std::int64_t> resultsForHalfWidth(double observed, double halfWidth)
{
    if (!(observed >= 0 && observed <= 1) || !(halfWidth >= 0.001 && halfWidth <= 0.5))
        return std::nullopt;
    std::int64_t low = 0;
    std::int64_t high = 1;
    while (accuracyHalfWidth(observed, high) > halfWidth) {
        low = high;
        high *= 2;
    }
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (accuracyHalfWidth(observed, middle) > halfWidth ? low : high) = middle;
    }
    return high;
}

std::optional<std::int64_t> errorFreeRun(double accuracy, double certainty)
{
    if (!inside(accuracy) || !inside(certainty))
        return std::nullopt;
    // After n right results the posterior's share below t is t^(n + 1).
    const double needed = std::log(1 - certainty) / std::log(accuracy) - 1;
    constexpr double most = 1e15;
    constexpr double tolerance = 1e-9;
    return needed > most ? std::nullopt : std::optional(static_cast<std::int64_t>(std::max(0.0, std::ceil(needed - tolerance))));
}

double majorityRight(double accuracy, int labels)
{
    if (!(accuracy >= 0 && accuracy <= 1) || labels < 1)
        return 0;
    const boost::math::binomial_distribution<double> right(labels, accuracy);
    const int half = labels / 2;
    const double more = cdf(complement(right, half));
    return labels % 2 == 1 ? more : more + pdf(right, half) / 2;
}

std::optional<int> labelsForMajority(double accuracy, double wanted)
{
    constexpr int most = 999;
    if (!(accuracy > 0.5 && accuracy <= 1) || !inside(wanted))
        return std::nullopt;
    for (int labels = 1; labels <= most; labels += 2)
        if (majorityRight(accuracy, labels) >= wanted)
            return labels;
    return std::nullopt;
}

std::int64_t GoldPool::required() const
{
    if (annotators <= 0 || goldEach <= 0)
        return 0;
    const double exact = static_cast<double>(annotators) * static_cast<double>(goldEach)
                         / static_cast<double>(std::max<std::int64_t>(labelsPerItem, 1));
    return static_cast<std::int64_t>(std::ceil(exact - 1e-9));
}

double GoldPool::exposure() const
{
    return available > 0 ? static_cast<double>(annotators) * static_cast<double>(goldEach) / static_cast<double>(available) : 0;
}

QString GoldPool::text() const
{
    const QString needed = tr("%1 annotators with %2 gold items each, where ordinary items get %3 labels, need %4 gold items.")
                               .arg(annotators)
                               .arg(goldEach)
                               .arg(labelsPerItem)
                               .arg(required());
    if (available >= required())
        return needed + QLatin1Char(' ') + tr("There are %1: gold is met no more often than other work.").arg(available);
    if (available <= 0)
        return needed + QLatin1Char(' ') + tr("There are none yet.");
    return needed + QLatin1Char(' ')
           + tr("There are %1: each is met %2 times instead of %3, and people who compare their items can tell gold. Add %4, "
                "serve fewer to each "
                "annotator, or retire items after %3 uses.")
                 .arg(available)
                 .arg(exposure(), 0, 'f', 1)
                 .arg(labelsPerItem)
                 .arg(required() - available);
}

}  // namespace plumbline::quality
