// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/polygonoperations.h"

#include "core/geometry/clipperregion.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::geometry {

namespace {

constexpr double smallestArea = 1e-4;  // px²: slivers that rounding leaves

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::geometry", text);
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

Ring ringOf(const ClipperLib::Path &path)
{
    Ring ring;
    ring.reserve(path.size());
    for (const ClipperLib::IntPoint &p : path)
        ring.push_back({double(p.X) / clipperScale, double(p.Y) / clipperScale});
    return ring;
}

bool isSliver(const ClipperLib::Path &path)
{
    return path.size() < 3 || std::abs(ClipperLib::Area(path)) < smallestArea * clipperScale * clipperScale;
}

Polygon polygonOfTree(const ClipperLib::PolyTree &tree)
{
    Polygon polygon;
    // Depth first without recursion: islands lie in holes in islands.
    for (const ClipperLib::PolyNode *node = tree.GetFirst(); node; node = node->GetNext()) {
        if (node->IsHole() || isSliver(node->Contour))
            continue;
        PolygonPart part{ringOf(node->Contour), {}};
        for (const ClipperLib::PolyNode *hole : node->Childs)
            if (!isSliver(hole->Contour))
                part.holes.push_back(ringOf(hole->Contour));
        polygon.parts.push_back(std::move(part));
    }
    return polygon;
}

template <typename F>
void forEachSide(const std::vector<Polygon> &polygons, F f)
{
    const auto walk = [&](const Ring &ring) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            f(ring[j], ring[i]);
    };
    for (const Polygon &polygon : polygons) {
        for (const PolygonPart &part : polygon.parts) {
            walk(part.outer);
            for (const Ring &hole : part.holes)
                walk(hole);
        }
    }
}

bool cross(const std::pair<Point, Point> &s, const std::pair<Point, Point> &t)
{
    const auto side = [](Point a, Point b, Point p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); };
    return side(s.first, s.second, t.first) * side(s.first, s.second, t.second) < 0
           && side(t.first, t.second, s.first) * side(t.first, t.second, s.second) < 0;
}

Result<Polygon> execute(const ClipperLib::Paths &subject, const ClipperLib::Paths &clip, ClipperLib::ClipType type)
{
    try {
        ClipperLib::Clipper clipper;
        clipper.AddPaths(subject, ClipperLib::ptSubject, true);
        clipper.AddPaths(clip, ClipperLib::ptClip, true);
        ClipperLib::PolyTree tree;
        clipper.Execute(type, tree, ClipperLib::pftNonZero, ClipperLib::pftNonZero);
        return polygonOfTree(tree);
    } catch (const std::exception &exception) {
        return fail(ErrorCode::Failed, tr("These outlines could not be combined."), QString::fromLocal8Bit(exception.what()));
    }
}

double distanceToSegment(Point p, Point a, Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0.0;
    return std::hypot(p.x - (a.x + t * dx), p.y - (a.y + t * dy));
}

// Marks the points between first and last that must stay.
void keepBetween(const std::vector<Point> &points, std::size_t first, std::size_t last, double tolerance, std::vector<bool> &kept)
{
    struct Stretch {
        std::size_t first;
        std::size_t last;
        int depth;
    };
    // Halving bounds the time on lines made to be split one point at a time; it only keeps corners that could go.
    constexpr int deepest = 60;
    std::vector<Stretch> open{{first, last, 0}};
    while (!open.empty()) {
        const Stretch stretch = open.back();
        open.pop_back();
        if (stretch.last - stretch.first < 2)
            continue;
        std::size_t farthest = stretch.first;
        double distance = -1;
        for (std::size_t i = stretch.first + 1; i < stretch.last; ++i) {
            const double d = distanceToSegment(points[i], points[stretch.first], points[stretch.last]);
            if (d > distance) {
                distance = d;
                farthest = i;
            }
        }
        if (distance <= tolerance)
            continue;
        if (stretch.depth > deepest)
            farthest = (stretch.first + stretch.last) / 2;
        kept[farthest] = true;
        open.push_back({stretch.first, farthest, stretch.depth + 1});
        open.push_back({farthest, stretch.last, stretch.depth + 1});
    }
}

