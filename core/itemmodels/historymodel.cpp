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

void HistoryModel::setSource(const store::Reader *reader, document::Editing *editing, const QString &person)
{
    disconnect(m_connection);
    beginResetModel();
    m_reader = reader;
    m_person = person;
    m_rows.clear();
    m_takenBack.clear();
    m_steps.clear();
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
    readRows();
    readSteps();
    if (!m_rows.empty())
        emit dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
}

void HistoryModel::readRows()
{
    auto read = m_reader->gestures(limit);
    if (!read) {
        base::log().error("history: {}", read.error().text.toStdString());
        return;
    }
    // Undo takes a gesture back, redo takes the undo back.
    std::map<std::int64_t, std::int64_t> originOf;
    m_takenBack.clear();
    for (auto it = read->rbegin(); it != read->rend(); ++it) {
        if (!it->undoes)
            continue;
        const auto undo = originOf.find(*it->undoes);
        const std::int64_t origin = undo == originOf.end() ? *it->undoes : undo->second;
        originOf[it->number] = origin;
        if (!m_takenBack.erase(origin))
            m_takenBack.insert(origin);
    }
    std::erase_if(*read, [](const store::GestureRecord &record) { return record.undoes.has_value(); });
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

void HistoryModel::readSteps()
{
    m_steps.clear();
    if (m_person.isEmpty())
        return;
    const auto steps = m_reader->undoSteps(m_person, stepLimit);
    if (!steps) {
        base::log().error("history: {}", steps.error().text.toStdString());
        return;
    }
    for (int back = 0; back < static_cast<int>(steps->done.size()); ++back)
        m_steps[*(steps->done.rbegin() + back)] = -back;
    for (int on = 0; on < static_cast<int>(steps->undone.size()); ++on)
        m_steps[*(steps->undone.rbegin() + on)] = on + 1;
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
        return (m_takenBack.contains(record.number) ? tr("%1, by %2, %3, taken back") : tr("%1, by %2, %3"))
            .arg(record.label, record.actor, QLocale().toString(time(), QLocale::ShortFormat));
    case ActorRole:
        return record.actor;
    case TimeRole:
        return time();
    case OperationsRole:
        return QVariant::fromValue(record.operations);
    case TakenBackRole:
        return m_takenBack.contains(record.number);
    case StepsRole: {
        const auto steps = m_steps.find(record.number);
        return steps == m_steps.end() ? QVariant() : QVariant(steps->second);
    }
    case CurrentRole: {
        const auto steps = m_steps.find(record.number);
        return steps != m_steps.end() && steps->second == 0;
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> HistoryModel::roleNames() const
{
    return {{Qt::DisplayRole, "display"},       {LabelRole, "label"}, {ActorRole, "actor"}, {TimeRole, "time"},
            {OperationsRole, "operations"}, {TakenBackRole, "takenBack"},
            {StepsRole, "steps"},           {CurrentRole, "current"}};
}

}  // namespace plumbline::itemmodels
