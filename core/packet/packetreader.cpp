// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/packetreader.h"

#include "core/base/atomicfile.h"
#include "core/packet/packetwriter.h"
#include "core/packet/zipwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

namespace plumbline::packet {

namespace {

constexpr qsizetype piece = 1 << 20;
constexpr qint64 longestSignature = 4096;
const QByteArray digestsName = QByteArrayLiteral("digests.sha256");
const QByteArray signatureName = QByteArrayLiteral("digests.sha256.minisig");

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::packet", text);
}

tl::unexpected<Error> malformed(const QString &text)
{
    return fail(ErrorCode::Malformed, text);
}

QString shown(const QByteArray &name)
{
    return QString::fromLatin1(name);
}

}  // namespace

Result<std::unique_ptr<PacketReader>> PacketReader::open(const QString &path, const OpeningKey *key,
                                                         const jobs::JobControl &control, const Limits &limits)
{
    auto file = std::make_unique<QFile>(path);
    if (!QFileInfo(path).isFile() || !file->open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, tr("There is no packet %1 that can be read.").arg(path),
                    file->error() == QFile::NoError ? QString() : file->errorString());
    std::unique_ptr<PacketReader> reader(new PacketReader(std::move(file), limits));
    reader->m_bytes = reader->m_file->size();
    if (const auto read = reader->readForm(key, control); !read)
        return fail(read.error());
    return reader;
}

const ZipMember *PacketReader::find(const QByteArray &name) const
{
    const auto it = m_places.find(name);
    return it == m_places.end() ? nullptr : &m_members[it.value()];
}

Result<> PacketReader::readForm(const OpeningKey *key, const jobs::JobControl &control)
{
    auto members = readZipForm(*m_file, m_limits.zip);
    if (!members)
        return fail(members.error());
    m_members = std::move(*members);
    m_places.clear();
    for (std::size_t i = 0; i < m_members.size(); ++i)
        m_places.insert(m_members[i].name, i);
    const auto type =
        m_members.front().name == "mimetype" ? readUnchecked(m_members.front(), 200) : Result<QByteArray>(QByteArray());
    if (type && *type == sealedMimeType() && !m_sealed)
        return unsealFile(key, control);
    if (!type || *type != packetMimeType())
        return malformed(tr("This is a zip file, but no packet."));
    if (m_members.size() < 4 || m_members[1].name != "manifest.json" || m_members[m_members.size() - 2].name != digestsName
        || m_members.back().name != signatureName)
        return malformed(tr("The packet lacks its summary or its signature."));

    // The form of the summary decides whether the rest can be understood, so it is read first and believed last.
    const auto text = readUnchecked(m_members[1], m_limits.manifest);
    if (!text)
        return fail(text.error());
    auto manifest = Manifest::fromText(*text);
    if (!manifest)
        return fail(manifest.error());
    const auto list = readUnchecked(*find(digestsName), m_limits.digests);
    const auto signature = readUnchecked(*find(signatureName), longestSignature);
    if (!list || !signature)
        return fail(list ? signature.error() : list.error());
    if (const auto fits = verifySignature(*signature, *list, manifest->sender.key, trustedComment(manifest->id)); !fits)
        return fits;
    if (const auto read = readDigests(*list); !read)
        return read;
    for (std::size_t i = 0; i < m_members.size(); ++i)
        if (i < 2 || i + 2 >= m_members.size())
            if (const auto checked = check(m_members[i], {}, control); !checked)
                return checked;
    m_manifest = std::move(*manifest);
    return {};
}

