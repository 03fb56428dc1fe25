// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/clip.h"

#include <functional>

namespace plumbline::sceneview {

/// How many points lie in a box.
struct BoxCount {
    std::uint64_t points = 0;
    bool exact = true;  ///< false: parts of the cloud are not in memory, and their share is estimated
    BoxCount &operator+=(const BoxCount &other)
    {
        points += other.points;
        exact = exact && other.exact;
        return *this;
    }
};

/// Of points in memory; pieces beside the box cost nothing.
[[nodiscard]] BoxCount countIn(const std::vector<CloudPointer> &pieces, const ClipBox &box);
/// Of all points of a cloud, by its octree: nodes inside count as a whole, nodes outside not at all, and leaves at the sides of
/// the box by their points where `loaded` has them, otherwise by the share of their volume. Costs as the box's surface.
[[nodiscard]] BoxCount countIn(const SharedOctree &octree, const std::function<CloudPointer(std::size_t node)> &loaded,
                               const ClipBox &box);
/// "1,204 points in the box"; "about" where it is an estimate.
[[nodiscard]] QString wordsFor(const BoxCount &count);

}  // namespace plumbline::sceneview
