// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

#include <optional>

/// The line that stands for a relation. Pure functions, image space.
namespace plumbline::imageview {

/// A slightly bent line from the border of one shape to that of another, so that there and back are two lines. Nothing
/// when one of them has no extent.
[[nodiscard]] std::optional<geometry::Polyline> relationArrow(const geometry::Geometry &from, const geometry::Geometry &to);
/// The same to a point.
[[nodiscard]] std::optional<geometry::Polyline> relationArrow(const geometry::Geometry &from, geometry::Point to);

}  // namespace plumbline::imageview
