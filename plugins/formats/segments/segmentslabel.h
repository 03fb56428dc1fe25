// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"

/// Objects of Segments.ai in the world: a cuboid's `position` is the centre, `dimensions` length, width and height, its heading `yaw`
/// counter-clockwise from +x, or `rotation`, a quaternion, where turning is not about z alone.
namespace plumbline::segments {

/// Name of the labels' frame when there is no scene.
[[nodiscard]] QString lidarFrame();

/// What a release has labels of.
enum class Task { Cuboid, Segmentation, Vector };
[[nodiscard]] std::vector<extension::FormatOption> options();
[[nodiscard]] std::optional<Task> taskNamed(const QString &name);  ///< "cuboid", as the option has it
[[nodiscard]] std::optional<Task> taskOf(const QString &taskType);  ///< of "pointcloud-cuboid-sequence"; nothing for pictures
[[nodiscard]] QString taskType(Task task, bool sequence);
[[nodiscard]] bool isOf(Task task, const geometry::Geometry &geometry);

[[nodiscard]] Result<geometry::Cuboid> cuboidFrom(const Json &record, const QString &frame);
/// Puts a box into a record; `rotation` where it is tilted or was there before.
void setCuboid(Json &record, const geometry::Cuboid &cuboid);
/// A polyline of at least two points in space.
[[nodiscard]] Result<geometry::Polyline3> lineFrom(const Json &record, const QString &frame);
[[nodiscard]] Json pointsOf(const geometry::Polyline3 &line);
[[nodiscard]] geometry::Polyline3 transformed(const geometry::Pose &target_from_source, const geometry::Polyline3 &line,
                                              const QString &frame);

/// {"position": {x, y, z}, "heading": {qx, qy, qz, qw}}: world_from_sensor of a frame. Nothing when it is none.
[[nodiscard]] std::optional<geometry::Pose> egoPoseFrom(const Json &egoPose);
[[nodiscard]] Json egoPoseOf(const geometry::Pose &world_from_sensor);

[[nodiscard]] model::Attributes answersIn(const Json &record);
[[nodiscard]] const Json &kept(const model::Annotation &annotation, const char *key);

}  // namespace plumbline::segments
