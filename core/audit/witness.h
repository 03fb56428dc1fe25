// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/entry.h"

/// What one user saw last of the log in one place: kept where whoever changes the project cannot reach it. Private to this folder.
namespace plumbline::audit {

/// Nothing when this user has none of the project in this folder. Corrupt when it cannot be read.
[[nodiscard]] Result<std::optional<Mark>> witnessOf(const QString &witnessFolder, const QString &projectFolder);
[[nodiscard]] Result<> keepWitness(const QString &witnessFolder, const QString &projectFolder, const Mark &mark);

}  // namespace plumbline::audit
