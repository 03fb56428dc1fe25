// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/selecttool.h"

#include "core/model/measure.h"
#include "plugins/views/image/imageactions.h"
#include "plugins/views/image/objectedits.h"
#include "plugins/views/image/objectops.h"
#include "plugins/views/image/relationarrow.h"
#include "widgets/canvas/shapepainter.h"
#include "widgets/canvas/vertices.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <cmath>
#include <numbers>

namespace plumbline::imageview {

using canvas::Hit;
using canvas::HitPart;

namespace {

// The resize cursor nearest to a direction, given clockwise from the right.
Qt::CursorShape resizeCursor(double radians)
{
    constexpr Qt::CursorShape shapes[] = {Qt::SizeHorCursor, Qt::SizeFDiagCursor, Qt::SizeVerCursor, Qt::SizeBDiagCursor};
    const auto eighth = std::lround(radians / (std::numbers::pi / 4));
    return shapes[((eighth % 4) + 4) % 4];
}

Qt::CursorShape cursorOf(const geometry::RotatedBox &frame, int handle)
{
    const geometry::Point at = canvas::frameHandle(frame, handle);
    return resizeCursor(std::atan2(at.y - frame.cy, at.x - frame.cx));
}

}  // namespace

std::optional<geometry::RotatedBox> SelectTool::frame() const
{
    if (!m_context.canvas.shapesVisible() || m_context.editing.selection().size() < (m_frameAlways ? 1 : 2))
        return std::nullopt;
    std::vector<geometry::Box> bounds;
    const model::Annotation *only = nullptr;
    for (const model::Annotation *annotation : m_context.edits.selectedAnnotations()) {
        const auto box = geometry::boundsOf(annotation->geometry);
        if (!box || !m_context.canvas.scene().find(annotation->id) || !m_context.edits.isChangeable(*annotation)
            || std::holds_alternative<geometry::Mask>(annotation->geometry))
            continue;
        bounds.push_back(*box);
        only = annotation;
    }
    if (bounds.empty() || (bounds.size() == 1 && !m_frameAlways))
        return std::nullopt;
    // Rotated boxes and ellipses have their own frame with the same handles.
    if (bounds.size() == 1 && !std::holds_alternative<geometry::Box>(only->geometry) && canvas::frameOf(only->geometry))
        return std::nullopt;
    return canvas::frameOf(*unitedBounds(bounds));
}

std::optional<int> SelectTool::frameHandleAt(QPointF screen) const
{
    const auto around = frame();
    if (!around)
        return std::nullopt;
    const canvas::ViewTransform &view = m_context.canvas.view();
    const auto near = [&](geometry::Point p) {
        const QPointF at = view.toScreen(p);
        return std::hypot(at.x() - screen.x(), at.y() - screen.y()) < canvas::handleReach;
    };
    if (near(canvas::turnHandle(*around, canvas::turnHandleDistance / view.scale)))
        return canvas::boxHandleCount;
    for (const int handle : {0, 2, 4, 6, 1, 3, 5, 7}) {
        const double side = (handle == 1 || handle == 5 ? around->w : around->h) * view.scale;
        if ((handle % 2 == 0 || side >= canvas::sideHandleMinimum) && near(canvas::frameHandle(*around, handle)))
            return handle;
    }
    return std::nullopt;
}

Hit SelectTool::hitAt(QPointF screen) const
{
    return m_context.canvas.shapesVisible() ? m_context.canvas.hitTest().at(screen, !frame()) : Hit{};
}

const model::Annotation *SelectTool::pointShape() const
{
    const auto selected = m_context.edits.selectedAnnotations();
    const bool fits = selected.size() == 1 && m_context.edits.isChangeable(*selected.front())
                      && !canvas::pointsOf(selected.front()->geometry).empty();
    return fits ? selected.front() : nullptr;
}

void SelectTool::choose(AnnotationId of, std::vector<canvas::VertexRef> points)
{
    m_chosen = std::move(points);
    m_chosenOf = m_chosen.empty() ? AnnotationId{} : of;
    m_context.canvas.update();
}

void SelectTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton || m_pressed != Press::None)
        return;
    m_start = pointer;
    m_onlyThese.clear();
    m_frameHandle = frameHandleAt(pointer.screen);
    if (m_frameHandle) {
        m_frameAtStart = frame();
        m_pressed = *m_frameHandle == canvas::boxHandleCount ? Press::FrameTurn : Press::FrameHandle;
        return;
    }
    m_hit = hitAt(pointer.screen);
    switch (m_hit.part) {
    case HitPart::Vertex: pressPoint(pointer); break;
    case HitPart::Midpoint:
        choose({}, {});
        m_pressed = Press::Midpoint;
        break;
    case HitPart::BoxHandle:
        choose({}, {});
        m_pressed = Press::Handle;
        break;
    case HitPart::TurnHandle:
        choose({}, {});
        m_pressed = Press::Turn;
        break;
    case HitPart::Edge:
    case HitPart::Interior:
        choose({}, {});
        pressShape(pointer);
        break;
    case HitPart::Nothing:
        m_pressed = pointer.modifiers.testFlag(Qt::AltModifier) && pointShape() ? Press::PointBand : Press::Band;
        if (m_pressed == Press::Band)
            choose({}, {});
        m_bandBase =
            pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier) ? m_context.editing.selection() : QSet<AnnotationId>{};
        break;
    }
}

