// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "core/simulation/lidardrive.h"
#include "core/store/project.h"

namespace plumbline::workflow {

/// A short simulated drive as an item of the demo: sweeps of a lidar and pictures of two cameras in the project's media folder, a
/// few boxes and one track in a person's layer, and a model's predictions for what is left. Private to the demo.
struct DemoDrive {
    int sweeps = 12;
    std::uint64_t seed = 1;
};

/// What is written, ready to be stored.
struct WrittenDrive {
    model::Item item;
    model::Scene scene;
    std::vector<model::Track> tracks;
    std::vector<model::Annotation> annotations;
};

/// `classIds` of simulation::lidarDriveClasses(), in that order. Files go to `folder`/media/drive.
[[nodiscard]] Result<WrittenDrive> writeDemoDrive(store::Project &project, const DemoDrive &drive, const QString &layer,
                                                  const std::vector<ClassId> &classIds, const jobs::JobControl &control);

}  // namespace plumbline::workflow
