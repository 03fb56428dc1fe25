// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/kitticalibration.h"

#include <cmath>

using namespace plumbline;

namespace {

void check(const std::optional<geometry::Pose> &pose)
{
    if (!pose)
        return;
    double length = 0;
    for (const double part : pose->rotation)
        length += part * part;
    for (const double part : pose->translation)
        if (!std::isfinite(part))
            __builtin_trap();
    if (!(std::abs(length - 1) < 1e-6))
        __builtin_trap();
}

}  // namespace

/// The text as each of KITTI's files: every pose is rigid, every camera usable.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto values = pointcloud::readKittiValues(text);
    check(pointcloud::rectFromVelodyne(values));
    check(pointcloud::rectFromVelodyne(values, values));
    for (const char *key : {"P0", "P2", "P_rect_02"})
        if (const auto camera = pointcloud::cameraOfProjection(pointcloud::valueOf(values, {key}), QSize(1242, 375))) {
            check(camera->rect_from_camera);
            if (!geometry::isUsable(camera->camera))
                __builtin_trap();
        }
    for (const auto &pose : pointcloud::readKittiPoses(text))
        check(pose);
    (void)pointcloud::readKittiTimes(text);
    (void)pointcloud::readKittiDates(text);
    if (const auto oxts = pointcloud::readOxts(text))
        check(pointcloud::poseOfOxts(*oxts, *oxts));
    return 0;
}
