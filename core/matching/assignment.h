// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace plumbline::matching {

/// Row-major matrix of benefits, rows × columns; anything but a finite number above 0 = pair not allowed.
struct BenefitMatrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> values;
    [[nodiscard]] double at(std::size_t row, std::size_t column) const { return values[row * columns + column]; }
};

/// One allowed pair; a benefit that is not a finite number above 0 forbids it.
struct BenefitPair {
    std::size_t row = 0;
    std::size_t column = 0;
    double benefit = 0;
    bool operator==(const BenefitPair &) const = default;
};

/// Maximum-weight assignment: pairs (row, column), each row and column at most once, never a pair that is not allowed, total
/// benefit maximal (a row stays alone where that serves the total). Sorted by row. The same input always gives the same pairs;
/// when all benefits tie, rows take columns in order. Empty when `values` is shorter than rows × columns.
///
/// Method: shortest augmenting paths with dual prices (Jonker and Volgenant, Computing 38 (1987) 325-340), on each connected
/// component of allowed pairs by itself, so far-apart objects cost nothing. A component with r rows and c columns takes
/// O(min(r, c)² · max(r, c)) time and 8 · r · c bytes.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<std::pair<std::size_t, std::size_t>> assign(const BenefitMatrix &benefits);

/// The same from a list of the allowed pairs, for problems too large for a matrix. A pair given twice keeps its larger benefit;
/// pairs outside rows × columns are left out.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<std::pair<std::size_t, std::size_t>> assign(std::size_t rows, std::size_t columns,
                                                                                            const std::vector<BenefitPair> &pairs);

}  // namespace plumbline::matching
