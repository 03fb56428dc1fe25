// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/geometry/shapes.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace plumbline::model {

enum class Stage { Annotate, Review, Adjudicate };

/// State of a piece of work, as its assignee and the queue see it. The numbers are stored: append, never reorder.
enum class TaskState {
    ToDo,
    InProgress,
    Submitted,
    CannotLabel,
    InReview,
    Accepted,
    Fix,
    Rejected,
    Done,
    Adjudicated,  ///< somebody chose between several people's work; what they chose is in the accepted layer
};

[[nodiscard]] PLUMBLINE_CORE_EXPORT QString taskStateName(TaskState state);
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<TaskState> taskStateFromName(QStringView name);
/// Whether the author's labels may not be edited: in review, accepted, adjudicated or done.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isLocked(TaskState state);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString stageName(Stage stage);

/// Part of an item that a task covers. Every unset member means "all of it".
struct TaskScope {
    QString stream;
    std::optional<std::int64_t> fromPts;
    std::optional<std::int64_t> toPts;
    std::optional<geometry::Box> region;
    QStringList classes;
    bool operator==(const TaskScope &) const = default;
};

/// Item × scope × stage × round for one person.
struct Task {
    TaskId id;
    ItemId item;
    TaskScope scope;
    Stage stage = Stage::Annotate;
    int round = 1;
    QString assignee;  ///< member; empty = whoever takes it
    TaskState state = TaskState::ToDo;
    std::int32_t priority = 0;  ///< higher comes first
    std::int64_t order = 0;     ///< position in the queue among equal priorities
    std::int64_t dueMicroseconds = 0;
    QString reason;   ///< of CannotLabel: one of the schema's reasons
    QString comment;
    std::optional<geometry::Point> place;  ///< where the problem is
    bool operator==(const Task &) const = default;
};

/// What a person handed in: an immutable reference to the state of their layer.
struct Submission {
    SubmissionId id;
    TaskId task;
    ItemId item;
    QString annotator;
    QString layer;
    int round = 1;
    int number = 1;               ///< 1 = the first of its round: the one that is scored
    std::int64_t operation = 0;   ///< sequence number of the last operation it includes
    QString contentSha256;        ///< over the encodings of the layer's annotations, sorted by id
    bool cannotLabel = false;
    QString reason;
    bool partial = false;
    std::optional<double> confidence;  ///< the annotator's own, in [0, 1]
    std::int64_t createdMicroseconds = 0;
    bool authenticated = true;
    bool operator==(const Submission &) const = default;
};

/// A single answer to a task, as crowd data and simple classification work have it.
struct Judgement {
    JudgementId id;
    QString task;
    QString annotator;
    QString label;
    std::optional<double> confidence;
    std::int64_t createdMicroseconds = 0;
    bool operator==(const Judgement &) const = default;
};

/// Somebody who works on the project.
struct Member {
    QString name;
    QString displayName;
    QString role;    ///< annotator, reviewer, lead or viewer
    QString cohort;
    bool operator==(const Member &) const = default;
};

}  // namespace plumbline::model
