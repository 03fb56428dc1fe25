// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/id.h"
#include "core/base/sha256.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>
#include <string>

namespace plumbline::base {

/// Writes CBOR in the deterministic form of RFC 8949 §4.2.1 (shortest integers and lengths, definite lengths), with one
/// stated difference: doubles always take 64 bits, so that a number never changes its encoding with its value. Minus zero
/// is written as zero: values that are equal have equal bytes.
/// Map keys are the caller's to sort (bytewise by encoded key). Not thread-safe.
class PLUMBLINE_CORE_EXPORT CborWriter
{
public:
    void array(std::uint64_t count) { head(4, count); }
    void map(std::uint64_t pairs) { head(5, pairs); }
    void unsignedInteger(std::uint64_t value) { head(0, value); }
    void integer(std::int64_t value);
    void number(double value);
    void boolean(bool value) { m_data.push_back(value ? '\xF5' : '\xF4'); }
    void null() { m_data.push_back('\xF6'); }
    void bytes(QByteArrayView value);
    void text(QStringView value);
    void utf8(QByteArrayView value);
    void uuid(const Uuid &value);  ///< 16 bytes, or null for the null id
    void digest(const Sha256Digest &value);  ///< 32 bytes, or null for none
    /// Appends what is already CBOR.
    void raw(QByteArrayView encoded) { append(encoded); }

    [[nodiscard]] QByteArrayView data() const { return m_data; }
    /// What was written; the writer is empty again and keeps its memory.
    [[nodiscard]] QByteArray take();
    void reserve(qsizetype bytes) { m_data.reserve(static_cast<std::size_t>(bytes)); }

private:
    void head(int major, std::uint64_t value);

    void append(QByteArrayView bytes) { m_data.append(bytes.data(), static_cast<std::size_t>(bytes.size())); }

    std::string m_data;  // grows faster than a QByteArray
};

/// Cursor over CBOR that CborWriter wrote. Any surprise (wrong type, truncation, a length beyond the data, a number that is
/// not in its shortest form, text that is not UTF-8) sets failed()
/// and makes every further read return a default, so callers check once at the end. Allocations are bounded by the input.
class PLUMBLINE_CORE_EXPORT CborReader
{
public:
    explicit CborReader(QByteArrayView data) : m_data(data) {}

    /// Number of elements; at most the bytes that remain.
    std::uint64_t array();
    std::uint64_t map();
    /// Like array(), and failed() unless the count is exactly this.
    void arrayOf(std::uint64_t count);
    std::uint64_t unsignedInteger();
    std::int64_t integer();
    double number();
    bool boolean();
    QByteArray bytes();
    QString text();
    QByteArray utf8();
    Uuid uuid();
    Sha256Digest digest();
    /// Consumes a null and says so; otherwise leaves the cursor.
    bool isNull();
    /// Consumes one value of any kind, returning its encoding.
    QByteArrayView skip();

    [[nodiscard]] bool failed() const { return m_failed; }
    [[nodiscard]] bool atEnd() const { return m_position == m_data.size(); }
    /// Everything was read and nothing was wrong.
    [[nodiscard]] bool complete() const { return !m_failed && atEnd(); }
    void setFailed() { m_failed = true; }

    enum class Kind { Unsigned, Negative, Bytes, Text, Array, Map, Simple, Double, End };
    [[nodiscard]] Kind peek() const;

private:
    bool head(int major, std::uint64_t &value);
    QByteArrayView slice(std::uint64_t length);
    void skipValue(int depth);

    QByteArrayView m_data;
    qsizetype m_position = 0;
    bool m_failed = false;
};

}  // namespace plumbline::base
