// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/document/editing.h"
#include "core/store/reader.h"

#include <QAbstractListModel>

#include <map>
#include <set>

namespace plumbline::itemmodels {

/// What was done to the project, latest first: the last few hundred gestures of everybody. Undoing is not a row of its own:
/// the gesture that was taken back says so. Main thread only.
class PLUMBLINE_CORE_EXPORT HistoryModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        LabelRole = Qt::UserRole + 1,
        ActorRole,
        TimeRole,
        OperationsRole,
        TakenBackRole,
        StepsRole,   ///< undo (negative) or redo (positive) so often, and this is the latest; nothing when they do not lead there
        CurrentRole  ///< undo would take this one back
    };

    explicit HistoryModel(QObject *parent = nullptr);

    /// Both must live until the next call; null reader = no rows. Steps are those of `person`.
    void setSource(const store::Reader *reader, document::Editing *editing, const QString &person = {});
    /// Rows are read only while somebody looks.
    void setActive(bool active);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    static constexpr int limit = 300;
    static constexpr int stepLimit = 1000;
    void refresh();
    void readRows();
    void readSteps();

    const store::Reader *m_reader = nullptr;
    QMetaObject::Connection m_connection;
    QString m_person;
    std::vector<store::GestureRecord> m_rows;
    std::set<std::int64_t> m_takenBack;
    std::map<std::int64_t, int> m_steps;
    bool m_active = true;
    bool m_stale = false;
};

}  // namespace plumbline::itemmodels
