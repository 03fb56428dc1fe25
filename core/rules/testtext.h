// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/rule.h"

/// Tests on attributes as a line that people type: `moving=true, colour!=red, speed>=3, speed<=9, plate?, plate!` ("?" =
/// answered, "!" = not answered). Pure functions; reading what was written gives the same tests.
namespace plumbline::rules {

[[nodiscard]] PLUMBLINE_CORE_EXPORT QString testsToText(const std::vector<model::AttributeTest> &tests);
/// Names the part that cannot be read.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<model::AttributeTest>> testsFromText(const QString &text);

}  // namespace plumbline::rules
