// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"
#include "core/geometry/cuboids.h"

/// A record of sample_annotation. Translation is the centre in the map's frame (z up), size is width, length, height, rotation
/// a quaternion w x y z.
namespace plumbline::nuscenes {

/// Name of the map's frame in cuboids of scenes that are not known.
[[nodiscard]] QString globalFrame();

/// In globalFrame(). Fails when a number is missing or none, the rotation no rotation, or the box has no size.
[[nodiscard]] Result<geometry::Cuboid> cuboidFrom(const Json &record);
/// Puts a cuboid in globalFrame() into the record.
void setCuboid(Json &record, const geometry::Cuboid &cuboid);

/// global_from_label for a frame; nothing when the scene or its vehicle's pose is not known.
[[nodiscard]] std::optional<geometry::Pose> globalFromLabel(const std::optional<model::Scene> &scene, std::int64_t frame);
[[nodiscard]] std::optional<geometry::Pose> globalFromLabel(const model::Scene *scene, std::int64_t frame);

/// The cuboid as the label has it, from the one of the file.
[[nodiscard]] geometry::Cuboid labelCuboid(const geometry::Cuboid &global, const std::optional<geometry::Pose> &global_from_label,
                                           const QString &labelFrame);
/// Nothing when the label's frame is neither the scene's nor the map's.
[[nodiscard]] std::optional<geometry::Cuboid>
globalCuboid(const geometry::Cuboid &label, const std::optional<geometry::Pose> &global_from_label, const QString &labelFrame);

[[nodiscard]] const Json &keptRecord(const model::Annotation &annotation);

/// "vehicle.moving" is the answer "moving" of the attribute "vehicle"; a name without a point is a yes.
void addAttribute(model::Attributes &attributes, const QString &name);
/// Name of an answer, empty when the format cannot say it.
[[nodiscard]] QString attributeName(const QString &key, const model::AttributeValue &value);
[[nodiscard]] QString visibilityKey();

/// 32 hexadecimal digits for what has no token yet.
[[nodiscard]] QString tokenOf(const Uuid &id);

}  // namespace plumbline::nuscenes
