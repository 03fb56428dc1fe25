// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/teamreport.h"
#include "widgets/charts/chart.h"

#include <vector>

/// The team's figures as charts. Pure functions; `people` are rows of the report, in the order to show them.
namespace plumbline::workstation {

using People = std::vector<int>;

[[nodiscard]] charts::Chart accuracyChart(const workflow::TeamReport &report, const People &people);
[[nodiscard]] charts::Chart speedChart(const workflow::TeamReport &report, const People &people);
/// Summed over the people; `who` names them.
[[nodiscard]] charts::Chart confusionChart(const workflow::TeamReport &report, const People &people, const QString &who);
[[nodiscard]] charts::Chart agreementChart(const workflow::TeamReport &report, const People &people);
/// `guidelineChanges` in microseconds UTC.
[[nodiscard]] charts::Chart driftChart(const std::vector<quality::DriftInput> &inputs, quality::DriftChartKind kind,
                                       const quality::DriftPlan &plan, const QString &who,
                                       const std::vector<std::int64_t> &guidelineChanges);
[[nodiscard]] charts::Chart reliabilityChart(const workflow::TeamReport &report, const People &people, const QString &who);

}  // namespace plumbline::workstation
