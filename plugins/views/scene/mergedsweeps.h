// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrunner.h"
#include "core/model/scene.h"
#include "plugins/views/scene/cloudsource.h"

#include <QSet>

#include <mutex>
#include <set>

namespace plumbline::sceneview {

/// How many frames are seen at once: 1 = only the one that is looked at, 0 = the whole scene.
using SweepCount = int;

/// Sweeps of other frames that are laid over one, nearest in time first. Their label_from_cloud is world_from_cloud. Frames
/// without a pose of the vehicle are left out, as is the whole list when the frame itself has none. Of more than
/// `mostFrames` every n-th is taken.
[[nodiscard]] std::vector<SweepRequest> sweepsAround(const model::Scene &scene, std::int64_t frame, SweepCount count,
                                                     const QString &folder, const QSet<QString> &switchedOff,
                                                     std::size_t mostFrames = 1000);

/// Sweeps laid over each other in the world frame, thinned so that they never hold more than a budget: as many points as
/// there are cells of a grid, which grows coarser as sweeps come. A value for one thread at a time.
class SweepMerger
{
public:
    explicit SweepMerger(std::uint64_t budget) : m_budget(budget) {}

    [[nodiscard]] bool holds(const SweepRequest &sweep) const;
    /// Takes a sweep given in the world frame; null when it could not be read, so that it is not tried again.
    void add(const SweepRequest &sweep, CloudPointer world);
    /// Drops all that are not among them.
    void keepOnly(const std::vector<SweepRequest> &sweeps);
    /// Pieces in the label frame of a frame, without that frame's own. Each knows its frame, sensor and file indices.
    [[nodiscard]] std::vector<CloudPointer> shown(const geometry::Pose &label_from_world, std::int64_t frame);
    [[nodiscard]] std::uint64_t points() const;
    [[nodiscard]] double cell() const { return m_cell; }  ///< metres; 0 = not thinned
    [[nodiscard]] std::size_t unreadable() const;

private:
    /// Cells that hold a point, by a hash with open addressing: 8 bytes a slot.
    class Cells
    {
    public:
        void clear(std::size_t expected);
        /// False when the cell is taken already.
        bool take(std::uint64_t key);

    private:
        void grow();
        std::vector<std::uint64_t> m_slots;
        std::size_t m_used = 0;
    };
    using Place = std::pair<std::int32_t, std::int32_t>;  // frame and sensor
    struct Entry {
        SweepRequest sweep;
        CloudPointer world;  // null: unreadable
        CloudPointer shown;
        geometry::Pose shownFrom;
    };

    [[nodiscard]] CloudPointer thinned(const CloudPointer &cloud);
    void rethin();

    std::uint64_t m_budget;
    double m_cell = 0;
    std::optional<Vector3> m_corner;  // world frame; cells are counted from here
    std::vector<Entry> m_entries;
    std::set<Place> m_held;
    Cells m_cells;
};

/// Reads and merges the sweeps around a frame in the background and says when more of them are there. Main thread only.
class MergedSweeps final : public QObject
{
    Q_OBJECT

public:
    MergedSweeps(jobs::JobRunner &jobs, const CloudLimits &limits);
    ~MergedSweeps() override;

    /// `sweeps` from sweepsAround(); none = nothing is merged.
    void show(std::int64_t frame, const geometry::Pose &label_from_world, std::vector<SweepRequest> sweeps);
    void clear();
    /// In the label frame of frame(), dimmed ones all of them.
    [[nodiscard]] const std::vector<CloudPointer> &pieces() const { return m_pieces; }
    [[nodiscard]] std::int64_t frame() const { return m_frame; }
    [[nodiscard]] bool isReading() const { return m_job != 0; }
    [[nodiscard]] std::size_t sweepsWanted() const { return m_sweeps.size(); }
    [[nodiscard]] std::size_t sweepsUnreadable() const { return m_unreadable; }

signals:
    void changed();

private:
    struct Shared {
        explicit Shared(std::uint64_t budget) : merger(budget) {}
        std::mutex busy;  // a job that was called off may still hold it
        SweepMerger merger;
    };
    struct Step {
        std::vector<CloudPointer> pieces;
        std::size_t missing = 0;
        std::size_t unreadable = 0;
    };

    void next();
    [[nodiscard]] static Result<Step> read(Shared &shared, const std::vector<SweepRequest> &sweeps, std::size_t most,
                                           std::int64_t frame, const geometry::Pose &label_from_world, const CloudLimits &limits,
                                           const jobs::JobControl &control);

    jobs::JobRunner &m_jobs;
    CloudLimits m_limits;
    std::shared_ptr<Shared> m_shared;
    std::vector<SweepRequest> m_sweeps;
    std::int64_t m_wanted = -1;
    geometry::Pose m_label_from_world;
    std::vector<CloudPointer> m_pieces;
    std::int64_t m_frame = -1;
    std::size_t m_atOnce = 1;
    std::size_t m_unreadable = 0;
    jobs::Generation m_generation;
    jobs::JobId m_job = 0;
};

}  // namespace plumbline::sceneview
