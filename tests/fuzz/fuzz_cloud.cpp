// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/cloudreader.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

using namespace plumbline;

/// The first byte chooses the file's name, which decides what is tried where the content does not say; the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QStringList endings = {QStringLiteral(".pcd"), QStringLiteral(".bin"), QStringLiteral(".pcd.bin"),
                                        QStringLiteral(".csv")};
    if (size == 0)
        return 0;
    const QString path = QStringLiteral("/dev/shm/plumbline-fuzz-%1%2").arg(getpid()).arg(endings[data[0] % endings.size()]);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(reinterpret_cast<const char *>(data + 1), qint64(size - 1)) < 0)
        return 0;
    file.close();
    cloud::CloudBudget budget;
    budget.unpackedBytes = std::uint64_t(64) << 20;
    if (auto reader = cloud::openCloud(path, budget)) {
        cloud::PointBlock block;
        // Twice from the start, then the end: readers keep their place.
        for (const std::uint64_t first : {std::uint64_t(0), std::uint64_t(0), (*reader)->info().points / 2})
            if ((*reader)->read(first, 5000, block, {}) && block.size() > 5000)
                __builtin_trap();
        if ((*reader)->info().points < 100000)
            (void)cloud::boundsOf(**reader, {});
    }
    return 0;
}
