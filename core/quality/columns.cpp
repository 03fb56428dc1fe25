// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/columns.h"

#include <algorithm>

namespace plumbline::quality {

CsvColumns::CsvColumns(QByteArrayView data, const std::vector<QLatin1String> &names)
    : m_csv(data), m_columns(names.size(), -1), m_cells(names.size())
{
    const QStringList header = m_csv.next().value_or(QStringList());
    for (std::size_t i = 0; i < names.size(); ++i)
        for (qsizetype column = 0; column < header.size() && m_columns[i] < 0; ++column)
            if (header[column].trimmed().compare(names[i], Qt::CaseInsensitive) == 0)
                m_columns[i] = column;
}

bool CsvColumns::complete(std::size_t required) const
{
    const auto end = m_columns.begin() + static_cast<std::ptrdiff_t>(std::min(required, m_columns.size()));
    return std::none_of(m_columns.begin(), end, [](qsizetype column) { return column < 0; });
}

bool CsvColumns::next()
{
    while (const auto record = m_csv.next()) {
        if (record->size() == 1 && record->front().trimmed().isEmpty())
            continue;
        if (m_csv.broken()) {
            constexpr std::size_t mostNamed = 1000;
            if (m_brokenLines.size() < mostNamed)
                m_brokenLines.push_back(m_csv.line());
            continue;
        }
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            m_cells[i] = m_columns[i] < 0 ? QString() : record->value(m_columns[i]).trimmed();
        return true;
    }
    return false;
}

}  // namespace plumbline::quality
