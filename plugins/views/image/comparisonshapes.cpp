// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/comparisonshapes.h"

#include "core/itemmodels/words.h"
#include "plugins/views/image/measuretools.h"
#include "plugins/views/image/relationarrow.h"
#include "plugins/views/image/skeletons.h"

#include <algorithm>

namespace plumbline::imageview {

namespace {

using ById = QHash<AnnotationId, const model::Annotation *>;

void makeArrow(canvas::CanvasShape &shape, const geometry::Relation &relation, const ById &labels)
{
    const model::Annotation *from = labels.value(relation.from);
    const model::Annotation *to = labels.value(relation.to);
    if (!from || !to)
        return;
    if (auto line = relationArrow(from->geometry, to->geometry))
        shape.geometry = std::move(*line);
    shape.ornament = canvas::Ornament::Arrow;
}

canvas::CanvasShape shapeOf(const model::Annotation &label, const model::Schema &schema, const ById &labels)
{
    canvas::CanvasShape shape;
    shape.id = label.id;
    shape.geometry = label.geometry;
    const model::LabelClass *labelClass = schema.find(label.labelClass);
    shape.colour = labelClass && labelClass->colour.isValid() ? labelClass->colour : QColor(200, 200, 200);
    shape.label = itemmodels::labelTitle(schema, label);
    shape.score = label.score;
    shape.role = label.role;
    shape.unsure = label.unsure;
    shape.locked = true;
    shape.zOrder = label.zOrder;
    if (const auto *relation = std::get_if<geometry::Relation>(&label.geometry)) {
        makeArrow(shape, *relation, labels);
    } else if (const auto *points = std::get_if<geometry::KeyPoints>(&label.geometry)) {
        if (const model::Skeleton *skeleton = skeletonNamed(schema, points->skeleton))
            shape.bones = skeleton->edges;
    } else if (const auto measure = model::measureOf(label)) {
        shape.ornament = measure->kind == model::MeasureKind::Angle ? canvas::Ornament::Angle : canvas::Ornament::Ruler;
        const QString value = itemmodels::measureText(std::get<geometry::Polyline>(label.geometry), *measure);
        shape.label = labelClass ? shape.label + QStringLiteral(" · ") + value : value;
        if (!labelClass)
            shape.colour = measureColour();
    }
    return shape;
}

}  // namespace

QColor paleColour(const QColor &colour)
{
    constexpr double kept = 0.3;
    constexpr double grey = 118;
    const auto mixed = [](int part) { return int(part * kept + grey * (1 - kept)); };
    return {mixed(colour.red()), mixed(colour.green()), mixed(colour.blue())};
}

std::vector<canvas::CanvasShape> comparedShapes(const std::vector<extension::ComparedLabels> &sources,
                                                const model::Schema &schema, const QSet<AnnotationId> &marked)
{
    std::vector<canvas::CanvasShape> shapes;
    QSet<AnnotationId> known;
    for (const extension::ComparedLabels &source : sources) {
        ById labels;
        for (const model::Annotation &label : source.labels)
            labels.insert(label.id, &label);
        const std::size_t first = shapes.size();
        for (const model::Annotation &label : source.labels) {
            if (known.contains(label.id))
                continue;
            known.insert(label.id);
            canvas::CanvasShape shape = shapeOf(label, schema, labels);
            shape.predicted = source.dashed;
            if (sources.size() > 1) {
                shape.colour = source.colour;
                shape.label = source.title + QStringLiteral(" · ") + shape.label;
            }
            if (!marked.isEmpty() && !marked.contains(label.id)) {
                shape.colour = paleColour(shape.colour);
                shape.label.clear();
                shape.score.reset();
                shape.unsure = false;
            }
            shapes.push_back(std::move(shape));
        }
        // Within a source, so that the order of the sources stays what the legend says.
        std::stable_sort(shapes.begin() + std::ptrdiff_t(first), shapes.end(),
                         [](const canvas::CanvasShape &a, const canvas::CanvasShape &b) { return a.zOrder < b.zOrder; });
    }
    return shapes;
}

}  // namespace plumbline::imageview
