// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/annotation.h"

#include <vector>

namespace plumbline::matching {

struct MatchOptions {
    double minimumIou = 0.5;        ///< pairs below are not matched; neither are pairs without any overlap
    bool classesMustAgree = false;  ///< true: only pairs of the same class; false: what is left over may match another class
    double ignoreCoverage = 0.5;    ///< share of a candidate inside an ignore or crowd region that excuses it
};

struct Match {
    std::size_t truth = 0;      ///< index into the truth list
    std::size_t candidate = 0;  ///< index into the candidate list
    double iou = 0;             ///< 1 for item labels
    bool sameClass = false;
    bool operator==(const Match &) const = default;
};

/// Every truth object is in exactly one of matches, missed, truthNotCompared; every candidate object in exactly one of
/// matches, invented, ignored, candidatesNotCompared. All lists are sorted.
struct MatchResult {
    std::vector<Match> matches;            ///< sorted by truth
    std::vector<std::size_t> missed;       ///< truth objects without a match
    std::vector<std::size_t> invented;     ///< candidates without a match that no ignore region excuses
    std::vector<std::size_t> ignored;      ///< candidates that an ignore or crowd region of the truth excuses
    std::vector<std::size_t> truthNotCompared;       ///< objects of kinds that overlap cannot judge (lines, points, spans, ratings…)
    std::vector<std::size_t> candidatesNotCompared;
    bool operator==(const MatchResult &) const = default;
};

/// Matches one layer of an item against another. Any thread; pure.
///
/// - Shapes with an area in image space, and cuboids by their volumes: first within each class (total IoU maximal over the pairs of that class), then what
///   is left across classes, unless classesMustAgree. Only shapes of the same frame meet.
/// - Item labels match by class alone. Across classes they match only where exactly one label is left on each side of a
///   frame: a choice that went wrong. Of several left-over tags none is "the wrong one of" another.
/// - Truth with role ignore or crowd is neither matched nor missed; it excuses candidates that found no match and lie in one
///   such region by ignoreCoverage. An ignore region excuses every class, a crowd region its own (any, when it has no class).
/// - Candidates with role ignore or crowd are left out.
[[nodiscard]] PLUMBLINE_CORE_EXPORT MatchResult match(const std::vector<model::Annotation> &truth,
                                                      const std::vector<model::Annotation> &candidates, const MatchOptions &options = {});

}  // namespace plumbline::matching
