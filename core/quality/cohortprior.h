// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/posterior.h"

#include <QString>

#include <vector>

namespace plumbline::quality {

/// Results of one annotator (or of one of anything else that is counted).
struct RightWrong {
    std::int64_t right = 0;
    std::int64_t wrong = 0;

    [[nodiscard]] std::int64_t n() const { return right + wrong; }
    bool operator==(const RightWrong &) const = default;
};

/// A Beta prior for accuracy, fitted to a cohort by maximum marginal likelihood (beta-binomial, "empirical Bayes").
struct CohortPrior {
    enum class Basis {
        Fitted,
        TooFewAnnotators,  ///< fewer than minimumAnnotators with minimumResults results each: uniform
        NoSpread,  ///< people differ no more than chance explains, the likelihood has no maximum: uniform
    };
    static constexpr int minimumAnnotators = 5;
    static constexpr int minimumResults = 5;
    static constexpr double largestStrength = 200;  ///< results that a fitted prior may weigh at most

    BetaPrior prior;  ///< uniform unless fitted
    Basis basis = Basis::TooFewAnnotators;
    std::int64_t annotators = 0;  ///< that had enough results
    std::int64_t results = 0;  ///< of theirs

    /// Results that the prior weighs.
    [[nodiscard]] double strength() const { return prior.alpha + prior.beta; }
    bool operator==(const CohortPrior &) const = default;
};

/// Equal for every order of the cohort. Negative counts count as 0.
[[nodiscard]] PLUMBLINE_CORE_EXPORT CohortPrior fitCohortPrior(const std::vector<RightWrong> &cohort);
/// One translated sentence: what the prior is and what it rests on.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString priorText(const CohortPrior &prior);

}  // namespace plumbline::quality
