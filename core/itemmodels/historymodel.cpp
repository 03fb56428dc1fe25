// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/itemmodels/historymodel.h"

#include "core/base/logging.h"

#include <QDateTime>
#include <QLocale>

#include <spdlog/spdlog.h>

#include <algorithm>

namespace plumbline::itemmodels {

HistoryModel::HistoryModel(QObject *parent) : QAbstractListModel(parent)
{
}

void HistoryModel::setSource(const store::Reader *reader, document::Editing *editing)
{
    disconnect(m_connection);
    beginResetModel();
    m_reader = reader;
    m_rows.clear();
    endResetModel();
    refresh();
    if (editing) {
        m_connection = connect(editing, &document::Editing::changed, this, [this](const document::DocumentEvent &event) {
            if (std::holds_alternative<document::HistoryChanged>(event))
                refresh();
        });
    }
}

void HistoryModel::setActive(bool active)
{
    m_active = active;
    if (m_active && m_stale)
        refresh();
}

void HistoryModel::refresh()
{
    m_stale = !m_active;
    if (!m_active || !m_reader)
        return;
    auto read = m_reader->gestures(limit);
    if (!read) {
        base::log().error("history: {}", read.error().text.toStdString());
        return;
    }
    // The history only grows: what is new stands before the first row that is known.
    const std::int64_t known = m_rows.empty() ? 0 : m_rows.front().number;
    const auto fresh = static_cast<int>(
        std::count_if(read->begin(), read->end(), [&](const store::GestureRecord &record) { return record.number > known; }));
    if (fresh == 0)
        return;
    const bool continues = !m_rows.empty() && fresh < static_cast<int>(read->size())
                           && (*read)[static_cast<std::size_t>(fresh)].number == known;
    if (!continues) {
        beginResetModel();
        m_rows = std::move(*read);
        endResetModel();
        return;
    }
    beginInsertRows({}, 0, fresh - 1);
    m_rows.insert(m_rows.begin(), read->begin(), read->begin() + fresh);
    endInsertRows();
    if (const int over = static_cast<int>(m_rows.size()) - limit; over > 0) {
        beginRemoveRows({}, limit, limit + over - 1);
        m_rows.resize(limit);
        endRemoveRows();
    }
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= static_cast<int>(m_rows.size()))
        return {};
    const store::GestureRecord &record = m_rows[static_cast<std::size_t>(index.row())];
    const auto time = [&] { return QDateTime::fromMSecsSinceEpoch(record.createdMicroseconds / 1000); };
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole:
        return record.label;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tr("%1, by %2, %3").arg(record.label, record.actor, QLocale().toString(time(), QLocale::ShortFormat));
    case ActorRole:
        return record.actor;
    case TimeRole:
        return time();
    case OperationsRole:
        return QVariant::fromValue(record.operations);
    case TakesBackRole:
        return record.undoes.has_value();
    default:
        return {};
    }
}

QHash<int, QByteArray> HistoryModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"},       {LabelRole, "label"}, {ActorRole, "actor"}, {TimeRole, "time"},
            {OperationsRole, "operations"}, {TakesBackRole, "takesBack"}};
}

}  // namespace plumbline::itemmodels
