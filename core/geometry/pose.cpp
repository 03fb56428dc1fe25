// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/pose.h"

#include <Eigen/Geometry>
#include <Eigen/SVD>

#include <cmath>
#include <numbers>

namespace plumbline::geometry {

namespace {

Eigen::Quaterniond toEigen(const std::array<double, 4> &q)
{
    return Eigen::Quaterniond(q[3], q[0], q[1], q[2]);
}

std::array<double, 4> fromEigen(Eigen::Quaterniond q)
{
    q.normalize();
    if (q.w() < 0)
        q.coeffs() = -q.coeffs();
    return {q.x(), q.y(), q.z(), q.w()};
}

Eigen::Vector3d toEigen(const Vector3 &v)
{
    return {v[0], v[1], v[2]};
}

Vector3 fromEigen(const Eigen::Vector3d &v)
{
    return {v.x(), v.y(), v.z()};
}

}  // namespace

std::optional<Pose> poseFromMatrix(const std::array<double, 9> &rotation, const Vector3 &translation, double tolerance)
{
    const Eigen::Matrix3d given = Eigen::Map<const Eigen::Matrix<double, 3, 3, Eigen::RowMajor>>(rotation.data());
    if (!given.allFinite() || !toEigen(translation).allFinite())
        return std::nullopt;
    const Eigen::JacobiSVD<Eigen::Matrix3d> svd(given, Eigen::ComputeFullU | Eigen::ComputeFullV);
    const Eigen::Matrix3d nearest = svd.matrixU() * svd.matrixV().transpose();
    if (nearest.determinant() < 0 || (nearest - given).cwiseAbs().maxCoeff() > tolerance)
        return std::nullopt;
    return Pose{fromEigen(Eigen::Quaterniond(nearest)), translation};
}

std::array<double, 9> rotationMatrix(const Pose &pose)
{
    std::array<double, 9> rows;
    Eigen::Map<Eigen::Matrix<double, 3, 3, Eigen::RowMajor>>(rows.data()) = toEigen(pose.rotation).toRotationMatrix();
    return rows;
}

std::array<double, 4> rotationFromYaw(double yaw)
{
    return fromEigen(Eigen::Quaterniond(Eigen::AngleAxisd(yaw, Eigen::Vector3d::UnitZ())));
}

double yawOf(const std::array<double, 4> &rotation)
{
    const Vector3 forward = rotated(rotation, {1, 0, 0});
    return wrappedAngle(std::atan2(forward[1], forward[0]));
}

double wrappedAngle(double angle)
{
    const double wrapped = std::remainder(angle, 2 * std::numbers::pi);
    return wrapped <= -std::numbers::pi ? std::numbers::pi : wrapped;
}

Vector3 transformed(const Pose &target_from_source, const Vector3 &point)
{
    return fromEigen(toEigen(target_from_source.rotation) * toEigen(point) + toEigen(target_from_source.translation));
}

Vector3 rotated(const std::array<double, 4> &rotation, const Vector3 &vector)
{
    return fromEigen(toEigen(rotation) * toEigen(vector));
}

Pose composed(const Pose &a_from_b, const Pose &b_from_c)
{
    return {fromEigen(toEigen(a_from_b.rotation) * toEigen(b_from_c.rotation)), transformed(a_from_b, b_from_c.translation)};
}

Pose inverted(const Pose &pose)
{
    const Eigen::Quaterniond back = toEigen(pose.rotation).conjugate();
    return {fromEigen(back), fromEigen(back * -toEigen(pose.translation))};
}

Pose interpolated(const Pose &from, const Pose &to, double share)
{
    const Eigen::Vector3d a = toEigen(from.translation);
    return {fromEigen(toEigen(from.rotation).slerp(share, toEigen(to.rotation))),
            fromEigen(a + share * (toEigen(to.translation) - a))};
}

}  // namespace plumbline::geometry
