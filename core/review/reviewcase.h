// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/gesture.h"
#include "core/review/planteddefectwork.h"
#include "core/review/reviewing.h"
#include "core/store/reader.h"
#include "core/workflow/handedin.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

/// One author's work on one item as reviews see it. Private to this folder.
namespace plumbline::review {

/// What cases are read through; several may share it.
struct Sources {
    std::shared_ptr<store::Reader> reader;
    std::shared_ptr<workflow::HandedIn> layers;
};

[[nodiscard]] Result<Sources> sourcesOf(const store::Project &project);

/// One author's work on one item with everything its review needs.
struct Case {
    std::shared_ptr<store::Reader> reader;
    model::Item item;
    model::Task task;
    std::optional<model::Task> review;  ///< of this round
    std::optional<model::Task> first;   ///< review of the round of the latest submission
    std::optional<model::Task> second;  ///< the other review of that round
    std::vector<model::Submission> submissions;  ///< in order; never empty
    std::shared_ptr<workflow::HandedIn> layers;
    [[nodiscard]] const model::Submission &latest() const { return submissions.back(); }
    /// The layer as it was handed in.
    [[nodiscard]] Result<store::LayerState> handedIn(const model::Submission &submission) const
    {
        return layers->of(submission);
    }
};

[[nodiscard]] Result<Case> load(const Sources &sources, ItemId item, const QString &author);
[[nodiscard]] Result<Case> load(const store::Project &project, ItemId item, const QString &author);
/// The case, when the person may review it.
[[nodiscard]] Result<Case> loadFor(const Sources &sources, ItemId item, const QString &author, const store::Person &reviewer);
[[nodiscard]] Result<Case> loadFor(const store::Project &project, ItemId item, const QString &author,
                                   const store::Person &reviewer);
/// The case, when the person has taken it.
[[nodiscard]] Result<Case> loadTaken(const store::Project &project, ItemId item, const QString &author,
                                     const store::Person &reviewer);
/// The copy that a person has taken under this name, if any; refuses those who may not review.
[[nodiscard]] Result<std::optional<PlantedStore::Copy>> copyBefore(const store::Project &project, const planted::Desk &desk,
                                                                   ItemId item, const QString &author,
                                                                   const store::Person &reviewer);

/// The person looks at work a second time that somebody else has reviewed.
[[nodiscard]] bool isSecond(const Case &found, const store::Person &reviewer);
/// Whether a second review of work can begin: its first one has ended, somebody else made it, and nobody has the second one.
[[nodiscard]] bool canBeSecond(const ReviewPlan &plan, ProjectId project, const model::Task &task,
                               const std::optional<model::Task> &first, const std::optional<model::Task> &second,
                               const QString &reviewer);
/// Puts work among what waits that comes to a person although somebody else has reviewed it. It looks like work that was just handed
/// in. `tasks` and `submissions` are all of the project.
[[nodiscard]] Result<> appendAgain(std::vector<QueueEntry> &queue, const store::Project &project, const store::Reader &reader,
                                   const ReviewPlan &plan, const std::map<TaskId, const model::Task *> &tasks,
                                   const std::vector<model::Submission> &submissions, const store::Person &person);

[[nodiscard]] Sha256Digest contentOf(const model::Annotation &label);
/// The latest decision of a reviewer about each label of a submission.
[[nodiscard]] std::map<AnnotationId, model::Decision> latestOf(const std::vector<model::Decision> &decisions,
                                                               SubmissionId submission, const QString &reviewer);
/// What a person says about labels, as decisions.
[[nodiscard]] Result<std::vector<model::Decision>>
decisionsFrom(const store::Project &project, const model::Schema &schema, const std::vector<model::Annotation> &labels,
              ItemId item, SubmissionId submission, const std::vector<DecisionDraft> &drafts, const store::Person &reviewer);
/// What decisions come to, counted; fails while labels have none that must have one.
[[nodiscard]] Result<FinishReport> counted(const std::vector<model::Annotation> &labels,
                                           const std::map<AnnotationId, model::Decision> &decided,
                                           std::optional<model::DecisionKind> whole, const FinishOptions &options);
/// The heaviest decision about the work as a whole.
[[nodiscard]] std::optional<model::DecisionKind> heaviest(const std::vector<model::Decision> &general);
/// How a review ends that changes nothing of the work: a second one, or one of a copy.
[[nodiscard]] FinishReport without(FinishReport report, std::optional<model::DecisionKind> whole, int round);

}  // namespace plumbline::review
