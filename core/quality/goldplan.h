// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <QString>

#include <cstdint>
#include <optional>

/// How much gold and how many labels a wanted certainty takes. Pure functions, any thread.
namespace plumbline::quality {

/// Half the width of the 95 % interval of accuracy (uniform prior) when `observed` of n results were right. 0.5 for n < 1.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double accuracyHalfWidth(double observed, std::int64_t n);
/// Results (gold decisions) until that half width is reached. observed in [0, 1], halfWidth in [.001, .5]; nothing otherwise.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<std::int64_t> resultsForHalfWidth(double observed, double halfWidth);
/// Results without an error until `certainty` of the posterior lies above `accuracy`; both in (0, 1), nothing otherwise.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<std::int64_t> errorFreeRun(double accuracy, double certainty = 0.95);

/// Probability that the majority of `labels` independent annotators of this accuracy is right when all errors agree (two
/// classes, the worst case); an even number's tie counts half.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double majorityRight(double accuracy, int labels);
/// Labels an item needs, an odd number up to 999, for the majority to be right with that probability. Nothing for accuracy
/// of one half or less, which no number helps.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<int> labelsForMajority(double accuracy, double wanted);

/// Blind gold that cannot be told from ordinary work by how often an item is met.
struct GoldPool {
    std::int64_t annotators = 0;  ///< W
    std::int64_t goldEach = 0;  ///< g, blind items served to each annotator
    std::int64_t labelsPerItem = 1;  ///< R, of ordinary work
    std::int64_t available = 0;  ///< gold items there are

    /// W·g/R, rounded up: below it gold is met more often than ordinary work, and people who compare items find it.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT std::int64_t required() const;
    /// How often a gold item is met on average, with what is available; 0 for none.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT double exposure() const;
    /// Whether it is enough, and what to do when it is not; translated, for the lead.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT QString text() const;
};

}  // namespace plumbline::quality
