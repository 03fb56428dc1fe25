// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloud/octree.h"

namespace plumbline::cloud {

/// From where an octree is looked at. Coordinates as those of its nodes.
struct CloudView {
    /// Half spaces whose common part is seen: x · plane[0..2] + plane[3] ≥ 0.
    std::vector<std::array<double, 4>> planes;
    std::array<double, 3> eye{};
    /// Perspective: pixels that one unit takes at one unit of distance. Parallel: pixels that one unit takes.
    double pixelsPerUnit = 1;
    bool perspective = true;
};

struct DetailOptions {
    std::uint64_t points = 3'000'000;  ///< that may be shown; the root is, whatever it has
    double pixels = 1.5;               ///< points of a node nearer to each other than this need no more detail
};

/// Which nodes to show, nearest first: together they cover all that is seen, as finely as the budget allows, coarsest places
/// first. Costs as the number of nodes looked at, not as the cloud.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<std::size_t> nodesToShow(const Octree &octree, const CloudView &view,
                                                                         const DetailOptions &options = {});

}  // namespace plumbline::cloud
