// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/viewcamera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::sceneview {

namespace {

constexpr double steepest = std::numbers::pi / 2;
constexpr double halfField = 25 * std::numbers::pi / 180;  // of view, up and down
constexpr double turnPerPixel = 0.005;
constexpr double nearestDistance = 0.05;
constexpr double furthestDistance = 1e5;

}  // namespace

Vector3 ViewCamera::forward() const
{
    return {std::cos(pitch) * std::cos(yaw), std::cos(pitch) * std::sin(yaw), std::sin(pitch)};
}

Vector3 ViewCamera::right() const
{
    return {std::sin(yaw), -std::cos(yaw), 0};
}

Vector3 ViewCamera::up() const
{
    return {-std::sin(pitch) * std::cos(yaw), -std::sin(pitch) * std::sin(yaw), std::cos(pitch)};
}

Vector3 ViewCamera::eye() const
{
    return plus(target, forward(), -distance);
}

double ViewCamera::pixelsPerMetre(QSizeF viewport) const
{
    return viewport.height() / 2 / std::tan(halfField) / distance;
}

std::optional<ScreenPoint> ViewCamera::project(const Vector3 &point, QSizeF viewport) const
{
    const Vector3 off = minus(point, eye());
    const double depth = dot(off, forward());
    if (!parallel && depth < nearest())
        return std::nullopt;
    const double scale = pixelsPerMetre(viewport) * (parallel ? 1 : distance / depth);
    return ScreenPoint{{viewport.width() / 2 + dot(off, right()) * scale, viewport.height() / 2 - dot(off, up()) * scale}, depth};
}

Ray ViewCamera::rayThrough(QPointF pixel, QSizeF viewport) const
{
    const double scale = 1 / pixelsPerMetre(viewport);
    const double x = (pixel.x() - viewport.width() / 2) * scale;
    const double y = (viewport.height() / 2 - pixel.y()) * scale;
    const Vector3 there = plus(plus(target, right(), x), up(), y);
    if (parallel)
        return {plus(there, forward(), -distance), forward()};
    const Vector3 from = eye();
    const Vector3 along = minus(there, from);
    const double length = std::sqrt(dot(along, along));
    return {from, {along[0] / length, along[1] / length, along[2] / length}};
}

std::optional<Vector3> ViewCamera::onPlane(QPointF pixel, QSizeF viewport, double height) const
{
    const Ray ray = rayThrough(pixel, viewport);
    if (std::abs(ray.direction[2]) < 1e-9)
        return std::nullopt;
    const double share = (height - ray.from[2]) / ray.direction[2];
    if (!(share < 100 * reach) || (!parallel && share < 0))
        return std::nullopt;
    return plus(ray.from, ray.direction, share);
}

void ViewCamera::orbit(QPointF pixels)
{
    yaw = geometry::wrappedAngle(yaw - pixels.x() * turnPerPixel);
    pitch = std::clamp(pitch - pixels.y() * turnPerPixel, -steepest, steepest);
}

void ViewCamera::pan(QPointF pixels, QSizeF viewport)
{
    const double scale = 1 / pixelsPerMetre(viewport);
    target = plus(plus(target, right(), -pixels.x() * scale), up(), pixels.y() * scale);
}

void ViewCamera::zoom(double factor, QPointF pixel, QSizeF viewport)
{
    const double before = 1 / pixelsPerMetre(viewport);
    distance = std::clamp(distance / factor, nearestDistance, furthestDistance);
    const double moved = before - 1 / pixelsPerMetre(viewport);
    target = plus(plus(target, right(), (pixel.x() - viewport.width() / 2) * moved), up(),
                  (viewport.height() / 2 - pixel.y()) * moved);
}

void ViewCamera::look(QPointF pixels)
{
    const Vector3 stays = eye();
    orbit(pixels);
    target = plus(stays, forward(), distance);
}

void ViewCamera::fly(double forwardMetres, double rightMetres, double upMetres)
{
    target = plus(plus(plus(target, forward(), forwardMetres), right(), rightMetres), {0, 0, 1}, upMetres);
}

