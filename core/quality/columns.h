// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/csv.h"

#include <QLatin1String>
#include <QStringList>

#include <vector>

/// Private to the folder.
namespace plumbline::quality {

/// A CSV read by the names of its first line, in any case and order; other columns are ignored, blank lines passed over. The
/// data must outlive it.
class CsvColumns
{
public:
    CsvColumns(QByteArrayView data, const std::vector<QLatin1String> &names);

    /// Whether the first `required` of the names are there; without a number, all of them.
    [[nodiscard]] bool complete(std::size_t required = SIZE_MAX) const;
    [[nodiscard]] bool has(std::size_t name) const { return m_columns[name] >= 0; }
    [[nodiscard]] bool next();
    /// Trimmed cell in the column that was named at this place; empty where there is none.
    [[nodiscard]] const QString &cell(std::size_t name) const { return m_cells[name]; }
    [[nodiscard]] std::int64_t line() const { return m_csv.line(); }
    [[nodiscard]] QString place() const { return QStringLiteral("line %1").arg(line()); }
    /// Lines that next() left out because a quoted cell never ends; the first 1000.
    [[nodiscard]] const std::vector<std::int64_t> &brokenLines() const { return m_brokenLines; }

private:
    base::CsvReader m_csv;
    std::vector<qsizetype> m_columns;
    std::vector<QString> m_cells;
    std::vector<std::int64_t> m_brokenLines;
};

}  // namespace plumbline::quality
