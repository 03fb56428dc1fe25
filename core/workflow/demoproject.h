// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "core/store/project.h"

namespace plumbline::workflow {

struct DemoOptions {
    int items = 60;
    std::uint64_t seed = 1;
    /// One more item: a short simulated drive with a lidar and two cameras, some boxes, a track, and predictions.
    bool drive = false;
};

struct DemoReport {
    QString project;
    std::int64_t items = 0;   ///< pictures
    std::int64_t scenes = 0;
    std::int64_t annotations = 0;
    std::int64_t gold = 0;
    std::int64_t practice = 0;
    std::int64_t submissions = 0;
    std::int64_t judgements = 0;  ///< of tasks that are answered with one label
};

/// Makes a team project that shows everything: simulated street pictures, a schema with attributes, blind and practice gold,
/// already accepted work, members with known error rates who have submitted labels, and twenty people of known habits
/// (simulation::judgementTeam) who answered tasks with one label each. The same seed gives the same project
/// content on every machine. Fails when the folder exists and is not empty; leaves nothing half-made.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<DemoReport> makeDemo(const QString &folder, const DemoOptions &options,
                                                                const jobs::JobControl &control);

}  // namespace plumbline::workflow
