// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

class QWidget;

namespace plumbline::workstation {

/// Walks the keyboard focus around the parts of the window, and back to where it was inside each. Main thread only.
class Panes final : public QObject
{
    Q_OBJECT

public:
    explicit Panes(QObject *parent);

    /// In walking order; hidden ones are passed over.
    void add(QWidget *pane);
    void go(int step);

private:
    [[nodiscard]] QWidget *entrance(QWidget *pane) const;

    QList<QPointer<QWidget>> m_panes;
    QHash<QWidget *, QPointer<QWidget>> m_last;
};

}  // namespace plumbline::workstation
