// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/annotation.h"
#include "core/model/scene.h"
#include "core/model/schema.h"
#include "core/model/task.h"

#include <vector>

/// The part of an item that a task is about: frames of a scene, classes. Pure, any thread.
namespace plumbline::workflow {

/// No part is named: the task is about all of the item.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isWhole(const model::TaskScope &scope);

/// Frames `first` to `last` of the frame table, counted from 0, both included, as a scope. InvalidArgument for frames that are not
/// there; Unsupported where the sweeps have no times of their own, so that a range cannot be told by them.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<model::TaskScope> scopeOfFrames(const model::Scene &scene, std::int64_t first,
                                                                           std::int64_t last);
/// The frames of a scene that a scope names, by their numbers, in order; all where it names none.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<std::size_t> framesOf(const model::TaskScope &scope, const model::Scene &scene);

/// "sweeps 0–19, classes car, van", translated; empty for the whole.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString scopeText(const model::TaskScope &scope, const model::Scene *scene);

/// The labels that belong to the part. Where it names classes, those of them; where it names frames, those of them, what a camera saw
/// in them included, and labels of the whole scene. `scene` null for other kinds of item: then frames are not looked at.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<model::Annotation> insideScope(std::vector<model::Annotation> labels,
                                                                               const model::TaskScope &scope,
                                                                               const model::Schema &schema,
                                                                               const model::Scene *scene);

/// Fails with InvalidArgument, in words with how many and what the part is, when labels lie outside it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> checkScope(const std::vector<model::Annotation> &labels,
                                                        const model::TaskScope &scope, const model::Schema &schema,
                                                        const model::Scene *scene);

}  // namespace plumbline::workflow
