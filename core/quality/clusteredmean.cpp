// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/clusteredmean.h"

#include "core/quality/fixedpoint.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>

namespace plumbline::quality {

void ClusteredMean::WideSum::apply(double value, int sign)
{
    const double floor = std::floor(value);
    whole += sign * static_cast<std::int64_t>(floor);
    fraction += sign * toFixedPoint(value - floor);
}

double ClusteredMean::WideSum::value() const
{
    return static_cast<double>(whole) + fromFixedPoint(fraction);
}

void ClusteredMean::apply(double sum, std::int64_t count, int sign)
{
    constexpr std::int64_t largest = std::int64_t(1) << 20;
    if (!(std::abs(sum) <= static_cast<double>(largest)) || count < 1 || count > largest)
        return;
    m_items += sign;
    m_objects += sign * count;
    m_countSquares += sign * count * count;
    m_sum.apply(sum, sign);
    m_squares.apply(sum * sum, sign);
    m_products.apply(sum * static_cast<double>(count), sign);
}

std::optional<double> ClusteredMean::mean() const
{
    if (m_objects <= 0)
        return std::nullopt;
    return m_sum.value() / static_cast<double>(m_objects);
}

std::optional<Interval> ClusteredMean::interval(double confidence) const
{
    if (m_items < 2 || !(confidence > 0 && confidence < 1))
        return std::nullopt;
    const auto items = static_cast<double>(m_items);
    const auto objects = static_cast<double>(m_objects);
    const double mean = m_sum.value() / objects;
    // Sum over items of (sum - mean·count)².
    const double spread =
        std::max(0.0, m_squares.value() - 2 * mean * m_products.value() + mean * mean * static_cast<double>(m_countSquares));
    const double sigma = std::sqrt(items / (items - 1) * spread) / objects;
    const boost::math::students_t distribution(items - 1);
    const double half = sigma * quantile(complement(distribution, (1 - confidence) / 2));
    return Interval{mean - half, mean + half};
}

void ClusteredMean::encode(base::CborWriter &writer) const
{
    writer.array(9);
    for (const std::int64_t value : {m_items, m_objects, m_countSquares, m_sum.whole, m_sum.fraction, m_squares.whole,
                                     m_squares.fraction, m_products.whole, m_products.fraction})
        writer.integer(value);
}

ClusteredMean ClusteredMean::decode(base::CborReader &reader)
{
    ClusteredMean mean;
    reader.arrayOf(9);
    for (std::int64_t *value :
         {&mean.m_items, &mean.m_objects, &mean.m_countSquares, &mean.m_sum.whole, &mean.m_sum.fraction, &mean.m_squares.whole,
          &mean.m_squares.fraction, &mean.m_products.whole, &mean.m_products.fraction}) {
        *value = reader.integer();
        if (*value < 0 && value != &mean.m_sum.whole && value != &mean.m_products.whole)
            reader.setFailed();
    }
    if (mean.m_objects < mean.m_items)
        reader.setFailed();
    return reader.failed() ? ClusteredMean() : mean;
}

}  // namespace plumbline::quality
