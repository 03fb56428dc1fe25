// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/selecttool.h"

#include "widgets/canvas/shapepainter.h"
#include "widgets/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace plumbline::imageview {

using canvas::Hit;
using canvas::HitPart;

const geometry::Polygon *SelectTool::polygonOf(AnnotationId id) const
{
    const model::Annotation *annotation = m_context.editing.annotation(id);
    return annotation ? std::get_if<geometry::Polygon>(&annotation->geometry) : nullptr;
}

void SelectTool::choose(const std::optional<canvas::VertexRef> &vertex)
{
    m_chosen = vertex;
    m_chosenOf = vertex ? m_hit.id : AnnotationId{};
    m_context.canvas.update();
}

void SelectTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton || m_drag != Drag::None)
        return;
    m_start = pointer;
    m_dragging = false;
    m_onlyThis = {};
    m_hit = m_context.canvas.shapesVisible() ? m_context.canvas.hitTest().at(pointer.screen) : Hit{};
    switch (m_hit.part) {
    case HitPart::Vertex:
        if (pointer.modifiers.testFlag(Qt::AltModifier)) {
            removeVertex(m_hit.id, m_hit.vertex);
            return;
        }
        choose(m_hit.vertex);
        m_drag = Drag::Vertex;
        break;
    case HitPart::Midpoint:
        choose(std::nullopt);
        m_drag = Drag::Midpoint;
        break;
    case HitPart::BoxHandle:
        choose(std::nullopt);
        m_drag = Drag::Handle;
        break;
    case HitPart::Edge:
    case HitPart::Interior:
        choose(std::nullopt);
        pressShape(m_hit, pointer.modifiers);
        break;
    case HitPart::Nothing:
        choose(std::nullopt);
        m_drag = Drag::Band;
        m_bandBase = pointer.modifiers & (Qt::ShiftModifier | Qt::ControlModifier) ? m_context.editing.selection() : QSet<AnnotationId>{};
        break;
    }
}

void SelectTool::pressShape(const Hit &hit, Qt::KeyboardModifiers modifiers)
{
    QSet<AnnotationId> selection = m_context.editing.selection();
    if (modifiers.testFlag(Qt::ControlModifier)) {
        if (!selection.remove(hit.id))
            selection.insert(hit.id);
        m_context.editing.select(selection);
        return;
    }
    if (modifiers.testFlag(Qt::ShiftModifier)) {
        selection.insert(hit.id);
        m_context.editing.select(selection);
    } else if (!selection.contains(hit.id)) {
        m_context.editing.select({hit.id});
    } else if (selection.size() > 1) {
        // Perhaps all of them are about to be moved.
        m_onlyThis = hit.id;
    }
    m_drag = Drag::Shapes;
}

void SelectTool::begin()
{
    m_dragging = true;
    m_onlyThis = {};
    if (m_drag == Drag::Band)
        return;
    std::vector<AnnotationId> ids = m_drag == Drag::Shapes ? m_context.edits.selectedInOrder() : std::vector<AnnotationId>{m_hit.id};
    QSet<AnnotationId> replaced;
    bool locked = false;
    for (const AnnotationId &id : ids) {
        const model::Annotation *annotation = m_context.editing.annotation(id);
        if (!annotation || !m_context.edits.isChangeable(*annotation)) {
            locked = true;
            continue;
        }
        // A mask is made of pixels and does not move.
        if (m_drag == Drag::Shapes && std::holds_alternative<geometry::Mask>(annotation->geometry))
            continue;
        m_previews.push_back({id, annotation->geometry, annotation->geometry});
        replaced.insert(id);
    }
    if (locked)
        m_context.hint(ImageEdits::tr("This label cannot be changed here."));
    if (m_previews.empty()) {
        reset();
        return;
    }
    m_context.canvas.setReplaced(replaced);
}

