// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/geometry/shapes.h"

#include <functional>
#include <map>

/// Labels of points: `point_annotations` has the number of an object for each point in the order of the file, 0 = none; the objects
/// say their class.
namespace plumbline::segments {

/// Name of the class of points without an object.
[[nodiscard]] QString unlabeled();

/// Reads the list without making values of its numbers. Numbers that are no object's become points without one; `strangers` counts
/// them. Fails when it is no list of numbers from 0 on.
[[nodiscard]] Result<geometry::PointLabels> pointLabelsFrom(QByteArrayView list, const std::map<std::uint32_t, QString> &classOf,
                                                            const QString &frame, std::int64_t &strangers);

/// What points are written with.
struct PointObjects {
    std::map<std::pair<QString, std::uint32_t>, std::uint32_t> numbers;  ///< of class and instance
    QByteArray list;  ///< "[0,0,1]"
};
/// Instances keep their number where one class has them. Fails when the runs do not add up.
[[nodiscard]] Result<PointObjects> pointObjectsOf(const geometry::PointLabels &labels);

}  // namespace plumbline::segments
