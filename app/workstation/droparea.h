// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace plumbline::workstation {

/// Lies over the window while something is dragged over it and says what a drop would do. Main thread only.
class DropArea final : public QWidget
{
    Q_OBJECT

public:
    explicit DropArea(QWidget *window);
    void announce(const QString &what, const QString &detail);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_what;
    QString m_detail;
};

}  // namespace plumbline::workstation
