// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/relationtool.h"

#include "plugins/views/image/objectedits.h"
#include "plugins/views/image/relationarrow.h"
#include "widgets/canvas/shapepainter.h"

#include <QPainter>

namespace plumbline::imageview {

AnnotationId RelationTool::labelAt(QPointF screen) const
{
    if (!m_context.canvas.shapesVisible())
        return {};
    const canvas::Hit hit = m_context.canvas.hitTest().at(screen, false);
    const model::Annotation *annotation = m_context.editing.annotation(hit.id);
    return annotation && geometry::boundsOf(annotation->geometry) ? annotation->id : AnnotationId{};
}

void RelationTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton || m_pressed)
        return;
    m_pressed = true;
    m_second = !m_from.isNull();
    m_pressedAt = pointer.screen;
    m_cursor = pointer.image;
    if (!m_second) {
        m_from = m_context.edits.canCreate() ? labelAt(pointer.screen) : AnnotationId{};
        if (m_from.isNull())
            m_context.hint(ImageEdits::tr("An arrow starts at a label: press on one and drag to another."));
    }
    m_context.canvas.update();
}

void RelationTool::move(const canvas::CanvasPointer &pointer)
{
    m_cursor = pointer.image;
    m_under = labelAt(pointer.screen);
    m_context.canvas.setHovered(m_under == m_from ? AnnotationId{} : m_under);
    m_context.canvas.refreshCursor();
    if (isBusy())
        m_context.canvas.update();
}

void RelationTool::release(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton || !m_pressed)
        return;
    m_pressed = false;
    if (m_from.isNull())
        return;
    const bool clicked = travel(pointer.screen, m_pressedAt) < dragThreshold;
    if (m_second || !clicked)
        finishAt(labelAt(pointer.screen));
}

void RelationTool::finishAt(AnnotationId to)
{
    const AnnotationId from = m_from;
    if (to.isNull() || to == from) {
        m_context.hint(ImageEdits::tr("An arrow ends at another label."));
        // A second click into nothing may be tried again; a drag is over.
        if (!m_second)
            cancel();
        return;
    }
    cancel();
    objectedits::relate(m_context, from, to);
}

void RelationTool::leave()
{
    m_under = {};
    m_context.canvas.setHovered({});
}

bool RelationTool::cancel()
{
    const bool busy = isBusy();
    m_from = {};
    m_pressed = false;
    m_second = false;
    m_context.canvas.update();
    return busy;
}

void RelationTool::documentChanged()
{
    if (!m_from.isNull() && !m_context.editing.annotation(m_from))
        cancel();
    m_context.settingsChanged();
}

std::vector<ToolOption> RelationTool::options()
{
    const std::vector<objectedits::RelationType> types = objectedits::relationTypes(m_context.editing);
    if (types.size() < 2)
        return {};
    ToolOption option;
    option.id = QStringLiteral("relationType");
    option.title = ImageEdits::tr("Says");
    option.kind = ToolOption::Kind::Choice;
    for (const objectedits::RelationType &type : types)
        option.choices.append(type.name);
    option.value = [this, types] { return static_cast<double>(objectedits::newRelationType(m_context, types)); };
    option.set = [this, types](double value) {
        objectedits::chooseRelationType(m_context, types[static_cast<std::size_t>(value)]);
    };
    return {option};
}

QCursor RelationTool::cursor() const
{
    return m_under.isNull() ? Qt::CrossCursor : Qt::PointingHandCursor;
}

void RelationTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    const model::Annotation *from = m_context.editing.annotation(m_from);
    if (!from)
        return;
    const model::Annotation *to = m_under == m_from ? nullptr : m_context.editing.annotation(m_under);
    const auto arrow = to ? relationArrow(from->geometry, to->geometry) : relationArrow(from->geometry, m_cursor);
    if (!arrow)
        return;
    canvas::CanvasShape like = canvas::ShapePainter::like(currentColour());
    like.ornament = canvas::Ornament::Arrow;
    canvas::ShapePainter(painter, view, clip, devicePixelRatio).preview(*arrow, like);
}

}  // namespace plumbline::imageview
