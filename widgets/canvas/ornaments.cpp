// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/ornaments.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::canvas {

namespace {

constexpr double headLength = 13;
constexpr double headHalf = 5.5;
// Lines are repaired some pixels around their bounds: what is drawn besides them must not reach further.
constexpr double barHalf = 6;
constexpr double smallestArc = 7;
constexpr double largestArc = 28;

// Of length 1, or null.
QPointF direction(QPointF from, QPointF to)
{
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    return length > 0 ? (to - from) / length : QPointF();
}

QPainterPath arrowHead(const QPolygonF &line)
{
    // Along the last stretch that is longer than the head, so that a curve's last short piece does not tilt it.
    QPointF from = line.first();
    for (auto it = line.rbegin() + 1; it != line.rend(); ++it) {
        if (std::hypot(line.last().x() - it->x(), line.last().y() - it->y()) >= headLength) {
            from = *it;
            break;
        }
    }
    const QPointF along = direction(from, line.last());
    const QPointF across(-along.y(), along.x());
    const QPointF base = line.last() - along * headLength;
    QPainterPath path;
    path.addPolygon(QPolygonF{line.last(), base + across * headHalf, base - across * headHalf, line.last()});
    return path;
}

QPainterPath bars(const QPolygonF &line)
{
    QPainterPath path;
    const auto bar = [&](QPointF end, QPointF inner) {
        const QPointF along = direction(inner, end);
        const QPointF across(-along.y(), along.x());
        path.moveTo(end - across * barHalf);
        path.lineTo(end + across * barHalf);
    };
    bar(line.first(), line[1]);
    bar(line.last(), line[line.size() - 2]);
    return path;
}

QPainterPath arc(const QPolygonF &line)
{
    const QPointF a = line[0] - line[1];
    const QPointF b = line[2] - line[1];
    const double shorter = std::min(std::hypot(a.x(), a.y()), std::hypot(b.x(), b.y()));
    // Wide angles bulge out of the triangle of their points.
    const double half = std::abs(std::remainder(std::atan2(a.y(), a.x()) - std::atan2(b.y(), b.x()), 2 * std::numbers::pi)) / 2;
    const double room = smallestArc + (largestArc - smallestArc) * std::min(1.0, std::cos(half) / 0.6);
    const double radius = std::min(room, shorter * 0.6);
    constexpr double degrees = 180 / std::numbers::pi;
    const double start = std::atan2(-a.y(), a.x()) * degrees;
    const double sweep = std::remainder(std::atan2(-b.y(), b.x()) * degrees - start, 360.0);
    const QRectF round(line[1].x() - radius, line[1].y() - radius, 2 * radius, 2 * radius);
    QPainterPath path;
    path.arcMoveTo(round, start);
    path.arcTo(round, start, sweep);
    return path;
}

}  // namespace

void paintOrnament(QPainter &painter, Ornament ornament, const QPolygonF &line, const QColor &colour, const QColor &casing,
                   double width)
{
    if (line.size() < 2 || ornament == Ornament::None || (ornament == Ornament::Angle && line.size() != 3))
        return;
    const QPainterPath path = ornament == Ornament::Arrow   ? arrowHead(line)
                              : ornament == Ornament::Ruler ? bars(line)
                                                            : arc(line);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(casing, width + 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    if (ornament == Ornament::Arrow) {
        painter.fillPath(path, colour);
        return;
    }
    painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(path);
}

}  // namespace plumbline::canvas
