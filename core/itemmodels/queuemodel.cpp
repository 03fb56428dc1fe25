// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/queuemodel.h"

#include "core/base/logging.h"
#include "core/itemmodels/words.h"

#include <spdlog/spdlog.h>

#include <limits>

namespace plumbline::itemmodels {

QueueModel::QueueModel(QObject *parent) : QAbstractListModel(parent)
{
}

void QueueModel::setSource(const store::Reader *reader, document::Editing *editing, const QString &person)
{
    disconnect(m_connection);
    beginResetModel();
    m_reader = reader;
    m_filter = {};
    m_filter.person = person;
    m_pages.clear();
    readCounts();
    m_rows = countRows();
    endResetModel();
    emit countsChanged();
    if (editing) {
        m_connection = connect(editing, &document::Editing::changed, this, [this](const document::DocumentEvent &event) {
            if (std::holds_alternative<document::QueueChanged>(event))
                refresh();
        });
    }
}

void QueueModel::setFilter(const QString &text, std::optional<model::TaskState> state)
{
    if (m_filter.text == text && m_filter.state == state)
        return;
    beginResetModel();
    m_filter.text = text;
    m_filter.state = state;
    m_pages.clear();
    m_rows = countRows();
    endResetModel();
}

void QueueModel::refresh()
{
    readCounts();
    m_pages.clear();
    // A text filter is counted by reading, which fills the pages again.
    const int rows = countRows();
    if (rows == m_rows) {
        if (rows > 0)
            emit dataChanged(index(0), index(rows - 1));
    } else {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    emit countsChanged();
}

void QueueModel::readCounts()
{
    m_counts.clear();
    if (!m_reader)
        return;
    if (auto counts = m_reader->queueCounts(m_filter.person))
        m_counts = std::move(*counts);
    else
        base::log().error("queue: {}", counts.error().text.toStdString());
}

int QueueModel::countRows()
{
    if (!m_reader)
        return 0;
    if (m_filter.text.isEmpty()) {
        if (!m_filter.state)
            return static_cast<int>(std::min<std::int64_t>(total(), std::numeric_limits<int>::max()));
        const auto it = m_counts.find(*m_filter.state);
        return it == m_counts.end() ? 0 : static_cast<int>(it->second);
    }
    const auto all = m_reader->queue(m_filter);
    if (!all) {
        base::log().error("queue: {}", all.error().text.toStdString());
        return 0;
    }
    for (std::size_t first = 0; first < all->size() && m_pages.size() < keptPages; first += pageSize) {
        const auto begin = all->begin() + static_cast<std::ptrdiff_t>(first);
        const auto end = all->begin() + static_cast<std::ptrdiff_t>(std::min(all->size(), first + pageSize));
        m_pages[static_cast<int>(first / pageSize)].assign(begin, end);
    }
    return static_cast<int>(all->size());
}

const std::vector<store::QueueEntry> &QueueModel::page(int number) const
{
    const auto known = m_pages.find(number);
    if (known != m_pages.end())
        return known->second;
    if (m_pages.size() >= keptPages) {
        // Drop the page farthest from the one that is wanted.
        const bool fromFront = std::abs(m_pages.begin()->first - number) > std::abs(m_pages.rbegin()->first - number);
        m_pages.erase(fromFront ? m_pages.begin() : std::prev(m_pages.end()));
    }
    std::vector<store::QueueEntry> rows;
    if (auto read = m_reader->queue(m_filter, std::int64_t(number) * pageSize, pageSize))
        rows = std::move(*read);
    else
        base::log().error("queue: {}", read.error().text.toStdString());
    return m_pages[number] = std::move(rows);
}

const store::QueueEntry *QueueModel::entry(int row) const
{
    if (!m_reader || row < 0 || row >= m_rows)
        return nullptr;
    const auto &rows = page(row / pageSize);
    const std::size_t offset = static_cast<std::size_t>(row % pageSize);
    return offset < rows.size() ? &rows[offset] : nullptr;
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    const store::QueueEntry *row = index.isValid() ? entry(index.row()) : nullptr;
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row->name;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(row->name, taskStateWord(row->state));
    case IdRole:
        return row->item.toString();
    case StateRole:
        return static_cast<int>(row->state);
    case StateWordRole:
        return taskStateWord(row->state);
    case KindRole:
        return model::itemKindName(row->kind);
    default:
        return {};
    }
}

QHash<int, QByteArray> QueueModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"}, {IdRole, "id"},     {NameRole, "name"},
            {StateRole, "state"},         {KindRole, "kind"}, {StateWordRole, "stateWord"}};
}

ItemId QueueModel::itemAt(int row) const
{
    const store::QueueEntry *found = entry(row);
    return found ? found->item : ItemId{};
}

model::TaskState QueueModel::stateAt(int row) const
{
    const store::QueueEntry *found = entry(row);
    return found ? found->state : model::TaskState::ToDo;
}

int QueueModel::rowOf(ItemId item, int hint) const
{
    if (item.isNull() || m_rows == 0 || !m_reader)
        return -1;
    const auto within = [&](int number) {
        const auto &rows = page(number);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i].item == item)
                return number * pageSize + static_cast<int>(i);
        }
        return -1;
    };
    const int pages = (m_rows + pageSize - 1) / pageSize;
    const int near = std::clamp(hint, 0, m_rows - 1) / pageSize;
    for (int distance = 0; distance < pages; ++distance) {
        for (const int number : {near + distance, near - distance}) {
            if (number < 0 || number >= pages)
                continue;
            if (const int row = within(number); row >= 0)
                return row;
            if (distance == 0)
                break;
        }
    }
    return -1;
}

int QueueModel::nextUnfinished(int row) const
{
    for (int step = 1; step <= m_rows; ++step) {
        const int candidate = (std::max(row, -1) + step) % m_rows;
        if (candidate != row && isUnfinished(stateAt(candidate)))
            return candidate;
    }
    return -1;
}

std::int64_t QueueModel::total() const
{
    std::int64_t sum = 0;
    for (const auto &[state, count] : m_counts)
        sum += count;
    return sum;
}

std::int64_t QueueModel::finished() const
{
    std::int64_t sum = 0;
    for (const auto &[state, count] : m_counts)
        sum += isUnfinished(state) ? 0 : count;
    return sum;
}

}  // namespace plumbline::itemmodels
