// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"

/// A box of Datumaro: `position` is the centre, `scale` length, width and height along the box's own x, y and z, `rotation` three angles
/// in radians of the matrix Rx · Ry · Rz.
namespace plumbline::datumaro3d {

/// Name of the labels' frame when there is no scene.
[[nodiscard]] QString lidarFrame();

[[nodiscard]] Result<geometry::Cuboid> cuboidFrom(const Json &entry, const QString &frame);
[[nodiscard]] model::Attributes answersIn(const Json &entry);
/// Track of an entry; empty when it has none.
[[nodiscard]] QString trackNameOf(const Json &entry);

/// The entry of a label: what it came with, with its box, class and answers as they are now. `track` is -1 for none.
[[nodiscard]] Json entryOf(const model::Annotation &annotation, const geometry::Cuboid &cuboid, const Json &labelId,
                           std::int64_t number, std::int64_t track);
[[nodiscard]] const Json &keptEntry(const model::Annotation &annotation);

/// Whether the head of a file is that of a subset of point clouds, in words; empty when it is not.
[[nodiscard]] QString whyPointClouds(QByteArrayView head);

}  // namespace plumbline::datumaro3d
