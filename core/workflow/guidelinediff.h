// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <QString>

#include <vector>

namespace plumbline::workflow {

/// One line of two texts laid against each other.
struct DiffLine {
    enum class Kind { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
    bool operator==(const DiffLine &) const = default;
};

/// Fewest lines changed: longest common subsequence. Of texts that differ in more than some 2,000 lines each the whole middle is
/// shown as changed. Lines without the same and the added are `before`, without the removed `after`.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<DiffLine> lineDiff(const QString &before, const QString &after);
/// Only the changed lines, with `around` of the same before and after, and an empty Same line with the text "…" for what is left
/// out.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<DiffLine> shortened(const std::vector<DiffLine> &lines, int around);

}  // namespace plumbline::workflow
