// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/extension/sceneparts.h"

/// One box of SUSTechPOINTS: {"psr": {position, scale, rotation}, "obj_type", "obj_id", "obj_attr"}. Position is the centre and
/// scale is length, width, height in the lidar's frame; rotation is three angles in radians, the matrix Rx · Ry · Rz.
namespace plumbline::sustech {

/// Name of the labels' frame when there is no scene.
[[nodiscard]] QString lidarFrame();

/// Fails when a number is missing or none, or the box has no size.
[[nodiscard]] Result<geometry::Cuboid> cuboidFrom(const Json &psr, const QString &frame);
[[nodiscard]] Json psrOf(const geometry::Cuboid &cuboid);

/// Rotation of three angles about x, y and z, and back; the second angle is in [-π/2, π/2].
[[nodiscard]] std::array<double, 4> rotationFromAngles(const std::array<double, 3> &angles);
[[nodiscard]] std::array<double, 3> anglesOf(const std::array<double, 4> &rotation);

/// The id of a record as text; empty when it has none.
[[nodiscard]] QString trackNameOf(const Json &record);
[[nodiscard]] const Json &keptRecord(const model::Annotation &annotation);
/// What is written for a label; nothing when its shape is no cuboid of `frame`. `track` is empty for none.
[[nodiscard]] std::optional<Json> recordOf(const model::Annotation &annotation, const QString &className, const QString &frame,
                                           const QString &track);
[[nodiscard]] QString attributeKey();

}  // namespace plumbline::sustech
