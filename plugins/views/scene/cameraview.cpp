// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/cameraview.h"

#include "plugins/views/scene/colouring.h"
#include "widgets/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline::sceneview {

namespace {

constexpr std::size_t mostPoints = 60'000;
constexpr double pickPixels = 6;
constexpr double furthest = 60;  // metres at the end of the colours

double distanceTo(const QPolygonF &line, QPointF at)
{
    double best = std::numeric_limits<double>::infinity();
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF along = line[i] - line[i - 1];
        const double square = QPointF::dotProduct(along, along);
        const double share = square > 0 ? std::clamp(QPointF::dotProduct(at - line[i - 1], along) / square, 0.0, 1.0) : 0;
        const QPointF off = at - line[i - 1] - along * share;
        best = std::min(best, std::hypot(off.x(), off.y()));
    }
    return best;
}

}  // namespace

std::vector<QPolygonF> projectedEdges(const geometry::Camera &camera, const geometry::Pose &camera_from_label,
                                      const geometry::Cuboid &cuboid)
{
    std::vector<QPolygonF> lines;
    const auto add = [&](const Vector3 &from, const Vector3 &to) {
        for (const auto &piece : geometry::projectedSegment(camera, geometry::transformed(camera_from_label, from),
                                                            geometry::transformed(camera_from_label, to))) {
            QPolygonF line;
            for (const geometry::Point &point : piece)
                line << QPointF(point.x, point.y);
            if (line.size() > 1)
                lines.push_back(line);
        }
    };
    const auto corners = geometry::cornersOf(cuboid);
    for (const auto &edge : geometry::cuboidEdges())
        add(corners[std::size_t(edge[0])], corners[std::size_t(edge[1])]);
    const auto heading = headingOf(cuboid);
    add(heading[0], heading[1]);
    return lines;
}

std::vector<PicturePoint> projectedPoints(const geometry::Camera &camera, const geometry::Pose &camera_from_label,
                                          const std::vector<CloudPointer> &pieces, std::size_t most)
{
    std::size_t all = 0;
    for (const CloudPointer &piece : pieces)
        all += piece->size();
    const double share = all > most ? double(most) / double(all) : 1;
    std::vector<PicturePoint> points;
    for (const CloudPointer &piece : pieces) {
        const auto count = std::size_t(double(piece->size()) * share);
        for (std::size_t i = 0; i < count; ++i) {
            const auto &p = piece->positions[i];
            const Vector3 place =
                geometry::transformed(camera_from_label, {piece->origin[0] + double(p[0]), piece->origin[1] + double(p[1]),
                                                          piece->origin[2] + double(p[2])});
            const auto at = geometry::projected(camera, place);
            if (at && at->x >= 0 && at->y >= 0 && at->x <= camera.width && at->y <= camera.height)
                points.push_back({{at->x, at->y}, float(std::hypot(place[0], place[1], place[2]))});
        }
    }
    std::sort(points.begin(), points.end(), [](const PicturePoint &a, const PicturePoint &b) { return a.depth > b.depth; });
    return points;
}

