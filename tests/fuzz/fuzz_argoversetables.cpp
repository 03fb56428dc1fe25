// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/argoversetables.h"
#include "plugins/media/pointcloud/scenenumbers.h"

#include <cmath>

using namespace plumbline;

/// The text as each of the tables, and as the name of a file that tells a time.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    IssueList issues;
    const auto poses = pointcloud::readArgoversePoses(text, QStringLiteral("p.csv"), issues);
    for (std::size_t i = 0; i < poses.size() && i < 8; ++i)
        for (const std::int64_t time : {poses[i].nanoseconds, poses[i].nanoseconds / 2, std::int64_t(0)})
            if (const auto pose = pointcloud::poseAt(poses, time))
                for (const double part : pose->rotation)
                    if (!std::isfinite(part))
                        __builtin_trap();
    auto sensors = pointcloud::readArgoverseExtrinsics(text, QStringLiteral("e.csv"), issues);
    pointcloud::readArgoverseIntrinsics(text, QStringLiteral("i.csv"), sensors, issues);
    for (const auto &sensor : sensors)
        if (sensor.camera && !geometry::isUsable(*sensor.camera))
            __builtin_trap();
    (void)pointcloud::microsecondsOfName(QString::fromUtf8(text.first(std::min<qsizetype>(text.size(), 200))));
    return 0;
}
