// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cloud/formats.h"

#include <sys/mman.h>
#include <unistd.h>

/// What the fuzzers of point clouds share.
namespace plumbline::fuzz {

/// A file in memory that is filled again for every case. One thread.
class MemoryFile
{
public:
    MemoryFile() : m_handle(memfd_create("case", 0))
    {
        if (m_handle < 0)
            __builtin_trap();
    }
    ~MemoryFile() { ::close(m_handle); }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;

    void fill(const std::uint8_t *data, std::size_t size)
    {
        if (::ftruncate(m_handle, 0) != 0 || ::pwrite(m_handle, data, size, 0) != ssize_t(size)
            || ::lseek(m_handle, 0, SEEK_SET) != 0)
            __builtin_trap();
    }
    [[nodiscard]] QString path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_handle); }
    [[nodiscard]] std::unique_ptr<QFile> open() const
    {
        auto file = std::make_unique<QFile>();
        if (!file->open(m_handle, QIODevice::ReadOnly))
            __builtin_trap();
        return file;
    }

private:
    int m_handle;
};

inline cloud::CloudBudget tightBudget()
{
    cloud::CloudBudget budget;
    budget.unpackedBytes = std::uint64_t(1) << 20;
    return budget;
}

/// Reads from the start twice, then from the middle: readers keep their place. No block is larger than was asked for, and none
/// has columns of another length.
inline void readAbout(const cloud::Opened &reader)
{
    if (!reader)
        return;
    static cloud::PointBlock block;
    const cloud::CloudInfo &info = (*reader)->info();
    for (const std::uint64_t first : {std::uint64_t(0), std::uint64_t(0), info.points / 2}) {
        if (!(*reader)->read(first, 500, block, {}))
            continue;
        if (block.size() > 500 || block.columns.size() != info.channels.size())
            __builtin_trap();
        for (const cloud::Column &column : block.columns)
            if (column.size() != block.size())
                __builtin_trap();
    }
    if (info.points < 2000)
        (void)cloud::boundsOf(**reader, {});
}

}  // namespace plumbline::fuzz
