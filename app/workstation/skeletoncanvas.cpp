// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/skeletoncanvas.h"

#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::workstation {

namespace {

constexpr double radius = 6;
constexpr double reach = 14;
constexpr double margin = 28;
constexpr double keyStep = 0.01;

}  // namespace

SkeletonCanvas::SkeletonCanvas(QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("skeletonCanvas"));
    setAccessibleName(tr("Skeleton template"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumHeight(260);
    setToolTip(tr("Drag joints. Double click adds one."));
}

std::vector<geometry::Point> SkeletonCanvas::completeLayout(const model::Skeleton &skeleton)
{
    std::vector<geometry::Point> layout = skeleton.layout;
    const auto count = static_cast<std::size_t>(skeleton.joints.size());
    layout.resize(std::min(layout.size(), count));
    while (layout.size() < count) {
        const double angle = 2 * std::numbers::pi * static_cast<double>(layout.size()) / static_cast<double>(count);
        layout.push_back({0.5 + 0.4 * std::sin(angle), 0.5 - 0.4 * std::cos(angle)});
    }
    return layout;
}

void SkeletonCanvas::setSkeleton(const model::Skeleton &skeleton)
{
    m_skeleton = skeleton;
    m_layout = completeLayout(skeleton);
    if (m_current >= skeleton.joints.size())
        setCurrent(static_cast<int>(skeleton.joints.size()) - 1);
    m_from = std::min(m_from, static_cast<int>(skeleton.joints.size()) - 1);
    update();
}

void SkeletonCanvas::setMode(Mode mode)
{
    m_from = -1;
    if (mode != m_mode) {
        m_mode = mode;
        emit modeChanged();
    }
    update();
}

void SkeletonCanvas::setCurrent(int joint)
{
    if (joint == m_current)
        return;
    m_current = joint;
    setAccessibleDescription(joint >= 0 && joint < m_skeleton.joints.size() ? m_skeleton.joints[joint] : QString());
    emit currentChanged(joint);
    update();
}

QRectF SkeletonCanvas::area() const
{
    const double side = std::max(1.0, std::min(width(), height()) - 2 * margin);
    return {(width() - side) / 2, (height() - side) / 2, side, side};
}

QPointF SkeletonCanvas::placeOf(int joint) const
{
    const geometry::Point &at = m_layout[static_cast<std::size_t>(joint)];
    const QRectF square = area();
    return {square.x() + at.x * square.width(), square.y() + at.y * square.height()};
}

geometry::Point SkeletonCanvas::toLayout(QPointF place) const
{
    const QRectF square = area();
    return {std::clamp((place.x() - square.x()) / square.width(), 0.0, 1.0), std::clamp((place.y() - square.y()) / square.height(), 0.0, 1.0)};
}

int SkeletonCanvas::jointAt(QPointF place) const
{
    int best = -1;
    double nearest = reach;
    for (int joint = 0; joint < static_cast<int>(m_layout.size()); ++joint) {
        const QPointF away = placeOf(joint) - place;
        const double distance = std::hypot(away.x(), away.y());
        if (distance < nearest) {
            nearest = distance;
            best = joint;
        }
    }
    return best;
}

void SkeletonCanvas::toggle(int from, int to)
{
    model::Skeleton next = m_skeleton;
    auto &pairs = m_mode == Mode::Pair ? next.mirrors : next.edges;
    const auto before = pairs.size();
    std::erase_if(pairs, [&](const auto &pair) { return std::minmax(pair.first, pair.second) == std::minmax(from, to); });
    if (pairs.size() == before) {
        // A joint has one counterpart.
        if (m_mode == Mode::Pair)
            std::erase_if(pairs, [&](const auto &pair) {
                return pair.first == from || pair.second == from || pair.first == to || pair.second == to;
            });
        pairs.emplace_back(from, to);
    }
    emit changed(next);
}

void SkeletonCanvas::paintEvent(QPaintEvent *)
{
    const theme::Theme &colours = theme::themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.colour(theme::Token::Surface0));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.colour(theme::Token::Line), 1));
    painter.drawRect(area());
    const auto line = [&](const std::vector<std::pair<int, int>> &pairs, const QPen &pen) {
        painter.setPen(pen);
        for (const auto &[from, to] : pairs)
            if (from >= 0 && to >= 0 && from < static_cast<int>(m_layout.size()) && to < static_cast<int>(m_layout.size()))
                painter.drawLine(placeOf(from), placeOf(to));
    };
    line(m_skeleton.mirrors, QPen(colours.colour(theme::Token::Text3), 1, Qt::DashLine));
    line(m_skeleton.edges, QPen(colours.colour(theme::Token::Text2), 2));
    if (m_from >= 0) {
        painter.setPen(QPen(colours.colour(theme::Token::Accent), 2, m_mode == Mode::Pair ? Qt::DashLine : Qt::SolidLine));
        painter.drawLine(placeOf(m_from), m_current >= 0 && m_current != m_from ? placeOf(m_current) : m_mouse);
    }
    for (int joint = 0; joint < static_cast<int>(m_layout.size()); ++joint) {
        const QPointF at = placeOf(joint);
        const bool chosen = joint == m_current || joint == m_from;
        painter.setPen(QPen(colours.colour(chosen ? theme::Token::Accent : theme::Token::Text1), 1.5));
        painter.setBrush(chosen ? colours.colour(theme::Token::Accent) : colours.colour(theme::Token::Surface2));
        painter.drawEllipse(at, radius, radius);
        painter.setPen(colours.colour(theme::Token::Text1));
        painter.drawText(at + QPointF(radius + 4, 4), m_skeleton.joints.value(joint));
    }
    if (m_layout.empty()) {
        painter.setPen(colours.colour(theme::Token::Text3));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("No joints yet. A double click here makes one."));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(colours.colour(theme::Token::Focus));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void SkeletonCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int joint = jointAt(event->position());
    m_mouse = event->position();
    if (joint < 0) {
        m_from = -1;
        update();
        return;
    }
    setCurrent(joint);
    if (m_mode == Mode::Move) {
        m_dragging = true;
    } else if (m_from < 0) {
        m_from = joint;
    } else if (m_from != joint) {
        const int from = std::exchange(m_from, -1);
        toggle(from, joint);
    }
    update();
}

