// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/shapetools.h"

#include "core/geometry/polygonoperations.h"
#include "plugins/views/image/regionedits.h"
#include "plugins/views/image/regionpreview.h"
#include "widgets/canvas/shapepainter.h"

#include <QPainter>

#include <cmath>

namespace plumbline::imageview {

namespace {

constexpr std::size_t fewestCorners = 3;
constexpr double closeReach = 10;  // screen pixels
constexpr double sameCorner = 1.5;
constexpr double largestTolerance = 1000;

void paintKnob(QPainter &painter, QPointF at, double radius, const QColor &fill)
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(QColor(8, 10, 12, 190), 1));
    painter.setBrush(fill);
    painter.drawEllipse(at, radius, radius);
}

std::size_t cornersOf(const geometry::Geometry &geometry)
{
    if (const auto *polygon = std::get_if<geometry::Polygon>(&geometry))
        return geometry::cornerCount(*polygon);
    const auto *line = std::get_if<geometry::Polyline>(&geometry);
    return line ? line->points.size() : 0;
}

}  // namespace

// RingTool

QString RingTool::id() const
{
    return m_does == Does::Hole ? QStringLiteral("image.tool.hole") : QStringLiteral("image.tool.part");
}

bool RingTool::closes(QPointF screen) const
{
    return m_ring.size() >= fewestCorners && travel(m_context.canvas.view().toScreen(m_ring.front()), screen) <= closeReach;
}

void RingTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton || !m_context.edits.picture())
        return;
    if (closes(pointer.screen)) {
        finish();
        return;
    }
    if (m_ring.empty() && RegionEdits(m_context).selectedRegions().empty()) {
        m_context.hint(m_does == Does::Hole ? tr("Select the shape that gets the hole first.") : tr("Select the shape that gets another part first."));
        return;
    }
    const geometry::Point corner = canvas::clampedTo(pointer.image, m_context.edits.picture());
    const canvas::ViewTransform &view = m_context.canvas.view();
    if (m_ring.empty() || travel(view.toScreen(m_ring.back()), view.toScreen(corner)) >= sameCorner)
        m_ring.push_back(corner);
    m_cursor = corner;
    m_context.canvas.update();
}

void RingTool::move(const canvas::CanvasPointer &pointer)
{
    m_cursor = canvas::clampedTo(pointer.image, m_context.edits.picture());
    m_context.canvas.refreshCursor();
    if (!m_ring.empty())
        m_context.canvas.update();
}

void RingTool::doubleClick(const canvas::CanvasPointer &pointer)
{
    const bool onLast = !m_ring.empty() && travel(m_context.canvas.view().toScreen(m_ring.back()), pointer.screen) < dragThreshold;
    if (pointer.button == Qt::LeftButton && onLast && m_ring.size() >= fewestCorners)
        finish();
    else
        press(pointer);
}

bool RingTool::finish()
{
    if (m_ring.empty())
        return false;
    if (m_ring.size() < fewestCorners) {
        m_context.hint(tr("An area needs three corners."));
        return true;
    }
    const geometry::Ring ring = std::exchange(m_ring, {});
    m_context.canvas.refreshCursor();
    m_context.canvas.update();
    RegionEdits regions(m_context);
    if (m_does == Does::Hole)
        regions.cutHole(ring);
    else
        regions.addPart(ring);
    return true;
}

bool RingTool::cancel()
{
    const bool busy = !m_ring.empty();
    m_ring.clear();
    m_context.canvas.update();
    return busy;
}

bool RingTool::stepBack()
{
    if (m_ring.empty())
        return false;
    m_ring.pop_back();
    m_context.canvas.update();
    return true;
}

QCursor RingTool::cursor() const
{
    return m_cursor && closes(m_context.canvas.view().toScreen(*m_cursor)) ? Qt::PointingHandCursor : Qt::CrossCursor;
}

void RingTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &, double)
{
    if (m_ring.empty())
        return;
    QPolygonF line;
    for (const geometry::Point &p : m_ring)
        line.append(view.toScreen(p));
    const bool closing = m_cursor && closes(view.toScreen(*m_cursor));
    if (m_cursor)
        line.append(closing ? line.first() : view.toScreen(*m_cursor));
    const QColor colour = canvas::ShapePainter::lineColour(currentColour());
    if (line.size() > 2) {
        painter.setPen(Qt::NoPen);
        // A hole darkens what it takes away.
        QColor tint = m_does == Does::Hole ? QColor(8, 10, 12) : colour;
        tint.setAlpha(m_does == Does::Hole ? 110 : 38);
        painter.setBrush(tint);
        painter.drawPolygon(line);
    }
    paintCasedLine(painter, line, colour, m_does == Does::Hole);
    for (std::size_t i = 0; i < m_ring.size(); ++i)
        paintKnob(painter, line[static_cast<qsizetype>(i)], i == 0 && closing ? 6 : 4, i == 0 && closing ? colour : QColor(255, 255, 255));
}

