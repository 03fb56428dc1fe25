// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"
#include "widgets/export.h"

#include <optional>
#include <vector>

namespace plumbline::canvas {

/// One corner of a polygon: part, ring of it (-1 = outer, else a hole) and position in the ring.
struct VertexRef {
    int part = 0;
    int hole = -1;
    int index = 0;
    bool operator==(const VertexRef &) const = default;
};

/// Points of a box that can be dragged, clockwise from the top left: 0 corner, 1 top side, 2 corner, 3 right side…
inline constexpr int boxHandleCount = 8;
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::Point boxHandle(const geometry::Box &box, int handle);
/// The box after its handle moved by (dx, dy): kept inside `limits` when given, at least `minimum` pixels on each side (it
/// turns over when a side is dragged past its opposite).
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::Box boxResized(const geometry::Box &box, int handle, double dx, double dy,
                                                                const std::optional<geometry::Box> &limits, double minimum);
/// The box between two corners, clamped to `limits` when given.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::Box boxBetween(geometry::Point a, geometry::Point b,
                                                                const std::optional<geometry::Box> &limits);
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::Point clampedTo(geometry::Point p, const std::optional<geometry::Box> &limits);

/// Ring that a reference names; null when it names none.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT const geometry::Ring *ringOf(const geometry::Polygon &polygon, const VertexRef &vertex);
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT std::optional<geometry::Point> vertexOf(const geometry::Polygon &polygon, const VertexRef &vertex);
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::Polygon withVertexMoved(geometry::Polygon polygon, const VertexRef &vertex, geometry::Point to);
/// A new corner after `vertex`; it gets index + 1.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::Polygon withVertexInserted(geometry::Polygon polygon, const VertexRef &after, geometry::Point at);
/// Nothing when a ring would keep fewer than three corners and is the only outer one; a hole or further part that small
/// goes as a whole.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT std::optional<geometry::Polygon> withVertexRemoved(geometry::Polygon polygon, const VertexRef &vertex);
/// Every corner, ring by ring.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT std::vector<std::pair<VertexRef, geometry::Point>> verticesOf(const geometry::Polygon &polygon);

}  // namespace plumbline::canvas
