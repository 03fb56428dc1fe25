// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/annotation.h"
#include "core/model/schema.h"
#include "core/model/task.h"

#include <QString>

/// Translated words for values, shared by lists, forms and accessible descriptions.
namespace plumbline::itemmodels {

[[nodiscard]] PLUMBLINE_CORE_EXPORT QString taskStateWord(model::TaskState state);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString originWord(model::OriginKind kind);
/// Name of the class in the program's language; "no class" for none, the id for one the schema lacks.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString classTitle(const model::Schema &schema, ClassId id);
/// The same for a class at hand.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString titleOf(const model::LabelClass &labelClass);
/// "12 s", "3 min", "2 h": short and rounded, for time left and ages.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString shortDuration(std::int64_t milliseconds);
/// Of the reasons every project starts with; others are shown as the schema has them.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString cannotLabelReasonWord(const QString &reason);
/// Whether somebody still has to work on it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isUnfinished(model::TaskState state);

}  // namespace plumbline::itemmodels
