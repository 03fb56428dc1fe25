// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/geometry/pointlabeling.h"

#include <QCoreApplication>

#include <functional>
#include <map>

namespace plumbline::sceneview {

/// Labels of the points of sweeps in the document: one annotation without a class for each frame and layer, whose shape says
/// class and instance of every point. A frame whose points lose their last label loses the annotation. Main thread only.
class PointLabelEdits
{
    Q_DECLARE_TR_FUNCTIONS(plumbline::sceneview::PointLabelEdits)

public:
    using Hint = std::function<void(const QString &)>;

    /// The document outlives this. `hint` takes one line for the user when something cannot be done.
    PointLabelEdits(document::Editing &editing, Hint hint) : m_editing(editing), m_hint(std::move(hint)) {}

    /// Whose labels a frame shows: the person's own, else those of a prediction that is open, else any; null for none. Valid
    /// until the next event.
    [[nodiscard]] const model::Annotation *shownIn(std::int64_t frame) const;
    /// Labels from which a change of a frame goes out: what is shown when the person may change it, else none.
    [[nodiscard]] std::optional<geometry::PointLabels> baseOf(std::int64_t frame) const;
    /// The same for every frame that has some. Labels without a frame are those of frame 0.
    [[nodiscard]] std::map<std::int64_t, geometry::PointLabels> bases() const;
    /// Whether points may be labeled now; says why not. `className` empty = labels are taken away.
    [[nodiscard]] bool canLabel(const QString &className) const;
    /// Largest instance number of all frames plus one.
    [[nodiscard]] std::uint32_t nextInstance() const;

    /// What becomes of one frame.
    struct FrameChange {
        std::int64_t frame = 0;
        std::optional<geometry::PointLabels> before;  ///< as baseOf() said
        geometry::PointLabels after;
        std::uint64_t changed = 0;
    };
    /// All of them as one gesture. False when nothing changes, and, with words, when a frame has other labels by now.
    bool push(const std::vector<FrameChange> &changes, const QString &label);

private:
    /// What a change of each frame changes: the person's own labels, else those of an open prediction.
    [[nodiscard]] std::map<std::int64_t, const model::Annotation *> targets() const;

    document::Editing &m_editing;
    Hint m_hint;
};

}  // namespace plumbline::sceneview
