// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/shapepainter.h"

#include "widgets/canvas/ornaments.h"
#include "widgets/canvas/orientedframe.h"
#include "widgets/canvas/shapehittest.h"
#include "widgets/canvas/vertices.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace plumbline::canvas {

namespace {

constexpr int hairlinesFrom = 2500;  // shapes in sight
constexpr double dotBelow = 3;       // screen pixels
constexpr double boxBelow = 7;       // screen pixels, of hairlines
constexpr double lineWidth = 2;
constexpr double selectedWidth = 3;
constexpr double casing = 1;  // on each side of a line
constexpr double keyPointSide = 7;
// Fewer joints are seen to belong together.
constexpr std::size_t framedJoints = 3;
constexpr double jointFrameDistance = 4;
const QColor casingColour(8, 10, 12, 150);

QPolygonF screenRing(const geometry::Ring &ring, const ViewTransform &view, double step)
{
    QPolygonF points;
    points.reserve(static_cast<qsizetype>(ring.size()));
    for (const geometry::Point &p : ring) {
        const QPointF s = view.toScreen(p);
        if (points.isEmpty() || std::abs(s.x() - points.last().x()) + std::abs(s.y() - points.last().y()) >= step)
            points.append(s);
    }
    return points;
}

template <typename F>
void forEachRing(const geometry::Polygon &polygon, F f)
{
    for (const geometry::PolygonPart &part : polygon.parts) {
        f(part.outer);
        for (const geometry::Ring &hole : part.holes)
            f(hole);
    }
}

}  // namespace

ShapePainter::ShapePainter(QPainter &painter, const ViewTransform &view, const QRectF &clip, double devicePixelRatio)
    : m_painter(painter), m_view(view), m_clip(clip), m_ratio(devicePixelRatio)
{
}

QColor ShapePainter::lineColour(const QColor &classColour)
{
    return theme::legible(classColour.isValid() ? classColour : QColor(200, 200, 200), QColor(0, 0, 0), 4.0);
}

QRectF ShapePainter::crisp(const geometry::Box &box, double width) const
{
    const QRectF r = m_view.rectOf(box);
    const bool odd = std::lround(width * m_ratio) % 2 == 1;
    const auto snap = [&](double v) { return (odd ? std::floor(v * m_ratio) + 0.5 : std::round(v * m_ratio)) / m_ratio; };
    return QRectF(QPointF(snap(r.left()), snap(r.top())), QPointF(snap(r.right()), snap(r.bottom())));
}

CanvasShape ShapePainter::like(const QColor &classColour)
{
    CanvasShape shape;
    shape.colour = classColour;
    return shape;
}

// Says which joints belong together, and stays behind them.
void ShapePainter::jointFrame(const QRectF &around, QColor colour)
{
    const QRectF frame = around.adjusted(-jointFrameDistance, -jointFrameDistance, jointFrameDistance, jointFrameDistance);
    QPen pen(casingColour, 3);
    pen.setJoinStyle(Qt::MiterJoin);
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(frame);
    colour.setAlpha(200);
    pen.setColor(colour);
    pen.setWidth(1);
    pen.setDashPattern({4.0, 3.0});
    m_painter.setPen(pen);
    m_painter.drawRect(frame);
}

void ShapePainter::joints(const geometry::KeyPoints &points, const CanvasShape &like, double width)
{
    const QColor colour = lineColour(like.colour);
    if (const auto bounds = geometry::boundsOf(points); bounds && points.points.size() >= framedJoints)
        jointFrame(m_view.rectOf(*bounds), colour);
    const auto bones = visibleBones(points, like.bones);
    for (const bool isCasing : {true, false}) {
        for (const auto &[a, b] : bones) {
            QPen pen(isCasing ? casingColour : colour, isCasing ? width + 2 * casing : width, Qt::SolidLine, Qt::RoundCap);
            // A bone to a hidden joint is a guess.
            if (!isCasing && (like.predicted || a.visibility < 2 || b.visibility < 2))
                pen.setDashPattern({2.0, 2.0});
            m_painter.setPen(pen);
            m_painter.drawLine(m_view.toScreen({a.x, a.y}), m_view.toScreen({b.x, b.y}));
        }
    }
    for (const geometry::KeyPoint &p : points.points)
        if (p.visibility > 0)
            knob(m_view.toScreen({p.x, p.y}), keyPointSide, true, colour, p.visibility == 2 ? colour : casingColour);
}

