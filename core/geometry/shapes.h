// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

/// Shapes of annotations: plain values, comparable, doubles never rounded.
///
/// Image space: continuous pixels of the upright (EXIF-rotated) picture, origin at the top-left corner of the top-left
/// pixel, x right, y down. Angles in radians, clockwise on the screen. Scene space: metres in the named coordinate frame.
namespace plumbline::geometry {

struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point &) const = default;
};

/// Axis-aligned, top-left corner and size. Width and height are never negative in stored annotations.
struct Box {
    double x = 0;
    double y = 0;
    double w = 0;
    double h = 0;
    bool operator==(const Box &) const = default;
    [[nodiscard]] double right() const { return x + w; }
    [[nodiscard]] double bottom() const { return y + h; }
    [[nodiscard]] double area() const { return w * h; }
    [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.x <= right() && p.y >= y && p.y <= bottom(); }
};

struct RotatedBox {
    double cx = 0;
    double cy = 0;
    double w = 0;
    double h = 0;
    double angleRadians = 0;
    bool operator==(const RotatedBox &) const = default;
};

struct Ellipse {
    double cx = 0;
    double cy = 0;
    double rx = 0;
    double ry = 0;
    double angleRadians = 0;
    bool operator==(const Ellipse &) const = default;
};

/// A closed ring; the last point is not repeated.
using Ring = std::vector<Point>;

struct PolygonPart {
    Ring outer;
    std::vector<Ring> holes;
    bool operator==(const PolygonPart &) const = default;
};

struct Polygon {
    std::vector<PolygonPart> parts;
    bool operator==(const Polygon &) const = default;
};

struct Polyline {
    std::vector<Point> points;
    bool operator==(const Polyline &) const = default;
};

struct KeyPoint {
    double x = 0;
    double y = 0;
    int visibility = 0;  ///< as in COCO: 0 not labeled, 1 hidden, 2 visible
    bool operator==(const KeyPoint &) const = default;
};

struct KeyPoints {
    std::vector<KeyPoint> points;
    QString skeleton;  ///< name of the schema's skeleton; empty for loose points
    bool operator==(const KeyPoints &) const = default;
};

/// Run lengths in COCO order: column-major, starting with background; the counts add up to width × height.
struct Mask {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::vector<std::uint32_t> counts;
    bool operator==(const Mask &) const = default;
};

/// Nine degrees of freedom. Size is length (along local +x, forward), width (+y), height (+z), in metres.
struct Cuboid {
    std::array<double, 3> centre{};
    std::array<double, 3> size{};
    std::array<double, 4> rotation{0, 0, 0, 1};  ///< frame_from_box, quaternion x y z w
    QString coordinateFrame;
    bool operator==(const Cuboid &) const = default;
};

struct Run {
    std::uint32_t value = 0;
    std::uint64_t count = 0;
    bool operator==(const Run &) const = default;
};

/// Class and instance of every point of a cloud, in file order.
struct PointLabels {
    QString coordinateFrame;
    std::vector<QString> classes;
    std::vector<Run> classRuns;     ///< value indexes `classes`
    std::vector<Run> instanceRuns;  ///< value 0 = no instance
    bool operator==(const PointLabels &) const = default;
};

struct Polyline3 {
    std::vector<std::array<double, 3>> points;
    QString coordinateFrame;
    bool operator==(const Polyline3 &) const = default;
};

/// Part of a message's text: [start, end) in Unicode code points, bound to the text by its hash.
struct TextSpan {
    QString message;
    std::uint64_t start = 0;
    std::uint64_t end = 0;
    QString textSha256;
    bool operator==(const TextSpan &) const = default;
};

struct MessageLabel {
    QString message;
    bool operator==(const MessageLabel &) const = default;
};

/// The whole item: an image tag, a classification, an answer about all of it.
struct ItemLabel {
    bool operator==(const ItemLabel &) const = default;
};

struct TimeRange {
    QString stream;
    std::int64_t startPts = 0;
    std::int64_t endPts = 0;
    std::int64_t timeBaseNumerator = 1;
    std::int64_t timeBaseDenominator = 1;
    bool operator==(const TimeRange &) const = default;
};

struct Rating {
    QString question;
    double value = 0;
    bool operator==(const Rating &) const = default;
};

struct Preference {
    QString question;
    std::vector<QString> options;
    std::vector<QString> shown;  ///< the order the annotator saw
    QString choice;              ///< an option, "tie" or "both-bad"
    std::optional<double> strength;
    bool operator==(const Preference &) const = default;
};

struct Rewrite {
    QString message;
    QString text;
    bool operator==(const Rewrite &) const = default;
};

struct Relation {
    base::AnnotationId from;
    base::AnnotationId to;
    QString type;
    bool operator==(const Relation &) const = default;
};

/// The order is part of the stored form: append, never reorder.
using Geometry = std::variant<ItemLabel, Box, RotatedBox, Ellipse, Polygon, Polyline, KeyPoints, Mask, Cuboid, PointLabels,
                              Polyline3, TextSpan, MessageLabel, TimeRange, Rating, Preference, Rewrite, Relation>;

/// Name of the kind as in the annotation JSON: "box", "rotated-box", "polygon", "points", "item"…
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString geometryName(const Geometry &geometry);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString geometryName(std::size_t variantIndex);
/// All names, in the variant's order.
[[nodiscard]] PLUMBLINE_CORE_EXPORT const std::vector<QString> &geometryNames();

/// Smallest axis-aligned box around a shape in image space; nothing for shapes without an extent there.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Box> boundsOf(const Geometry &geometry);
/// Square pixels covered; holes do not count; nothing for shapes without an area.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<double> areaOf(const Geometry &geometry);
/// The shape moved by (dx, dy) pixels; masks and shapes outside image space are returned as they are.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Geometry translated(const Geometry &geometry, double dx, double dy);
/// Why the shape cannot be stored (not finite, negative size, too few vertices); empty when it can.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString whyInvalid(const Geometry &geometry);
/// Whether the point lies in the shape (even-odd for rings); false for shapes without an area.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool covers(const Geometry &geometry, Point point);

}  // namespace plumbline::geometry
