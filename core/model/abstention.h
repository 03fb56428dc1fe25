// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace plumbline::model {

/// Label of a judgement that gives no answer: what "cannot label" is to an item.
[[nodiscard]] inline QString abstentionLabel()
{
    return QStringLiteral("cannot-label");
}

}  // namespace plumbline::model
