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

    /// Cells of the next record; nothing at the end. A quoted cell that never ends takes the rest and sets unterminated().
    [[nodiscard]] std::optional<QStringList> next();
    /// Line, from 1, on which the record returned last began.
    [[nodiscard]] std::int64_t line() const { return m_recordLine; }
    [[nodiscard]] bool unterminated() const { return m_unterminated; }

private:
    QByteArrayView m_data;
    qsizetype m_position = 0;
    std::int64_t m_line = 1;
    std::int64_t m_recordLine = 0;
    bool m_unterminated = false;
};

}  // namespace plumbline::base
