// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/nuscenestables.h"

#include <cmath>

using namespace plumbline;

/// The text as every table in turn.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    pointcloud::NuTables tables;
    IssueList issues;
    for (const QByteArray &table : pointcloud::nuScenesTables())
        tables.read(table, text, QStringLiteral("table.json"), issues);
    for (const geometry::Pose &pose : tables.poses)
        for (const double part : pose.translation)
            if (!std::isfinite(part))
                __builtin_trap();
    return 0;
}
