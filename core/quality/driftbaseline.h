// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/cohortprior.h"
#include "core/quality/drift.h"

#include <optional>
#include <span>
#include <vector>

namespace plumbline::quality {

/// Which error rate a person's drift charts take for ordinary. Drift is a change: everybody is compared with their own first
/// results, which are few, and so lean on what is ordinary in the team (a Beta distribution with the team's rate and a weight
/// in results, as in an empirical Bayes estimate). What is to be found is `more` above that. Pure functions, any thread.
struct PLUMBLINE_CORE_EXPORT DriftBaseline {
    double team = 0.05;   ///< error rate that is ordinary in the team, on an item of average difficulty
    double weight = 15;   ///< results that the team's rate counts for
    bool own = true;      ///< false: the team's rate is everybody's
    double more = 0.1;    ///< the shift that the charts are designed for
    double items = 500;   ///< gold results between false alarms at the ordinary rate
    bool operator==(const DriftBaseline &) const = default;

    /// The first third of a person's results says what is ordinary for them, at least 20 of them and at most 100. Fewer leave the
    /// rate so uncertain that long charts alarm too often; more would hold the drift itself.
    static constexpr std::size_t shareOfFirst = 3;
    static constexpr std::size_t fewestFirst = 20;
    static constexpr std::size_t mostFirst = 100;

    static constexpr double lowest = 0.01;  ///< nobody is taken to make no errors
    static constexpr double highest = 0.4;

    /// Of a person with these results in the order of time, in steps of half a per cent unless it is the team's.
    [[nodiscard]] double rateOf(std::span<const DriftInput> results) const;
    /// What the charts around a rate are to find: `more` above it, but no more than .95.
    [[nodiscard]] double tooMuch(double rate) const;
    /// Charts around an ordinary rate.
    [[nodiscard]] Result<BernoulliCusumPlan> errorPlan(double rate) const;
    [[nodiscard]] Result<DriftPlan> plan(double rate) const;

    /// What is ordinary in a team: the median error rate of people with minimumResults or more, of two in the middle the lower
    /// one. Nothing with fewer than minimumPeople of them.
    [[nodiscard]] static std::optional<double> teamRate(const std::vector<RightWrong> &people);
    static constexpr std::size_t minimumPeople = 5;
    static constexpr std::int64_t minimumResults = 20;
};

}  // namespace plumbline::quality
