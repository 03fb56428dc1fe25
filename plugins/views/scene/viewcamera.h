// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/pose.h"

#include <QMatrix4x4>
#include <QPointF>
#include <QSizeF>

#include <array>
#include <optional>

namespace plumbline::sceneview {

using geometry::Vector3;

/// Where a point lies on the screen.
struct ScreenPoint {
    QPointF at;        ///< pixels, y down
    double depth = 0;  ///< metres along the line of sight
};

struct Ray {
    Vector3 from{};
    Vector3 direction{};  ///< of length 1
};

/// From where a scene is looked at: a target and an eye on a sphere around it. Label frame, metres, z up. A value without
/// widgets. Pixels are those of a viewport with the origin at its top left.
struct ViewCamera {
    enum class Preset { Free, Top, Side, Front };

    Vector3 target{};
    double yaw = 0;     ///< of the line of sight on the ground, radians, counter-clockwise from +x
    double pitch = -0.6;  ///< of the line of sight, radians; -π/2 looks straight down
    double distance = 40;
    bool parallel = false;  ///< no perspective: lengths can be compared
    double reach = 200;     ///< radius of what is there to see, for the depth range

    [[nodiscard]] Vector3 forward() const;
    [[nodiscard]] Vector3 right() const;
    [[nodiscard]] Vector3 up() const;
    [[nodiscard]] Vector3 eye() const;
    /// Pixels that a metre takes at the target.
    [[nodiscard]] double pixelsPerMetre(QSizeF viewport) const;

    /// Nothing for points behind the eye.
    [[nodiscard]] std::optional<ScreenPoint> project(const Vector3 &point, QSizeF viewport) const;
    [[nodiscard]] Ray rayThrough(QPointF pixel, QSizeF viewport) const;
    /// Where a pixel meets the horizontal plane of this height; nothing when it does not, or beyond 100 times the reach.
    [[nodiscard]] std::optional<Vector3> onPlane(QPointF pixel, QSizeF viewport, double height) const;

    /// Turns round the target by a drag of so many pixels.
    void orbit(QPointF pixels);
    /// Moves the target so that what lay under the mouse stays there.
    void pan(QPointF pixels, QSizeF viewport);
    /// Nearer for factors above 1; what lies under the pixel stays there.
    void zoom(double factor, QPointF pixel, QSizeF viewport);
    /// Turns the head: the eye stays.
    void look(QPointF pixels);
    /// Moves eye and target along the own axes, metres.
    void fly(double forwardMetres, double rightMetres, double upMetres);
    /// Looks straight along an axis, or from behind and above.
    void set(Preset preset, double heading = 0);
    /// Shows a box from here.
    void fit(const Vector3 &least, const Vector3 &most, QSizeF viewport);

    /// Matrices for points relative to `origin`.
    [[nodiscard]] QMatrix4x4 view(const Vector3 &origin) const;
    [[nodiscard]] QMatrix4x4 projection(QSizeF viewport) const;
    [[nodiscard]] double nearest() const;
    [[nodiscard]] double furthest() const;
    /// The five half spaces that are seen (left, right, below, above, in front), relative to `origin`: x · n + d ≥ 0.
    [[nodiscard]] std::array<std::array<double, 4>, 5> planes(QSizeF viewport, const Vector3 &origin) const;

    bool operator==(const ViewCamera &) const = default;
};

[[nodiscard]] inline Vector3 plus(const Vector3 &a, const Vector3 &b, double share = 1)
{
    return {a[0] + share * b[0], a[1] + share * b[1], a[2] + share * b[2]};
}
[[nodiscard]] inline Vector3 minus(const Vector3 &a, const Vector3 &b)
{
    return plus(a, b, -1);
}
[[nodiscard]] inline double dot(const Vector3 &a, const Vector3 &b)
{
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

}  // namespace plumbline::sceneview
