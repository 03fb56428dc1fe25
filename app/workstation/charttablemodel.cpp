// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/charttablemodel.h"

namespace plumbline::workstation {

namespace {

bool isNumber(const QString &text)
{
    bool ok = false;
    (void)text.toDouble(&ok);
    return ok;
}

}  // namespace

void ChartTableModel::setTable(charts::ChartTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.header.size());
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const QString text = m_table.rows[static_cast<std::size_t>(index.row())].value(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text.contains(QLatin1Char('.')) && isNumber(text) ? QString::number(text.toDouble(), 'g', 3) : text;
    case Qt::ToolTipRole: return text;
    case Qt::AccessibleTextRole: return QStringLiteral("%1: %2").arg(m_table.header.value(index.column()), text);
    case Qt::TextAlignmentRole: return int((isNumber(text) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default: return {};
    }
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool text = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    return orientation == Qt::Horizontal && text ? QVariant(m_table.header.value(section)) : QVariant();
}

}  // namespace plumbline::workstation