void SelectTool::pressPoint(const canvas::CanvasPointer &pointer)
{
    const model::Annotation *annotation = m_context.editing.annotation(m_hit.id);
    const bool joint = annotation && std::holds_alternative<geometry::KeyPoints>(annotation->geometry);
    if (pointer.modifiers.testFlag(Qt::AltModifier)) {
        removePoints(m_hit.id, {m_hit.vertex});
        return;
    }
    if (joint && pointer.modifiers.testFlag(Qt::ControlModifier)) {
        cycleVisibility(m_hit.id, {m_hit.vertex});
        return;
    }
    const auto at = std::find(m_chosen.begin(), m_chosen.end(), m_hit.vertex);
    const bool was = m_chosenOf == m_hit.id && at != m_chosen.end();
    if (pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier)) {
        std::vector<canvas::VertexRef> points = m_chosenOf == m_hit.id ? m_chosen : std::vector<canvas::VertexRef>{};
        if (was)
            points.erase(points.begin() + (at - m_chosen.begin()));
        else
            points.push_back(m_hit.vertex);
        choose(m_hit.id, std::move(points));
        if (was)
            return;
    } else if (!was) {
        choose(m_hit.id, {m_hit.vertex});
    }
    m_pressed = Press::Point;
}

void SelectTool::pressShape(const canvas::CanvasPointer &pointer)
{
    const bool alone = pointer.modifiers.testFlag(Qt::AltModifier);
    const QSet<AnnotationId> taken =
        alone ? QSet<AnnotationId>{m_hit.id} : objectedits::withGroups(m_context.editing, {m_hit.id});
    QSet<AnnotationId> selection = m_context.editing.selection();
    if (pointer.modifiers.testFlag(Qt::ControlModifier)) {
        m_context.editing.select(selection.contains(m_hit.id) ? selection - taken : selection + taken);
        return;
    }
    if (pointer.modifiers.testFlag(Qt::ShiftModifier))
        m_context.editing.select(selection + taken);
    else if (alone || !selection.contains(m_hit.id))
        m_context.editing.select(taken);
    else if (selection != taken)
        // Perhaps all of them are about to be moved.
        m_onlyThese = taken;
    m_pressed = Press::Shapes;
}

