// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/minimap.h"

#include "widgets/canvas/imagecanvas.h"
#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <cmath>

namespace plumbline::canvas {

namespace {

constexpr int longest = 192;
constexpr int border = 1;
constexpr int lateMilliseconds = 200;

}  // namespace

Minimap::Minimap(ImageCanvas &canvas) : QWidget(&canvas), m_canvas(canvas)
{
    setObjectName(QStringLiteral("minimap"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Overview of the picture"));
    setAccessibleDescription(tr("Press or drag to show that place."));
    m_late.setSingleShot(true);
    m_late.setInterval(lateMilliseconds);
    connect(&m_late, &QTimer::timeout, this, &Minimap::refresh);
    connect(&canvas, &ImageCanvas::viewChanged, this, qOverload<>(&QWidget::update));
    connect(&canvas, &ImageCanvas::pictureChanged, this, [this] {
        if (isVisible() && !m_late.isActive())
            m_late.start();
    });
}

double Minimap::scale() const
{
    const QSize size = m_canvas.imageSize();
    return size.isEmpty() ? 1 : std::min(double(longest) / std::max(size.width(), size.height()), 1.0);
}

QSize Minimap::sizeHint() const
{
    const QSize size = m_canvas.imageSize();
    const auto side = [this](int length) { return std::max(8, static_cast<int>(std::lround(length * scale()))) + 2 * border; };
    return {side(size.width()), side(size.height())};
}

void Minimap::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void Minimap::refresh()
{
    m_small = m_canvas.pixels(QRect(QPoint(0, 0), m_canvas.imageSize()), std::min(1.0, scale() * devicePixelRatioF()));
    update();
}

void Minimap::goTo(QPointF place)
{
    const ViewTransform view = m_canvas.view();
    const QPointF image = (place - QPointF(border, border)) / scale();
    const QPointF middle(m_canvas.width() / 2.0, m_canvas.height() / 2.0);
    m_canvas.setView({view.scale, middle - image * view.scale});
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        goTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        goTo(event->position());
}

void Minimap::wheelEvent(QWheelEvent *event)
{
    m_canvas.zoomAbout(QPointF(m_canvas.width() / 2.0, m_canvas.height() / 2.0), std::pow(1.25, event->angleDelta().y() / 120.0));
    event->accept();
}

void Minimap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const theme::Theme &colours = theme::themeOf(palette());
    painter.fillRect(rect(), colours.colour(theme::Token::Surface1));
    const QRectF inside = QRectF(rect()).adjusted(border, border, -border, -border);
    if (!m_small.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform, true);
        painter.drawImage(inside, m_small);
    }
    const geometry::Box seen = m_canvas.view().toImage(QRectF(m_canvas.rect()));
    const QRectF frame =
        QRectF(seen.x * scale() + border, seen.y * scale() + border, seen.w * scale(), seen.h * scale()) & inside;
    QRegion outside = QRegion(inside.toAlignedRect()) - frame.toAlignedRect();
    QColor veil(0, 0, 0, 110);
    for (const QRect &r : outside)
        painter.fillRect(r, veil);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(8, 10, 12), 3));
    painter.drawRect(frame.toAlignedRect().adjusted(0, 0, -1, -1));
    painter.setPen(QPen(colours.colour(theme::Token::Accent), 1));
    painter.drawRect(frame.toAlignedRect().adjusted(0, 0, -1, -1));
    painter.setPen(colours.colour(theme::Token::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace plumbline::canvas
