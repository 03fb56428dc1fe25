// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/coco/cocowritable.h"

#include "core/geometry/mask.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::coco {

namespace {

constexpr std::int64_t maximumPixels = std::int64_t(1) << 28;  // geometry::rasterised's limit

geometry::Polygon turned(double cx, double cy, double angle, const std::vector<geometry::Point> &local)
{
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    geometry::PolygonPart part;
    part.outer.reserve(local.size());
    for (const geometry::Point p : local)
        part.outer.push_back({cx + p.x * c - p.y * s, cy + p.x * s + p.y * c});
    return {{std::move(part)}};
}

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
        const bool labeled = std::any_of(points->points.begin(), points->points.end(), [](const auto &p) { return p.visibility > 0; });
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
    case Fate::FourCorners: {
        const auto &box = std::get<geometry::RotatedBox>(shape);
        return turned(box.cx, box.cy, box.angleRadians,
                      {{-box.w / 2, -box.h / 2}, {box.w / 2, -box.h / 2}, {box.w / 2, box.h / 2}, {-box.w / 2, box.h / 2}});
    }
    case Fate::ManyCorners: {
        const auto &ellipse = std::get<geometry::Ellipse>(shape);
        std::vector<geometry::Point> corners;
        for (int i = 0; i < ellipseCorners; ++i) {
            const double t = 2 * std::numbers::pi * i / ellipseCorners;
            corners.push_back({ellipse.rx * std::cos(t), ellipse.ry * std::sin(t)});
        }
        return turned(ellipse.cx, ellipse.cy, ellipse.angleRadians, corners);
    }
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
