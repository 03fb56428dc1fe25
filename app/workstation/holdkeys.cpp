// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/holdkeys.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QTimer>

namespace plumbline::workstation {

namespace {

// Shorter than this, letting go late is sloppiness, not a wish.
constexpr int holdMilliseconds = 250;

}  // namespace

HoldKeys::HoldKeys(std::function<void(const QString &)> back, QObject *parent) : QObject(parent), m_back(std::move(back))
{
    QCoreApplication::instance()->installEventFilter(this);
}

HoldKeys::~HoldKeys() = default;

void HoldKeys::chosen(const QString &before)
{
    if (m_pressed == 0 || m_held != 0)
        return;
    m_before = before;
    m_held = m_pressed;
    m_used = false;
    m_released = false;
    m_time.start();
}

void HoldKeys::stop()
{
    const bool back = m_used && m_time.elapsed() >= holdMilliseconds;
    m_held = 0;
    if (back)
        m_back(m_before);
}

bool HoldKeys::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    // Shortcuts eat the press itself; this comes before them.
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!key->isAutoRepeat())
            m_pressed = key->key();
        break;
    }
    case QEvent::KeyRelease: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->isAutoRepeat())
            break;
        if (key->key() == m_pressed)
            m_pressed = 0;
        if (m_held == 0 || key->key() != m_held)
            break;
        // A drag is not cut off.
        if (QGuiApplication::mouseButtons() == Qt::NoButton)
            stop();
        else
            m_released = true;
        break;
    }
    case QEvent::MouseButtonPress:
        m_used = m_used || m_held != 0;
        break;
    case QEvent::MouseButtonRelease:
        if (m_released) {
            m_released = false;
            // After the tool has had the release itself.
            QTimer::singleShot(0, this, &HoldKeys::stop);
        }
        break;
    case QEvent::ApplicationDeactivate:
        m_pressed = 0;
        m_held = 0;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace plumbline::workstation
