// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/inferenceengine.h"
#include "core/simulation/lidardrive.h"

#include <map>
#include <vector>

namespace plumbline::test {

/// What came of the objects of one class. An object counts in a sweep when at least 20 points hit it and its centre is within 50 m;
/// others may be found or not. A box is right when it covers an object of its class with an IoU of at least 0.5 from above.
struct ClassScore {
    int objects = 0;
    int found = 0;
    int boxes = 0;  ///< those on objects that do not count aside
    int wrong = 0;  ///< boxes that are right for no object
    int switches = 0;  ///< times an object was found under another id than the last time
    int directions = 0;  ///< boxes found on objects faster than 1 m/s
    int backward = 0;  ///< of those, heading off by more than 90°
    double iou = 0;  ///< sum over found ones
};

struct DriveScore {
    std::map<QString, ClassScore> classes;
    std::array<std::array<int, 2>, 10> byScore{};  ///< boxes and right ones with a score in [i/10, (i+1)/10)
    std::vector<double> milliseconds;  ///< of each run
    void add(const DriveScore &other);
};

/// The sweep as the pipeline would hand it over; without poses when `poses` is false.
[[nodiscard]] extension::InferenceSweep sweepOf(const simulation::LidarSweep &sweep, std::int64_t frame, bool poses = true);
/// Runs a fresh session over a drive.
[[nodiscard]] Result<DriveScore> scoreDrive(const extension::InferenceEngine &engine, std::uint64_t seed,
                                            const simulation::LidarDriveOptions &options);

}  // namespace plumbline::test
