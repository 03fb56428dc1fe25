// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/posterior.h"
#include "core/store/project.h"

#include <vector>

namespace plumbline::triage {

/// How often work could not be labeled. One trial is one item that one person has handed in at least once; it counts when any of
/// their submissions of it said "cannot label".
struct Rate {
    QString name;
    std::int64_t handedIn = 0;
    std::int64_t cannotLabel = 0;
    [[nodiscard]] double share() const { return handedIn > 0 ? double(cannotLabel) / double(handedIn) : 0; }
    /// 95 % of the Beta posterior over a uniform prior.
    [[nodiscard]] quality::Interval interval() const
    {
        return quality::BetaPosterior::of(cannotLabel, handedIn - cannotLabel).interval();
    }
};

/// Each list is in the order of the names; nobody is ranked.
struct Rates {
    Rate all;
    std::vector<Rate> people;
    /// By what the last such submission of the trial said; the trials are all.
    std::vector<Rate> reasons;
    /// The trials of a class are those of items in which any layer (people's, the accepted one, a model's) has a label of the class, or
    /// for which a lead has decided that the class is missing. A class in this list need not be in the schema.
    std::vector<Rate> classes;
};

/// PermissionDenied without Act::Triage. Reads no known answers: work that is scored counts like any other.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<Rates> ratesOf(const store::Project &project, const store::Person &person);

}  // namespace plumbline::triage
