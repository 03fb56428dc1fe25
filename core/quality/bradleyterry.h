// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/comparisons.h"

#include <tl/expected.hpp>

/// Abilities from comparisons of pairs: R. A. Bradley and M. E. Terry, Biometrika 39 (1952) 324-345; ties of R. R. Davidson,
/// J. Am. Stat. Assoc. 65 (1970) 317-328; order effect of R. R. Davidson and R. J. Beaver, Biometrics 33 (1977) 693-702.
namespace plumbline::quality {

struct BradleyTerryOptions {
    bool orderEffect = false;   ///< whether the place on the screen has an ability of its own
    double priorDeviation = 0;  ///< of a normal prior around 0 on every log parameter; 0 = none, maximum likelihood
    QString reference{};        ///< the item whose log ability is 0; empty = the mean of all is 0
};

/// A log parameter with its 95 % interval (normal, from the curvature at the maximum).
struct LogParameter {
    double value = 0;
    double standardError = 0;
    Interval interval;
};

/// The item i is preferred to j with odds exp(value of i - value of j).
struct Ability {
    std::uint32_t item = 0;
    LogParameter log;
    std::int64_t wins = 0;
    std::int64_t losses = 0;
    std::int64_t ties = 0;
};

struct BradleyTerryFit {
    std::vector<Ability> abilities;           ///< best first
    std::optional<LogParameter> orderEffect;  ///< log odds that being shown first adds
    std::optional<LogParameter> tie;  ///< log ν: equal items tie with probability ν / (2 + ν); only where ties happened
    double logLikelihood = 0;
};

enum class Unfitted {
    NoComparisons,
    UnknownReference,
    TooManyItems,  ///< more than 1000
    Unlinked,      ///< groups that were never compared with each other
    OneSided,      ///< a group that never won against the others: the win graph is not strongly connected
    OnlyTies,
    OrderConfounded,  ///< every pair has one order, so place and ability cannot be told apart
    NoMaximum,        ///< the likelihood grows for ever
};
struct NoFit {
    Unfitted reason = Unfitted::NoComparisons;
    QStringList items{};  ///< the group that is meant, where there are groups
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString unfittedText(const NoFit &reason);  ///< translated

/// Newton's method on a concave likelihood; time grows with the cube of the items. Where a maximum does not exist, the reason
/// says why; with a prior there is always one.
[[nodiscard]] PLUMBLINE_CORE_EXPORT tl::expected<BradleyTerryFit, NoFit> bradleyTerry(const Comparisons &comparisons,
                                                                                      const BradleyTerryOptions &options);

}  // namespace plumbline::quality
