// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/schema.h"
#include "core/workflow/gaugedetails.h"
#include "widgets/charts/chart.h"

/// What the panel behind the gauge shows, as values. Words are for the person whose gauge it is: what differed and how often.
namespace plumbline::workstation {

/// What the figure means, in two sentences.
[[nodiscard]] QString gaugeWords(const quality::GaugeReading &reading);
/// Every display of the gauge over submissions, with its interval.
[[nodiscard]] charts::Chart gaugeHistoryChart(const workflow::GaugeDetails &details);
/// Which class differs most often, in a sentence.
[[nodiscard]] QString gaugePracticeWords(const workflow::GaugeDetails &details, const model::Schema &schema);
/// One row for each of details.classes.
[[nodiscard]] charts::ChartTable gaugePracticeTable(const workflow::GaugeDetails &details, const model::Schema &schema);
/// Confidence stated on practice items, and what came of it.
[[nodiscard]] charts::Chart gaugeConfidenceChart(const workflow::GaugeDetails &details);

}  // namespace plumbline::workstation
