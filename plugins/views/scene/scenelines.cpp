// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/scenelines.h"

#include "plugins/views/scene/boxes.h"
#include "widgets/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline::sceneview {

namespace {

double distanceTo(const QLineF &line, QPointF at)
{
    const QPointF along = line.p2() - line.p1();
    const double square = QPointF::dotProduct(along, along);
    const double share = square > 0 ? std::clamp(QPointF::dotProduct(at - line.p1(), along) / square, 0.0, 1.0) : 0;
    return QLineF(line.p1() + along * share, at).length();
}

std::vector<QLineF> screenLines(const std::vector<Vector3> &points, const ViewCamera &camera, QSizeF viewport)
{
    std::vector<QLineF> lines;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (const auto line = segmentOf(points[i - 1], points[i], camera, viewport))
            lines.push_back(*line);
    return lines;
}

void paintHandles(QPainter &painter, const std::vector<Vector3> &points, int active, const QColor &colour,
                  const ViewCamera &camera, QSizeF viewport, bool middles)
{
    constexpr double radius = 4;
    painter.setPen(QPen(colour, 1.4));
    painter.setBrush(Qt::NoBrush);
    for (std::size_t i = 1; middles && i < points.size(); ++i)
        if (const auto at = camera.project(plus(points[i - 1], minus(points[i], points[i - 1]), 0.5), viewport))
            painter.drawEllipse(at->at, radius - 1, radius - 1);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto at = camera.project(points[i], viewport);
        if (!at)
            continue;
        painter.setBrush(int(i) == active ? QColor(Qt::white) : colour);
        painter.drawRect(QRectF(at->at - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)));
    }
    painter.setBrush(Qt::NoBrush);
}

void paintTitle(QPainter &painter, const SceneLine &line, const ViewCamera &camera, QSizeF viewport, const QColor &ground)
{
    const auto at = line.points.empty() ? std::nullopt : camera.project(line.points.front(), viewport);
    if (!at || line.title.isEmpty() || !QRectF(QPointF(), viewport).contains(at->at))
        return;
    const QFontMetricsF metrics(painter.font());
    const QRectF chip(at->at + QPointF(8, -metrics.height() - 6),
                      QSizeF(metrics.horizontalAdvance(line.title) + 10, metrics.height() + 2));
    QColor behind = ground;
    behind.setAlpha(200);
    painter.setPen(Qt::NoPen);
    painter.setBrush(behind);
    painter.drawRoundedRect(chip, 3, 3);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme::legible(line.colour, ground, 4.5));
    painter.drawText(chip, Qt::AlignCenter, line.title);
}

}  // namespace

std::vector<SceneLine> linesOf(const document::Editing &editing, std::int64_t frame)
{
    std::vector<SceneLine> lines;
    for (const model::Annotation &annotation : editing.annotations()) {
        const auto *shape = std::get_if<geometry::Polyline3>(&annotation.geometry);
        if (!shape || !isOfFrame(annotation, frame) || editing.marks().filteredOut.contains(annotation.id))
            continue;
        if (model::isModelLayer(annotation.layer) && !isOpenPrediction(annotation))
            continue;
        SceneLine line;
        line.id = annotation.id;
        line.points.assign(shape->points.begin(), shape->points.end());
        const model::LabelClass *labelClass = editing.schema().find(annotation.labelClass);
        line.colour = labelClass ? labelClass->colour : QColor(200, 200, 200);
        line.title = labelClass ? labelClass->name : QString();
        line.dashed = isOpenPrediction(annotation);
        line.selected = editing.selection().contains(annotation.id);
        line.flagged = editing.marks().flagged.contains(annotation.id);
        line.changeable = editing.editable(annotation) || (line.dashed && editing.canCreate());
        lines.push_back(std::move(line));
    }
    return lines;
}

