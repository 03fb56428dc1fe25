// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/extrinsicfit.h"

#include <QCoreApplication>

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::sceneview {

namespace {

using Vector6 = Eigen::Matrix<double, 6, 1>;
using Matrix6 = Eigen::Matrix<double, 6, 6>;

constexpr int mostRounds = 100;
constexpr double smallStep = 1e-6;        // radians and metres, of derivatives
constexpr double openDirection = 1e-7;    // least eigenvalue of the scaled normal matrix
constexpr double farthestTurn = 30 * std::numbers::pi / 180;
constexpr double farthestShift = 3;       // metres
constexpr double farthestNumber = 1e7;    // metres and pixels that are meant

struct Words {
    Q_DECLARE_TR_FUNCTIONS(plumbline::sceneview::ExtrinsicFit)
};

// A small turn (first three, axis times angle) after which it is shifted, in the camera's frame.
geometry::Pose changed(const geometry::Pose &camera_from_ego, const Vector6 &by)
{
    const Eigen::Vector3d axis = by.head<3>();
    const double angle = axis.norm();
    geometry::Pose change;
    change.translation = {by[3], by[4], by[5]};
    if (angle > 0) {
        const Eigen::Vector3d part = axis / angle * std::sin(angle / 2);
        change.rotation = {part[0], part[1], part[2], std::cos(angle / 2)};
    }
    return geometry::composed(change, camera_from_ego);
}

std::optional<Eigen::VectorXd> residuals(const geometry::Camera &camera, const geometry::Pose &camera_from_ego,
                                         const std::vector<Correspondence> &correspondences)
{
    Eigen::VectorXd off(2 * Eigen::Index(correspondences.size()));
    for (std::size_t i = 0; i < correspondences.size(); ++i) {
        const auto at = geometry::projected(camera, geometry::transformed(camera_from_ego, correspondences[i].ego));
        if (!at)
            return std::nullopt;
        off[2 * Eigen::Index(i)] = at->x - correspondences[i].pixel.x;
        off[2 * Eigen::Index(i) + 1] = at->y - correspondences[i].pixel.y;
    }
    return off;
}

double angleOf(const geometry::Pose &pose)
{
    const auto &q = pose.rotation;
    return 2 * std::atan2(std::sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2]), std::abs(q[3]));
}

tl::unexpected<Error> leftOpen()
{
    return fail(
        ErrorCode::Failed,
        Words::tr("These places leave open how the camera is turned or shifted. Show places further apart in the picture, at "
                  "different distances, not all in one line."));
}

}  // namespace

std::optional<double> residualOf(const geometry::Camera &camera, const geometry::Pose &ego_from_sensor,
                                 const Correspondence &correspondence)
{
    const auto at = geometry::projected(camera, geometry::transformed(geometry::inverted(ego_from_sensor), correspondence.ego));
    return at ? std::optional(std::hypot(at->x - correspondence.pixel.x, at->y - correspondence.pixel.y)) : std::nullopt;
}

std::optional<double> rmsOf(const geometry::Camera &camera, const geometry::Pose &ego_from_sensor,
                            const std::vector<Correspondence> &correspondences)
{
    double sum = 0;
    int count = 0;
    for (const Correspondence &correspondence : correspondences)
        if (const auto off = residualOf(camera, ego_from_sensor, correspondence)) {
            sum += *off * *off;
            ++count;
        }
    return count > 0 ? std::optional(std::sqrt(sum / count)) : std::nullopt;
}

Result<ExtrinsicFit> fitExtrinsic(const geometry::Camera &camera, const geometry::Pose &ego_from_sensor,
                                  const std::vector<Correspondence> &correspondences)
{
    if (correspondences.size() < fewestCorrespondences)
        return fail(ErrorCode::Failed, Words::tr("Show at least %1 places.").arg(fewestCorrespondences));
    for (const Correspondence &correspondence : correspondences)
        for (const double number : {correspondence.ego[0], correspondence.ego[1], correspondence.ego[2], correspondence.pixel.x,
                                    correspondence.pixel.y})
            if (!(std::abs(number) < farthestNumber))
                return fail(ErrorCode::Failed, Words::tr("A place lies nowhere near the vehicle and the picture."));
    geometry::Pose pose = geometry::inverted(ego_from_sensor);
    auto off = residuals(camera, pose, correspondences);
    if (!off)
        return fail(ErrorCode::Failed, Words::tr("One of the places lies behind the camera, or where its lens says nothing."));
    ExtrinsicFit fit;
    const auto rms = [&](const Eigen::VectorXd &of) { return std::sqrt(of.squaredNorm() / double(correspondences.size())); };
    fit.rmsBefore = rms(*off);
    double damping = 1e-4;
    for (int round = 0; round < mostRounds; ++round) {
        Eigen::MatrixXd slopes(off->size(), 6);
        for (Eigen::Index k = 0; k < 6; ++k) {
            Vector6 step = Vector6::Zero();
            step[k] = smallStep;
            const auto more = residuals(camera, changed(pose, step), correspondences);
            step[k] = -smallStep;
            const auto less = residuals(camera, changed(pose, step), correspondences);
            if (!more || !less)
                return leftOpen();
            slopes.col(k) = (*more - *less) / (2 * smallStep);
        }
        Matrix6 normal = slopes.transpose() * slopes;
        const Vector6 scale = normal.diagonal().cwiseSqrt();
        if (!scale.allFinite() || scale.minCoeff() <= 0)
            return leftOpen();
        normal = scale.cwiseInverse().asDiagonal() * normal * scale.cwiseInverse().asDiagonal();
        const Vector6 pull = scale.cwiseInverse().asDiagonal() * (slopes.transpose() * *off);
        const Eigen::SelfAdjointEigenSolver<Matrix6> directions(normal);
        if (directions.info() != Eigen::Success || directions.eigenvalues()[0] < openDirection)
            return leftOpen();
        bool better = false;
        double moved = 0;
        for (int attempt = 0; attempt < 12 && !better; ++attempt) {
            const Matrix6 damped = normal + damping * Matrix6::Identity();
            const Vector6 step = -(scale.cwiseInverse().asDiagonal() * damped.ldlt().solve(pull));
            const geometry::Pose next = changed(pose, step);
            auto after = residuals(camera, next, correspondences);
            if (after && after->squaredNorm() < off->squaredNorm()) {
                moved = step.norm();
                pose = next;
                off = std::move(after);
                damping = std::max(damping / 10, 1e-12);
                better = true;
            } else {
                damping *= 10;
            }
        }
        if (!better || moved < 1e-10)
            break;
    }
    fit.rmsAfter = rms(*off);
    fit.ego_from_sensor = geometry::inverted(pose);
    fit.turnRadians = angleOf(geometry::composed(pose, ego_from_sensor));
    const auto &a = fit.ego_from_sensor.translation;
    const auto &b = ego_from_sensor.translation;
    fit.shiftMetres = std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    if (!(fit.turnRadians <= farthestTurn && fit.shiftMetres <= farthestShift))
        return fail(
            ErrorCode::Failed,
            Words::tr("The best fit lies %1° and %2 m away, which is no correction. Look at the places with large residuals.")
                .arg(fit.turnRadians * 180 / std::numbers::pi, 0, 'f', 1)
                .arg(fit.shiftMetres, 0, 'f', 2));
    return fit;
}

}  // namespace plumbline::sceneview
