// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"
#include "core/model/scene.h"

namespace plumbline::itemmodels {

/// That a label was made under another calibration than its scene has now; empty when it was not, or when it is not known.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString calibrationWords(const model::Scene *scene, const model::Annotation &annotation);

}  // namespace plumbline::itemmodels
