// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"
#include "core/model/schema.h"

#include <vector>

/// Key points of skeletons as they are placed. Pure functions.
namespace plumbline::imageview {

/// The skeleton for labels of a class: the one with the class's name, else the only one there is; null = loose points.
/// Valid as long as the schema.
[[nodiscard]] const model::Skeleton *skeletonOf(const model::Schema &schema, ClassId labelClass);
/// By name; null when the schema has none of that name.
[[nodiscard]] const model::Skeleton *skeletonNamed(const model::Schema &schema, const QString &name);
/// Place of every joint in a unit square, y down: the schema's template, else rows by the number of bones from the first
/// joint.
[[nodiscard]] std::vector<geometry::Point> jointPlaces(const model::Skeleton &skeleton);
/// All joints, visible, as the template stretched into a box.
[[nodiscard]] geometry::KeyPoints templateIn(const model::Skeleton &skeleton, const geometry::Box &box);
/// All joints, none labeled.
[[nodiscard]] geometry::KeyPoints noJoints(const model::Skeleton &skeleton);
/// First joint from `start` on that is not labeled; the number of joints when there is none.
[[nodiscard]] std::size_t nextMissing(const geometry::KeyPoints &points, std::size_t start);

}  // namespace plumbline::imageview
