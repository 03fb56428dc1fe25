// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"

#include <QString>

namespace plumbline::store {

struct RestoreReport {
    QString database;
    QString kept;  ///< backup of what was there before
};

/// Puts a backup in the place of a project's database: the backup is verified first, what was there is kept as a backup of
/// its own, and a new epoch begins so that operation identities stay unique. Fails while another process writes the project.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<RestoreReport> restoreBackup(const QString &projectFolder, const QString &backup,
                                                                        const jobs::JobControl &control);

}  // namespace plumbline::store
