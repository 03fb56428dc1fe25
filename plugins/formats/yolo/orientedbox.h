// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

#include <QSize>

#include <array>
#include <optional>
#include <vector>

namespace plumbline::yolo {

using Corners = std::array<geometry::Point, 4>;

/// Eight fractions of a picture as pixels. Fewer numbers give corners at the origin.
[[nodiscard]] Corners cornersInPixels(const std::vector<double> &fractions, QSize picture);

/// The rectangle with these corners, in either order around it; the first edge is its width. Nothing when they are further than
/// half a pixel and one hundredth of its shorter side from a rectangle.
[[nodiscard]] std::optional<geometry::RotatedBox> rotatedBoxOf(const Corners &corners);

/// Corners clockwise on the screen, beginning where width and height are negative.
[[nodiscard]] Corners cornersOf(const geometry::RotatedBox &box);

/// The rectangle of the smallest area around the points, which has a side along an edge of their hull (Freeman and Shapira,
/// 1975); nothing when they lie on a line.
[[nodiscard]] std::optional<Corners> smallestRectangle(std::vector<geometry::Point> points);

}  // namespace plumbline::yolo
