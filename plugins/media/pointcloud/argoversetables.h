// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/geometry/camera.h"

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

/// Tables of an Argoverse 2 log (Wilson et al., 2021; the av2 package's schema) written as CSV: pure functions. Columns are
/// found by their names; a line that is none costs itself and is told.
namespace plumbline::pointcloud {

struct TimedPose {
    std::int64_t nanoseconds = 0;
    geometry::Pose world_from_ego;
};
/// timestamp_ns, qw, qx, qy, qz, tx_m, ty_m, tz_m; in the order of time.
[[nodiscard]] std::vector<TimedPose> readArgoversePoses(QByteArrayView text, const QString &file, IssueList &issues);

struct ArgoverseSensor {
    QString name;
    std::optional<geometry::Pose> ego_from_sensor;
    std::optional<geometry::Camera> camera;
};
/// sensor_name with the columns of a pose.
[[nodiscard]] std::vector<ArgoverseSensor> readArgoverseExtrinsics(QByteArrayView text, const QString &file, IssueList &issues);
/// sensor_name, fx_px, fy_px, cx_px, cy_px, k1, k2, k3, height_px, width_px: into the sensors of those names.
void readArgoverseIntrinsics(QByteArrayView text, const QString &file, std::vector<ArgoverseSensor> &sensors, IssueList &issues);

/// Between the neighbours in time; nothing beyond the ends and in gaps of more than half a second.
[[nodiscard]] std::optional<geometry::Pose> poseAt(const std::vector<TimedPose> &poses, std::int64_t nanoseconds);

}  // namespace plumbline::pointcloud
