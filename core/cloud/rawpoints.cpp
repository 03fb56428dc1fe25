// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/formats.h"

/// Floats without a header: KITTI (Geiger et al., 2013, development kit) has x y z reflectance, nuScenes x y z intensity ring.
namespace plumbline::cloud {

Opened openRaw(std::unique_ptr<QFile> file, std::size_t floats)
{
    const QString path = file->fileName();
    RecordLayout layout;
    layout.stride = floats * sizeof(float);
    for (std::size_t axis = 0; axis < 3; ++axis)
        layout.position[axis] = {axis * sizeof(float), ScalarType::Float32};
    CloudInfo info;
    info.format = floats == 5 ? QStringLiteral("nuscenes bin") : QStringLiteral("kitti bin");
    for (std::size_t i = 3; i < floats; ++i) {
        info.channels.push_back({i == 3 ? QStringLiteral("intensity") : QStringLiteral("ring"), ScalarType::Float32});
        layout.channels.push_back({i * sizeof(float), ScalarType::Float32});
    }
    const auto bytes = static_cast<std::uint64_t>(file->size());
    info.points = bytes / layout.stride;
    if (bytes % layout.stride != 0)
        info.issues.problem(path, {},
                            Words::tr("%1 bytes at the end are no whole point. They are left out.").arg(bytes % layout.stride));
    return RecordReader::open(std::move(file), std::move(layout), std::move(info));
}

}  // namespace plumbline::cloud