void SelectTool::update(const canvas::CanvasPointer &pointer)
{
    const geometry::Point delta{pointer.image.x - m_start.image.x, pointer.image.y - m_start.image.y};
    const auto &picture = m_context.edits.picture();
    switch (m_drag) {
    case Drag::Shapes: {
        std::vector<AnnotationId> ids;
        for (const Preview &preview : m_previews)
            ids.push_back(preview.id);
        const geometry::Point step = m_context.edits.allowedMove(ids, delta.x, delta.y);
        for (Preview &preview : m_previews)
            preview.after = geometry::translated(preview.before, step.x, step.y);
        break;
    }
    case Drag::Handle:
        m_previews.front().after = canvas::boxResized(std::get<geometry::Box>(m_previews.front().before), m_hit.handle, delta.x, delta.y,
                                                      picture, smallestBox);
        break;
    case Drag::Vertex: {
        const auto &before = std::get<geometry::Polygon>(m_previews.front().before);
        // The corner keeps its distance from the mouse that it had when it was taken.
        const geometry::Point from = canvas::vertexOf(before, m_hit.vertex).value_or(m_start.image);
        m_previews.front().after =
            canvas::withVertexMoved(before, m_hit.vertex, canvas::clampedTo({from.x + delta.x, from.y + delta.y}, picture));
        break;
    }
    case Drag::Midpoint:
        m_previews.front().after = canvas::withVertexInserted(std::get<geometry::Polygon>(m_previews.front().before), m_hit.vertex,
                                                              canvas::clampedTo(pointer.image, picture));
        break;
    case Drag::Band:
        m_band = canvas::boxBetween(m_start.image, pointer.image, std::nullopt);
        break;
    case Drag::None: break;
    }
    m_context.canvas.update();
}

void SelectTool::move(const canvas::CanvasPointer &pointer)
{
    if (m_drag == Drag::None) {
        m_hover = m_context.canvas.shapesVisible() ? m_context.canvas.hitTest().at(pointer.screen) : Hit{};
        m_context.canvas.setHovered(m_hover.part == HitPart::Nothing ? AnnotationId{} : m_hover.id);
        m_context.canvas.refreshCursor();
        return;
    }
    if (!m_dragging && travel(pointer.screen, m_start.screen) >= dragThreshold)
        begin();
    if (m_dragging)
        update(pointer);
}

void SelectTool::release(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton || m_drag == Drag::None)
        return;
    if (m_dragging) {
        update(pointer);
        commit();
        return;
    }
    const bool clickedNothing = m_drag == Drag::Band;
    const AnnotationId only = m_onlyThis;
    reset();
    if (clickedNothing)
        m_context.editing.select(m_bandBase);
    else if (!only.isNull())
        m_context.editing.select({only});
}

void SelectTool::commit()
{
    const Drag drag = m_drag;
    const auto previews = std::move(m_previews);
    const geometry::Box band = m_band;
    const auto hit = m_hit;
    reset();
    if (drag == Drag::Band) {
        QSet<AnnotationId> selection = m_bandBase;
        for (const AnnotationId &id : m_context.canvas.hitTest().inside(band))
            selection.insert(id);
        m_context.editing.select(selection);
        return;
    }
    std::vector<ImageEdits::NewGeometry> changes;
    for (const Preview &preview : previews)
        changes.emplace_back(preview.id, preview.after);
    m_context.edits.setGeometries(changes, drag == Drag::Shapes   ? ImageEdits::Verb::Move
                                           : drag == Drag::Handle ? ImageEdits::Verb::Resize
                                                                  : ImageEdits::Verb::Reshape);
    if (drag == Drag::Midpoint) {
        m_hit = hit;
        ++m_hit.vertex.index;
        choose(m_hit.vertex);
    }
}

void SelectTool::reset()
{
    m_drag = Drag::None;
    m_dragging = false;
    m_onlyThis = {};
    m_previews.clear();
    m_context.canvas.setReplaced({});
    m_context.canvas.update();
}

void SelectTool::doubleClick(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    const Hit hit = m_context.canvas.hitTest().at(pointer.screen);
    const geometry::Polygon *polygon = polygonOf(hit.id);
    const model::Annotation *annotation = m_context.editing.annotation(hit.id);
    if (!polygon || !m_context.edits.isChangeable(*annotation) || (hit.part != HitPart::Edge && hit.part != HitPart::Midpoint))
        return;
    reset();
    m_hit = hit;
    const geometry::Point at = canvas::clampedTo(pointer.image, m_context.edits.picture());
    m_context.edits.setGeometries({{hit.id, canvas::withVertexInserted(*polygon, hit.vertex, at)}}, ImageEdits::Verb::Reshape);
    ++m_hit.vertex.index;
    choose(m_hit.vertex);
}

