// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontrol.h"
#include "core/model/schema.h"
#include "core/store/project.h"
#include "core/workflow/teamreport.h"

namespace plumbline::workflow {

/// What a team report is made from.
struct TeamData {
    TeamRecord record;
    std::vector<PictureWork> pictures;
    std::vector<std::int64_t> guidelineChanges;  ///< microseconds UTC, ascending
    model::Schema schema;
    std::int64_t lastOperation = 0;
    bool fromIndex = false;  ///< the judgements came from the index, at most some new ones from the project
};

/// Reads the judgements through an index in the project's cache folder (it holds no gold and may be deleted at any time) and
/// joins them with the gold store. Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<TeamData> loadTeam(const store::Project &project,
                                                              const jobs::JobControl &control = {});

/// Puts names of items where signs of work on pictures have their ids; an id without an item stays.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> nameSigns(TeamReport &report, const store::Project &project);

/// The index: a record without gold, and the operation up to which it goes. reading checks everything that is used later.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray encodeTeamIndex(const TeamRecord &record, ProjectId project,
                                                               std::int64_t lastOperation);
struct TeamIndex {
    TeamRecord record;
    std::int64_t lastOperation = 0;
    std::vector<std::uint32_t> sortedTasks;
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<TeamIndex> decodeTeamIndex(QByteArrayView data, ProjectId project);

}  // namespace plumbline::workflow
