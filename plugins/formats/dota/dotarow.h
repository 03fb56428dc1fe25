// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/annotation.h"

#include <QByteArray>
#include <QByteArrayView>

/// One line of a label file: x1 y1 x2 y2 x3 y3 x4 y4 class difficult, in pixels.
namespace plumbline::dota {

/// How far corners may lie from a rectangle that is taken for them: this part of the longer side, at least a hundredth of a
/// pixel for the two decimals that files often have.
inline constexpr double rectangleTolerance = 1e-3;
inline constexpr double leastTolerance = 0.011;

struct Row {
    geometry::Ring corners;  ///< four
    QString className;
    std::optional<QString> difficult;  ///< as written
};

/// Fails with words when the line is no label: wrong number of fields, numbers that are not finite, an unreadable name.
[[nodiscard]] Result<Row> rowFrom(QByteArrayView line);

/// A rotated box when the corners are one, else a polygon. The corners are kept in the annotation's extra ("dota": "corners")
/// as far as the shape does not give them back exactly.
[[nodiscard]] model::Annotation annotationFrom(const Row &row);

/// The four corners to write: those it was read with when the shape is still that one; nothing when it has none.
[[nodiscard]] std::optional<geometry::Ring> cornersOf(const model::Annotation &annotation);
/// The smallest rectangle of any direction around points (at least three).
[[nodiscard]] geometry::Ring smallestRectangle(const geometry::Ring &points);

/// The line of a label, without a line feed. Blanks in the class name become underscores.
[[nodiscard]] QByteArray lineOf(const geometry::Ring &corners, const QString &className, const model::Annotation &annotation);
[[nodiscard]] QString fileClassName(const QString &className);

}  // namespace plumbline::dota