bool SelectTool::removeVertex(AnnotationId id, const canvas::VertexRef &vertex)
{
    const geometry::Polygon *polygon = polygonOf(id);
    if (!polygon)
        return false;
    const auto after = canvas::withVertexRemoved(*polygon, vertex);
    choose(std::nullopt);
    if (!after) {
        m_context.hint(ImageEdits::tr("A polygon needs three corners; press Del again to delete all of it."));
        return true;
    }
    m_context.edits.setGeometries({{id, *after}}, ImageEdits::Verb::Reshape);
    return true;
}

bool SelectTool::removeChosen()
{
    return m_chosen && removeVertex(m_chosenOf, *m_chosen);
}

bool SelectTool::cancel()
{
    const bool busy = m_drag != Drag::None || m_chosen.has_value();
    reset();
    choose(std::nullopt);
    return busy;
}

void SelectTool::documentChanged()
{
    const bool moved = std::any_of(m_previews.begin(), m_previews.end(), [this](const Preview &preview) {
        const model::Annotation *annotation = m_context.editing.annotation(preview.id);
        return !annotation || annotation->geometry != preview.before;
    });
    if (moved)
        reset();
    const geometry::Polygon *polygon = polygonOf(m_chosenOf);
    const bool keeps = m_chosen && polygon && canvas::vertexOf(*polygon, *m_chosen) && m_context.editing.selection().contains(m_chosenOf);
    if (m_chosen && !keeps)
        choose(std::nullopt);
}

void SelectTool::leave()
{
    m_hover = {};
    m_context.canvas.setHovered({});
}

void SelectTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    if (!m_dragging)
        return;
    if (m_drag == Drag::Band) {
        const QColor accent = theme::themeOf(m_context.canvas.palette()).colour(theme::Token::Accent);
        QColor tint = accent;
        tint.setAlpha(40);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(accent, 1));
        painter.setBrush(tint);
        painter.drawRect(view.rectOf(m_band));
        return;
    }
    canvas::ShapePainter shapes(painter, view, clip, devicePixelRatio);
    for (const Preview &preview : m_previews) {
        const canvas::ShapeScene::Entry *entry = m_context.canvas.scene().find(preview.id);
        if (!entry)
            continue;
        shapes.preview(preview.after, entry->shape.colour, entry->shape.predicted);
        if (m_drag == Drag::Handle) {
            const auto &box = std::get<geometry::Box>(preview.after);
            shapes.handles(box, entry->shape.colour, std::nullopt);
            paintReadout(painter, view.toScreen(geometry::Point{box.right(), box.bottom()}),
                         QStringLiteral("%1 × %2").arg(std::lround(box.w)).arg(std::lround(box.h)), clip, m_context.canvas.font());
        } else if (m_drag != Drag::Shapes) {
            shapes.handles(preview.after, entry->shape.colour, m_chosen);
        }
    }
}

QCursor SelectTool::cursor() const
{
    const Hit &hit = m_drag == Drag::None ? m_hover : m_hit;
    switch (hit.part) {
    case HitPart::BoxHandle: {
        constexpr Qt::CursorShape shapes[] = {Qt::SizeFDiagCursor, Qt::SizeVerCursor, Qt::SizeBDiagCursor, Qt::SizeHorCursor};
        return shapes[hit.handle % 4];
    }
    case HitPart::Vertex: return Qt::CrossCursor;
    case HitPart::Midpoint: return Qt::DragCopyCursor;
    case HitPart::Edge:
    case HitPart::Interior:
        return m_context.editing.selection().contains(hit.id) ? Qt::SizeAllCursor : Qt::PointingHandCursor;
    case HitPart::Nothing: break;
    }
    return Qt::ArrowCursor;
}

}  // namespace plumbline::imageview
