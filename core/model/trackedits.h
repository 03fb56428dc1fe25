// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/trackpath.h"

#include <QStringList>

#include <vector>

/// What is done to tracks as a whole, as functions of values. Nothing here is stored or pushed. Pure, any thread.
namespace plumbline::model {

/// A track with its key frames.
struct TrackLabels {
    Track track;
    std::vector<Annotation> labels;  ///< those that name it, in any order
    bool operator==(const TrackLabels &) const = default;
};

/// Whether one size holds in all key frames: always, unless Track::extra["plumbline"]["freeSize"] is true.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isSizeLocked(const Track &track);
PLUMBLINE_CORE_EXPORT void setSizeLocked(Track &track, bool locked);

/// A cuboid with another size. The side that the sensor sees keeps its place, since that is where the points are: along length and
/// width the face towards the sensor, or the middle where the sensor lies between both faces; along the height the bottom.
/// `sensor` is a place in the cuboid's coordinate frame.
[[nodiscard]] PLUMBLINE_CORE_EXPORT geometry::Cuboid resized(const geometry::Cuboid &cuboid, const std::array<double, 3> &size,
                                                             const geometry::Vector3 &sensor);

/// Gaps in order, joined where they overlap or no frame of the scene lies between them; empty ones are gone.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<Gap> normalised(std::vector<Gap> gaps, const Scene &scene);

struct SplitTrack {
    TrackLabels before;  ///< keeps the id
    TrackLabels after;
};
/// The key frames from a frame on become a track of their own; a gap over the cut is cut. Fails with InvalidArgument when one of
/// the two would have no key frame.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<SplitTrack> split(const TrackLabels &whole, std::int64_t frame, TrackId newId,
                                                             const Scene &scene);

struct MergedTrack {
    TrackLabels whole;  ///< with the id of the track that begins first, and all its own
    TrackId removed;
    QStringList overruled;  ///< attributes of the track in which the first one's answer stands against another answer
};
/// Both as one. Fails with InvalidArgument when they are of two layers or classes, and when both show a box in one frame: says in
/// how many and which (numbered from 1). A frame that one of them shows is in no gap of the other.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<MergedTrack> merged(const TrackLabels &a, const TrackLabels &b, const Scene &scene);

/// The track with a gap begun or ended at a frame. Within a gap: the object is seen again from this frame on. Elsewhere: a gap from
/// here up to the frame before the next key frame; on a key frame from the frame after it. Fails with InvalidArgument where nothing
/// would be hidden, and for frames without times.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Track> gapToggled(const TrackLabels &whole, std::int64_t frame, const Scene &scene);

/// Frames in which a gap hides the object, ascending.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<std::int64_t> hiddenFrames(const TrackPath &path);

}  // namespace plumbline::model
