// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"
#include "core/model/record.h"
#include "core/model/task.h"
#include "core/triage/mediummark.h"

#include <map>
#include <optional>
#include <vector>

/// What becomes of work that could not be labeled.
namespace plumbline::triage {

/// The numbers are not stored, the names are.
enum class Ruling {
    FixMedia,  ///< the medium is to be replaced or found; the work goes on when another one is there
    Answer,    ///< answered, in the guideline if wished; the work goes on
    NewClass,  ///< a class is to come; the work goes on when the schema has it
    Exclude,   ///< the item leaves the queue for everybody, and exports
    HandBack,  ///< to be labeled as it is
    Include,   ///< an excluded item is taken back
};

/// "fix-media", "answer", "new-class", "exclude", "hand-back", "include".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString rulingName(Ruling ruling);
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Ruling> rulingFromName(QStringView name);
/// Translated: "Fix the medium".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString rulingTitle(Ruling ruling);

/// One decision, or that work went on after one. Kept as a record of kind Triage and never changed. What was handed in stands in it
/// as it was: the task says later what is handed in later.
struct Entry {
    Uuid id;
    ItemId item;
    QString author;  ///< whose work it is about
    SubmissionId submission;  ///< the one that said "cannot label"
    Uuid previous;  ///< the decision about the same submission that this one replaces; null = none
    bool wentOn = false;  ///< not a decision: what `previous` waited for came, and the work is to do again
    Ruling ruling = Ruling::HandBack;
    QString words;
    QString className;  ///< of NewClass
    QString guidelineText;  ///< of Answer: what was added to the guideline
    QString by;
    std::int64_t createdMicroseconds = 0;
    bool authenticated = true;
    bool waits = false;  ///< the work did not go on at once
    QString reason;  ///< as handed in
    QString comment;  ///< as handed in
    std::optional<geometry::Point> place;  ///< as handed in
    MediumMark medium;  ///< of FixMedia: what was there
    std::map<TaskId, model::TaskState> closed;  ///< of Exclude: other people's tasks of the item, as they were
};

/// At most one decision can follow another (or none) on one submission: two leads who decide at once write the same id.
[[nodiscard]] Uuid entryId(SubmissionId submission, const Uuid &previous);
[[nodiscard]] model::Record toRecord(const Entry &entry);
/// Malformed for what is no entry.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Entry> entryFromRecord(const model::Record &record);

/// Those about one submission, each after the one that it replaces. Pure.
[[nodiscard]] std::vector<Entry> chainOf(const std::vector<Entry> &entries, SubmissionId submission);

}  // namespace plumbline::triage
