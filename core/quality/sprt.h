// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstdint>
#include <optional>

namespace plumbline::quality {

/// Wald's sequential test (Ann. Math. Stat. 16 (1945) 117-186) of a bad annotator against a good one. After each result the
/// log likelihood ratio of bad against good moves by wrongStep() or -rightStep(); at pauseAt() or above the answer is "bad",
/// at releaseAt() or below "good". Pure, any thread.
struct PLUMBLINE_CORE_EXPORT Sprt {
    double good = 0.95;  ///< accuracy that must not be paused
    double bad = 0.80;  ///< accuracy that must not be released; below good, both inside (0, 1)
    double falsePause = 0.05;  ///< a, wanted
    double missedBad = 0.05;  ///< b, wanted; a + b < 1

    [[nodiscard]] bool valid() const;
    [[nodiscard]] double pauseAt() const;  ///< ln((1 - b)/a)
    [[nodiscard]] double releaseAt() const;  ///< ln(b/(1 - a))
    [[nodiscard]] double wrongStep() const;  ///< ln((1 - bad)/(1 - good))
    [[nodiscard]] double rightStep() const;  ///< ln(good/bad), as a positive number
    [[nodiscard]] double ratio(std::int64_t right, std::int64_t wrong) const;
    [[nodiscard]] bool pauses(std::int64_t right, std::int64_t wrong) const;
    [[nodiscard]] bool releases(std::int64_t right, std::int64_t wrong) const;
    [[nodiscard]] std::int64_t errorsToPause() const;  ///< straight errors
    [[nodiscard]] std::int64_t rightsToRelease() const;  ///< straight right results
    bool operator==(const Sprt &) const = default;

    /// Exact course at a true accuracy, by recursion over (n, right).
    struct Course {
        double paused = 0;
        double released = 0;
        double undecided = 0;  ///< at the cap; 0 without one
        double meanResults = 0;  ///< until the answer or the cap
    };
    /// Without a cap the recursion ends when less than 1e-12 is left undecided (at most 100 000 results).
    [[nodiscard]] Course course(double accuracy, std::optional<std::int64_t> cap = {}) const;
};

}  // namespace plumbline::quality
