// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontrol.h"
#include "core/quality/posterior.h"
#include "core/store/project.h"

#include <vector>

/// How wrong the work is, from the part of it that was reviewed. Every piece of work is drawn with a known probability of its own, so
/// what was found counts for as much work as it stands for: one over its probability (Horvitz and Thompson, J. Am. Stat. Assoc. 47
/// (1952) 663-685), divided by the work that all of them together stand for (Hájek 1971).
namespace plumbline::review {

/// One piece of work that was drawn and reviewed.
struct SampledWork {
    double probability = 1;  ///< with which it was drawn, in (0, 1]
    std::int64_t labels = 0;  ///< handed in
    std::int64_t errors = 0;  ///< of those, to be fixed or rejected; 1 at least when the work as a whole was
    bool wrong = false;  ///< anything of it was
};

struct EstimatedShare {
    double value = 0;
    quality::Interval interval{0, 1};  ///< 95 %
    std::int64_t n = 0;  ///< pieces of work it rests on
    double effective = 0;  ///< equally weighted ones that would say as much: (Σw)² / Σw² (Kish, Survey Sampling, 1965)
};

struct ErrorEstimate {
    std::int64_t work = 0;  ///< handed in, first round
    std::int64_t drawn = 0;
    std::int64_t reviewed = 0;  ///< of the drawn ones
    std::int64_t accepted = 0;  ///< accepted, done or adjudicated by now
    std::int64_t acceptedUnseen = 0;  ///< of those, not drawn
    EstimatedShare wrongWork;  ///< share of handed-in work with an error
    EstimatedShare wrongLabels;  ///< share of handed-in labels; the interval rests on pieces of work, not on labels
    EstimatedShare unseen;  ///< share of work with an error among what was not drawn
    double leftInAccepted = 0;  ///< share of accepted work that still has an error: unseen · acceptedUnseen / accepted
    quality::Interval leftInterval{0, 1};
};

/// Pure; the shares alone. Weights 1/p for what is asked of all work, (1 − p)/p for what was not drawn. Intervals: equal-tailed, from
/// Jeffreys' prior and the effective number of results, as Korn and Graubard (Survey Methodology 24 (1998) 193-201) do with Clopper's
/// and Pearson's; with equal probabilities it is Jeffreys' interval. Nothing sampled: value 0 in (0, 1).
[[nodiscard]] PLUMBLINE_CORE_EXPORT ErrorEstimate estimateErrors(const std::vector<SampledWork> &sampled);

/// Of a project. A review that is not ended says nothing yet: of the drawn work, what is reviewed first must not be what is wrong
/// first. What the second of two reviewers said is left out. For leads (PermissionDenied). Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<ErrorEstimate>
errorEstimate(const store::Project &project, const store::Person &person, const jobs::JobControl &control = {});

/// The task of whoever reviews what an author handed in, in one round.
[[nodiscard]] PLUMBLINE_CORE_EXPORT TaskId reviewTaskId(ItemId item, const QString &author, int round);

}  // namespace plumbline::review
