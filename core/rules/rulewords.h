// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/schema.h"

/// Translated sentences about rules. Pure functions.
namespace plumbline::rules {

/// "Minimum size", "No overlap"…
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString ruleKindTitle(model::RuleKind kind);
/// What a rule demands: "car, truck: at least 8 pixels on the shorter side".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString ruleSummary(const model::Rule &rule);
/// "colour is red", "speed is at least 3".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString testWords(const model::AttributeTest &test);

}  // namespace plumbline::rules
