// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/media/pointcloud/kitticalibration.h"
#include "plugins/media/pointcloud/layouts.h"

/// What the layouts of KITTI share.
namespace plumbline::pointcloud::kitti {

[[nodiscard]] QString velodyne();  ///< folder of the sweeps and name of their sensor
[[nodiscard]] QStringList pictureEndings();
[[nodiscard]] QStringList sweepEndings();
[[nodiscard]] QString joined(const QString &folder, const QString &name);

/// Which picture of a folder belongs to which sweep, by the name without its ending.
[[nodiscard]] QHash<QString, QString> picturesByStem(DataFolder &folder, const QString &below);

/// A camera whose projection is one of KITTI's matrices. `size`: for which it is calibrated; empty = what the picture has.
std::int32_t addCamera(SceneDraft &draft, const QString &name, const std::vector<double> &projection,
                       const std::optional<geometry::Pose> &rect_from_velo, QSize size, const QString &firstPicture,
                       const QString &calibrationFile);
/// One LiDAR, in whose frame labels are.
[[nodiscard]] SceneDraft draftOf(const DataFolder &folder, const char *convention);
/// Labels of objects are given in the rectified frame of camera 0, which lies a few centimetres beside every camera with pictures.
void keepRectification(SceneDraft &draft, const std::optional<geometry::Pose> &rect_from_velo);
/// A text that may be missing; what else is wrong with it is told.
[[nodiscard]] QByteArray textOf(DataFolder &folder, const QString &name, SceneDraft &draft);

template <typename T>
[[nodiscard]] std::optional<T> at(const std::vector<std::optional<T>> &list, std::size_t index)
{
    return index < list.size() ? list[index] : std::nullopt;
}

/// The number that a file's name counts by, else its place in the folder.
[[nodiscard]] std::size_t numberOf(const QString &name, std::size_t place);
/// Times of sweeps, where the files have them for all; otherwise those that are assumed.
void setTimes(SceneDraft &draft, const std::vector<std::optional<std::int64_t>> &times, const std::vector<std::size_t> &numbers,
              const QString &file);
/// Poses of the vehicle by the numbers of its sweeps; the first record is the world's zero.
void setPoses(SceneDraft &draft, const std::map<std::size_t, Oxts> &records, const std::vector<std::size_t> &numbers,
              const geometry::Pose &velo_from_imu);

}  // namespace plumbline::pointcloud::kitti
