// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobcontrol.h"
#include "core/quality/agreement.h"
#include "core/review/reviewplan.h"
#include "core/store/project.h"

#include <optional>
#include <vector>

/// Work that two people review, each without knowing what the other said, and how far they agree. The second review changes nothing
/// of the work's state or of the accepted layer; where the two contradict, conflictsOf() has it.
namespace plumbline::review {

/// The task of whoever reviews a piece of work a second time, in one round.
[[nodiscard]] PLUMBLINE_CORE_EXPORT TaskId secondReviewTaskId(ItemId item, const QString &author, int round);

/// Whether the plan wants a second review: by a draw of its own, the same on every machine.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool wantsSecond(const ReviewPlan &plan, ProjectId project, TaskId task);

/// What two reviewers said about the labels of one piece of work.
struct ReviewedTwice {
    SubmissionId submission;
    QString first;
    QString second;
    /// Of each label: whether the first and the second one let it pass. No decision about a label of an ended review lets it pass.
    std::vector<std::pair<bool, bool>> labels;
};

struct AgreementOfReviewers {
    std::int64_t works = 0;  ///< reviewed twice, both reviews ended
    std::int64_t labels = 0;  ///< of those
    std::int64_t same = 0;  ///< both let it pass, or neither
    std::optional<double> ac1;  ///< Gwet 2008; nothing while it is not defined
    std::optional<double> alpha;  ///< Krippendorff 2011
    /// 95 % percentile intervals from resampled pieces of work, not labels: labels of one picture stand or fall together. Nothing for
    /// fewer than two pieces of work.
    std::optional<quality::Interval> ac1Interval;
    std::optional<quality::Interval> alphaInterval;
    static constexpr int resamples = 1000;
};
/// Pure; the same for the same input. Most labels pass, so that alpha is low or undefined where hardly anything is wrong: that is why
/// AC1 stands beside it (docs/quality.md).
[[nodiscard]] PLUMBLINE_CORE_EXPORT AgreementOfReviewers agreementOfReviewers(const std::vector<ReviewedTwice> &works,
                                                                              std::uint64_t seed = 1);

/// Of a project. For leads (PermissionDenied). Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<ReviewedTwice>>
reviewedTwice(const store::Project &project, const store::Person &person, const jobs::JobControl &control = {});

}  // namespace plumbline::review
