// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/review.h"
#include "core/model/task.h"
#include "core/review/reviewplan.h"
#include "core/store/project.h"

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

/// Reviewing what annotators handed in. A review looks at a submission as it was handed in, whatever its author does afterwards;
/// decisions are entities of their own that are never changed; the accepted layer is made of copies that name what they were made
/// from. All functions block and may run on any thread but the store's.
namespace plumbline::review {

/// A piece of work that can be reviewed or is being reviewed.
struct QueueEntry {
    model::Task task;  ///< the author's
    model::Submission submission;  ///< the latest
    QString itemName;
    QString reviewer;  ///< who has taken it; empty = nobody
    bool drawn = true;  ///< by the plan; what is not drawn may be accepted without a look
};

/// Id of the task "choose between several people's work" of an item: the same on every machine.
[[nodiscard]] PLUMBLINE_CORE_EXPORT TaskId adjudicateTask(ItemId item);

/// Handed-in work in the order in which it was handed in first, without the person's own.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<QueueEntry>> reviewQueue(const store::Project &project,
                                                                                const store::Person &person);

/// Everything a reviewer sees of one piece of work.
struct ReviewWork {
    model::Item item;
    model::Task task;
    model::Submission submission;
    std::vector<model::Annotation> labels;  ///< as they were handed in
    std::map<AnnotationId, model::Decision> decided;  ///< about these labels, the reviewer's latest of each
    std::vector<model::Decision> general;  ///< about the work as a whole, all of this submission
    /// From the second round on: what was asked for last time, and which labels are other than they were then.
    std::vector<model::Decision> asked;
    std::set<AnnotationId> changed;  ///< new or changed since the submission that was reviewed last
    std::vector<model::Annotation> removed;  ///< taken away since then, as they were
    std::set<AnnotationId> settled;  ///< as they were then, when nobody asked for anything: need no second look
    bool reworked = false;  ///< there was such a submission
    bool editedSince = false;  ///< the author has changed labels after handing in
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<ReviewWork> reviewWork(const store::Project &project, ItemId item,
                                                                  const QString &author, const store::Person &reviewer);

/// The same of several pieces of work (item, author) in their order; all or an error. Costs less than one after the other.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<ReviewWork>> reviewWorks(
    const store::Project &project, const std::vector<std::pair<ItemId, QString>> &works, const store::Person &reviewer);

/// Takes a piece of work: its author can no longer change it. Nothing happens when the person has it already. Fails with Conflict
/// when somebody else has it, with PermissionDenied for one's own work and without the role.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> takeForReview(store::Project &project, ItemId item, const QString &author,
                                                           const store::Person &reviewer);
/// Gives it back undecided; decisions made so far stay and are found again.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> giveBack(store::Project &project, ItemId item, const QString &author,
                                                      const store::Person &reviewer);

struct DecisionDraft {
    AnnotationId annotation;  ///< null = the work as a whole
    model::DecisionKind kind = model::DecisionKind::Accept;
    QString errorCode;
    QString comment;
    std::optional<model::FrameRef> frame;
    std::optional<geometry::Point> place;
};

/// Records decisions about work the person has taken, all in one undoable step. Each must name a label that was handed in; fix and
/// reject need one of the schema's error codes.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<store::Ack> decide(store::Project &project, ItemId item, const QString &author,
                                                              const std::vector<DecisionDraft> &drafts,
                                                              const store::Person &reviewer);

struct FinishOptions {
    bool acceptRest = false;  ///< what nobody decided about is accepted; otherwise it keeps the review from ending
};

struct FinishReport {
    model::TaskState state = model::TaskState::InReview;
    int round = 1;  ///< of the task from now on
    std::int64_t accepted = 0;
    std::int64_t toFix = 0;
    std::int64_t rejected = 0;
    std::int64_t written = 0;  ///< labels that came into the accepted layer or changed there
    std::int64_t removed = 0;  ///< labels that left it
    /// The work goes to adjudication: rounds are used up, the accepted layer holds somebody else's labels of the same
    /// scope, or people's labels of the item were adjudicated before.
    bool adjudicate = false;
};

/// Ends a review with what the decisions come to: rejected as a whole, back to the author for a new round when anything is to be
/// fixed or to go, otherwise accepted, and then the labels are copied into the accepted layer. One durable step, not undoable;
/// reopen() is the way back.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<FinishReport> finishReview(store::Project &project, ItemId item, const QString &author,
                                                                      const FinishOptions &options,
                                                                      const store::Person &reviewer);

/// Unlocks accepted, rejected or finished work, and work that could not be labeled.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<model::TaskState> reopen(store::Project &project, ItemId item, const QString &author,
                                                                    const store::Person &person);
/// Closes accepted work, and leaves out work that cannot be labeled.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<model::TaskState> close(store::Project &project, ItemId item, const QString &author,
                                                                   const store::Person &person);

/// Two reviewers who say different things about the same label as it was handed in.
struct DecisionConflict {
    ItemId item;
    AnnotationId annotation;  ///< null = the work as a whole
    SubmissionId submission;
    std::vector<model::Decision> decisions;  ///< the latest of each reviewer
};
/// Pure: at most one conflict for each label of a submission.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<DecisionConflict> conflictsOf(const std::vector<model::Decision> &decisions);

}  // namespace plumbline::review
