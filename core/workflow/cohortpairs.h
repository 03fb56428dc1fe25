// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/cohortcomparison.h"
#include "core/quality/mixedmodel.h"
#include "core/workflow/teamreport.h"

#include <optional>

/// Every two cohorts of a team against each other, on gold.
namespace plumbline::workflow {

/// Items that both cohorts answered. Where a cohort has several answers, one is drawn, so that every item counts once.
struct SharedItems {
    std::int64_t items = 0;
    quality::RightWrong first;  ///< of the drawn answers
    quality::RightWrong second;
    quality::McNemar test;
    quality::Interval firstShare;  ///< of items that only one has right: those of the first; 95 % Wilson interval
    static constexpr qsizetype mostNames = 1000;
    QStringList firstOnly;  ///< items that only the first had right; mostNames at most
    QStringList secondOnly;
};

/// More are put together: resampling each cell of thousands of labels would take hours.
inline constexpr std::size_t mostComparedLabels = 20;

/// A cell of the confusion table of the mostComparedLabels most used labels: the share of a true label's decisions that say another, first minus second.
struct LabelDifference {
    QString truth;
    QString said;  ///< empty = nothing said, or not found
    quality::RightWrong first;  ///< right = that many said so
    quality::RightWrong second;
    quality::Difference share;
};

struct CohortPair {
    QString first;
    QString second;
    quality::RightWrong firstGold;
    quality::RightWrong secondGold;
    std::optional<quality::Difference> accuracy;  ///< resampled annotators; nothing = fewer than two of a cohort have gold
    SharedItems shared;
    std::optional<quality::MixedModel> mixed;
    std::int64_t mixedLeftOut = 0;  ///< shared items that the model did not look at, drawn
    QString whyNoMixed;             ///< translated
    std::vector<LabelDifference> labels;
};

inline constexpr std::int64_t mixedModelItems = 1500;  ///< more take longer than anybody waits
inline constexpr std::size_t mostComparedCohorts = 8;

/// Cohorts in the order of the report, mostComparedCohorts of those with gold at most. Draws are seeded and depend on names alone. Fails when
/// cancelled. Blocks for seconds; any thread.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<CohortPair>> cohortPairs(const TeamRecord &record,
                                                                                const std::vector<PictureWork> &pictures,
                                                                                const TeamReport &report,
                                                                                const jobs::JobControl &control = {});

}  // namespace plumbline::workflow
