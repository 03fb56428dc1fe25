// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/review/stitching.h"
#include "core/store/project.h"

#include <vector>

/// One item in the hands of several people: their parts, and what comes of them together. Blocks; any thread but the store's.
namespace plumbline::review {

struct StitchReport {
    Stitched stitched;
    std::vector<model::Task> parts;  ///< by who has them
    std::int64_t written = 0;  ///< labels that came into the accepted layer or changed there
    std::int64_t removed = 0;
};

struct StitchRequest {
    bool dryRun = false;  ///< only say what would come of what is handed in by now
    bool anew = false;    ///< also when somebody has changed the accepted labels by hand since: that is taken back
    StitchOptions options;
};

/// Puts the parts of an item together in the accepted layer, in one durable step. Every part has to be accepted (for a dry run: handed
/// in); Conflict in words otherwise, where the accepted layer holds labels that did not come from parts, and where somebody has changed
/// those that did (the project setting "stitched:ITEM" is their hash). What only a person can decide becomes an open remark at its label and frame, and the item goes to adjudication; a remark about what is no longer so
/// is resolved. Doing it again changes nothing. Needs Act::Adjudicate.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<StitchReport> stitchItem(store::Project &project, ItemId item,
                                                                    const StitchRequest &request, const store::Person &person);

}  // namespace plumbline::review
