// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/geometry/shapes.h"

#include <QSize>

#include <tl/expected.hpp>

#include <vector>

namespace plumbline::datumaro {

/// What is wrong with an annotation and where in it: ".points".
struct EntryProblem {
    QString place;
    QString text;
};

/// Types that Datumaro has and a picture cannot show here: cuboids, feature vectors… Such entries are kept as they are.
[[nodiscard]] bool isForeignType(const QString &type);

/// The geometry of an annotation. A `bbox` with a number as attribute "rotation" is turned about its centre by so many degrees,
/// as CVAT writes it. The skeleton's name is left empty. `picture` may be empty.
[[nodiscard]] tl::expected<geometry::Geometry, EntryProblem> geometryOf(const Json &entry, QSize picture);

/// What becomes of a geometry.
enum class Fate {
    Exact,
    ManyCorners,  ///< turned ellipse → polygon
    SeveralParts,  ///< polygon of parts → several polygons of one group
    Rasterised,  ///< polygon with holes → mask
    HolesFilled,
    LeftOut
};
[[nodiscard]] Fate fateOf(const geometry::Geometry &geometry, QSize picture);

/// The members that say a geometry: "type" and what belongs to it; for rotated boxes also {"attributes": {"rotation": degrees}}.
[[nodiscard]] std::vector<Json> geometryEntries(const geometry::Geometry &geometry, QSize picture);
inline constexpr const char *geometryKeys[] = {"type", "points", "visibility", "bbox", "rle", "elements"};

/// "elements" of a skeleton with the places and visibilities of `points`; both are equally many.
[[nodiscard]] Json movedElements(Json elements, const geometry::KeyPoints &points);

}  // namespace plumbline::datumaro
