// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/item.h"
#include "core/store/project.h"
#include "core/store/reader.h"
#include "core/triage/triageentry.h"

#include <optional>
#include <vector>

/// Deciding about work that could not be labeled. Nothing here reads known answers: whether an item is one of them changes neither
/// what is listed nor what a decision does. All functions block and may run on any thread but the store's; all need Act::Triage.
namespace plumbline::triage {

/// Work that could not be labeled and is not decided about for good.
struct Case {
    model::Item item;
    model::Task task;
    model::Submission submission;  ///< the author's latest
    bool reasonKnown = true;  ///< the schema still has it
    /// Decided, but what the work needs is not there yet.
    std::optional<Entry> waiting;
    std::vector<Entry> entries;  ///< about this author's work on the item, the oldest first
};

struct Overview {
    std::vector<Case> cases;  ///< by reason in the schema's order, then others by name, then in the project's order
    std::vector<model::Item> leftOut;  ///< items that were excluded, in the project's order
    std::int64_t unreadable = 0;  ///< records that could not be read and were passed over
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Overview> overview(const store::Project &project, const store::Person &person);

/// What has happened to an item, the oldest first: who handed in what, and what was decided.
struct Event {
    std::int64_t microseconds = 0;
    QString who;
    QString text;  ///< translated
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<Event>> eventsOf(const store::Project &project, ItemId item,
                                                                        const store::Person &person);

struct Draft {
    Ruling ruling = Ruling::HandBack;
    QString words;  ///< for the author, as a remark at the place; an answer needs some
    QString className;  ///< of NewClass: the class that is to come
    QString guidelineText;  ///< of Answer: a paragraph to add to the guideline; empty = none
    /// What the person who decides has seen: the submission (null = whichever is the latest), and the decision that waits (null =
    /// none does).
    SubmissionId submission;
    Uuid waiting;
};

struct Outcome {
    Uuid entry;
    model::TaskState state = model::TaskState::CannotLabel;  ///< of the author's task from now on
    bool waits = false;
};

/// Decides in one durable step that the person can take back until the author goes on. Conflict, in words, when somebody else has
/// decided meanwhile, when the author has handed in again, and for Exclude while the item is in review; NotFound for an item that is
/// not there any more.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Outcome> decide(store::Project &project, ItemId item, const QString &author,
                                                           const Draft &draft, const store::Person &person);

/// Takes an excluded item in again: its tasks are what they were, where nobody has changed them since; the work that could not be
/// labeled is to do again.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> include(store::Project &project, ItemId item, const QString &words,
                                                     const store::Person &person);

/// Takes the person's last step back when it was a decision of triage; Conflict in words otherwise. Gives its title.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QString> takeBack(store::Project &project, const store::Person &person);

}  // namespace plumbline::triage
