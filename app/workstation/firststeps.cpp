// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/firststeps.h"

#include "app/workstation/docks.h"
#include "app/workstation/mainwindow.h"
#include "app/workstation/settings.h"
#include "app/workstation/tour.h"
#include "app/workstation/viewhost.h"

#include <QDockWidget>
#include <QTimer>
#include <QToolBar>

namespace plumbline::workstation {

FirstSteps::FirstSteps(Settings &settings, MainWindow &window) : QObject(&window), m_settings(settings), m_window(window)
{
}

// Keys as this person has them.
QString FirstSteps::key(const char *action) const
{
    const auto *entry = m_window.registry().entry(QString::fromLatin1(action));
    return entry && !entry->keys.isEmpty() ? entry->keyText() : tr("its button");
}

void FirstSteps::offer()
{
    if (m_settings.tourSeen())
        return;
    // Once the window has found its places.
    QTimer::singleShot(0, this, &FirstSteps::begin);
}

void FirstSteps::stop()
{
    if (m_tour)
        m_tour->stop();
}

void FirstSteps::begin()
{
    if (!m_window.document())
        return;
    if (!m_tour) {
        m_tour = new Tour(&m_window);
        connect(m_tour, &Tour::ended, this, [this] { m_window.viewHost().focusView(); });
    }
    // Whatever becomes of it: once is enough.
    m_settings.setTourSeen(true);
    const auto dock = [this](const char *name) {
        return [this, name]() -> QWidget * { return m_window.docks().find(QString::fromLatin1(name)); };
    };
    const auto item = m_window.document()->item();
    const QString drawing =
        item && item->kind == model::ItemKind::Scene
            ? tr("Choose a tool here or by its key, then drag the footprint of an object. Dragging elsewhere turns the scene, the wheel goes "
                 "nearer; %1 looks from above.")
                  .arg(key("scene.view.top"))
            : tr("Choose a tool here or by its key, then draw in the picture. The wheel zooms; hold Space to move the picture.");
    m_tour->begin({{tr("What is to do"), tr("The queue lists every item. %1 goes on, %2 goes back; the sign says how far each one is.").arg(key("item.next"), key("item.previous")),
                    dock("queueDock")},
                   {tr("Draw"), drawing,
                    [this]() -> QWidget * { return &m_window.viewHost().toolBar(); }},
                   {tr("Name it"), tr("The digits 1 to 9 are your classes. %1 finds the rest by some letters, and makes new ones.").arg(key("label.class")),
                    dock("propertiesDock")},
                   {tr("Hand it in"), tr("%1 submits and goes on. Nothing needs to be saved: every change is on the disk when you see it, and %2 takes it back.")
                                          .arg(key("item.submit"), key("edit.undo")),
                    [this]() -> QWidget * { return m_window.findChild<QWidget *>(QStringLiteral("submitButton")); }},
                   {tr("Find the rest"), tr("%1 searches everything the program can do. %2 shows the keys, %3 says how to label.")
                                             .arg(key("window.palette"), key("window.keys"), key("window.help")),
                    [this]() -> QWidget * { return m_window.findChild<QWidget *>(QStringLiteral("searchButton")); }}});
}

}  // namespace plumbline::workstation
