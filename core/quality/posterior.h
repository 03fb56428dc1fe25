// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>

namespace plumbline::quality {

/// Parameters of a Beta prior: (1, 1) is uniform, (0.5, 0.5) is Jeffreys'.
struct BetaPrior {
    double alpha = 1;
    double beta = 1;
    bool operator==(const BetaPrior &) const = default;
};

struct Interval {
    double low = 0;
    double high = 1;
    bool operator==(const Interval &) const = default;
};

/// Posterior of a success probability after right and wrong results.
struct PLUMBLINE_CORE_EXPORT BetaPosterior {
    double alpha = 1;
    double beta = 1;

    /// Negative counts count as 0; a prior with parameters that are not finite and above 0 as the uniform one.
    [[nodiscard]] static BetaPosterior of(std::int64_t right, std::int64_t wrong, BetaPrior prior = {});
    /// The same for results that can be right in part: shares add up to real numbers.
    [[nodiscard]] static BetaPosterior ofShares(double right, double wrong, BetaPrior prior = {});
    [[nodiscard]] double mean() const { return alpha / (alpha + beta); }
    /// Equal-tailed credible interval holding `mass`; (0, 1) for parameters that are no distribution.
    [[nodiscard]] Interval interval(double mass = 0.95) const;
    /// P(accuracy > threshold).
    [[nodiscard]] double above(double threshold) const;
};

/// Probability that the equal-tailed interval from n results holds the accuracy they were drawn with: the exact sum over all
/// outcomes. `mass` on average over the prior, not at every accuracy (uniform prior, n = 20, accuracy .95: .925). n at least 1 and
/// accuracy inside (0, 1); 0 otherwise.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double intervalCoverage(double accuracy, std::int64_t n, BetaPrior prior = {},
                                                            double mass = 0.95);

/// Wilson score interval for right out of n (E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209-212), two-sided; (0, 1) for n = 0.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Interval wilson(std::int64_t right, std::int64_t n, double confidence = 0.95);

}  // namespace plumbline::quality
