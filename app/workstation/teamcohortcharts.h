// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/cohortpairs.h"
#include "core/workflow/teambatches.h"
#include "widgets/charts/chart.h"

/// Cohorts against each other, and batches of what they delivered, as charts. Pure functions. A point's name is
/// cohortPairName() or batchName() of what it is about.
namespace plumbline::workstation {

using CohortPairs = std::vector<workflow::CohortPair>;

/// "in-house minus partner A".
[[nodiscard]] QString cohortPairName(const workflow::CohortPair &pair);
/// Difference of accuracy over everything on gold, resampled annotators.
[[nodiscard]] charts::Chart cohortAccuracyChart(const CohortPairs &pairs);
/// McNemar: of the items that only one of both has right, those of the first.
[[nodiscard]] charts::Chart cohortSharedChart(const CohortPairs &pairs);
/// Log odds ratio of the mixed model.
[[nodiscard]] charts::Chart cohortMixedChart(const CohortPairs &pairs);
/// Every cell of the confusion table of one pair.
[[nodiscard]] charts::Chart cohortLabelsChart(const workflow::CohortPair &pair);

/// "partner A", "partner A · 2026-W02".
[[nodiscard]] QString batchName(const workflow::Batch &batch, workflow::BatchPeriod period);
[[nodiscard]] QString verdictText(workflow::Batch::Verdict verdict);
[[nodiscard]] charts::Chart batchErrorsChart(const std::vector<workflow::Batch> &batches, const workflow::BatchOptions &options);
[[nodiscard]] charts::Chart batchAcceptanceChart(const std::vector<workflow::Batch> &batches, const workflow::BatchOptions &options);

}  // namespace plumbline::workstation
