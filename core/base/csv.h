// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <QByteArrayView>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace plumbline::base {

/// Reads RFC 4180 records one by one: quoted cells with doubled quotes and line breaks, LF or CRLF, a UTF-8 byte-order mark.
/// Lenient where files in the wild are: a quote inside an unquoted cell is kept. The data must outlive the reader.
class PLUMBLINE_CORE_EXPORT CsvReader
{
public:
    explicit CsvReader(QByteArrayView data);

    /// Cells of the next record; nothing at the end. A quoted cell that never ends, or that ends on another line and in the middle
    /// of a word, is no cell: the record then ends with its line, its quotes are kept and it is broken(). From there on no quoted cell
    /// may hold a line break, so that one lost quote loses one line and takes no more than one look at the rest.
    [[nodiscard]] std::optional<QStringList> next();
    /// Line, from 1, on which the record returned last began.
    [[nodiscard]] std::int64_t line() const { return m_recordLine; }
    [[nodiscard]] bool broken() const { return m_broken; }  ///< the record returned last
    [[nodiscard]] bool unterminated() const { return m_anyBroken; }  ///< any record so far was broken

private:
    enum class Quotes { Count, AreText };
    [[nodiscard]] std::optional<QStringList> record(Quotes quotes);

    QByteArrayView m_data;
    qsizetype m_position = 0;
    std::int64_t m_line = 1;
    std::int64_t m_recordLine = 0;
    bool m_broken = false;
    bool m_anyBroken = false;
};

}  // namespace plumbline::base
