// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/geometry/shapes.h"

#include <QRect>
#include <QSize>

#include <tl/expected.hpp>

#include <optional>
#include <vector>

namespace plumbline::labelme {

/// Who wrote a file. X-AnyLabeling knows rotated boxes and no masks; Labelme refuses a file with a shape it does not know.
enum class Dialect { Labelme, XAnyLabeling };

/// What is wrong with a shape and where in it: ".points[3]".
struct ShapeProblem {
    QString place;
    QString text;
};

/// The geometry of an entry of "shapes". `picture` may be empty; then a mask's picture ends where the mask does.
[[nodiscard]] tl::expected<geometry::Geometry, ShapeProblem> geometryOf(const Json &shape, QSize picture);

/// What becomes of a geometry in a dialect.
enum class Fate {
    Exact,
    FourCorners,  ///< rotated box → polygon
    ManyCorners,  ///< ellipse → polygon
    SeveralParts,  ///< polygon of parts → several polygons of one group
    Rasterised,  ///< polygon with holes → mask
    HolesFilled,
    VisibilityLost,  ///< key points → points without visibility, those not labeled left out
    OneByOne,  ///< key points → single points of one group
    LeftOut
};
[[nodiscard]] Fate fateOf(const geometry::Geometry &geometry, Dialect dialect, QSize picture);

/// The members of one entry of "shapes" that say its geometry: shape_type, points, for rotated boxes direction and for masks
/// mask (null: see encodedMask). Several entries for shapes that need them, none for those that are left out.
[[nodiscard]] std::vector<Json> geometryEntries(const geometry::Geometry &geometry, Dialect dialect, QSize picture);
inline constexpr const char *geometryKeys[] = {"shape_type", "points", "direction", "mask"};

/// The pixels that the two points of a mask entry name, both ends included; nothing when they name none or too many.
[[nodiscard]] std::optional<QRect> maskPlace(const Json &points);
/// Base64 of a grey PNG of 0 and 1, as Labelme writes it.
[[nodiscard]] Json encodedMask(const geometry::Mask &mask, const QRect &place);

}  // namespace plumbline::labelme
