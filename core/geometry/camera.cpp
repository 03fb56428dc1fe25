// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::geometry {

namespace {

constexpr double nearest = 1e-3;
constexpr int fieldSteps = 512;
constexpr int mostIterations = 50;

// Radius on the normalised image plane of a direction at angle theta from the axis, without the tangential part.
double radiusOf(const Camera &camera, double theta)
{
    const auto &k = camera.distortion;
    if (camera.lens == LensModel::FisheyeEquidistant) {
        const double t2 = theta * theta;
        return theta * (1 + t2 * (k[0] + t2 * (k[1] + t2 * (k[2] + t2 * k[3]))));
    }
    const double r = std::tan(theta);
    if (camera.lens == LensModel::Pinhole)
        return r;
    const double r2 = r * r;
    return r * (1 + r2 * (k[0] + r2 * (k[1] + r2 * k[4]))) / (1 + r2 * (k[5] + r2 * (k[6] + r2 * k[7])));
}

Point toPixel(const Camera &camera, double x, double y)
{
    return {camera.fx * x + camera.skew * y + camera.cx, camera.fy * y + camera.cy};
}

// Brown and Conrady's distortion of a point of the normalised plane.
Point distorted(const std::array<double, 8> &k, double x, double y)
{
    const double r2 = x * x + y * y;
    const double radial = (1 + r2 * (k[0] + r2 * (k[1] + r2 * k[4]))) / (1 + r2 * (k[5] + r2 * (k[6] + r2 * k[7])));
    return {x * radial + 2 * k[2] * x * y + k[3] * (r2 + 2 * x * x), y * radial + k[2] * (r2 + 2 * y * y) + 2 * k[3] * x * y};
}

}  // namespace

bool isUsable(const Camera &camera)
{
    const auto good = [](double value) { return std::isfinite(value) && value > 0; };
    return good(camera.width) && good(camera.height) && good(camera.fx) && good(camera.fy) && std::isfinite(camera.cx)
           && std::isfinite(camera.cy) && std::isfinite(camera.skew)
           && std::all_of(camera.distortion.begin(), camera.distortion.end(), [](double k) { return std::isfinite(k); });
}

double fieldLimit(const Camera &camera)
{
    const double most = camera.lens == LensModel::FisheyeEquidistant ? std::numbers::pi : std::numbers::pi / 2 - 1e-3;
    if (camera.lens == LensModel::Pinhole)
        return most;
    double before = 0;
    for (int i = 1; i <= fieldSteps; ++i) {
        const double theta = most * i / fieldSteps;
        const double radius = radiusOf(camera, theta);
        if (!(radius > before))
            return most * (i - 1) / fieldSteps;
        before = radius;
    }
    return most;
}

std::optional<Point> projected(const Camera &camera, const Vector3 &p)
{
    const double across = std::hypot(p[0], p[1]);
    const bool fisheye = camera.lens == LensModel::FisheyeEquidistant;
    if (!std::isfinite(across) || !std::isfinite(p[2]) || (!fisheye && p[2] < nearest) || (fisheye && across == 0 && p[2] <= 0))
        return std::nullopt;
    if (camera.lens == LensModel::Pinhole)
        return toPixel(camera, p[0] / p[2], p[1] / p[2]);
    const double theta = std::atan2(across, p[2]);
    if (theta > fieldLimit(camera))
        return std::nullopt;
    if (fisheye) {
        const double scale = across > 0 ? radiusOf(camera, theta) / across : 1 / p[2];
        return toPixel(camera, p[0] * scale, p[1] * scale);
    }
    const Point plane = distorted(camera.distortion, p[0] / p[2], p[1] / p[2]);
    return toPixel(camera, plane.x, plane.y);
}

std::optional<Vector3> rayThrough(const Camera &camera, Point pixel)
{
    const double y = (pixel.y - camera.cy) / camera.fy;
    const double x = (pixel.x - camera.cx - camera.skew * y) / camera.fx;
    const double radius = std::hypot(x, y);
    const auto direction = [](double dx, double dy, double dz) {
        const double length = std::sqrt(dx * dx + dy * dy + dz * dz);
        return Vector3{dx / length, dy / length, dz / length};
    };
    if (camera.lens == LensModel::Pinhole || radius == 0)
        return direction(x, y, 1);
    if (camera.lens == LensModel::FisheyeEquidistant) {
        // The radius grows with the angle up to the limit: halve.
        double low = 0;
        double high = fieldLimit(camera);
        if (radius > radiusOf(camera, high))
            return std::nullopt;
        for (int i = 0; i < mostIterations + 10; ++i) {
            const double middle = (low + high) / 2;
            (radiusOf(camera, middle) < radius ? low : high) = middle;
        }
        const double theta = (low + high) / 2;
        return direction(x / radius * std::sin(theta), y / radius * std::sin(theta), std::cos(theta));
    }
    // Newton's method with the derivative by differences; it starts where a lens without distortion would look.
    double ux = x;
    double uy = y;
    for (int i = 0; i < mostIterations; ++i) {
        const Point at = distorted(camera.distortion, ux, uy);
        const double ex = at.x - x;
        const double ey = at.y - y;
        if (std::hypot(ex, ey) < 1e-13)
            break;
        constexpr double h = 1e-6;
        const Point dx = distorted(camera.distortion, ux + h, uy);
        const Point dy = distorted(camera.distortion, ux, uy + h);
        const double a = (dx.x - at.x) / h;
        const double b = (dy.x - at.x) / h;
        const double c = (dx.y - at.y) / h;
        const double d = (dy.y - at.y) / h;
        const double det = a * d - b * c;
        if (!(std::abs(det) > 1e-9))
            return std::nullopt;
        ux -= (d * ex - b * ey) / det;
        uy -= (a * ey - c * ex) / det;
    }
    const Point back = distorted(camera.distortion, ux, uy);
    if (!(std::hypot(back.x - x, back.y - y) < 1e-9) || std::atan(std::hypot(ux, uy)) > fieldLimit(camera))
        return std::nullopt;
    return direction(ux, uy, 1);
}

std::vector<std::vector<Point>> projectedSegment(const Camera &camera, const Vector3 &from, const Vector3 &to, int steps)
{
    const auto at = [&](double share) {
        return projected(camera, {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]),
                                  from[2] + share * (to[2] - from[2])});
    };
    // Where between a seen and an unseen place the segment leaves what the camera sees.
    const auto border = [&](double seen, double unseen) {
        for (int i = 0; i < 30; ++i) {
            const double middle = (seen + unseen) / 2;
            (at(middle) ? seen : unseen) = middle;
        }
        return seen;
    };
    std::vector<std::vector<Point>> lines;
    bool open = false;
    for (int i = 0; i <= steps; ++i) {
        const double share = double(i) / steps;
        const double before = double(i - 1) / steps;
        const auto point = at(share);
        if (point && !open) {
            lines.emplace_back();
            if (i > 0)
                lines.back().push_back(*at(border(share, before)));
        } else if (!point && open) {
            lines.back().push_back(*at(border(before, share)));
        }
        if (point)
            lines.back().push_back(*point);
        open = point.has_value();
    }
    return lines;
}

}  // namespace plumbline::geometry