// SplitTool

void SplitTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton || !m_context.edits.picture())
        return;
    m_to = pointer.image;
    if (m_state == State::Anchored) {
        m_state = State::SecondPress;
    } else if (m_state == State::Idle) {
        m_from = pointer.image;
        m_pressed = pointer.screen;
        m_state = State::Dragging;
    }
    m_context.canvas.update();
}

void SplitTool::move(const canvas::CanvasPointer &pointer)
{
    m_to = pointer.image;
    if (m_state != State::Idle)
        m_context.canvas.update();
}

void SplitTool::release(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    m_to = pointer.image;
    if (m_state == State::Dragging && travel(pointer.screen, m_pressed) < dragThreshold)
        m_state = State::Anchored;
    else if (m_state == State::Dragging || m_state == State::SecondPress)
        cut();
}

void SplitTool::cut()
{
    const geometry::Point from = m_from;
    const geometry::Point to = m_to;
    cancel();
    if (from == to)
        m_context.hint(tr("A cut needs two different points."));
    else
        RegionEdits(m_context).split(from, to);
}

bool SplitTool::finish()
{
    if (m_state != State::Anchored)
        return false;
    cut();
    return true;
}

bool SplitTool::cancel()
{
    const bool busy = m_state != State::Idle;
    m_state = State::Idle;
    m_context.canvas.update();
    return busy;
}

void SplitTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double)
{
    if (m_state == State::Idle)
        return;
    const QPointF from = view.toScreen(m_from);
    const QPointF to = view.toScreen(m_to);
    const double length = std::hypot(to.x() - from.x(), to.y() - from.y());
    if (length >= 1) {
        // The cut goes on past both ends: so does the line, fainter.
        const QPointF along = (to - from) / length * (clip.width() + clip.height());
        painter.setRenderHint(QPainter::Antialiasing, true);
        for (const bool casing : {true, false}) {
            painter.setPen(QPen(casing ? QColor(8, 10, 12, 120) : QColor(255, 255, 255, 170), casing ? 3 : 1, casing ? Qt::SolidLine : Qt::DashLine));
            painter.drawLine(from - along, to + along);
        }
        paintCasedLine(painter, QPolygonF{from, to}, QColor(255, 255, 255));
    }
    paintKnob(painter, from, 4, QColor(255, 255, 255));
}

// SimplifyTool

void SimplifyTool::compute()
{
    const double tolerance = m_context.settings.simplifyTolerance;
    const auto picture = m_context.edits.picture();
    m_results.clear();
    m_before = 0;
    m_after = 0;
    QSet<AnnotationId> replaced;
    for (const AnnotationId &id : m_context.edits.selectedInOrder()) {
        const model::Annotation *annotation = m_context.editing.annotation(id);
        if (!annotation || !picture || !m_context.edits.isChangeable(*annotation))
            continue;
        geometry::Geometry after = annotation->geometry;
        if (const auto *polygon = std::get_if<geometry::Polygon>(&annotation->geometry)) {
            after = geometry::simplified(*polygon, tolerance);
            m_before += geometry::cornerCount(*polygon);
        } else if (const auto *line = std::get_if<geometry::Polyline>(&annotation->geometry)) {
            after = geometry::Polyline{geometry::simplifiedLine(line->points, tolerance)};
            m_before += line->points.size();
        } else if (std::holds_alternative<geometry::Mask>(annotation->geometry)) {
            const auto outline = geometry::polygonOfRegion(annotation->geometry, 0);
            const auto smooth = geometry::simplified(outline ? *outline : geometry::Polygon{}, tolerance);
            const auto mask = geometry::maskOfRegion(smooth, static_cast<std::uint32_t>(picture->w), static_cast<std::uint32_t>(picture->h));
            if (!mask || geometry::isEmpty(*mask))
                continue;
            m_before += geometry::cornerCount(*outline);
            m_after += geometry::cornerCount(smooth);
            after = *mask;
        } else {
            continue;
        }
        // A shape that would vanish stays as it is.
        if (!geometry::whyInvalid(after).isEmpty())
            after = annotation->geometry;
        m_after += cornersOf(after);
        const canvas::ShapeScene::Entry *entry = m_context.canvas.scene().find(id);
        const auto *mask = std::get_if<geometry::Mask>(&after);
        auto picture = mask && entry ? std::make_shared<const canvas::MaskPicture>(*mask, canvas::ShapePainter::lineColour(entry->shape.colour)) : nullptr;
        m_results.push_back({id, std::move(after), std::move(picture)});
        replaced.insert(id);
    }
    m_context.canvas.setReplaced(replaced);
    m_context.settingsChanged();
    m_context.canvas.update();
}

