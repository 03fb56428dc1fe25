// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/snapping.h"

#include "widgets/canvas/orientedframe.h"

#include <algorithm>
#include <cmath>

namespace plumbline::imageview {

using geometry::Point;

namespace {

double distance(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

Point nearestOnSegment(Point p, Point a, Point b)
{
    const Point d{b.x - a.x, b.y - a.y};
    const double length2 = d.x * d.x + d.y * d.y;
    const double t = length2 > 0 ? std::clamp(((p.x - a.x) * d.x + (p.y - a.y) * d.y) / length2, 0.0, 1.0) : 0.0;
    return {a.x + t * d.x, a.y + t * d.y};
}

double lengthOf(Point from, const std::vector<Point> &between, Point to)
{
    double length = 0;
    for (const Point &p : between) {
        length += distance(from, p);
        from = p;
    }
    return length + distance(from, to);
}

// Corners passed when going forward (towards higher numbers) from one place to another on a line.
std::optional<std::vector<Point>> forward(const Snap &from, const Snap &to, const SnapLine &line)
{
    const int count = static_cast<int>(line.points.size());
    std::vector<Point> list;
    // Both on one edge, the second further on: nothing lies between.
    if (from.edge == to.edge && !from.corner && !to.corner) {
        const Point a = line.points[static_cast<std::size_t>(from.edge)];
        if (distance(a, from.point) <= distance(a, to.point))
            return list;
    }
    if (from.edge == to.edge && from.corner && !to.corner)
        return list;
    const int last = to.edge;
    int i = from.edge;
    for (int steps = 0; steps < count; ++steps) {
        ++i;
        if (i >= count && !line.closed)
            return std::nullopt;
        i %= count;
        if (to.corner && i == last)
            return list;
        list.push_back(line.points[static_cast<std::size_t>(i)]);
        if (!to.corner && i == last)
            return list;
    }
    return std::nullopt;
}

}  // namespace

std::vector<SnapLine> snapLines(AnnotationId shape, const geometry::Geometry &geometry)
{
    std::vector<SnapLine> lines;
    if (const auto *polygon = std::get_if<geometry::Polygon>(&geometry)) {
        int ring = 0;
        for (const geometry::PolygonPart &part : polygon->parts) {
            lines.push_back({shape, ring++, true, part.outer});
            for (const geometry::Ring &hole : part.holes)
                lines.push_back({shape, ring++, true, hole});
        }
    } else if (const auto *line = std::get_if<geometry::Polyline>(&geometry)) {
        lines.push_back({shape, 0, false, line->points});
    } else if (const auto *box = std::get_if<geometry::Box>(&geometry)) {
        lines.push_back(
            {shape, 0, true, {{box->x, box->y}, {box->right(), box->y}, {box->right(), box->bottom()}, {box->x, box->bottom()}}});
    } else if (const auto *turned = std::get_if<geometry::RotatedBox>(&geometry)) {
        geometry::Ring ring;
        for (const int corner : {0, 2, 4, 6})
            ring.push_back(canvas::frameHandle(*turned, corner));
        lines.push_back({shape, 0, true, ring});
    }
    std::erase_if(lines, [](const SnapLine &line) { return line.points.size() < 2; });
    return lines;
}

std::optional<Snap> snapped(Point p, const std::vector<SnapLine> &lines, double reach)
{
    std::optional<Snap> best;
    double bestDistance = reach;
    for (const SnapLine &line : lines) {
        for (std::size_t i = 0; i < line.points.size(); ++i) {
            const double d = distance(p, line.points[i]);
            if (d <= bestDistance && (!best || d < bestDistance)) {
                bestDistance = d;
                best = Snap{line.points[i], line.shape, line.ring, true, static_cast<int>(i)};
            }
        }
    }
    if (best)
        return best;
    for (const SnapLine &line : lines) {
        const std::size_t edges = line.closed ? line.points.size() : line.points.size() - 1;
        for (std::size_t i = 0; i < edges; ++i) {
            const Point near = nearestOnSegment(p, line.points[i], line.points[(i + 1) % line.points.size()]);
            const double d = distance(p, near);
            if (d <= bestDistance && (!best || d < bestDistance)) {
                bestDistance = d;
                best = Snap{near, line.shape, line.ring, false, static_cast<int>(i)};
            }
        }
    }
    return best;
}

std::vector<Point> cornersBetween(const Snap &from, const Snap &to, const std::vector<SnapLine> &lines)
{
    if (from.shape != to.shape || from.ring != to.ring || from.point == to.point)
        return {};
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const SnapLine &candidate) {
        return candidate.shape == from.shape && candidate.ring == from.ring;
    });
    const auto isOn = [&](const Snap &snap) {
        return snap.edge >= 0 && static_cast<std::size_t>(snap.edge) < line->points.size();
    };
    if (line == lines.end() || !isOn(from) || !isOn(to))
        return {};
    const auto there = forward(from, to, *line);
    auto back = forward(to, from, *line);
    if (back)
        std::reverse(back->begin(), back->end());
    if (there && back)
        return lengthOf(from.point, *there, to.point) <= lengthOf(from.point, *back, to.point) ? *there : *back;
    return there ? *there : back.value_or(std::vector<Point>{});
}

}  // namespace plumbline::imageview
