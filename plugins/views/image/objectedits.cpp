// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/objectedits.h"

#include "core/model/measure.h"

#include <algorithm>

namespace plumbline::imageview::objectedits {

namespace {

// Labels that move together: a group, or one alone.
struct Unit {
    std::vector<AnnotationId> ids;
    geometry::Box bounds;
};

std::vector<Unit> selectedUnits(ToolContext &context)
{
    std::vector<Unit> units;
    QHash<GroupId, std::size_t> groups;
    for (const model::Annotation *annotation : context.edits.selectedAnnotations()) {
        const auto bounds = geometry::boundsOf(annotation->geometry);
        if (!bounds || !context.edits.isChangeable(*annotation) || std::holds_alternative<geometry::Mask>(annotation->geometry))
            continue;
        const auto known = annotation->group.isNull() ? groups.constEnd() : groups.constFind(annotation->group);
        if (known != groups.constEnd()) {
            Unit &unit = units[*known];
            unit.ids.push_back(annotation->id);
            unit.bounds = *unitedBounds({unit.bounds, *bounds});
            continue;
        }
        if (!annotation->group.isNull())
            groups.insert(annotation->group, units.size());
        units.push_back({{annotation->id}, *bounds});
    }
    return units;
}

std::vector<geometry::Box> boundsOf(const std::vector<Unit> &units)
{
    std::vector<geometry::Box> bounds;
    for (const Unit &unit : units)
        bounds.push_back(unit.bounds);
    return bounds;
}

void moveUnits(ToolContext &context, const std::vector<Unit> &units, const std::vector<geometry::Point> &steps)
{
    std::vector<ImageEdits::NewGeometry> changes;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const geometry::Point step = context.edits.allowedMove(units[i].ids, steps[i].x, steps[i].y);
        if (step.x == 0 && step.y == 0)
            continue;
        for (const AnnotationId &id : units[i].ids)
            changes.emplace_back(id, geometry::translated(context.editing.annotation(id)->geometry, step.x, step.y));
    }
    context.edits.setGeometries(changes, ImageEdits::Verb::Move);
}

bool hasSelection(ToolContext &context)
{
    if (!context.edits.selectedAnnotations().empty())
        return true;
    context.hint(ImageEdits::tr("Select a label first."));
    return false;
}

bool mayBeRelation(const model::LabelClass &labelClass)
{
    return !labelClass.deprecated && labelClass.geometries.contains(QStringLiteral("relation"));
}

}  // namespace

QSet<AnnotationId> withGroups(const document::Editing &editing, const QSet<AnnotationId> &ids)
{
    QSet<GroupId> groups;
    for (const model::Annotation &annotation : editing.annotations())
        if (!annotation.group.isNull() && ids.contains(annotation.id))
            groups.insert(annotation.group);
    if (groups.isEmpty())
        return ids;
    QSet<AnnotationId> all = ids;
    for (const model::Annotation &annotation : editing.annotations())
        if (groups.contains(annotation.group) && ImageEdits::isShown(annotation))
            all.insert(annotation.id);
    return all;
}

void align(ToolContext &context, Alignment alignment)
{
    const auto units = selectedUnits(context);
    if (units.size() < 2) {
        context.hint(ImageEdits::tr("Select two or more labels to align."));
        return;
    }
    moveUnits(context, units, alignmentSteps(boundsOf(units), alignment));
}

void distribute(ToolContext &context, bool across)
{
    const auto units = selectedUnits(context);
    if (units.size() < 3) {
        context.hint(ImageEdits::tr("Select three or more labels to space them evenly."));
        return;
    }
    moveUnits(context, units, distributionSteps(boundsOf(units), across));
}

