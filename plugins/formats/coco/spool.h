// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QTemporaryFile>

#include <cstdint>
#include <vector>

namespace plumbline::coco {

/// Records that come in one order and go out in another, kept in a temporary file so that memory holds 32 bytes of each.
class Spool
{
public:
    /// Makes the file in `folder`; it goes away with the object.
    [[nodiscard]] Result<> open(const QString &folder);
    /// Records go out by group, then by key, then as they came.
    [[nodiscard]] Result<> add(std::int32_t group, std::int64_t key, const QByteArray &record);
    /// Writes all records with ",\n" between them.
    [[nodiscard]] Result<> copyTo(QIODevice &out);

private:
    struct Entry {
        std::int64_t key;
        std::int64_t offset;
        std::int32_t group;
        std::int32_t length;
    };
    [[nodiscard]] Result<> flush();

    QTemporaryFile m_file;
    QByteArray m_buffer;
    std::int64_t m_written = 0;
    std::vector<Entry> m_entries;
};

}  // namespace plumbline::coco