void ShapePainter::stroke(const geometry::Geometry &geometry, const QPainterPath *outline, const CanvasShape &like, double width)
{
    const QColor colour = lineColour(like.colour);
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.setBrush(Qt::NoBrush);
    if (const auto *points = std::get_if<geometry::KeyPoints>(&geometry)) {
        joints(*points, like, width);
        return;
    }
    for (const bool isCasing : {true, false}) {
        QPen pen(isCasing ? casingColour : colour, isCasing ? width + 2 * casing : width);
        pen.setJoinStyle(Qt::MiterJoin);
        pen.setCapStyle(Qt::FlatCap);
        if (like.predicted && !isCasing)
            pen.setDashPattern({3.0, 2.0});
        m_painter.setPen(pen);
        if (const auto *box = std::get_if<geometry::Box>(&geometry)) {
            m_painter.drawRect(crisp(*box, width));
        } else if (const auto *polygon = std::get_if<geometry::Polygon>(&geometry)) {
            pen.setJoinStyle(Qt::RoundJoin);
            m_painter.setPen(pen);
            forEachRing(*polygon, [&](const geometry::Ring &ring) { m_painter.drawPolygon(screenRing(ring, m_view, 0.75)); });
        } else if (outline) {
            pen.setJoinStyle(Qt::RoundJoin);
            m_painter.setPen(pen);
            m_painter.drawPath(m_view.screen_from_image().map(*outline));
        }
    }
    if (const auto *line = std::get_if<geometry::Polyline>(&geometry); line && like.ornament != Ornament::None)
        paintOrnament(m_painter, like.ornament, screenRing(line->points, m_view, 0), colour, casingColour, width);
}

void ShapePainter::hairline(const ShapeScene &scene, int index)
{
    const ShapeScene::Entry &entry = scene.entries()[static_cast<std::size_t>(index)];
    const geometry::Geometry &geometry = entry.shape.geometry;
    // A shape of few pixels looks like its box.
    if (std::max(entry.bounds.w, entry.bounds.h) * m_view.scale < boxBelow)
        m_painter.drawRect(m_view.rectOf(entry.bounds));
    else if (const auto *box = std::get_if<geometry::Box>(&geometry))
        m_painter.drawRect(m_view.rectOf(*box));
    else if (const auto *polygon = std::get_if<geometry::Polygon>(&geometry))
        forEachRing(*polygon, [&](const geometry::Ring &ring) { m_painter.drawPolygon(screenRing(ring, m_view, 2)); });
    else
        m_painter.drawPath(m_view.screen_from_image().map(scene.outline(index)));
}

void ShapePainter::fill(const geometry::Geometry &geometry, const QPainterPath &outline, const QColor &colour, int alpha)
{
    QColor tint = colour;
    tint.setAlpha(alpha);
    if (const auto *box = std::get_if<geometry::Box>(&geometry))
        m_painter.fillRect(crisp(*box, lineWidth).intersected(m_clip), tint);
    else if (!std::holds_alternative<geometry::Polyline>(geometry))
        m_painter.fillPath(m_view.screen_from_image().map(outline), tint);
}

void ShapePainter::hatch(const QPainterPath &outline, const QColor &colour, bool rising, bool falling, bool level)
{
    constexpr double step = 12;
    const QPainterPath area = m_view.screen_from_image().map(outline);
    const QRectF seen = area.boundingRect().intersected(m_clip);
    if (seen.isEmpty())
        return;
    m_painter.save();
    m_painter.setClipPath(area, Qt::IntersectClip);
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    QColor tint = colour;
    tint.setAlpha(140);
    QList<QLineF> lines;
    // Anchored to the picture, so that the pattern does not swim while panning.
    const double h = seen.height();
    const auto first = [&](double from, double anchor) { return anchor + std::floor((from - anchor) / step) * step; };
    if (rising)
        for (double x = first(seen.left(), m_view.offset.x() - (seen.bottom() - m_view.offset.y())); x < seen.right() + h; x += step)
            lines.append(QLineF(x, seen.top(), x - h, seen.bottom()));
    if (falling)
        for (double x = first(seen.left() - h, m_view.offset.x() + (seen.top() - m_view.offset.y())); x < seen.right(); x += step)
            lines.append(QLineF(x, seen.top(), x + h, seen.bottom()));
    if (level)
        for (double y = first(seen.top(), m_view.offset.y()); y < seen.bottom(); y += step)
            lines.append(QLineF(seen.left(), y, seen.right(), y));
    m_painter.setPen(QPen(QColor(8, 10, 12, 60), 2.5));
    m_painter.drawLines(lines);
    m_painter.setPen(QPen(tint, 1));
    m_painter.drawLines(lines);
    m_painter.restore();
}

