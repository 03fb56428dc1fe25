// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/jobs/jobrunner.h"
#include "plugins/views/scene/clouddata.h"

#include <QTimer>

#include <functional>

namespace plumbline::sceneview {

/// What a scene view does for the checks while labeling: it counts the points of cuboids in the sweeps that it has read, steps
/// through the findings of the scene, and puts right what can be. The findings come from elsewhere, as marks. Main thread only.
class SceneChecks final : public QObject
{
    Q_OBJECT

public:
    using Hint = std::function<void(const QString &)>;
    using Reveal = std::function<void(AnnotationId)>;

    /// All outlive this.
    SceneChecks(document::Editing &editing, jobs::JobRunner &jobs, Hint hint, Reveal reveal);
    ~SceneChecks() override;

    /// The points of a frame have been read; `all`: they are all of the sweep's. No pieces: nothing is known of them.
    void setSweep(std::int64_t frame, const std::vector<CloudPointer> &pieces, bool all);
    /// Reads the sweeps of all frames that have cuboids, in the background.
    void checkAllFrames(const QString &folder);
    /// Selects and shows the next label of the scene that a finding is about, after the selected one or the shown frame.
    void step(int direction);
    /// Does what the findings of the selected labels propose, as one step of undo.
    void putRight();
    /// What is wrong with the one selected label; empty for none and for several.
    [[nodiscard]] QStringList remarksOfSelected() const;
    /// Points of some cuboids are being counted.
    [[nodiscard]] bool isCounting() const { return m_counting || m_pause.isActive(); }

private:
    void onEvent(const document::DocumentEvent &event);
    void count();
    void take(const QHash<AnnotationId, model::BoxPoints> &points);
    [[nodiscard]] std::optional<geometry::Cuboid> putRight(const model::Annotation &label) const;
    [[nodiscard]] QString className(ClassId id) const;

    document::Editing &m_editing;
    jobs::JobRunner &m_jobs;
    Hint m_hint;
    Reveal m_reveal;
    std::int64_t m_frame = -1;
    std::vector<CloudPointer> m_pieces;
    bool m_all = false;
    QTimer m_pause;
    bool m_counting = false;
    jobs::Generation m_generation;
    jobs::Generation m_allFrames;
    jobs::JobId m_reading = 0;
};

}  // namespace plumbline::sceneview
