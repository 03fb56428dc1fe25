// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <array>
#include <optional>

namespace plumbline::geometry {

using Vector3 = std::array<double, 3>;

/// A rotation and a shift, named target_from_source: p_target = R · p_source + t. Metres. The quaternion (x y z w) has length 1;
/// q and -q are the same rotation, and w is never negative in results.
struct Pose {
    std::array<double, 4> rotation{0, 0, 0, 1};
    Vector3 translation{};
    bool operator==(const Pose &) const = default;
};

/// Pose from a rotation matrix (row-major, 3 × 3) and a shift. The matrix is brought to the nearest rotation; nothing when
/// it is singular, mirrored, not finite, or further than `tolerance` (largest entry) from a rotation.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Pose> poseFromMatrix(const std::array<double, 9> &rotation,
                                                                       const Vector3 &translation, double tolerance = 1e-2);
/// Row-major rotation matrix.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::array<double, 9> rotationMatrix(const Pose &pose);
/// A turn about +z, counter-clockwise seen from above, radians.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::array<double, 4> rotationFromYaw(double yaw);
/// Heading of the rotated +x axis in the xy plane, in (-π, π].
[[nodiscard]] PLUMBLINE_CORE_EXPORT double yawOf(const std::array<double, 4> &rotation);
/// `angle` brought into (-π, π].
[[nodiscard]] PLUMBLINE_CORE_EXPORT double wrappedAngle(double angle);

[[nodiscard]] PLUMBLINE_CORE_EXPORT Vector3 transformed(const Pose &target_from_source, const Vector3 &point);
/// Turns without shifting.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Vector3 rotated(const std::array<double, 4> &rotation, const Vector3 &vector);
/// a_from_c of a_from_b and b_from_c.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Pose composed(const Pose &a_from_b, const Pose &b_from_c);
[[nodiscard]] PLUMBLINE_CORE_EXPORT Pose inverted(const Pose &pose);
/// Between two poses at `share` of the way (outside [0, 1] beyond them): shift linear, rotation by slerp along the shorter arc.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Pose interpolated(const Pose &from, const Pose &to, double share);

}  // namespace plumbline::geometry
