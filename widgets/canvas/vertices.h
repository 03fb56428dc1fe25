// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/handles.h"

/// Points of any shape that is made of points: corners of polygons, points of lines, joints. A line and key points are
/// part 0, hole -1. Pure functions.
namespace plumbline::canvas {

/// Every point that can be seen: joints that are not labeled have none. Empty for shapes without points.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT std::vector<std::pair<VertexRef, geometry::Point>>
pointsOf(const geometry::Geometry &geometry);
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT std::optional<geometry::Point> pointOf(const geometry::Geometry &geometry,
                                                                              const VertexRef &vertex);
/// Other end of the edge that starts at a point; nothing at the end of a line and for key points.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT std::optional<geometry::Point> edgeEnd(const geometry::Geometry &geometry,
                                                                              const VertexRef &vertex);
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::Geometry withPointMoved(geometry::Geometry geometry, const VertexRef &vertex,
                                                                         geometry::Point to);
/// A new point after `vertex`, at index + 1; key points are returned as they are.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT geometry::Geometry withPointInserted(geometry::Geometry geometry, const VertexRef &after,
                                                                            geometry::Point at);
/// Nothing when too little would be left (see withVertexRemoved). A joint of a skeleton becomes "not labeled"; a loose key
/// point goes.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT std::optional<geometry::Geometry> withPointRemoved(geometry::Geometry geometry,
                                                                                          const VertexRef &vertex);
/// Several at once, whatever their order.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT std::optional<geometry::Geometry> withPointsRemoved(geometry::Geometry geometry,
                                                                                           std::vector<VertexRef> vertices);

}  // namespace plumbline::canvas
