// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/agreement.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>

namespace plumbline::quality {

std::optional<Interval> asymptoticInterval(const Coefficient &coefficient, double mass)
{
    if (!coefficient.standardError || !std::isfinite(*coefficient.standardError) || !(mass > 0 && mass < 1))
        return std::nullopt;
    const double tail = (1 - mass) / 2;
    // Student's t with very many degrees of freedom is the normal distribution to the last digit that is shown.
    const double quantile =
        coefficient.degrees >= 1 && coefficient.degrees < 1e6
            ? boost::math::quantile(boost::math::complement(boost::math::students_t(coefficient.degrees), tail))
            : boost::math::quantile(boost::math::complement(boost::math::normal(), tail));
    const double half = quantile * *coefficient.standardError;
    return Interval{coefficient.value - half, std::min(1.0, coefficient.value + half)};
}

double twoSidedP(double z)
{
    return std::isfinite(z) ? std::erfc(std::abs(z) / std::sqrt(2.0)) : 0;
}

double upperP(const ChiSquare &statistic)
{
    if (!(statistic.degrees > 0) || !(statistic.value > 0) || !std::isfinite(statistic.value))
        return statistic.value > 0 ? 0 : 1;
    return boost::math::gamma_q(statistic.degrees / 2, statistic.value / 2);
}

}  // namespace plumbline::quality
