// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/result.h"
#include "core/extension/inferenceengine.h"
#include "core/model/scene.h"

#include <vector>

/// What a model says about the sweeps of a scene, before it becomes proposals. Private to this folder.
namespace plumbline::prelabel {

/// Points of one sweep that are given to a model; a file that has more is thinned evenly.
inline constexpr std::uint64_t mostSweepPoints = 2'000'000;

struct ScenePredictions {
    struct Row {
        std::size_t frame = 0;  ///< index in the scene
        extension::Prediction prediction;
    };
    std::vector<Row> rows;  ///< in the order of frames
    std::vector<double> latencies;  ///< milliseconds of run() per sweep
    IssueList issues;  ///< sweeps that could not be read or that the model failed on; their frames have no rows
};

/// The sweep of the first LiDAR in a frame, in the frame in which labels are given, without points that are not finite. Fails
/// with NotFound when the frame has none, and like the cloud readers.
[[nodiscard]] Result<extension::InferenceSweep> readSweep(const QString &folder, const model::Scene &scene, std::size_t frame,
                                                          const jobs::JobControl &control);

/// Runs over all frames in order. One object then has one class (the one with the largest sum of scores) and, of its two
/// directions, the one it was given last: an object turns by less than 90 degrees from one sweep to the next. Fails with Cancelled.
[[nodiscard]] Result<ScenePredictions> predictScene(const QString &folder, const QString &name, const model::Scene &scene,
                                                    extension::InferenceSession &session,
                                                    const extension::InferenceOptions &options, const jobs::JobControl &control);

}  // namespace plumbline::prelabel
