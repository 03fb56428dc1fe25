// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actions/actionregistry.h"

#include <QAbstractTableModel>

namespace plumbline::actions {

/// Every action with its keys as they are now. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT KeymapModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { ActionColumn, KeysColumn, ColumnCount };
    enum Role {
        IdRole = Qt::UserRole + 1,
        SearchRole,  ///< title, keys and id, for filters
        OwnRole      ///< the person's own change
    };

    /// The registry must outlive the model.
    explicit KeymapModel(ActionRegistry &registry, QObject *parent = nullptr);

    /// The person's changes, to be marked.
    void setOwn(const Keymap &own);
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void reread();

    ActionRegistry &m_registry;
    Keymap m_own;
    QStringList m_ids;  // of the rows; actions may go at any time
};

/// Keys as a person reads them: "Ctrl+Z, Ctrl+U".
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT QString keysText(const QList<QKeySequence> &keys);

}  // namespace plumbline::actions
