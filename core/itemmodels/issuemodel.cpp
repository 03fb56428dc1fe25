// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/issuemodel.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace plumbline::itemmodels {

IssueModel::IssueModel(QObject *parent) : QAbstractListModel(parent)
{
}

int IssueModel::sourceRows() const
{
    int rows = 0;
    for (const Watched &watched : m_sources)
        rows += watched.rows;
    return rows;
}

void IssueModel::replaceRows(int first, int count, std::vector<Row> rows)
{
    const auto begin = m_rows.begin() + first;
    const auto fresh = static_cast<int>(rows.size());
    if (fresh == count) {
        if (count == 0)
            return;
        std::move(rows.begin(), rows.end(), begin);
        emit dataChanged(index(first), index(first + count - 1));
        return;
    }
    if (count > 0) {
        beginRemoveRows({}, first, first + count - 1);
        m_rows.erase(begin, begin + count);
        endRemoveRows();
    }
    if (fresh > 0) {
        beginInsertRows({}, first, first + fresh - 1);
        m_rows.insert(m_rows.begin() + first, std::make_move_iterator(rows.begin()), std::make_move_iterator(rows.end()));
        endInsertRows();
    }
}

void IssueModel::addSource(IssueSource *source)
{
    m_sources.push_back({source, 0, false});
    connect(source, &IssueSource::changed, this, [this, source] { readLater(source); });
    connect(source, &QObject::destroyed, this, &IssueModel::dropGone);
    read(m_sources.back());
}

void IssueModel::removeSource(IssueSource *source)
{
    disconnect(source, nullptr, this, nullptr);
    for (Watched &watched : m_sources) {
        if (watched.source == source)
            watched.source = nullptr;
    }
    dropGone();
}

void IssueModel::dropGone()
{
    int first = 0;
    for (auto it = m_sources.begin(); it != m_sources.end();) {
        if (it->source) {
            first += it->rows;
            ++it;
            continue;
        }
        const int rows = it->rows;
        it = m_sources.erase(it);
        replaceRows(first, rows, {});
    }
}

// A gesture changes a hundred labels in one go: they are looked at once.
void IssueModel::readLater(IssueSource *source)
{
    const auto it = std::find_if(m_sources.begin(), m_sources.end(), [&](const Watched &watched) { return watched.source == source; });
    if (it == m_sources.end() || it->stale)
        return;
    it->stale = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            for (Watched &watched : m_sources) {
                if (watched.stale)
                    read(watched);
            }
        },
        Qt::QueuedConnection);
}

void IssueModel::read(Watched &watched)
{
    watched.stale = false;
    if (!watched.source)
        return;
    std::vector<Row> rows;
    const QString title = watched.source->title();
    for (Finding &finding : watched.source->findings()) {
        if (static_cast<int>(rows.size()) == limit)
            break;
        rows.push_back({title, std::move(finding)});
    }
    int first = 0;
    for (const Watched &before : m_sources) {
        if (&before == &watched)
            break;
        first += before.rows;
    }
    const int had = std::exchange(watched.rows, static_cast<int>(rows.size()));
    replaceRows(first, had, std::move(rows));
}

void IssueModel::add(const QString &source, const IssueList &issues)
{
    m_more += issues.more;
    if (issues.empty())
        return;
    std::vector<Row> rows;
    for (const Issue &issue : issues.issues)
        rows.push_back({source, {issue, {}, {}}});
    const int first = sourceRows();
    replaceRows(first, 0, std::move(rows));
    if (const int over = static_cast<int>(m_rows.size()) - first - limit; over > 0) {
        replaceRows(first + limit, over, {});
        m_more += over;
    }
}

void IssueModel::clear()
{
    const int first = sourceRows();
    replaceRows(first, static_cast<int>(m_rows.size()) - first, {});
    m_more = 0;
}

const Finding *IssueModel::findingAt(int row) const
{
    return row >= 0 && row < static_cast<int>(m_rows.size()) ? &m_rows[static_cast<std::size_t>(row)].finding : nullptr;
}

const Issue *IssueModel::at(int row) const
{
    const Finding *finding = findingAt(row);
    return finding ? &finding->issue : nullptr;
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
