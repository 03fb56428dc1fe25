// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/docks.h"

#include "widgets/panels/docktitle.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QTabWidget>
#include <QTimer>

#include <algorithm>

namespace plumbline::workstation {

namespace {

constexpr int stateVersion = 2;
constexpr int leftWidth = 240;
constexpr int rightWidth = 280;
constexpr int bottomHeight = 140;

}  // namespace

Docks::Docks(QMainWindow &window) : QObject(&window), m_window(window)
{
    window.setDockOptions(QMainWindow::AnimatedDocks | QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks
                          | QMainWindow::GroupedDragging);
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
}

QDockWidget *Docks::add(const QString &name, const QString &title, QWidget *widget, Qt::DockWidgetArea area, int share, QDockWidget *behind)
{
    auto *dock = new QDockWidget(title, &m_window);
    dock->setObjectName(name);
    dock->setAccessibleName(title);
    dock->setWidget(widget);
    widget->show();
    dock->setTitleBarWidget(new panels::DockTitle(dock));
    dock->setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetFloatable);
    m_docks.append(dock);
    m_places.append({area, share, behind});
    // Qt tells about tabs piecemeal; what came of it is seen once it is done.
    const auto later = [this] { QTimer::singleShot(0, this, &Docks::refreshTitles); };
    connect(dock, &QDockWidget::dockLocationChanged, this, later);
    connect(dock, &QDockWidget::topLevelChanged, this, later);
    connect(dock, &QDockWidget::visibilityChanged, this, later);
    connect(dock, &QDockWidget::visibilityChanged, this, [this, dock](bool inSight) {
        if (inSight)
            m_inSight.insert(dock);
        else
            m_inSight.remove(dock);
    });
    return dock;
}

QDockWidget *Docks::find(const QString &name) const
{
    const auto it = std::find_if(m_docks.begin(), m_docks.end(), [&](const QDockWidget *dock) { return dock->objectName() == name; });
    return it == m_docks.end() ? nullptr : *it;
}

// The queue stands where reading begins, which Qt leaves to us.
Qt::DockWidgetArea Docks::sideOf(Qt::DockWidgetArea area) const
{
    if (m_window.layoutDirection() == Qt::LeftToRight || (area != Qt::LeftDockWidgetArea && area != Qt::RightDockWidgetArea))
        return area;
    return area == Qt::LeftDockWidgetArea ? Qt::RightDockWidgetArea : Qt::LeftDockWidgetArea;
}

void Docks::reset()
{
    for (QDockWidget *dock : std::as_const(m_docks)) {
        dock->setFloating(false);
        m_window.removeDockWidget(dock);
    }
    QDockWidget *firstBelow = nullptr;
    QDockWidget *lastBelow = nullptr;
    QList<QDockWidget *> upright;
    QList<int> heights;
    QDockWidget *left = nullptr;
    QDockWidget *right = nullptr;
    for (qsizetype i = 0; i < m_docks.size(); ++i) {
        QDockWidget *dock = m_docks[i];
        m_window.addDockWidget(sideOf(m_places[i].area), dock);
        dock->show();
        if (QDockWidget *before = m_places[i].behind) {
            m_window.tabifyDockWidget(before, dock);
            before->raise();
            continue;
        }
        if (m_places[i].area == Qt::BottomDockWidgetArea) {
            if (lastBelow)
                m_window.tabifyDockWidget(lastBelow, dock);
            else
                firstBelow = dock;
            lastBelow = dock;
            continue;
        }
        (m_places[i].area == Qt::LeftDockWidgetArea ? left : right) = dock;
        if (m_places[i].area == Qt::RightDockWidgetArea) {
            upright.append(dock);
            heights.append(m_places[i].share);
        }
    }
    if (left && right)
        m_window.resizeDocks({left, right}, {leftWidth, rightWidth}, Qt::Horizontal);
    m_window.resizeDocks(upright, heights, Qt::Vertical);
    if (firstBelow) {
        firstBelow->raise();
        m_window.resizeDocks({firstBelow}, {bottomHeight}, Qt::Vertical);
    }
    refreshTitles();
}

QByteArray Docks::save() const
{
    return m_window.saveState(stateVersion);
}

bool Docks::restore(const QByteArray &state)
{
    const bool restored = m_window.restoreState(state, stateVersion);
    // Panels that came with a later version of the program are in no older layout.
    for (qsizetype i = 0; restored && i < m_docks.size(); ++i) {
        if (m_window.dockWidgetArea(m_docks[i]) != Qt::NoDockWidgetArea || m_docks[i]->isFloating())
            continue;
        m_window.addDockWidget(sideOf(m_places[i].area), m_docks[i]);
        if (QDockWidget *before = m_places[i].behind; before && !before->isFloating()) {
            m_window.tabifyDockWidget(before, m_docks[i]);
            before->raise();
        }
        m_docks[i]->show();
    }
    refreshTitles();
    return restored;
}

void Docks::setShown(bool shown)
{
    for (QDockWidget *dock : std::as_const(m_docks))
        dock->setVisible(shown);
}

void Docks::reveal(QDockWidget *dock)
{
    dock->show();
    dock->raise();
}

void Docks::toggle(QDockWidget *dock)
{
    if (inSight(dock))
        dock->hide();
    else
        reveal(dock);
}

void Docks::toggleFloating(QDockWidget *dock)
{
    dock->show();
    dock->setFloating(!dock->isFloating());
    dock->raise();
}

void Docks::refreshTitles()
{
    for (QDockWidget *dock : std::as_const(m_docks)) {
        const QList<QDockWidget *> beside = m_window.tabifiedDockWidgets(dock);
        const bool tabbed = std::any_of(beside.begin(), beside.end(), [](const QDockWidget *other) { return !other->isHidden(); });
        if (auto *title = qobject_cast<panels::DockTitle *>(dock->titleBarWidget()))
            title->setTabbed(tabbed && !dock->isFloating());
    }
}

}  // namespace plumbline::workstation
