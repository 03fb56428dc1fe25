// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/id.h"
#include "core/model/annotation.h"
#include "core/model/item.h"
#include "core/model/scene.h"
#include "core/model/schema.h"
#include "core/model/task.h"
#include "core/model/track.h"

#include <vector>

/// Putting the parts of an item that different people labeled together, so that each object has one id. Pure, any thread.
namespace plumbline::review {

/// What one person handed in of their part.
struct Part {
    QString person;
    model::TaskScope scope;
    SubmissionId submission;
    std::vector<model::Annotation> labels;
    std::vector<model::Track> tracks;
};

struct StitchOptions {
    /// In frames that two parts share: from which mean likeness (of cuboids intersection over union of the volumes, of shapes
    /// overlap::likeness) two objects can be the same one.
    double leastLikeness = 0.1;
    /// Where nothing is shared: how far an object may be from where the other part's object would be if it went on as it went, at
    /// once and for each second between the two; and how long that may be.
    double gateMetres = 0.75;
    double gateMetresPerSecond = 2.5;
    double mostSeconds = 3;
    /// Two ways of joining whose likenesses (predictions count from 0 at the gate to 0.5) differ by less than this are not told apart.
    double margin = 0.15;
    /// From which likeness two objects of different classes are taken for one thing that both parts have.
    double sameThing = 0.5;
};

enum class SeamKind {
    Missing,  ///< one part has it where both look, the other does not
    Class,  ///< both have it, as different classes
    Ambiguous,  ///< several objects could be this one; none was joined
    Uncovered,  ///< frames that are in nobody's part
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString seamKindName(SeamKind kind);

/// Something at a seam that only a person can decide.
struct SeamIssue {
    Uuid id;  ///< follows from kind and labels: the same whenever the same is found
    SeamKind kind = SeamKind::Missing;
    std::size_t frame = 0;  ///< where it shows first
    std::vector<AnnotationId> labels;  ///< as handed in, sorted; of Uncovered none
    QStringList people;  ///< whose parts it is between, sorted
    QString text;  ///< translated; names parts, not people
};

struct Stitched {
    std::vector<model::Annotation> labels;  ///< of the accepted layer
    std::vector<model::Track> tracks;
    std::vector<SeamIssue> issues;  ///< by frame, kind and id
    std::int64_t objects = 0;
    std::int64_t joined = 0;  ///< of them, those that more than one part has
};

/// The rule. Objects are tracks, and labels without one. For every two parts that share frames and classes, objects are assigned one
/// to one by their mean likeness in the frames that both have, the total as large as possible, first within classes and then
/// across them; what has no frame in common is assigned by where it is predicted at the seam (straight on with the velocity over ground
/// of its last two frames). What could as well be joined otherwise is not joined. In shared frames each object is as the part says
/// whose own end is farther away, the earlier part where both are equal. Ids follow from those of the originals; the order in which parts
/// are given does not matter. `scene` null for other kinds of item.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Stitched stitch(const model::Item &item, const model::Scene *scene,
                                                    const model::Schema &schema, std::vector<Part> parts,
                                                    const StitchOptions &options = {});

}  // namespace plumbline::review
