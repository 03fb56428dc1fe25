// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/camera.h"
#include "core/jobs/jobcontrol.h"

#include <QColor>
#include <QImage>
#include <QString>

#include <vector>

namespace plumbline::workstation {

/// A cuboid to be drawn from above.
struct TopCut {
    geometry::Cuboid cuboid;  ///< label frame
    QColor colour;
};

/// The points around cuboids of one sweep from above, heading up, the footprint drawn on with a tick at the front; points inside the
/// cuboid bright, others by height. Clouds of more than two million points are sampled. One picture of `size` for each cut, null
/// for all when the file cannot be read, and for cuboids without a size. Any thread; blocks.
[[nodiscard]] std::vector<QImage> topViews(const QString &cloud, const geometry::Pose &label_from_cloud,
                                           const std::vector<TopCut> &cuts, QSize size, const jobs::JobControl &control);

}  // namespace plumbline::workstation
