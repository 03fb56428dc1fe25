// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/camera.h"

namespace plumbline::geometry {

/// Corner i: bit 0 = front (+x), bit 1 = left (+y), bit 2 = top (+z), in the cuboid's frame.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::array<Vector3, 8> cornersOf(const Cuboid &cuboid);
/// The twelve edges as pairs of corners.
[[nodiscard]] PLUMBLINE_CORE_EXPORT const std::array<std::array<int, 2>, 12> &cuboidEdges();
[[nodiscard]] PLUMBLINE_CORE_EXPORT Pose poseOf(const Cuboid &cuboid);  ///< frame_from_box
/// The same cuboid in another frame.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Cuboid transformed(const Pose &target_from_source, const Cuboid &cuboid,
                                                       const QString &targetFrame);
/// Between two places of one object at `share` of the way: shift and size linear, rotation by slerp. Frame of the first.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Cuboid interpolated(const Cuboid &from, const Cuboid &to, double share);
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool contains(const Cuboid &cuboid, const Vector3 &point);

/// Intersection over union of the volumes, for any rotations: exact up to rounding. 0 for cuboids without volume.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double cuboidIou(const Cuboid &a, const Cuboid &b);
/// Of the rectangles on the ground, by heading; what tilts a cuboid is left aside.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double footprintIou(const Cuboid &a, const Cuboid &b);

/// How far off a cuboid is from another, each in its own unit: one IoU would hide a heading turned by 180 degrees.
struct CuboidDifference {
    double centreMetres = 0;
    std::array<double, 3> sizeRatio{};      ///< smaller by larger, along length, width and height; 1 = equal
    double headingRadians = 0;              ///< wrapped, [0, π]
    /// Signed distance of each face outwards from the truth's, metres: back, front, right, left, bottom, top, at the middle of
    /// the truth's face along its normal.
    std::array<double, 6> faceMetres{};
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT CuboidDifference differenceOf(const Cuboid &said, const Cuboid &truth);

/// Smallest upright box around what of a cuboid lies in the picture, edges bent by the lens; nothing when none of it does.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Box> projectedBounds(const Camera &camera, const Pose &camera_from_frame,
                                                                       const Cuboid &cuboid);

}  // namespace plumbline::geometry
