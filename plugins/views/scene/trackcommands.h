// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/model/trackedits.h"
#include "plugins/views/scene/sceneedits.h"

#include <QCoreApplication>

#include <optional>

namespace plumbline::sceneview {

/// The first lidar of a frame in the label frame: from where the points were measured. Its origin where the frame has none.
[[nodiscard]] geometry::Vector3 sensorOf(const model::Scene &scene, std::int64_t frame);

/// A track of the shown item with its key frames, without judged predictions; nothing when there is none of that id.
[[nodiscard]] std::optional<model::TrackLabels> trackOf(const document::Editing &editing, TrackId id);

/// A box that was fitted to the points of one frame, with the size that the track has: in a track of one size and more than one key
/// frame only place and heading are fitted, since no single sweep shows the whole object.
[[nodiscard]] geometry::Cuboid fittedSize(const model::TrackLabels &whole, const geometry::Cuboid &before,
                                          const geometry::Cuboid &fitted, const geometry::Vector3 &sensor);

/// What is done to tracks, in whatever frame is looked at: each call is one gesture and one push, or none and a hint that says
/// why. Tracks of predictions are not changed: they are accepted first. Main thread only.
class TrackCommands
{
    Q_DECLARE_TR_FUNCTIONS(plumbline::sceneview::TrackCommands)

public:
    using Verb = SceneEdits::Verb;

    /// The document outlives this. `hint` takes one line for the user.
    TrackCommands(document::Editing &editing, SceneEdits::Hint hint);

    /// Puts a track's box of a frame where it was dragged to: its key frame, or a new one. With one size for the track, another
    /// size becomes that of all key frames. Returns the key frame; null when nothing was done.
    AnnotationId place(TrackId track, std::int64_t frame, const geometry::Cuboid &cuboid, Verb verb);
    /// Makes a key frame of what is interpolated in a frame, or would be seen there but for a gap.
    AnnotationId keyFrame(TrackId track, std::int64_t frame);
    void removeKeyFrame(TrackId track, std::int64_t frame);
    void toggleGap(TrackId track, std::int64_t frame);
    /// One size for all key frames, or a size for each. What differs when it is switched on stays until a size is changed.
    void toggleSizeLock(TrackId track);
    /// The track ends before a frame, another one begins there. What is interpolated on either side of the cut becomes key frames,
    /// so that the same boxes are seen as before.
    void split(TrackId track, std::int64_t frame);
    /// The tracks of the selection become one; selected boxes of no track join it.
    void mergeSelected();
    /// Puts the selected boxes of the current frame into the track of those selected in other frames.
    void moveIntoOther();
    /// Makes the selected boxes of the current frame tracks of their own.
    void separate();

    /// Adds to a gesture what a new size of one key frame does to the others of its track, but for some. Returns how many are changed.
    static int addSizes(const document::Editing &editing, history::GestureBuilder &builder, TrackId track,
                        const std::array<double, 3> &size, const QSet<AnnotationId> &without);

private:
    [[nodiscard]] std::optional<model::TrackLabels> changeable(TrackId id) const;
    [[nodiscard]] QString className(ClassId id) const;
    [[nodiscard]] model::Annotation newKeyFrame(const model::TrackLabels &whole, std::int64_t frame,
                                                const geometry::Cuboid &cuboid) const;
    [[nodiscard]] model::Track trackFor(const model::Annotation &label) const;
    /// Selected labels that may be changed, whatever frame they lie in.
    [[nodiscard]] std::vector<const model::Annotation *> selected() const;

    document::Editing &m_editing;
    SceneEdits::Hint m_hint;
};

}  // namespace plumbline::sceneview
