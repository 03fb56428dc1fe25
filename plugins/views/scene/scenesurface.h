// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/cloudcanvas.h"
#include "plugins/views/scene/sceneoverlay.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

namespace plumbline::panels {
class EmptyState;
}

namespace plumbline::sceneview {

/// What a tool does with the left mouse button over a scene. Pixels of the surface.
class SceneInput
{
public:
    virtual ~SceneInput();
    /// True: the drag is the tool's; otherwise it moves the camera, and ends as clicked() when it did not move.
    [[nodiscard]] virtual bool press(QPointF at, Qt::KeyboardModifiers modifiers) = 0;
    virtual void drag(QPointF at, Qt::KeyboardModifiers modifiers) = 0;
    virtual void release(QPointF at, Qt::KeyboardModifiers modifiers) = 0;
    virtual void clicked(QPointF at, Qt::KeyboardModifiers modifiers) = 0;
    virtual void hover(QPointF at) = 0;
    virtual void leave() = 0;
    /// True: the turn of the wheel is the tool's; otherwise it goes nearer or further. Eighths of a degree.
    [[nodiscard]] virtual bool wheel(double, QPointF, Qt::KeyboardModifiers) { return false; }
};

/// A scene with its camera: points, overlay, and the mouse and keys that move the camera. Left drag turns (in parallel views:
/// moves), middle drag or Shift moves, the wheel goes nearer, the right button held looks around and W A S D Q E fly. Works
/// without OpenGL, then without points. Main thread only.
class SceneSurface final : public QWidget
{
    Q_OBJECT

public:
    explicit SceneSurface(QWidget *parent = nullptr);

    void setInput(SceneInput *input) { m_input = input; }
    [[nodiscard]] const ViewCamera &camera() const { return m_camera; }
    void setCamera(const ViewCamera &camera);
    [[nodiscard]] CloudCanvas *canvas() const { return m_canvas; }  ///< null without OpenGL
    [[nodiscard]] SceneOverlay &overlay() const { return *m_overlay; }
    /// Words in the middle instead of a scene; an empty title removes them.
    void setMessage(const QString &icon, const QString &title, const QString &text);
    [[nodiscard]] QString message() const { return m_messageTitle; }
    [[nodiscard]] bool isFlying() const { return m_dragging == Qt::RightButton; }

signals:
    void cameraChanged();
    /// OpenGL does not work here; in words.
    void pointsUnavailable(const QString &why);

protected:
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fly();
    void stopFlying();

    CloudCanvas *m_canvas = nullptr;
    SceneOverlay *m_overlay;
    panels::EmptyState *m_message;
    QString m_messageTitle;
    SceneInput *m_input = nullptr;
    ViewCamera m_camera;
    Qt::MouseButton m_dragging = Qt::NoButton;
    bool m_toolDrags = false;
    bool m_moved = false;
    QPointF m_pressed;
    QPointF m_last;
    QSet<int> m_flyKeys;
    QTimer m_flyTimer;
};

}  // namespace plumbline::sceneview