void ShapePainter::shape(const ShapeScene &scene, int index, Emphasis emphasis)
{
    const ShapeScene::Entry &entry = scene.entries()[static_cast<std::size_t>(index)];
    const CanvasShape &s = entry.shape;
    const QColor colour = lineColour(s.colour);
    const QPainterPath &outline = scene.outline(index);
    const QRectF extent = m_view.rectOf(entry.bounds);
    if (emphasis == Emphasis::Normal && std::max(extent.width(), extent.height()) < dotBelow) {
        m_painter.fillRect(QRectF(extent.center() - QPointF(1, 1), QSizeF(2, 2)), colour);
        return;
    }
    if (const MaskPicture *mask = scene.maskPicture(index)) {
        m_painter.save();
        m_painter.setOpacity(emphasis == Emphasis::Normal ? 0.4 : 0.6);
        mask->paint(m_painter, m_view, m_clip, m_ratio);
        m_painter.restore();
        if (emphasis == Emphasis::Selected) {
            CanvasShape frame = like(s.colour);
            frame.predicted = true;
            stroke(entry.bounds, nullptr, frame, lineWidth / 2);
        }
        return;
    }
    if (emphasis == Emphasis::Selected)
        fill(s.geometry, outline, colour, 38);
    else if (emphasis == Emphasis::Hovered)
        fill(s.geometry, outline, colour, 28);
    else if (std::holds_alternative<geometry::Polygon>(s.geometry))
        fill(s.geometry, outline, colour, 26);
    if (s.role != model::Role::Object || s.hatched)
        hatch(outline, colour, s.role != model::Role::Object, s.role == model::Role::Crowd, s.hatched);
    stroke(s.geometry, &outline, s, emphasis == Emphasis::Selected ? selectedWidth : lineWidth);
}

void ShapePainter::shapes(const ShapeScene &scene, const std::vector<int> &indices, bool quick)
{
    if (!quick && static_cast<int>(indices.size()) < hairlinesFrom) {
        for (const int index : indices)
            shape(scene, index, Emphasis::Normal);
        return;
    }
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setBrush(Qt::NoBrush);
    QHash<QRgb, QColor> lineColours;
    QRgb current = 0;
    for (const int index : indices) {
        const ShapeScene::Entry &entry = scene.entries()[static_cast<std::size_t>(index)];
        const QRgb key = entry.shape.colour.rgba();
        auto colour = lineColours.constFind(key);
        if (colour == lineColours.constEnd())
            colour = lineColours.insert(key, lineColour(entry.shape.colour));
        const QRectF extent = m_view.rectOf(entry.bounds);
        if (std::max(extent.width(), extent.height()) < dotBelow) {
            m_painter.fillRect(QRectF(extent.center() - QPointF(1, 1), QSizeF(2, 2)), *colour);
            continue;
        }
        if (current != key) {
            QPen pen(*colour, 1);
            pen.setCosmetic(true);
            m_painter.setPen(pen);
            current = key;
        }
        hairline(scene, index);
    }
}

void ShapePainter::manySelected(const ShapeScene &scene, const std::vector<int> &indices)
{
    if (indices.empty())
        return;
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setBrush(Qt::NoBrush);
    QPen pen(QColor(255, 255, 255), 2);
    pen.setCosmetic(true);
    m_painter.setPen(pen);
    for (const int index : indices)
        hairline(scene, index);
}

void ShapePainter::preview(const geometry::Geometry &geometry, const CanvasShape &like)
{
    const QPainterPath outline = outlineOf(geometry);
    fill(geometry, outline, lineColour(like.colour), 38);
    stroke(geometry, &outline, like, selectedWidth);
}

void ShapePainter::knob(QPointF centre, double side, bool round, const QColor &border, const QColor &ground)
{
    // Sides and centres on device pixels keep the small squares sharp.
    const double s = std::round(side * m_ratio) / m_ratio;
    const QPointF corner(std::round((centre.x() - s / 2) * m_ratio) / m_ratio, std::round((centre.y() - s / 2) * m_ratio) / m_ratio);
    const QRectF outer(corner, QSizeF(s, s));
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    m_painter.setPen(Qt::NoPen);
    const auto draw = [&](const QRectF &r, const QColor &c) {
        m_painter.setBrush(c);
        if (round)
            m_painter.drawEllipse(r);
        else
            m_painter.drawRect(r);
    };
    draw(outer.adjusted(-1, -1, 1, 1), QColor(8, 10, 12, 190));
    draw(outer, border);
    draw(outer.adjusted(2, 2, -2, -2), ground);
    m_painter.restore();
}

void ShapePainter::grip(QPointF screen, const QColor &classColour, bool round, bool chosen)
{
    const QColor colour = lineColour(classColour);
    const QColor white(255, 255, 255);
    knob(screen, chosen ? handleSide + 2 : handleSide, round, chosen ? white : colour, chosen ? colour : white);
}

