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

std::map<std::int64_t, const model::Annotation *> PointLabelEdits::targets() const
{
    std::map<std::int64_t, const model::Annotation *> found;
    for (const model::Annotation &annotation : m_editing.annotations()) {
        if (!labelsOf(annotation))
            continue;
        const bool own = m_editing.editable(annotation);
        if (!own && !isOpenPrediction(annotation))
            continue;
        const model::Annotation *&target = found[annotation.frame ? annotation.frame->index : 0];
        // The first of a person's own is the one that is exported.
        if (!target || (own && isOpenPrediction(*target)))
            target = &annotation;
    }
    return found;
}

const model::Annotation *PointLabelEdits::shownIn(std::int64_t frame) const
{
    const auto all = targets();
    if (const auto own = all.find(frame); own != all.end())
        return own->second;
    for (const model::Annotation &annotation : m_editing.annotations())
        if (labelsOf(annotation) && (annotation.frame ? annotation.frame->index : 0) == frame
            && !model::isModelLayer(annotation.layer))
            return &annotation;
    return nullptr;
}

std::optional<geometry::PointLabels> PointLabelEdits::baseOf(std::int64_t frame) const
{
    const auto all = targets();
    const auto target = all.find(frame);
    return target == all.end() ? std::nullopt : std::optional(*labelsOf(*target->second));
}

std::map<std::int64_t, geometry::PointLabels> PointLabelEdits::bases() const
{
    std::map<std::int64_t, geometry::PointLabels> bases;
    for (const auto &[frame, target] : targets())
        bases.emplace(frame, *labelsOf(*target));
    return bases;
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
    const auto all = targets();
    for (const FrameChange &change : changes) {
        if (change.changed == 0)
            continue;
        const auto at = all.find(change.frame);
        const model::Annotation *target = at == all.end() ? nullptr : at->second;
        if ((target != nullptr) != change.before.has_value() || (target && *labelsOf(*target) != *change.before)) {
            m_hint(tr("The labels of these points have changed meanwhile. Nothing was done."));
            return false;
        }
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