Previews SelectTool::previewsOf(const std::vector<AnnotationId> &ids)
{
    Previews previews;
    bool locked = false;
    bool upright = false;
    for (const AnnotationId &id : ids) {
        const model::Annotation *annotation = m_context.editing.annotation(id);
        if (!annotation || !m_context.edits.isChangeable(*annotation)) {
            locked = true;
            continue;
        }
        // A mask is made of pixels and does not move; an arrow follows its ends.
        if (!geometry::boundsOf(annotation->geometry) || std::holds_alternative<geometry::Mask>(annotation->geometry))
            continue;
        if (m_pressed == Press::FrameTurn && std::holds_alternative<geometry::Box>(annotation->geometry)
            && !m_context.edits.mayBecome(*annotation, QStringLiteral("rotated-box"))) {
            upright = true;
            continue;
        }
        previews.push_back({id, annotation->geometry, annotation->geometry});
    }
    if (locked)
        m_context.hint(ImageEdits::tr("This label cannot be changed here."));
    else if (upright)
        m_context.hint(ImageEdits::tr("The class of a box does not allow rotated boxes; it stays upright."));
    return previews;
}

std::unique_ptr<ShapeDrag> SelectTool::makeDrag(Previews previews)
{
    switch (m_pressed) {
    case Press::Shapes: return moveDrag(m_context, std::move(previews), m_start);
    case Press::Handle: return handleDrag(m_context, std::move(previews), m_start, m_hit.handle);
    case Press::Turn: return turnDrag(m_context, std::move(previews), m_start);
    case Press::Point: return pointDrag(m_context, std::move(previews), m_start, m_hit.vertex, m_chosen);
    case Press::Midpoint: return insertDrag(m_context, std::move(previews), m_start, m_hit.vertex);
    case Press::FrameHandle: return scaleDrag(m_context, std::move(previews), m_start, *m_frameAtStart, *m_frameHandle);
    case Press::FrameTurn: return spinDrag(m_context, std::move(previews), m_start, *m_frameAtStart);
    case Press::None:
    case Press::Band:
    case Press::PointBand: break;
    }
    return nullptr;
}

void SelectTool::begin()
{
    m_onlyThese.clear();
    if (m_pressed == Press::Band || m_pressed == Press::PointBand) {
        m_banding = true;
        return;
    }
    const bool whole = m_pressed == Press::Shapes || m_pressed == Press::FrameHandle || m_pressed == Press::FrameTurn;
    Previews previews = previewsOf(whole ? m_context.edits.selectedInOrder() : std::vector<AnnotationId>{m_hit.id});
    if (previews.empty()) {
        reset();
        return;
    }
    QSet<AnnotationId> replaced;
    for (const ShapePreview &preview : previews)
        replaced.insert(preview.id);
    // Arrows follow the ends that move.
    m_arrows.clear();
    for (const model::Annotation &annotation : m_context.editing.annotations())
        if (const auto *relation = std::get_if<geometry::Relation>(&annotation.geometry);
            relation && (replaced.contains(relation->from) || replaced.contains(relation->to)))
            m_arrows.push_back(annotation.id);
    replaced.unite({m_arrows.begin(), m_arrows.end()});
    m_drag = makeDrag(std::move(previews));
    m_context.canvas.setReplaced(replaced);
}

void SelectTool::move(const canvas::CanvasPointer &pointer)
{
    m_at = pointer.screen;
    if (m_pressed == Press::None) {
        m_frameHandle = frameHandleAt(pointer.screen);
        m_hover = m_frameHandle ? Hit{} : hitAt(pointer.screen);
        m_context.canvas.setHovered(m_hover.part == HitPart::Nothing ? AnnotationId{} : m_hover.id);
        m_context.canvas.refreshCursor();
        return;
    }
    if (!m_drag && !m_banding && travel(pointer.screen, m_start.screen) >= dragThreshold)
        begin();
    if (m_drag)
        m_drag->update(pointer);
    else if (m_banding)
        m_band = canvas::boxBetween(m_start.image, pointer.image, std::nullopt);
    m_context.canvas.update();
}

