// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontrol.h"
#include "core/review/reviewplan.h"
#include "core/store/project.h"

#include <map>
#include <optional>
#include <vector>

/// Which work is looked at more often because more speaks for an error in it. A lead's step computes the probability of every piece
/// of handed-in work and keeps it with the project; whether it is drawn then follows from the same hash on every machine. A person's
/// results on known answers enter only as far as that person's gauge has released them, so nothing tells which item was one.
namespace plumbline::review {

/// What speaks for an error in a piece of work, each in [0, 1].
struct WorkRisk {
    double author = 0;  ///< posterior mean of the author's error rate
    double drift = 0;  ///< share of the way of the author's drift chart to its limit
    std::optional<double> model;  ///< reviewrisklabels.h, disagreement()
    /// 1 − (1 − author) (1 − drift / 2) (1 − model / 2): as if each were a chance of its own that something is wrong.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT double value() const;
};

/// Probabilities proportional to the risks, kept between `floor` and 1 and never below what is asked for of each, so that they are
/// `share` on average; where floor and least ask for more than that, these. All equal risks: all equal. Same length as `risks`;
/// `least` likewise or empty. The factor is found by bisection; the result does not depend on the order.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<double>
probabilities(const std::vector<double> &risks, const std::vector<double> &least, double share, double floor);

/// Probabilities that were fixed, by task; all of them are of a first round. Kept as project settings "review-draw" (number of parts)
/// and "review-draw/N".
using FixedDraw = std::map<TaskId, double>;
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<FixedDraw> fixedDraw(const store::Reader &reader);

/// With which probability a piece of work is reviewed: the fixed one, or what the plan says of it today.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double probabilityOf(const ReviewPlan &plan, const FixedDraw &fixed, const model::Task &task,
                                                         const std::vector<model::Annotation> &labels);

struct DrawReport {
    std::int64_t fixed = 0;  ///< pieces of work that have a probability now and had none
    std::int64_t before = 0;  ///< that had one already: it stays
    std::int64_t drawn = 0;  ///< of the new ones
    std::int64_t people = 0;  ///< authors with enough released results to count
    double least = 1;  ///< smallest and largest probability of the new ones
    double most = 0;
};
enum class DrawMoment {
    Now,  ///< somebody asked for it
    BeforeChange,  ///< the plan is about to change: nothing happens while no review has begun, for nothing was selected yet
};
/// Fixes the probability of all handed-in work of a first round that has none yet: by risk where the plan says so, otherwise the
/// plan's. Work whose review has begun gets the plan's: a risk that came later must not change how it was drawn. For leads
/// (PermissionDenied); one durable step. `goldFile` = where known answers are kept; when there is none, risks come from models alone.
/// Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<DrawReport> fixDraw(store::Project &project, const store::Person &person,
                                                               const QString &goldFile, DrawMoment moment = DrawMoment::Now,
                                                               const jobs::JobControl &control = {});

/// Makes this the plan of reviews. What was handed in under the plan before keeps the probability that this gave it, once any review
/// has begun. For leads (PermissionDenied); InvalidArgument for plans that planFromJson() refuses. Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> changePlan(store::Project &project, const ReviewPlan &plan,
                                                        const store::Person &person, const QString &goldFile,
                                                        const jobs::JobControl &control = {});

/// Of everybody with released results: error rate and drift as they enter a risk. For leads' tools.
struct AuthorRisk {
    double errors = 0;
    double drift = 0;
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::map<QString, AuthorRisk>> authorRisks(const QString &goldFile);

}  // namespace plumbline::review
