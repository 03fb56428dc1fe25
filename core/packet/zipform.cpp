// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/packet/zipform.h"

#include <QCoreApplication>
#include <QIODevice>
#include <QSet>
#include <QtEndian>

#include <algorithm>

namespace plumbline::packet {

namespace {

constexpr std::uint32_t localSignature = 0x04034b50;
constexpr std::uint32_t centralSignature = 0x02014b50;
constexpr std::uint32_t end64Signature = 0x06064b50;
constexpr std::uint32_t locator64Signature = 0x07064b50;
constexpr std::uint32_t endSignature = 0x06054b50;
constexpr std::uint16_t plainVersion = 20;
constexpr std::uint16_t bigVersion = 45;
constexpr std::uint16_t firstDay = 0x21;  // 1980-01-01, the zero of the format
constexpr std::uint32_t big = 0xffffffff;
constexpr std::uint16_t many = 0xffff;
constexpr qint64 headerLength = 30;
constexpr std::uint16_t sizesExtraLength = 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::packet", text);
}

template <typename T>
void put(QByteArray &out, T value)
{
    const T little = qToLittleEndian(value);
    out.append(reinterpret_cast<const char *>(&little), sizeof little);
}

template <typename T>
T get(const QByteArray &data, qsizetype at)
{
    return qFromLittleEndian<T>(data.constData() + at);
}

bool isDevice(QByteArrayView part)
{
    const qsizetype point = part.indexOf('.');
    const QByteArray stem = (point < 0 ? part : part.first(point)).toByteArray().toLower();
    if (stem == "con" || stem == "prn" || stem == "aux" || stem == "nul")
        return true;
    return stem.size() == 4 && (stem.startsWith("com") || stem.startsWith("lpt")) && stem[3] >= '0' && stem[3] <= '9';
}

tl::unexpected<Error> malformed(const QString &text, qint64 at)
{
    return fail(ErrorCode::Malformed, text, QStringLiteral("byte %1").arg(at));
}

}  // namespace

bool isPlainName(QByteArrayView name)
{
    if (name.isEmpty())
        return false;
    qsizetype begin = 0;
    while (begin <= name.size()) {
        const qsizetype slash = name.indexOf('/', begin);
        const QByteArrayView part = slash < 0 ? name.sliced(begin) : name.sliced(begin, slash - begin);
        if (part.isEmpty() || part == "." || part == ".." || part.back() == '.' || isDevice(part))
            return false;
        const bool plain = std::all_of(part.begin(), part.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
        });
        if (!plain)
            return false;
        if (slash < 0)
            break;
        begin = slash + 1;
    }
    return true;
}

QByteArray zipHeader(const ZipMember &member)
{
    const bool large = member.size >= big;
    QByteArray out;
    put(out, localSignature);
    put(out, large ? bigVersion : plainVersion);
    put<std::uint16_t>(out, 0);  // flags
    put<std::uint16_t>(out, 0);  // stored
    put<std::uint16_t>(out, 0);  // time
    put(out, firstDay);
    put(out, member.crc);
    put(out, large ? big : static_cast<std::uint32_t>(member.size));
    put(out, large ? big : static_cast<std::uint32_t>(member.size));
    put(out, static_cast<std::uint16_t>(member.name.size()));
    put<std::uint16_t>(out, large ? sizesExtraLength : 0);
    out.append(member.name);
    if (large) {
        put<std::uint16_t>(out, 1);
        put<std::uint16_t>(out, sizesExtraLength - 4);
        put(out, member.size);
        put(out, member.size);
    }
    return out;
}

QByteArray zipDirectory(const std::vector<ZipMember> &members, std::uint64_t at)
{
    QByteArray out;
    for (const ZipMember &member : members) {
        const bool largeSize = member.size >= big;
        const bool farAway = member.header >= big;
        QByteArray extra;
        if (largeSize) {
            put(extra, member.size);
            put(extra, member.size);
        }
        if (farAway)
            put(extra, member.header);
        if (!extra.isEmpty()) {
            QByteArray head;
            put<std::uint16_t>(head, 1);
            put(head, static_cast<std::uint16_t>(extra.size()));
            extra.prepend(head);
        }
        put(out, centralSignature);
        put(out, extra.isEmpty() ? plainVersion : bigVersion);  // made by
        put(out, extra.isEmpty() ? plainVersion : bigVersion);  // needed
        put<std::uint16_t>(out, 0);
        put<std::uint16_t>(out, 0);
        put<std::uint16_t>(out, 0);
        put(out, firstDay);
        put(out, member.crc);
        put(out, largeSize ? big : static_cast<std::uint32_t>(member.size));
        put(out, largeSize ? big : static_cast<std::uint32_t>(member.size));
        put(out, static_cast<std::uint16_t>(member.name.size()));
        put(out, static_cast<std::uint16_t>(extra.size()));
        put<std::uint16_t>(out, 0);  // comment
        put<std::uint16_t>(out, 0);  // disk
        put<std::uint16_t>(out, 0);  // internal attributes
        put<std::uint32_t>(out, 0);  // external attributes
        put(out, farAway ? big : static_cast<std::uint32_t>(member.header));
        out.append(member.name);
        out.append(extra);
    }
    const auto length = static_cast<std::uint64_t>(out.size());
    const auto count = static_cast<std::uint64_t>(members.size());
    if (count >= many || length >= big || at >= big) {
        const std::uint64_t end64 = at + length;
        put(out, end64Signature);
        put<std::uint64_t>(out, 44);  // of what follows in this record
        put(out, bigVersion);
        put(out, bigVersion);
        put<std::uint32_t>(out, 0);
        put<std::uint32_t>(out, 0);
        put(out, count);
        put(out, count);
        put(out, length);
        put(out, at);
        put(out, locator64Signature);
        put<std::uint32_t>(out, 0);
        put(out, end64);
        put<std::uint32_t>(out, 1);
    }
    put(out, endSignature);
    put<std::uint16_t>(out, 0);
    put<std::uint16_t>(out, 0);
    put(out, static_cast<std::uint16_t>(std::min<std::uint64_t>(count, many)));
    put(out, static_cast<std::uint16_t>(std::min<std::uint64_t>(count, many)));
    put(out, static_cast<std::uint32_t>(std::min<std::uint64_t>(length, big)));
    put(out, static_cast<std::uint32_t>(std::min<std::uint64_t>(at, big)));
    put<std::uint16_t>(out, 0);  // comment
    return out;
}

