// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "plugins/views/scene/boxes.h"

#include <QCoreApplication>

#include <functional>

namespace plumbline::sceneview {

/// Everything the scene view does to labels: each call is one gesture and one push, or none. A change of a prediction accepts it
/// with the correction, as in the view of images: a copy in the working layer, the prediction marked as accepted. Main thread only.
class SceneEdits
{
    Q_DECLARE_TR_FUNCTIONS(plumbline::sceneview::SceneEdits)

public:
    enum class Verb { Move, Resize, Turn, Fit };
    using Hint = std::function<void(const QString &)>;
    using Change = std::function<void(model::Annotation &)>;

    /// The document outlives this. `hint` takes one line for the user when something cannot be done.
    SceneEdits(document::Editing &editing, Hint hint);

    /// Whether cuboids of the current class may be made now; says why when not.
    [[nodiscard]] bool canCreate() const;
    void create(geometry::Cuboid cuboid);
    /// The cuboid of a box that was dragged or typed. A ghost becomes a keyframe of its track.
    void setCuboid(const SceneBox &box, const geometry::Cuboid &cuboid, Verb verb);
    /// Several at once, such as by a key.
    void changeSelected(const std::function<geometry::Cuboid(const geometry::Cuboid &)> &change, Verb verb);
    /// Deletes own labels, rejects predictions.
    void removeSelected();
    /// Of the selection, with its tracks and all of their keyframes; without one it becomes the class for new labels.
    void setClass(ClassId id);
    void acceptSelected();
    void rejectSelected();
    /// Whole tracks of the selected predictions, in all frames; what is accepted becomes tracks of the working layer.
    void acceptTrack();
    void rejectTrack();
    void toggleUnsure();
    void toggleIgnore();
    /// Carries the selection into the frame `step` further, where what stands still is found with the vehicle's motion; shows
    /// that frame. The first copy makes a track of it. A frame in which the track has a keyframe keeps it.
    void copySelected(int step);
    /// Makes a key frame of the selected label's track in the current frame, whichever frame the label lies in: between two key
    /// frames where it is drawn, beyond them as far on as the last two say. Without a track one is made.
    void keyHere();

    /// Labels of the selection that lie in the current frame, in creation order.
    [[nodiscard]] std::vector<const model::Annotation *> selected() const;
    [[nodiscard]] bool isChangeable(const model::Annotation &annotation) const;
    [[nodiscard]] QString className(ClassId id) const;

private:
    void change(const std::vector<const model::Annotation *> &annotations, const QString &label, const Change &change);
    void judge(model::Verdict verdict, const QString &label);
    void judgeTrack(model::Verdict verdict);
    using Place = std::function<geometry::Cuboid(const model::Annotation &)>;
    /// Puts labels into another frame and shows it.
    void carry(const std::vector<const model::Annotation *> &cuboids, std::int64_t to, const QString &label, const Place &place);
    [[nodiscard]] QString labelOf(Verb verb, const QString &what) const;
    [[nodiscard]] QString noun(const std::vector<const model::Annotation *> &annotations) const;

    document::Editing &m_editing;
    Hint m_hint;
};

}  // namespace plumbline::sceneview
