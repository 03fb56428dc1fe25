// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/cuboids.h"
#include "plugins/views/scene/clouddata.h"

#include <map>
#include <vector>

namespace plumbline::sceneview {

/// Only what lies in this box is shown, picked and counted. Label frame.
struct ClipBox {
    geometry::Pose label_from_box;
    Vector3 half{};  ///< half of length, width, height
    bool operator==(const ClipBox &) const = default;
};

/// A cuboid with so much room on every side.
[[nodiscard]] ClipBox clipAround(const geometry::Cuboid &cuboid, double margin);
/// Everything between two heights, label frame, within 10 km.
[[nodiscard]] ClipBox clipBetween(double low, double high);
/// The six half spaces that it is made of, relative to `origin`: x · n + d ≥ 0.
[[nodiscard]] std::array<std::array<double, 4>, 6> planesOf(const ClipBox &clip, const Vector3 &origin);
/// Points of a piece that lie in it, ascending.
[[nodiscard]] std::vector<std::size_t> pointsIn(const CloudData &data, const ClipBox &clip);

/// Clouds cut to a box, each cut once.
class ClippedClouds
{
public:
    /// Nothing: everything goes.
    void setClip(const std::optional<ClipBox> &clip);
    [[nodiscard]] const std::optional<ClipBox> &clip() const { return m_clip; }
    /// Those parts of the pieces that lie in it.
    [[nodiscard]] std::vector<CloudPointer> of(const std::vector<CloudPointer> &pieces);
    /// Drops cut pieces that were not asked for since the last call.
    void forgetUnused();

private:
    struct Cut {
        CloudPointer whole;  // keeps the key alive
        CloudPointer part;   // null when nothing of it lies in the box
        bool used = true;
    };
    std::optional<ClipBox> m_clip;
    std::map<const CloudData *, Cut> m_cut;
};

}  // namespace plumbline::sceneview
