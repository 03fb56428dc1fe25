// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/pointvolume.h"

namespace plumbline::geometry {

/// The ground under points as heights: for every cell a plane through the lowest points of the cells around it, fitted again
/// and again to those that lie near it, so that neither roofs nor reflections below the road decide, and slopes do not widen
/// it. Cells far from any point have none. The frame of the points' volume, z up. Nothing without finite points.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<SurfaceVolume> groundSurface(const std::vector<PlacedPoints> &clouds,
                                                                               double tolerance = 0.15);

/// The part of a surface that hangs together with a place without a step; without cells when the place has no surface.
[[nodiscard]] PLUMBLINE_CORE_EXPORT SurfaceVolume connectedFrom(const SurfaceVolume &surface, double x, double y);

/// How far a cluster may go.
struct ClusterLimits {
    double gap = 0.5;                ///< metres between neighbours
    double reach = 12;               ///< metres from the first point, along every axis
    std::size_t points = 1'000'000;  ///< no more than these
};
/// Indices of the points that hang together with points[seed], the seed first, nearer ones before; all of one list.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<std::uint32_t> clusterFrom(std::span<const Vector3> points, std::size_t seed,
                                                                           const ClusterLimits &limits = {});

}  // namespace plumbline::geometry