void SkeletonCanvas::mouseMoveEvent(QMouseEvent *event)
{
    m_mouse = event->position();
    if (m_dragging && m_current >= 0)
        m_layout[static_cast<std::size_t>(m_current)] = toLayout(event->position());
    if (m_dragging || m_from >= 0)
        update();
}

void SkeletonCanvas::mouseReleaseEvent(QMouseEvent *)
{
    if (!std::exchange(m_dragging, false))
        return;
    model::Skeleton next = m_skeleton;
    next.layout = m_layout;
    if (!(next.layout == completeLayout(m_skeleton)))
        emit changed(next);
}

void SkeletonCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (jointAt(event->position()) < 0)
        emit addRequested(toLayout(event->position()));
}

bool SkeletonCanvas::event(QEvent *event)
{
    // Its keys mean something else in the window behind the dialog.
    if (event->type() == QEvent::ShortcutOverride && !(static_cast<QKeyEvent *>(event)->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        event->accept();
        return true;
    }
    // Tab goes through the joints, and on from the last and the first of them.
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int step = key->key() == Qt::Key_Tab ? 1 : key->key() == Qt::Key_Backtab ? -1 : 0;
        const int next = m_current + step;
        if (step != 0 && next >= 0 && next < static_cast<int>(m_layout.size())) {
            setCurrent(next);
            return true;
        }
    }
    return QWidget::event(event);
}

void SkeletonCanvas::keyPressEvent(QKeyEvent *event)
{
    const auto move = [this](double x, double y) {
        model::Skeleton next = m_skeleton;
        next.layout = m_layout;
        geometry::Point &at = next.layout[static_cast<std::size_t>(m_current)];
        at = {std::clamp(at.x + x, 0.0, 1.0), std::clamp(at.y + y, 0.0, 1.0)};
        emit changed(next);
    };
    if (m_current < 0 || m_current >= static_cast<int>(m_layout.size())) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left: move(-keyStep, 0); return;
    case Qt::Key_Right: move(keyStep, 0); return;
    case Qt::Key_Up: move(0, -keyStep); return;
    case Qt::Key_Down: move(0, keyStep); return;
    case Qt::Key_E:
    case Qt::Key_M:
        setMode(event->key() == Qt::Key_E ? Mode::Join : Mode::Pair);
        m_from = m_current;
        update();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_from >= 0 && m_from != m_current) {
            const int from = std::exchange(m_from, -1);
            toggle(from, m_current);
        }
        return;
    case Qt::Key_Escape:
        if (m_from >= 0 || m_mode != Mode::Move) {
            setMode(Mode::Move);
            return;
        }
        break;
    case Qt::Key_Delete: emit removeRequested(m_current); return;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace plumbline::workstation
