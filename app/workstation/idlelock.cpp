// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/idlelock.h"

#include <QCoreApplication>
#include <QEvent>

namespace plumbline::workstation {

using std::chrono::milliseconds;

IdleLock::IdleLock(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::look);
    m_sinceInput.start();
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleLock::setPatience(milliseconds patience)
{
    m_patience = patience;
    m_sinceInput.restart();
    if (patience > milliseconds::zero())
        m_timer.start(patience);
    else
        m_timer.stop();
}

// Input only marks the time: a timer set anew with each move of the mouse would cost more than it is worth.
bool IdleLock::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
        m_sinceInput.restart();
        if (m_patience > milliseconds::zero() && !m_timer.isActive())
            m_timer.start(m_patience);
        break;
    default: break;
    }
    return false;
}

void IdleLock::look()
{
    const milliseconds rest = m_patience - milliseconds(m_sinceInput.elapsed());
    if (rest > milliseconds::zero())
        m_timer.start(rest);
    else
        emit idle();
}

}  // namespace plumbline::workstation
