// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/cuboids.h"

#include "core/geometry/overlap.h"

#include <Eigen/Geometry>

#include <algorithm>
#include <cmath>

namespace plumbline::geometry {

namespace {

using Face = std::vector<Eigen::Vector3d>;

struct Plane {
    Eigen::Vector3d normal;  // outwards
    double offset = 0;       // normal · x ≤ offset inside
};

Eigen::Vector3d vector(const Vector3 &v)
{
    return {v[0], v[1], v[2]};
}

double volumeOf(const Cuboid &cuboid)
{
    return cuboid.size[0] * cuboid.size[1] * cuboid.size[2];
}

std::array<Plane, 6> planesOf(const Cuboid &cuboid)
{
    std::array<Plane, 6> planes;
    const Eigen::Vector3d centre = vector(cuboid.centre);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        Vector3 unit{};
        unit[axis] = 1;
        const Eigen::Vector3d normal = vector(rotated(cuboid.rotation, unit));
        for (std::size_t side = 0; side < 2; ++side) {
            const Eigen::Vector3d outwards = side ? normal : Eigen::Vector3d(-normal);
            planes[axis * 2 + side] = {outwards, outwards.dot(centre) + cuboid.size[axis] / 2};
        }
    }
    return planes;
}

// Faces with their corners in order round the outside.
std::vector<Face> facesOf(const Cuboid &cuboid)
{
    static constexpr int order[6][4] = {{0, 4, 6, 2}, {1, 3, 7, 5}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 2, 3, 1}, {4, 5, 7, 6}};
    const auto corners = cornersOf(cuboid);
    std::vector<Face> faces;
    for (const auto &face : order) {
        Face points;
        for (const int corner : face)
            points.push_back(vector(corners[std::size_t(corner)]));
        faces.push_back(std::move(points));
    }
    return faces;
}

// Nearer to a plane than this counts as in it, metres.
constexpr double touching = 1e-10;

// What of a convex body lies inside a plane; the cut becomes a face of its own.
std::vector<Face> cut(const std::vector<Face> &faces, const Plane &plane)
{
    const auto height = [&plane](const Eigen::Vector3d &p) {
        const double d = plane.normal.dot(p) - plane.offset;
        return std::abs(d) < touching ? 0.0 : d;
    };
    std::vector<Face> kept;
    Face border;
    bool outside = false;
    for (const Face &face : faces) {
        Face inside;
        for (std::size_t i = 0; i < face.size(); ++i) {
            const Eigen::Vector3d &a = face[i];
            const Eigen::Vector3d &b = face[(i + 1) % face.size()];
            const double da = height(a);
            const double db = height(b);
            outside = outside || da > 0;
            if (da <= 0)
                inside.push_back(a);
            if ((da < 0 && db > 0) || (da > 0 && db < 0)) {
                inside.push_back(a + (b - a) * (da / (da - db)));
                border.push_back(inside.back());
            } else if (da == 0) {
                border.push_back(a);
            }
        }
        if (inside.size() >= 3)
            kept.push_back(std::move(inside));
    }
    // A plane that only touches the body makes no new face.
    if (!outside || border.size() < 3)
        return kept;
    // Round the middle, seen along the normal.
    Eigen::Vector3d middle = Eigen::Vector3d::Zero();
    for (const auto &p : border)
        middle += p / double(border.size());
    const Eigen::Vector3d u = plane.normal.unitOrthogonal();
    const Eigen::Vector3d v = plane.normal.cross(u);
    std::sort(border.begin(), border.end(), [&](const auto &a, const auto &b) {
        return std::atan2((a - middle).dot(v), (a - middle).dot(u)) < std::atan2((b - middle).dot(v), (b - middle).dot(u));
    });
    kept.push_back(std::move(border));
    return kept;
}

double volumeOf(const std::vector<Face> &faces)
{
    if (faces.size() < 4)
        return 0;
    const Eigen::Vector3d inside = faces.front().front();
    double six = 0;
    for (const Face &face : faces)
        for (std::size_t i = 2; i < face.size(); ++i)
            six += std::abs((face[0] - inside).dot((face[i - 1] - inside).cross(face[i] - inside)));
    return six / 6;
}

RotatedBox footprintOf(const Cuboid &cuboid)
{
    return {cuboid.centre[0], cuboid.centre[1], cuboid.size[0], cuboid.size[1], yawOf(cuboid.rotation)};
}

}  // namespace

std::array<Vector3, 8> cornersOf(const Cuboid &cuboid)
{
    std::array<Vector3, 8> corners;
    const Pose pose = poseOf(cuboid);
    for (std::size_t i = 0; i < 8; ++i)
        corners[i] = transformed(pose, {(i & 1 ? .5 : -.5) * cuboid.size[0], (i & 2 ? .5 : -.5) * cuboid.size[1],
                                        (i & 4 ? .5 : -.5) * cuboid.size[2]});
    return corners;
}

