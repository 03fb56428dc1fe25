// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/taskscope.h"

#include "core/workflow/scenelabels.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::workflow {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::workflow", text);
}

}  // namespace

bool isWhole(const model::TaskScope &scope)
{
    return scope == model::TaskScope{};
}

Result<model::TaskScope> scopeOfFrames(const model::Scene &scene, std::int64_t first, std::int64_t last)
{
    const auto count = static_cast<std::int64_t>(scene.frames.size());
    if (first < 0 || last < first || last >= count)
        return fail(ErrorCode::InvalidArgument,
                    tr("There are no frames %1 to %2; the scene has frames 0 to %3.").arg(first).arg(last).arg(count - 1));
    for (std::size_t i = 1; i < scene.frames.size(); ++i)
        if (scene.frames[i].microseconds <= scene.frames[i - 1].microseconds)
            return fail(ErrorCode::Unsupported,
                        tr("The sweeps of this scene have no times of their own; it cannot be parted by frames."));
    model::TaskScope scope;
    scope.fromPts = scene.frames[static_cast<std::size_t>(first)].microseconds;
    scope.toPts = scene.frames[static_cast<std::size_t>(last)].microseconds;
    return scope;
}

std::vector<std::size_t> framesOf(const model::TaskScope &scope, const model::Scene &scene)
{
    std::vector<std::size_t> frames;
    for (std::size_t i = 0; i < scene.frames.size(); ++i) {
        const std::int64_t time = scene.frames[i].microseconds;
        if ((!scope.fromPts || time >= *scope.fromPts) && (!scope.toPts || time <= *scope.toPts))
            frames.push_back(i);
    }
    return frames;
}

QString scopeText(const model::TaskScope &scope, const model::Scene *scene)
{
    QStringList parts;
    if (scene && (scope.fromPts || scope.toPts)) {
        const auto frames = framesOf(scope, *scene);
        parts.append(frames.empty() ? tr("no sweep") : tr("sweeps %1–%2").arg(frames.front()).arg(frames.back()));
    }
    if (!scope.classes.isEmpty())
        parts.append(tr("classes %1").arg(scope.classes.join(QStringLiteral(", "))));
    return parts.join(QStringLiteral(", "));
}

std::vector<model::Annotation> insideScope(std::vector<model::Annotation> labels, const model::TaskScope &scope,
                                           const model::Schema &schema, const model::Scene *scene)
{
    if (!scope.classes.isEmpty())
        std::erase_if(labels, [&](const model::Annotation &label) {
            const model::LabelClass *labelClass = schema.find(label.labelClass);
            return !labelClass || !scope.classes.contains(labelClass->name);
        });
    if (!scene || (!scope.fromPts && !scope.toPts))
        return labels;
    std::vector<std::int64_t> times;
    for (const std::size_t frame : framesOf(scope, *scene))
        times.push_back(scene->frames[frame].microseconds);
    if (!times.empty())
        return inFrames(std::move(labels), *scene, times);
    std::erase_if(labels, [](const model::Annotation &label) { return label.frame.has_value(); });
    return labels;
}

Result<> checkScope(const std::vector<model::Annotation> &labels, const model::TaskScope &scope, const model::Schema &schema,
                    const model::Scene *scene)
{
    const int outside = static_cast<int>(labels.size() - insideScope(labels, scope, schema, scene).size());
    if (outside == 0)
        return {};
    return fail(
        ErrorCode::InvalidArgument,
        QCoreApplication::translate("plumbline::workflow",
                                    "%n label(s) lie outside your part (%1). Take them away, or ask a lead for another part.",
                                    nullptr, outside)
            .arg(scopeText(scope, scene)));
}

}  // namespace plumbline::workflow
