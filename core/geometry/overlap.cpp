// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/overlap.h"

#include "core/geometry/clipperregion.h"
#include "core/geometry/cuboids.h"
#include "core/geometry/mask.h"
#include "core/geometry/polygonoperations.h"

#include <algorithm>
#include <cmath>

namespace plumbline::geometry {

namespace {

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
    const auto polygonA = polygonOf(a);
    const auto polygonB = polygonOf(b);
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
    const ClipperLib::Paths regionA = clipperRegion(*polygonA);
    const ClipperLib::Paths regionB = clipperRegion(*polygonB);
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

// Two cuboids that lie in the same space.
std::optional<std::pair<const Cuboid *, const Cuboid *>> comparable(const Geometry &a, const Geometry &b)
{
    const auto *first = std::get_if<Cuboid>(&a);
    const auto *second = std::get_if<Cuboid>(&b);
    if (!first || !second || first->coordinateFrame != second->coordinateFrame)
        return std::nullopt;
    return std::pair(first, second);
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
    if (const auto cuboids = comparable(a, b))
        return cuboidIou(*cuboids->first, *cuboids->second);
    const Overlap o = overlapOf(a, b);
    return ratio(o.common, o.a + o.b - o.common);
}

double coverage(const Geometry &a, const Geometry &b)
{
    if (const auto cuboids = comparable(a, b)) {
        const auto volume = [](const Cuboid &c) { return c.size[0] * c.size[1] * c.size[2]; };
        const double both = cuboidIou(*cuboids->first, *cuboids->second);
        return ratio(both / (1 + both) * (volume(*cuboids->first) + volume(*cuboids->second)), volume(*cuboids->first));
    }
    const Overlap o = overlapOf(a, b);
    return ratio(o.common, o.a);
}

}  // namespace plumbline::geometry
