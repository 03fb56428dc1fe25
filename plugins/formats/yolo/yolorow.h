// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace plumbline::yolo {

enum class RowKind { Detect, Segment, Pose, Oriented };

/// One line of a label file in its own numbers: normalised to the picture.
struct Row {
    RowKind kind = RowKind::Detect;
    std::int64_t classId = 0;
    std::vector<double> numbers;   ///< cx cy w h, or x y x y…, or the four corners of an oriented box
    std::vector<double> keyPoints; ///< of pose rows, as in the file
    std::optional<double> confidence;
};

/// How far outside of [0, 1] a coordinate may lie: rounding of boxes at the border.
inline constexpr double tolerance = 0.01;

/// Splits a line at blanks and parses its numbers. `keyPointShape` as in data.yaml. The error says what is wrong, translated.
struct RowOrProblem {
    std::optional<Row> row;
    QString problem;
};
/// With `oriented` rows of four corners are oriented boxes, else outlines.
[[nodiscard]] RowOrProblem parseRow(QByteArrayView line, const std::optional<std::pair<int, int>> &keyPointShape,
                                    bool oriented = false);

/// The visibility of a joint: 0, 1 and 2 are themselves, a confidence is visible from one half on.
[[nodiscard]] int visibilityOf(double value);

/// Whether the first non-empty line of the file (of its first 64 KiB) is a row, or the file is empty.
[[nodiscard]] bool looksLikeRows(const QString &path);

}  // namespace plumbline::yolo
