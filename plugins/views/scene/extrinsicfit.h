// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/camera.h"

#include <optional>
#include <vector>

namespace plumbline::sceneview {

/// A place that somebody showed in the cloud and in a picture.
struct Correspondence {
    geometry::Vector3 ego{};  ///< in the vehicle's frame at the moment of the exposure, metres
    geometry::Point pixel;    ///< of the calibrated picture
};

/// A better place of a camera on its vehicle.
struct ExtrinsicFit {
    geometry::Pose ego_from_sensor;
    double rmsBefore = 0;  ///< pixels, over both axes together
    double rmsAfter = 0;
    double turnRadians = 0;  ///< from the old rotation to the new one
    double shiftMetres = 0;
};

inline constexpr std::size_t fewestCorrespondences = 4;

/// Pixels between where the calibration puts a place and where it was shown; nothing when the camera does not see it.
[[nodiscard]] std::optional<double> residualOf(const geometry::Camera &camera, const geometry::Pose &ego_from_sensor,
                                               const Correspondence &correspondence);
/// Root of the mean of the squared residuals; nothing without any that is seen.
[[nodiscard]] std::optional<double> rmsOf(const geometry::Camera &camera, const geometry::Pose &ego_from_sensor,
                                          const std::vector<Correspondence> &correspondences);
/// The six numbers of the extrinsic that make the sum of squared residuals least, from the one there is: Gauss-Newton with
/// Levenberg's damping (Levenberg 1944, Marquardt 1963), any lens. Fails with words for fewer than four, for places that
/// leave a direction open, for those behind the camera, and when it ends more than 30° or 3 m away.
[[nodiscard]] Result<ExtrinsicFit> fitExtrinsic(const geometry::Camera &camera, const geometry::Pose &ego_from_sensor,
                                                const std::vector<Correspondence> &correspondences);

}  // namespace plumbline::sceneview
