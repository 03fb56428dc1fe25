// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/actions/commandpalette.h"

#include <QTimer>

#include <algorithm>

namespace plumbline::actions {

CommandPalette::CommandPalette(ActionRegistry &registry, QWidget *window) : ChoicePopup(window), m_registry(registry)
{
    setObjectName(QStringLiteral("commandPalette"));
    setPlaceholder(tr("What do you want to do?"));
    connect(this, &ChoicePopup::chosen, &registry, [&registry](const QString &id) {
        // After the popup is gone: the action may open another one, and focus must be back in the window.
        QTimer::singleShot(0, &registry, [&registry, id] {
            if (QAction *action = registry.action(id))
                action->trigger();
        });
    });
}

void CommandPalette::open()
{
    std::vector<Choice> choices;
    for (const ActionRegistry::Entry &entry : m_registry.entries()) {
        if (!entry.action->isVisible())
            continue;
        Choice choice;
        choice.id = entry.id;
        choice.text = QStringLiteral("%1: %2").arg(entry.group, entry.action->iconText());
        choice.detail = entry.keyText();
        choice.search = entry.action->iconText();
        choice.icon = entry.action->icon();
        choice.enabled = entry.action->isEnabled();
        choices.push_back(std::move(choice));
    }
    setChoices(std::move(choices));
    const QWidget *window = parentWidget();
    const int width = std::min(640, window->width() - 32);
    popup(window->mapToGlobal(QPoint((window->width() - width) / 2, 48)), width);
}

}  // namespace plumbline::actions
