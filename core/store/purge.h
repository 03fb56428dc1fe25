// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/id.h"
#include "core/base/result.h"

#include <vector>

/// Values of the history that are no longer kept. Their hashes stay, so that the chain still verifies (docs/store.md).
namespace plumbline::store {

class Store;

/// Empties what the history holds of earlier values of these entities, and overwrites it in the file; what they are now stays.
/// The number of values that are gone. Edits of them cannot be taken back any more. Blocks; any thread but the store's. Copies
/// that were made before (backups) keep what they have.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::int64_t> purgeEarlierValues(Store &store, const std::vector<Uuid> &entities);

/// How many values were purged in the project's life.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::int64_t> purgedValues(const Store &store);

}  // namespace plumbline::store