void SimplifyTool::documentChanged()
{
    compute();
}

void SimplifyTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    // Another shape can be taken without leaving the tool.
    m_context.canvas.setReplaced({});
    const canvas::Hit hit = m_context.canvas.hitTest().at(pointer.screen);
    m_context.editing.select(hit.part == canvas::HitPart::Nothing ? QSet<AnnotationId>{} : QSet<AnnotationId>{hit.id});
    compute();
}

void SimplifyTool::setTolerance(double tolerance)
{
    m_context.settings.simplifyTolerance = std::clamp(std::round(tolerance * 10) / 10, 0.0, largestTolerance);
    compute();
}

bool SimplifyTool::wheel(double notches, Qt::KeyboardModifiers modifiers)
{
    if (!modifiers.testFlag(Qt::ControlModifier))
        return false;
    const double tolerance = m_context.settings.simplifyTolerance;
    setTolerance(notches > 0 ? std::max(tolerance + 0.1, tolerance * 1.2) : std::min(tolerance - 0.1, tolerance / 1.2));
    return true;
}

bool SimplifyTool::trigger(const QString &actionId)
{
    if (actionId == QLatin1String("image.option.more"))
        return wheel(1, Qt::ControlModifier);
    if (actionId == QLatin1String("image.option.less"))
        return wheel(-1, Qt::ControlModifier);
    return false;
}

bool SimplifyTool::finish()
{
    if (m_results.empty()) {
        m_context.hint(tr("Select a polygon, a mask or a line first."));
        return true;
    }
    ImageEdits::Regions regions;
    for (Simplified &result : m_results)
        regions.changes.emplace_back(result.id, std::move(result.geometry));
    cancel();
    const QString said = tr("%1 corners became %2.").arg(m_before).arg(m_after);
    if (m_context.edits.apply(regions, tr("Simplify")))
        m_context.hint(said);
    else
        m_context.hint(tr("Nothing changes at this tolerance."));
    compute();
    return true;
}

bool SimplifyTool::cancel()
{
    m_results.clear();
    m_context.canvas.setReplaced({});
    return false;
}

std::vector<ToolOption> SimplifyTool::options()
{
    return {{QStringLiteral("simplifyTolerance"), tr("Tolerance"), ToolOption::Kind::Number, 0, largestTolerance, 0.5, 1, tr(" px"), {},
             [this] { return m_context.settings.simplifyTolerance; }, [this](double value) { setTolerance(value); }}};
}

QString SimplifyTool::status() const
{
    if (m_results.empty())
        return tr("Select a polygon, a mask or a line");
    return tr("%1 → %2 corners; Enter keeps it").arg(m_before).arg(m_after);
}

void SimplifyTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    for (const auto &[id, after, picture] : m_results) {
        const canvas::ShapeScene::Entry *entry = m_context.canvas.scene().find(id);
        if (!entry)
            continue;
        if (picture) {
            painter.save();
            painter.setOpacity(0.6);
            picture->paint(painter, view, clip, devicePixelRatio);
            painter.restore();
            continue;
        }
        // How it was: a hairline under the new outline.
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(255, 255, 255, 150), 1));
        painter.drawPath(view.screen_from_image().map(canvas::outlineOf(entry->shape.geometry)));
        canvas::ShapePainter(painter, view, clip, devicePixelRatio).preview(after, entry->shape.colour);
        if (const auto *polygon = std::get_if<geometry::Polygon>(&after)) {
            for (const auto &[vertex, corner] : canvas::verticesOf(*polygon)) {
                const QPointF at = view.toScreen(corner);
                if (clip.contains(at))
                    paintKnob(painter, at, 3, QColor(255, 255, 255));
            }
        }
    }
}

}  // namespace plumbline::imageview
