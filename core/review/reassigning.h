// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/task.h"
#include "core/store/project.h"

#include <optional>
#include <vector>

/// Who does what: handing out work, and handing on what somebody has left. Whoever did something stays named for it: layers, tasks
/// and submissions of the one who left are not changed, but for their task being closed. All functions block, may run on any thread
/// but the store's, and need Act::Plan.
namespace plumbline::review {

/// Key of `extra` in labels and tracks that were copied from a former author: {"author", "by"}.
inline constexpr const char *reassignedKey = "plumbline-reassigned";
/// Task::reason of a task that was handed on; its comment is the name of who has it now.
[[nodiscard]] inline QString reassignedReason()
{
    return QStringLiteral("reassigned");
}

struct TaskRow {
    model::Task task;
    QString itemName;
    QString part;  ///< of the item, in words; empty = all of it
    bool isMember = true;  ///< the assignee still is one
    QString reviewer;  ///< who has taken it for review
};
struct TaskFilter {
    std::optional<ItemId> item;
    QString person;
    std::optional<model::TaskState> state;
};
/// Annotation tasks that are there (an item that nobody has begun has none), by the names of people and items.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<TaskRow>> tasksOf(const store::Project &project, const TaskFilter &filter,
                                                                         const store::Person &person);

/// Hands an item, or a part of it, to somebody. One task a person and item: a task that is there and not handed in gets the part.
/// Conflict when it is handed in, being reviewed or finished; InvalidArgument for a class that the schema lacks and for who may not
/// label. Undoable.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<model::Task> assign(store::Project &project, ItemId item, const QString &to,
                                                               const model::TaskScope &part, const store::Person &person);

struct Reassigned {
    model::Task task;  ///< of the one who has it now
    std::int64_t labels = 0;  ///< copied
    std::int64_t tracks = 0;
};
/// Hands on what somebody has begun, or was asked to fix or to do anew. With `copy` the former author's labels are where the other
/// one begins: copies in their layer, `parent` the original, origin kept. Work that begins with copies is of round 2 at least: it is
/// not what the new author does alone, so it is not scored. Conflict, in words, for work that is handed in, in review, finished or
/// handed in as "cannot label", and when the other one has begun already. Undoable in one step.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Reassigned> reassign(store::Project &project, ItemId item, const QString &from,
                                                                const QString &to, bool copy, const store::Person &person);

/// Ends a review that somebody has taken, undecided: the work waits for a review again, decisions made so far stay. For leads; a
/// reviewer gives back what is theirs with giveBack().
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> releaseReview(store::Project &project, ItemId item, const QString &author,
                                                           const store::Person &person);

}  // namespace plumbline::review