Ring simplifiedRing(const Ring &ring, double tolerance)
{
    if (ring.size() < 4)
        return ring;
    // A ring has no ends: it is cut at its left-most corner and at the one farthest from there.
    const auto start =
        std::min_element(ring.begin(), ring.end(), [](Point a, Point b) { return a.x < b.x || (a.x == b.x && a.y < b.y); });
    std::vector<Point> line(start, ring.end());
    line.insert(line.end(), ring.begin(), start + 1);
    std::size_t far = 0;
    for (std::size_t i = 0; i < line.size(); ++i)
        if (std::hypot(line[i].x - line[0].x, line[i].y - line[0].y)
            > std::hypot(line[far].x - line[0].x, line[far].y - line[0].y))
            far = i;
    std::vector<bool> kept(line.size());
    kept[0] = kept[far] = true;
    keepBetween(line, 0, far, tolerance, kept);
    keepBetween(line, far, line.size() - 1, tolerance, kept);
    Ring result;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        if (kept[i])
            result.push_back(line[i]);
    return result.size() < 3 ? Ring() : result;
}

}  // namespace

std::optional<Polygon> polygonOf(const Geometry &geometry)
{
    if (const auto *box = std::get_if<Box>(&geometry))
        return Polygon{{PolygonPart{
            {{box->x, box->y}, {box->right(), box->y}, {box->right(), box->bottom()}, {box->x, box->bottom()}}, {}}}};
    if (const auto *rotated = std::get_if<RotatedBox>(&geometry))
        return Polygon{{PolygonPart{rotatedRing(*rotated), {}}}};
    if (const auto *ellipse = std::get_if<Ellipse>(&geometry))
        return Polygon{{PolygonPart{ellipseRing(*ellipse), {}}}};
    if (const auto *polygon = std::get_if<Polygon>(&geometry))
        return *polygon;
    return std::nullopt;
}

std::size_t cornerCount(const Polygon &polygon)
{
    std::size_t count = 0;
    for (const PolygonPart &part : polygon.parts) {
        count += part.outer.size();
        for (const Ring &hole : part.holes)
            count += hole.size();
    }
    return count;
}

QString whyTooTangled(const std::vector<Polygon> &polygons)
{
    // Clipper took 2.4 s for a star of 20,000 corners and 0.5 s for noise of 600 corners, 40,000 crossings.
    constexpr std::size_t mostSides = 20000;
    constexpr std::size_t harmless = 300;
    constexpr std::size_t samples = 100000;
    constexpr double mostCrossings = 50000;
    std::vector<std::pair<Point, Point>> sides;
    forEachSide(polygons, [&](Point a, Point b) { sides.emplace_back(a, b); });
    if (sides.size() <= harmless)
        return {};
    if (sides.size() > mostSides)
        return tr("The outline has too many corners to be cut: %1. Simplify it first.").arg(sides.size());
    // Pairs of a fixed sequence, so that the same shapes always get the same answer (Knuth's 64-bit generator MMIX).
    std::uint64_t state = 0x9E3779B97F4A7C15ULL;
    const auto draw = [&] {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>((state >> 33) % sides.size());
    };
    std::size_t crossings = 0;
    for (std::size_t i = 0; i < samples; ++i) {
        const std::size_t a = draw();
        crossings += cross(sides[a], sides[draw()]) ? 1 : 0;
    }
    const double estimate = double(crossings) / double(samples) * double(sides.size()) * double(sides.size()) / 2;
    return estimate > mostCrossings ? tr("The outline crosses itself too often to be cut. Draw it anew, or turn it into a mask.")
                                    : QString();
}

QString whyTooLongToFill(const Polygon &polygon, std::uint32_t width)
{
    constexpr double most = 4e7;  // crossings of sides and columns
    double work = 0;
    forEachSide({polygon}, [&](Point a, Point b) {
        const auto inside = [&](double x) { return std::clamp(x, 0.0, double(width)); };
        work += std::abs(inside(a.x) - inside(b.x));
    });
    return work > most
               ? tr("The outline has too many long sides to be filled: %1 corners. Simplify it first.").arg(cornerCount(polygon))
               : QString();
}

Result<Polygon> combined(const std::vector<Polygon> &polygons, Combination combination)
{
    if (polygons.empty())
        return Polygon{};
    const QString why = whyTooTangled(polygons);
    if (!why.isEmpty())
        return fail(ErrorCode::TooLarge, why);
    std::vector<ClipperLib::Paths> regions;
    try {
        for (const Polygon &polygon : polygons)
            regions.push_back(clipperRegion(polygon));
    } catch (const std::exception &exception) {
        return fail(ErrorCode::Failed, tr("These outlines could not be combined."), QString::fromLocal8Bit(exception.what()));
    }
    if (combination != Combination::Intersect) {
        ClipperLib::Paths others;
        for (std::size_t i = 1; i < regions.size(); ++i)
            others.insert(others.end(), regions[i].begin(), regions[i].end());
        return execute(regions.front(), others,
                       combination == Combination::Unite ? ClipperLib::ctUnion : ClipperLib::ctDifference);
    }
    if (regions.size() == 1)
        return execute(regions.front(), {}, ClipperLib::ctUnion);
    Result<Polygon> common = execute(regions[0], regions[1], ClipperLib::ctIntersection);
    for (std::size_t i = 2; common && i < regions.size(); ++i)
        common = execute(clipperRegion(*common), regions[i], ClipperLib::ctIntersection);
    return common;
}

