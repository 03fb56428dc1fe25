// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>
#include <QSet>
#include <QString>

class QDockWidget;
class QMainWindow;

namespace plumbline::workstation {

/// The panels around the view: dragged, tabbed, floated to another screen, hidden, and back to how they were. Main thread only.
class Docks final : public QObject
{
    Q_OBJECT

public:
    /// The window must outlive it.
    explicit Docks(QMainWindow &window);

    /// The dock owns the widget; shown at its first place by reset(), as a tab `behind` another one if there is one.
    QDockWidget *add(const QString &name, const QString &title, QWidget *widget, Qt::DockWidgetArea area, int share,
                     QDockWidget *behind = nullptr);
    [[nodiscard]] const QList<QDockWidget *> &all() const { return m_docks; }
    [[nodiscard]] QDockWidget *find(const QString &name) const;

    /// Every panel where it is in a fresh window.
    void reset();
    [[nodiscard]] QByteArray save() const;
    /// False when it is not a layout; then nothing changes.
    bool restore(const QByteArray &state);
    void setShown(bool shown);
    /// In front of what it shares its place with.
    static void reveal(QDockWidget *dock);
    void toggle(QDockWidget *dock);
    /// A tab behind another is hidden to the eye, whatever Qt says.
    [[nodiscard]] bool inSight(const QDockWidget *dock) const { return m_inSight.contains(dock); }
    static void toggleFloating(QDockWidget *dock);

private:
    struct Place {
        Qt::DockWidgetArea area;
        int share;  ///< of its side, device-independent pixels
        QDockWidget *behind;
    };
    [[nodiscard]] Qt::DockWidgetArea sideOf(Qt::DockWidgetArea area) const;
    void refreshTitles();

    QMainWindow &m_window;
    QList<QDockWidget *> m_docks;
    QList<Place> m_places;
    QSet<const QDockWidget *> m_inSight;
};

}  // namespace plumbline::workstation