void ShapePainter::frameGrips(const geometry::RotatedBox &frame, const QColor &classColour, bool turns)
{
    if (turns) {
        const QPointF top = m_view.toScreen(framePoint(frame, 0, -1));
        const QPointF grab = m_view.toScreen(turnHandle(frame, turnHandleDistance / m_view.scale));
        m_painter.setRenderHint(QPainter::Antialiasing, true);
        m_painter.setPen(QPen(casingColour, 3));
        m_painter.drawLine(top, grab);
        m_painter.setPen(QPen(lineColour(classColour), 1));
        m_painter.drawLine(top, grab);
        grip(grab, classColour, true);
    }
    for (int handle = 0; handle < boxHandleCount; ++handle) {
        const bool side = handle % 2 == 1;
        const bool horizontal = handle == 1 || handle == 5;
        if (!side || (horizontal ? frame.w : frame.h) * m_view.scale >= sideHandleMinimum)
            grip(m_view.toScreen(frameHandle(frame, handle)), classColour);
    }
}

void ShapePainter::handles(const geometry::Geometry &geometry, const QColor &classColour, const std::vector<VertexRef> &chosen)
{
    if (const auto *box = std::get_if<geometry::Box>(&geometry)) {
        // On the line as it is drawn, which lies on whole device pixels.
        const QRectF r = crisp(*box, selectedWidth);
        const geometry::Box onScreen{r.x(), r.y(), r.width(), r.height()};
        for (int handle = 0; handle < boxHandleCount; ++handle) {
            const bool side = handle % 2 == 1;
            const bool horizontal = handle == 1 || handle == 5;
            if (side && (horizontal ? r.width() : r.height()) < sideHandleMinimum)
                continue;
            const geometry::Point p = boxHandle(onScreen, handle);
            grip({p.x, p.y}, classColour);
        }
        return;
    }
    if (const auto frame = frameOf(geometry)) {
        frameGrips(*frame, classColour, true);
        return;
    }
    const auto *points = std::get_if<geometry::KeyPoints>(&geometry);
    std::optional<QPointF> last;
    for (const auto &[vertex, point] : pointsOf(geometry)) {
        const QPointF a = m_view.toScreen(point);
        const auto end = edgeEnd(geometry, vertex);
        const QPointF b = end ? m_view.toScreen(*end) : a;
        if (std::hypot(b.x() - a.x(), b.y() - a.y()) >= midpointMinimum)
            knob((a + b) / 2, handleSide - 2, true, QColor(255, 255, 255, 170), QColor(8, 10, 12, 190));
        const bool isChosen = std::find(chosen.begin(), chosen.end(), vertex) != chosen.end();
        // Corners closer than a handle would only make a blot.
        if (!isChosen && last && std::hypot(last->x() - a.x(), last->y() - a.y()) < handleSide - 1)
            continue;
        last = a;
        if (!m_clip.adjusted(-handleSide, -handleSide, handleSide, handleSide).contains(a))
            continue;
        const bool hidden = points && points->points[static_cast<std::size_t>(vertex.index)].visibility == 1;
        if (hidden && !isChosen)
            knob(a, handleSide, true, lineColour(classColour), QColor(8, 10, 12));
        else
            grip(a, classColour, true, isChosen);
    }
}

void ShapePainter::openOutline(const std::vector<geometry::Point> &points, const std::vector<geometry::Point> &towardsCursor,
                               bool closes, bool filled, const QColor &classColour)
{
    if (points.empty())
        return;
    const QColor colour = lineColour(classColour);
    QPolygonF line;
    for (const geometry::Point &p : points)
        line.append(m_view.toScreen(p));
    for (const geometry::Point &p : towardsCursor)
        line.append(m_view.toScreen(p));
    if (closes)
        line.append(line.first());
    m_painter.setRenderHint(QPainter::Antialiasing, true);
    if (line.size() > 2 && filled) {
        QColor tint = colour;
        tint.setAlpha(38);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(tint);
        m_painter.drawPolygon(line);
    }
    m_painter.setBrush(Qt::NoBrush);
    for (const bool isCasing : {true, false}) {
        m_painter.setPen(QPen(isCasing ? casingColour : colour, isCasing ? lineWidth + 2 * casing : lineWidth, Qt::SolidLine, Qt::RoundCap,
                              Qt::RoundJoin));
        m_painter.drawPolyline(line);
    }
    std::optional<QPointF> last;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool first = i == 0;
        const QPointF place = m_view.toScreen(points[i]);
        // Points set while dragging lie close together.
        if (last && i + 1 < points.size() && std::hypot(last->x() - place.x(), last->y() - place.y()) < handleSide)
            continue;
        last = place;
        knob(place, first && closes ? handleSide + 4 : handleSide - (first ? 0 : 2), true, colour,
             first && closes ? colour : QColor(255, 255, 255));
    }
}

}  // namespace plumbline::canvas
