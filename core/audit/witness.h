// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/entry.h"
#include "core/base/id.h"

/// What one user saw last of the log in one place: kept where whoever changes the project cannot reach it. Private to this folder.
namespace plumbline::audit {

/// Nothing when this user has none of this folder, or one of another project that lay there. Corrupt when it cannot be read.
[[nodiscard]] Result<std::optional<Mark>> witnessOf(const QString &witnessFolder, const QString &projectFolder,
                                                    ProjectId project);
[[nodiscard]] Result<> keepWitness(const QString &witnessFolder, const QString &projectFolder, ProjectId project, const Mark &mark);

}  // namespace plumbline::audit