void SelectTool::release(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton || m_pressed == Press::None)
        return;
    if (m_drag || m_banding) {
        move(pointer);
        commit();
        return;
    }
    const Press pressed = m_pressed;
    const QSet<AnnotationId> only = m_onlyThese;
    reset();
    if (pressed == Press::Band)
        m_context.editing.select(m_bandBase);
    else if (pressed == Press::PointBand)
        choose({}, {});
    else if (!only.isEmpty())
        m_context.editing.select(only);
}

void SelectTool::commit()
{
    const Press pressed = m_pressed;
    const auto drag = std::move(m_drag);
    const geometry::Box band = m_band;
    const Hit hit = m_hit;
    reset();
    if (pressed == Press::Band) {
        QSet<AnnotationId> taken;
        for (const AnnotationId &id : m_context.canvas.hitTest().inside(band))
            taken.insert(id);
        m_context.editing.select(m_bandBase + objectedits::withGroups(m_context.editing, taken));
        return;
    }
    if (pressed == Press::PointBand) {
        const model::Annotation *annotation = pointShape();
        std::vector<canvas::VertexRef> points;
        if (annotation)
            for (const auto &[vertex, point] : canvas::pointsOf(annotation->geometry))
                if (band.contains(point))
                    points.push_back(vertex);
        choose(annotation ? annotation->id : AnnotationId{}, std::move(points));
        return;
    }
    std::vector<ImageEdits::NewGeometry> changes;
    for (const ShapePreview &preview : drag->previews())
        changes.emplace_back(preview.id, preview.after);
    m_context.edits.setGeometries(changes, drag->verb());
    if (pressed == Press::Midpoint) {
        canvas::VertexRef made = hit.vertex;
        ++made.index;
        choose(hit.id, {made});
    }
}

void SelectTool::reset()
{
    m_pressed = Press::None;
    m_drag.reset();
    m_banding = false;
    m_onlyThese.clear();
    m_context.canvas.setReplaced({});
    m_context.canvas.update();
}

void SelectTool::doubleClick(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    const Hit hit = hitAt(pointer.screen);
    const model::Annotation *annotation = m_context.editing.annotation(hit.id);
    const bool edge = hit.part == HitPart::Edge || hit.part == HitPart::Midpoint;
    // Some window managers keep Alt and the mouse for themselves.
    if (annotation && hit.part == HitPart::Interior && !annotation->group.isNull()) {
        reset();
        m_context.editing.select({hit.id});
        return;
    }
    if (!annotation || !edge || !m_context.edits.isChangeable(*annotation) || !canvas::edgeEnd(annotation->geometry, hit.vertex))
        return;
    reset();
    const geometry::Point at = canvas::clampedTo(pointer.image, m_context.edits.limitsOf(hit.id));
    m_context.edits.setGeometries({{hit.id, canvas::withPointInserted(annotation->geometry, hit.vertex, at)}},
                                  ImageEdits::Verb::Reshape);
    canvas::VertexRef made = hit.vertex;
    ++made.index;
    choose(hit.id, {made});
}

bool SelectTool::removePoints(AnnotationId id, std::vector<canvas::VertexRef> points)
{
    const model::Annotation *annotation = m_context.editing.annotation(id);
    if (!annotation)
        return false;
    const auto after = canvas::withPointsRemoved(annotation->geometry, std::move(points));
    choose({}, {});
    const auto measure = model::measureOf(*annotation);
    if (!after || (measure && measure->kind == model::MeasureKind::Angle)) {
        m_context.hint(std::holds_alternative<geometry::Polygon>(annotation->geometry)
                           ? ImageEdits::tr("A polygon needs three corners; press Del again to delete all of it.")
                           : ImageEdits::tr("Too few points would be left; press Del again to delete all of it."));
        return true;
    }
    m_context.edits.setGeometries({{id, *after}}, ImageEdits::Verb::Reshape);
    return true;
}

