// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace plumbline::workstation {

/// Asks why an item cannot be labeled. Goes away when it loses the keys. Main thread only.
class CannotLabelPopup final : public QFrame
{
    Q_OBJECT

public:
    CannotLabelPopup(const QStringList &reasons, QWidget *window);

signals:
    void chosen(const QString &reason, const QString &comment);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void accept();

    QListWidget *m_reasons;
    QLineEdit *m_comment;
};

}  // namespace plumbline::workstation
