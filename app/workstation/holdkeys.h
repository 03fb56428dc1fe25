// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <functional>

namespace plumbline::workstation {

/// A tool's key that is tapped changes to the tool; one that is held while the mouse works gives it only for as long: when
/// it is let go, the tool of before is back. Main thread only.
class HoldKeys final : public QObject
{
    Q_OBJECT

public:
    /// `back` is given the id of the tool of before.
    HoldKeys(std::function<void(const QString &)> back, QObject *parent);
    ~HoldKeys() override;

    /// A tool has just been chosen; does nothing when it was not by a key that is still down.
    void chosen(const QString &before);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void stop();

    std::function<void(const QString &)> m_back;
    QString m_before;
    int m_pressed = 0;  // the key that went down last, 0 = none
    int m_held = 0;
    bool m_used = false;
    bool m_released = false;
    QElapsedTimer m_time;
};

}  // namespace plumbline::workstation
