// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/goldscore.h"

#include <vector>

namespace plumbline::quality {

/// Posterior of what is said about objects of one true class. K = the classes in the counts or in the cohort's, and "missed or
/// loose". The prior of a row is Dirichlet with 1 on the
/// diagonal and 1/(K - 1) on each other cell, so that the diagonal cell alone is Beta(n_right + 1, n_wrong + 1) as everywhere
/// else; with a cohort, the cohort's own shares of the row weigh two results instead.
struct ConfusionRow {
    struct Cell {
        ClassId said;  ///< null: missed or loose
        std::int64_t count = 0;  ///< a cell is shown with its count only
        double mean = 0;
        Interval interval;  ///< of the marginal, a Beta distribution; 95 %
    };
    ClassId truth;
    std::int64_t n = 0;
    int possible = 0;  ///< K
    std::vector<Cell> cells;  ///< ascending by said: what was seen in this row, and the diagonal
};

/// One row per true class with at least one decision, ascending. Invented objects (null row) have no true class: left out.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<ConfusionRow> confusionRows(const ConfusionCounts &counts,
                                                                            const ConfusionCounts &cohort = {});

}  // namespace plumbline::quality
