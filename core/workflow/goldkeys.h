// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "core/store/project.h"
#include "core/workflow/goldstore.h"

#include <optional>
#include <vector>

/// Keys of items that change after somebody has handed the item in: corrected, adjudicated, added or taken away. All scores are
/// then what they would be if the last keys had been there from the beginning and what is withdrawn had never been scored. For leads'
/// tools; blocks; any thread but the store's.
namespace plumbline::workflow {

struct KeyChange {
    ItemId item;
    std::optional<GoldStore::StoredKey> key;  ///< nothing = gold no more
};

struct KeyReport {
    std::int64_t keys = 0;  ///< set, new or other than before
    std::int64_t same = 0;  ///< were so already
    std::int64_t removed = 0;
    std::int64_t scored = 0;  ///< submissions that had no result and have one now
    std::int64_t rescored = 0;  ///< that had another one
    std::int64_t unscored = 0;  ///< that have none any more
    IssueList issues;  ///< items that are not there; submissions whose labels the history does not have
};

/// Sets and takes away keys and scores the first submissions of these items anew, on the labels as they were handed in: they come
/// from the history, checked by the submission's hash. A submission whose labels cannot be had keeps its result and is an issue.
/// One durable change of the gold store; the project is not written.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<KeyReport>
changeKeys(const store::Project &project, const std::vector<KeyChange> &changes, const jobs::JobControl &control = {});

struct WithdrawOptions {
    bool readmit = false;  ///< take the withdrawal back
    QString reason;
};
/// Takes submissions or judgements out of the scores, or back in. A later submission of the same round does not take the place of a
/// withdrawn one. Labels and answers themselves stay as they are. NotFound when there is no such one.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<KeyReport> withdraw(const store::Project &project,
                                                               const std::vector<SubmissionId> &submissions,
                                                               const WithdrawOptions &options,
                                                               const jobs::JobControl &control = {});

/// The first submission of a person on an item, or the first judgement of a task: what a score rests on.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<SubmissionId> scoredSubmission(const store::Project &project, ItemId item,
                                                                          const QString &person);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<SubmissionId> scoredJudgement(const store::Project &project, const QString &task,
                                                                         const QString &person);

struct LayerKeys {
    QString layer;
    std::vector<ItemId> items;  ///< empty = all that have labels in the layer
    GoldKind kind = GoldKind::Blind;
    bool another = false;  ///< one more accepted answer beside those that there are; the kind stays as it is
    bool cannotLabel = false;  ///< "cannot label" is right too; where the layer is empty, alone
    bool emptyIsRight = false;  ///< an item without labels in the layer is a key that says that nothing is there
    std::vector<int> frames;  ///< of scenes: those that are judged, by number; empty = all
};
/// Keys that hold what a layer says, frame by frame in scenes (scenelabels.h). Items that cannot be one are issues.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<KeyChange>>
keysFromLayer(const store::Project &project, const LayerKeys &wanted, IssueList &issues, const jobs::JobControl &control = {});

}  // namespace plumbline::workflow
