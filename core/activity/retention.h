// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/project.h"

namespace plumbline::activity {

/// Name of the project's setting: how many days moments are kept, a whole number from 1; defaultDays until it is set.
inline constexpr const char *retentionKey = "timing-retention-days";
inline constexpr int defaultRetentionDays = 90;

struct RetentionReport {
    std::int64_t records = 0;  ///< whose moments became sums
    std::int64_t values = 0;   ///< of the history that were emptied
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<int> retentionDays(const store::Store &store);
/// InvalidArgument unless 1 to 36500. The caller has asked who may.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> setRetentionDays(store::Store &store, int days, const store::Person &person);
/// Replaces visits that ended longer ago than the project keeps moments by their sums, made with the usual idle cap, and empties
/// what the history holds of them. Visits of one person that overlap go together. Does nothing when there is nothing to do.
/// Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<RetentionReport> fadeMoments(store::Store &store, const store::Person &person);

}  // namespace plumbline::activity
