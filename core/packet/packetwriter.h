// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/atomicfile.h"
#include "core/packet/manifest.h"
#include "core/packet/zipwriter.h"

#include <memory>

class QTemporaryFile;

namespace plumbline::packet {

/// Writes one packet: begin, members in any order, finish. Nothing is at the path before finish() returned. One thread.
class PLUMBLINE_CORE_EXPORT PacketWriter
{
public:
    /// Sealed to the receivers when there are any; the unsealed packet then lies beside the path for a while, in a file that only
    /// this user can read and that goes away by itself.
    [[nodiscard]] static Result<std::unique_ptr<PacketWriter>> begin(const QString &path, const Manifest &manifest,
                                                                     const std::vector<SealingKey> &receivers);
    ~PacketWriter();

    /// The name must be plain (zipform.h) and new.
    [[nodiscard]] Result<> add(const QByteArray &name, QByteArrayView content);
    /// A file, read once; fails unless its content has the hash, when one is given.
    [[nodiscard]] Result<> addFile(const QByteArray &name, const QString &file, const Sha256Digest &expected,
                                   const jobs::JobControl &control);
    [[nodiscard]] Result<> finish(const SigningKey &key, const jobs::JobControl &control);

private:
    PacketWriter(const QString &path, std::vector<SealingKey> receivers);
    [[nodiscard]] Result<> note(const QByteArray &name, const Result<Sha256Digest> &digest);
    [[nodiscard]] Result<> sealInto(const jobs::JobControl &control);

    base::AtomicFile m_file;
    std::unique_ptr<QTemporaryFile> m_plain;  // of a packet that will be sealed
    std::vector<SealingKey> m_receivers;
    std::unique_ptr<ZipWriter> m_zip;
    Uuid m_id;
    QByteArray m_digests;
};

/// Names and first bytes that reader and writer share.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray packetMimeType();
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray sealedMimeType();
/// What is signed beside the list of digests.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray trustedComment(const Uuid &packet);

}  // namespace plumbline::packet
