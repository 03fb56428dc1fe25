// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <vector>

class QIODevice;

/// The zip files that packets are: every member stored, no times, no attributes, no comments, nothing between the members. From
/// the names, sizes and CRCs of the members follows every other byte of the file, so a reader can hold all of them to it.
/// Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.14 to 4.3.16 and 4.5.3.
namespace plumbline::packet {

struct ZipMember {
    QByteArray name;
    std::uint64_t size = 0;
    std::uint32_t crc = 0;
    std::uint64_t header = 0;  ///< where its header lies in the file
    std::uint64_t data = 0;    ///< where its bytes lie
    bool operator==(const ZipMember &) const = default;
};

struct ZipLimits {
    std::size_t members = 200'000;
    qsizetype nameLength = 200;
};

/// Letters, digits, "._-" and "/" between non-empty parts that are neither "." nor "..", do not end in a point and are no device
/// of Windows: a name that means the same file below a folder on every system.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isPlainName(QByteArrayView name);
/// Bytes before a member's data.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray zipHeader(const ZipMember &member);
/// Bytes after the last member, which begin at `at`.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray zipDirectory(const std::vector<ZipMember> &members, std::uint64_t at);
/// The members of a file; Malformed, in words, unless every byte that is not of a member's data is the one that must be there.
/// The data are not looked at. Memory grows with the number of members alone.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<ZipMember>> readZipForm(QIODevice &file, const ZipLimits &limits = {});

}  // namespace plumbline::packet
