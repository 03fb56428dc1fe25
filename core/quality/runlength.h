// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"

/// Average run lengths of control charts: results until the chart alarms. In results, that is in gold items; divide by the
/// share of gold for items of work. Pure functions, any thread.
namespace plumbline::quality {

/// Two-sided CUSUM of standard normal observations with reference value k and limit h, both in standard deviations, after a
/// shift of the mean. Solves Page's integral equation by Gauss-Legendre quadrature, where Brook and Evans (Biometrika 59 (1972)
/// 539-549) cut the range into steps. k >= 0, h in (0, 20]; 0 otherwise.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double cusumRunLength(double k, double h, double shift);

/// Two-sided EWMA z = (1 - lambda) z + lambda x with limits ± limit·sqrt(lambda/(2 - lambda)) (Crowder, Technometrics 29 (1987)
/// 401-407). lambda in (0, 1], limit in (0, 6]; 0 otherwise.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double ewmaRunLength(double lambda, double limit, double shift);
/// Limit that gives this run length without a shift, in [2, 1e6].
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<double> ewmaLimit(double lambda, double inControl);

/// The same two charts on residuals of right/wrong results, (outcome - p)/sqrt(p(1 - p)), that are far from normal for p near 1:
/// results are right with probability `accuracy`, predicted was p = `expected`. By a Markov chain on 1200 steps; an error of a
/// few per cent remains. p in (0, 1).
[[nodiscard]] PLUMBLINE_CORE_EXPORT double cusumResidualRunLength(double k, double h, double expected, double accuracy);
[[nodiscard]] PLUMBLINE_CORE_EXPORT double ewmaResidualRunLength(double lambda, double limit, double expected, double accuracy);

/// Bernoulli CUSUM on errors (Reynolds and Stoumbos, J. Qual. Technol. 31 (1999) 87-108): an error adds m - 1, a right result
/// takes 1, never below 0, alarm at h. Exact, by the Markov chain of its h states.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double bernoulliCusumRunLength(int m, int h, double errorRate);

/// A chart for a lead who says which error rate is right, which is too much, and how many gold items may pass between false
/// alarms.
struct BernoulliCusumPlan {
    double acceptable = 0.05;  ///< q0
    double tooMuch = 0.15;  ///< q1
    int m = 11;
    int h = 28;
    double inControl = 0;  ///< exact run length at q0
    double afterShift = 0;  ///< exact run length at q1
    bool operator==(const BernoulliCusumPlan &) const = default;

    [[nodiscard]] PLUMBLINE_CORE_EXPORT static Result<int> stepFor(double acceptable, double tooMuch);
    /// Smallest h whose run length in control is at least `items` (10 … 100 000). 0 < q0 < q1 < 1.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT static Result<BernoulliCusumPlan> forRunLength(double acceptable, double tooMuch,
                                                                                       double items);
};

/// A rate of false alarms in gold items as items of work: gold items divided by the share of gold in (0, 1].
[[nodiscard]] PLUMBLINE_CORE_EXPORT double inWorkItems(double goldItems, double goldShare);

}  // namespace plumbline::quality
