// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/scene.h"
#include "core/model/track.h"

#include <vector>

namespace plumbline::workflow {

/// What one layer of a scene says frame by frame: its labels, and the cuboid of every interpolated track in each frame between two of
/// its keyframes that has none and is in no gap. Both keyframes are carried into the frame with the vehicle's own motion; between
/// them place and size are linear in time and the rotation is a slerp, as the scene view shows it. Such a cuboid has the id and all
/// else of the keyframe before it. The order is that of the frames, then of the labels. Pure, any thread.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<model::Annotation>
labelsByFrame(const std::vector<model::Annotation> &labels, const std::vector<model::Track> &tracks, const model::Scene &scene);

/// Those of the frames named by their time (microseconds of the frame table), what a camera saw in them included; all when no frame
/// is named. Labels of the whole scene stay.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<model::Annotation>
inFrames(std::vector<model::Annotation> labels, const model::Scene &scene, const std::vector<std::int64_t> &times);

}  // namespace plumbline::workflow
