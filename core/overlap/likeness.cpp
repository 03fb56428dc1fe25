// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/overlap/likeness.h"

#include "core/geometry/cuboids.h"
#include "core/geometry/overlap.h"
#include "core/geometry/polygonoperations.h"

#include <algorithm>
#include <cmath>

namespace plumbline::overlap {

namespace {

using geometry::KeyPoints;
using geometry::Point;
using geometry::Polyline;

constexpr std::size_t lineSteps = 32;
constexpr double toleranceShare = 0.01;
constexpr double unknownPictureTolerance = 10;
constexpr double skeletonShare = 0.1;

bool sameFrame(const model::Annotation &a, const model::Annotation &b)
{
    if (!a.frame || !b.frame)
        return !a.frame && !b.frame;
    return a.frame->stream == b.frame->stream && a.frame->pts == b.frame->pts && a.frame->timeBase == b.frame->timeBase;
}

double nearness(double dx, double dy, double scale)
{
    return std::exp(-(dx * dx + dy * dy) / (2 * scale * scale));
}

double lineLikeness(const Polyline &a, const Polyline &b, double tolerance)
{
    const std::vector<Point> p = resampled(a, lineSteps);
    const std::vector<Point> q = resampled(b, lineSteps);
    if (p.empty() || q.empty())
        return 0;
    double forwards = 0;
    double backwards = 0;
    for (std::size_t i = 0; i < lineSteps; ++i) {
        forwards += nearness(p[i].x - q[i].x, p[i].y - q[i].y, tolerance);
        const Point &opposite = q[lineSteps - 1 - i];
        backwards += nearness(p[i].x - opposite.x, p[i].y - opposite.y, tolerance);
    }
    return std::max(forwards, backwards) / static_cast<double>(lineSteps);
}

double skeletonScale(double meanArea, double tolerance)
{
    return std::max(tolerance, skeletonShare * std::sqrt(meanArea));
}

double pointLikeness(const KeyPoints &a, const KeyPoints &b, double tolerance)
{
    if (a.skeleton != b.skeleton || a.points.size() != b.points.size())
        return 0;
    const auto boundsA = geometry::boundsOf(a);
    const auto boundsB = geometry::boundsOf(b);
    if (!boundsA || !boundsB)
        return 0;
    const double scale = skeletonScale((boundsA->area() + boundsB->area()) / 2, tolerance);
    double sum = 0;
    std::size_t labeled = 0;
    for (std::size_t i = 0; i < a.points.size(); ++i) {
        const bool inA = a.points[i].visibility > 0;
        const bool inB = b.points[i].visibility > 0;
        labeled += inA || inB;
        if (inA && inB)
            sum += nearness(a.points[i].x - b.points[i].x, a.points[i].y - b.points[i].y, scale);
    }
    return labeled > 0 ? sum / static_cast<double>(labeled) : 0;
}

}  // namespace

bool isComparable(const model::Annotation &annotation)
{
    if (annotation.role != model::Role::Object)
        return false;
    const geometry::Geometry &shape = annotation.geometry;
    const bool known = std::holds_alternative<geometry::Box>(shape) || std::holds_alternative<geometry::RotatedBox>(shape)
                       || std::holds_alternative<geometry::Ellipse>(shape) || std::holds_alternative<geometry::Polygon>(shape)
                       || std::holds_alternative<geometry::Mask>(shape) || std::holds_alternative<Polyline>(shape)
                       || std::holds_alternative<KeyPoints>(shape) || std::holds_alternative<geometry::Cuboid>(shape);
    if (!known || !geometry::whyInvalid(shape).isEmpty())
        return false;
    if (const auto *polygon = std::get_if<geometry::Polygon>(&shape))
        return geometry::whyTooTangled({*polygon}).isEmpty()
               && geometry::whyTooLongToFill(*polygon, geometry::widestMask).isEmpty();
    return true;
}

double tolerancePixels(std::uint32_t width, std::uint32_t height)
{
    if (width == 0 || height == 0)
        return unknownPictureTolerance;
    return toleranceShare * std::hypot(double(width), double(height));
}

double likeness(const geometry::Geometry &a, const geometry::Geometry &b, double tolerance)
{
    if (const auto *line = std::get_if<Polyline>(&a)) {
        const auto *other = std::get_if<Polyline>(&b);
        return other ? lineLikeness(*line, *other, tolerance) : 0;
    }
    if (const auto *points = std::get_if<KeyPoints>(&a)) {
        const auto *other = std::get_if<KeyPoints>(&b);
        return other ? pointLikeness(*points, *other, tolerance) : 0;
    }
    return geometry::iou(a, b);
}

double likeness(const model::Annotation &a, const model::Annotation &b, double tolerance)
{
    return sameFrame(a, b) ? likeness(a.geometry, b.geometry, tolerance) : 0;
}

double reachPixels(const geometry::Geometry &geometry, double tolerance)
{
    // exp(-d² / 2s²) < 0.1 from d = 2.15 s.
    constexpr double farthest = 2.2;
    if (std::holds_alternative<Polyline>(geometry))
        return farthest * tolerance;
    if (std::holds_alternative<KeyPoints>(geometry)) {
        const auto bounds = geometry::boundsOf(geometry);
        return farthest * skeletonScale(bounds ? bounds->area() : 0, tolerance);
    }
    return 0;
}

std::optional<geometry::Box> spaceOf(const geometry::Geometry &geometry, double tolerance)
{
    if (const auto *cuboid = std::get_if<geometry::Cuboid>(&geometry)) {
        geometry::Vector3 low = cuboid->centre;
        geometry::Vector3 high = cuboid->centre;
        for (const geometry::Vector3 &corner : geometry::cornersOf(*cuboid))
            for (std::size_t axis = 0; axis < 2; ++axis) {
                low[axis] = std::min(low[axis], corner[axis]);
                high[axis] = std::max(high[axis], corner[axis]);
            }
        return geometry::Box{low[0], low[1], high[0] - low[0], high[1] - low[1]};
    }
    auto bounds = geometry::boundsOf(geometry);
    const double reach = reachPixels(geometry, tolerance);
    if (bounds)
        *bounds = {bounds->x - reach, bounds->y - reach, bounds->w + 2 * reach, bounds->h + 2 * reach};
    return bounds;
}

std::vector<Point> resampled(const Polyline &line, std::size_t count)
{
    std::vector<Point> result;
    if (line.points.empty() || count == 0)
        return result;
    std::vector<double> lengths{0};
    for (std::size_t i = 1; i < line.points.size(); ++i)
        lengths.push_back(lengths.back()
                          + std::hypot(line.points[i].x - line.points[i - 1].x, line.points[i].y - line.points[i - 1].y));
    std::size_t side = 0;
    for (std::size_t k = 0; k < count; ++k) {
        const double at = count > 1 ? lengths.back() * double(k) / double(count - 1) : 0;
        while (side + 2 < lengths.size() && lengths[side + 1] < at)
            ++side;
        if (side + 1 >= lengths.size()) {
            result.push_back(line.points.front());
            continue;
        }
        const double length = lengths[side + 1] - lengths[side];
        const double share = length > 0 ? std::clamp((at - lengths[side]) / length, 0.0, 1.0) : 0;
        const Point &from = line.points[side];
        const Point &to = line.points[side + 1];
        result.push_back({from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)});
    }
    return result;
}

}  // namespace plumbline::overlap
