// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"
#include "core/quality/ratings.h"

#include <functional>
#include <optional>
#include <vector>

namespace plumbline::consensus {

/// How the truth is inferred from labels of several annotators. docs/consensus.md says what each does and when it is good.
enum class Method {
    Auto,          ///< chooses by evidence and says why
    Majority,      ///< most votes; ties by the larger share of all labels, then category order
    Wawa,          ///< votes weighted by each annotator's agreement with the majority
    OneCoin,       ///< one accuracy an annotator, errors spread evenly, all classes equally likely beforehand
    DawidSkene,    ///< a confusion table an annotator, each shrunk as far as the data say; the best single model
    DawidSkeneMl,  ///< Dawid & Skene, JRSS C 28 (1979) 20-28: EM from vote shares, no smoothing
    Mace,          ///< knows or guesses from a habit: Hovy et al., NAACL 2013; EM from one start
    Glad,          ///< ability times ease of the task: Whitehill et al., NIPS 2009
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString methodName(Method method);
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Method> methodFromName(QStringView name);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QStringList methodNames();

struct Options {
    Method method = Method::Auto;
    /// Rounds of an iterative method; 0 = until it converges.
    int rounds = 0;
    /// Of dawid-skene-ml: added to every cell of the expected counts, those of the classes too. The likelihood may then fall.
    double smoothing = 0;
};

/// What was measured of one member before `auto` chose.
struct Evidence {
    QString member;
    double score = 0;   ///< mean log P(label | the other labels) a label, in nats; larger is better
    double weight = 0;  ///< its part in the answer
};

/// One cell of an annotator's confusion; cells that are not there were not needed (their chance is not estimated).
struct ConfusionCell {
    std::uint32_t truth;
    std::uint32_t said;
    double probability;
};

/// What was inferred; a value. Indices are those of the Ratings.
struct PLUMBLINE_CORE_EXPORT Consensus {
    static constexpr std::uint32_t noLabel = ~0U;

    Method method = Method::Majority;
    Method chosen = Method::Majority;  ///< differs from `method` for auto only
    QString why;                       ///< of auto: what it chose, and the numbers that say so
    std::vector<Evidence> evidence;

    /// Posterior of a unit: categories from begins[unit] to begins[unit + 1], ascending; those not listed have none of it.
    /// A unit that nobody labeled has no entry and no label.
    std::vector<std::size_t> begins{0};
    std::vector<std::uint32_t> category;
    std::vector<double> probability;
    std::vector<std::uint32_t> label;
    std::int64_t ties = 0;  ///< units on which the best two are equal, to 1e-12

    std::vector<double> skill;  ///< per rater: expected share of right answers; NaN for raters without any
    std::vector<std::vector<ConfusionCell>> confusion;  ///< per rater, by truth, then said; empty for methods without one
    std::vector<double> shares;                         ///< of the categories, under the posterior

    int iterations = 0;
    bool converged = true;
    std::vector<double> logLikelihood;  ///< by round, for methods that maximise one; never falls

    [[nodiscard]] double probabilityOf(std::uint32_t unit, std::uint32_t category) const;
};

/// Infers labels. Pure, deterministic, the same for every order of the ratings; uses all cores. `goOn` is asked now and then, on
/// the calling thread, with the share done; false stops with Cancelled. Other failures: none, whatever the ratings are.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Consensus> infer(const quality::Ratings &ratings, const Options &options,
                                                            const std::function<bool(double)> &goOn = {});

}  // namespace plumbline::consensus
