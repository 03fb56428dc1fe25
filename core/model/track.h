// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"

namespace plumbline::model {

enum class Interpolation { None, Linear, SphericalLinear };

struct Keyframe {
    FrameRef frame;
    geometry::Geometry geometry;
    Attributes attributes;
    bool operator==(const Keyframe &) const = default;
};

/// Frames between which the object is not visible, in ticks of the track's time base, both ends included.
struct Gap {
    std::int64_t fromPts = 0;
    std::int64_t toPts = 0;
    bool operator==(const Gap &) const = default;
};

/// One object over time: an entity of its own, so that deleting a keyframe never deletes it.
struct Track {
    TrackId id;
    ItemId item;
    QString layer;
    ClassId labelClass;
    Interpolation interpolation = Interpolation::Linear;
    std::vector<Keyframe> keyframes;  ///< sorted by pts
    std::vector<Gap> gaps;
    Attributes attributes;
    Origin origin;
    Json extra;
    std::int64_t revision = 0;
    bool operator==(const Track &) const = default;
};

}  // namespace plumbline::model
