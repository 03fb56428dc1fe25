// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/formats/openlabel/openlabelsystems.h"

/// Geometry of object data.
namespace plumbline::openlabel {

/// A cuboid in the frame of labels: val is x y z, three angles (Rz · Ry · Rx) or a quaternion x y z w, and the sizes along the
/// box's own axes. Files whose coordinate system has y down name another axis up: the axes are named anew so that z is, the box
/// stays where it is. `system` stands in when the entry names none. Fails when it is no box.
[[nodiscard]] Result<geometry::Cuboid> cuboidFrom(const Json &entry, const QString &system, const Systems &systems,
                                                  std::int64_t frame);
/// val is x y of the centre, width, height.
[[nodiscard]] Result<geometry::Box> boxFrom(const Json &entry);
[[nodiscard]] Json cuboidEntry(const geometry::Cuboid &cuboid);
[[nodiscard]] Json boxEntry(const geometry::Box &box, const QString &stream);

/// Coordinate system that an entry, or its object, names.
[[nodiscard]] QString systemOf(const Json &entry, const QString &otherwise);
/// What a label came with: {"uid", "object", "entry", "kind", "static"}; null when nothing.
[[nodiscard]] const Json &keptData(const model::Annotation &annotation);

}  // namespace plumbline::openlabel
