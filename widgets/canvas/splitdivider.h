// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QWidget>

namespace plumbline::canvas {

class ImageCanvas;

/// The line between the two sides of a split canvas; dragged with the mouse, or with the arrow keys when it has the focus.
/// Child of the canvas. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT SplitDivider final : public QWidget
{
    Q_OBJECT

public:
    explicit SplitDivider(ImageCanvas &canvas);

    /// Words on its two sides.
    void setWords(const QString &left, const QString &right);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void setPart(double part);
    void place();

    ImageCanvas &m_canvas;
    double m_part = 0.5;  // of the canvas's width
    double m_grip = 0;    // where on the line the mouse holds it
};

}  // namespace plumbline::canvas
