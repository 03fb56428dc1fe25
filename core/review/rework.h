// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/review.h"
#include "core/model/task.h"
#include "core/workflow/handedin.h"

#include <optional>
#include <set>
#include <vector>

/// What a new round of a piece of work has to be looked at for. Private to this folder.
namespace plumbline::review {

/// What was handed in now beside what was reviewed last.
struct Rework {
    model::Submission before;  ///< the last one of an earlier round
    std::vector<model::Decision> asked;  ///< then: to be fixed or to go
    std::set<AnnotationId> changed;  ///< new, or other than then
    std::vector<model::Annotation> removed;  ///< as they were
    std::set<AnnotationId> settled;  ///< as they were, and nobody asked for anything: nobody needs to look again
};

/// Nothing in the first round. Submissions in their order, decisions about the item.
[[nodiscard]] Result<std::optional<Rework>> reworkOf(const workflow::HandedIn &layers,
                                                     const std::vector<model::Submission> &submissions,
                                                     const std::vector<model::Annotation> &handedIn,
                                                     const std::vector<model::Decision> &decisions);

}  // namespace plumbline::review
