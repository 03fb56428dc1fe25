// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/splitdivider.h"

#include "widgets/canvas/imagecanvas.h"
#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace plumbline::canvas {

namespace {

constexpr int thickness = 11;
constexpr double keyStep = 0.02;

}  // namespace

SplitDivider::SplitDivider(ImageCanvas &canvas) : QWidget(&canvas), m_canvas(canvas)
{
    setObjectName(QStringLiteral("splitDivider"));
    setCursor(Qt::SplitHCursor);
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(tr("Line between the compared layers"));
    canvas.installEventFilter(this);
    hide();
}

void SplitDivider::setWords(const QString &left, const QString &right)
{
    setAccessibleDescription(tr("%1 on the left, %2 on the right").arg(left, right));
    setToolTip(accessibleDescription());
}

void SplitDivider::setPart(double part)
{
    m_part = std::clamp(part, 0.0, 1.0);
    place();
}

void SplitDivider::place()
{
    const double x = m_part * m_canvas.width();
    setGeometry(static_cast<int>(x) - thickness / 2, 0, thickness, m_canvas.height());
    if (isVisibleTo(&m_canvas))
        m_canvas.setDivider(static_cast<int>(x));
}

bool SplitDivider::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_canvas && event->type() == QEvent::Resize)
        place();
    return false;
}

void SplitDivider::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    place();
}

void SplitDivider::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    // Hidden with its window it comes back with it.
    if (isHidden())
        m_canvas.setDivider(std::nullopt);
}

void SplitDivider::mousePressEvent(QMouseEvent *event)
{
    m_grip = event->position().x() - thickness / 2.0;
}

void SplitDivider::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        setPart((mapToParent(event->position()).x() - m_grip) / std::max(1, m_canvas.width()));
}

void SplitDivider::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Left)
        setPart(m_part - keyStep);
    else if (event->key() == Qt::Key_Right)
        setPart(m_part + keyStep);
    else
        QWidget::keyPressEvent(event);
}

void SplitDivider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int x = thickness / 2;
    painter.fillRect(x - 1, 0, 3, height(), QColor(8, 10, 12, 190));
    painter.fillRect(x, 0, 1, height(), Qt::white);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(QColor(8, 10, 12), 1));
    painter.setBrush(theme::themeOf(palette()).colour(theme::Token::Accent));
    painter.drawRoundedRect(QRectF(1.5, height() / 2.0 - 18, thickness - 3, 36), 4, 4);
}

}  // namespace plumbline::canvas
