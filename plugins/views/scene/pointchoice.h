// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/pointlabeling.h"
#include "core/geometry/pointvolume.h"
#include "plugins/views/scene/clouddata.h"
#include "plugins/views/scene/viewcamera.h"

#include <QVariantMap>

namespace plumbline::sceneview {

/// Which points a gesture has chosen. Volumes are in the label frame of the frame in which it was made; `elsewhere` is what it
/// means in other sweeps.
struct PointChoice {
    geometry::PointVolume here;
    geometry::PointVolume elsewhere;
    std::optional<geometry::PointSet> exact;  ///< in the sweep that is shown: of the points in memory
};

/// One change of points: a choice and what becomes of it.
struct PointStep {
    PointChoice choice;
    geometry::PointEdit edit;
};

/// How points are labeled: kept with the state of the view. A value.
struct PointOptions {
    double radius = 0.5;    ///< of the brush, metres
    double height = 0.15;   ///< over and under the ground that belongs to it, metres
    double gap = 0.5;       ///< between neighbours of a cluster, metres
    bool seenOnly = false;  ///< outlines leave out what others hide
    bool allSweeps = false;
    bool erases = false;
    bool onlyUnlabeled = false;
    QString onlyClass;           ///< empty = of any
    std::uint32_t instance = 0;  ///< 0 = none
    bool operator==(const PointOptions &) const = default;

    /// What means the same on other items.
    [[nodiscard]] QVariantMap toMap() const;
    /// Values that are missing or make no sense stay as they are by default.
    [[nodiscard]] static PointOptions fromMap(const QVariantMap &map);
};

inline constexpr double smallestRadius = 0.05;
inline constexpr double largestRadius = 20;

[[nodiscard]] geometry::ScreenProjection projectionOf(const ViewCamera &camera, QSizeF viewport);
/// The points of a piece, in the label frame. Valid as long as the piece.
[[nodiscard]] geometry::PlacedPoints placed(const CloudData &data);
[[nodiscard]] std::vector<geometry::PlacedPoints> placed(const std::vector<CloudPointer> &pieces);
/// The points of the pieces that lie in a volume, by their places in the file of `places` points. Pieces that do not know them
/// have none.
[[nodiscard]] geometry::PointSet chosenIn(const geometry::PointVolume &volume, const std::vector<CloudPointer> &pieces,
                                          std::uint64_t places);
/// What an outline on the screen chooses; nothing when it covers no pixel. `elsewhere` is made when it is `wanted`.
[[nodiscard]] std::optional<PointChoice> choiceOfOutline(const geometry::ScreenProjection &view,
                                                         const std::vector<geometry::Point> &outline, bool seenOnly, bool wanted,
                                                         const std::vector<CloudPointer> &pieces, std::uint64_t places);
/// What hangs together with a place among the points higher than `clearance` over the ground; nothing when no such point is
/// there.
[[nodiscard]] std::optional<PointChoice> choiceOfCluster(const Vector3 &place, const geometry::SurfaceVolume *ground, double gap,
                                                         const std::vector<CloudPointer> &pieces, std::uint64_t places);

}  // namespace plumbline::sceneview
