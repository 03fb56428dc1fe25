// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "core/overlap/detectionagreement.h"
#include "core/overlap/distanceagreement.h"
#include "core/store/reader.h"

#include <functional>

/// The objects that people have handed in, item after item, for agreement and consensus. Reads submissions and layers alone:
/// gold keys and scores are never looked at, so nothing that is made from this can tell which items are gold.
namespace plumbline::workflow {

struct LabelingCounts {
    std::int64_t items = 0;  ///< with at least one labeling
    std::int64_t labelings = 0;
    std::int64_t cannotLabel = 0;  ///< last answers that were "cannot label": no labelings
    std::int64_t partial = 0;  ///< last answers that cover a part of the item: no labelings either
};

/// Visits every item of the project in its order with the labelings of all who handed it in. A person's last submission says
/// which layer and whether it counts; the layer is taken as it is now. A layer that several people hand in (in a project of
/// one) counts once, under the name that comes first. The labels of a person who handed nothing in are drafts and no labeling. Of a scene,
/// labels are those of every frame, with what tracks say between their keyframes (scenelabels.h).
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<>
visitLabelings(const store::Reader &reader,
               const std::function<Result<>(const model::Item &, const overlap::ItemLabelings &)> &visitor,
               LabelingCounts &counts, const jobs::JobControl &control);

struct ObjectAgreement {
    overlap::DetectionAgreement detection;
    overlap::DistanceResult distance = tl::unexpected(overlap::NoDistances::NoSameItem);
    LabelingCounts counts;
    IssueList issues;  ///< items that were left out, and why
};

/// Agreement of all who handed in objects, over the whole project.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<ObjectAgreement>
objectAgreement(const store::Reader &reader, const overlap::DetectionOptions &options, const jobs::JobControl &control);

}  // namespace plumbline::workflow
