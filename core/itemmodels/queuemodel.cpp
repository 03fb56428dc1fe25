// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/queuemodel.h"

#include "core/base/logging.h"
#include "core/itemmodels/words.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace plumbline::itemmodels {

QueueModel::QueueModel(QObject *parent) : QAbstractListModel(parent)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &QueueModel::buildSlice);
}

void QueueModel::setSource(const store::Reader *reader, document::Editing *editing, const QString &person)
{
    disconnect(m_connection);
    beginResetModel();
    m_reader = reader;
    m_filter = {};
    m_filter.person = person;
    m_pages.clear();
    m_index.reset();
    m_fitting.reset();
    m_counts.clear();
    m_rows = 0;
    m_slices.stop();
    m_building.reset();
    // What fits into one piece is indexed here and now.
    buildIndex();
    if (!m_index) {
        readCounts();
        m_rows = countRows();
    }
    endResetModel();
    emit countsChanged();
    if (editing) {
        m_connection = connect(editing, &document::Editing::changed, this, [this](const document::DocumentEvent &event) {
            if (std::holds_alternative<document::QueueChanged>(event))
                refresh();
        });
    }
}

void QueueModel::buildIndex()
{
    if (!m_reader)
        return;
    const auto last = m_reader->lastOperation();
    if (!last) {
        base::log().error("queue: {}", last.error().text.toStdString());
        return;
    }
    m_building = std::make_unique<QueueIndex>();
    if (const auto items = m_reader->itemCountAtMost())
        m_building->reserve(*items);
    m_builtTo = 0;
    if (!m_index)
        m_lastOperation = *last;
    m_buildSeen = *last;
    buildSlice();
    if (m_building)
        m_slices.start();
}

void QueueModel::buildSlice()
{
    auto slice = m_reader->queueSlice(m_filter.person, m_builtTo, sliceSize);
    if (!slice) {
        base::log().error("queue: {}", slice.error().text.toStdString());
        m_slices.stop();
        m_building.reset();
        return;
    }
    m_building->append(slice->entries);
    m_builtTo = slice->last;
    if (static_cast<int>(slice->entries.size()) == sliceSize)
        return;
    const bool later = m_slices.isActive();
    m_slices.stop();
    m_index = std::move(m_building);
    m_lastOperation = m_buildSeen;
    if (!later) {
        filterIndex();
        return;
    }
    // What happened meanwhile; more items mean another round, on the ground of this one.
    const bool current = followChanges(*m_index);
    const int before = m_rows;
    m_pages.clear();
    filterIndex();
    if (m_rows == before) {
        if (m_rows > 0)
            emit dataChanged(index(0), index(m_rows - 1));
    } else {
        const int now = std::exchange(m_rows, before);
        beginResetModel();
        m_rows = now;
        endResetModel();
    }
    emit countsChanged();
    if (!current)
        buildIndex();
}

// Sets rows and counts as well.
void QueueModel::filterIndex()
{
    m_fitting.reset();
    if (!m_filter.text.isEmpty() || m_filter.state || m_filter.kind)
        m_fitting = m_index->fitting(m_filter);
    m_rows = m_fitting ? static_cast<int>(m_fitting->size()) : m_index->size();
    m_counts = m_index->counts();
}

bool QueueModel::followChanges(QueueIndex &index)
{
    const auto changes = m_reader->queueChanges(m_filter.person, m_lastOperation);
    if (!changes) {
        base::log().error("queue: {}", changes.error().text.toStdString());
        return true;
    }
    m_lastOperation = changes->lastOperation;
    for (const auto &[item, state] : changes->states) {
        if (const int position = index.find(item); position >= 0)
            index.setState(position, state);
    }
    return !changes->items;
}

void QueueModel::setFilter(const QString &text, std::optional<model::TaskState> state)
{
    if (m_filter.text == text && m_filter.state == state)
        return;
    beginResetModel();
    m_filter.text = text;
    m_filter.state = state;
    m_pages.clear();
    if (m_index)
        filterIndex();
    else
        m_rows = countRows();
    endResetModel();
}

void QueueModel::refresh()
{
    if (!m_reader)
        return;
    const int before = m_rows;
    int now = 0;
    if (m_index) {
        if (!followChanges(*m_index) && !m_slices.isActive()) {
            // A small project is read again on the spot.
            m_building.reset();
            buildIndex();
        }
        filterIndex();
        now = std::exchange(m_rows, before);
    } else {
        readCounts();
        m_pages.clear();
        // A text filter is counted by reading, which fills the pages again.
        now = countRows();
    }
    if (now == before) {
        if (now > 0)
            emit dataChanged(index(0), index(now - 1));
    } else {
        beginResetModel();
        m_rows = now;
        endResetModel();
    }
    emit countsChanged();
}

void QueueModel::readCounts()
{
    m_counts.clear();
    if (!m_reader)
        return;
    // Until the index knows better.
    if (auto counts = m_reader->queueCounts(m_filter.person, m_building != nullptr))
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

int QueueModel::positionOf(int row) const
{
    return m_fitting ? (*m_fitting)[static_cast<std::size_t>(row)] : row;
}

std::optional<store::QueueEntry> QueueModel::entry(int row) const
{
    if (!m_reader || row < 0 || row >= m_rows)
        return std::nullopt;
    if (m_index)
        return m_index->entry(positionOf(row));
    const auto &rows = page(row / pageSize);
    const std::size_t offset = static_cast<std::size_t>(row % pageSize);
    return offset < rows.size() ? std::optional(rows[offset]) : std::nullopt;
}

int QueueModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant QueueModel::data(const QModelIndex &index, int role) const
{
    const auto row = index.isValid() ? entry(index.row()) : std::nullopt;
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
    if (m_index && row >= 0 && row < m_rows)
        return m_index->id(positionOf(row));
    const auto found = entry(row);
    return found ? found->item : ItemId{};
}

model::TaskState QueueModel::stateAt(int row) const
{
    if (m_index && row >= 0 && row < m_rows)
        return m_index->state(positionOf(row));
    const auto found = entry(row);
    return found ? found->state : model::TaskState::ToDo;
}

int QueueModel::rowOf(ItemId item, int hint) const
{
    if (item.isNull() || m_rows == 0 || !m_reader)
        return -1;
    if (m_index) {
        const int position = m_index->find(item);
        if (position < 0 || !m_fitting)
            return position;
        const auto it = std::lower_bound(m_fitting->begin(), m_fitting->end(), position);
        return it != m_fitting->end() && *it == position ? static_cast<int>(it - m_fitting->begin()) : -1;
    }
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
