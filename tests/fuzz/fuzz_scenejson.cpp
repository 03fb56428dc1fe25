// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/scenejson.h"

#include <algorithm>

using namespace plumbline;

/// What is read is a valid scene once its frames are in order, and what is written of it reads back equal.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    auto read = pointcloud::readSceneJson(text, QStringLiteral("scene.json"));
    if (!read)
        return 0;
    model::Scene &scene = read->scene;
    std::stable_sort(scene.frames.begin(), scene.frames.end(),
                     [](const model::SceneFrame &a, const model::SceneFrame &b) { return a.microseconds < b.microseconds; });
    if (!model::whyInvalid(scene).isEmpty())
        __builtin_trap();
    const auto again = pointcloud::readSceneJson(pointcloud::writeSceneJson(scene), QStringLiteral("again"));
    if (!again || !(again->scene == scene))
        __builtin_trap();
    return 0;
}
