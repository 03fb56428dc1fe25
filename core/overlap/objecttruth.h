// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

/// Whether the thing behind a cluster exists and what it is, from who drew it as what and who did not.
namespace plumbline::overlap {

/// How one person works, as probabilities per thing.
struct PersonRates {
    double miss = 0.1;  ///< leaves out a thing that is there
    double invent = 0.2;  ///< draws, where somebody drew a thing that is not there
    double rightClass = 0.9;  ///< names the class right; all other classes are equally likely then
    bool operator==(const PersonRates &) const = default;
};

/// What is known of one person beforehand: results that count as seen. The defaults make the default rates.
struct PersonPrior {
    double drawn = 9;
    double missed = 1;
    double rightClass = 9;
    double wrongClass = 1;
    double invented = 1;
    double notInvented = 4;
    [[nodiscard]] PersonRates rates() const
    {
        return {missed / (drawn + missed), invented / (invented + notInvented), rightClass / (rightClass + wrongClass)};
    }
};

struct ObjectVote {
    std::size_t person = 0;
    std::size_t labelClass = 0;  ///< index; below the number of classes
};

/// One item: who saw it, and for each cluster who drew it as what.
struct ItemVotes {
    std::vector<std::size_t> seenBy;
    std::vector<std::vector<ObjectVote>> clusters;
};

struct ObjectPosterior {
    double existence = 0;
    std::map<std::size_t, double> classes;  ///< given that it exists; classes that somebody said
    double otherClasses = 0;  ///< all others together
};

struct ObjectTruth {
    std::vector<PersonRates> people;
    double existing = 0.9;  ///< share of clusters whose thing exists
    std::vector<std::vector<ObjectPosterior>> items;  ///< by item and cluster
    std::vector<double> objective;  ///< logarithm of likelihood and priors before each round; never falls
    int rounds = 0;
    bool converged = false;
};

struct ObjectTruthOptions {
    bool estimate = true;  ///< false: the rates of the priors are used as they are; with equal priors that is a plain vote
    int maximumRounds = 100;
    double tolerance = 1e-6;  ///< ends when no rate moves by more
};

/// One-coin model with absence: a cluster's thing is not there, or of one of the classes, all equally likely; people are
/// independent given that. Rates by expectation maximisation with their priors as added counts (maximum a posteriori), the share
/// of existing things with 9 and 1. Only clusters that somebody drew exist, so `invent` is a share of these, not of all places
/// in a picture. The same result for every order of people, items and clusters but for rounding. `priors` has one entry for each
/// person; persons and classes out of range are left out.
[[nodiscard]] PLUMBLINE_CORE_EXPORT ObjectTruth inferObjects(const std::vector<ItemVotes> &items, std::size_t classes,
                                                             const std::vector<PersonPrior> &priors,
                                                             const ObjectTruthOptions &options = {});

}  // namespace plumbline::overlap
