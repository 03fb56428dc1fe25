// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/cocowritable.h"

#include "core/extension/formatsupport.h"
#include "core/geometry/mask.h"

#include <algorithm>

namespace plumbline::coco {

namespace {

constexpr std::int64_t maximumPixels = std::int64_t(1) << 28;  // geometry::rasterised's limit

bool hasHoles(const geometry::Polygon &polygon)
{
    return std::any_of(polygon.parts.begin(), polygon.parts.end(), [](const auto &part) { return !part.holes.empty(); });
}

}  // namespace

Fate fateOf(const geometry::Geometry &shape, QSize picture)
{
    if (!geometry::whyInvalid(shape).isEmpty())
        return Fate::LeftOut;
    if (std::holds_alternative<geometry::Box>(shape) || std::holds_alternative<geometry::Mask>(shape))
        return Fate::Exact;
    if (const auto *points = std::get_if<geometry::KeyPoints>(&shape)) {
        const bool labeled =
            std::any_of(points->points.begin(), points->points.end(), [](const auto &p) { return p.visibility > 0; });
        return labeled ? Fate::Exact : Fate::LeftOut;
    }
    if (const auto *polygon = std::get_if<geometry::Polygon>(&shape)) {
        if (!hasHoles(*polygon))
            return Fate::Exact;
        const bool fits = !picture.isEmpty() && std::int64_t(picture.width()) * picture.height() <= maximumPixels;
        return fits ? Fate::Rasterised : Fate::HolesFilled;
    }
    return std::holds_alternative<geometry::RotatedBox>(shape) ? Fate::FourCorners
           : std::holds_alternative<geometry::Ellipse>(shape)  ? Fate::ManyCorners
                                                               : Fate::LeftOut;
}

geometry::Geometry writableShape(const geometry::Geometry &shape, QSize picture)
{
    switch (fateOf(shape, picture)) {
    case Fate::FourCorners:
    case Fate::ManyCorners: return *extension::outlineOf(shape);
    case Fate::Rasterised:
        return geometry::rasterised(std::get<geometry::Polygon>(shape), static_cast<std::uint32_t>(picture.width()),
                                    static_cast<std::uint32_t>(picture.height()));
    case Fate::HolesFilled: {
        geometry::Polygon polygon = std::get<geometry::Polygon>(shape);
        for (geometry::PolygonPart &part : polygon.parts)
            part.holes.clear();
        return polygon;
    }
    case Fate::Exact:
    case Fate::LeftOut: break;
    }
    return shape;
}

}  // namespace plumbline::coco
