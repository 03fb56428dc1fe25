// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"

#include <array>
#include <functional>
#include <optional>
#include <vector>

/// What the Point Cloud Library does for us. Its types stay in one source file, its exceptions end there.
namespace plumbline::engines::lidar {

/// z = height + slopeX · x + slopeY · y.
struct PlaneFit {
    double slopeX = 0;
    double slopeY = 0;
    double height = 0;
    int inliers = 0;
    [[nodiscard]] double at(double x, double y) const { return height + slopeX * x + slopeY * y; }
};

/// The nearly level plane (at most 12° of slope) that most points lie within `tolerance` metres of, by RANSAC, then fitted to
/// those by least squares. Nothing with fewer than `leastInliers`. The same points give the same plane.
[[nodiscard]] Result<std::optional<PlaneFit>> fitLevelPlane(const std::vector<std::array<float, 3>> &points, double tolerance,
                                                            int leastInliers);

using PairTest = std::function<bool(const std::array<float, 2> &, const std::array<float, 2> &)>;
/// Groups of points that hang together by pairs no further apart than `reach` metres for which `joins` holds, as indices. Groups
/// outside [least, most] points are left out. Fails with Cancelled.
[[nodiscard]] Result<std::vector<std::vector<std::size_t>>> clustersOf(const std::vector<std::array<float, 2>> &points,
                                                                       double reach, std::size_t least, std::size_t most,
                                                                       const PairTest &joins, const jobs::JobControl &control);

/// Version of the library, "pcl-1.13.0".
[[nodiscard]] QString libraryVersion();

}  // namespace plumbline::engines::lidar
