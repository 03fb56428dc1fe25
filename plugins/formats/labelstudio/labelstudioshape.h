// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/geometry/shapes.h"

#include <QSize>

#include <tl/expected.hpp>

#include <vector>

namespace plumbline::labelstudio {

/// What is wrong with a result and where in it: ".value.points".
struct ResultProblem {
    QString place;
    QString text;
};

/// "rectangle" for "rectanglelabels" and "rectangle", likewise polygon, keypoint, ellipse, brush; empty for types without a shape.
[[nodiscard]] QString shapeKind(const QString &type);

/// The geometry of a result. Places are per cent of the picture; rectangles turn about their top-left corner, ellipses about
/// their centre, degrees clockwise. `kind` as shapeKind() says, not empty; `picture` not empty.
[[nodiscard]] tl::expected<geometry::Geometry, ResultProblem> geometryOf(const QString &kind, const Json &value, QSize picture);

/// What becomes of a geometry.
enum class Fate {
    Exact,
    SeveralParts,  ///< polygon of parts → several polygons
    Rasterised,  ///< polygon with holes → brush
    HolesFilled,
    OneByOne,  ///< key points → single points
    VisibilityLost,  ///< a hidden point or one of a skeleton
    OtherSize,  ///< mask of another size than the picture: left out
    NoPicture,  ///< places are fractions of a size that nobody knows: left out
    LeftOut
};
[[nodiscard]] Fate fateOf(const geometry::Geometry &geometry, QSize picture);

/// Kind and value of one result.
struct ShapeValue {
    QString kind;
    Json value;
};
/// The results that say a geometry; none for those that are left out.
[[nodiscard]] std::vector<ShapeValue> shapeValues(const geometry::Geometry &geometry, QSize picture);
/// Keys that the value of a shape may have.
inline constexpr const char *shapeKeys[] = {"x",       "y",      "width",  "height", "rotation", "radiusX",
                                            "radiusY", "points", "closed", "format", "rle"};

}  // namespace plumbline::labelstudio
