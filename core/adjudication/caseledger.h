// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adjudication/ruling.h"
#include "core/history/gesture.h"
#include "core/model/track.h"
#include "core/store/reader.h"
#include "core/store/recordlog.h"

#include <map>
#include <set>
#include <vector>

/// What follows from the rulings about an item: accepted labels and conflicts. A function of the set of rulings, so that neither the
/// order in which they come nor the way they take, window, command line or packet, makes a difference.
namespace plumbline::adjudication {

/// Key of `extra` in accepted labels and tracks that rulings lead to: case, versions, authors, submissions, rulings, digest.
inline constexpr const char *caseKey = "plumbline-case";

/// What is there of an item.
struct CaseState {
    ItemId item;
    std::map<AnnotationId, model::Annotation> accepted;
    std::set<AnnotationId> there;  ///< labels in any layer
    std::map<TrackId, model::Track> tracks;  ///< of all layers; needed where results are in tracks
    std::map<SubmissionId, QString> authors;  ///< of submissions; needed where rulings name some
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<CaseState> caseState(const store::Reader &reader, ItemId item);

/// A conflict as it is recorded: one for each kind and subject of an item.
[[nodiscard]] PLUMBLINE_CORE_EXPORT model::Record conflictRecord(ItemId item, const QString &kind, const QString &subject,
                                                                 std::vector<QString> parts);
using Conflicts = std::map<Uuid, model::Record>;

struct CaseOutcome {
    std::int64_t accepted = 0;  ///< labels made or changed
    std::int64_t withdrawn = 0;  ///< labels that go
    /// Those that there have to be, of the kinds "contradiction" (rulings differ: none is taken), "object-gone" (what was chosen is
    /// no longer there; it is accepted all the same) and "result-edited" (the accepted label was changed by hand; it stays).
    Conflicts conflicts;
};

/// Adds to the gesture what brings the accepted layer to where all rulings of the item together put it. Where a case is ruled about,
/// copies of its versions that a review brought into the accepted layer go. Two cases that share a version in the same frame, since
/// somebody handed in anew between the rulings, are one: equal rulings are accepted once, others contradict each other.
[[nodiscard]] PLUMBLINE_CORE_EXPORT CaseOutcome settleCases(const CaseState &state, const std::vector<Ruling> &rulings,
                                                            history::GestureBuilder &builder);

/// Whether the kind is one of those that settleCases() makes.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isCaseConflict(const model::Record &conflict);
/// Adds what makes the recorded conflicts equal to `wanted`; returns how many are new.
PLUMBLINE_CORE_EXPORT std::int64_t settleConflicts(const std::vector<model::Record> &recorded, const Conflicts &wanted,
                                                   history::GestureBuilder &builder);

}  // namespace plumbline::adjudication
