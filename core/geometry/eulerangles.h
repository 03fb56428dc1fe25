// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/pose.h"

namespace plumbline::geometry {

/// In which order the three angles of a file turn a box: Zyx is the matrix Rz · Ry · Rx (about x first, axes that stay), Xyz is
/// Rx · Ry · Rz.
enum class EulerOrder { Zyx, Xyz };

/// Rotation of angles about x, y and z, radians.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::array<double, 4> rotationFromEuler(const Vector3 &angles, EulerOrder order);
/// And back; the angle about y is in [-π/2, π/2], where it is at an end one of the others is 0.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Vector3 eulerFromRotation(const std::array<double, 4> &rotation, EulerOrder order);

}  // namespace plumbline::geometry
