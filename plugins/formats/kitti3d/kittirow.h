// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/cuboids.h"

#include <QByteArray>

#include <optional>

/// One line of a label file of KITTI. Source: the readme of the object and the tracking development kit. The frame is the
/// rectified one of camera 0: x right, y down, z forward, metres; the location is the middle of the bottom face; the heading
/// turns about +y, 0 looks along +x. Pixels have the centre of the first at (0, 0).
namespace plumbline::kitti3d {

/// Name of the rectified frame in cuboids whose scene is not known.
[[nodiscard]] QString rectifiedFrame();

struct Row {
    QString type;
    std::optional<std::int64_t> frame;  ///< tracking only
    std::int64_t track = -1;  ///< tracking only; -1 = none
    double truncated = -1;
    double occluded = -1;
    double alpha = -10;
    std::array<double, 4> bounds{-1, -1, -1, -1};  ///< left, top, right, bottom as in the file
    std::array<double, 3> dimensions{-1, -1, -1};  ///< height, width, length
    std::array<double, 3> location{-1000, -1000, -1000};
    double heading = -10;
    std::optional<double> score;
    bool operator==(const Row &) const = default;

    [[nodiscard]] bool hasBox3d() const { return dimensions[0] > 0 && dimensions[1] > 0 && dimensions[2] > 0; }
    /// What the data sets write where they have no box in space: -1, in the rows of tracking -1000.
    [[nodiscard]] bool saysNoBox3d() const
    {
        const double first = dimensions[0];
        return (first == -1 || first == -1000) && dimensions[1] == first && dimensions[2] == first;
    }
    [[nodiscard]] bool hasBounds() const { return bounds[2] > bounds[0] && bounds[3] > bounds[1]; }
};

/// Fails when it is neither a line of objects (15 columns, 16 with a score) nor of tracking (17, 18).
[[nodiscard]] Result<Row> rowFrom(const QByteArray &line);
/// The line, numbers to a millionth; with frame and track when `row.frame` is set.
[[nodiscard]] QByteArray lineOf(const Row &row);

/// In rectifiedFrame(); meaningless when the row has no box.
[[nodiscard]] geometry::Cuboid cuboidOf(const Row &row);
/// Puts dimensions, location and heading of a cuboid in the rectified frame into the row. Returns by how many radians the
/// cuboid's up differs from the camera's: what a row cannot say.
double setCuboid(Row &row, const geometry::Cuboid &cuboid);

}  // namespace plumbline::kitti3d
