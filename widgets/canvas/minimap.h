// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

namespace plumbline::canvas {

class ImageCanvas;

/// The whole picture in a corner of its canvas with a frame around what is seen; press or drag to go there. Child of the
/// canvas. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT Minimap final : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(ImageCanvas &canvas);

    /// Size for the present picture.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void refresh();
    void goTo(QPointF place);
    [[nodiscard]] double scale() const;

    ImageCanvas &m_canvas;
    QImage m_small;
    QTimer m_late;  // pictures that are being read change often
};

}  // namespace plumbline::canvas
