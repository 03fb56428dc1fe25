// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/export.h"

#include <QStringView>

namespace plumbline::actions {

/// How well typed letters fit a text, ignoring case: every letter must occur in order; starts of words and runs count more,
/// gaps and length count less. 0 = does not fit; an empty pattern fits everything equally.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT int fuzzyScore(QStringView text, QStringView pattern);

}  // namespace plumbline::actions