Result<std::pair<Polygon, Polygon>> splitByLine(const Polygon &polygon, Point a, Point b)
{
    const double length = std::hypot(b.x - a.x, b.y - a.y);
    const std::optional<Box> bounds = boundsOf(polygon);
    if (!bounds)
        return std::pair<Polygon, Polygon>{};
    if (!(length > 0) || !std::isfinite(length))
        return fail(ErrorCode::InvalidArgument, tr("A cut needs two different points."));
    const Point along{(b.x - a.x) / length, (b.y - a.y) / length};
    const Point middle{bounds->x + bounds->w / 2, bounds->y + bounds->h / 2};
    const double reach = std::hypot(bounds->w, bounds->h) + 1;
    // The point of the line nearest to the middle: the cut's rectangle is laid out from there.
    const double t = (middle.x - a.x) * along.x + (middle.y - a.y) * along.y;
    const Point foot{a.x + t * along.x, a.y + t * along.y};
    const double depth = 2 * reach + std::hypot(foot.x - middle.x, foot.y - middle.y);
    const Point start{foot.x - along.x * depth, foot.y - along.y * depth};
    const Point end{foot.x + along.x * depth, foot.y + along.y * depth};
    // Right of the way from a to b on a screen whose y goes down.
    const Point right{-along.y * depth, along.x * depth};
    const Polygon half{{{{start, end, {end.x + right.x, end.y + right.y}, {start.x + right.x, start.y + right.y}}, {}}}};
    Result<Polygon> onLeft = combined({polygon, half}, Combination::Subtract);
    if (!onLeft)
        return tl::unexpected(onLeft.error());
    Result<Polygon> onRight = combined({polygon, half}, Combination::Intersect);
    if (!onRight)
        return tl::unexpected(onRight.error());
    return std::pair{std::move(*onLeft), std::move(*onRight)};
}

Result<Polygon> offset(const Polygon &polygon, double distance)
{
    const QString why = whyTooTangled({polygon});
    if (!why.isEmpty())
        return fail(ErrorCode::TooLarge, why);
    try {
        ClipperLib::ClipperOffset offsetter(2.0, 0.1 * clipperScale);
        offsetter.AddPaths(clipperRegion(polygon), ClipperLib::jtRound, ClipperLib::etClosedPolygon);
        ClipperLib::PolyTree tree;
        offsetter.Execute(tree, std::clamp(distance, -1e6, 1e6) * clipperScale);
        return polygonOfTree(tree);
    } catch (const std::exception &exception) {
        return fail(ErrorCode::Failed, tr("These outlines could not be combined."), QString::fromLocal8Bit(exception.what()));
    }
}

Polygon simplified(const Polygon &polygon, double tolerance)
{
    if (!(tolerance >= 0))
        return polygon;
    Polygon result;
    for (const PolygonPart &part : polygon.parts) {
        PolygonPart fewer{simplifiedRing(part.outer, tolerance), {}};
        if (fewer.outer.empty())
            continue;
        for (const Ring &hole : part.holes) {
            Ring ring = simplifiedRing(hole, tolerance);
            if (!ring.empty())
                fewer.holes.push_back(std::move(ring));
        }
        result.parts.push_back(std::move(fewer));
    }
    return result;
}

std::vector<Point> simplifiedLine(const std::vector<Point> &points, double tolerance)
{
    if (points.size() < 3 || !(tolerance >= 0))
        return points;
    std::vector<bool> kept(points.size());
    kept.front() = kept.back() = true;
    keepBetween(points, 0, points.size() - 1, tolerance, kept);
    std::vector<Point> result;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (kept[i])
            result.push_back(points[i]);
    return result;
}

Polygon scaled(const Polygon &polygon, double factor, Point offset)
{
    Polygon result = polygon;
    const auto scale = [&](Ring &ring) {
        for (Point &p : ring)
            p = {p.x * factor + offset.x, p.y * factor + offset.y};
    };
    for (PolygonPart &part : result.parts) {
        scale(part.outer);
        for (Ring &hole : part.holes)
            scale(hole);
    }
    return result;
}

}  // namespace plumbline::geometry
