// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/csv.h"
#include "core/base/result.h"

#include <QFile>
#include <QStringList>

#include <memory>

namespace plumbline::openimages {

/// A CSV file with a header, mapped into memory, so that files of gigabytes cost none.
class TableFile
{
public:
    /// Opens a file and reads its first record. An empty file has no columns.
    [[nodiscard]] static Result<std::unique_ptr<TableFile>> open(const QString &path);

    [[nodiscard]] const QStringList &columns() const { return m_columns; }
    [[nodiscard]] int column(const QString &name) const { return static_cast<int>(m_columns.indexOf(name)); }
    /// Cells of the next record that is not blank; nothing at the end.
    [[nodiscard]] std::optional<QStringList> next();
    [[nodiscard]] std::int64_t line() const { return m_reader->line(); }
    [[nodiscard]] bool unterminated() const { return m_reader->unterminated(); }

private:
    QFile m_file;
    std::unique_ptr<base::CsvReader> m_reader;
    QStringList m_columns;
};

/// One record with its line feed; cells are quoted where they must be.
[[nodiscard]] QByteArray recordOf(const QStringList &cells);

}  // namespace plumbline::openimages
