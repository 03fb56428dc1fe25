// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plumbline::exchange {

/// Tag of an item that a lead has taken out of the project's work: exports pass over it, its labels stay.
[[nodiscard]] inline QString leftOutTag()
{
    return QStringLiteral("left-out");
}

}  // namespace plumbline::exchange
