// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cloud/detail.h"

#include <algorithm>
#include <cmath>
#include <queue>

namespace plumbline::cloud {

namespace {

bool isSeen(const OctreeNode &node, const CloudView &view)
{
    for (const auto &plane : view.planes) {
        // The corner furthest along the plane's normal.
        double most = plane[3];
        for (std::size_t axis = 0; axis < 3; ++axis)
            most += plane[axis] * double(plane[axis] > 0 ? node.most[axis] : node.least[axis]);
        if (most < 0)
            return false;
    }
    return true;
}

double distanceTo(const OctreeNode &node, const CloudView &view)
{
    double square = 0;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double off = std::max({double(node.least[axis]) - view.eye[axis], view.eye[axis] - double(node.most[axis]), 0.0});
        square += off * off;
    }
    return std::sqrt(square);
}

struct Candidate {
    double pixels;  // between its points on the screen
    std::size_t node;
    bool operator<(const Candidate &other) const { return pixels != other.pixels ? pixels < other.pixels : node > other.node; }
};

}  // namespace

std::vector<std::size_t> nodesToShow(const Octree &octree, const CloudView &view, const DetailOptions &options)
{
    const auto &nodes = octree.nodes();
    if (nodes.empty() || !isSeen(nodes.front(), view))
        return {};
    const auto pixels = [&](std::size_t index) {
        const double spacing = double(octree.spacing(nodes[index])) * view.pixelsPerUnit;
        return view.perspective ? spacing / std::max(distanceTo(nodes[index], view), 1e-6) : spacing;
    };
    std::vector<std::size_t> shown;
    std::priority_queue<Candidate> coarse;
    coarse.push({pixels(0), 0});
    std::uint64_t points = nodes.front().points;
    while (!coarse.empty()) {
        const Candidate candidate = coarse.top();
        coarse.pop();
        const OctreeNode &node = nodes[candidate.node];
        std::vector<std::size_t> children;
        std::uint64_t finer = 0;
        for (const std::int32_t child : node.children)
            if (child >= 0 && isSeen(nodes[std::size_t(child)], view)) {
                children.push_back(std::size_t(child));
                finer += nodes[std::size_t(child)].points;
            }
        if (node.isLeaf() || candidate.pixels <= options.pixels || points - node.points + finer > options.points) {
            shown.push_back(candidate.node);
            continue;
        }
        points = points - node.points + finer;
        for (const std::size_t child : children)
            coarse.push({pixels(child), child});
    }
    std::sort(shown.begin(), shown.end(), [&](std::size_t a, std::size_t b) {
        const double da = distanceTo(nodes[a], view);
        const double db = distanceTo(nodes[b], view);
        return da != db ? da < db : a < b;
    });
    return shown;
}

}  // namespace plumbline::cloud
