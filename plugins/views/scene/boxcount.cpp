// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/boxcount.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

using Planes = std::array<std::array<double, 4>, 6>;

enum class Side { Outside, Partly, Inside };

Side sideOf(const Planes &planes, const std::array<float, 3> &least, const std::array<float, 3> &most)
{
    bool inside = true;
    for (const auto &plane : planes) {
        double low = plane[3];
        double high = plane[3];
        for (std::size_t axis = 0; axis < 3; ++axis) {
            const double a = plane[axis] * double(least[axis]);
            const double b = plane[axis] * double(most[axis]);
            low += std::min(a, b);
            high += std::max(a, b);
        }
        if (high < 0)
            return Side::Outside;
        inside = inside && low >= 0;
    }
    return inside ? Side::Inside : Side::Partly;
}

bool isIn(const Planes &planes, double x, double y, double z)
{
    for (const auto &plane : planes)
        if (plane[0] * x + plane[1] * y + plane[2] * z + plane[3] < 0)
            return false;
    return true;
}

std::uint64_t countedIn(const CloudData &data, const Planes &planes)
{
    std::uint64_t points = 0;
    for (const auto &p : data.positions)
        points += isIn(planes, double(p[0]), double(p[1]), double(p[2]));
    return points;
}

// Middle points of a grid over the node's box.
double shareOf(const Planes &planes, const std::array<float, 3> &least, const std::array<float, 3> &most)
{
    constexpr int steps = 5;
    int inside = 0;
    const auto at = [&](std::size_t axis, int i) {
        return double(least[axis]) + (double(most[axis]) - double(least[axis])) * (i + 0.5) / steps;
    };
    for (int x = 0; x < steps; ++x)
        for (int y = 0; y < steps; ++y)
            for (int z = 0; z < steps; ++z)
                inside += isIn(planes, at(0, x), at(1, y), at(2, z));
    return double(inside) / (steps * steps * steps);
}

}  // namespace

BoxCount countIn(const std::vector<CloudPointer> &pieces, const ClipBox &box)
{
    BoxCount count;
    for (const CloudPointer &piece : pieces) {
        const Planes planes = planesOf(box, piece->origin);
        const Side side = sideOf(planes, piece->least, piece->most);
        if (side == Side::Inside)
            count.points += piece->size();
        else if (side == Side::Partly)
            count.points += countedIn(*piece, planes);
        count.exact = count.exact && !piece->sample;
    }
    return count;
}

BoxCount countIn(const SharedOctree &octree, const std::function<CloudPointer(std::size_t)> &loaded, const ClipBox &box)
{
    BoxCount count;
    const auto &nodes = octree.tree->nodes();
    if (nodes.empty())
        return count;
    // The tree's axes are the sensor's.
    ClipBox own = box;
    own.label_from_box = geometry::composed(geometry::inverted(octree.label_from_cloud), box.label_from_box);
    const Planes planes = planesOf(own, octree.tree->origin());
    std::vector<std::size_t> open{0};
    while (!open.empty()) {
        const std::size_t at = open.back();
        open.pop_back();
        const cloud::OctreeNode &node = nodes[at];
        const Side side = sideOf(planes, node.least, node.most);
        if (side == Side::Outside)
            continue;
        if (side == Side::Inside) {
            count.points += node.below;
            continue;
        }
        if (!node.isLeaf()) {
            for (const std::int32_t child : node.children)
                if (child >= 0)
                    open.push_back(std::size_t(child));
            continue;
        }
        if (const CloudPointer piece = loaded(at)) {
            count.points += countedIn(*piece, planesOf(box, piece->origin));
        } else {
            count.points += std::uint64_t(std::llround(double(node.below) * shareOf(planes, node.least, node.most)));
            count.exact = false;
        }
    }
    return count;
}

QString wordsFor(const BoxCount &count)
{
    const QString number = QLocale().toString(qulonglong(count.points));
    return count.exact ? QCoreApplication::translate("plumbline::sceneview::BoxCount", "%1 points in the box").arg(number)
                       : QCoreApplication::translate("plumbline::sceneview::BoxCount", "about %1 points in the box").arg(number);
}

}  // namespace plumbline::sceneview
