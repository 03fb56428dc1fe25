// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/panes.h"

#include <QApplication>
#include <QWidget>

namespace plumbline::workstation {

namespace {

bool takesFocus(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && widget.isEnabled() && widget.isVisible() && !widget.focusProxy();
}

}  // namespace

Panes::Panes(QObject *parent) : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        for (const Pane &pane : std::as_const(m_panes)) {
            if (now && pane.widget && pane.widget->isAncestorOf(now))
                m_last.insert(pane.widget, now);
        }
    });
}

void Panes::add(QWidget *pane, std::function<bool()> there)
{
    m_panes.append({pane, std::move(there)});
}

QWidget *Panes::entrance(const Pane &of) const
{
    QWidget *pane = of.widget;
    if (!pane || !pane->isVisible() || (of.there && !of.there()))
        return nullptr;
    if (QWidget *last = m_last.value(pane); last && pane->isAncestorOf(last) && takesFocus(*last))
        return last;
    if (takesFocus(*pane))
        return pane;
    for (QWidget *next = pane->nextInFocusChain(); next && next != pane; next = next->nextInFocusChain()) {
        if (pane->isAncestorOf(next) && takesFocus(*next))
            return next;
    }
    return nullptr;
}

void Panes::go(int step)
{
    const QWidget *focus = QApplication::focusWidget();
    const qsizetype count = m_panes.size();
    qsizetype at = step > 0 ? -1 : count;
    for (qsizetype i = 0; i < count; ++i) {
        const QWidget *pane = m_panes[i].widget;
        if (focus && pane && (pane == focus || pane->isAncestorOf(focus)))
            at = i;
    }
    for (qsizetype tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        QWidget *target = entrance(m_panes[at]);
        if (!target || target == focus)
            continue;
        target->window()->activateWindow();
        target->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return;
    }
}

}  // namespace plumbline::workstation
