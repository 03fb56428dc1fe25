// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloud/detail.h"
#include "core/jobs/jobrunner.h"
#include "plugins/views/scene/boxcount.h"

#include <QObject>
#include <QSet>

#include <list>
#include <map>

namespace plumbline::sceneview {

/// Which sweep is wanted, and where its points go.
struct SweepRequest {
    QString path;  ///< absolute
    QString name;  ///< what people read
    geometry::Pose label_from_cloud;
    SweepTag tag = {};
    bool operator==(const SweepRequest &) const = default;
};

/// How much is read at once.
struct CloudLimits {
    std::uint64_t whole = 2'000'000;      ///< clouds up to here lie in memory
    std::uint64_t sample = 500'000;       ///< shown at once of larger ones
    std::uint64_t shown = 3'000'000;      ///< points of an octree on the screen
    std::uint64_t keptAhead = 6'000'000;  ///< points of other sweeps that stay in memory
    std::uint64_t merged = 3'000'000;     ///< points of other frames that are shown at once
};

/// Brings the points of one sweep after the other: small clouds whole, of large ones a sample at once and then the pieces of an
/// octree that the view needs, read in the background. Main thread only.
class CloudSource final : public QObject
{
    Q_OBJECT

public:
    enum class State { Empty, Loading, Shown, Failed };

    /// `cacheFolder` is asked when an octree is to be made; empty = nothing may be written.
    CloudSource(jobs::JobRunner &jobs, std::function<QString()> cacheFolder, CloudLimits limits = {});
    ~CloudSource() override;

    void show(const SweepRequest &request);
    /// Reads a sweep that comes next, when it is small.
    void prefetch(const SweepRequest &request);
    void clear();
    /// Which pieces of an octree are seen; costs nothing for others. Coordinates relative to origin(), label frame.
    void setView(const cloud::CloudView &view);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString error() const { return m_error; }  ///< of State::Failed, in words
    [[nodiscard]] const SweepRequest &request() const { return m_request; }
    /// What is to be drawn, in pieces. During State::Loading still those of the sweep before.
    [[nodiscard]] const std::vector<CloudPointer> &pieces() const { return m_pieces; }
    [[nodiscard]] Vector3 origin() const { return m_pieces.empty() ? Vector3{} : m_pieces.front()->origin; }
    /// Box around the whole cloud, label frame; nothing when there is none.
    [[nodiscard]] std::optional<std::pair<Vector3, Vector3>> bounds() const;
    [[nodiscard]] std::uint64_t pointsInFile() const { return m_pointsInFile; }
    [[nodiscard]] std::uint64_t pointsShown() const;
    /// Places in the file, those without a position among them: what labels of points go by.
    [[nodiscard]] std::uint64_t placesInFile() const { return m_pieces.empty() ? 0 : m_placesInFile; }
    /// Points of the file in a box, by the octree where there is one.
    [[nodiscard]] BoxCount countIn(const ClipBox &box) const;
    /// Whether an octree stands behind it.
    [[nodiscard]] bool isLarge() const { return m_octree != nullptr; }
    /// Pieces are on their way, or an octree is being made.
    [[nodiscard]] bool isRefining() const { return m_building != 0 || m_loadingPieces != 0; }

signals:
    void changed();       ///< pieces()
    void stateChanged();

private:
    struct Opened {
        CloudPointer cloud;  ///< whole or a sample
        std::shared_ptr<SharedOctree> octree;
        bool large = false;
        std::uint64_t places = 0;
    };
    struct Kept {
        SweepRequest request;
        CloudPointer cloud;
    };

    void start(const SweepRequest &request, bool ahead);
    void take(Opened opened);
    void build();
    void useOctree(std::shared_ptr<SharedOctree> octree);
    void choosePieces();
    void loadMissing();
    void keep(const SweepRequest &request, const CloudPointer &cloud);
    void setState(State state, const QString &error = {});
    [[nodiscard]] static Result<Opened> open(const SweepRequest &request, const QString &cache, const CloudLimits &limits,
                                             bool ahead, const jobs::JobControl &control);
    [[nodiscard]] static QString octreePath(const QString &cache, const QString &path);
    [[nodiscard]] static QByteArray sourceOf(const QString &path);

    jobs::JobRunner &m_jobs;
    std::function<QString()> m_cacheFolder;
    CloudLimits m_limits;
    SweepRequest m_request;
    State m_state = State::Empty;
    QString m_error;
    std::vector<CloudPointer> m_pieces;
    std::uint64_t m_pointsInFile = 0;
    std::uint64_t m_placesInFile = 0;
    std::pair<Vector3, Vector3> m_bounds;
    jobs::Generation m_generation;
    jobs::JobId m_loading = 0;
    jobs::JobId m_building = 0;
    jobs::JobId m_loadingPieces = 0;
    jobs::JobId m_readingAhead = 0;
    SweepRequest m_ahead;
    std::list<Kept> m_kept;  // last used first
    std::shared_ptr<SharedOctree> m_octree;
    std::map<std::size_t, CloudPointer> m_loaded;  // by node
    std::vector<std::size_t> m_wanted;             // nodes, nearest first
    QSet<std::size_t> m_broken;                    // nodes that cannot be read
    cloud::CloudView m_view;
    bool m_hasView = false;
};

}  // namespace plumbline::sceneview
