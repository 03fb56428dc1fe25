// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/quality/cohortprior.h"

#include <cstdint>
#include <vector>

/// Differences between two cohorts of annotators. All are "first minus second".
namespace plumbline::quality {

struct Difference {
    double value = 0;
    Interval interval{-1, 1};  ///< 95 %
};

/// Score interval without continuity correction for the difference of two independent shares (Newcombe, Stat. Med. 17 (1998)
/// 873-890, method 10). For items, not for labels of a few prolific people. n = 0 on a side: value 0, interval -1 … 1.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Difference newcombe(const RightWrong &first, const RightWrong &second,
                                                        double confidence = 0.95);

/// McNemar's test on items that both cohorts did.
struct McNemar {
    std::int64_t firstOnly = 0;  ///< items that only the first had right
    std::int64_t secondOnly = 0;
    double statistic = 0;  ///< (b - c)^2/(b + c), chi-squared with one degree of freedom, without correction; 0 for none
    double exact = 1;  ///< two-sided p value of the binomial test
    double midP = 1;  ///< two-sided, half the probability of what was seen counted
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT McNemar mcNemar(std::int64_t firstOnly, std::int64_t secondOnly);

/// Pooled accuracy of one cohort minus that of the other, resampling annotators (never labels), percentiles 2.5 and 97.5. Seeded;
/// equal for every order of annotators. Fails with InvalidArgument when a side has fewer than two annotators with results.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Difference>
bootstrapDifference(std::vector<RightWrong> first, std::vector<RightWrong> second, int resamples = 2000, std::uint64_t seed = 1);

/// Errors by how bad they are. Sums of integers: any order, removable.
struct SeverityCounts {
    std::int64_t minor = 0;
    std::int64_t major = 0;
    std::int64_t critical = 0;
    std::int64_t decisions = 0;  ///< right ones too
    PLUMBLINE_CORE_EXPORT SeverityCounts &operator+=(const SeverityCounts &other);
    PLUMBLINE_CORE_EXPORT SeverityCounts &operator-=(const SeverityCounts &other);
    bool operator==(const SeverityCounts &) const = default;
};
struct SeverityWeights {
    double minor = 1;
    double major = 5;
    double critical = 10;
};
/// Weighted errors per 100 decisions with a 95 % interval: errors of each severity are independent Poisson counts, and the interval
/// is the gamma one of Fay and Feuer (Stat. Med. 16 (1997) 791-801), which never holds less than it says and is the exact one when
/// all weights are equal. 0 for no decisions.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Difference severityRate(const SeverityCounts &counts, const SeverityWeights &weights = {});

}  // namespace plumbline::quality
