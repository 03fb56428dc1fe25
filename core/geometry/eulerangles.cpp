// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/eulerangles.h"

#include <algorithm>
#include <cmath>

namespace plumbline::geometry {

namespace {

constexpr double upright = 1 - 1e-12;

Pose turn(std::size_t axis, double angle)
{
    Pose pose;
    pose.rotation = {0, 0, 0, std::cos(angle / 2)};
    pose.rotation[axis] = std::sin(angle / 2);
    return pose;
}

}  // namespace

std::array<double, 4> rotationFromEuler(const Vector3 &angles, EulerOrder order)
{
    const Pose x = turn(0, angles[0]);
    const Pose y = turn(1, angles[1]);
    const Pose z = turn(2, angles[2]);
    return order == EulerOrder::Zyx ? composed(z, composed(y, x)).rotation : composed(x, composed(y, z)).rotation;
}

Vector3 eulerFromRotation(const std::array<double, 4> &rotation, EulerOrder order)
{
    const auto m = rotationMatrix({rotation, {}});
    const double sine = std::clamp(order == EulerOrder::Zyx ? -m[6] : m[2], -1.0, 1.0);
    if (order == EulerOrder::Zyx)
        return std::abs(sine) > upright ? Vector3{0, std::asin(sine), std::atan2(-m[1], m[4])}
                                        : Vector3{std::atan2(m[7], m[8]), std::asin(sine), std::atan2(m[3], m[0])};
    return std::abs(sine) > upright ? Vector3{std::atan2(m[7], m[4]), std::asin(sine), 0}
                                    : Vector3{std::atan2(-m[5], m[8]), std::asin(sine), std::atan2(-m[1], m[0])};
}

}  // namespace plumbline::geometry
