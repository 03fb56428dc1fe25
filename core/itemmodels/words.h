// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/annotation.h"
#include "core/model/measure.h"
#include "core/geometry/cuboids.h"
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
/// What a label is, for lists: its class; without one the kind of a measure, the type of a relation, else "no class".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString labelTitle(const model::Schema &schema, const model::Annotation &annotation);
/// "118.4 px · 5.92 mm", "34.5°"; of a calibration "50 mm = 1000.0 px".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString measureText(const geometry::Polyline &line, const model::Measure &measure);
/// How a cuboid is off from the right one, face by face in centimetres, the worst first, and its heading: "front 42 cm too far, left
/// 12 cm too near, heading 14° off". Faces less than 5 cm off and headings less than 3° are left out; empty when nothing is left.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString faceErrorWords(const geometry::CuboidDifference &difference);
/// What a class's convention says to people who label it, a line each; none where nothing is stated.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QStringList conventionWords(const model::Convention &convention);
/// "12 s", "3 min", "2 h": short and rounded, for time left and ages.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString shortDuration(std::int64_t milliseconds);
/// Of the reasons every project starts with; others are shown as the schema has them.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString cannotLabelReasonWord(const QString &reason);
/// Whether somebody still has to work on it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isUnfinished(model::TaskState state);

}  // namespace plumbline::itemmodels
