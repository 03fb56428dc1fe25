// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/random.h"
#include "core/model/task.h"
#include "core/model/track.h"
#include "core/quality/gaugerelease.h"
#include "core/quality/goldscore.h"
#include "core/store/project.h"

#include <optional>
#include <vector>

/// One person's work: queue, submissions, scoring. What window and command line share.
namespace plumbline::workflow {

/// Layer in which a person's labels are kept: "accepted" in a project of one, the person's own in a team.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QString> workingLayer(const store::Project &project, const store::Person &person);
/// Id of the task "annotate this item" of one person: the same on every machine.
[[nodiscard]] PLUMBLINE_CORE_EXPORT TaskId annotateTask(ItemId item, const QString &person, int round = 1);

/// Submission::contentSha256 of a layer.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString contentHash(std::vector<model::Annotation> labels);

struct SubmitResult {
    model::Submission submission;
    /// For practice gold only: what was wrong, explained at once.
    bool practice = false;
    std::vector<quality::GoldRemark> remarks;
    /// Changed since the last submission; blind gold does so in blocks only.
    quality::GaugeReading gauge;
};

struct SubmitOptions {
    std::optional<double> confidence;
    bool cannotLabel = false;
    QString reason;
    QString comment;
    std::optional<geometry::Point> place;
};

/// Hands in a person's layer of an item: submission and task state are one durable commit; then every submission, gold or
/// not, takes the same way through the scorer. Only the first submission of a round is scored; work without proof of
/// identity never is. Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<SubmitResult> submit(store::Project &project, ItemId item, const store::Person &person,
                                                                const SubmitOptions &options, base::RandomSource &random);
/// Puts a submission that was made elsewhere, and is stored here with the labels that it is about, through the scorer: the same way
/// as one made here. Once only; a second time does nothing. Blocks; any thread but the store's.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> scoreReceived(store::Project &project, const model::Submission &submission,
                                                           const std::vector<model::Annotation> &labels, const std::vector<model::Track> &tracks,
                                                           base::RandomSource &random);
/// Marks an item as begun; nothing when it is begun or finished.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<> markBegun(store::Project &project, ItemId item, const store::Person &person);
/// What the gauge of a person shows now. Nothing for somebody of whom nothing proves that they are it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<quality::GaugeReading> gauge(const store::Project &project, const store::Person &person);

/// Everything a lead sees of one person.
struct PersonScore {
    QString name;
    quality::AnnotatorScore score;
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<PersonScore>> scores(const store::Project &project, const QString &onlyPerson = {});

}  // namespace plumbline::workflow
