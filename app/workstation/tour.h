// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace plumbline::workstation {

/// A few short cards beside what they speak of. Nothing is blocked: work goes on behind them, and Skip ends them.
/// Main thread only.
class Tour final : public QFrame
{
    Q_OBJECT

public:
    struct Step {
        QString title;
        QString text;
        std::function<QWidget *()> target;  ///< looked up when the step is shown; may give null
    };

    explicit Tour(QWidget *window);

    /// From the first step on; does not take the keys from where they are.
    void begin(std::vector<Step> steps);
    void stop();
    [[nodiscard]] int step() const { return m_step; }
    [[nodiscard]] int steps() const { return static_cast<int>(m_steps.size()); }

signals:
    /// Seen to the end, or declined.
    void ended();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(int step);
    void end();
    void place();

    std::vector<Step> m_steps;
    int m_step = -1;
    QTimer m_front;
    QPointer<QWidget> m_target;
    QWidget *m_ring;
    QLabel *m_number;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_back;
    QPushButton *m_next;
    QPushButton *m_skip;
};

}  // namespace plumbline::workstation
