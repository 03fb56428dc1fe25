// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/sceneparts.h"

#include <map>
#include <set>

/// Figures and objects of Supervisely. The geometry of a `cuboid_3d` has the centre, `dimensions` width, length and height along its
/// own x, y and z, and `rotation`, three angles of the matrix Rz · Ry · Rx; without rotation it faces +y.
namespace plumbline::supervisely {

/// Name of the labels' frame when there is no scene.
[[nodiscard]] QString lidarFrame();

[[nodiscard]] Result<geometry::Cuboid> cuboidFrom(const Json &geometry, const QString &frame);
[[nodiscard]] Json geometryOf(const geometry::Cuboid &cuboid);

/// Keys are UUIDs with or without dashes; without them, lower case.
[[nodiscard]] QString plainKey(const QString &key);
[[nodiscard]] QString keyOf(const Uuid &uuid);

/// What the tags of an object say about a frame: a tag without a value is a yes, one with a frameRange holds there only. Of two
/// with one name the first counts.
[[nodiscard]] model::Attributes answersIn(const Json &tags, std::optional<std::int64_t> frame);
/// Whether a value can be a tag's: no is none.
[[nodiscard]] bool carries(const model::AttributeValue &value);
/// "none", "any_number" or "any_string".
[[nodiscard]] std::string valueType(const model::AttributeValue &value);

/// Tags that say the answers of an object's frames: those of `kept` that still hold, then new ones. Without frames (a cloud of its
/// own) the one entry is under 0 and no tag has a range.
[[nodiscard]] Json tagsOf(const std::map<std::int64_t, model::Attributes> &answers, const Json &kept, bool ranges);

}  // namespace plumbline::supervisely
