// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/annotation.h"

#include <QByteArray>
#include <QSize>

#include <optional>
#include <vector>

namespace plumbline::yolo {

enum class Task { Detect, Segment, Oriented, Pose, Classify };

/// What decides how the labels of one picture are written.
struct RowContext {
    Task task = Task::Detect;
    QSize picture;             ///< upright pixels; empty when unknown: then nothing can be written
    bool boxesStay = false;    ///< boxes are box rows even when the task is Segment
    int joints = 0;            ///< of every row of a pose data set
    int numbersOfJoint = 3;    ///< 2 without visibility
};

/// One annotation as rows without the class number, and what that loses.
struct RowsOfLabel {
    std::vector<QByteArray> rows;  ///< empty = left out
    QString why;                   ///< translated loss; empty when the shape is exact
    QString what;                  ///< what people call the shape, in the plural; only with `why`
};

[[nodiscard]] RowsOfLabel rowsOf(const model::Annotation &annotation, const RowContext &context);

/// Whether the score goes out: only where it came in with the file.
[[nodiscard]] bool writesScore(const model::Annotation &annotation);

}  // namespace plumbline::yolo