Result<> PacketReader::readDigests(const QByteArray &list)
{
    // One line a member, all of them, in the order of the file: then nothing can be left out, added or moved.
    m_digests.assign(m_members.size(), {});
    qsizetype at = 0;
    for (std::size_t i = 0; i + 2 < m_members.size(); ++i) {
        const qsizetype end = list.indexOf('\n', at);
        const QByteArray line = end < 0 ? QByteArray() : list.mid(at, end - at);
        const auto digest = Sha256Digest::fromHex(QString::fromLatin1(line.left(64)));
        if (!digest || line != digest->toHex().toLatin1() + "  " + m_members[i].name)
            return malformed(
                tr("The packet was altered: its signed list does not name “%1” where it lies.").arg(shown(m_members[i].name)));
        m_digests[i] = *digest;
        at = end + 1;
    }
    if (at != list.size())
        return malformed(tr("The packet was altered: members that were signed are missing."));
    return {};
}

Result<> PacketReader::unsealFile(const OpeningKey *key, const jobs::JobControl &control)
{
    m_sealed = true;
    if (m_members.size() != 3 || m_members[1].name != "envelope.json" || m_members[2].name != "sealed.bin")
        return malformed(tr("The sealed packet was altered: it does not have the parts it must have."));
    if (!key)
        return fail(ErrorCode::PermissionDenied, tr("The packet is sealed. Make or name your keys to open it."));
    const auto text = readUnchecked(m_members[1], m_limits.manifest);
    if (!text)
        return fail(text.error());
    const auto envelope = openEnvelope(*text, *key);
    if (!envelope)
        return fail(envelope.error());
    // The CRCs are all that nothing else covers.
    for (const ZipMember &member : m_members)
        if (const auto checked = check(member, {}, control); !checked)
            return checked;
    auto plain = std::make_unique<QTemporaryFile>(QDir::tempPath() + QStringLiteral("/plumbpack-XXXXXX"));
    if (!plain->open())
        return fail(ErrorCode::PermissionDenied, tr("There is no place for the opened packet in %1.").arg(QDir::tempPath()),
                    plain->errorString());
    const ZipMember &body = m_members[2];
    if (!m_file->seek(static_cast<qint64>(body.data)))
        return fail(ErrorCode::Failed, tr("The packet cannot be read."), m_file->errorString());
    std::uint64_t left = body.size;
    const auto done = unseal(
        *envelope,
        [&](qsizetype most) -> Result<QByteArray> {
            const QByteArray some =
                m_file->read(static_cast<qint64>(std::min<std::uint64_t>(left, static_cast<std::uint64_t>(most))));
            left -= static_cast<std::uint64_t>(some.size());
            return some;
        },
        [&](QByteArrayView some) -> Result<> {
            if (plain->write(some.data(), some.size()) == some.size())
                return {};
            return fail(ErrorCode::NoSpace, tr("There is no room for the opened packet in %1.").arg(QDir::tempPath()));
        },
        control);
    if (!done)
        return done;
    if (!plain->flush())
        return fail(ErrorCode::NoSpace, tr("There is no room for the opened packet in %1.").arg(QDir::tempPath()));
    m_file = std::move(plain);
    return readForm(nullptr, control);
}

Result<QByteArray> PacketReader::readUnchecked(const ZipMember &member, qint64 most) const
{
    if (member.size > static_cast<std::uint64_t>(most))
        return fail(ErrorCode::TooLarge, tr("“%1” of the packet is larger than it can be.").arg(shown(member.name)));
    if (!m_file->seek(static_cast<qint64>(member.data)))
        return fail(ErrorCode::Failed, tr("The packet cannot be read."), m_file->errorString());
    QByteArray content = m_file->read(static_cast<qint64>(member.size));
    if (static_cast<std::uint64_t>(content.size()) != member.size)
        return fail(ErrorCode::Failed, tr("The packet cannot be read."), m_file->errorString());
    return content;
}

