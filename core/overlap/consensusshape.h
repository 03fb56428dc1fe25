// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"
#include "core/geometry/shapes.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace plumbline::overlap {

struct ConsensusShape {
    geometry::Geometry geometry;
    QString method;  ///< "only" (one shape), "median" or "staple"
    std::vector<double> sensitivity;  ///< of each shape given, by STAPLE; else empty
    std::vector<double> specificity;
};

/// The shape that several people's shapes of one thing agree on. Its kind is the most frequent one; among equals mask, polygon,
/// rotated box, ellipse, box, key points, line come in this order.
/// - Box: the median of each of the four edges, over the bounds of all shapes.
/// - Rotated box, ellipse: over the shapes of that kind, medians of centre, size and angle. Turning by half, or by a quarter with
///   the sides exchanged, gives the same shape; each is taken as it lies nearest to the angle of the shape that is most like the
///   others.
/// - Polygon, mask: STAPLE over the pixels of all shapes with an area. Shapes without a mask among them are filled at up to
///   eight times the resolution, so that small outlines keep their form; the outline of the result loses the
///   corners that change it by less than one of those pixels, or half a pixel of the picture in shapes of 50 pixels and more.
/// - Key points: over the shapes with the most frequent skeleton and number of points; each point that half of them or more have
///   labeled gets the medians of x and y and of its visibility, the others stay unlabeled.
/// - Line: 128 points at equal steps of length along each line, turned the way of the line most like the others; medians of x and
///   y; then without the points that change it by less than half a pixel.
/// - Cuboid: medians of centre, of length, width and height, and of the heading, where half a turn gives the same cuboid; tilt and
///   front of the one most like the others.
/// The median of an even number is the mean of the two in the middle. width and height: of the picture, 0 = unknown. Fails where
/// there are no shapes, no area is left, or what is there would take many seconds.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<ConsensusShape> consensusShape(const std::vector<geometry::Geometry> &shapes,
                                                                          std::uint32_t width, std::uint32_t height);

}  // namespace plumbline::overlap
