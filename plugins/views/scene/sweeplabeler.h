// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontrol.h"
#include "plugins/views/scene/pointchoice.h"
#include "plugins/views/scene/pointlabeledits.h"

namespace plumbline::sceneview {

/// One sweep that a gesture reaches.
struct SweepToLabel {
    std::int64_t frame = 0;
    QString path;  ///< absolute
    QString name;  ///< what people read
    geometry::Pose volume_from_cloud;
    std::optional<geometry::PointLabels> before;
    QString coordinateFrame;  ///< of labels where there are none yet
    bool isShown = false;     ///< the sweep in which the gesture was made
};

struct SweepsLabeled {
    std::vector<PointLabelEdits::FrameChange> changes;
    std::uint64_t points = 0;  ///< changed in all sweeps
    QStringList problems;      ///< sweeps that were left out, in words
};

/// Reads the sweeps from their files, piece by piece, and changes the labels of what lies in the volumes. Sweeps that cannot be
/// read or whose labels are for another number of points are left out and named. Any thread. Fails with Cancelled.
[[nodiscard]] Result<SweepsLabeled> labelSweeps(const std::vector<SweepToLabel> &sweeps, const std::vector<PointStep> &steps,
                                                const jobs::JobControl &control);

/// Changes the labels of a sweep whose points are in memory; nothing when they are for another number of points.
[[nodiscard]] std::optional<PointLabelEdits::FrameChange>
labelSweep(std::int64_t frame, const std::optional<geometry::PointLabels> &before, const QString &coordinateFrame,
           const std::vector<geometry::PointSet> &chosen, const std::vector<PointStep> &steps);

}  // namespace plumbline::sceneview