Result<> PacketReader::check(const ZipMember &member, const std::function<Result<>(QByteArrayView)> &also,
                             const jobs::JobControl &control) const
{
    if (!m_file->seek(static_cast<qint64>(member.data)))
        return fail(ErrorCode::Failed, tr("The packet cannot be read."), m_file->errorString());
    base::Sha256 hash;
    std::uint32_t crc = 0;
    QByteArray buffer(static_cast<qsizetype>(std::min<std::uint64_t>(member.size, piece)), Qt::Uninitialized);
    for (std::uint64_t left = member.size; left > 0;) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const qint64 got = m_file->read(
            buffer.data(), static_cast<qint64>(std::min<std::uint64_t>(left, static_cast<std::uint64_t>(buffer.size()))));
        if (got <= 0)
            return fail(ErrorCode::Failed, tr("The packet cannot be read."), m_file->errorString());
        const QByteArrayView some = QByteArrayView(buffer).first(got);
        hash.add(some);
        crc = crc32(crc, some);
        left -= static_cast<std::uint64_t>(got);
        if (also)
            if (const auto taken = also(some); !taken)
                return taken;
    }
    const std::size_t place = m_places.value(member.name);
    const bool listed = place < m_digests.size() && !m_digests[place].isNull();
    if (crc != member.crc || (listed && hash.finish() != m_digests[place]))
        return malformed(tr("The packet was altered: “%1” is not what was signed.").arg(shown(member.name)));
    return {};
}

Result<> PacketReader::verify(const jobs::JobControl &control) const
{
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        control.report(static_cast<std::int64_t>(i), static_cast<std::int64_t>(m_members.size()), tr("Checking the packet"));
        if (const auto checked = check(m_members[i], {}, control); !checked)
            return checked;
    }
    return {};
}

Result<QByteArray> PacketReader::read(const QByteArray &name, qint64 most) const
{
    const ZipMember *member = find(name);
    if (!member)
        return malformed(tr("The packet lacks “%1”.").arg(shown(name)));
    if (member->size > static_cast<std::uint64_t>(most))
        return fail(ErrorCode::TooLarge, tr("“%1” of the packet is larger than it can be.").arg(shown(name)));
    QByteArray content;
    content.reserve(static_cast<qsizetype>(member->size));
    const auto checked = check(*member,
                               [&](QByteArrayView some) -> Result<> {
                                   content.append(some.data(), some.size());
                                   return {};
                               },
                               {});
    return checked ? Result<QByteArray>(content) : fail(checked.error());
}

Result<> PacketReader::visitLines(const QByteArray &name,
                                  const std::function<Result<>(const Json &, std::int64_t)> &visitor) const
{
    const auto content = read(name, m_limits.text);
    if (!content)
        return fail(content.error());
    std::int64_t number = 0;
    for (qsizetype at = 0; at < content->size();) {
        ++number;
        const qsizetype end = content->indexOf('\n', at);
        const auto where = [&] { return tr("line %1 of “%2”").arg(number).arg(shown(name)); };
        if (end < 0)
            return malformed(tr("%1 has no end.").arg(where()));
        if (end - at > m_limits.line)
            return fail(ErrorCode::TooLarge, tr("%1 is longer than it can be.").arg(where()));
        const auto json = base::parseJson(QByteArrayView(*content).sliced(at, end - at));
        if (!json)
            return fail(ErrorCode::Malformed, tr("%1 cannot be read: %2").arg(where(), json.error().text));
        if (const auto visited = visitor(*json, number); !visited)
            return fail(visited.error().code, tr("%1: %2").arg(where(), visited.error().text), visited.error().detail);
        at = end + 1;
    }
    return {};
}

Result<> PacketReader::extract(const QByteArray &name, const QString &path, const jobs::JobControl &control) const
{
    const ZipMember *member = find(name);
    if (!member)
        return malformed(tr("The packet lacks “%1”.").arg(shown(name)));
    base::AtomicFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(file.whyNotWritten());
    const auto checked = check(
        *member,
        [&](QByteArrayView some) -> Result<> {
            return file.write(some.data(), some.size()) == some.size() ? Result<>() : fail(file.whyNotWritten());
        },
        control);
    return checked ? file.finish() : checked;
}

}  // namespace plumbline::packet
