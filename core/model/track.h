// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"

namespace plumbline::model {

enum class Interpolation { None, Linear, SphericalLinear };

/// Frames between which the object is not visible, in ticks of the track's time base, both ends included.
struct Gap {
    std::int64_t fromPts = 0;
    std::int64_t toPts = 0;
    bool operator==(const Gap &) const = default;
};

/// One object over time. Its keyframes are the annotations of its layer that name it: each has a frame, its own provenance and its
/// own history; between them it is interpolated. Deleting a keyframe never deletes the track.
struct Track {
    TrackId id;
    ItemId item;
    QString layer;
    ClassId labelClass;
    Interpolation interpolation = Interpolation::Linear;
    std::vector<Gap> gaps;
    Attributes attributes;  ///< that hold for all of its frames
    Origin origin;
    Json extra;
    std::int64_t revision = 0;
    bool operator==(const Track &) const = default;
};

}  // namespace plumbline::model
