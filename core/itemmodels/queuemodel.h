// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/itemmodels/queueindex.h"
#include "core/store/reader.h"

#include <QAbstractListModel>
#include <QTimer>

#include <map>
#include <vector>

namespace plumbline::itemmodels {

/// The queue of one person: every item with its state, filtered by name and state. Rows are there at once, however many: they
/// are read in pages while an index of all is built in small pieces between events. Until then a filter shows what has been
/// found so far, counts of states grow, and items that were taken away leave rows without a name. From then on searching and
/// filtering a million items is instant. Main thread only.
class PLUMBLINE_CORE_EXPORT QueueModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, NameRole, StateRole, StateWordRole, KindRole };

    explicit QueueModel(QObject *parent = nullptr);

    /// Both must live until the next call; the editing's QueueChanged events refresh the rows. Null reader = no rows.
    void setSource(const store::Reader *reader, document::Editing *editing, const QString &person);
    /// Part of the name, and a state; the rows are reset.
    void setFilter(const QString &text, std::optional<model::TaskState> state);
    [[nodiscard]] const store::QueueFilter &filter() const { return m_filter; }
    /// Words that stand below the name in the tool tip of an item's row.
    void setNotes(std::map<ItemId, QString> notes) { m_notes = std::move(notes); }
    /// Reads counts and rows again, keeping rows in place when their number is the same.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] ItemId itemAt(int row) const;
    [[nodiscard]] model::TaskState stateAt(int row) const;
    /// -1 when the filter hides it.
    [[nodiscard]] int rowOf(ItemId item) const;
    /// First row after `row` that still has work to do, going round once; -1 when there is none.
    [[nodiscard]] int nextUnfinished(int row) const;

    /// Everything is in memory: searching does not read any more.
    [[nodiscard]] bool indexed() const { return m_index != nullptr; }
    /// Over all items, whatever the filter; of those that were looked at so far while indexed() is false.
    [[nodiscard]] const std::map<model::TaskState, std::int64_t> &counts() const { return m_counts; }
    [[nodiscard]] std::int64_t total() const;
    /// Items that need no more work from the person; as counts().
    [[nodiscard]] std::int64_t finished() const;

signals:
    void countsChanged();

private:
    static constexpr int pageSize = 256;
    static constexpr std::size_t keptPages = 64;

    static constexpr int sliceSize = 2048;
    /// What rows are looked up in; null = in pages.
    [[nodiscard]] const QueueIndex *rowIndex() const;
    [[nodiscard]] std::optional<store::QueueEntry> entry(int row) const;
    [[nodiscard]] int positionOf(int row) const;
    [[nodiscard]] bool filtered() const { return !m_filter.text.isEmpty() || m_filter.state || m_filter.kind; }
    void buildIndex();
    void buildSlice();
    void extendRows(int from);
    void filterIndex();
    void setRows(int rows);
    /// True when the index is up to date now; false when it is on its way.
    bool followChanges(QueueIndex &index);
    [[nodiscard]] const std::vector<store::QueueEntry> &page(int number) const;

    const store::Reader *m_reader = nullptr;
    QMetaObject::Connection m_connection;
    store::QueueFilter m_filter;
    std::map<model::TaskState, std::int64_t> m_counts;
    std::map<ItemId, QString> m_notes;
    std::int64_t m_lastNumber = 0;  // of an item
    int m_rows = 0;
    mutable std::map<int, std::vector<store::QueueEntry>> m_pages;  // while there is no index
    std::unique_ptr<QueueIndex> m_index;
    std::optional<std::vector<std::int32_t>> m_fitting;  // positions in the index, when something is filtered
    std::unique_ptr<QueueIndex> m_building;
    std::int64_t m_builtTo = 0;
    std::int64_t m_lastOperation = 0;  // that the index, or the one in the making, has seen
    std::int64_t m_buildSeen = 0;
    QTimer m_slices;
};

}  // namespace plumbline::itemmodels
