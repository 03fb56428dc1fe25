// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/issue.h"
#include "core/base/random.h"
#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "core/model/task.h"
#include "core/quality/goldscore.h"
#include "core/store/project.h"

namespace plumbline::workflow {

struct JudgementFiles {
    QString labels;  ///< CSV task,annotator,label[,confidence,time]; may be empty
    QString gold;    ///< CSV task,truth; may be empty
    bool allGold = false;  ///< the file is all the gold there is: what it does not name has no right answer any more
};

struct JudgementReport {
    std::int64_t judgements = 0;  ///< recorded
    std::int64_t gold = 0;        ///< right answers taken
    std::int64_t scored = 0;      ///< judgements of tasks that have gold and had none
    std::int64_t rescored = 0;    ///< earlier ones whose right answer is another now
    std::int64_t withdrawn = 0;   ///< right answers taken away
    IssueList issues;
};

/// Records single-answer judgements from CSV as one bulk operation and scores those that have gold, one decision each. The
/// first judgement of a person on a task is what is scored. Broken rows become issues with their line; the rest is kept. Gold that is
/// read again may be other than before: all scores are then as if the new had been there from the beginning. A task with two
/// different right answers in the file keeps what it had. What is withdrawn (goldkeys.h) stays unscored.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<JudgementReport> recordJudgements(store::Project &project, const JudgementFiles &files,
                                                                             const store::Person &person, base::RandomSource &random,
                                                                             const jobs::JobControl &control);

/// One decision: the label against the right one.
[[nodiscard]] PLUMBLINE_CORE_EXPORT quality::GoldOutcome judgedOutcome(const model::Judgement &judgement, const QString &truth);

/// The class as which a judged label is scored: the same for the same text.
[[nodiscard]] PLUMBLINE_CORE_EXPORT ClassId judgedClass(const QString &label);

}  // namespace plumbline::workflow