LineHit handleAt(const std::vector<Vector3> &points, QPointF pixel, const ViewCamera &camera, QSizeF viewport, double radius)
{
    LineHit hit;
    double best = radius;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (const auto at = camera.project(points[i], viewport); at && QLineF(at->at, pixel).length() <= best) {
            best = QLineF(at->at, pixel).length();
            hit.vertex = int(i);
        }
    if (hit.vertex >= 0)
        return hit;
    for (std::size_t i = 1; i < points.size(); ++i)
        if (const auto at = camera.project(plus(points[i - 1], minus(points[i], points[i - 1]), 0.5), viewport);
            at && QLineF(at->at, pixel).length() <= best) {
            best = QLineF(at->at, pixel).length();
            hit.edge = int(i) - 1;
        }
    return hit;
}

int lineAt(const std::vector<SceneLine> &lines, QPointF pixel, const ViewCamera &camera, QSizeF viewport, double radius)
{
    int best = -1;
    double nearest = radius;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const QLineF &line : screenLines(lines[i].points, camera, viewport))
            if (const double distance = distanceTo(line, pixel); distance <= nearest) {
                nearest = distance;
                best = int(i);
            }
    return best;
}

void paintLines(QPainter &painter, const std::vector<SceneLine> &lines, const LineDraft &draft, const ViewCamera &camera,
                QSizeF viewport, const QColor &ground)
{
    painter.setBrush(Qt::NoBrush);
    for (const SceneLine &line : lines) {
        const bool replaced = !line.id.isNull() && line.id == draft.replaced;
        const std::vector<Vector3> &points = replaced ? draft.points : line.points;
        const QColor colour = theme::legible(line.colour, ground);
        const auto pieces = screenLines(points, camera, viewport);
        QPen pen(colour, line.selected ? 3 : 2, Qt::SolidLine, Qt::RoundCap);
        if (line.flagged) {
            painter.setPen(QPen(QColor(230, 159, 0, 120), 7, Qt::SolidLine, Qt::RoundCap));
            for (const QLineF &piece : pieces)
                painter.drawLine(piece);
        }
        if (line.dashed)
            pen.setDashPattern({5, 3});
        painter.setPen(pen);
        for (const QLineF &piece : pieces)
            painter.drawLine(piece);
        if (line.selected)
            paintHandles(painter, points, draft.active, colour, camera, viewport, line.changeable);
        paintTitle(painter, line, camera, viewport, ground);
    }
    if (!draft.replaced.isNull() || (draft.points.empty() && !draft.next))
        return;
    const QColor colour = theme::legible(draft.colour, ground);
    painter.setPen(QPen(colour, 3, Qt::SolidLine, Qt::RoundCap));
    for (const QLineF &piece : screenLines(draft.points, camera, viewport))
        painter.drawLine(piece);
    if (draft.next) {
        painter.setPen(QPen(colour, 1.5, Qt::DashLine));
        if (!draft.points.empty())
            if (const auto line = segmentOf(draft.points.back(), *draft.next, camera, viewport))
                painter.drawLine(*line);
        if (const auto at = camera.project(*draft.next, viewport))
            painter.drawEllipse(at->at, 4, 4);
    }
    paintHandles(painter, draft.points, -1, colour, camera, viewport, false);
}

std::vector<QPolygonF> projectedLine(const geometry::Camera &camera, const geometry::Pose &camera_from_label,
                                     const std::vector<Vector3> &points)
{
    std::vector<QPolygonF> lines;
    for (std::size_t i = 1; i < points.size(); ++i)
        for (const auto &piece : geometry::projectedSegment(camera, geometry::transformed(camera_from_label, points[i - 1]),
                                                            geometry::transformed(camera_from_label, points[i]))) {
            QPolygonF line;
            for (const geometry::Point &point : piece)
                line << QPointF(point.x, point.y);
            if (line.size() > 1)
                lines.push_back(line);
        }
    return lines;
}

}  // namespace plumbline::sceneview