bool SelectTool::removeChosen()
{
    return !m_chosen.empty() && removePoints(m_chosenOf, m_chosen);
}

void SelectTool::nudgeChosen(geometry::Point step)
{
    const model::Annotation *annotation = m_context.editing.annotation(m_chosenOf);
    if (!annotation || !m_context.edits.isChangeable(*annotation))
        return;
    geometry::Geometry after = annotation->geometry;
    const auto limits = m_context.edits.limitsOf(m_chosenOf);
    for (const canvas::VertexRef &vertex : m_chosen)
        if (const auto at = canvas::pointOf(after, vertex))
            after = canvas::withPointMoved(std::move(after), vertex, canvas::clampedTo({at->x + step.x, at->y + step.y}, limits));
    m_context.edits.setGeometries({{m_chosenOf, after}}, ImageEdits::Verb::Reshape);
}

void SelectTool::cycleVisibility(AnnotationId id, const std::vector<canvas::VertexRef> &joints)
{
    const model::Annotation *annotation = m_context.editing.annotation(id);
    const auto *points = annotation ? std::get_if<geometry::KeyPoints>(&annotation->geometry) : nullptr;
    if (!points || !m_context.edits.isChangeable(*annotation))
        return;
    geometry::KeyPoints after = *points;
    for (const canvas::VertexRef &joint : joints) {
        int &visibility = after.points[static_cast<std::size_t>(joint.index)].visibility;
        visibility = visibility == 2 ? 1 : 2;
    }
    m_context.edits.setGeometries({{id, after}}, ImageEdits::Verb::Reshape);
}

bool SelectTool::trigger(const QString &actionId)
{
    if (actionId == QLatin1String("image.joint.visibility")) {
        const bool under = m_hover.part == HitPart::Vertex;
        if (m_chosen.empty() && !under)
            m_context.hint(ImageEdits::tr("Click a joint first."));
        else
            cycleVisibility(m_chosen.empty() ? m_hover.id : m_chosenOf,
                            m_chosen.empty() ? std::vector<canvas::VertexRef>{m_hover.vertex} : m_chosen);
        return true;
    }
    if (const auto step = nudgeOf(actionId); step && !m_chosen.empty()) {
        nudgeChosen(*step);
        return true;
    }
    return false;
}

bool SelectTool::cancel()
{
    const bool busy = m_pressed != Press::None || !m_chosen.empty();
    reset();
    choose({}, {});
    return busy;
}

void SelectTool::documentChanged()
{
    if (m_drag) {
        const auto &previews = m_drag->previews();
        const bool moved = std::any_of(previews.begin(), previews.end(), [this](const ShapePreview &preview) {
            const model::Annotation *annotation = m_context.editing.annotation(preview.id);
            return !annotation || annotation->geometry != preview.before;
        });
        if (moved)
            reset();
    }
    const model::Annotation *annotation = m_context.editing.annotation(m_chosenOf);
    const bool keeps = annotation && m_context.editing.selection().contains(m_chosenOf)
                       && std::all_of(m_chosen.begin(), m_chosen.end(), [&](const canvas::VertexRef &v) {
                              return canvas::pointOf(annotation->geometry, v).has_value();
                          });
    if (!m_chosen.empty() && !keeps)
        choose({}, {});
}

void SelectTool::leave()
{
    m_hover = {};
    m_frameHandle.reset();
    m_context.canvas.setHovered({});
}

