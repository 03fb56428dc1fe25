// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/imageedits.h"

#include "core/document/accepting.h"
#include "core/model/measure.h"

#include <algorithm>

namespace plumbline::imageview {

ImageEdits::ImageEdits(document::Editing &editing, Hint hint) : m_editing(editing), m_hint(std::move(hint)) {}

bool ImageEdits::isOpenPrediction(const model::Annotation &annotation)
{
    return model::isModelLayer(annotation.layer) && annotation.verdict == model::Verdict::None;
}

bool ImageEdits::isShown(const model::Annotation &annotation)
{
    return !model::isModelLayer(annotation.layer) || annotation.verdict == model::Verdict::None;
}

std::optional<geometry::Box> ImageEdits::limits(ClassId id) const
{
    return m_editing.schema().allowsOutside(id) ? std::nullopt : m_picture;
}

std::optional<geometry::Box> ImageEdits::limitsOf(AnnotationId id) const
{
    const model::Annotation *annotation = m_editing.annotation(id);
    return annotation ? limits(annotation->labelClass) : m_picture;
}

bool ImageEdits::mayBecome(const model::Annotation &annotation, const QString &geometryName) const
{
    const model::LabelClass *labelClass = m_editing.schema().find(annotation.labelClass);
    return !labelClass || labelClass->geometries.isEmpty() || labelClass->geometries.contains(geometryName);
}

bool ImageEdits::isChangeable(const model::Annotation &annotation) const
{
    if (m_marks.locked.contains(annotation.id))
        return false;
    return isOpenPrediction(annotation) ? m_editing.canCreate() : m_editing.editable(annotation);
}

bool ImageEdits::canCreate() const
{
    QString why;
    if (m_editing.canCreate(&why))
        return true;
    m_hint(why.isEmpty() ? tr("New labels cannot be made here.") : why);
    return false;
}

bool ImageEdits::mayDraw(const QString &geometryName) const
{
    if (!m_picture || !canCreate())
        return false;
    const model::LabelClass *labelClass = m_editing.schema().find(m_editing.currentClass());
    if (!labelClass || labelClass->geometries.isEmpty() || labelClass->geometries.contains(geometryName))
        return true;
    m_hint(tr("“%1” is labelled with: %2. Choose another tool or another class.")
               .arg(className(labelClass->id), labelClass->geometries.join(QStringLiteral(", "))));
    return false;
}

QString ImageEdits::className(ClassId id) const
{
    const model::LabelClass *labelClass = m_editing.schema().find(id);
    return labelClass ? labelClass->name : tr("label");
}

QString ImageEdits::noun(const std::vector<const model::Annotation *> &annotations) const
{
    if (annotations.size() == 1)
        return className(annotations.front()->labelClass);
    return tr("%n label(s)", nullptr, static_cast<int>(annotations.size()));
}

std::vector<const model::Annotation *> ImageEdits::selectedAnnotations() const
{
    std::vector<const model::Annotation *> list;
    for (const model::Annotation &annotation : m_editing.annotations())
        if (m_editing.selection().contains(annotation.id) && isShown(annotation))
            list.push_back(&annotation);
    return list;
}

std::vector<AnnotationId> ImageEdits::selectedInOrder() const
{
    std::vector<AnnotationId> ids;
    for (const model::Annotation *annotation : selectedAnnotations())
        ids.push_back(annotation->id);
    return ids;
}

void ImageEdits::create(const geometry::Geometry &geometry)
{
    if (!canCreate())
        return;
    const model::Annotation annotation = m_editing.newAnnotation(geometry);
    create(annotation, tr("Draw %1").arg(className(annotation.labelClass)));
}

void ImageEdits::create(const model::Annotation &annotation, const QString &label)
{
    history::GestureBuilder builder = m_editing.gesture(label);
    m_editing.push(builder.create(annotation).take());
    m_editing.select({annotation.id});
}

void ImageEdits::change(const std::vector<const model::Annotation *> &annotations, const QString &label, const Change &change)
{
    history::GestureBuilder builder = m_editing.gesture(label);
    QSet<AnnotationId> selection = m_editing.selection();
    int skipped = 0;
    for (const model::Annotation *annotation : annotations) {
        if (!isChangeable(*annotation)) {
            ++skipped;
            continue;
        }
        if (isOpenPrediction(*annotation)) {
            model::Annotation copy = document::acceptedCopy(m_editing, *annotation);
            change(copy);
            model::Annotation judged = *annotation;
            judged.verdict = model::Verdict::Accepted;
            builder.create(copy).update(*annotation, judged);
            if (selection.remove(annotation->id))
                selection.insert(copy.id);
        } else {
            model::Annotation after = *annotation;
            change(after);
            builder.update(*annotation, after);
        }
    }
    if (skipped > 0)
        m_hint(tr("%n label(s) cannot be changed here.", nullptr, skipped));
    if (builder.gesture().empty())
        return;
    m_editing.push(builder.take());
    m_editing.select(selection);
}

void ImageEdits::setGeometries(const std::vector<NewGeometry> &changes, Verb verb)
{
    std::vector<const model::Annotation *> annotations;
    QHash<AnnotationId, geometry::Geometry> geometries;
    for (const auto &[id, geometry] : changes) {
        const model::Annotation *annotation = m_editing.annotation(id);
        // Dragged there and back again: nothing happened.
        if (!annotation || annotation->geometry == geometry)
            continue;
        annotations.push_back(annotation);
        geometries.insert(id, geometry);
    }
    if (annotations.empty())
        return;
    const QString what = noun(annotations);
    const QString label = verb == Verb::Move     ? tr("Move %1").arg(what)
                          : verb == Verb::Resize ? tr("Resize %1").arg(what)
                          : verb == Verb::Turn   ? tr("Turn %1").arg(what)
                                                 : tr("Reshape %1").arg(what);
    const std::optional<double> scale = withFollowers(annotations, geometries);
    change(annotations, label, [&](model::Annotation &annotation) {
        const AnnotationId original = geometries.contains(annotation.id) ? annotation.id : annotation.parent;
        if (geometries.contains(original))
            annotation.geometry = geometries.value(original);
        if (scale)
            restamp(annotation, *scale);
    });
}

// A calibration line that changes its length changes the scale, hence what the measures of the picture say.
std::optional<double> ImageEdits::withFollowers(std::vector<const model::Annotation *> &annotations,
                                                const QHash<AnnotationId, geometry::Geometry> &geometries) const
{
    if (std::none_of(annotations.begin(), annotations.end(),
                     [](const auto *annotation) { return model::scaleOf(*annotation).has_value(); }))
        return std::nullopt;
    std::vector<model::Annotation> later = m_editing.annotations();
    for (model::Annotation &annotation : later)
        if (geometries.contains(annotation.id))
            annotation.geometry = geometries.value(annotation.id);
    const auto scale = model::millimetresPerPixel(later, m_editing.schema());
    if (!scale)
        return std::nullopt;
    for (const model::Annotation &annotation : m_editing.annotations())
        if (!geometries.contains(annotation.id) && model::measureOf(annotation) && m_editing.editable(annotation))
            annotations.push_back(&annotation);
    return scale;
}

void ImageEdits::restamp(model::Annotation &annotation, std::optional<double> scale)
{
    auto measure = model::measureOf(annotation);
    if (!measure || measure->kind == model::MeasureKind::Angle)
        return;
    measure->millimetresPerPixel = measure->kind == model::MeasureKind::Calibration ? model::scaleOf(annotation) : scale;
    model::setMeasure(annotation, *measure);
}

geometry::Point ImageEdits::allowedMove(const std::vector<AnnotationId> &ids, double dx, double dy) const
{
    for (const AnnotationId &id : ids) {
        const model::Annotation *annotation = m_editing.annotation(id);
        const auto b = annotation ? geometry::boundsOf(annotation->geometry) : std::nullopt;
        const auto room = annotation ? limits(annotation->labelClass) : std::nullopt;
        if (!b || !room)
            continue;
        // A label that already sticks out may come back, but not go further.
        dx = std::clamp(dx, std::min(0.0, room->x - b->x), std::max(0.0, room->right() - b->right()));
        dy = std::clamp(dy, std::min(0.0, room->y - b->y), std::max(0.0, room->bottom() - b->bottom()));
    }
    return {dx, dy};
}

void ImageEdits::nudge(double dx, double dy)
{
    std::vector<AnnotationId> ids;
    for (const model::Annotation *annotation : selectedAnnotations())
        if (isChangeable(*annotation))
            ids.push_back(annotation->id);
    const geometry::Point step = allowedMove(ids, dx, dy);
    std::vector<NewGeometry> changes;
    for (const AnnotationId &id : ids)
        changes.emplace_back(id, geometry::translated(m_editing.annotation(id)->geometry, step.x, step.y));
    setGeometries(changes, Verb::Move);
}

void ImageEdits::removeSelected()
{
    const auto selected = selectedAnnotations();
    std::vector<const model::Annotation *> going;
    std::copy_if(selected.begin(), selected.end(), std::back_inserter(going),
                 [this](const model::Annotation *annotation) { return isChangeable(*annotation); });
    if (going.empty()) {
        if (!selected.empty())
            m_hint(tr("%n label(s) cannot be changed here.", nullptr, static_cast<int>(selected.size())));
        return;
    }
    const bool onlyPredictions = std::all_of(going.begin(), going.end(), [](const auto *a) { return isOpenPrediction(*a); });
    history::GestureBuilder builder = m_editing.gesture((onlyPredictions ? tr("Reject %1") : tr("Delete %1")).arg(noun(going)));
    QSet<AnnotationId> selection = m_editing.selection();
    addRelationsOf(going);
    for (const model::Annotation *annotation : going) {
        selection.remove(annotation->id);
        if (isOpenPrediction(*annotation)) {
            model::Annotation judged = *annotation;
            judged.verdict = model::Verdict::Rejected;
            builder.update(*annotation, judged);
        } else {
            builder.remove(*annotation);
        }
    }
    m_editing.push(builder.take());
    m_editing.select(selection);
}

// An arrow without its ends says nothing: it goes with them.
void ImageEdits::addRelationsOf(std::vector<const model::Annotation *> &going) const
{
    QSet<AnnotationId> gone;
    for (const model::Annotation *annotation : going)
        if (!isOpenPrediction(*annotation))
            gone.insert(annotation->id);
    for (const model::Annotation &annotation : m_editing.annotations()) {
        const auto *relation = std::get_if<geometry::Relation>(&annotation.geometry);
        if (relation && (gone.contains(relation->from) || gone.contains(relation->to)) && !gone.contains(annotation.id)
            && m_editing.editable(annotation))
            going.push_back(&annotation);
    }
}

void ImageEdits::setClass(ClassId id)
{
    const auto selected = selectedAnnotations();
    if (selected.empty()) {
        m_editing.setCurrentClass(id);
        return;
    }
    change(selected, tr("Change class to %1").arg(className(id)),
           [id](model::Annotation &annotation) { annotation.labelClass = id; });
}

void ImageEdits::toggleUnsure()
{
    const auto selected = selectedAnnotations();
    const bool all = std::all_of(selected.begin(), selected.end(), [](const auto *a) { return a->unsure; });
    if (selected.empty())
        m_hint(tr("Select a label first."));
    else
        change(selected, (all ? tr("Mark %1 as sure") : tr("Mark %1 as unsure")).arg(noun(selected)),
               [all](model::Annotation &annotation) { annotation.unsure = !all; });
}

void ImageEdits::toggleIgnore()
{
    const auto selected = selectedAnnotations();
    const bool all = std::all_of(selected.begin(), selected.end(), [](const auto *a) { return a->role == model::Role::Ignore; });
    if (selected.empty())
        m_hint(tr("Select a label first."));
    else
        change(selected, (all ? tr("Make %1 an object") : tr("Make %1 an ignore region")).arg(noun(selected)),
               [all](model::Annotation &annotation) { annotation.role = all ? model::Role::Object : model::Role::Ignore; });
}

AnnotationId ImageEdits::nextOpenPrediction() const
{
    // The first one after the last selected prediction, else from the start.
    AnnotationId first;
    AnnotationId next;
    for (const model::Annotation &annotation : m_editing.annotations()) {
        if (!isOpenPrediction(annotation))
            continue;
        if (m_editing.selection().contains(annotation.id)) {
            next = {};
            continue;
        }
        if (first.isNull())
            first = annotation.id;
        if (next.isNull())
            next = annotation.id;
    }
    return next.isNull() ? first : next;
}

AnnotationId ImageEdits::acceptSelected()
{
    auto predictions = selectedAnnotations();
    std::erase_if(predictions, [](const model::Annotation *annotation) { return !isOpenPrediction(*annotation); });
    if (predictions.empty()) {
        m_hint(tr("Select a prediction to accept; Tab goes to the next."));
        return {};
    }
    if (!canCreate())
        return {};
    const AnnotationId next = nextOpenPrediction();
    change(predictions, tr("Accept %1").arg(noun(predictions)), [](model::Annotation &) {});
    return next;
}

AnnotationId ImageEdits::rejectSelected()
{
    auto predictions = selectedAnnotations();
    std::erase_if(predictions, [](const model::Annotation *annotation) { return !isOpenPrediction(*annotation); });
    if (predictions.empty()) {
        m_hint(tr("Select a prediction to reject; Tab goes to the next."));
        return {};
    }
    if (!canCreate())
        return {};
    const AnnotationId next = nextOpenPrediction();
    history::GestureBuilder builder = m_editing.gesture(tr("Reject %1").arg(noun(predictions)));
    QSet<AnnotationId> selection = m_editing.selection();
    for (const model::Annotation *prediction : predictions) {
        model::Annotation judged = *prediction;
        judged.verdict = model::Verdict::Rejected;
        builder.update(*prediction, judged);
        selection.remove(prediction->id);
    }
    m_editing.push(builder.take());
    m_editing.select(selection);
    return next;
}

}  // namespace plumbline::imageview
