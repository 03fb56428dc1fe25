// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/formatsupport.h"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace plumbline::extension {

namespace {

constexpr std::size_t comparedPairwise = 64;         // edges below which sorting them costs more than it saves
constexpr std::int64_t maximumPairs = 200'000'000;

double turn(geometry::Point a, geometry::Point b, geometry::Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

struct Edge {
    geometry::Point a;
    geometry::Point b;
    double left = 0;
    double right = 0;
    double top = 0;
    double bottom = 0;
};

bool cross(const Edge &e, const Edge &f)
{
    return turn(e.a, e.b, f.a) * turn(e.a, e.b, f.b) < 0 && turn(f.a, f.b, e.a) * turn(f.a, f.b, e.b) < 0;
}

}  // namespace

bool crossesItself(const geometry::Ring &ring)
{
    thread_local std::vector<Edge> edges;
    edges.clear();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const geometry::Point a = ring[i];
        const geometry::Point b = ring[i + 1 < ring.size() ? i + 1 : 0];
        edges.push_back({a, b, std::min(a.x, b.x), std::max(a.x, b.x), std::min(a.y, b.y), std::max(a.y, b.y)});
    }
    const bool sorted = edges.size() > comparedPairwise;
    if (sorted)
        std::sort(edges.begin(), edges.end(), [](const Edge &e, const Edge &f) { return e.left < f.left; });
    std::int64_t pairs = 0;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const Edge &e = edges[i];
        for (std::size_t j = i + 1; j < edges.size(); ++j) {
            const Edge &f = edges[j];
            if (f.left > e.right) {
                if (sorted)
                    break;
                continue;
            }
            if (sorted && ++pairs > maximumPairs)
                return false;
            if (f.right < e.left || f.top > e.bottom || f.bottom < e.top)
                continue;
            if (cross(e, f))
                return true;
        }
    }
    return false;
}

std::int64_t shapeFingerprint(const geometry::Geometry &shape)
{
    std::uint64_t hash = 14695981039346656037ULL;  // FNV-1a over words
    const auto add = [&](std::uint64_t word) {
        hash = (hash ^ word) * 1099511628211ULL;
        hash ^= hash >> 29;
    };
    const auto addNumber = [&](double v) { add(std::bit_cast<std::uint64_t>(v == 0 ? 0.0 : v)); };
    const auto addRing = [&](const geometry::Ring &ring) {
        add(ring.size());
        for (const geometry::Point &p : ring) {
            addNumber(p.x);
            addNumber(p.y);
        }
    };
    add(shape.index());
    if (const auto *box = std::get_if<geometry::Box>(&shape)) {
        for (const double v : {box->x, box->y, box->w, box->h})
            addNumber(v);
    } else if (const auto *polygon = std::get_if<geometry::Polygon>(&shape)) {
        for (const geometry::PolygonPart &part : polygon->parts) {
            addRing(part.outer);
            add(part.holes.size());
            for (const geometry::Ring &hole : part.holes)
                addRing(hole);
        }
    } else if (const auto *mask = std::get_if<geometry::Mask>(&shape)) {
        add(mask->width);
        add(mask->height);
        for (const std::uint32_t count : mask->counts)
            add(count);
    } else {
        return -1;
    }
    return static_cast<std::int64_t>(hash >> 11);
}

}  // namespace plumbline::extension
