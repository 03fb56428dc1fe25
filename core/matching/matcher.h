// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/annotation.h"

#include <vector>

namespace plumbline::matching {

struct MatchOptions {
    double minimumIou = 0.5;     ///< pairs below are not matched
    bool classesMustAgree = false;  ///< true: only same-class pairs; false: overlap first, a same-class pair wins at equal IoU
    double ignoreCoverage = 0.5;    ///< share of a candidate inside an ignore or crowd region that excuses it
};

struct Match {
    std::size_t truth = 0;      ///< index into the truth list
    std::size_t candidate = 0;  ///< index into the candidate list
    double iou = 0;
    bool sameClass = false;
};

struct MatchResult {
    std::vector<Match> matches;            ///< sorted by truth
    std::vector<std::size_t> missed;       ///< truth objects without a match
    std::vector<std::size_t> invented;     ///< candidates without a match that no ignore region excuses
    std::vector<std::size_t> ignored;      ///< candidates that an ignore or crowd region of the truth excuses
};

/// Matches one layer of an item against another: first per class (optimal total IoU among pairs of the same class), then
/// what is left across classes, unless classesMustAgree. Truth with role ignore or crowd is neither matched nor missed: it
/// only excuses candidates. Candidates with role ignore are left out. Item labels (no geometry in image space) match by class alone.
[[nodiscard]] PLUMBLINE_CORE_EXPORT MatchResult match(const std::vector<model::Annotation> &truth,
                                                      const std::vector<model::Annotation> &candidates, const MatchOptions &options = {});

}  // namespace plumbline::matching
