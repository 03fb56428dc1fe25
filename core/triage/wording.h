// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/triage/triageentry.h"

namespace plumbline::triage {

/// One line, translated: "New class “tram”: see the list of vehicles".
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString wordsOf(const Entry &entry);

}  // namespace plumbline::triage
