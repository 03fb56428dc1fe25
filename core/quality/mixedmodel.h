// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/cohortcomparison.h"

#include <functional>

namespace plumbline::quality {

/// One result on an item that both cohorts did. Indices are the caller's, from 0.
struct CohortResult {
    std::uint32_t annotator = 0;
    std::uint32_t item = 0;
    bool second = false;  ///< the annotator belongs to the second cohort
    bool right = false;
};

/// Logistic model with random effects of items and of annotators:
///   logit P(right) = intercept + effect·[first cohort] + item + annotator,  item ~ N(0, si²), annotator ~ N(0, sa²).
/// Fitted by maximum Laplace-approximated likelihood. The interval of the effect is Wald's, from the joint curvature of fixed
/// and random effects at the fitted spreads.
struct MixedModel {
    double effect = 0;  ///< log odds ratio, first against second
    double effectSigma = 0;  ///< standard error
    Interval effectInterval{-1e300, 1e300};  ///< 95 %
    double pValue = 1;  ///< two-sided, Wald
    double intercept = 0;
    double itemSigma = 0;
    double annotatorSigma = 0;
    double accuracyFirst = 0;  ///< of a typical annotator on a typical item
    double accuracySecond = 0;
    double logLikelihood = 0;
    std::int64_t results = 0;
    std::int64_t items = 0;
    std::int64_t annotators = 0;
};

/// Fails with Cancelled when `cancelled` says so, with InvalidArgument when a cohort has fewer than two annotators, fewer than two items are shared, or
/// all results of a cohort are equal (no finite estimate).
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<MixedModel> fitMixedModel(const std::vector<CohortResult> &results,
                                                                     const std::function<bool()> &cancelled = {});

}  // namespace plumbline::quality
