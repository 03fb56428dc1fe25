// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

#include "core/base/sha256.h"

#include <algorithm>

namespace plumbline::base {

namespace {

void setVersion(Uuid &id, std::uint8_t version)
{
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | (version << 4));
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
}

int hexValue(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= u'a' && u <= u'f')
        return u - u'a' + 10;
    if (u >= u'A' && u <= u'F')
        return u - u'A' + 10;
    return -1;
}

}  // namespace

QString Uuid::toString() const
{
    static constexpr char digits[] = "0123456789abcdef";
    QString text;
    text.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text.append(QLatin1Char('-'));
        text.append(QLatin1Char(digits[bytes[i] >> 4]));
        text.append(QLatin1Char(digits[bytes[i] & 15]));
    }
    return text;
}

QByteArray Uuid::toBytes() const
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

std::optional<Uuid> Uuid::fromString(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    Uuid id;
    std::size_t nibble = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (text[i] != QLatin1Char('-'))
                return std::nullopt;
            continue;
        }
        const int value = hexValue(text[i]);
        if (value < 0)
            return std::nullopt;
        auto &byte = id.bytes[nibble / 2];
        byte = static_cast<std::uint8_t>(nibble % 2 == 0 ? value << 4 : byte | value);
        ++nibble;
    }
    return id;
}

std::optional<Uuid> Uuid::fromBytes(QByteArrayView data)
{
    if (data.size() != 16)
        return std::nullopt;
    Uuid id;
    std::copy_n(reinterpret_cast<const std::uint8_t *>(data.data()), 16, id.bytes.begin());
    return id;
}

Uuid Uuid::fromName(QByteArrayView space, QByteArrayView name)
{
    Sha256 hash;
    hash.add(space);
    hash.add(QByteArrayView("\0", 1));
    hash.add(name);
    const Sha256Digest digest = hash.finish();
    Uuid id;
    std::copy_n(digest.bytes.begin(), 16, id.bytes.begin());
    setVersion(id, 8);
    return id;
}

IdSource::IdSource(const Clock &clock, RandomSource &random) : m_clock(clock), m_random(random) {}

Uuid IdSource::version7()
{
    const std::scoped_lock lock(m_mutex);
    const auto milliseconds = static_cast<std::uint64_t>(std::max<std::int64_t>(0, m_clock.nowMicroseconds() / 1000));
    m_lastTick = std::max((milliseconds << 12), m_lastTick + 1);

    Uuid id;
    const std::uint64_t time = m_lastTick >> 12;
    for (int i = 0; i < 6; ++i)
        id.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(time >> (40 - 8 * i));
    id.bytes[6] = static_cast<std::uint8_t>((m_lastTick >> 8) & 0x0F);
    id.bytes[7] = static_cast<std::uint8_t>(m_lastTick);
    const std::uint64_t random = m_random.next();
    std::memcpy(id.bytes.data() + 8, &random, 8);
    setVersion(id, 7);
    return id;
}

Uuid IdSource::version4()
{
    const std::scoped_lock lock(m_mutex);
    Uuid id;
    const std::array<std::uint64_t, 2> random{m_random.next(), m_random.next()};
    std::memcpy(id.bytes.data(), random.data(), 16);
    setVersion(id, 4);
    return id;
}

}  // namespace plumbline::base