namespace {

// One member's header as it lies there; the position is where its data begin.
Result<ZipMember> readHeader(QIODevice &file, qint64 at, const ZipLimits &limits)
{
    const QByteArray head = file.read(headerLength);
    if (head.size() < headerLength)
        return malformed(tr("The packet is cut off. Get it again from its sender."), at);
    if (get<std::uint16_t>(head, 6) & 1)
        return malformed(tr("A member of the packet is locked with a zip password, which packets never are."), at);
    if (get<std::uint16_t>(head, 8) != 0)
        return malformed(
            tr("A member of the packet is compressed, which members of packets never are; it was packed by another program."),
            at);
    const auto nameLength = get<std::uint16_t>(head, 26);
    const auto extraLength = get<std::uint16_t>(head, 28);
    if (nameLength == 0 || nameLength > limits.nameLength || (extraLength != 0 && extraLength != sizesExtraLength))
        return malformed(tr("A member of the packet has no possible name, or foreign data beside it."), at);
    const QByteArray rest = file.read(nameLength + extraLength);
    if (rest.size() < nameLength + extraLength)
        return malformed(tr("The packet is cut off. Get it again from its sender."), at);
    ZipMember member;
    member.name = rest.first(nameLength);
    member.crc = get<std::uint32_t>(head, 14);
    member.size = extraLength == 0 ? get<std::uint32_t>(head, 22) : get<std::uint64_t>(rest, nameLength + 4);
    member.header = static_cast<std::uint64_t>(at);
    member.data = static_cast<std::uint64_t>(at + headerLength + rest.size());
    if (!isPlainName(member.name))
        return malformed(tr("The packet names a file that must not be written: “%1”.")
                             .arg(QString::fromLatin1(member.name.toPercentEncoding())),
                         at);
    if (head + rest != zipHeader(member))
        return malformed(
            tr("The packet was altered: the header of “%1” is not as it was written.").arg(QString::fromLatin1(member.name)), at);
    return member;
}

}  // namespace

Result<std::vector<ZipMember>> readZipForm(QIODevice &file, const ZipLimits &limits)
{
    const qint64 size = file.size();
    std::vector<ZipMember> members;
    QSet<QByteArray> names;
    qint64 at = 0;
    while (true) {
        if (!file.seek(at))
            return fail(ErrorCode::Failed, tr("The packet cannot be read."), file.errorString());
        const QByteArray signature = file.peek(4);
        if (signature.size() < 4)
            return malformed(at == 0 ? tr("This is no packet: the file is empty.")
                                     : tr("The packet is cut off. Get it again from its sender."),
                             at);
        if (get<std::uint32_t>(signature, 0) == centralSignature && at > 0)
            break;
        if (get<std::uint32_t>(signature, 0) != localSignature)
            return malformed(at == 0 ? tr("This is no packet.")
                                     : tr("The packet was altered or is cut off: there is no member where one should be."),
                             at);
        if (members.size() >= limits.members)
            return fail(ErrorCode::TooLarge, tr("The packet has more than %1 members.").arg(limits.members));
        auto member = readHeader(file, at, limits);
        if (!member)
            return fail(member.error());
        if (member->size > static_cast<std::uint64_t>(size) || member->data + member->size > static_cast<std::uint64_t>(size))
            return malformed(tr("The packet is cut off. Get it again from its sender."), at);
        // Where case does not count, two names would be one file.
        const QByteArray folded = member->name.toLower();
        if (names.contains(folded))
            return malformed(tr("The packet has two members named “%1”.").arg(QString::fromLatin1(member->name)), at);
        names.insert(folded);
        at = static_cast<qint64>(member->data + member->size);
        members.push_back(std::move(*member));
    }
    const QByteArray expected = zipDirectory(members, static_cast<std::uint64_t>(at));
    if (size - at < expected.size())
        return malformed(tr("The packet is cut off. Get it again from its sender."), at);
    if (size - at > expected.size())
        return malformed(tr("The packet was altered: something was added at its end."), at);
    if (file.read(expected.size() + 1) != expected)
        return malformed(tr("The packet was altered: the list of its members is not as it was written."), at);
    return members;
}

}  // namespace plumbline::packet
