// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/cuboidmoves.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::sceneview {

namespace {

Cuboid turned(const Cuboid &cuboid, std::size_t axis, double angle)
{
    geometry::Pose turn;
    turn.rotation = {0, 0, 0, std::cos(angle / 2)};
    turn.rotation[axis] = std::sin(angle / 2);
    Cuboid result = cuboid;
    result.rotation = geometry::composed(geometry::poseOf(cuboid), turn).rotation;
    return result;
}

}  // namespace

Cuboid moved(const Cuboid &cuboid, const Vector3 &by)
{
    Cuboid result = cuboid;
    const Vector3 shift = geometry::rotated(cuboid.rotation, by);
    for (std::size_t axis = 0; axis < 3; ++axis)
        result.centre[axis] += shift[axis];
    return result;
}

Cuboid faceMoved(const Cuboid &cuboid, std::size_t axis, int side, double by)
{
    by = std::max(by, leastSize - cuboid.size[axis]);
    Vector3 shift{};
    shift[axis] = side * by / 2;
    Cuboid result = moved(cuboid, shift);
    result.size[axis] += by;
    return result;
}

Cuboid changed(const Cuboid &cuboid, Freedom freedom, double amount)
{
    const auto resized = [&](std::size_t axis) {
        Cuboid result = cuboid;
        result.size[axis] = std::max(leastSize, result.size[axis] + amount);
        return result;
    };
    switch (freedom) {
    case Freedom::Forward: return moved(cuboid, {amount, 0, 0});
    case Freedom::Left: return moved(cuboid, {0, amount, 0});
    case Freedom::Up: return moved(cuboid, {0, 0, amount});
    case Freedom::Yaw: return turned(cuboid, 2, amount);
    case Freedom::Pitch: return turned(cuboid, 1, amount);
    case Freedom::Roll: return turned(cuboid, 0, amount);
    case Freedom::Length: return resized(0);
    case Freedom::Width: return resized(1);
    case Freedom::Height: return faceMoved(cuboid, 2, 1, amount);
    }
    return cuboid;
}

Cuboid flipped(const Cuboid &cuboid)
{
    return turned(cuboid, 2, std::numbers::pi);
}

Cuboid standingAt(const Cuboid &cuboid, double height)
{
    const Vector3 bottom = geometry::transformed(geometry::poseOf(cuboid), {0, 0, -cuboid.size[2] / 2});
    Cuboid result = cuboid;
    result.centre[2] += height - bottom[2];
    return result;
}

std::array<std::size_t, 2> axesOf(SidePlane plane)
{
    switch (plane) {
    case SidePlane::Top: return {0, 1};
    case SidePlane::Side: return {0, 2};
    case SidePlane::Front: return {1, 2};
    }
    return {0, 1};
}

SideHandle handleAt(SidePlane plane, const Cuboid &cuboid, QPointF place, double tolerance, double knob)
{
    const auto axes = axesOf(plane);
    const double halfU = cuboid.size[axes[0]] / 2;
    const double halfV = cuboid.size[axes[1]] / 2;
    if (plane == SidePlane::Top && std::hypot(place.x() - halfU - knob, place.y()) <= tolerance * 1.4)
        return {SideHandle::Kind::Turn, 0, 0};
    const auto near = [tolerance](double at, double half) {
        // On a small box the nearer face is meant, and its middle stays free.
        const double reach = std::min(tolerance, half * 0.8 + tolerance * 0.2);
        return std::abs(at - half) <= reach ? 1 : std::abs(at + half) <= reach ? -1 : 0;
    };
    if (std::abs(place.x()) > halfU + tolerance || std::abs(place.y()) > halfV + tolerance)
        return {};
    const int u = near(place.x(), halfU);
    const int v = near(place.y(), halfV);
    return u || v ? SideHandle{SideHandle::Kind::Edge, u, v} : SideHandle{SideHandle::Kind::Inside, 0, 0};
}

Cuboid dragged(SidePlane plane, const SideHandle &handle, const Cuboid &cuboid, QPointF from, QPointF to)
{
    const auto axes = axesOf(plane);
    const QPointF by = to - from;
    switch (handle.kind) {
    case SideHandle::Kind::Nothing: return cuboid;
    case SideHandle::Kind::Inside: {
        Vector3 shift{};
        shift[axes[0]] = by.x();
        shift[axes[1]] = by.y();
        return moved(cuboid, shift);
    }
    case SideHandle::Kind::Edge: {
        Cuboid result = cuboid;
        if (handle.u)
            result = faceMoved(result, axes[0], handle.u, handle.u * by.x());
        if (handle.v)
            result = faceMoved(result, axes[1], handle.v, handle.v * by.y());
        return result;
    }
    case SideHandle::Kind::Turn: return turned(cuboid, 2, std::atan2(to.y(), to.x()) - std::atan2(from.y(), from.x()));
    }
    return cuboid;
}

}  // namespace plumbline::sceneview
