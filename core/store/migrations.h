// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/sqlite.h"

/// Versions of the tables. Private to the store.
namespace plumbline::store {

/// PRAGMA application_id of every project database: "PLMB".
inline constexpr int applicationId = 0x504C4D42;

/// Version that this program writes: the number of migrations in core/store/migrations.
[[nodiscard]] int currentSchemaVersion();

/// PRAGMA user_version of an open database; fails when application_id says that it is not ours.
[[nodiscard]] Result<int> schemaVersionOf(Connection &connection);

/// Brings the tables from `from` to the current version, each step in one transaction.
[[nodiscard]] Result<> migrate(Connection &connection, int from);

}  // namespace plumbline::store
