// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <cstdint>

namespace plumbline::engines::onnx {

/// Walks the fields of one protocol-buffer message without copying. Untrusted input: every length is checked, a broken
/// message sets failed() and ends the walk. Source: the public description of the wire format (types 0, 1, 2 and 5).
class ProtobufReader
{
public:
    explicit ProtobufReader(QByteArrayView message) : m_data(message) {}

    /// Moves to the next field; false at the end or when the rest is broken.
    [[nodiscard]] bool next()
    {
        if (m_failed || m_position >= m_data.size())
            return false;
        const std::uint64_t key = readVarint();
        m_field = static_cast<std::uint32_t>(key >> 3);
        m_number = 0;
        m_bytes = {};
        if (m_failed || m_field == 0 || key >> 32 != 0)
            return fail();
        switch (key & 7) {
        case 0: m_number = readVarint(); break;
        case 1: take(8); break;
        case 2: takeLength(); break;
        case 5: take(4); break;
        default: return fail();
        }
        return !m_failed;
    }

    [[nodiscard]] std::uint32_t field() const { return m_field; }
    [[nodiscard]] std::uint64_t number() const { return m_number; }   ///< of a varint field, else 0
    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }    ///< of a length-delimited or fixed field, else empty
    [[nodiscard]] bool failed() const { return m_failed; }

private:
    bool fail()
    {
        m_failed = true;
        return false;
    }

    std::uint64_t readVarint()
    {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_position >= m_data.size())
                break;
            const auto byte = static_cast<std::uint8_t>(m_data[m_position++]);
            value |= std::uint64_t(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                return value;
        }
        m_failed = true;
        return 0;
    }

    void take(qsizetype length)
    {
        if (length > m_data.size() - m_position) {
            m_failed = true;
            return;
        }
        m_bytes = m_data.sliced(m_position, length);
        m_position += length;
    }

    void takeLength()
    {
        const std::uint64_t length = readVarint();
        if (m_failed || length > static_cast<std::uint64_t>(m_data.size() - m_position))
            m_failed = true;
        else
            take(static_cast<qsizetype>(length));
    }

    QByteArrayView m_data;
    QByteArrayView m_bytes;
    qsizetype m_position = 0;
    std::uint64_t m_number = 0;
    std::uint32_t m_field = 0;
    bool m_failed = false;
};

}  // namespace plumbline::engines::onnx