const std::array<std::array<int, 2>, 12> &cuboidEdges()
{
    static constexpr std::array<std::array<int, 2>, 12> edges = {
        {{0, 1}, {2, 3}, {4, 5}, {6, 7}, {0, 2}, {1, 3}, {4, 6}, {5, 7}, {0, 4}, {1, 5}, {2, 6}, {3, 7}}};
    return edges;
}

Pose poseOf(const Cuboid &cuboid)
{
    return {cuboid.rotation, cuboid.centre};
}

Cuboid transformed(const Pose &target_from_source, const Cuboid &cuboid, const QString &targetFrame)
{
    const Pose pose = composed(target_from_source, poseOf(cuboid));
    return {pose.translation, cuboid.size, pose.rotation, targetFrame};
}

Cuboid interpolated(const Cuboid &from, const Cuboid &to, double share)
{
    const Pose pose = interpolated(poseOf(from), poseOf(to), share);
    Cuboid cuboid = from;
    cuboid.centre = pose.translation;
    cuboid.rotation = pose.rotation;
    for (std::size_t axis = 0; axis < 3; ++axis)
        cuboid.size[axis] = from.size[axis] + share * (to.size[axis] - from.size[axis]);
    return cuboid;
}

bool contains(const Cuboid &cuboid, const Vector3 &point)
{
    const Vector3 local = transformed(inverted(poseOf(cuboid)), point);
    for (std::size_t axis = 0; axis < 3; ++axis)
        if (!(std::abs(local[axis]) <= cuboid.size[axis] / 2))
            return false;
    return true;
}

double cuboidIou(const Cuboid &a, const Cuboid &b)
{
    const double whole = volumeOf(a) + volumeOf(b);
    if (!(volumeOf(a) > 0) || !(volumeOf(b) > 0) || !std::isfinite(whole))
        return 0;
    // Around a's centre: coordinates of a map would cost digits.
    Cuboid here = a;
    here.centre = {};
    Cuboid there = b;
    for (std::size_t axis = 0; axis < 3; ++axis)
        there.centre[axis] -= a.centre[axis];
    std::vector<Face> faces = facesOf(here);
    for (const Plane &plane : planesOf(there))
        faces = cut(faces, plane);
    const double common = std::min({volumeOf(faces), volumeOf(a), volumeOf(b)});
    return common / (whole - common);
}

double footprintIou(const Cuboid &a, const Cuboid &b)
{
    return iou(footprintOf(a), footprintOf(b));
}

CuboidDifference differenceOf(const Cuboid &said, const Cuboid &truth)
{
    CuboidDifference difference;
    const Eigen::Vector3d apart = vector(said.centre) - vector(truth.centre);
    difference.centreMetres = apart.norm();
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto [small, large] = std::minmax(said.size[axis], truth.size[axis]);
        difference.sizeRatio[axis] = large > 0 ? small / large : 0;
    }
    difference.headingRadians = std::abs(wrappedAngle(yawOf(said.rotation) - yawOf(truth.rotation)));
    const auto planes = planesOf(truth);
    const auto own = planesOf(said);
    const auto corners = cornersOf(said);
    for (std::size_t face = 0; face < 6; ++face) {
        // The face of the said cuboid that looks most the same way: its middle is its corners' mean.
        const Plane &plane = planes[face];
        std::size_t best = 0;
        double most = -2;
        for (std::size_t i = 0; i < 6; ++i)
            if (const double along = own[i].normal.dot(plane.normal); along > most) {
                most = along;
                best = i;
            }
        Eigen::Vector3d middle = Eigen::Vector3d::Zero();
        for (std::size_t corner = 0; corner < 8; ++corner)
            if (((corner >> (best / 2)) & 1) == best % 2)
                middle += vector(corners[corner]) / 4;
        difference.faceMetres[face] = plane.normal.dot(middle) - plane.offset;
    }
    return difference;
}

std::optional<Box> projectedBounds(const Camera &camera, const Pose &camera_from_frame, const Cuboid &cuboid)
{
    std::array<Vector3, 8> corners = cornersOf(cuboid);
    for (Vector3 &corner : corners)
        corner = transformed(camera_from_frame, corner);
    double left = HUGE_VAL;
    double top = HUGE_VAL;
    double right = -HUGE_VAL;
    double bottom = -HUGE_VAL;
    for (const auto &[a, b] : cuboidEdges())
        for (const auto &line : projectedSegment(camera, corners[std::size_t(a)], corners[std::size_t(b)]))
            for (const Point &p : line) {
                left = std::min(left, p.x);
                top = std::min(top, p.y);
                right = std::max(right, p.x);
                bottom = std::max(bottom, p.y);
            }
    left = std::max(left, 0.0);
    top = std::max(top, 0.0);
    right = std::min(right, camera.width);
    bottom = std::min(bottom, camera.height);
    if (!(left < right) || !(top < bottom))
        return std::nullopt;
    return Box{left, top, right - left, bottom - top};
}

}  // namespace plumbline::geometry
