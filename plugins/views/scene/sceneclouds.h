// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/scene.h"
#include "plugins/views/scene/clip.h"
#include "plugins/views/scene/mergedsweeps.h"
#include "plugins/views/scene/viewcamera.h"

namespace plumbline::sceneview {

/// One lidar of a scene in the frame that is looked at.
struct LidarState {
    std::int32_t sensor = -1;
    QString name;
    bool on = true;
    bool recorded = false;                 ///< it has a sweep in this frame
    std::int64_t offsetMicroseconds = 0;   ///< of that sweep, after the frame's time
};

/// All points of a scene that are shown: the sweeps of every lidar that is on, those of other frames laid over them, cut to a
/// box. Every piece says which frame and sensor its points come from, and where in the file. Main thread only.
class SceneClouds final : public QObject
{
    Q_OBJECT

public:
    SceneClouds(jobs::JobRunner &jobs, std::function<QString()> cacheFolder, CloudLimits limits = {});
    ~SceneClouds() override;

    /// Shows a frame; `folder` is what paths are relative to. False when no lidar that is on recorded anything.
    bool show(const model::Scene &scene, std::int64_t frame, const QString &folder);
    /// Reads the sweeps of a frame that comes next, when they are small.
    void prefetch(const model::Scene &scene, std::int64_t frame, const QString &folder);
    /// The sweep of the first lidar that is on in a frame.
    [[nodiscard]] std::optional<SweepRequest> sweepOf(const model::Scene &scene, std::int64_t frame, const QString &folder) const;
    void clear();
    void setView(const ViewCamera &camera, QSizeF viewport);

    /// Names of lidars that are not shown, and how many frames are seen at once: apply from the next show() on.
    void setSwitchedOff(const QSet<QString> &names) { m_switchedOff = names; }
    void setSweeps(SweepCount count) { m_count = count; }
    void setClip(const std::optional<ClipBox> &clip);
    [[nodiscard]] const std::optional<ClipBox> &clip() const { return m_clipped.clip(); }
    [[nodiscard]] std::vector<LidarState> lidars(const model::Scene &scene, std::int64_t frame) const;

    /// Of the first lidar that is on and recorded something; its state is that of the view.
    [[nodiscard]] CloudSource &first() { return m_first; }
    [[nodiscard]] const CloudSource &first() const { return m_first; }
    /// Of the frame that is looked at, cut to the clip box: what boxes are fitted to and counted with.
    [[nodiscard]] const std::vector<CloudPointer> &pieces() const { return m_pieces; }
    /// The same without any cut: where the ground is does not depend on what is looked at.
    [[nodiscard]] const std::vector<CloudPointer> &whole() const { return m_whole; }
    /// Of other frames, in the label frame of this one, cut likewise.
    [[nodiscard]] const std::vector<CloudPointer> &merged() const { return m_mergedPieces; }
    /// Both: what is drawn and picked.
    [[nodiscard]] std::vector<CloudPointer> all() const;
    [[nodiscard]] const MergedSweeps &sweeps() const { return m_merged; }
    /// Where the first sensor stands, label frame.
    [[nodiscard]] Vector3 sensor() const { return m_first.request().label_from_cloud.translation; }
    /// Box around the clouds of the frame, label frame, not cut; nothing when there are none.
    [[nodiscard]] std::optional<std::pair<Vector3, Vector3>> bounds() const;
    /// Points of the frame in a box, whether they are shown or not.
    [[nodiscard]] BoxCount countIn(const geometry::Cuboid &cuboid) const;
    [[nodiscard]] bool isRefining() const;
    /// "1,204,511 points · …": what is shown of what is there.
    [[nodiscard]] QString words() const;

signals:
    void changed();  ///< pieces() or merged()
    void stateChanged();

private:
    [[nodiscard]] std::vector<SweepRequest> sweepsOf(const model::Scene &scene, std::int64_t frame, const QString &folder) const;
    void addSource();
    void rebuild();

    jobs::JobRunner &m_jobs;
    std::function<QString()> m_cacheFolder;
    CloudLimits m_limits;
    CloudSource m_first;
    std::vector<std::unique_ptr<CloudSource>> m_further;
    MergedSweeps m_merged;
    ClippedClouds m_clipped;
    QSet<QString> m_switchedOff;
    SweepCount m_count = 1;
    bool m_switching = false;  // several sources are told at once
    std::vector<CloudPointer> m_whole;
    std::vector<CloudPointer> m_pieces;
    std::vector<CloudPointer> m_mergedPieces;
};

}  // namespace plumbline::sceneview
