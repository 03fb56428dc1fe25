// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"

#include <cstdint>

/// Acceptance sampling of a batch: look at n of its items, take the batch when at most c are bad. Hypergeometric, exact.
namespace plumbline::quality {

/// Probability that a batch with this many bad items is taken. 0 … 1; bad and sample are cut to the batch.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double acceptanceProbability(std::int64_t batch, std::int64_t bad, std::int64_t sample,
                                                                 std::int64_t allowed);

struct AcceptancePlan {
    std::int64_t batch = 0;
    std::int64_t sample = 0;  ///< n
    std::int64_t allowed = 0;  ///< c
    double producerRisk = 0;  ///< exact: a batch at the acceptable level is refused
    double consumerRisk = 0;  ///< exact: a batch at the level to refuse is taken
    bool operator==(const AcceptancePlan &) const = default;
};

/// What both sides want of a plan.
struct AcceptanceLimits {
    double acceptable = 0.01;  ///< AQL: share bad that should pass
    double refuse = 0.05;  ///< LTPD: share bad that should not
    double producerRisk = 0.05;
    double consumerRisk = 0.10;
};

/// Smallest sample (with its c) that keeps both risks. Levels are whole items: floor(acceptable·batch), ceil(refuse·batch).
/// Checking everything is the last resort and always keeps them. batch in 1 … 1 000 000; InvalidArgument otherwise.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<AcceptancePlan> acceptancePlan(std::int64_t batch,
                                                                          const AcceptanceLimits &limits = {});

}  // namespace plumbline::quality
