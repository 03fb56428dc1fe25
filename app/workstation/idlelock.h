// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace plumbline::workstation {

/// Says that nobody is here: no key, mouse, wheel, pen or finger in any window of the program for a while. Main thread only.
class IdleLock final : public QObject
{
    Q_OBJECT

public:
    explicit IdleLock(QObject *parent = nullptr);

    /// Zero = never. Begins to wait anew.
    void setPatience(std::chrono::milliseconds patience);
    [[nodiscard]] std::chrono::milliseconds patience() const { return m_patience; }

signals:
    /// Once, until there was input again.
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void look();

    std::chrono::milliseconds m_patience{0};
    QElapsedTimer m_sinceInput;
    QTimer m_timer;
};

}  // namespace plumbline::workstation
