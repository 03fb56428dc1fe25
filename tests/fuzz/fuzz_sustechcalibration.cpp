// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/media/pointcloud/sustechcalibration.h"

using namespace plumbline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto camera =
        pointcloud::readSustechCamera(QByteArrayView(reinterpret_cast<const char *>(data), qsizetype(size)), QSize(64, 32));
    if (camera && !geometry::isUsable(camera->camera))
        __builtin_trap();
    return 0;
}
