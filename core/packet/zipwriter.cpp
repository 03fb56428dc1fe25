// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/zipwriter.h"

#include <QCoreApplication>
#include <QIODevice>

#include <libdeflate.h>

namespace plumbline::packet {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::packet", text);
}

}  // namespace

std::uint32_t crc32(std::uint32_t crc, QByteArrayView data)
{
    return libdeflate_crc32(crc, data.data(), static_cast<std::size_t>(data.size()));
}

Result<> ZipWriter::put(QByteArrayView data)
{
    if (m_device.write(data.data(), data.size()) != data.size())
        return fail(ErrorCode::NoSpace, tr("The packet cannot be written: %1.").arg(m_device.errorString()));
    m_at += static_cast<std::uint64_t>(data.size());
    return {};
}

Result<> ZipWriter::begin(const QByteArray &name, std::uint64_t size)
{
    ZipMember member{name, size, 0, m_at, 0};
    const QByteArray header = zipHeader(member);
    member.data = m_at + static_cast<std::uint64_t>(header.size());
    m_members.push_back(std::move(member));
    m_written = 0;
    return put(header);
}

Result<> ZipWriter::write(QByteArrayView data)
{
    ZipMember &member = m_members.back();
    m_hash.add(data);
    member.crc = crc32(member.crc, data);
    m_written += static_cast<std::uint64_t>(data.size());
    return put(data);
}

Result<Sha256Digest> ZipWriter::end()
{
    if (m_written != m_members.back().size)
        return fail(ErrorCode::Failed, tr("A file changed while it was packed. Try again."),
                    QString::fromLatin1(m_members.back().name));
    return m_hash.finish();
}

Result<Sha256Digest> ZipWriter::add(const QByteArray &name, QByteArrayView data)
{
    if (const auto begun = begin(name, static_cast<std::uint64_t>(data.size())); !begun)
        return fail(begun.error());
    if (const auto written = write(data); !written)
        return fail(written.error());
    return end();
}

Result<> ZipWriter::finish()
{
    if (const auto done = put(zipDirectory(m_members, m_at)); !done)
        return done;
    for (const ZipMember &member : m_members) {
        const QByteArray header = zipHeader(member);
        if (!m_device.seek(static_cast<qint64>(member.header)) || m_device.write(header) != header.size())
            return fail(ErrorCode::NoSpace, tr("The packet cannot be written: %1.").arg(m_device.errorString()));
    }
    return {};
}

}  // namespace plumbline::packet
