// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/pointlabeledits.h"

#include "core/document/accepting.h"
#include "plugins/views/scene/boxes.h"

#include <algorithm>

namespace plumbline::sceneview {

namespace {

const geometry::PointLabels *labelsOf(const model::Annotation &annotation)
{
    return std::get_if<geometry::PointLabels>(&annotation.geometry);
}

}  // namespace

const model::Annotation *PointLabelEdits::targetIn(std::int64_t frame) const
{
    const model::Annotation *prediction = nullptr;
    for (const model::Annotation &annotation : m_editing.annotations()) {
        if (!labelsOf(annotation) || !isOfFrame(annotation, frame))
            continue;
        if (m_editing.editable(annotation))
            return &annotation;
        if (!prediction && isOpenPrediction(annotation))
            prediction = &annotation;
    }
    return prediction;
}

const model::Annotation *PointLabelEdits::shownIn(std::int64_t frame) const
{
    if (const model::Annotation *own = targetIn(frame))
        return own;
    for (const model::Annotation &annotation : m_editing.annotations())
        if (labelsOf(annotation) && isOfFrame(annotation, frame) && !model::isModelLayer(annotation.layer))
            return &annotation;
    return nullptr;
}

std::optional<geometry::PointLabels> PointLabelEdits::baseOf(std::int64_t frame) const
{
    const model::Annotation *target = targetIn(frame);
    return target ? std::optional(*labelsOf(*target)) : std::nullopt;
}

bool PointLabelEdits::canLabel(const QString &className) const
{
    QString why;
    if (!m_editing.canCreate(&why)) {
        m_hint(why);
        return false;
    }
    const model::LabelClass *labelClass = className.isEmpty() ? nullptr : m_editing.schema().find(className);
    if (!className.isEmpty() && !labelClass) {
        m_hint(tr("Choose a class for the points first."));
        return false;
    }
    if (labelClass && !labelClass->geometries.isEmpty() && !labelClass->geometries.contains(QStringLiteral("point-labels"))) {
        m_hint(tr("“%1” is labelled with: %2. Choose another class.")
                   .arg(labelClass->name, labelClass->geometries.join(QStringLiteral(", "))));
        return false;
    }
    return true;
}

std::uint32_t PointLabelEdits::nextInstance() const
{
    std::uint32_t largest = 0;
    for (const model::Annotation &annotation : m_editing.annotations())
        if (const auto *labels = labelsOf(annotation))
            largest = std::max(largest, geometry::largestInstance(*labels));
    return largest + 1 == 0 ? largest : largest + 1;
}

bool PointLabelEdits::push(const std::vector<FrameChange> &changes, const QString &label)
{
    history::GestureBuilder builder = m_editing.gesture(label);
    for (const FrameChange &change : changes) {
        if (change.changed == 0)
            continue;
        if (baseOf(change.frame) != change.before) {
            m_hint(tr("The labels of these points have changed meanwhile. Nothing was done."));
            return false;
        }
        const model::Annotation *target = targetIn(change.frame);
        const bool empty = geometry::countsOf(change.after).labeled == 0 && geometry::largestInstance(change.after) == 0;
        if (!target) {
            model::Annotation made = m_editing.newAnnotation(change.after);
            made.labelClass = {};
            made.frame = m_editing.frameRef(change.frame);
            builder.create(made);
        } else if (isOpenPrediction(*target)) {
            model::Annotation copy = document::acceptedCopy(m_editing, *target);
            copy.geometry = change.after;
            model::Annotation judged = *target;
            judged.verdict = model::Verdict::Accepted;
            builder.create(copy).update(*target, judged);
        } else if (empty) {
            builder.remove(*target);
        } else {
            model::Annotation after = *target;
            after.geometry = change.after;
            builder.update(*target, after);
        }
    }
    if (builder.gesture().empty())
        return false;
    m_editing.push(builder.take());
    return true;
}

}  // namespace plumbline::sceneview
