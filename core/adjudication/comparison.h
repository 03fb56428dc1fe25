// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adjudication/ruling.h"
#include "core/jobs/jobcontrol.h"
#include "core/model/item.h"
#include "core/model/scene.h"
#include "core/model/task.h"
#include "core/store/project.h"

#include <optional>
#include <vector>

/// What several people, the consensus and the model say of one item, laid side by side. Blocks; any thread but the store's.
namespace plumbline::adjudication {

enum class SourceKind { Person, Consensus, Model, Accepted };

/// Labels of one origin: of a person as they were handed in last, of the others as they are now.
struct Source {
    SourceKind kind = SourceKind::Person;
    QString letter;  ///< "A", "B"… of people, dealt anew for each item so that nobody is the same letter throughout; else empty
    QString layer;  ///< whose it is: for the program, not to be shown while the plan of reviews is blind
    std::vector<model::Annotation> labels;
    std::optional<model::Submission> submission;  ///< of a person
};

enum class Why {
    Agreed,  ///< all people have it, alike and of one class
    Missing,  ///< somebody who saw the item does not have it
    Class,  ///< classes differ
    Shape,  ///< the shapes are too little alike
    Values,  ///< attributes, role or text differ
};

/// What people say about one object. Consensus and model are shown beside it but are no versions.
struct Case {
    Uuid id;  ///< caseIdOf(): the same wherever it is found
    ItemId item;
    Why why = Why::Agreed;
    double likeness = 1;  ///< mean over pairs of versions, in [0, 1]
    struct Version {
        std::size_t source = 0;  ///< into Comparison::sources
        model::Annotation label;
    };
    std::vector<Version> versions;  ///< people's, by letter
    std::vector<std::size_t> absent;  ///< people who saw the item and have no such object
    std::vector<Version> beside;  ///< of consensus, model and accepted layer, where alike
    std::optional<model::Annotation> base;  ///< what all versions were made from
    std::vector<Ruling> rulings;  ///< those that hold: none is superseded by another one
    /// More than one ruling holds and they say different things: nothing is accepted until one supersedes them.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT bool contradictory() const;
    /// Whether somebody still has to rule: people disagree and no ruling holds, rulings contradict each other, or the version that
    /// was chosen has been handed in anew with another content.
    [[nodiscard]] PLUMBLINE_CORE_EXPORT bool open() const;
};

struct CompareOptions {
    double iou = 0.5;  ///< from where objects of different people can be the same one, in [0.1, 1]
    double alike = 0.75;  ///< below this mean likeness the shapes disagree
};

struct Comparison {
    model::Item item;
    std::optional<model::Scene> scene;
    std::vector<Source> sources;  ///< people by letter, then consensus, model, accepted
    std::vector<Case> cases;  ///< disagreements first, in reading order within the item; agreed ones after them
    bool blind = true;  ///< names are not to be shown
    std::int64_t operation = 0;  ///< the last one that it has seen
};

/// Items that two or more people handed in, with their number of cases that still need a ruling, most first.
struct CompareEntry {
    ItemId item;
    QString name;
    int people = 0;
    int open = 0;  ///< disagreements without a ruling, or with contradictory ones
    bool asked = false;  ///< a review ended with the item going to adjudication
    bool adjudicated = false;
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<CompareEntry>>
compareQueue(const store::Project &project, const store::Person &person, const jobs::JobControl &control);

/// PermissionDenied without the role; NotFound when nobody handed the item in.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Comparison> compare(const store::Project &project, ItemId item,
                                                               const CompareOptions &options, const store::Person &person,
                                                               const jobs::JobControl &control);

/// What is decided about one case.
struct RulingDraft {
    Uuid caseId;
    enum class Kind {
        Choose,  ///< the version of `source`
        None,  ///< there is no such object
        Edit,  ///< `result`, drawn or changed by the one who decides
        Merge,  ///< overlap::consensusShape() of `sources`, class and values that most of them have
    };
    Kind kind = Kind::Choose;
    std::vector<std::size_t> sources;  ///< Choose: one; Merge: two or more; into Comparison::sources
    std::optional<model::Annotation> result;  ///< Edit
    QString note;
};

/// Records rulings and brings the accepted layer to what all rulings of the item come to: one undoable step. A draft about a case
/// that has rulings already supersedes those of the same person, and those it was shown (in `comparison`). Fails with Conflict,
/// changing nothing, when a version was changed or deleted since `comparison` was made.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<store::Ack> rule(store::Project &project, const Comparison &comparison,
                                                            const std::vector<RulingDraft> &drafts, const store::Person &person);

struct AdjudicationReport {
    std::int64_t agreed = 0;  ///< accepted because all people say the same
    std::int64_t ruled = 0;
    std::int64_t written = 0;  ///< labels that came into the accepted layer or changed there
    std::int64_t removed = 0;
};
/// Ends it: what people agree on joins what was ruled in the accepted layer, the people's tasks become Adjudicated. Every accepted
/// label names all versions, their authors, submissions and the rulings in extra["plumbline-case"]. Conflict while cases are open.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<AdjudicationReport> finishAdjudication(store::Project &project, ItemId item,
                                                                                  const CompareOptions &options,
                                                                                  const store::Person &person,
                                                                                  const jobs::JobControl &control);

}  // namespace plumbline::adjudication
