// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/spans.h"

/// Krippendorff's alpha for unitizing: K. Krippendorff, Content Analysis, 2nd ed. 2004, p. 251-256; first in Sociological
/// Methodology 25 (1995) 47-76.
namespace plumbline::quality {

/// Whole: positions are counted, as characters and frames are. Continuous: the limit of ever finer positions. Automatic:
/// whole where every position is a whole number.
enum class Positions { Automatic, Whole, Continuous };

struct UnitizingOptions {
    std::optional<Interval> limits{};  ///< where a task begins and ends; otherwise at its first start and last end
    Positions positions = Positions::Automatic;
    std::optional<std::uint32_t> label{};  ///< only spans with it; otherwise all labels together
};

/// Whether the formula for whole positions is used on these spans.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool wholePositions(const Spans &spans, const UnitizingOptions &options);

/// D_o and D_e of every task with two annotators or more and with spans, summed over labels, weighted by the square of its
/// length: so tasks are pooled as sums of squared differences. Spans of one annotator and label must not overlap.
[[nodiscard]] PLUMBLINE_CORE_EXPORT tl::expected<std::vector<SpanPart>, Undefined>
unitizingParts(const Spans &spans, const UnitizingOptions &options);

}  // namespace plumbline::quality
