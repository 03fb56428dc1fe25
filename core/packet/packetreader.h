// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/sha256.h"
#include "core/packet/manifest.h"
#include "core/packet/zipform.h"

#include <QFile>
#include <QHash>

#include <functional>
#include <memory>

namespace plumbline::packet {

/// A packet from anywhere. What it returns was checked against the signed list of digests first; nothing is written anywhere but,
/// for a sealed packet, into a temporary file that only this user can read. One thread.
class PLUMBLINE_CORE_EXPORT PacketReader
{
public:
    struct Limits {
        ZipLimits zip;
        qint64 manifest = 1 << 20;
        qint64 digests = 64 << 20;
        qint64 text = qint64(1) << 30;  ///< of a member that is read as lines
        qsizetype line = 64 << 20;
    };

    /// Checks form, summary, list of digests and signature; not yet what the digests are of. A sealed packet needs the key.
    [[nodiscard]] static Result<std::unique_ptr<PacketReader>> open(const QString &path, const OpeningKey *key,
                                                                    const jobs::JobControl &control, const Limits &limits);
    [[nodiscard]] static Result<std::unique_ptr<PacketReader>> open(const QString &path, const OpeningKey *key = nullptr,
                                                                    const jobs::JobControl &control = {})
    {
        return open(path, key, control, Limits());
    }

    [[nodiscard]] const Manifest &manifest() const { return m_manifest; }
    [[nodiscard]] bool sealed() const { return m_sealed; }
    [[nodiscard]] const std::vector<ZipMember> &members() const { return m_members; }
    [[nodiscard]] std::int64_t bytes() const { return m_bytes; }
    [[nodiscard]] const ZipMember *find(const QByteArray &name) const;

    /// Compares every member with its digest. Malformed names the first that differs.
    [[nodiscard]] Result<> verify(const jobs::JobControl &control) const;
    /// A whole member.
    [[nodiscard]] Result<QByteArray> read(const QByteArray &name, qint64 most) const;
    /// A JSON value a line; the visitor stops by returning an error. All of the member is checked before the first line is read.
    [[nodiscard]] Result<> visitLines(const QByteArray &name,
                                      const std::function<Result<>(const Json &, std::int64_t line)> &visitor) const;
    /// Writes a member as a file, complete or not at all.
    [[nodiscard]] Result<> extract(const QByteArray &name, const QString &path, const jobs::JobControl &control) const;

private:
    PacketReader(std::unique_ptr<QFile> file, const Limits &limits) : m_file(std::move(file)), m_limits(limits) {}
    [[nodiscard]] Result<> readForm(const OpeningKey *key, const jobs::JobControl &control);
    [[nodiscard]] Result<> unsealFile(const OpeningKey *key, const jobs::JobControl &control);
    [[nodiscard]] Result<> readDigests(const QByteArray &list);
    [[nodiscard]] Result<QByteArray> readUnchecked(const ZipMember &member, qint64 most) const;
    [[nodiscard]] Result<> check(const ZipMember &member, const std::function<Result<>(QByteArrayView)> &also,
                                 const jobs::JobControl &control) const;

    std::unique_ptr<QFile> m_file;
    Limits m_limits;
    std::vector<ZipMember> m_members;
    QHash<QByteArray, std::size_t> m_places;
    std::vector<Sha256Digest> m_digests;  // of m_members; those of the list and its signature are null
    Manifest m_manifest;
    std::int64_t m_bytes = 0;
    bool m_sealed = false;
};

}  // namespace plumbline::packet
