// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/camera.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QHash>
#include <QSize>

#include <optional>
#include <vector>

/// KITTI's text files (Geiger et al., "Vision meets Robotics: The KITTI Dataset", 2013, and the development kits): pure functions.
/// Camera frames are rectified: x right, y down, z forward, at the left grey camera (0) for `rect`.
namespace plumbline::pointcloud {

using KittiValues = QHash<QByteArray, std::vector<double>>;

/// Lines "KEY: number …"; what is no number is left out.
[[nodiscard]] KittiValues readKittiValues(QByteArrayView text);

/// Value under the first of these keys that is there; empty when none is.
[[nodiscard]] std::vector<double> valueOf(const KittiValues &values, std::initializer_list<const char *> keys);

/// rect_from_velo of an object frame (R0_rect, Tr_velo_to_cam) or of odometry (Tr); nothing when it is missing or singular.
[[nodiscard]] std::optional<geometry::Pose> rectFromVelodyne(const KittiValues &values);
/// The same of the raw recordings: `camToCam` has R_rect_00, `veloToCam` R and T.
[[nodiscard]] std::optional<geometry::Pose> rectFromVelodyne(const KittiValues &camToCam, const KittiValues &veloToCam);

struct KittiCamera {
    geometry::Camera camera;
    geometry::Pose rect_from_camera;  ///< the base line: the last column of the projection by its focal length
};
/// From the twelve numbers of a projection matrix; nothing when it is none.
[[nodiscard]] std::optional<KittiCamera> cameraOfProjection(const std::vector<double> &projection, QSize size);

/// One line a pose, 3 × 4 numbers; nothing in the place of a line that is none.
[[nodiscard]] std::vector<std::optional<geometry::Pose>> readKittiPoses(QByteArrayView text);
/// Seconds, one a line, in microseconds; nothing in the place of a line that is no number.
[[nodiscard]] std::vector<std::optional<std::int64_t>> readKittiTimes(QByteArrayView text);
/// Dates, one a line.
[[nodiscard]] std::vector<std::optional<std::int64_t>> readKittiDates(QByteArrayView text);

/// What an oxts file begins with.
struct Oxts {
    double latitude = 0;  ///< degrees
    double longitude = 0;
    double altitude = 0;  ///< metres
    double roll = 0;  ///< radians
    double pitch = 0;
    double yaw = 0;  ///< 0 = east, counter-clockwise
};
[[nodiscard]] std::optional<Oxts> readOxts(QByteArrayView text);
/// world_from_imu by the development kit's Mercator projection, scaled at `origin`, whose place is the world's zero: x east,
/// y north, z up, metres.
[[nodiscard]] std::optional<geometry::Pose> poseOfOxts(const Oxts &oxts, const Oxts &origin);

}  // namespace plumbline::pointcloud
