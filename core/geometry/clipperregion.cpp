// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/clipperregion.h"

#include <algorithm>
#include <cmath>

namespace plumbline::geometry {

namespace {

constexpr double largestCoordinate = 1e9;

}  // namespace

ClipperLib::Path clipperPath(const Ring &ring)
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

ClipperLib::Paths clipperRegion(const Polygon &polygon)
{
    ClipperLib::Clipper united;
    for (const PolygonPart &part : polygon.parts) {
        ClipperLib::Paths paths{clipperPath(part.outer)};
        for (const Ring &hole : part.holes)
            paths.push_back(clipperPath(hole));
        ClipperLib::SimplifyPolygons(paths, ClipperLib::pftEvenOdd);
        united.AddPaths(paths, ClipperLib::ptSubject, true);
    }
    ClipperLib::Paths result;
    united.Execute(ClipperLib::ctUnion, result, ClipperLib::pftNonZero);
    return result;
}

}  // namespace plumbline::geometry
