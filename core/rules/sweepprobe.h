// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/pose.h"
#include "core/jobs/jobcontrol.h"
#include "core/model/annotation.h"
#include "core/model/remark.h"
#include "core/model/scene.h"

#include <QHash>
#include <QStringList>

#include <unordered_map>
#include <utility>
#include <vector>

namespace plumbline::rules {

/// Counts the points of cuboids and finds the ground around them, point after point, in one pass. Memory follows the cuboids, not
/// the points. Label frame, metres, z up. One thread at a time.
class PLUMBLINE_CORE_EXPORT SweepProbe
{
public:
    explicit SweepProbe(const std::vector<std::pair<AnnotationId, geometry::Cuboid>> &cuboids);

    /// Not finite: left aside.
    void add(const geometry::Vector3 &point);
    /// `all`: every point of the sweep was added. The ground of a place is the 35th percentile of the lowest points of the 1 m
    /// cells around it, as the scene view has it.
    [[nodiscard]] QHash<AnnotationId, model::BoxPoints> result(bool all) const;

private:
    struct Cell {
        float lowest = 0;
        bool seen = false;
        std::vector<std::size_t> cuboids;  // that reach into it
    };
    struct Counted {
        AnnotationId id;
        geometry::Cuboid cuboid;
        geometry::Pose box_from_label;
        std::uint64_t points = 0;
    };
    [[nodiscard]] static std::int64_t keyOf(std::int64_t column, std::int64_t row);
    void count(Counted &counted, const geometry::Vector3 &point) const;
    [[nodiscard]] std::optional<double> groundAt(double x, double y) const;

    std::vector<Counted> m_counted;
    std::vector<std::size_t> m_wide;  // larger than cells are made for
    std::unordered_map<std::int64_t, Cell> m_cells;
};

/// Adds the points of a cloud file. Fails with the reader's words and with Cancelled.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> probeFile(const QString &path, const geometry::Pose &label_from_cloud,
                                                       SweepProbe &probe, const jobs::JobControl &control);

/// Of all frames of a scene that have cuboids, read one after the other.
struct SceneProbe {
    QHash<AnnotationId, model::BoxPoints> points;
    QStringList unread;  ///< "sweep.bin: why", of sweeps that cannot be read; their cuboids are not in points
};
/// `folder`: what the scene's paths are relative to. Reports frames. Fails with Cancelled.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<SceneProbe> probeScene(const model::Scene &scene, const QString &folder,
                                                                  const std::vector<model::Annotation> &labels,
                                                                  const jobs::JobControl &control);

}  // namespace plumbline::rules
