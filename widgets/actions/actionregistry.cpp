// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/actionregistry.h"

#include "widgets/theme/icons.h"

#include <QWidget>

#include <algorithm>

namespace plumbline::actions {

ActionRegistry::ActionRegistry(QWidget *window) : QObject(window), m_window(window)
{
}

QAction *ActionRegistry::add(const Spec &spec, std::function<void()> triggered)
{
    Q_ASSERT(!action(spec.id));
    auto *made = new QAction(spec.mnemonic.isEmpty() ? spec.title : spec.mnemonic, this);
    made->setObjectName(spec.id);
    made->setIconText(spec.title);
    if (!spec.icon.isEmpty())
        made->setIcon(theme::themedIcon(spec.icon));
    made->setShortcuts(spec.keys);
    made->setShortcutContext(spec.scope ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
    const QString key = spec.keys.isEmpty() ? QString() : spec.keys.first().toString(QKeySequence::NativeText);
    made->setToolTip(key.isEmpty() ? spec.title : QStringLiteral("%1 (%2)").arg(spec.title, key));
    connect(made, &QAction::triggered, this, [triggered = std::move(triggered)] { triggered(); });
    if (QWidget *host = spec.scope ? spec.scope : m_window.data())
        host->addAction(made);
    m_entries.push_back({spec.id, spec.group, made});
    emit changed();
    return made;
}

void ActionRegistry::remove(const QString &id)
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.id == id; });
    if (it == m_entries.end())
        return;
    // Out of every menu, toolbar and widget at once; it may be deleted from one of its own slots.
    for (QObject *user : it->action->associatedObjects()) {
        if (auto *widget = qobject_cast<QWidget *>(user))
            widget->removeAction(it->action);
    }
    it->action->setParent(nullptr);
    it->action->deleteLater();
    m_entries.erase(it);
    emit changed();
}

QAction *ActionRegistry::action(const QString &id) const
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.id == id; });
    return it == m_entries.end() ? nullptr : it->action;
}

bool ActionRegistry::hasKey(const QKeySequence &key) const
{
    return !key.isEmpty() && std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return entry.action->shortcuts().contains(key);
    });
}

QStringList ActionRegistry::conflicts() const
{
    QStringList found;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        for (std::size_t j = i + 1; j < m_entries.size(); ++j) {
            for (const QKeySequence &key : m_entries[i].action->shortcuts()) {
                if (m_entries[j].action->shortcuts().contains(key))
                    found.append(QStringLiteral("%1 %2: %3").arg(m_entries[i].id, m_entries[j].id, key.toString()));
            }
        }
    }
    return found;
}

}  // namespace plumbline::actions
