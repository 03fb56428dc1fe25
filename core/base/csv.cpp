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
    QStringList cells;
    QByteArray cell;
    bool quoted = false;
    bool cellStarted = false;
    while (m_position < m_data.size()) {
        const char c = m_data[m_position++];
        if (quoted) {
            if (c == '\n')
                ++m_line;
            if (c != '"') {
                cell.append(c);
            } else if (m_position < m_data.size() && m_data[m_position] == '"') {
                cell.append('"');
                ++m_position;
            } else {
                quoted = false;
            }
            continue;
        }
        if (c == '"' && !cellStarted) {
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
    m_unterminated = quoted;
    if (cell.endsWith('\r'))
        cell.chop(1);
    cells.append(QString::fromUtf8(cell));
    return cells;
}

}  // namespace plumbline::base
