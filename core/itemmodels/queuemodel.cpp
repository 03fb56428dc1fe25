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
    m_notes.clear();
    m_lastNumber = 0;
    m_rows = 0;
    m_slices.stop();
    m_building.reset();
    // What fits into one piece is indexed here and now.
    buildIndex();
    if (!m_index)
        filterIndex();
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
    const auto number = m_reader->lastItemNumber();
    if (!last || !number) {
        base::log().error("queue: {}", (last ? number.error() : last.error()).text.toStdString());
        return;
    }
    m_lastNumber = *number;
    m_building = std::make_unique<QueueIndex>();
    m_building->reserve(m_lastNumber);
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
    const bool later = m_slices.isActive();
    auto slice = m_reader->queueSlice(m_filter.person, m_builtTo, sliceSize);
    if (!slice) {
        base::log().error("queue: {}", slice.error().text.toStdString());
        m_slices.stop();
        // What has been read is better than nothing.
        if (!m_index)
            m_index = std::move(m_building);
        m_building.reset();
        if (later) {
            m_pages.clear();
            const int shown = m_rows;
            filterIndex();
            setRows(std::exchange(m_rows, shown));
            emit countsChanged();
        }
        return;
    }
    const int before = m_building->size();
    m_building->append(slice->entries);
    m_builtTo = slice->last;
    if (static_cast<int>(slice->entries.size()) == sliceSize) {
        if (later && !m_index)
            extendRows(before);
        return;
    }
    m_slices.stop();
    m_index = std::move(m_building);
    m_lastOperation = m_buildSeen;
    if (!later) {
        filterIndex();
        return;
    }
    // What happened meanwhile; more items mean another round, on the ground of this one.
    const bool current = followChanges(*m_index);
    m_pages.clear();
    const int shown = m_rows;
    filterIndex();
    setRows(std::exchange(m_rows, shown));
    emit countsChanged();
    if (!current)
        buildIndex();
}

// While the first index is being made: positions from `from` on are new.
void QueueModel::extendRows(int from)
{
    m_counts = m_building->counts();
    if (filtered()) {
        const std::vector<std::int32_t> more = m_building->fitting(m_filter, from);
        if (!more.empty()) {
            beginInsertRows({}, m_rows, m_rows + static_cast<int>(more.size()) - 1);
            m_fitting->insert(m_fitting->end(), more.begin(), more.end());
            m_rows = static_cast<int>(m_fitting->size());
            endInsertRows();
        }
    }
    constexpr int between = 16 * sliceSize;
    if (from / between != m_building->size() / between)
        emit countsChanged();
}

const QueueIndex *QueueModel::rowIndex() const
{
    return m_index ? m_index.get() : m_fitting ? m_building.get() : nullptr;
}

// Sets rows and counts as well.
void QueueModel::filterIndex()
{
    m_fitting.reset();
    const QueueIndex *index = m_index ? m_index.get() : m_building.get();
    if (!index) {
        m_rows = 0;
        return;
    }
    m_counts = index->counts();
    if (filtered())
        m_fitting = index->fitting(m_filter);
    if (m_fitting)
        m_rows = static_cast<int>(m_fitting->size());
    else
        m_rows = m_index ? m_index->size() : static_cast<int>(std::min<std::int64_t>(m_lastNumber, std::numeric_limits<int>::max()));
}

// Says what is other: rows keep their places when their number stays.
void QueueModel::setRows(int rows)
{
    if (rows == m_rows) {
        if (rows > 0)
            emit dataChanged(index(0), index(rows - 1));
        return;
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
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
    filterIndex();
    endResetModel();
}

void QueueModel::refresh()
{
    if (!m_reader)
        return;
    const int before = m_rows;
    if (m_index) {
        if (!followChanges(*m_index) && !m_slices.isActive()) {
            // A small project is read again on the spot.
            m_building.reset();
            buildIndex();
        }
    } else {
        // Of more items the index hears when it is ready.
        m_pages.clear();
        if (m_building)
            followChanges(*m_building);
        if (const auto last = m_reader->lastItemNumber())
            m_lastNumber = *last;
    }
    filterIndex();
    setRows(std::exchange(m_rows, before));
    emit countsChanged();
}

// Row r is the item with the number r + 1; those that were taken away are null.
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
    const std::int64_t after = std::int64_t(number) * pageSize;
    std::vector<store::QueueEntry> rows(pageSize);
    if (auto read = m_reader->queueSlice(m_filter.person, after, pageSize)) {
        for (store::QueueEntry &entry : read->entries) {
            if (entry.number <= after + pageSize)
                rows[static_cast<std::size_t>(entry.number - after - 1)] = std::move(entry);
        }
    } else {
        base::log().error("queue: {}", read.error().text.toStdString());
    }
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
    if (const QueueIndex *index = rowIndex())
        return index->entry(positionOf(row));
    const store::QueueEntry &read = page(row / pageSize)[static_cast<std::size_t>(row % pageSize)];
    return read.item.isNull() ? std::nullopt : std::optional(read);
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
    case Qt::AccessibleTextRole: {
        const QString words = QStringLiteral("%1, %2").arg(row->name, taskStateWord(row->state));
        const auto note = m_notes.find(row->item);
        return note == m_notes.end() ? words : words + QLatin1Char('\n') + note->second;
    }
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
    if (const QueueIndex *index = rowIndex(); index && row >= 0 && row < m_rows)
        return index->id(positionOf(row));
    const auto found = entry(row);
    return found ? found->item : ItemId{};
}

model::TaskState QueueModel::stateAt(int row) const
{
    if (const QueueIndex *index = rowIndex(); index && row >= 0 && row < m_rows)
        return index->state(positionOf(row));
    const auto found = entry(row);
    return found ? found->state : model::TaskState::ToDo;
}

int QueueModel::rowOf(ItemId item) const
{
    if (item.isNull() || m_rows == 0 || !m_reader)
        return -1;
    if (const QueueIndex *index = rowIndex()) {
        const int position = index->find(item);
        if (position < 0 || !m_fitting)
            return position;
        const auto it = std::lower_bound(m_fitting->begin(), m_fitting->end(), position);
        return it != m_fitting->end() && *it == position ? static_cast<int>(it - m_fitting->begin()) : -1;
    }
    const auto number = m_reader->itemNumber(item);
    if (!number) {
        base::log().error("queue: {}", number.error().text.toStdString());
        return -1;
    }
    return *number <= m_rows ? static_cast<int>(*number) - 1 : -1;
}

int QueueModel::nextUnfinished(int row) const
{
    for (int step = 1; step <= m_rows; ++step) {
        const int candidate = (std::max(row, -1) + step) % m_rows;
        if (candidate != row && isUnfinished(stateAt(candidate)) && !itemAt(candidate).isNull())
            return candidate;
    }
    return -1;
}

std::int64_t QueueModel::total() const
{
    if (!m_index && m_building)
        return m_lastNumber;
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
