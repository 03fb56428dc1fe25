// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/cuboids.h"
#include "core/model/scene.h"
#include "core/model/track.h"

#include <optional>
#include <vector>

/// Where the object of a track is, frame by frame and between them. Pure, any thread.
namespace plumbline::model {

/// Whether a gap of the track lies over a time, in ticks of its time base.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isHidden(const Track &track, std::int64_t pts);

/// A cuboid with the frame in whose coordinates it is given.
struct PlacedCuboid {
    std::size_t frame = 0;
    geometry::Cuboid cuboid;
};
/// The object in a frame between two key frames: both are carried into it with the vehicle's own motion; between them place and
/// size go evenly with time, the rotation by slerp. Frames without times follow each other evenly. The three frames exist.
[[nodiscard]] PLUMBLINE_CORE_EXPORT geometry::Cuboid cuboidBetween(const Scene &scene, std::size_t at, const PlacedCuboid &before,
                                                                   const PlacedCuboid &after);

/// What a track says about one frame.
struct TrackFrame {
    enum class Kind {
        Nothing,  ///< before the first and after the last key frame, and between those of a track that is not interpolated
        Key,
        Between,  ///< interpolated
        Gap       ///< not visible, so no box is shown; `cuboid` says where it would be
    };
    Kind kind = Kind::Nothing;
    AnnotationId label;                      ///< the key frame, or the one before
    std::optional<geometry::Cuboid> cuboid;  ///< label frame; nothing beyond the first and the last key frame
};

/// A track through all frames of its scene.
class PLUMBLINE_CORE_EXPORT TrackPath
{
public:
    TrackPath() = default;
    /// Of the labels those count that name the track, have a frame of the scene and are cuboids, without predictions that have
    /// been judged. Of two in one frame the first counts.
    TrackPath(const Track &track, const std::vector<Annotation> &labels, const Scene &scene);
    TrackPath(const Track &track, const std::vector<const Annotation *> &labels, const Scene &scene);

    [[nodiscard]] const std::vector<TrackFrame> &frames() const { return m_frames; }
    /// Frames of the first and the last key frame; -1 when there is none.
    [[nodiscard]] std::int64_t first() const { return m_first; }
    [[nodiscard]] std::int64_t last() const { return m_last; }
    [[nodiscard]] bool isEmpty() const { return m_first < 0; }
    /// Whether a box is seen in a frame: a key frame or an interpolated one.
    [[nodiscard]] bool shows(std::int64_t frame) const;

private:
    void take(const Track &track, const Annotation &label);
    void fill(const Track &track, const Scene &scene);

    std::vector<TrackFrame> m_frames;
    std::int64_t m_first = -1;
    std::int64_t m_last = -1;
};

/// Where the object of a path is at another time than that of a frame, such as when a camera was exposed: in the label frame of
/// that frame, moved on by the object's own motion over the ground to or from the frame next to it in that direction; where the
/// path has none there, as from the other side. Never further than to a neighbour. `cuboid` itself where nothing is known.
[[nodiscard]] PLUMBLINE_CORE_EXPORT geometry::Cuboid cuboidAt(const TrackPath &path, const Scene &scene, std::size_t frame,
                                                              const geometry::Cuboid &cuboid, std::int64_t microseconds);

}  // namespace plumbline::model
