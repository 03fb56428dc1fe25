// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace plumbline::panels {

/// What an empty list or view says: one line, and a next step. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);
    /// `button` empty = no button.
    void setWords(const QString &icon, const QString &title, const QString &text, const QString &button = {});

signals:
    void activated();

private:
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_button;
    QString m_iconName;
    void changeEvent(QEvent *event) override;
    void refreshIcon();
};

}  // namespace plumbline::panels
