// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

#include <functional>

class QWidget;

namespace plumbline::workstation {

/// Walks the keyboard focus around the parts of the window, and back to where it was inside each. Main thread only.
class Panes final : public QObject
{
    Q_OBJECT

public:
    explicit Panes(QObject *parent);

    /// In walking order; passed over while hidden, or while `there` says that it cannot be seen.
    void add(QWidget *pane, std::function<bool()> there = {});
    void go(int step);

private:
    struct Pane {
        QPointer<QWidget> widget;
        std::function<bool()> there;
    };
    [[nodiscard]] QWidget *entrance(const Pane &pane) const;

    QList<Pane> m_panes;
    QHash<QWidget *, QPointer<QWidget>> m_last;
};

}  // namespace plumbline::workstation