void SelectTool::paintArrows(canvas::ShapePainter &shapes) const
{
    const auto &previews = m_drag->previews();
    const auto now = [&](AnnotationId id) -> const geometry::Geometry * {
        const auto moved =
            std::find_if(previews.begin(), previews.end(), [id](const ShapePreview &preview) { return preview.id == id; });
        const model::Annotation *annotation = m_context.editing.annotation(id);
        return moved != previews.end() ? &moved->after : annotation ? &annotation->geometry : nullptr;
    };
    for (const AnnotationId &id : m_arrows) {
        const canvas::ShapeScene::Entry *entry = m_context.canvas.scene().find(id);
        const model::Annotation *annotation = m_context.editing.annotation(id);
        const auto *relation = annotation ? std::get_if<geometry::Relation>(&annotation->geometry) : nullptr;
        const geometry::Geometry *from = relation ? now(relation->from) : nullptr;
        const geometry::Geometry *to = relation ? now(relation->to) : nullptr;
        const auto arrow = entry && from && to ? relationArrow(*from, *to) : std::nullopt;
        if (arrow)
            shapes.preview(*arrow, entry->shape);
    }
}

void SelectTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    const QColor accent = theme::themeOf(m_context.canvas.palette()).colour(theme::Token::Accent);
    if (m_banding) {
        QColor tint = accent;
        tint.setAlpha(40);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(accent, 1));
        painter.setBrush(tint);
        painter.drawRect(view.rectOf(m_band));
    }
    canvas::ShapePainter shapes(painter, view, clip, devicePixelRatio);
    if (m_drag) {
        for (const ShapePreview &preview : m_drag->previews()) {
            const canvas::ShapeScene::Entry *entry = m_context.canvas.scene().find(preview.id);
            if (!entry)
                continue;
            shapes.preview(preview.after, entry->shape);
            if (m_drag->showsHandles())
                shapes.handles(preview.after, entry->shape.colour, m_chosen);
        }
        paintArrows(shapes);
    }
    const auto around = m_drag ? m_drag->frame() : m_banding ? std::nullopt : frame();
    if (around) {
        QPolygonF line;
        for (const int corner : {0, 2, 4, 6, 0})
            line.append(view.toScreen(canvas::frameHandle(*around, corner)));
        painter.setRenderHint(QPainter::Antialiasing, true);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(8, 10, 12, 150), 3));
        painter.drawPolyline(line);
        painter.setPen(QPen(accent, 1, Qt::DashLine));
        painter.drawPolyline(line);
        shapes.frameGrips(*around, accent, true);
    }
    if (!m_drag)
        return;
    if (const auto snap = m_drag->snap())
        Snapper::paint(painter, view, *snap);
    if (const QString text = m_drag->readout(); !text.isEmpty()) {
        paintReadout(painter, m_at, text, clip, m_context.canvas.font());
    }
}

QCursor SelectTool::cursor() const
{
    if (m_frameHandle && (m_pressed == Press::None || m_pressed == Press::FrameHandle || m_pressed == Press::FrameTurn)) {
        const auto around = m_frameAtStart && m_pressed != Press::None ? m_frameAtStart : frame();
        if (*m_frameHandle == canvas::boxHandleCount || !around)
            return Qt::PointingHandCursor;
        return cursorOf(*around, *m_frameHandle);
    }
    const Hit &hit = m_pressed == Press::None ? m_hover : m_hit;
    const canvas::ShapeScene::Entry *entry = m_context.canvas.scene().find(hit.id);
    switch (hit.part) {
    case HitPart::BoxHandle: {
        const auto own = entry ? canvas::frameOf(entry->shape.geometry) : std::nullopt;
        return own ? cursorOf(*own, hit.handle) : Qt::ArrowCursor;
    }
    case HitPart::TurnHandle: return Qt::PointingHandCursor;
    case HitPart::Vertex: return Qt::CrossCursor;
    case HitPart::Midpoint: return Qt::DragCopyCursor;
    case HitPart::Edge:
    case HitPart::Interior: return m_context.editing.selection().contains(hit.id) ? Qt::SizeAllCursor : Qt::PointingHandCursor;
    case HitPart::Nothing: break;
    }
    return Qt::ArrowCursor;
}

}  // namespace plumbline::imageview
