// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/scene.h"

namespace plumbline::model {

/// How much later than its files said a sensor measured, as a person set it: already in the times of its files, kept in
/// Scene::extra under "plumbline.time_offset_us" so that it is part of Scene::calibrationVersion. Microseconds.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::int64_t timeOffsetOf(const Scene &scene, const QString &sensor);
PLUMBLINE_CORE_EXPORT void setTimeOffset(Scene &scene, const QString &sensor, std::int64_t microseconds);

/// The Scene::calibrationVersion under which a label was made, kept in its extra under "plumbline.calibration"; empty when it is
/// not known. A label keeps it when the calibration of its scene changes.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString calibrationOf(const Annotation &annotation);
/// An empty version is not kept.
PLUMBLINE_CORE_EXPORT void setCalibration(Annotation &annotation, const QString &version);

}  // namespace plumbline::model
