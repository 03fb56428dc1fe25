// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/shapebuilder.h"

#include "core/itemmodels/words.h"
#include "plugins/views/image/measuretools.h"
#include "plugins/views/image/relationarrow.h"
#include "plugins/views/image/skeletons.h"

#include <algorithm>

namespace plumbline::imageview {

QString ShapeBuilder::titleOf(ClassId id) const
{
    const model::LabelClass *labelClass = m_editing.schema().find(id);
    return labelClass ? itemmodels::titleOf(*labelClass) : ImageEdits::tr("no class");
}

bool ShapeBuilder::shows(const model::Annotation &annotation) const
{
    const bool drawn =
        m_comparison.mode() == Comparison::Mode::Off ? ImageEdits::isShown(annotation) : m_comparison.shows(annotation);
    return drawn && m_edits.marks().shows(annotation.id)
           && !m_editing.marks().filteredOut.contains(annotation.id);
}

void ShapeBuilder::makeArrow(canvas::CanvasShape &shape, const geometry::Relation &relation) const
{
    const model::Annotation *from = m_editing.annotation(relation.from);
    const model::Annotation *to = m_editing.annotation(relation.to);
    // Without both ends there is nothing to draw; the list shows it all the same.
    if (!from || !to || !shows(*from) || !shows(*to))
        return;
    if (auto line = relationArrow(from->geometry, to->geometry))
        shape.geometry = std::move(*line);
    shape.ornament = canvas::Ornament::Arrow;
    // It follows its ends.
    shape.locked = true;
    shape.hatched = false;
    if (m_editing.schema().find(m_editing.annotation(shape.id)->labelClass) == nullptr)
        shape.label = relation.type.isEmpty() ? ImageEdits::tr("relation") : relation.type;
}

canvas::CanvasShape ShapeBuilder::shapeOf(const model::Annotation &annotation) const
{
    canvas::CanvasShape shape;
    shape.id = annotation.id;
    shape.geometry = annotation.geometry;
    const model::LabelClass *labelClass = m_editing.schema().find(annotation.labelClass);
    shape.colour = labelClass && labelClass->colour.isValid() ? labelClass->colour : QColor(200, 200, 200);
    shape.label = titleOf(annotation.labelClass);
    shape.score = annotation.score;
    shape.role = annotation.role;
    shape.predicted = ImageEdits::isOpenPrediction(annotation);
    shape.unsure = annotation.unsure;
    shape.flagged = m_editing.marks().flagged.contains(annotation.id);
    shape.locked = !m_edits.isChangeable(annotation);
    shape.hatched = shape.locked && m_editing.canCreate();
    shape.zOrder = annotation.zOrder;
    shape.outlineOnly = m_edits.marks().locked.contains(annotation.id);
    if (const auto *relation = std::get_if<geometry::Relation>(&annotation.geometry)) {
        makeArrow(shape, *relation);
    } else if (const auto *points = std::get_if<geometry::KeyPoints>(&annotation.geometry)) {
        if (const model::Skeleton *skeleton = skeletonNamed(m_editing.schema(), points->skeleton))
            shape.bones = skeleton->edges;
    } else if (const auto measure = model::measureOf(annotation)) {
        shape.ornament = measure->kind == model::MeasureKind::Angle ? canvas::Ornament::Angle : canvas::Ornament::Ruler;
        if (!labelClass) {
            shape.label = itemmodels::measureText(std::get<geometry::Polyline>(annotation.geometry), *measure);
            shape.colour = measureColour();
        } else {
            shape.label += QStringLiteral(" · ") + itemmodels::measureText(std::get<geometry::Polyline>(annotation.geometry), *measure);
        }
    }
    m_comparison.adapt(annotation, shape);
    return shape;
}

std::optional<canvas::CanvasShape> ShapeBuilder::shape(const model::Annotation &annotation) const
{
    return shows(annotation) ? std::optional(shapeOf(annotation)) : std::nullopt;
}

QSet<AnnotationId> ShapeBuilder::withArrows(QSet<AnnotationId> ids) const
{
    QSet<AnnotationId> arrows;
    for (const model::Annotation &annotation : m_editing.annotations())
        if (const auto *relation = std::get_if<geometry::Relation>(&annotation.geometry);
            relation && (ids.contains(relation->from) || ids.contains(relation->to)))
            arrows.insert(annotation.id);
    return ids.unite(arrows);
}

std::vector<canvas::CanvasShape> ShapeBuilder::shapes() const
{
    std::vector<const model::Annotation *> shown;
    for (const model::Annotation &annotation : m_editing.annotations())
        if (shows(annotation))
            shown.push_back(&annotation);
    // Stable, so that equal orders keep the order of creation.
    std::stable_sort(shown.begin(), shown.end(),
                     [](const model::Annotation *a, const model::Annotation *b) { return a->zOrder < b->zOrder; });
    std::vector<canvas::CanvasShape> shapes;
    shapes.reserve(shown.size());
    for (const model::Annotation *annotation : shown)
        shapes.push_back(shapeOf(*annotation));
    return shapes;
}

}  // namespace plumbline::imageview
