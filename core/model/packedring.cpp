// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/packedring.h"

#include <cmath>
#include <cstdint>

namespace plumbline::model {

using geometry::Point;
using geometry::Ring;

namespace {

constexpr double perUnit = 100;
constexpr double largest = 1e9;

std::optional<std::int64_t> hundredths(double value)
{
    if (!(std::abs(value) < largest))
        return std::nullopt;
    const auto count = static_cast<std::int64_t>(value * perUnit + (value < 0 ? -0.5 : 0.5));
    // Division is rounded correctly, so this is the double that the decimal number reads as.
    if (static_cast<double>(count) / perUnit != value)
        return std::nullopt;
    return count;
}

// Differences of two coordinates fit 38 bits, hence six bytes.
constexpr qsizetype mostBytes = 6;

char *append(char *to, std::int64_t difference)
{
    std::uint64_t rest = (static_cast<std::uint64_t>(difference) << 1) ^ static_cast<std::uint64_t>(difference >> 63);
    while (rest >= 0x80) {
        *to++ = static_cast<char>(rest | 0x80);
        rest >>= 7;
    }
    *to++ = static_cast<char>(rest);
    return to;
}

std::optional<std::int64_t> take(QByteArrayView bytes, qsizetype &at)
{
    std::uint64_t value = 0;
    for (int shift = 0; shift < 7 * mostBytes && at < bytes.size(); shift += 7) {
        const auto byte = static_cast<std::uint8_t>(bytes[at++]);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if ((byte & 0x80) != 0)
            continue;
        if (byte == 0 && shift > 0)
            return std::nullopt;  // a longer form than needed: equal rings must have equal bytes
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }
    return std::nullopt;
}

}  // namespace

std::optional<PackedRing> packedRing(const Ring &ring)
{
    PackedRing bytes(static_cast<qsizetype>(ring.size()) * 2 * mostBytes);
    char *to = bytes.data();
    std::int64_t lastX = 0;
    std::int64_t lastY = 0;
    for (const Point p : ring) {
        const auto x = hundredths(p.x);
        const auto y = hundredths(p.y);
        if (!x || !y)
            return std::nullopt;
        to = append(append(to, *x - lastX), *y - lastY);
        lastX = *x;
        lastY = *y;
    }
    bytes.resize(to - bytes.constData());
    return bytes;
}

std::optional<Ring> unpackedRing(QByteArrayView packed)
{
    Ring ring;
    ring.reserve(static_cast<std::size_t>(packed.size()) / 4);
    std::int64_t x = 0;
    std::int64_t y = 0;
    constexpr auto most = static_cast<std::int64_t>(largest * perUnit);
    for (qsizetype at = 0; at < packed.size();) {
        const auto dx = take(packed, at);
        const auto dy = dx ? take(packed, at) : std::nullopt;
        if (!dy)
            return std::nullopt;
        x += *dx;
        y += *dy;
        if (std::abs(x) > most || std::abs(y) > most)
            return std::nullopt;
        ring.push_back({static_cast<double>(x) / perUnit, static_cast<double>(y) / perUnit});
    }
    return ring;
}

}  // namespace plumbline::model
