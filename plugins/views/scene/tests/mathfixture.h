// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/cuboids.h"
#include "plugins/views/scene/clouddata.h"
#include "plugins/views/scene/viewcamera.h"

#include <cmath>
#include <numbers>
#include <random>

/// Boxes and clouds for tests of what the view of scenes computes.
namespace plumbline::test {

using namespace plumbline::sceneview;

inline constexpr double pi = std::numbers::pi;
inline const QSizeF viewport(800, 600);

inline bool near(const Vector3 &a, const Vector3 &b, double tolerance = 1e-9)
{
    return std::abs(a[0] - b[0]) < tolerance && std::abs(a[1] - b[1]) < tolerance && std::abs(a[2] - b[2]) < tolerance;
}

inline geometry::Cuboid box(double x, double y, double z, double yaw = 0, std::array<double, 3> size = {4, 2, 1.5})
{
    geometry::Cuboid cuboid;
    cuboid.centre = {x, y, z};
    cuboid.size = size;
    cuboid.rotation = geometry::rotationFromYaw(yaw);
    return cuboid;
}

inline CloudPointer cloudOf(const std::vector<Vector3> &points, const Vector3 &origin = {})
{
    auto data = std::make_shared<CloudData>();
    data->origin = origin;
    for (const Vector3 &p : points)
        data->positions.push_back({float(p[0] - origin[0]), float(p[1] - origin[1]), float(p[2] - origin[2])});
    finish(*data);
    return data;
}

// Flat or sloping ground and the sides of a box that a sensor at the origin sees.
inline std::vector<Vector3> street(const geometry::Cuboid &car, double slope, std::mt19937 &random)
{
    std::uniform_real_distribution<double> share(0, 1);
    std::vector<Vector3> points;
    for (int i = 0; i < 20'000; ++i) {
        const double x = -25 + 50 * share(random);
        const double y = -25 + 50 * share(random);
        if (!geometry::contains(car, {x, y, car.centre[2]}))
            points.push_back({x, y, -1.8 + slope * x + 0.02 * (share(random) - 0.5)});
    }
    const geometry::Pose pose = geometry::poseOf(car);
    const Vector3 eye = geometry::transformed(geometry::inverted(pose), {0, 0, 0});
    for (int i = 0; i < 1500; ++i) {
        Vector3 p{(share(random) - 0.5) * car.size[0], (share(random) - 0.5) * car.size[1], (share(random) - 0.5) * car.size[2]};
        const std::size_t face = i % 2;
        p[face] = (eye[face] > 0 ? 0.5 : -0.5) * car.size[face];
        points.push_back(geometry::transformed(pose, p));
    }
    return points;
}

}  // namespace plumbline::test
