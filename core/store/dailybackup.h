// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"
#include "core/store/project.h"

#include <optional>

namespace plumbline::store {

/// Backups that are kept without anybody asking: one a day on which the project was opened, the last seven of them.
inline constexpr int dailyBackupsKept = 7;

/// Makes today's backup (UTC) unless there is one, then removes the oldest beyond dailyBackupsKept. Backups that people made
/// are never touched. Returns the new file, or nothing when there was one. Blocks; any thread.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::optional<QString>> keepDailyBackup(const Project &project);

}  // namespace plumbline::store
