// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/issuemodel.h"

namespace plumbline::itemmodels {

IssueModel::IssueModel(QObject *parent) : QAbstractListModel(parent)
{
}

void IssueModel::add(const QString &source, const IssueList &issues)
{
    m_more += issues.more;
    if (issues.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(issues.issues.size()) - 1);
    std::vector<Row> rows;
    for (const Issue &issue : issues.issues)
        rows.push_back({source, issue});
    m_rows.insert(m_rows.begin(), rows.begin(), rows.end());
    endInsertRows();
    if (const int over = static_cast<int>(m_rows.size()) - limit; over > 0) {
        beginRemoveRows({}, limit, limit + over - 1);
        m_rows.resize(limit);
        m_more += over;
        endRemoveRows();
    }
}

void IssueModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_more = 0;
    endResetModel();
}

const Issue *IssueModel::at(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<std::size_t>(row)].issue : nullptr;
}

int IssueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant IssueModel::data(const QModelIndex &index, int role) const
{
    const Issue *issue = index.isValid() ? at(index.row()) : nullptr;
    if (!issue)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return issue->text;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        QStringList parts{issue->text};
        for (const QString &part : {issue->file, issue->place}) {
            if (!part.isEmpty())
                parts.append(part);
        }
        return parts.join(QStringLiteral(", "));
    }
    case SeverityRole:
        return static_cast<int>(issue->severity);
    case FileRole:
        return issue->file;
    case PlaceRole:
        return issue->place;
    case SourceRole:
        return m_rows[static_cast<std::size_t>(index.row())].source;
    default:
        return {};
    }
}

QHash<int, QByteArray> IssueModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {SeverityRole, "severity"}, {FileRole, "file"},
            {PlaceRole, "place"},         {TextRole, "text"},         {SourceRole, "source"}};
}

}  // namespace plumbline::itemmodels
