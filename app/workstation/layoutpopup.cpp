// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/layoutpopup.h"

#include "app/workstation/docks.h"
#include "app/workstation/layouts.h"
#include "widgets/theme/icons.h"

namespace plumbline::workstation {

namespace {

const QString defaultId = QStringLiteral(":default");

}  // namespace

LayoutPopup::LayoutPopup(Layouts &layouts, Docks &docks, QWidget *window)
    : actions::ChoicePopup(window), m_layouts(layouts), m_docks(docks)
{
    setObjectName(QStringLiteral("layoutPopup"));
    setPlaceholder(tr("Choose a layout, or type a name to save this one"));
    setCreateText(tr("Save this layout as “%1”"));
    connect(this, &ChoicePopup::chosen, this, [this](const QString &id) {
        if (id == defaultId) {
            m_docks.reset();
            emit said(tr("The panels are where they were at first."));
        } else if (m_docks.restore(m_layouts.layout(id))) {
            emit said(tr("Layout “%1”").arg(id));
        } else {
            emit said(tr("The layout “%1” cannot be read.").arg(id));
        }
    });
    connect(this, &ChoicePopup::createRequested, this, [this](const QString &name) {
        const auto kept = m_layouts.put(name, m_docks.save());
        emit said(kept ? tr("This layout is kept as “%1”.").arg(name) : kept.error().text);
    });
}

void LayoutPopup::open()
{
    std::vector<actions::Choice> choices;
    for (const QString &name : m_layouts.names()) {
        actions::Choice choice;
        choice.id = name;
        choice.text = name;
        choice.icon = theme::themedIcon(QStringLiteral("float"));
        choices.push_back(std::move(choice));
    }
    actions::Choice first;
    first.id = defaultId;
    first.text = tr("Default layout");
    first.icon = theme::themedIcon(QStringLiteral("undo"));
    choices.push_back(std::move(first));
    setChoices(std::move(choices));
    const QWidget *window = parentWidget();
    const int width = std::min(480, window->width() - 32);
    popup(window->mapToGlobal(QPoint((window->width() - width) / 2, 48)), width);
}

}  // namespace plumbline::workstation
