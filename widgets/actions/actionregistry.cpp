// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/actionregistry.h"

#include "widgets/theme/icons.h"

#include <QRegularExpression>
#include <QWidget>

#include <algorithm>

namespace plumbline::actions {

ActionRegistry::Batch::Batch(ActionRegistry &registry) : m_registry(registry)
{
    ++m_registry.m_batches;
}

ActionRegistry::Batch::~Batch()
{
    if (--m_registry.m_batches == 0)
        m_registry.place();
}

ActionRegistry::ActionRegistry(QWidget *window) : QObject(window), m_window(window)
{
}

QString ActionRegistry::Entry::keyText() const
{
    return keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
}

QAction *ActionRegistry::add(const Spec &spec, std::function<void()> triggered)
{
    Q_ASSERT(!action(spec.id));
    auto *made = new QAction(spec.mnemonic.isEmpty() ? spec.title : spec.mnemonic, this);
    made->setObjectName(spec.id);
    made->setIconText(spec.title);
    made->setToolTip(spec.title);
    if (!spec.icon.isEmpty())
        made->setIcon(theme::themedIcon(spec.icon));
    connect(made, &QAction::triggered, this, [triggered = std::move(triggered)] { triggered(); });
    if (QWidget *host = spec.scope ? spec.scope : m_window.data())
        host->addAction(made);
    m_entries.push_back({spec.id, spec.group, made, spec.context, spec.keys, spec.fixedKeys, spec.scope != nullptr, {}});
    place();
    emit changed();
    return made;
}

void ActionRegistry::setKeymap(const Keymap &map)
{
    m_keymap = map;
    place();
}

std::vector<KeyWish> ActionRegistry::wishes() const
{
    std::vector<KeyWish> list;
    list.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        list.push_back({entry.id, entry.context, entry.defaults, entry.fixed});
    return list;
}

void ActionRegistry::place()
{
    if (m_batches > 0)
        return;
    const auto keys = assignKeys(wishes(), m_keymap);
    bool moved = false;
    for (Entry &entry : m_entries) {
        const QList<QKeySequence> now = keys.value(entry.id);
        if (now == entry.keys)
            continue;
        moved = true;
        entry.keys = now;
        QList<QKeySequence> installed = now;
        installed.removeIf([&](const QKeySequence &key) { return entry.fixed.contains(key); });
        const bool inside = entry.scoped && std::any_of(installed.begin(), installed.end(), movesInsideControls);
        entry.action->setShortcutContext(inside ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
        entry.action->setShortcuts(installed);
        const QString title = entry.action->iconText();
        const QString key = entry.keyText();
        entry.action->setToolTip(key.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, key));
    }
    if (moved)
        emit keysChanged();
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
    place();
    emit changed();
}

const ActionRegistry::Entry *ActionRegistry::entry(const QString &id) const
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.id == id; });
    return it == m_entries.end() ? nullptr : &*it;
}

QAction *ActionRegistry::action(const QString &id) const
{
    const Entry *found = entry(id);
    return found ? found->action : nullptr;
}

QString ActionRegistry::withKeys(const QString &text) const
{
    static const QRegularExpression place(QStringLiteral("\\{([a-zA-Z0-9.]+)\\}"));
    QString result;
    qsizetype at = 0;
    for (auto it = place.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        result += text.mid(at, match.capturedStart() - at);
        at = match.capturedEnd();
        if (const Entry *found = entry(match.captured(1)))
            result += found->keyText().isEmpty() ? tr("“%1”").arg(found->action->iconText()) : found->keyText();
        else
            result += match.captured();
    }
    return result + text.mid(at);
}

QStringList ActionRegistry::conflicts() const
{
    QStringList found;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        for (std::size_t j = i + 1; j < m_entries.size(); ++j) {
            if (!contextsOverlap(m_entries[i].context, m_entries[j].context))
                continue;
            for (const QKeySequence &key : m_entries[i].keys) {
                for (const QKeySequence &other : m_entries[j].keys) {
                    if (keysClash(key, other))
                        found.append(QStringLiteral("%1 %2: %3").arg(m_entries[i].id, m_entries[j].id, key.toString()));
                }
            }
        }
    }
    return found;
}

}  // namespace plumbline::actions
