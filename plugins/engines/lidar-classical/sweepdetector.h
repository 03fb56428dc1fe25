// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "plugins/engines/lidar-classical/outline.h"
#include "plugins/engines/lidar-classical/sizepriors.h"

#include <functional>
#include <vector>

namespace plumbline::engines::lidar {

/// Something that stands on the ground, as one sweep shows it. Frame: z up, metres; the one of the points that were given.
struct Detection {
    std::vector<Point2> outline;  ///< up to Detector::mostOutlinePoints of its points, from above
    std::array<double, kindCount> yaws{};  ///< of the long side, if it is of that class
    double ground = 0;  ///< height of the ground below it
    SeenSize seen;  ///< along the sides of the rectangle that lies closest
    int points = 0;  ///< above the ground
    double range = 0;  ///< from the eye, metres
    std::array<double, kindCount> likelihoods{};
    [[nodiscard]] Kind likeliest() const;
};

/// Fills yaws, seen's sides and the likelihoods from the outline.
void measure(Detection &detection, const Point2 &eye);
/// Two pieces of one object, seen together.
[[nodiscard]] Detection joined(const Detection &a, const Detection &b, const Point2 &eye);

struct SweepView {
    std::vector<Detection> detections;  ///< nearest first
    std::vector<Point2> structure;  ///< places of what is higher than anything that is labeled
    std::vector<Point2> poles;
    Point2 eye{};  ///< where the sensor stands
};

/// Whether a building, a tree or a pole is known to stand at a place (or within two metres of it), from sweeps that saw more of it.
using KnownStructure = std::function<bool(const Point2 &, bool nearby)>;

/// Ground removal, clusters and rectangles of one sweep. Points beyond the first mostPoints are thinned evenly before anything
/// else, and at most mostDetections things are told, the nearest: time and memory are bounded whatever the sweep.
class Detector
{
public:
    static constexpr std::size_t mostPoints = 400'000;
    static constexpr std::size_t mostCells = 40'000;
    static constexpr std::size_t mostDetections = 256;
    static constexpr std::size_t mostOutlinePoints = 300;
    static constexpr double reachMetres = 60;

    /// Points with z up, and the sensor's place among them. A sensor at the height of the ground is taken to be 1.8 m above it.
    /// Fails with Cancelled.
    [[nodiscard]] static Result<SweepView> look(const std::vector<std::array<float, 3>> &points, const std::array<double, 3> &eye,
                                                const KnownStructure &known, const jobs::JobControl &control);
};

}  // namespace plumbline::engines::lidar