void restack(ToolContext &context, Restack how)
{
    if (!hasSelection(context))
        return;
    std::vector<const model::Annotation *> shown;
    std::vector<Stacked> pile;
    for (const model::Annotation &annotation : context.editing.annotations()) {
        if (!ImageEdits::isShown(annotation) || !geometry::boundsOf(annotation.geometry))
            continue;
        shown.push_back(&annotation);
        pile.push_back({annotation.zOrder, context.editing.selection().contains(annotation.id)});
    }
    const auto orders = restacked(pile, how);
    std::vector<const model::Annotation *> changed;
    QHash<AnnotationId, std::int32_t> wanted;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (orders[i] == shown[i]->zOrder)
            continue;
        changed.push_back(shown[i]);
        wanted.insert(shown[i]->id, orders[i]);
    }
    if (changed.empty())
        return;
    const QString what = context.edits.noun(context.edits.selectedAnnotations());
    const QString label = how == Restack::Front   ? ImageEdits::tr("Bring %1 to the front").arg(what)
                          : how == Restack::Back  ? ImageEdits::tr("Send %1 to the back").arg(what)
                          : how == Restack::Raise ? ImageEdits::tr("Raise %1").arg(what)
                                                  : ImageEdits::tr("Lower %1").arg(what);
    context.edits.change(changed, label, [&](model::Annotation &annotation) {
        annotation.zOrder = wanted.value(wanted.contains(annotation.id) ? annotation.id : annotation.parent);
    });
}

void turn(ToolContext &context, double radians)
{
    const auto bounds = unitedBounds(boundsOf(selectedUnits(context)));
    if (!bounds) {
        context.hint(ImageEdits::tr("Select a label first."));
        return;
    }
    const geometry::Point about{bounds->x + bounds->w / 2, bounds->y + bounds->h / 2};
    std::vector<ImageEdits::NewGeometry> changes;
    bool upright = false;
    for (const Unit &unit : selectedUnits(context)) {
        for (const AnnotationId &id : unit.ids) {
            const model::Annotation &annotation = *context.editing.annotation(id);
            if (std::holds_alternative<geometry::Box>(annotation.geometry)
                && !context.edits.mayBecome(annotation, QStringLiteral("rotated-box"))) {
                upright = true;
                continue;
            }
            geometry::Geometry turned = rotated(annotation.geometry, about, radians);
            if (const auto room = context.edits.limits(annotation.labelClass))
                turned = clippedTo(turned, *room);
            changes.emplace_back(id, std::move(turned));
        }
    }
    if (upright)
        context.hint(ImageEdits::tr("The class of a box does not allow rotated boxes; it stays upright."));
    context.edits.setGeometries(changes, ImageEdits::Verb::Turn);
}

void group(ToolContext &context)
{
    const auto selected = context.edits.selectedAnnotations();
    if (selected.size() < 2) {
        context.hint(ImageEdits::tr("Select two or more labels to group."));
        return;
    }
    // A group has the id that its oldest member had when it was made: two people who group the same labels agree.
    const GroupId id{selected.front()->id.uuid};
    context.edits.change(selected, ImageEdits::tr("Group %1").arg(context.edits.noun(selected)),
                         [id](model::Annotation &annotation) { annotation.group = id; });
}

void ungroup(ToolContext &context)
{
    auto selected = context.edits.selectedAnnotations();
    std::erase_if(selected, [](const model::Annotation *annotation) { return annotation->group.isNull(); });
    if (selected.empty()) {
        context.hint(ImageEdits::tr("The selection holds no group."));
        return;
    }
    context.edits.change(selected, ImageEdits::tr("Ungroup %1").arg(context.edits.noun(selected)),
                         [](model::Annotation &annotation) { annotation.group = {}; });
}

void toggleLock(ToolContext &context)
{
    if (!hasSelection(context))
        return;
    QSet<AnnotationId> &locked = context.edits.marks().locked;
    const QSet<AnnotationId> selection = context.editing.selection();
    const bool all = locked.contains(selection);
    if (all)
        locked.subtract(selection);
    else
        locked.unite(selection);
    context.hint(all ? ImageEdits::tr("Unlocked.")
                     : ImageEdits::tr("Locked: nothing changes it, and clicks inside it pass through."));
    context.refresh();
}

void hide(ToolContext &context)
{
    if (!hasSelection(context))
        return;
    const auto selection = context.editing.selection();
    context.edits.marks().hidden.unite(selection);
    context.editing.select({});
    context.hint(
        ImageEdits::tr("%n label(s) hidden; {image.showAll} shows them again.", nullptr, static_cast<int>(selection.size())));
    context.refresh();
}

