// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/timetable.h"
#include "core/base/result.h"
#include "core/store/project.h"

namespace plumbline::activity {

/// What a project knows of people's time: recorded visits, sums of older ones, edits in the history, and what work came to.
/// Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Material> material(const store::Store &store, const QString &onlyPerson = {});

}  // namespace plumbline::activity
