// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/imagecanvas.h"

#include <functional>
#include <optional>

namespace plumbline::imageview {

/// The mouse of those who do not use one: a crosshair over the canvas that keys move, with Space as the left button: a tap
/// clicks, held down it drags. toggleButton() keeps the button down without a finger on it. The canvas is given ordinary
/// mouse events, so every tool works with it; the real mouse takes over as soon as it moves. Pans at the edge of the
/// canvas. Places are in logical pixels of the canvas. Owned by the canvas. Main thread only.
class KeyCursor final : public QWidget
{
    Q_OBJECT

public:
    /// `cancel` drops what the tool is making.
    KeyCursor(canvas::ImageCanvas &canvas, std::function<void()> cancel);

    /// Shows it where it was last, at first in the middle of what is seen of the picture.
    void begin();
    /// Hides it; what is being dragged is dropped.
    void end();
    /// Shows it where it is not shown.
    void moveBy(QPointF step);
    [[nodiscard]] QPointF place() const { return m_at; }
    [[nodiscard]] bool isButtonDown() const { return m_down; }
    void toggleButton();
    /// The button is up again, without the tool being told: it has dropped everything.
    void forgetButton();

signals:
    void began();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void put(QPointF at);
    void follow();
    void setButton(bool down);
    void send(QEvent::Type type, Qt::MouseButton button);

    canvas::ImageCanvas &m_canvas;
    std::function<void()> m_cancel;
    QPointF m_at;
    geometry::Point m_image;  // the same place in the picture: zooming and panning keep it
    bool m_placed = false;
    bool m_down = false;
    bool m_space = false;  // is down, pressed while the crosshair was shown
    bool m_sending = false;
    bool m_moving = false;
    std::optional<QPointF> m_mouse;  // where the real one rests
};

/// Steps of the crosshair in logical pixels of the screen.
inline constexpr double cursorStep = 10;
inline constexpr double cursorFarStep = 50;
inline constexpr double cursorFineStep = 1;

}  // namespace plumbline::imageview
