// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "core/store/project.h"

namespace plumbline::review {

struct UndrawnReport {
    std::int64_t accepted = 0;    ///< pieces of work
    std::int64_t adjudicate = 0;  ///< of them: the accepted layer holds somebody else's labels, so somebody has to choose
    std::int64_t written = 0;     ///< labels that came into the accepted layer or changed there
};

/// Accepts, without a look, what waits and was not drawn for review (reviewplan.h). Each piece of work is a durable step of its own;
/// what somebody takes for review meanwhile is passed over. PermissionDenied without Act::Review. Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<UndrawnReport> acceptUndrawn(store::Project &project, const store::Person &person,
                                                                        const jobs::JobControl &control = {});

}  // namespace plumbline::review
