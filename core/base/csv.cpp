// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/csv.h"

namespace plumbline::base {

CsvReader::CsvReader(QByteArrayView data) : m_data(data)
{
    if (m_data.startsWith("\xEF\xBB\xBF"))
        m_position = 3;
}

std::optional<QStringList> CsvReader::next()
{
    if (m_position >= m_data.size())
        return std::nullopt;
    m_recordLine = m_line;
    const qsizetype start = m_position;
    m_broken = false;
    if (auto cells = record(Quotes::Count))
        return cells;
    m_broken = true;
    m_anyBroken = true;
    m_position = start;
    m_line = m_recordLine;
    return record(Quotes::AreText);
}

// Nothing when a quoted cell is broken.
std::optional<QStringList> CsvReader::record(Quotes quotes)
{
    QStringList cells;
    QByteArray cell;
    bool quoted = false;
    bool cellStarted = false;
    bool manyLines = false;
    while (m_position < m_data.size()) {
        const char c = m_data[m_position++];
        if (quoted) {
            if (c == '\n') {
                if (m_anyBroken)
                    return std::nullopt;
                manyLines = true;
                ++m_line;
            }
            if (c != '"') {
                cell.append(c);
                continue;
            }
            const char after = m_position < m_data.size() ? m_data[m_position] : '\n';
            if (after == '"') {
                cell.append('"');
                ++m_position;
                continue;
            }
            if (manyLines && after != ',' && after != '\r' && after != '\n')
                return std::nullopt;
            quoted = false;
            continue;
        }
        if (c == '"' && !cellStarted && quotes == Quotes::Count) {
            quoted = true;
            cellStarted = true;
        } else if (c == ',') {
            cells.append(QString::fromUtf8(cell));
            cell.clear();
            cellStarted = false;
        } else if (c == '\n') {
            ++m_line;
            if (cell.endsWith('\r'))
                cell.chop(1);
            cells.append(QString::fromUtf8(cell));
            return cells;
        } else {
            cell.append(c);
            cellStarted = true;
        }
    }
    if (quoted)
        return std::nullopt;
    if (cell.endsWith('\r'))
        cell.chop(1);
    cells.append(QString::fromUtf8(cell));
    return cells;
}

}  // namespace plumbline::base
