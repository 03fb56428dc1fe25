// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

#include <QSize>

namespace plumbline::coco {

/// What becomes of a shape in a COCO file.
enum class Fate {
    Exact,
    FourCorners,   ///< a rotated box becomes a polygon
    ManyCorners,   ///< an ellipse becomes a polygon
    Rasterised,    ///< a polygon with holes becomes a mask
    HolesFilled,   ///< …or loses them, when the picture's size is not known or too large
    LeftOut,
};

/// `picture` = pixels of the item, invalid or empty when unknown.
[[nodiscard]] Fate fateOf(const geometry::Geometry &shape, QSize picture);

/// The shape as a box, a polygon without holes, a mask or key points. Only for shapes that are not left out.
[[nodiscard]] geometry::Geometry writableShape(const geometry::Geometry &shape, QSize picture);

}  // namespace plumbline::coco
