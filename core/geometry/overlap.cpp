// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/overlap.h"

#include "core/geometry/mask.h"

#include <clipper.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::geometry {

namespace {

// Clipper works on integers: 2^16 steps a pixel keeps errors below 1e-4 px² on ordinary shapes, and pictures up to
// 2^40 pixels wide inside its range.
constexpr double clipperScale = 65536.0;
constexpr double largestCoordinate = 1e9;

ClipperLib::Path toPath(const Ring &ring)
{
    ClipperLib::Path path;
    path.reserve(ring.size());
    for (const Point p : ring) {
        const double x = std::clamp(p.x, -largestCoordinate, largestCoordinate);
        const double y = std::clamp(p.y, -largestCoordinate, largestCoordinate);
        path.emplace_back(static_cast<ClipperLib::cInt>(std::llround(x * clipperScale)),
                          static_cast<ClipperLib::cInt>(std::llround(y * clipperScale)));
    }
    return path;
}

Ring ellipseRing(const Ellipse &e)
{
    constexpr int corners = 64;
    Ring ring;
    for (int i = 0; i < corners; ++i) {
        const double t = 2 * std::numbers::pi * i / corners;
        const double u = e.rx * std::cos(t);
        const double v = e.ry * std::sin(t);
        ring.push_back({e.cx + u * std::cos(e.angleRadians) - v * std::sin(e.angleRadians),
                        e.cy + u * std::sin(e.angleRadians) + v * std::cos(e.angleRadians)});
    }
    return ring;
}

Ring rotatedRing(const RotatedBox &b)
{
    Ring ring;
    const double c = std::cos(b.angleRadians);
    const double s = std::sin(b.angleRadians);
    for (const auto &[u, v] : {std::pair{-b.w / 2, -b.h / 2}, {b.w / 2, -b.h / 2}, {b.w / 2, b.h / 2}, {-b.w / 2, b.h / 2}})
        ring.push_back({b.cx + u * c - v * s, b.cy + u * s + v * c});
    return ring;
}

std::optional<Polygon> asPolygon(const Geometry &geometry)
{
    if (const auto *box = std::get_if<Box>(&geometry))
        return Polygon{{PolygonPart{{{box->x, box->y}, {box->right(), box->y}, {box->right(), box->bottom()}, {box->x, box->bottom()}}, {}}}};
    if (const auto *rotated = std::get_if<RotatedBox>(&geometry))
        return Polygon{{PolygonPart{rotatedRing(*rotated), {}}}};
    if (const auto *ellipse = std::get_if<Ellipse>(&geometry))
        return Polygon{{PolygonPart{ellipseRing(*ellipse), {}}}};
    if (const auto *polygon = std::get_if<Polygon>(&geometry))
        return *polygon;
    return std::nullopt;
}

// The region of a polygon as clean, disjoint paths: parts united, holes cut, bow-ties resolved by even-odd.
ClipperLib::Paths regionOf(const Polygon &polygon)
{
    ClipperLib::Clipper united;
    for (const PolygonPart &part : polygon.parts) {
        ClipperLib::Paths paths{toPath(part.outer)};
        for (const Ring &hole : part.holes)
            paths.push_back(toPath(hole));
        ClipperLib::SimplifyPolygons(paths, ClipperLib::pftEvenOdd);
        united.AddPaths(paths, ClipperLib::ptSubject, true);
    }
    ClipperLib::Paths result;
    united.Execute(ClipperLib::ctUnion, result, ClipperLib::pftNonZero);
    return result;
}

double areaOfPaths(const ClipperLib::Paths &paths)
{
    double area = 0;
    for (const ClipperLib::Path &path : paths)
        area += ClipperLib::Area(path);
    return area / (clipperScale * clipperScale);
}

struct Overlap {
    double a = 0;
    double b = 0;
    double common = 0;
};

Overlap boxOverlap(const Box &a, const Box &b)
{
    const double w = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const double h = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return {a.area(), b.area(), w > 0 && h > 0 ? w * h : 0};
}

Overlap maskOverlap(const Mask &a, const Mask &b)
{
    return {static_cast<double>(maskArea(a)), static_cast<double>(maskArea(b)), static_cast<double>(maskIntersection(a, b))};
}

Overlap overlapOf(const Geometry &a, const Geometry &b)
{
    const auto *boxA = std::get_if<Box>(&a);
    const auto *boxB = std::get_if<Box>(&b);
    if (boxA && boxB)
        return boxOverlap(*boxA, *boxB);

    const auto *maskA = std::get_if<Mask>(&a);
    const auto *maskB = std::get_if<Mask>(&b);
    if (maskA && maskB)
        return maskOverlap(*maskA, *maskB);
    const auto polygonA = asPolygon(a);
    const auto polygonB = asPolygon(b);
    if (maskA && polygonB)
        return maskOverlap(*maskA, rasterised(*polygonB, maskA->width, maskA->height));
    if (maskB && polygonA)
        return maskOverlap(rasterised(*polygonA, maskB->width, maskB->height), *maskB);
    if (!polygonA || !polygonB)
        return {};

    // Far-apart shapes are the common case; clipping them would cost microseconds each.
    const auto boundsA = boundsOf(a);
    const auto boundsB = boundsOf(b);
    if (!boundsA || !boundsB)
        return {};
    const ClipperLib::Paths regionA = regionOf(*polygonA);
    const ClipperLib::Paths regionB = regionOf(*polygonB);
    Overlap overlap{areaOfPaths(regionA), areaOfPaths(regionB), 0};
    if (boxOverlap(*boundsA, *boundsB).common <= 0)
        return overlap;
    ClipperLib::Clipper clipper;
    clipper.AddPaths(regionA, ClipperLib::ptSubject, true);
    clipper.AddPaths(regionB, ClipperLib::ptClip, true);
    ClipperLib::Paths common;
    clipper.Execute(ClipperLib::ctIntersection, common, ClipperLib::pftNonZero, ClipperLib::pftNonZero);
    overlap.common = areaOfPaths(common);
    return overlap;
}

double ratio(double part, double whole)
{
    return whole > 0 ? std::clamp(part / whole, 0.0, 1.0) : 0.0;
}

}  // namespace

double boxIou(const Box &a, const Box &b)
{
    const Overlap o = boxOverlap(a, b);
    return ratio(o.common, o.a + o.b - o.common);
}

double boxCoverage(const Box &a, const Box &b)
{
    const Overlap o = boxOverlap(a, b);
    return ratio(o.common, o.a);
}

double iou(const Geometry &a, const Geometry &b)
{
    const Overlap o = overlapOf(a, b);
    return ratio(o.common, o.a + o.b - o.common);
}

double coverage(const Geometry &a, const Geometry &b)
{
    const Overlap o = overlapOf(a, b);
    return ratio(o.common, o.a);
}

}  // namespace plumbline::geometry
