// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloud/cloudreader.h"
#include "core/cloud/octree.h"
#include "core/geometry/pose.h"

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

namespace plumbline::sceneview {

using geometry::Vector3;

/// Which sweep of a scene points come from.
struct SweepTag {
    std::int32_t frame = -1;   ///< index into Scene::frames; -1 = not said
    std::int32_t sensor = -1;  ///< index into Scene::sensors
    bool operator==(const SweepTag &) const = default;
};

/// Points as the view needs them: finite ones only, in the label frame relative to `origin`, mixed so that any first part of
/// them is a fair sample. A value that never changes once made; shared between threads.
struct CloudData {
    Vector3 origin{};  ///< label frame
    std::vector<std::array<float, 3>> positions;
    std::vector<cloud::Channel> channels;
    std::vector<cloud::Column> columns;  ///< of the channels, or none where none were asked for
    std::vector<std::uint32_t> indices;  ///< of each point in the cloud's file; empty when not known
    SweepTag tag;
    bool merged = false;  ///< of another frame than the one that is looked at: drawn dimmer, in no box
    std::array<float, 3> least{};
    std::array<float, 3> most{};
    float spacing = 0.05F;        ///< usual distance of neighbours, metres
    std::uint64_t inFile = 0;     ///< points of the file
    std::uint64_t noReturn = 0;   ///< of those read, without a finite position
    bool sample = false;          ///< not all points of the file

    [[nodiscard]] std::size_t size() const { return positions.size(); }
};
using CloudPointer = std::shared_ptr<const CloudData>;

/// An octree with the lock that its loading needs.
struct SharedOctree {
    std::unique_ptr<cloud::Octree> tree;
    std::mutex loading;
    geometry::Pose label_from_cloud;
    Vector3 origin{};  ///< of its points in the label frame
    SweepTag tag;

    [[nodiscard]] Result<CloudPointer> load(std::size_t node);
};

/// Reads a cloud whole. Fails with the reader's words, with NotFound when it has no finite point, with Cancelled.
[[nodiscard]] Result<CloudPointer> readCloud(cloud::CloudReader &reader, const geometry::Pose &label_from_cloud,
                                             const jobs::JobControl &control, SweepTag tag = {});
/// Reads about `count` points from all over the file.
[[nodiscard]] Result<CloudPointer> sampleCloud(cloud::CloudReader &reader, std::uint64_t count,
                                               const geometry::Pose &label_from_cloud, const jobs::JobControl &control,
                                               SweepTag tag = {});
/// Sets bounds, spacing and order of points that were collected.
void finish(CloudData &data);
/// Some of its points, in the order given, with the spacing they have in it. Null when there are none.
[[nodiscard]] CloudPointer subsetOf(const CloudData &data, const std::vector<std::size_t> &kept);
/// The same points in another frame.
[[nodiscard]] std::shared_ptr<CloudData> moved(const geometry::Pose &target_from_source, const CloudData &data);

/// Smallest and largest of most values: a share `tail` lies beyond either end. {0, 1} without values.
[[nodiscard]] std::array<double, 2> usualRange(std::vector<double> values, double tail);

}  // namespace plumbline::sceneview
