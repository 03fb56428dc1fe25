// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/keymapmodel.h"

#include <QFont>
#include <QIcon>
#include <QPixmap>

namespace plumbline::actions {

QString keysText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(QStringLiteral(", "));
}

namespace {

// Titles stand in one line, with a sign before them or without.
QVariant blank()
{
    QPixmap nothing(16, 16);
    nothing.fill(Qt::transparent);
    return QIcon(nothing);
}

}  // namespace

KeymapModel::KeymapModel(ActionRegistry &registry, QObject *parent) : QAbstractTableModel(parent), m_registry(registry)
{
    connect(&registry, &ActionRegistry::changed, this, &KeymapModel::reread);
    connect(&registry, &ActionRegistry::keysChanged, this, &KeymapModel::reread);
    reread();
}

void KeymapModel::reread()
{
    QStringList ids;
    for (const ActionRegistry::Entry &entry : m_registry.entries())
        ids.append(entry.id);
    if (ids == m_ids) {
        if (!ids.isEmpty())
            emit dataChanged(index(0, 0), index(static_cast<int>(ids.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_ids = ids;
    endResetModel();
}

void KeymapModel::setOwn(const Keymap &own)
{
    m_own = own;
    reread();
}

int KeymapModel::rowOf(const QString &id) const
{
    return static_cast<int>(m_ids.indexOf(id));
}

int KeymapModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int KeymapModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KeymapModel::data(const QModelIndex &index, int role) const
{
    const ActionRegistry::Entry *entry = index.isValid() ? m_registry.entry(m_ids.value(index.row())) : nullptr;
    if (!entry)
        return {};
    const QString title = QStringLiteral("%1: %2").arg(entry->group, entry->action->iconText());
    const bool own = m_own.keys.contains(entry->id);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == ActionColumn ? title : keysText(entry->keys);
    case Qt::AccessibleTextRole:
        return entry->keys.isEmpty() ? tr("%1, no key").arg(title) : tr("%1, %2").arg(title, keysText(entry->keys));
    case Qt::DecorationRole:
        if (index.column() != ActionColumn)
            return {};
        return entry->action->icon().isNull() ? blank() : QVariant(entry->action->icon());
    case Qt::ToolTipRole:
        return own ? tr("Changed by you") : QString();
    case Qt::FontRole:
        if (own) {
            QFont font;
            font.setBold(true);
            return font;
        }
        return {};
    case IdRole:
        return entry->id;
    case SearchRole:
        return QStringLiteral("%1 %2 %3").arg(title, keysText(entry->keys), entry->id);
    case OwnRole:
        return own;
    default:
        return {};
    }
}

QVariant KeymapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == ActionColumn ? tr("Action") : tr("Keys");
}

}  // namespace plumbline::actions
