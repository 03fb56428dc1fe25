// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/shapes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <map>

/// Labels of points: 32 bits each, little endian; the lower 16 are the class, the upper 16 the instance, 0 = none.
namespace plumbline::semantickitti {

/// Name of a class of the data set; "label 300" for numbers that it does not have.
[[nodiscard]] QString className(std::uint16_t number);
/// Number of a class by its name; nothing for names that the data set does not have.
[[nodiscard]] std::optional<std::uint16_t> classNumber(const QString &name);

/// Fails when the bytes are no whole labels. Classes are in the order of their first point.
[[nodiscard]] Result<geometry::PointLabels> labelsFrom(QByteArrayView bytes, const QString &coordinateFrame);

/// Number of each class that is written.
using ClassNumbers = std::map<QString, std::uint16_t>;
/// Fails when the runs do not add up or point beyond the classes. Instances beyond 16 bits are counted and written as none.
[[nodiscard]] Result<QByteArray> bytesOf(const geometry::PointLabels &labels, const ClassNumbers &numbers,
                                         std::int64_t &lostInstances);

}  // namespace plumbline::semantickitti
