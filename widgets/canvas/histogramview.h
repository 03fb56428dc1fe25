// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/display.h"

#include <QWidget>

namespace plumbline::canvas {

/// How often which numbers occur, with the window from black to white as two lines that can be dragged; between them both
/// move. The counts are drawn as square roots, so that rare numbers are seen. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT HistogramView final : public QWidget
{
    Q_OBJECT

public:
    explicit HistogramView(QWidget *parent = nullptr);

    void setHistogram(const Histogram &histogram);
    void setWindow(const DisplayWindow &window);
    [[nodiscard]] QSize sizeHint() const override { return {240, 84}; }

signals:
    void windowDragged(const plumbline::canvas::DisplayWindow &window);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    enum class Grip { None, Low, High, Both };

    /// A little more than the numbers and the window take.
    [[nodiscard]] DisplayWindow shownRange() const;
    [[nodiscard]] double xOf(double value) const;
    [[nodiscard]] double valueOf(double x) const;
    [[nodiscard]] Grip gripAt(double x) const;

    Histogram m_histogram;
    DisplayWindow m_window;
    DisplayWindow m_range;  // frozen while dragging
    Grip m_grip = Grip::None;
    double m_last = 0;
};

}  // namespace plumbline::canvas
