// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <utility>
#include <vector>

namespace plumbline::matching {

/// Row-major matrix of benefits, rows × columns; values are finite, 0 or less = pair not allowed.
struct BenefitMatrix {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> values;
    [[nodiscard]] double at(std::size_t row, std::size_t column) const { return values[row * columns + column]; }
};

/// Maximum-weight assignment (Jonker and Volgenant, Computing 38 (1987) 325-340): pairs (row, column), each row and column at
/// most once, never a pair that is not allowed, total benefit maximal. Sorted by row. Ties are broken by the lower column.
/// O(n³) in the larger side; connected components of allowed pairs are solved one by one, so far-apart objects cost nothing.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<std::pair<std::size_t, std::size_t>> assign(const BenefitMatrix &benefits);

}  // namespace plumbline::matching
