// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/store/reader.h"

#include <QAbstractListModel>

namespace plumbline::itemmodels {

/// What was done to the project, latest first: the last few hundred gestures of everybody. Main thread only.
class PLUMBLINE_CORE_EXPORT HistoryModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { LabelRole = Qt::UserRole + 1, ActorRole, TimeRole, OperationsRole, TakesBackRole };

    explicit HistoryModel(QObject *parent = nullptr);

    /// Both must live until the next call; null reader = no rows.
    void setSource(const store::Reader *reader, document::Editing *editing);
    /// Rows are read only while somebody looks.
    void setActive(bool active);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    static constexpr int limit = 300;
    void refresh();

    const store::Reader *m_reader = nullptr;
    QMetaObject::Connection m_connection;
    std::vector<store::GestureRecord> m_rows;
    bool m_active = true;
    bool m_stale = false;
};

}  // namespace plumbline::itemmodels
