// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/itemmodels/issuesource.h"

#include <QAbstractListModel>
#include <QPointer>

namespace plumbline::itemmodels {

/// Problems found in files and on items, with where they are; the host jumps there. First what the sources say now, source
/// by source, then what single pieces of work found, latest first. Main thread only.
class PLUMBLINE_CORE_EXPORT IssueModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SeverityRole = Qt::UserRole + 1, FileRole, PlaceRole, TextRole, SourceRole };

    explicit IssueModel(QObject *parent = nullptr);

    /// Adds what one piece of work found, latest work first. `source` says which: "Import of labels.json".
    void add(const QString &source, const IssueList &issues);
    /// Shows what the source finds until it is destroyed or removed.
    void addSource(IssueSource *source);
    void removeSource(IssueSource *source);
    /// Forgets what was added; sources stay.
    void clear();
    /// Found but not kept.
    [[nodiscard]] std::int64_t more() const { return m_more; }
    [[nodiscard]] const Issue *at(int row) const;
    [[nodiscard]] const Finding *findingAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    static constexpr int limit = 5000;
    struct Row {
        QString source;
        Finding finding;
    };
    struct Watched {
        QPointer<IssueSource> source;
        int rows = 0;
        bool stale = false;
    };
    [[nodiscard]] int sourceRows() const;
    void readLater(IssueSource *source);
    void read(Watched &watched);
    void dropGone();
    void replaceRows(int first, int count, std::vector<Row> rows);

    std::vector<Watched> m_sources;
    std::vector<Row> m_rows;  // those of the sources in their order, then the added ones
    std::int64_t m_more = 0;
};

}  // namespace plumbline::itemmodels
