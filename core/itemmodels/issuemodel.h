// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/issue.h"

#include <QAbstractListModel>

namespace plumbline::itemmodels {

/// Problems found in files and on items, with where they are; the host jumps there. Main thread only.
class PLUMBLINE_CORE_EXPORT IssueModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { SeverityRole = Qt::UserRole + 1, FileRole, PlaceRole, TextRole, SourceRole };

    explicit IssueModel(QObject *parent = nullptr);

    /// Adds what one piece of work found, latest work first. `source` says which: "Import of labels.json".
    void add(const QString &source, const IssueList &issues);
    void clear();
    /// Found but not kept.
    [[nodiscard]] std::int64_t more() const { return m_more; }
    [[nodiscard]] const Issue *at(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    static constexpr int limit = 5000;
    struct Row {
        QString source;
        Issue issue;
    };
    std::vector<Row> m_rows;
    std::int64_t m_more = 0;
};

}  // namespace plumbline::itemmodels
