// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/quality/ability.h"

#include <QString>

#include <functional>
#include <vector>

namespace plumbline::quality {

/// One annotator's first result on one gold item. Indices are the caller's, from 0.
struct ItemResult {
    std::uint32_t annotator = 0;
    std::uint32_t item = 0;
    bool right = false;
    bool operator==(const ItemResult &) const = default;
};

enum class ResponseModel { Rasch, TwoParameter };

/// Difficulties of gold items from all annotators: marginal maximum a posteriori by EM (Bock and Aitkin, Psychometrika 46 (1981)
/// 443-459), abilities integrated over a grid. Scale: abilities have mean 0 over the cohort; in Rasch their spread is estimated,
/// in the two-parameter model it is 1. Priors: log odds of an average annotator on an item normal around the mean of all items,
/// sigma 1.5; discrimination normal(1, .75), negative ones possible on purpose.
struct DifficultyFit {
    struct Item {
        ItemParameters parameters;
        double easiness = 0;  ///< log odds that an average annotator is right: -a·b
        double easinessSigma = 0;  ///< standard error, from the curvature with abilities as if known: a little small
        double discriminationSigma = 0;  ///< standard error; 0 in Rasch
        std::int64_t n = 0;
        std::int64_t right = 0;
        /// Difficulty against the average item for charts, logits: positive = harder.
        double relativeDifficulty = 0;
    };
    struct Annotator {
        double ability = 0;
        double sigma = 0;
        std::int64_t n = 0;
        std::int64_t right = 0;
    };
    ResponseModel model = ResponseModel::Rasch;
    std::vector<Item> items;
    std::vector<Annotator> annotators;
    double abilitySigma = 1;  ///< spread of abilities in the cohort
    double averageEasiness = 0;  ///< mean over items
    double logPosterior = 0;
    std::vector<double> history;  ///< log posterior of each round; never falls
    int rounds = 0;
    bool converged = false;
};

/// Equal for every order of results. Items and annotators without results keep the prior's mean and have
/// n = 0. Fails with Cancelled when `cancelled` says so, or with InvalidArgument when there is no result or an index is out of range.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<DifficultyFit> fitDifficulty(const std::vector<ItemResult> &results,
                                                                        std::size_t annotators, std::size_t items,
                                                                        ResponseModel model,
                                                                        const std::function<bool()> &cancelled = {});

/// What a lead should look at among gold items.
struct GoldFinding {
    enum class Kind {
        NobodyFails,  ///< measures nothing any more: retire it
        NegativeDiscrimination,  ///< the better people are, the more they fail: the key is probably wrong
        AblePeopleMiss,  ///< most of the upper half failed it: adjudicate the key
    };
    Kind kind = Kind::NobodyFails;
    std::uint32_t item = 0;
    std::int64_t n = 0;
    std::int64_t right = 0;
    std::int64_t able = 0;  ///< annotators of the upper half, judged without this item, who had it
    std::int64_t ableRight = 0;
    double discrimination = 0;  ///< correlation of the item's result with ability from the other items, in [-1, 1]
    double certainty = 0;  ///< of the finding, in (0.5, 1]
    [[nodiscard]] bool adjudicate() const { return kind != Kind::NobodyFails; }
    [[nodiscard]] PLUMBLINE_CORE_EXPORT QString text() const;  ///< translated
};

struct GoldReviewOptions {
    std::int64_t minimumResults = 20;  ///< for NobodyFails
    double retireBelow = 0.05;  ///< error rate; NobodyFails states how certain it is that the item is below
    std::int64_t minimumAble = 4;  ///< for AblePeopleMiss
    double ableCertainty = 0.9;  ///< that more than half of the upper half would miss it
    double negativeCertainty = 0.99;  ///< that the discrimination is negative
};

/// Findings by item, the worst (adjudication) first, at most one an item.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<GoldFinding>
reviewGold(const std::vector<ItemResult> &results, const DifficultyFit &fit, const GoldReviewOptions &options = {});

}  // namespace plumbline::quality
