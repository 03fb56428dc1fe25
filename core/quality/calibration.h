// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <vector>

namespace plumbline::quality {

/// Bin of a confidence in [0, 1] among `bins` of equal width: floor(bins · c), the last one closed at 1.
[[nodiscard]] PLUMBLINE_CORE_EXPORT int confidenceBin(double confidence, int bins);

/// Mean squared difference between confidence and outcome (Brier 1950, binary form, in [0, 1]). The lists are as long as each
/// other; 0 for empty ones.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double brier(const std::vector<double> &confidences, const std::vector<bool> &correct);

/// Expected calibration error: share-weighted mean over the bins of |share correct - mean confidence|. Biased upward for small
/// n and dependent on the bins: show both beside it. 0 for empty lists; bins at least 1.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double expectedCalibrationError(const std::vector<double> &confidences,
                                                                    const std::vector<bool> &correct, int bins);
/// Largest such difference of any bin that holds something.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double maximumCalibrationError(const std::vector<double> &confidences,
                                                                   const std::vector<bool> &correct, int bins);

}  // namespace plumbline::quality
