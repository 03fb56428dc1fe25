// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/predictions.h"

#include "core/document/accepting.h"
#include "core/itemmodels/annotationmodel.h"

#include <QCoreApplication>

namespace plumbline::workstation {

std::vector<AnnotationId> openPredictions(const document::Editing &editing, double threshold)
{
    std::vector<AnnotationId> ids;
    for (const model::Annotation &annotation : editing.annotations()) {
        if (itemmodels::AnnotationModel::isOpenPrediction(annotation) && annotation.score.value_or(1) >= threshold)
            ids.push_back(annotation.id);
    }
    return ids;
}

void acceptPredictions(document::Editing &editing, const std::vector<AnnotationId> &ids)
{
    const int count = static_cast<int>(ids.size());
    auto builder =
        editing.gesture(QCoreApplication::translate("plumbline::workstation", "Accept %n prediction(s)", nullptr, count));
    QSet<AnnotationId> made;
    for (const AnnotationId &id : ids) {
        const model::Annotation *prediction = editing.annotation(id);
        if (!prediction || !itemmodels::AnnotationModel::isOpenPrediction(*prediction))
            continue;
        const model::Annotation copy = document::acceptedCopy(editing, *prediction);
        model::Annotation judged = *prediction;
        judged.verdict = model::Verdict::Accepted;
        builder.create(copy).update(*prediction, judged);
        made.insert(copy.id);
    }
    editing.push(builder.take());
    if (made.size() == 1)
        editing.select(made);
}

void rejectPredictions(document::Editing &editing, const std::vector<AnnotationId> &ids)
{
    const int count = static_cast<int>(ids.size());
    auto builder =
        editing.gesture(QCoreApplication::translate("plumbline::workstation", "Reject %n prediction(s)", nullptr, count));
    for (const AnnotationId &id : ids) {
        const model::Annotation *prediction = editing.annotation(id);
        if (!prediction || !itemmodels::AnnotationModel::isOpenPrediction(*prediction))
            continue;
        model::Annotation judged = *prediction;
        judged.verdict = model::Verdict::Rejected;
        builder.update(*prediction, judged);
    }
    editing.push(builder.take());
}

}  // namespace plumbline::workstation
