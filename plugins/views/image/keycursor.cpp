// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/keycursor.h"

#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace plumbline::imageview {

namespace {

constexpr int side = 49;   // odd: one pixel is the middle
constexpr int half = side / 2;
constexpr int gap = 5;     // around the middle, which must stay in sight
constexpr int edge = 24;   // from here on the picture moves instead
constexpr double mouseTravel = 4;  // a desk that shakes is no wish

}  // namespace

KeyCursor::KeyCursor(canvas::ImageCanvas &canvas, std::function<void()> cancel)
    : QWidget(&canvas), m_canvas(canvas), m_cancel(std::move(cancel))
{
    setObjectName(QStringLiteral("keyCursor"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Crosshair"));
    setFixedSize(side, side);
    hide();
    m_canvas.installEventFilter(this);
    connect(&m_canvas, &canvas::ImageCanvas::viewChanged, this, &KeyCursor::follow);
}

void KeyCursor::begin()
{
    if (isVisible() || !m_canvas.picture())
        return;
    m_mouse.reset();
    if (!m_placed || !m_canvas.rect().contains(m_at.toPoint())) {
        const QRectF seen = m_canvas.view().rectOf(*m_canvas.imageBox()).intersected(QRectF(m_canvas.rect()));
        m_at = seen.center().toPoint();
        m_placed = true;
    }
    show();
    raise();
    put(m_at);
    emit began();
}

void KeyCursor::end()
{
    if (m_down)
        m_cancel();
    forgetButton();
    hide();
}

void KeyCursor::forgetButton()
{
    m_down = false;
    m_space = false;
    update();
}

// Towards what lies beyond the edge the picture moves under the crosshair.
void KeyCursor::moveBy(QPointF step)
{
    if (!m_canvas.picture())
        return;
    begin();
    const QRectF all(m_canvas.rect());
    const QRectF picture = m_canvas.view().rectOf(*m_canvas.imageBox());
    const double left = picture.left() < all.left() ? edge : 0;
    const double top = picture.top() < all.top() ? edge : 0;
    const double right = all.width() - 1 - (picture.right() > all.right() ? edge : 0);
    const double bottom = all.height() - 1 - (picture.bottom() > all.bottom() ? edge : 0);
    const QPointF wanted = m_at + step;
    const QPointF at(std::clamp(wanted.x(), left, std::max(left, right)), std::clamp(wanted.y(), top, std::max(top, bottom)));
    const QPointF beyond = wanted - at;
    const QPointF pan((beyond.x() < 0 && left > 0) || (beyond.x() > 0 && right < all.width() - 1) ? -beyond.x() : 0,
                      (beyond.y() < 0 && top > 0) || (beyond.y() > 0 && bottom < all.height() - 1) ? -beyond.y() : 0);
    if (!pan.isNull()) {
        m_moving = true;
        m_canvas.panBy(pan);
        m_moving = false;
    }
    put(at);
}

void KeyCursor::put(QPointF at)
{
    m_at = at;
    m_image = m_canvas.view().toImage(m_at);
    move(m_at.toPoint() - QPoint(half, half));
    setAccessibleDescription(tr("%1, %2 in the picture").arg(qRound(m_image.x)).arg(qRound(m_image.y)));
    send(QEvent::MouseMove, Qt::NoButton);
}

void KeyCursor::follow()
{
    if (m_moving || !isVisible())
        return;
    m_at = m_canvas.view().toScreen(m_image);
    move(m_at.toPoint() - QPoint(half, half));
}

void KeyCursor::toggleButton()
{
    setButton(!m_down);
}

void KeyCursor::setButton(bool down)
{
    if (down == m_down)
        return;
    m_down = down;
    update();
    send(down ? QEvent::MouseButtonPress : QEvent::MouseButtonRelease, Qt::LeftButton);
}

void KeyCursor::send(QEvent::Type type, Qt::MouseButton button)
{
    QMouseEvent event(type, m_at, m_canvas.mapToGlobal(m_at), button, m_down ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
    m_sending = true;
    QCoreApplication::sendEvent(&m_canvas, &event);
    m_sending = false;
}

bool KeyCursor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_canvas || !isVisible() || m_sending)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool pressed = event->type() == QEvent::KeyPress;
        // A release that belongs to a press of before is not ours.
        if (key->key() != Qt::Key_Space || (pressed ? key->modifiers() != Qt::NoModifier : !m_space))
            break;
        if (!key->isAutoRepeat()) {
            m_space = pressed;
            setButton(pressed);
        }
        return true;
    }
    case QEvent::FocusOut:
        if (m_down) {
            m_cancel();
            forgetButton();
        }
        break;
    case QEvent::MouseMove: {
        const QPointF at = static_cast<QMouseEvent *>(event)->position();
        if (!m_mouse)
            m_mouse = at;
        else if ((at - *m_mouse).manhattanLength() > mouseTravel)
            end();
        break;
    }
    case QEvent::MouseButtonPress: end(); break;
    case QEvent::Leave:
        // The mouse goes; what it stood for stays.
        return true;
    default: break;
    }
    return QWidget::eventFilter(watched, event);
}

void KeyCursor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor accent = theme::themeOf(palette()).colour(theme::Token::Accent);
    const auto cross = [&](const QColor &colour, int width) {
        painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(0, half, half - gap, half);
        painter.drawLine(half + gap, half, side - 1, half);
        painter.drawLine(half, 0, half, half - gap);
        painter.drawLine(half, half + gap, half, side - 1);
    };
    cross(QColor(0, 0, 0, 200), 5);
    cross(QColor(255, 255, 255), 3);
    cross(accent, 1);
    // Down: a ring, not only another colour.
    if (m_down) {
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF ring = QRectF(rect()).adjusted(half - 12, half - 12, 12 - half, 12 - half);
        painter.setPen(QPen(QColor(0, 0, 0, 200), 5));
        painter.drawEllipse(ring);
        painter.setPen(QPen(QColor(255, 255, 255), 3));
        painter.drawEllipse(ring);
    }
}

}  // namespace plumbline::imageview
