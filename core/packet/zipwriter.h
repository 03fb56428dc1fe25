// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/sha256.h"
#include "core/packet/zipform.h"

class QIODevice;

namespace plumbline::packet {

/// Writes a file of the form of zipform.h, one member after the other. CRCs are put in at the end, so every byte is read once.
/// One thread.
class PLUMBLINE_CORE_EXPORT ZipWriter
{
public:
    /// A device that can be written and sought, empty.
    explicit ZipWriter(QIODevice &device) : m_device(device) {}

    /// Size is what will be written to the member.
    [[nodiscard]] Result<> begin(const QByteArray &name, std::uint64_t size);
    [[nodiscard]] Result<> write(QByteArrayView data);
    /// SHA-256 of the member; fails when more or less than announced was written.
    [[nodiscard]] Result<Sha256Digest> end();
    [[nodiscard]] Result<Sha256Digest> add(const QByteArray &name, QByteArrayView data);
    [[nodiscard]] Result<> finish();

private:
    [[nodiscard]] Result<> put(QByteArrayView data);

    QIODevice &m_device;
    std::vector<ZipMember> m_members;
    base::Sha256 m_hash;
    std::uint64_t m_at = 0;
    std::uint64_t m_written = 0;
};

/// CRC-32 of zip, continued from `crc`.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::uint32_t crc32(std::uint32_t crc, QByteArrayView data);

}  // namespace plumbline::packet