void toggleSolo(ToolContext &context)
{
    QSet<AnnotationId> &solo = context.edits.marks().solo;
    if (solo.isEmpty() && !hasSelection(context))
        return;
    solo = solo.isEmpty() ? context.editing.selection() : QSet<AnnotationId>{};
    context.hint(solo.isEmpty() ? ImageEdits::tr("All labels are shown.")
                                : ImageEdits::tr("Only these are shown; {image.solo} shows the others."));
    context.refresh();
}

void showAll(ToolContext &context)
{
    context.edits.marks().hidden.clear();
    context.edits.marks().solo.clear();
    context.hint(ImageEdits::tr("All labels are shown."));
    context.refresh();
}

void selectSameClass(ToolContext &context)
{
    if (!hasSelection(context))
        return;
    QSet<ClassId> classes;
    for (const model::Annotation *annotation : context.edits.selectedAnnotations())
        classes.insert(annotation->labelClass);
    QSet<AnnotationId> all;
    for (const canvas::ShapeScene::Entry &entry : context.canvas.scene().entries())
        if (const model::Annotation *annotation = context.editing.annotation(entry.shape.id);
            annotation && classes.contains(annotation->labelClass))
            all.insert(entry.shape.id);
    context.editing.select(all);
}

std::vector<RelationType> relationTypes(const document::Editing &editing)
{
    std::vector<RelationType> types;
    for (const model::LabelClass &labelClass : editing.schema().classes)
        if (mayBeRelation(labelClass))
            types.push_back({labelClass.name, labelClass.id});
    for (const model::Annotation &annotation : editing.annotations()) {
        const auto *relation = std::get_if<geometry::Relation>(&annotation.geometry);
        if (relation && annotation.labelClass.isNull() && !relation->type.isEmpty()
            && std::none_of(types.begin(), types.end(), [&](const RelationType &type) { return type.name == relation->type; }))
            types.push_back({relation->type, {}});
    }
    return types;
}

std::size_t newRelationType(const ToolContext &context, const std::vector<RelationType> &types)
{
    const auto at = [&](const auto &fits) {
        return static_cast<std::size_t>(std::find_if(types.begin(), types.end(), fits) - types.begin());
    };
    const ClassId current = context.editing.currentClass();
    const std::size_t chosen = at([&](const RelationType &t) { return !current.isNull() && t.labelClass == current; });
    if (chosen < types.size())
        return chosen;
    const std::size_t last = at([&](const RelationType &t) { return t.name == context.settings.relationType; });
    return last < types.size() ? last : 0;
}

void chooseRelationType(ToolContext &context, const RelationType &type)
{
    context.settings.relationType = type.name;
    // The current class goes before, where it is for relations, too.
    const model::LabelClass *current = context.editing.schema().find(context.editing.currentClass());
    if (current && mayBeRelation(*current))
        context.editing.setCurrentClass(type.labelClass);
}

void relate(ToolContext &context, AnnotationId from, AnnotationId to)
{
    if (from == to || !context.edits.canCreate())
        return;
    for (const model::Annotation &annotation : context.editing.annotations()) {
        const auto *known = std::get_if<geometry::Relation>(&annotation.geometry);
        if (known && known->from == from && known->to == to && ImageEdits::isShown(annotation)) {
            context.hint(ImageEdits::tr("This arrow is there already."));
            context.editing.select({annotation.id});
            return;
        }
    }
    const std::vector<RelationType> types = relationTypes(context.editing);
    const RelationType type = types.empty() ? RelationType{} : types[newRelationType(context, types)];
    model::Annotation annotation = context.editing.newAnnotation(geometry::Relation{from, to, type.name});
    annotation.labelClass = type.labelClass;
    context.edits.create(annotation, ImageEdits::tr("Relate labels"));
}

void relateSelected(ToolContext &context)
{
    auto selected = context.edits.selectedAnnotations();
    std::erase_if(selected, [](const model::Annotation *annotation) { return !geometry::boundsOf(annotation->geometry); });
    if (selected.size() != 2)
        context.hint(ImageEdits::tr("Select the two labels that an arrow joins."));
    else
        relate(context, selected[0]->id, selected[1]->id);
}

