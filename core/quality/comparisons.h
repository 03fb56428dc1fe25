// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/quality/posterior.h"
#include "core/quality/ratings.h"

#include <optional>

/// Things shown side by side, and which of them was preferred.
namespace plumbline::quality {

enum class Preferred { First, Second, Tie };

/// One judgement of one pair as it was shown. Numbers are places in the lists of Comparisons.
struct Comparison {
    std::uint32_t task = 0;
    std::uint32_t annotator = 0;
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    Preferred preferred = Preferred::Tie;
    std::optional<int> strength{};  ///< -3 first is much better … 3 second is
};

/// A value. Names stand in the order of the file.
struct Comparisons {
    QStringList tasks;
    QStringList annotators;
    QStringList items;
    std::vector<Comparison> rows;
};

/// Reads task,annotator,first,second,label[,strength] (by the names of the first line; other columns are ignored). label is
/// first, second or tie; it may be empty or missing where strength, a whole number from -3 (first) to 3 (second), says the
/// same. Broken lines, contradictions and a pair that the same annotator has judged before in the same task are named in
/// `issues` and left out. Fails when the file cannot be read or has no such columns.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Comparisons> readComparisons(const QString &file, IssueList &issues);

enum class PreferenceScale {
    Choice,    ///< -1, 0 (tie), 1
    Strength,  ///< -3 … 3; judgements without a strength are left out
};
/// The same judgements as ratings of units, one unit for each task and pair: negative where the item whose name comes first
/// was preferred, whichever was shown first. So what agrees is the item, not its place.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Ratings preferenceRatings(const Comparisons &comparisons, PreferenceScale scale);

/// How often what was shown first was preferred. One half where pairs are shown in random order and place does not matter.
struct PositionBias {
    std::int64_t first = 0;
    std::int64_t second = 0;
    std::int64_t ties = 0;
    double share = 0;   ///< first / (first + second); 0 where both are 0
    Interval interval;  ///< of the share: Wilson, 95 %
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT PositionBias positionBias(const Comparisons &comparisons);

}  // namespace plumbline::quality