CameraView::CameraView(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setMinimumSize(120, 70);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CameraView::setShot(const CameraShot &shot)
{
    m_points.clear();
    m_preview.clear();
    setAccessibleName(tr("Camera %1").arg(shot.name));
    setPicture(shot);
    setBoxes(m_boxes, m_hovered);
    setLines(m_lines);
    m_held = {};
}

void CameraView::setPicture(const CameraShot &shot)
{
    m_shot = shot;
    // In a small picture the words are cut off.
    setToolTip(words());
    updateGeometry();
    update();
}

std::vector<QPolygonF> CameraView::linesOf(TrackId track, const geometry::Cuboid &cuboid) const
{
    return projectedEdges(*m_shot.camera, m_shot.camera_from_label,
                          m_mover ? m_mover(track, cuboid, m_shot.microseconds) : cuboid);
}

void CameraView::setBoxes(const std::vector<SceneBox> &boxes, int hovered)
{
    m_boxes = boxes;
    m_hovered = hovered;
    m_drawn.clear();
    if (m_shot.camera)
        for (const SceneBox &box : boxes)
            m_drawn.push_back({linesOf(box.track, box.cuboid)});
    update();
}

void CameraView::setLines(const std::vector<SceneLine> &lines)
{
    m_lines = lines;
    m_drawnLines.clear();
    if (m_shot.camera)
        for (const SceneLine &line : lines)
            m_drawnLines.push_back({projectedLine(*m_shot.camera, m_shot.camera_from_label, line.points)});
    update();
}

void CameraView::setPictureBoxes(const std::vector<PictureBox> &boxes)
{
    m_pictureBoxes.clear();
    std::copy_if(boxes.begin(), boxes.end(), std::back_inserter(m_pictureBoxes),
                 [this](const PictureBox &box) { return box.camera == m_shot.name; });
    update();
}

void CameraView::setPreview(const std::optional<geometry::Cuboid> &cuboid, const QColor &colour, TrackId track)
{
    m_preview.clear();
    m_previewColour = colour;
    if (cuboid && m_shot.camera)
        m_preview = linesOf(track, *cuboid);
    update();
}

void CameraView::setPoints(const std::vector<CloudPointer> &pieces)
{
    m_points.clear();
    if (m_shot.camera && !pieces.empty())
        m_points = projectedPoints(*m_shot.camera, m_shot.camera_from_label, pieces, mostPoints);
    update();
}

QSize CameraView::sizeHint() const
{
    return {320, heightForWidth(320)};
}

int CameraView::heightForWidth(int width) const
{
    double aspect = 9.0 / 16;
    if (m_shot.camera)
        aspect = m_shot.camera->height / m_shot.camera->width;
    else if (!m_shot.picture.isNull())
        aspect = double(m_shot.picture.height()) / m_shot.picture.width();
    return int(std::lround(width * std::clamp(aspect, 0.2, 2.0)));
}

QRectF CameraView::pictureRect() const
{
    QSizeF picture = m_shot.camera ? QSizeF(m_shot.camera->width, m_shot.camera->height) : QSizeF(m_shot.picture.size());
    if (picture.isEmpty())
        return rect();
    picture.scale(size(), Qt::KeepAspectRatio);
    return {QPointF((width() - picture.width()) / 2, (height() - picture.height()) / 2), picture};
}

// From pixels of the calibrated picture; one of another size is stretched over the same place.
QTransform CameraView::toWidget() const
{
    const QRectF place = pictureRect();
    return QTransform()
        .translate(place.x(), place.y())
        .scale(place.width() / m_shot.camera->width, place.height() / m_shot.camera->height);
}

std::optional<QPointF> CameraView::screenOf(const Vector3 &place) const
{
    if (!m_shot.camera)
        return std::nullopt;
    const auto at = geometry::projected(*m_shot.camera, geometry::transformed(m_shot.camera_from_label, place));
    if (!at)
        return std::nullopt;
    return toWidget().map(QPointF(at->x, at->y));
}

void CameraView::paintEvent(QPaintEvent *)
{
    const theme::Theme &theme = theme::themeOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.colour(theme::Token::Surface0));
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    if (!m_shot.picture.isNull()) {
        painter.drawImage(pictureRect(), m_shot.picture);
    } else {
        painter.setPen(theme.colour(theme::Token::Text3));
        painter.drawText(rect().adjusted(8, 20, -8, -8), Qt::AlignCenter | Qt::TextWordWrap,
                         m_shot.problem.isEmpty() ? tr("Loading…") : m_shot.problem);
    }
    painter.setClipRect(pictureRect());
    if (m_shot.camera) {
        const QTransform map = toWidget();
        if (!m_points.empty()) {
            static const std::vector<QColor> colours = gradient(true);
            painter.setRenderHint(QPainter::Antialiasing, false);
            for (const PicturePoint &point : m_points) {
                const auto index = std::size_t(std::clamp(255.0 * (1 - double(point.depth) / furthest), 0.0, 255.0));
                const QPointF at = map.map(point.at);
                painter.fillRect(QRectF(at.x() - 1, at.y() - 1, 2, 2), colours[index]);
            }
            painter.setRenderHint(QPainter::Antialiasing, true);
        }
        painter.setBrush(Qt::NoBrush);
        const auto paint = [&](const std::vector<QPolygonF> &lines, const QPen &pen) {
            // A dark rim keeps the line readable on bright and on dark places.
            painter.setPen(QPen(QColor(0, 0, 0, 120), pen.widthF() + 1.6, Qt::SolidLine, Qt::RoundCap));
            for (const QPolygonF &line : lines)
                painter.drawPolyline(map.map(line));
            painter.setPen(pen);
            for (const QPolygonF &line : lines)
                painter.drawPolyline(map.map(line));
        };
        for (std::size_t i = 0; i < m_drawn.size(); ++i) {
            const SceneBox &box = m_boxes[i];
            QPen pen(box.colour, box.selected ? 2.2 : int(i) == m_hovered ? 1.8 : 1.2);
            if (box.ghost)
                pen.setStyle(Qt::DotLine);
            else if (box.dashed)
                pen.setDashPattern({5, 3});
            if (!(box.selected && !m_preview.empty()))
                paint(m_drawn[i].lines, pen);
        }
        for (std::size_t i = 0; i < m_drawnLines.size(); ++i) {
            QPen pen(m_lines[i].colour, m_lines[i].selected ? 2.6 : 1.8);
            if (m_lines[i].dashed)
                pen.setDashPattern({5, 3});
            paint(m_drawnLines[i].lines, pen);
        }
        if (!m_preview.empty())
            paint(m_preview, QPen(m_previewColour, 2.2));
        paintPictureBoxes(painter, map, m_pictureBoxes, m_held, m_dragged);
    }
    if (m_shot.camera) {
        const QTransform map = toWidget();
        for (const Mark &mark : m_marks) {
            const QColor colour = theme.colour(mark.bad ? theme::Token::Bad : theme::Token::Good);
            const QPointF wanted = map.map(mark.wanted);
            painter.setPen(QPen(QColor(0, 0, 0, 160), 3.2));
            for (int pass = 0; pass < 2; ++pass) {
                painter.drawLine(wanted - QPointF(6, 0), wanted + QPointF(6, 0));
                painter.drawLine(wanted - QPointF(0, 6), wanted + QPointF(0, 6));
                if (mark.computed) {
                    painter.drawLine(wanted, map.map(*mark.computed));
                    painter.drawEllipse(map.map(*mark.computed), 3, 3);
                }
                painter.setPen(QPen(colour, 1.6));
            }
        }
    }
    painter.setClipping(false);
    QString text;
    const QRectF chip = chipRect(&text);
    QColor ground = theme.colour(theme::Token::Surface1);
    ground.setAlpha(210);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(chip, 3, 3);
    painter.setPen(theme.colour(theme::Token::Text2));
    painter.drawText(chip, Qt::AlignCenter, text);
}

