// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/annotationformat.h"

/// One box of labelCloud in the frame of its cloud: "centroid" is the centre, "dimensions" are length, width and height along the
/// box's own x, y and z, "rotations" three angles of the matrix Rz · Ry · Rx; or "vertices" has the eight corners.
namespace plumbline::labelcloud {

/// How a folder of labels says boxes: angles in degrees from 0 to 360, in radians from -π to π, or by corners.
enum class Form { Absolute, Relative, Vertices };
[[nodiscard]] QString formName(Form form);  ///< as in _classes.json: "centroid_abs"
[[nodiscard]] std::optional<Form> formNamed(const QString &name);
/// Options `form` of an export and `rotations` of an import.
[[nodiscard]] std::vector<extension::FormatOption> options();

/// Name of the labels' frame when there is no scene.
[[nodiscard]] QString lidarFrame();

/// Corners are taken where the record has them, else what `form` says about the angles. Fails in words.
[[nodiscard]] Result<geometry::Cuboid> cuboidFrom(const Json &record, Form form, const QString &frame);
/// `record` with the box of a cuboid in the place of its own.
[[nodiscard]] Json withCuboid(Json record, const geometry::Cuboid &cuboid, Form form);

/// Corners in the order of the file: left back bottom, left front bottom, right front bottom, right back bottom, and the same on
/// top, where the box's x is to the right and its y to the front.
[[nodiscard]] std::array<geometry::Vector3, 8> verticesOf(const geometry::Cuboid &cuboid);

}  // namespace plumbline::labelcloud
