// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/task.h"

#include <vector>

namespace plumbline::adjudication {

/// The last answer of everybody, by name: of the highest round and number, and of two with one number the earlier one.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<model::Submission> lastAnswers(std::vector<model::Submission> submissions);
/// Those of them that say what the whole item holds, one for each layer.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<model::Submission> wholeAnswers(std::vector<model::Submission> submissions);

}  // namespace plumbline::adjudication
