// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/semantickitti/semantickittilabels.h"

#include <cstring>

using namespace plumbline;

/// SemanticKITTI labels: what is read adds up, and is written as it was.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto labels = semantickitti::labelsFrom(bytes, QStringLiteral("lidar"));
    if (!labels)
        return 0;
    semantickitti::ClassNumbers numbers;
    for (const QString &name : labels->classes)
        if (const auto number = semantickitti::classNumber(name))
            numbers[name] = *number;
    std::int64_t lost = 0;
    const auto written = semantickitti::bytesOf(*labels, numbers, lost);
    if (!written || lost != 0 || std::size_t(written->size()) != size || std::memcmp(written->constData(), data, size) != 0)
        __builtin_trap();
    return 0;
}
