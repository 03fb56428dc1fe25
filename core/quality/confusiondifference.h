// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/cohortcomparison.h"
#include "core/quality/goldscore.h"

namespace plumbline::quality {

/// One cell of the confusion table in two cohorts: the share of objects of a true class that are said to be another (null:
/// missed or loose), first minus second, with an interval that resamples annotators.
struct ConfusionDifference {
    ClassId truth;
    ClassId said;
    std::int64_t firstCount = 0;
    std::int64_t firstN = 0;  ///< of the row
    std::int64_t secondCount = 0;
    std::int64_t secondN = 0;
    Difference share;
};

/// Every cell that somebody used, of every row that two or more annotators of each cohort have; ascending. One confusion table
/// per annotator. Many cells are many comparisons: one in twenty intervals misses 0 by chance alone.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<ConfusionDifference>
confusionDifferences(const std::vector<ConfusionCounts> &first, const std::vector<ConfusionCounts> &second, int resamples = 1000,
                     std::uint64_t seed = 1);

}  // namespace plumbline::quality
