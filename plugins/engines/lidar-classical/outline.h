// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <vector>

namespace plumbline::engines::lidar {

using Point2 = std::array<double, 2>;

/// What points span along a direction and across it, metres.
struct Extent {
    double yaw = 0;  ///< of the first axis
    std::array<double, 2> least{};
    std::array<double, 2> most{};
    [[nodiscard]] double size(std::size_t axis) const { return most[axis] - least[axis]; }
};

[[nodiscard]] Extent extentAlong(const std::vector<Point2> &points, double yaw);

/// Direction in [0, π/2) of the rectangle whose sides lie closest to the points: the closeness criterion of Zhang, Xu, Dong and Dolan,
/// "Efficient L-shape fitting for vehicle detection using laser scanners", IEEE Intelligent Vehicles Symposium 2017. Steps of one degree.
[[nodiscard]] double closestDirection(const std::vector<Point2> &points);

/// Rectangle on the ground.
struct Footprint {
    Point2 centre{};
    double yaw = 0;
    double length = 0;
    double width = 0;
};

/// A rectangle of the given size around what was seen. Where it is larger, it grows away from the eye, because the sides that face
/// the sensor are the ones it sees; a side that the eye is in front of grows to both ends.
[[nodiscard]] Footprint completed(const Extent &seen, double length, double width, const Point2 &eye);

[[nodiscard]] bool contains(const Footprint &footprint, const Point2 &point, double margin);

}  // namespace plumbline::engines::lidar