void ViewCamera::set(Preset preset, double heading)
{
    parallel = preset != Preset::Free;
    switch (preset) {
    case Preset::Free:
        yaw = heading;
        pitch = -0.6;
        break;
    case Preset::Top:
        yaw = heading;
        pitch = -steepest;
        break;
    case Preset::Side:
        yaw = geometry::wrappedAngle(heading + std::numbers::pi / 2);
        pitch = 0;
        break;
    case Preset::Front:
        yaw = geometry::wrappedAngle(heading + std::numbers::pi);
        pitch = 0;
        break;
    }
}

void ViewCamera::fit(const Vector3 &least, const Vector3 &most, QSizeF viewport)
{
    target = {(least[0] + most[0]) / 2, (least[1] + most[1]) / 2, (least[2] + most[2]) / 2};
    // The corners decide: from above a flat cloud needs another distance than from the side.
    constexpr double margin = 1.04;
    const double slope = std::tan(halfField) / margin;
    const double aspect = std::max(viewport.height() > 0 ? viewport.width() / viewport.height() : 1, 0.01);
    double needed = nearestDistance;
    for (int corner = 0; corner < 8; ++corner) {
        const Vector3 off =
            minus({corner & 1 ? most[0] : least[0], corner & 2 ? most[1] : least[1], corner & 4 ? most[2] : least[2]}, target);
        const double towards = parallel ? 0 : dot(off, forward());
        needed = std::max(
            {needed, std::abs(dot(off, right())) / slope / aspect - towards, std::abs(dot(off, up())) / slope - towards});
    }
    distance = std::min(needed, furthestDistance);
}

double ViewCamera::nearest() const
{
    return std::max(0.02, std::min(distance, reach) / 400);
}

double ViewCamera::furthest() const
{
    return distance + 4 * reach + 10;
}

QMatrix4x4 ViewCamera::view(const Vector3 &origin) const
{
    const Vector3 r = right();
    const Vector3 u = up();
    const Vector3 f = forward();
    const Vector3 e = minus(eye(), origin);
    return {float(r[0]),  float(r[1]),  float(r[2]),  float(-dot(r, e)), float(u[0]), float(u[1]), float(u[2]), float(-dot(u, e)),
            float(-f[0]), float(-f[1]), float(-f[2]), float(dot(f, e)),  0,           0,           0,           1};
}

QMatrix4x4 ViewCamera::projection(QSizeF viewport) const
{
    const double aspect = viewport.width() / std::max(viewport.height(), 1.0);
    QMatrix4x4 matrix;
    if (parallel) {
        const double high = distance * std::tan(halfField);
        // What lies behind the eye is seen as well: there is no place from which one looks.
        matrix.ortho(float(-high * aspect), float(high * aspect), float(-high), float(high), float(-4 * reach - 10),
                     float(furthest()));
    } else {
        matrix.perspective(float(halfField * 2 * 180 / std::numbers::pi), float(aspect), float(nearest()), float(furthest()));
    }
    return matrix;
}

std::array<std::array<double, 4>, 5> ViewCamera::planes(QSizeF viewport, const Vector3 &origin) const
{
    const double aspect = viewport.width() / std::max(viewport.height(), 1.0);
    const double high = std::tan(halfField);
    const Vector3 e = minus(eye(), origin);
    std::array<std::array<double, 4>, 5> result{};
    const auto plane = [&](std::size_t index, const Vector3 &normal, double offset) {
        result[index] = {normal[0], normal[1], normal[2], offset - dot(normal, e)};
    };
    const Vector3 f = forward();
    std::size_t index = 0;
    for (const auto &[axis, slope] : {std::pair(right(), high * aspect), std::pair(up(), high)})
        for (const double side : {1.0, -1.0}) {
            const Vector3 inwards{side * axis[0], side * axis[1], side * axis[2]};
            if (parallel)
                plane(index++, inwards, distance * slope);
            else
                plane(index++, plus(inwards, f, slope), 0);
        }
    plane(index, f, parallel ? 4 * reach + 10 : 0);
    return result;
}

}  // namespace plumbline::sceneview
