// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/sprite.h"

#include <QPainterPathStroker>
#include <QPolygonF>

#include <iterator>

namespace plumbline::simulation {

namespace {

QPainterPath linePath(std::initializer_list<QPointF> points, double width)
{
    QPainterPath path;
    for (const QPointF &point : points)
        path.isEmpty() && path.elementCount() == 0 ? path.moveTo(point) : path.lineTo(point);
    QPainterPathStroker stroker;
    stroker.setWidth(width);
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    QPainterPath outline = stroker.createStroke(path);
    outline.setFillRule(Qt::WindingFill);
    return outline;
}

}  // namespace

Part &Sprite::fill(QPainterPath path, QColor colour)
{
    return m_parts.emplace_back(Part{std::move(path), colour, true, false});
}

Part &Sprite::rect(double x, double y, double w, double h, QColor colour)
{
    QPainterPath path;
    path.addRect(x, y, w, h);
    return fill(std::move(path), colour);
}

Part &Sprite::round(double x, double y, double w, double h, double radius, QColor colour)
{
    return fill(roundedPath(x, y, w, h, radius), colour);
}

Part &Sprite::ellipse(double cx, double cy, double rx, double ry, QColor colour)
{
    QPainterPath path;
    path.addEllipse(QPointF(cx, cy), rx, ry);
    return fill(std::move(path), colour);
}

Part &Sprite::polygon(std::initializer_list<QPointF> points, QColor colour)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return fill(std::move(path), colour);
}

Part &Sprite::line(std::initializer_list<QPointF> points, double width, QColor colour)
{
    return fill(linePath(points, width), colour);
}

Part &Sprite::hoop(double cx, double cy, double radius, double width, QColor colour)
{
    QPainterPath path;
    path.addEllipse(QPointF(cx, cy), radius + width / 2, radius + width / 2);
    path.addEllipse(QPointF(cx, cy), radius - width / 2, radius - width / 2);
    path.setFillRule(Qt::OddEvenFill);
    return fill(std::move(path), colour);
}

Part &Sprite::band(const QPainterPath &path, QRectF rectangle, QColor colour)
{
    QPainterPath window;
    window.addRect(rectangle);
    return fill(path.intersected(window), colour);
}

void Sprite::shadow(double cx, double halfWidth, double halfHeight)
{
    ellipse(cx, 0, halfWidth, halfHeight, QColor(20, 24, 40, 60)).body = false;
}

void Sprite::transform(const QTransform &picture_from_local)
{
    for (Part &part : m_parts)
        part.path = picture_from_local.map(part.path);
}

QPainterPath roundedPath(double x, double y, double w, double h, double radius)
{
    QPainterPath path;
    path.addRoundedRect(x, y, w, h, radius, radius);
    return path;
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto blend = [share](int from, int to) { return static_cast<int>(from + (to - from) * share + 0.5); };
    return {blend(a.red(), b.red()), blend(a.green(), b.green()), blend(a.blue(), b.blue()), a.alpha()};
}

QColor darker(const QColor &colour, double share)
{
    return mixed(colour, QColor(24, 26, 48), share);
}

QColor lighter(const QColor &colour, double share)
{
    return mixed(colour, QColor(255, 252, 242), share);
}

QColor withAlpha(QColor colour, int alpha)
{
    colour.setAlpha(alpha);
    return colour;
}

QColor pick(base::SeededRandom &random, std::initializer_list<QRgb> colours)
{
    return QColor::fromRgb(*std::next(colours.begin(), static_cast<std::ptrdiff_t>(random.below(colours.size()))));
}

bool chance(base::SeededRandom &random, double probability)
{
    return random.uniform() < probability;
}

}  // namespace plumbline::simulation
