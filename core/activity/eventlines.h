// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activity/timetable.h"
#include "core/base/result.h"

namespace plumbline::activity {

/// All that a table of times is computed from, as JSON lines: a head, then events, sums and units. UTF-8.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QByteArray toLines(const Material &material);
/// Inverse. Malformed names the line.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Material> fromLines(QByteArrayView lines);

}  // namespace plumbline::activity
