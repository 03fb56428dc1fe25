// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"

#include <QSize>
#include <QStringList>

#include <functional>

/// One record of a table, both ways.
namespace plumbline::openimages {

/// Cells of a record by the name of their column.
class Record
{
public:
    Record(const QStringList &columns, const QStringList &cells) : m_columns(columns), m_cells(cells) {}
    /// Empty when there is no such cell.
    [[nodiscard]] QString at(const QString &column) const { return m_cells.value(m_columns.indexOf(column)); }
    [[nodiscard]] const QStringList &columns() const { return m_columns; }

private:
    const QStringList &m_columns;
    const QStringList &m_cells;
};

/// Told about what could not be used: the column and words.
using Complaint = std::function<void(const QString &column, const QString &text)>;

/// Standard columns, in the order of the data set's own files.
[[nodiscard]] const QStringList &boxColumns();
[[nodiscard]] const QStringList &maskColumns();
[[nodiscard]] const QStringList &labelColumns();
[[nodiscard]] const QStringList &imageColumns();

/// Keys of the attributes that flags become.
[[nodiscard]] const QStringList &flagKeys();

/// A box in pixels. Fails with words when an edge is missing, not finite or lies before the other.
[[nodiscard]] Result<geometry::Box> boxFrom(const Record &record, QSize picture);
/// Flags, confidence and source; cells without a meaning go to the extra ("openimages": "source", "fields", "raw").
[[nodiscard]] model::Annotation factsFrom(const Record &record, const QStringList &standard, const Complaint &complain);

/// The cell of a standard column or of one that was kept.
[[nodiscard]] QString cellOf(const QString &column, const model::Annotation &annotation);
/// The four edges XMin, XMax, YMin, YMax as fractions that read back as the box.
[[nodiscard]] QStringList edgesOf(const geometry::Box &box, QSize picture);

/// Finite number, or nothing.
[[nodiscard]] std::optional<double> numberOf(const QString &text);

}  // namespace plumbline::openimages
