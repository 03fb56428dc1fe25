// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/imageedits.h"

#include "core/document/accepting.h"
// Gestures in which several labels change, go and come at once.
namespace plumbline::imageview {

bool ImageEdits::apply(const Regions &regions, const QString &label)
{
    if (!canCreate())
        return false;
    history::GestureBuilder builder = m_editing.gesture(label);
    QSet<AnnotationId> selection;
    for (const auto &[id, geometry] : regions.changes) {
        const model::Annotation *annotation = m_editing.annotation(id);
        if (!annotation || !isChangeable(*annotation))
            continue;
        if (annotation->geometry == geometry) {
            selection.insert(id);
        } else if (isOpenPrediction(*annotation)) {
            model::Annotation copy = document::acceptedCopy(m_editing, *annotation);
            copy.geometry = geometry;
            model::Annotation judged = *annotation;
            judged.verdict = model::Verdict::Accepted;
            builder.create(copy).update(*annotation, judged);
            selection.insert(copy.id);
        } else {
            model::Annotation after = *annotation;
            after.geometry = geometry;
            builder.update(*annotation, after);
            selection.insert(id);
        }
    }
    for (const auto &[id, geometry] : regions.creations) {
        const model::Annotation *like = m_editing.annotation(id);
        if (!like)
            continue;
        model::Annotation made = document::acceptedCopy(m_editing, *like);
        made.parent = isOpenPrediction(*like) ? id : AnnotationId{};
        if (!isOpenPrediction(*like))
            made.origin = m_editing.newAnnotation(geometry).origin;
        made.geometry = geometry;
        builder.create(made);
        selection.insert(made.id);
    }
    for (const AnnotationId &id : regions.removals) {
        const model::Annotation *annotation = m_editing.annotation(id);
        if (!annotation || !isChangeable(*annotation))
            continue;
        if (isOpenPrediction(*annotation)) {
            model::Annotation judged = *annotation;
            judged.verdict = model::Verdict::Rejected;
            builder.update(*annotation, judged);
        } else {
            builder.remove(*annotation);
        }
    }
    if (builder.gesture().empty())
        return false;
    m_editing.push(builder.take());
    m_editing.select(selection);
    return true;
}

}  // namespace plumbline::imageview
