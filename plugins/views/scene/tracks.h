// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/geometry/cuboids.h"

#include <vector>

/// What lies between the keyframes of a track. No widgets.
namespace plumbline::sceneview {

/// A track's cuboid in a frame in which it has no keyframe.
struct Ghost {
    TrackId track;
    AnnotationId before;  ///< the keyframe before it, from which it inherits
    geometry::Cuboid cuboid;
};

/// Of every track that is interpolated, has keyframes on both sides of the frame, none in it, and no gap there. Between the
/// keyframes the object moves evenly over the ground: both are carried into the frame with the vehicle's own motion first.
[[nodiscard]] std::vector<Ghost> ghostsOf(const document::Editing &editing, std::int64_t frame);

/// Where the object of a label is in another frame: between two key frames of its track as ghostsOf() says; beyond them it goes on
/// as from the two nearest key frames on that side, without a second one it stands still on the ground. Size and heading are those
/// of the label, or of the nearer key frame.
[[nodiscard]] geometry::Cuboid continued(const document::Editing &editing, const model::Annotation &label, std::int64_t frame);

/// Frame of a track's next keyframe after (step > 0) or before this one; -1 when there is none.
[[nodiscard]] std::int64_t keyframeFrom(const document::Editing &editing, TrackId track, std::int64_t frame, int step);

}  // namespace plumbline::sceneview