QRectF CameraView::chipRect(QString *text) const
{
    const QFontMetricsF metrics(font());
    constexpr double around = 22;
    const QString shown = metrics.elidedText(words(), Qt::ElideRight, width() - around);
    if (text)
        *text = shown;
    return {6, 6, metrics.horizontalAdvance(shown) + 10, metrics.height() + 2};
}

QString CameraView::words() const
{
    QString text = m_shot.name;
    if (m_shot.offsetMicroseconds != 0)
        text += QStringLiteral("  %1%2 ms")
                    .arg(m_shot.offsetMicroseconds > 0 ? QStringLiteral("+") : QString())
                    .arg(double(m_shot.offsetMicroseconds) / 1000, 0, 'f', 0);
    if (!m_shot.camera && m_shot.problem.isEmpty())
        text += QStringLiteral("  ") + tr("not calibrated");
    else if (m_shot.camera && !m_shot.picture.isNull() && m_shot.picture.size() != QSize(int(m_shot.camera->width), int(m_shot.camera->height)))
        text += QStringLiteral("  ") + tr("calibrated for %1 × %2").arg(m_shot.camera->width).arg(m_shot.camera->height);
    return text;
}

int CameraView::boxAt(QPointF pixel) const
{
    if (!m_shot.camera)
        return -1;
    const QTransform map = toWidget();
    int best = -1;
    double bestArea = 0;
    for (std::size_t i = 0; i < m_drawn.size(); ++i) {
        QPolygonF all;
        bool near = false;
        for (const QPolygonF &line : m_drawn[i].lines) {
            const QPolygonF mapped = map.map(line);
            near = near || distanceTo(mapped, pixel) < pickPixels;
            all += mapped;
        }
        if (all.isEmpty() || (!near && !all.boundingRect().contains(pixel)))
            continue;
        // The smallest on the picture is meant: larger ones can be had beside it.
        const QRectF around = all.boundingRect();
        const double area = around.width() * around.height();
        if (best < 0 || area < bestArea) {
            best = int(i);
            bestArea = area;
        }
    }
    return best;
}

void CameraView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    if (chipRect().contains(event->position())) {
        emit enlargeWanted();
        return;
    }
    if (!m_picking) {
        if (!pressPictureBox(event->position()))
            emit boxClicked(boxAt(event->position()));
        return;
    }
    if (m_shot.camera && pictureRect().contains(event->position()))
        emit placeClicked(toWidget().inverted().map(event->position()));
}

void CameraView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !m_picking)
        emit enlargeWanted();
}

void CameraView::setMarks(const std::vector<Mark> &marks)
{
    m_marks = marks;
    update();
}

void CameraView::setPicking(bool picking)
{
    m_picking = picking;
    setCursor(picking ? Qt::CrossCursor : Qt::ArrowCursor);
}

// Edges of the selected box are dragged, those of others select it; what lies within is the cuboid's.
bool CameraView::pressPictureBox(QPointF at)
{
    if (!m_shot.camera)
        return false;
    const PictureBox *hit = nullptr;
    PictureHandle handle;
    for (const PictureBox &box : m_pictureBoxes) {
        const PictureHandle there = pictureHandleAt(box.box, toWidget(), at, pickPixels);
        if (there == PictureHandle() || (hit && hit->selected))
            continue;
        hit = &box;
        handle = there;
    }
    if (!hit)
        return false;
    if (!hit->selected || !hit->changeable) {
        emit pictureBoxClicked(hit->id);
        return true;
    }
    m_held = hit->id;
    m_handle = handle;
    m_dragged = hit->box;
    return true;
}

void CameraView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_held.isNull())
        return;
    const AnnotationId id = std::exchange(m_held, {});
    update();
    emit pictureBoxChanged(id, m_dragged);
}

void CameraView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_held.isNull() && m_shot.camera) {
        const QPointF place = toWidget().inverted().map(event->position());
        m_dragged = dragged(m_dragged, m_handle, place, QSizeF(m_shot.camera->width, m_shot.camera->height));
        update();
        return;
    }
    emit boxHovered(boxAt(event->position()));
}

void CameraView::leaveEvent(QEvent *)
{
    emit boxHovered(-1);
}

}  // namespace plumbline::sceneview
