// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/camera.h"

#include <QByteArrayView>
#include <QSize>

namespace plumbline::pointcloud {

struct SustechCamera {
    geometry::Camera camera;
    geometry::Pose camera_from_lidar;
};
/// calib/camera/NAME.json of SUSTechPOINTS: "extrinsic", 4 × 4 numbers in rows, and "intrinsic", 3 × 3. Fails with words.
[[nodiscard]] Result<SustechCamera> readSustechCamera(QByteArrayView text, QSize picture);

}  // namespace plumbline::pointcloud
