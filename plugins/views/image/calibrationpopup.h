// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QCheckBox;
class QDoubleSpinBox;
class QLabel;

namespace plumbline::imageview {

/// Asks how long a line of so many pixels really is. Enter or the button answers; Esc or a click elsewhere does not.
/// Deletes itself when it closes. Main thread only.
class CalibrationPopup final : public QFrame
{
    Q_OBJECT

public:
    /// `millimetres`: what was said before; 0 = nothing.
    CalibrationPopup(double pixels, double millimetres, QWidget *parent);

    void popup(const QPoint &globalTopLeft);

signals:
    void accepted(double millimetres, bool project);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void refresh();
    void accept();

    double m_pixels;
    QDoubleSpinBox *m_length;
    QCheckBox *m_project;
    QLabel *m_scale;
};

}  // namespace plumbline::imageview
