// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/spool.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <tuple>

namespace plumbline::coco {

namespace {

constexpr qsizetype bufferSize = 1 << 20;

tl::unexpected<Error> cannotWrite(const QFileDevice &file)
{
    const bool full = file.error() == QFileDevice::ResourceError;
    return fail(full ? ErrorCode::NoSpace : ErrorCode::Failed,
                QCoreApplication::translate("plumbline::coco", "Cannot write %1: %2").arg(file.fileName(), file.errorString()));
}

}  // namespace

Result<> Spool::open(const QString &folder)
{
    m_file.setFileTemplate(QDir(folder).filePath(QStringLiteral(".plumbline-export-XXXXXX")));
    if (!m_file.open())
        return cannotWrite(m_file);
    return {};
}

Result<> Spool::add(std::int32_t group, std::int64_t key, const QByteArray &record)
{
    m_entries.push_back({key, m_written + m_buffer.size(), group, static_cast<std::int32_t>(record.size())});
    m_buffer.append(record);
    return m_buffer.size() < bufferSize ? Result<>() : flush();
}

Result<> Spool::flush()
{
    if (m_file.write(m_buffer) != m_buffer.size() || !m_file.flush())
        return cannotWrite(m_file);
    m_written += m_buffer.size();
    m_buffer.clear();
    return {};
}

Result<> Spool::copyTo(QIODevice &out)
{
    if (auto flushed = flush(); !flushed)
        return flushed;
    std::stable_sort(m_entries.begin(), m_entries.end(),
                     [](const Entry &a, const Entry &b) { return std::tie(a.group, a.key) < std::tie(b.group, b.key); });
    const auto failed = [&] {
        return fail(ErrorCode::Failed,
                    QCoreApplication::translate("plumbline::coco", "Cannot write the labels: %1").arg(out.errorString()));
    };
    QByteArray pending;
    const uchar *mapped = m_written > 0 ? m_file.map(0, m_written) : nullptr;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        if (i > 0)
            pending.append(",\n", 2);
        if (mapped) {
            pending.append(reinterpret_cast<const char *>(mapped) + entry.offset, entry.length);
        } else {
            const QByteArray record = m_file.seek(entry.offset) ? m_file.read(entry.length) : QByteArray();
            if (record.size() != entry.length)
                return cannotWrite(m_file);
            pending.append(record);
        }
        if (pending.size() >= bufferSize) {
            if (out.write(pending) != pending.size())
                return failed();
            pending.clear();
        }
    }
    if (out.write(pending) != pending.size())
        return failed();
    return {};
}

}  // namespace plumbline::coco
