// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/lidar-classical/outline.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace plumbline::engines::lidar {

namespace {

constexpr double nearest = 0.04;  // metres; nearer to a side than the noise is no better

// Distances to the nearer of the two ends; the end is chosen for all points together, as a side that is seen is one line.
void distancesToEnd(const std::vector<double> &along, std::vector<double> &distances)
{
    const auto [least, most] = std::minmax_element(along.begin(), along.end());
    double toLeast = 0;
    double toMost = 0;
    for (const double value : along) {
        toLeast += (value - *least) * (value - *least);
        toMost += (*most - value) * (*most - value);
    }
    for (std::size_t i = 0; i < along.size(); ++i)
        distances[i] = toLeast < toMost ? along[i] - *least : *most - along[i];
}

}  // namespace

Extent extentAlong(const std::vector<Point2> &points, double yaw)
{
    Extent extent;
    extent.yaw = yaw;
    if (points.empty())
        return extent;
    extent.least.fill(std::numeric_limits<double>::infinity());
    extent.most.fill(-std::numeric_limits<double>::infinity());
    const double c = std::cos(yaw);
    const double s = std::sin(yaw);
    for (const Point2 &p : points) {
        const std::array<double, 2> along{c * p[0] + s * p[1], -s * p[0] + c * p[1]};
        for (std::size_t axis = 0; axis < 2; ++axis) {
            extent.least[axis] = std::min(extent.least[axis], along[axis]);
            extent.most[axis] = std::max(extent.most[axis], along[axis]);
        }
    }
    return extent;
}

double closestDirection(const std::vector<Point2> &points)
{
    if (points.empty())
        return 0;
    std::vector<double> first(points.size());
    std::vector<double> second(points.size());
    std::vector<double> toFirst(points.size());
    std::vector<double> toSecond(points.size());
    double best = -1;
    double direction = 0;
    for (int degree = 0; degree < 90; ++degree) {
        const double yaw = degree * std::numbers::pi / 180;
        const double c = std::cos(yaw);
        const double s = std::sin(yaw);
        for (std::size_t i = 0; i < points.size(); ++i) {
            first[i] = c * points[i][0] + s * points[i][1];
            second[i] = -s * points[i][0] + c * points[i][1];
        }
        distancesToEnd(first, toFirst);
        distancesToEnd(second, toSecond);
        double closeness = 0;
        for (std::size_t i = 0; i < points.size(); ++i)
            closeness += 1 / std::max(nearest, std::min(toFirst[i], toSecond[i]));
        if (closeness > best) {
            best = closeness;
            direction = yaw;
        }
    }
    return direction;
}

Footprint completed(const Extent &seen, double length, double width, const Point2 &eye)
{
    const double c = std::cos(seen.yaw);
    const double s = std::sin(seen.yaw);
    const std::array<double, 2> eyeAlong{c * eye[0] + s * eye[1], -s * eye[0] + c * eye[1]};
    const std::array<double, 2> wanted{std::max(length, seen.size(0)), std::max(width, seen.size(1))};
    std::array<double, 2> middle{};
    for (std::size_t axis = 0; axis < 2; ++axis) {
        if (eyeAlong[axis] < seen.least[axis])
            middle[axis] = seen.least[axis] + wanted[axis] / 2;
        else if (eyeAlong[axis] > seen.most[axis])
            middle[axis] = seen.most[axis] - wanted[axis] / 2;
        else
            middle[axis] = (seen.least[axis] + seen.most[axis]) / 2;
    }
    return {{c * middle[0] - s * middle[1], s * middle[0] + c * middle[1]}, seen.yaw, wanted[0], wanted[1]};
}

bool contains(const Footprint &footprint, const Point2 &point, double margin)
{
    const double x = point[0] - footprint.centre[0];
    const double y = point[1] - footprint.centre[1];
    const double c = std::cos(footprint.yaw);
    const double s = std::sin(footprint.yaw);
    return std::abs(c * x + s * y) <= footprint.length / 2 + margin && std::abs(-s * x + c * y) <= footprint.width / 2 + margin;
}

}  // namespace plumbline::engines::lidar
