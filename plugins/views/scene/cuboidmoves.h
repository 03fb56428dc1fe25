// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/cuboids.h"

#include <QPointF>

#include <array>

/// How handles and keys change a cuboid. Pure functions; metres and radians, in the cuboid's own axes.
namespace plumbline::sceneview {

using geometry::Cuboid;
using geometry::Vector3;

inline constexpr double leastSize = 0.05;  ///< that a side keeps, metres

/// What a cuboid can be changed in.
enum class Freedom { Forward, Left, Up, Yaw, Pitch, Roll, Length, Width, Height };

/// Along or about its own axes; sizes about the middle, but the height keeps the bottom where it is.
[[nodiscard]] Cuboid changed(const Cuboid &cuboid, Freedom freedom, double amount);
[[nodiscard]] Cuboid moved(const Cuboid &cuboid, const Vector3 &by);  ///< in its own axes
/// Half a turn about its own z axis.
[[nodiscard]] Cuboid flipped(const Cuboid &cuboid);
/// The bottom's middle at this height.
[[nodiscard]] Cuboid standingAt(const Cuboid &cuboid, double height);
/// Moves one face outwards by `by`; the opposite one stays. `side` is 1 or -1.
[[nodiscard]] Cuboid faceMoved(const Cuboid &cuboid, std::size_t axis, int side, double by);

/// From where the selected cuboid is looked at. On the screen u goes right and v up: Top x and y, Side x and z, Front y and z of
/// the cuboid's axes.
enum class SidePlane { Top, Side, Front };
[[nodiscard]] std::array<std::size_t, 2> axesOf(SidePlane plane);

/// What can be taken hold of in a side view: the inside, the faces (u and v say which: -1, 0, 1), corners, the turning knob.
struct SideHandle {
    enum class Kind { Nothing, Inside, Edge, Turn };
    Kind kind = Kind::Nothing;
    int u = 0;
    int v = 0;
    bool operator==(const SideHandle &) const = default;
};

/// Which handle is within `tolerance` metres of a place, which is relative to the cuboid's middle. The knob lies `knob` metres
/// in front of the front face, in the top view only.
[[nodiscard]] SideHandle handleAt(SidePlane plane, const Cuboid &cuboid, QPointF place, double tolerance, double knob);
/// The cuboid after a drag from one place to another, both in the axes that it had when the drag began.
[[nodiscard]] Cuboid dragged(SidePlane plane, const SideHandle &handle, const Cuboid &cuboid, QPointF from, QPointF to);

}  // namespace plumbline::sceneview
