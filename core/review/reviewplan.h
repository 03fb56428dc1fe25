// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/model/annotation.h"
#include "core/model/task.h"
#include "core/store/reader.h"

#include <QString>

#include <map>
#include <vector>

/// How much of the handed-in work is looked at. Kept as the project setting "review".
namespace plumbline::review {

struct ReviewPlan {
    /// Share of pieces of work that are reviewed, in [0, 1]; each is drawn by itself.
    double share = 1;
    /// Larger shares for work that holds labels of these classes; the largest of those that hold counts.
    std::map<ClassId, double> shareOfClass;
    /// Work is reviewed in any case when so large a part of its labels is marked unsure; more than 1 = never for that.
    double unsureFrom = 2;
    /// Rounds a piece of work may take; after the last one it goes to adjudication instead of back to its author.
    int mostRounds = 3;
    /// Reviewers are not told whose work it is.
    bool blind = true;
    /// More of what is likelier to hold errors is reviewed, `share` on average; see reviewrisk.h.
    bool byRisk = false;
    /// Smallest probability that risk may leave a piece of work, in (0, 1].
    double floor = 0.05;
    /// Share of the reviewed work that another reviewer reviews too, without knowing what the first one said.
    double twice = 0;
    bool operator==(const ReviewPlan &) const = default;
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT Json planToJson(const ReviewPlan &plan);
/// Null is the default plan. Fails on shares outside [0, 1] and on less than one round, naming the key.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<ReviewPlan> planFromJson(const Json &json);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<ReviewPlan> reviewPlan(const store::Reader &reader);

/// A number in [0, 1) from SHA-256 over project and task, the same on every machine: what is below the probability is drawn. The
/// second draw is independent of the first.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double drawOf(ProjectId project, TaskId task);
[[nodiscard]] PLUMBLINE_CORE_EXPORT double secondDrawOf(ProjectId project, TaskId task);

/// Probability that the plan alone gives a piece of work: the largest share that holds for it; 1 from the second round on and for
/// what is unsure enough.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double plannedProbability(const ReviewPlan &plan, const model::Task &task,
                                                              const std::vector<model::Annotation> &labels);

/// Whether a piece of work is drawn by the plan alone. Deterministic: the same for everybody and at every time, and larger shares draw all that
/// smaller ones draw, because the number that is compared comes from SHA-256 over project and task. From the second round on all
/// is reviewed.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isDrawn(const ReviewPlan &plan, ProjectId project, const model::Task &task,
                                                 const std::vector<model::Annotation> &labels);

}  // namespace plumbline::review
