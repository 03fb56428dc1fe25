// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/schema.h"
#include "core/quality/acceptance.h"
#include "core/quality/cohortcomparison.h"
#include "core/workflow/teamreport.h"

#include <optional>

/// What cohorts delivered, batch by batch: errors weighted by how bad they are, and acceptance sampling.
namespace plumbline::workflow {

/// How bad each way to be wrong is.
struct PLUMBLINE_CORE_EXPORT ErrorSeverities {
    model::Severity missed = model::Severity::Major;
    model::Severity invented = model::Severity::Major;
    model::Severity wrongClass = model::Severity::Critical;  ///< also of a task's only label
    model::Severity loose = model::Severity::Minor;
    model::Severity cannotLabel = model::Severity::Major;  ///< given or left out wrongly
    /// By the codes of the schema's error types ("missed", "invented", "wrong-class", "loose", "cannot-label"); what it does not
    /// have is as above.
    [[nodiscard]] static ErrorSeverities of(const model::Schema &schema);
};

/// What makes a batch of a cohort's work. Times are UTC.
enum class BatchPeriod { Everything, Month, Week, Day, Guideline };

struct BatchOptions {
    BatchPeriod period = BatchPeriod::Everything;
    quality::AcceptanceLimits limits;
    quality::SeverityWeights weights;
    ErrorSeverities severities;
    std::vector<std::int64_t> guidelineChanges;  ///< microseconds, ascending
};

/// What one cohort handed in within one period: answers to tasks, and pictures. Each counts once, as it was handed in first.
struct Batch {
    enum class Verdict {
        Take,       ///< the whole sample is checked and no more of it is bad than allowed
        Refuse,     ///< more is bad than allowed
        CheckMore,  ///< neither yet
    };
    QString cohort;
    QString period;  ///< "2026-01", "2026-W02", "2026-01-05", number of the guideline; empty = everything
    std::int64_t handed = 0;
    std::int64_t checked = 0;  ///< of them on gold that nobody could tell; a random sample of the work where gold is dealt at random
    quality::SeverityCounts errors;
    quality::Difference rate;  ///< weighted errors per 100 decisions
    quality::AcceptancePlan plan;
    std::int64_t sampled = 0;  ///< checked ones that the plan looks at: the first plan.sample of them in the order of time
    std::int64_t bad = 0;      ///< among those
    Verdict verdict = Verdict::CheckMore;
    struct Wrong {
        QString person;
        QString name;  ///< of the task or picture
        std::int64_t microseconds = 0;
        bool sampled = false;
    };
    static constexpr std::size_t mostWrong = 2000;
    std::vector<Wrong> wrong;  ///< checked ones that are bad, in the order of time; mostWrong at most
};

/// By cohort, then by period. Fails when cancelled, and with InvalidArgument for limits that make no sense. Practice pictures are
/// in the batches but not among what is checked: everybody knows that they are checks. Any thread.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<Batch>> teamBatches(const TeamRecord &record,
                                                                           const std::vector<PictureWork> &pictures,
                                                                           const BatchOptions &options,
                                                                           const jobs::JobControl &control = {});

}  // namespace plumbline::workflow
