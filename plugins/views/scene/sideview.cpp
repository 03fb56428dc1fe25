// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sideview.h"

#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

SideView::SideView(SidePlane plane, QWidget *parent) : QWidget(parent), m_drawing(plane)
{
    setMinimumSize(120, 100);
    setMouseTracking(true);
    setObjectName(plane == SidePlane::Top    ? QStringLiteral("sideTop")
                  : plane == SidePlane::Side ? QStringLiteral("sideSide")
                                             : QStringLiteral("sideFront"));
    setAccessibleName(plane == SidePlane::Top    ? tr("Selected box from above")
                      : plane == SidePlane::Side ? tr("Selected box from the side")
                                                 : tr("Selected box from the front"));
}

void SideView::setBox(const std::optional<SceneBox> &box, std::shared_ptr<const NearPoints> points)
{
    const auto &was = m_drawing.box();
    if (!box || !was || box->id != was->id || box->track != was->track)
        m_drawing.setZoom(1);
    m_drawing.setBox(box, std::move(points));
    update();
}

void SideView::setPreview(const std::optional<geometry::Cuboid> &cuboid)
{
    m_drawing.setPreview(cuboid);
    update();
}

void SideView::setOverlaid(OverlaidPoints points)
{
    m_drawing.setOverlaid(std::move(points));
    update();
}

void SideView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_drawing.setArea(rect());
}

void SideView::paintEvent(QPaintEvent *)
{
    const theme::Theme &theme = theme::themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(theme::Token::Surface0));
    painter.setRenderHint(QPainter::Antialiasing);
    const SidePlane plane = m_drawing.plane();
    if (m_drawing.box()) {
        m_drawing.paintPoints(painter, theme);
        m_drawing.paintShape(painter, theme, true);
    } else if (plane == SidePlane::Side) {
        painter.setPen(theme.colour(theme::Token::Text3));
        painter.drawText(rect().adjusted(8, 8, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("Select a box to see it from three sides."));
    }
    const QFontMetricsF metrics(font());
    const auto chip = [&](const QString &text, bool right) {
        QRectF place(6, 5, metrics.horizontalAdvance(text) + 8, metrics.height() + 2);
        if (right)
            place.moveRight(width() - 6);
        QColor ground = theme.colour(theme::Token::Surface1);
        ground.setAlpha(215);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(place, 3, 3);
        painter.setPen(theme.colour(theme::Token::Text2));
        painter.drawText(place, Qt::AlignCenter, text);
    };
    chip(plane == SidePlane::Top ? tr("Top") : plane == SidePlane::Side ? tr("Side") : tr("Front"), false);
    if (m_drawing.box()) {
        const auto axes = axesOf(plane);
        const geometry::Cuboid &cuboid = m_drawing.shown();
        chip(tr("%1 × %2 m").arg(cuboid.size[axes[0]], 0, 'f', 2).arg(cuboid.size[axes[1]], 0, 'f', 2), true);
    }
    painter.setPen(theme.colour(theme::Token::Line));
    painter.drawLine(QPointF(width() - 0.5, 0), QPointF(width() - 0.5, height()));
}

void SideView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        m_drawing.press(event->position());
}

void SideView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drawing.isHeld())
        emit dragged(m_drawing.drag(event->position()));
    else
        setCursor(m_drawing.cursorAt(event->position()));
}

void SideView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_drawing.isHeld())
        return;
    if (const auto released = m_drawing.release())
        emit this->released(released->cuboid, released->verb);
}

void SideView::wheelEvent(QWheelEvent *event)
{
    m_drawing.setZoom(std::clamp(m_drawing.zoom() * std::pow(1.0015, event->angleDelta().y()), 0.3, 8.0));
    update();
    event->accept();
}

SidePanel::SidePanel(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const SidePlane plane : {SidePlane::Top, SidePlane::Side, SidePlane::Front}) {
        auto *view = new SideView(plane);
        m_views[std::size_t(plane)] = view;
        layout->addWidget(view, 1);
        connect(view, &SideView::dragged, this, &SidePanel::dragged);
        connect(view, &SideView::released, this, &SidePanel::released);
    }
}

void SidePanel::setBox(const std::optional<SceneBox> &box, const std::vector<CloudPointer> &pieces)
{
    const bool moved = !box || !m_box || !m_points || !(box->cuboid == m_box->cuboid) || pieces != m_pieces;
    m_box = box;
    m_pieces = pieces;
    if (moved)
        m_points = box ? std::make_shared<const NearPoints>(nearPoints(pieces, box->cuboid)) : nullptr;
    for (SideView *view : m_views)
        view->setBox(box, m_points);
}

void SidePanel::setPreview(const std::optional<geometry::Cuboid> &cuboid)
{
    for (SideView *view : m_views)
        view->setPreview(cuboid);
}

void SidePanel::setOverlaid(const OverlaidPoints &points)
{
    for (SideView *view : m_views)
        view->setOverlaid(points);
}

}  // namespace plumbline::sceneview
