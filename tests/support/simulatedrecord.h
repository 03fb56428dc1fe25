// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/abstention.h"
#include "core/simulation/judgementteam.h"
#include "core/workflow/teamrecord.h"

namespace plumbline::test {

/// What a simulated team answered, as a lead's tools have it.
inline workflow::TeamRecord recordOf(const simulation::SimulatedJudgements &world)
{
    workflow::TeamRecordBuilder builder;
    for (const auto &row : world.rows) {
        model::Judgement judgement;
        judgement.task = world.tasks[row.task];
        judgement.annotator = world.judges[static_cast<std::size_t>(row.judge)].name;
        judgement.label = row.label < 0 ? model::abstentionLabel() : world.labels[row.label];
        judgement.confidence = row.confidence;
        judgement.createdMicroseconds = row.micros;
        builder.add(judgement);
    }
    for (const auto &judge : world.judges)
        builder.setCohort(judge.name, judge.cohort);
    workflow::TeamRecord record = builder.take();
    const auto sorted = record.tasks.sorted();
    record.suggestion.assign(record.tasks.size(), workflow::TeamRecord::none);
    for (qsizetype i = 0; i < world.tasks.size(); ++i) {
        const auto at = record.tasks.find(sorted, world.tasks[i].toUtf8());
        if (!at)
            continue;
        const auto task = static_cast<std::size_t>(i);
        if (world.gold[task])
            record.truth[*at] = record.labelIndex(world.labels[world.truth[task]]);
        record.suggestion[*at] = record.labelIndex(world.labels[world.suggestion[task]]);
    }
    return record;
}

}  // namespace plumbline::test
