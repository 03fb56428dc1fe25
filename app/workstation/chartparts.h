// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/charts/chart.h"

#include <cstdint>
#include <vector>

/// Parts that the charts of the team view and of the gauge panel have in common. Pure functions.
namespace plumbline::workstation {

/// Marks at the very ends of a scale of shares are whole.
inline constexpr std::pair wholeShares(-0.03, 1.03);

/// Results whose stated confidences lie in the same range.
struct ReliabilityBin {
    double confidence = 0;  ///< mean of those stated
    std::int64_t right = 0;
    std::int64_t n = 0;
};
/// A reliability diagram: axes, the line on which confidence is what comes out, a point for each bin that is not empty with its 95 %
/// Wilson interval.
void drawReliability(charts::Chart &chart, const QString &name, const std::vector<ReliabilityBin> &bins);

/// Where a version of the guideline (1 = the first) came into force, with its date.
[[nodiscard]] charts::ChartLine guidelineMark(double at, int version, std::int64_t microseconds);
/// "Guideline: version 2 on 2026-11-20 14:05 UTC, after 31." for every change that has a place; for those who cannot see the marks.
struct GuidelinePlace {
    int version = 1;
    std::int64_t microseconds = 0;
    std::int64_t after = 0;  ///< results or items before it
};
[[nodiscard]] QString guidelineWords(const std::vector<GuidelinePlace> &places);

}  // namespace plumbline::workstation
