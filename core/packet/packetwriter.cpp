// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/packetwriter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryFile>

namespace plumbline::packet {

namespace {

constexpr qsizetype piece = 1 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::packet", text);
}

}  // namespace

QByteArray packetMimeType()
{
    return QByteArrayLiteral("application/vnd.plumbline.packet+zip");
}

QByteArray sealedMimeType()
{
    return QByteArrayLiteral("application/vnd.plumbline.sealed-packet+zip");
}

QByteArray trustedComment(const Uuid &packet)
{
    return "plumbline packet " + packet.toString().toLatin1();
}

PacketWriter::PacketWriter(const QString &path, std::vector<SealingKey> receivers)
    : m_file(path), m_receivers(std::move(receivers))
{}

PacketWriter::~PacketWriter() = default;

Result<std::unique_ptr<PacketWriter>> PacketWriter::begin(const QString &path, const Manifest &manifest,
                                                          const std::vector<SealingKey> &receivers)
{
    std::unique_ptr<PacketWriter> writer(new PacketWriter(path, receivers));
    if (!writer->m_file.open(QIODevice::WriteOnly))
        return fail(writer->m_file.whyNotWritten());
    QIODevice *device = &writer->m_file;
    if (!receivers.empty()) {
        writer->m_plain = std::make_unique<QTemporaryFile>(QFileInfo(path).absolutePath() + QStringLiteral("/.plumbpack-XXXXXX"));
        if (!writer->m_plain->open())
            return fail(ErrorCode::PermissionDenied, tr("The folder of %1 cannot be written.").arg(path),
                        writer->m_plain->errorString());
        device = writer->m_plain.get();
    }
    writer->m_zip = std::make_unique<ZipWriter>(*device);
    writer->m_id = manifest.id;
    for (const auto &[name, content] :
         {std::pair<QByteArray, QByteArray>{"mimetype", packetMimeType()}, {"manifest.json", manifest.toText()}})
        if (const auto added = writer->add(name, content); !added)
            return fail(added.error());
    return writer;
}

Result<> PacketWriter::note(const QByteArray &name, const Result<Sha256Digest> &digest)
{
    if (!digest)
        return fail(digest.error());
    m_digests += digest->toHex().toLatin1() + "  " + name + '\n';
    return {};
}

Result<> PacketWriter::add(const QByteArray &name, QByteArrayView content)
{
    return note(name, m_zip->add(name, content));
}

Result<> PacketWriter::addFile(const QByteArray &name, const QString &path, const Sha256Digest &expected,
                               const jobs::JobControl &control)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !QFileInfo(path).isFile())
        return fail(ErrorCode::NotFound, tr("The medium %1 cannot be read.").arg(path), file.errorString());
    auto left = static_cast<std::uint64_t>(file.size());
    if (const auto begun = m_zip->begin(name, left); !begun)
        return begun;
    QByteArray buffer(piece, Qt::Uninitialized);
    while (left > 0) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const qint64 got = file.read(buffer.data(), static_cast<qint64>(std::min<std::uint64_t>(left, piece)));
        if (got <= 0)
            return fail(ErrorCode::Failed, tr("The medium %1 cannot be read to its end.").arg(path), file.errorString());
        left -= static_cast<std::uint64_t>(got);
        if (const auto written = m_zip->write(QByteArrayView(buffer).first(got)); !written)
            return written;
    }
    const auto digest = m_zip->end();
    if (digest && !expected.isNull() && *digest != expected)
        return fail(ErrorCode::Corrupt, tr("%1 is not the file that was added to the project; it was not packed.").arg(path));
    return note(name, digest);
}

Result<> PacketWriter::finish(const SigningKey &key, const jobs::JobControl &control)
{
    const auto signature = key.sign(m_digests, trustedComment(m_id));
    if (!signature)
        return fail(signature.error());
    for (const auto &[name, content] :
         {std::pair<QByteArray, QByteArray>{"digests.sha256", m_digests}, {"digests.sha256.minisig", *signature}})
        if (const auto added = m_zip->add(name, content); !added)
            return fail(added.error());
    if (const auto finished = m_zip->finish(); !finished)
        return finished;
    if (m_plain)
        if (const auto sealed = sealInto(control); !sealed)
            return sealed;
    return m_file.finish();
}

Result<> PacketWriter::sealInto(const jobs::JobControl &control)
{
    const auto envelope = makeEnvelope(m_receivers);
    if (!envelope)
        return fail(envelope.error());
    if (!m_plain->flush() || !m_plain->seek(0))
        return fail(ErrorCode::NoSpace, tr("The packet cannot be written: %1.").arg(m_plain->errorString()));
    ZipWriter zip(m_file);
    for (const auto &[name, content] :
         {std::pair<QByteArray, QByteArray>{"mimetype", sealedMimeType()}, {"envelope.json", envelope->text}})
        if (const auto added = zip.add(name, content); !added)
            return fail(added.error());
    if (const auto begun = zip.begin("sealed.bin", sealedSize(static_cast<std::uint64_t>(m_plain->size()))); !begun)
        return begun;
    const auto done = seal(
        *envelope,
        [this](qsizetype most) -> Result<QByteArray> {
            QByteArray some(most, Qt::Uninitialized);
            const qint64 got = m_plain->read(some.data(), most);
            if (got < 0)
                return fail(ErrorCode::Failed, tr("The packet cannot be read back."), m_plain->errorString());
            some.truncate(got);
            return some;
        },
        [&zip](QByteArrayView some) { return zip.write(some); }, control);
    if (!done)
        return done;
    if (const auto ended = zip.end(); !ended)
        return fail(ended.error());
    return zip.finish();
}

}  // namespace plumbline::packet
