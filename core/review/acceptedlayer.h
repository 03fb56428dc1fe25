// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/gesture.h"
#include "core/model/task.h"
#include "core/store/layerhistory.h"
#include "core/store/reader.h"

#include <vector>

/// How reviewed labels come into the accepted layer. Private to this folder and core/adjudication.
namespace plumbline::review {

/// What bringing a submission into the accepted layer changes.
struct AcceptedChange {
    std::int64_t written = 0;
    std::int64_t removed = 0;
    /// Somebody else's labels of the same scope are there: nothing is changed.
    QString occupiedBy;
};

/// Adds to the gesture what makes the accepted labels that come from this author equal to what was handed in. Each accepted
/// label is a copy with an id that follows from the original's, so that accepting again changes it instead of doubling it; parent
/// is the original, and extra "plumbline-review" names author, reviewer and submission.
[[nodiscard]] Result<AcceptedChange> accept(history::GestureBuilder &builder, const store::Reader &reader,
                                            const model::Submission &submission, const store::LayerState &handedIn,
                                            const QString &reviewer, std::int64_t microseconds);

/// The id of the accepted copy of a label or track.
[[nodiscard]] AnnotationId acceptedId(AnnotationId original);
[[nodiscard]] TrackId acceptedId(TrackId original);

}  // namespace plumbline::review
