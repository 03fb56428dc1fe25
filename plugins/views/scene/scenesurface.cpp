// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/scenesurface.h"

#include "widgets/panels/emptystate.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr int flyMilliseconds = 16;
constexpr double clickPixels = 4;

bool isFlyKey(int key)
{
    return key == Qt::Key_W || key == Qt::Key_A || key == Qt::Key_S || key == Qt::Key_D || key == Qt::Key_Q || key == Qt::Key_E;
}

}  // namespace

SceneInput::~SceneInput() = default;

SceneSurface::SceneSurface(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("sceneSurface"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Scene"));
    setAccessibleDescription(tr("Points of the sweep with the boxes drawn on them"));
    if (openGlWorks()) {
        m_canvas = new CloudCanvas(this);
        connect(m_canvas, &CloudCanvas::failed, this, [this](const QString &why) {
            m_canvas->hide();
            m_canvas->deleteLater();
            m_canvas = nullptr;
            emit pointsUnavailable(why);
        });
    }
    m_overlay = new SceneOverlay(this);
    m_message = new panels::EmptyState(this);
    m_message->hide();
    m_flyTimer.setInterval(flyMilliseconds);
    connect(&m_flyTimer, &QTimer::timeout, this, &SceneSurface::fly);
    setCamera(m_camera);
}

void SceneSurface::setCamera(const ViewCamera &camera)
{
    m_camera = camera;
    if (m_canvas)
        m_canvas->setCamera(camera);
    m_overlay->setCamera(camera);
    emit cameraChanged();
}

void SceneSurface::setMessage(const QString &icon, const QString &title, const QString &text)
{
    m_messageTitle = title;
    m_message->setVisible(!title.isEmpty());
    if (!title.isEmpty())
        m_message->setWords(icon, title, text);
}

void SceneSurface::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_canvas)
        m_canvas->setGeometry(rect());
    m_overlay->setGeometry(rect());
    m_message->setGeometry(rect());
    emit cameraChanged();
}

void SceneSurface::paintEvent(QPaintEvent *)
{
    if (m_canvas)
        return;
    QPainter(this).fillRect(rect(), theme::themeOf(palette()).colour(theme::Token::Surface0));
}

bool SceneSurface::event(QEvent *event)
{
    // While the right button is held the letters steer; otherwise they keep their meaning.
    if (event->type() == QEvent::ShortcutOverride && isFlying() && isFlyKey(static_cast<QKeyEvent *>(event)->key())) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void SceneSurface::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    if (m_dragging != Qt::NoButton)
        return;
    m_dragging = event->button();
    m_pressed = m_last = event->position();
    m_moved = false;
    m_toolDrags = m_dragging == Qt::LeftButton && m_input && m_input->press(event->position(), event->modifiers());
}

void SceneSurface::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    const QPointF by = at - m_last;
    m_last = at;
    if (m_dragging == Qt::NoButton) {
        if (m_input)
            m_input->hover(at);
        return;
    }
    if (m_toolDrags) {
        m_input->drag(at, event->modifiers());
        return;
    }
    if (!m_moved && QLineF(m_pressed, at).length() < clickPixels) {
        m_last = m_pressed;
        return;
    }
    m_moved = true;
    ViewCamera camera = m_camera;
    const bool pans = m_dragging == Qt::MiddleButton
                      || (m_dragging == Qt::LeftButton && (camera.parallel != event->modifiers().testFlag(Qt::ShiftModifier)));
    if (pans)
        camera.pan(by, size());
    else if (m_dragging == Qt::LeftButton)
        camera.orbit(by);
    else
        camera.look(by * 0.6);
    setCamera(camera);
}

void SceneSurface::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != m_dragging)
        return;
    const bool left = m_dragging == Qt::LeftButton;
    m_dragging = Qt::NoButton;
    stopFlying();
    if (std::exchange(m_toolDrags, false))
        m_input->release(event->position(), event->modifiers());
    else if (left && !m_moved && m_input)
        m_input->clicked(event->position(), event->modifiers());
}

void SceneSurface::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (m_input && m_input->wheel(event->angleDelta().y(), event->position(), event->modifiers()))
        return;
    ViewCamera camera = m_camera;
    camera.zoom(std::pow(1.0015, event->angleDelta().y()), event->position(), size());
    setCamera(camera);
}

void SceneSurface::keyPressEvent(QKeyEvent *event)
{
    if (isFlying() && isFlyKey(event->key())) {
        m_flyKeys.insert(event->key());
        if (!m_flyTimer.isActive()) {
            m_flyTimer.start();
            fly();
        }
        return;
    }
    QWidget::keyPressEvent(event);
}

void SceneSurface::keyReleaseEvent(QKeyEvent *event)
{
    if (!event->isAutoRepeat())
        m_flyKeys.remove(event->key());
    if (m_flyKeys.isEmpty())
        m_flyTimer.stop();
    QWidget::keyReleaseEvent(event);
}

void SceneSurface::fly()
{
    // As fast as what is looked at is far: the whole way in about two seconds.
    const double speed = std::clamp(m_camera.distance, 2.0, 200.0) * 0.5 * flyMilliseconds / 1000;
    const auto axis = [this](int more, int less) { return double(m_flyKeys.contains(more)) - double(m_flyKeys.contains(less)); };
    ViewCamera camera = m_camera;
    camera.fly(speed * axis(Qt::Key_W, Qt::Key_S), speed * axis(Qt::Key_D, Qt::Key_A), speed * axis(Qt::Key_E, Qt::Key_Q));
    setCamera(camera);
}

void SceneSurface::stopFlying()
{
    m_flyKeys.clear();
    m_flyTimer.stop();
}

void SceneSurface::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (m_input)
        m_input->leave();
}

void SceneSurface::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    stopFlying();
}

}  // namespace plumbline::sceneview
