// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/cbor.h"

#include <QUtf8StringView>
#include <QtEndian>

#include <algorithm>
#include <bit>

namespace plumbline::base {

void CborWriter::head(int major, std::uint64_t value)
{
    const char prefix = static_cast<char>(major << 5);
    char buffer[9];
    if (value < 24) {
        m_data.push_back(static_cast<char>(prefix | static_cast<char>(value)));
        return;
    }
    qToBigEndian(value, buffer + 1);
    int length = 8;
    if (value <= 0xFF)
        length = 1;
    else if (value <= 0xFFFF)
        length = 2;
    else if (value <= 0xFFFFFFFF)
        length = 4;
    const int code = length == 1 ? 24 : length == 2 ? 25 : length == 4 ? 26 : 27;
    char *start = buffer + 8 - length;
    *start = static_cast<char>(prefix | code);
    m_data.append(start, static_cast<std::size_t>(length) + 1);
}

void CborWriter::integer(std::int64_t value)
{
    if (value >= 0)
        head(0, static_cast<std::uint64_t>(value));
    else
        head(1, static_cast<std::uint64_t>(-(value + 1)));
}

void CborWriter::number(double value)
{
    if (value == 0)
        value = 0;  // minus zero equals zero and must not change a hash
    char buffer[9];
    buffer[0] = '\xFB';
    qToBigEndian(std::bit_cast<std::uint64_t>(value), buffer + 1);
    m_data.append(buffer, 9);
}

void CborWriter::bytes(QByteArrayView value)
{
    head(2, static_cast<std::uint64_t>(value.size()));
    append(value);
}

void CborWriter::text(QStringView value)
{
    if (std::any_of(value.begin(), value.end(), [](QChar c) { return c.unicode() >= 0x80; }))
        return utf8(value.toUtf8());
    head(3, static_cast<std::uint64_t>(value.size()));
    for (const QChar c : value)
        m_data.push_back(static_cast<char>(c.unicode()));
}

QByteArray CborWriter::take()
{
    QByteArray data(m_data.data(), static_cast<qsizetype>(m_data.size()));
    m_data.clear();
    return data;
}

void CborWriter::utf8(QByteArrayView value)
{
    head(3, static_cast<std::uint64_t>(value.size()));
    append(value);
}

void CborWriter::uuid(const Uuid &value)
{
    if (value.isNull())
        null();
    else
        bytes(QByteArrayView(reinterpret_cast<const char *>(value.bytes.data()), 16));
}

void CborWriter::digest(const Sha256Digest &value)
{
    if (value.isNull())
        null();
    else
        bytes(QByteArrayView(reinterpret_cast<const char *>(value.bytes.data()), 32));
}

CborReader::Kind CborReader::peek() const
{
    if (m_failed || m_position >= m_data.size())
        return Kind::End;
    const auto byte = static_cast<std::uint8_t>(m_data[m_position]);
    switch (byte >> 5) {
    case 0: return Kind::Unsigned;
    case 1: return Kind::Negative;
    case 2: return Kind::Bytes;
    case 3: return Kind::Text;
    case 4: return Kind::Array;
    case 5: return Kind::Map;
    default: return byte == 0xFB ? Kind::Double : Kind::Simple;
    }
}

bool CborReader::head(int major, std::uint64_t &value)
{
    value = 0;
    if (m_failed || m_position >= m_data.size() || static_cast<std::uint8_t>(m_data[m_position]) >> 5 != major) {
        m_failed = true;
        return false;
    }
    const int code = static_cast<std::uint8_t>(m_data[m_position]) & 31;
    ++m_position;
    if (code < 24) {
        value = static_cast<std::uint64_t>(code);
        return true;
    }
    if (code > 27) {
        m_failed = true;
        return false;
    }
    const qsizetype length = qsizetype(1) << (code - 24);
    const QByteArrayView digits = slice(static_cast<std::uint64_t>(length));
    for (const char c : digits)
        value = value << 8 | static_cast<std::uint8_t>(c);
    const std::uint64_t shorterHolds = length == 1 ? 23 : (std::uint64_t(1) << (4 * length)) - 1;
    if (value <= shorterHolds)
        m_failed = true;  // not the shortest form: CborWriter never wrote it
    if (m_failed)
        value = 0;
    return !m_failed;
}

QByteArrayView CborReader::slice(std::uint64_t length)
{
    if (m_failed || length > static_cast<std::uint64_t>(m_data.size() - m_position)) {
        m_failed = true;
        return {};
    }
    const QByteArrayView part = m_data.sliced(m_position, static_cast<qsizetype>(length));
    m_position += part.size();
    return part;
}

std::uint64_t CborReader::array()
{
    std::uint64_t count = 0;
    head(4, count);
    if (count > static_cast<std::uint64_t>(m_data.size() - m_position))
        m_failed = true;
    return m_failed ? 0 : count;
}

std::uint64_t CborReader::map()
{
    std::uint64_t count = 0;
    head(5, count);
    if (count > static_cast<std::uint64_t>(m_data.size() - m_position))
        m_failed = true;
    return m_failed ? 0 : count;
}

void CborReader::arrayOf(std::uint64_t count)
{
    if (array() != count)
        m_failed = true;
}

std::uint64_t CborReader::unsignedInteger()
{
    std::uint64_t value = 0;
    head(0, value);
    return value;
}

std::int64_t CborReader::integer()
{
    std::uint64_t value = 0;
    const bool negative = peek() == Kind::Negative;
    head(negative ? 1 : 0, value);
    if (value > static_cast<std::uint64_t>(INT64_MAX)) {
        m_failed = true;
        return 0;
    }
    return negative ? -static_cast<std::int64_t>(value) - 1 : static_cast<std::int64_t>(value);
}

double CborReader::number()
{
    if (peek() != Kind::Double) {
        m_failed = true;
        return 0;
    }
    ++m_position;
    const QByteArrayView digits = slice(8);
    return m_failed ? 0 : std::bit_cast<double>(qFromBigEndian<std::uint64_t>(digits.data()));
}

bool CborReader::boolean()
{
    const QByteArrayView byte = slice(1);
    if (byte.isEmpty() || (byte[0] != '\xF5' && byte[0] != '\xF4')) {
        m_failed = true;
        return false;
    }
    return byte[0] == '\xF5';
}

QByteArray CborReader::bytes()
{
    std::uint64_t length = 0;
    head(2, length);
    return slice(length).toByteArray();
}

QString CborReader::text()
{
    const QByteArray raw = utf8();
    if (!QUtf8StringView(raw).isValidUtf8())
        m_failed = true;
    return m_failed ? QString() : QString::fromUtf8(raw);
}

QByteArray CborReader::utf8()
{
    std::uint64_t length = 0;
    head(3, length);
    return slice(length).toByteArray();
}

Uuid CborReader::uuid()
{
    if (isNull())
        return {};
    const auto id = Uuid::fromBytes(bytes());
    if (!id)
        m_failed = true;
    return id.value_or(Uuid{});
}

Sha256Digest CborReader::digest()
{
    if (isNull())
        return {};
    const auto value = Sha256Digest::fromBytes(bytes());
    if (!value)
        m_failed = true;
    return value.value_or(Sha256Digest{});
}

bool CborReader::isNull()
{
    if (m_failed || m_position >= m_data.size() || m_data[m_position] != '\xF6')
        return false;
    ++m_position;
    return true;
}

QByteArrayView CborReader::skip()
{
    const qsizetype start = m_position;
    skipValue(0);
    return m_failed ? QByteArrayView() : m_data.sliced(start, m_position - start);
}

void CborReader::skipValue(int depth)
{
    constexpr int maximumDepth = 64;
    if (depth > maximumDepth) {
        m_failed = true;
        return;
    }
    std::uint64_t count = 0;
    switch (peek()) {
    case Kind::Unsigned: unsignedInteger(); return;
    case Kind::Negative: integer(); return;
    case Kind::Bytes: head(2, count); slice(count); return;
    case Kind::Text: head(3, count); slice(count); return;
    case Kind::Array: count = array(); break;
    case Kind::Map: count = 2 * map(); break;
    case Kind::Double: number(); return;
    case Kind::Simple:
        // Tags, shorter floats and indefinite lengths have bytes of their own after the first; the writer makes none.
        if (!isNull())
            boolean();
        return;
    case Kind::End: m_failed = true; return;
    }
    for (std::uint64_t i = 0; i < count && !m_failed; ++i)
        skipValue(depth + 1);
}

}  // namespace plumbline::base