void reverseRelations(ToolContext &context)
{
    auto selected = context.edits.selectedAnnotations();
    std::erase_if(selected, [](const model::Annotation *annotation) {
        return !std::holds_alternative<geometry::Relation>(annotation->geometry);
    });
    if (selected.empty())
        context.hint(ImageEdits::tr("Select an arrow first."));
    else
        context.edits.change(selected, ImageEdits::tr("Reverse the arrow"), [](model::Annotation &annotation) {
            auto &relation = std::get<geometry::Relation>(annotation.geometry);
            std::swap(relation.from, relation.to);
        });
}

bool mayBeTag(const model::LabelClass &labelClass)
{
    return !labelClass.deprecated && (labelClass.geometries.isEmpty() || labelClass.geometries.contains(QStringLiteral("item")));
}

void toggleTag(ToolContext &context, ClassId id)
{
    const model::LabelClass *labelClass = context.editing.schema().find(id);
    if (!labelClass || !mayBeTag(*labelClass)) {
        context.hint(ImageEdits::tr("“%1” is not for whole pictures.").arg(context.edits.className(id)));
        return;
    }
    if (!context.edits.canCreate())
        return;
    for (const model::Annotation &annotation : context.editing.annotations()) {
        if (annotation.labelClass != id || !std::holds_alternative<geometry::ItemLabel>(annotation.geometry)
            || !ImageEdits::isShown(annotation) || !context.edits.isChangeable(annotation))
            continue;
        if (ImageEdits::isOpenPrediction(annotation)) {
            context.edits.change({&annotation}, ImageEdits::tr("Accept %1").arg(labelClass->name), [](model::Annotation &) {});
            return;
        }
        history::GestureBuilder builder = context.editing.gesture(ImageEdits::tr("Remove the tag %1").arg(labelClass->name));
        QSet<AnnotationId> selection = context.editing.selection();
        selection.remove(annotation.id);
        context.editing.push(builder.remove(annotation).take());
        context.editing.select(selection);
        return;
    }
    model::Annotation annotation = context.editing.newAnnotation(geometry::ItemLabel{});
    annotation.labelClass = id;
    // What is selected stays so: tags are given while shapes are being worked on.
    history::GestureBuilder builder = context.editing.gesture(ImageEdits::tr("Tag the picture %1").arg(labelClass->name));
    context.editing.push(builder.create(annotation).take());
}

void calibrate(ToolContext &context, AnnotationId line, double millimetres, bool project)
{
    const model::Annotation *ruler = context.editing.annotation(line);
    if (!ruler || !context.edits.isChangeable(*ruler) || !(millimetres > 0))
        return;
    model::Annotation known = *ruler;
    model::setMeasure(known, {model::MeasureKind::Calibration, std::nullopt, millimetres});
    const auto scale = model::scaleOf(known);
    if (!scale) {
        context.hint(ImageEdits::tr("This line has no length."));
        return;
    }
    ImageEdits::restamp(known, scale);
    history::GestureBuilder builder = context.editing.gesture(ImageEdits::tr("Set the scale"));
    builder.update(*ruler, known);
    for (const model::Annotation &annotation : context.editing.annotations()) {
        const auto measure = model::measureOf(annotation);
        if (annotation.id == line || !measure || !context.editing.editable(annotation))
            continue;
        model::Annotation after = annotation;
        // One line gives the scale; an earlier one becomes a ruler.
        if (measure->kind == model::MeasureKind::Calibration)
            model::setMeasure(after, {model::MeasureKind::Length, scale, 0});
        ImageEdits::restamp(after, scale);
        builder.update(annotation, after);
    }
    if (project) {
        const model::Schema before = context.editing.schema();
        model::Schema after = before;
        model::setMillimetresPerPixel(after, scale);
        if (!(after == before)) {
            ++after.version;
            builder.put(before, after);
        }
    }
    context.editing.push(builder.take());
}

}  // namespace plumbline::imageview::objectedits
