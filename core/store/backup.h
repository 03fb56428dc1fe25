// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

/// Private to the store.
namespace plumbline::store {

/// Copies a database by SQLite's backup API into a file that must not exist, checks the copy, then gives it its name.
/// `immutable`: the source lies in a place that cannot be written.
[[nodiscard]] Result<> copyDatabase(const QString &file, const QString &target, bool immutable);

}  // namespace plumbline::store
