// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/pose.h"
#include "core/geometry/shapes.h"

#include <vector>

namespace plumbline::geometry {

enum class LensModel {
    Pinhole,             ///< no distortion
    BrownConrady,        ///< k1 k2 p1 p2 k3 k4 k5 k6: radial (rational with k4…k6) and tangential, as OpenCV's calib3d has it
    FisheyeEquidistant,  ///< k1 k2 k3 k4: θ (1 + k1 θ² + k2 θ⁴ + k3 θ⁶ + k4 θ⁸); Kannala and Brandt 2006, as OpenCV's fisheye
};

/// How a camera makes pixels of directions. Camera frame: x right, y down, z forward, metres. Pixels as in image space here: the
/// centre of the top-left pixel is (0.5, 0.5). OpenCV, KITTI and nuScenes put it at (0, 0): give their cx and cy plus 0.5.
struct Camera {
    LensModel lens = LensModel::Pinhole;
    double width = 0;   ///< pixels
    double height = 0;
    double fx = 0;
    double fy = 0;
    double cx = 0;
    double cy = 0;
    double skew = 0;
    std::array<double, 8> distortion{};  ///< in the order of the lens model; what a model does not have is 0
    bool operator==(const Camera &) const = default;
};

/// Whether it can be used: finite, focal lengths and sizes above 0.
[[nodiscard]] PLUMBLINE_CORE_EXPORT bool isUsable(const Camera &camera);

/// Pixel of a point in the camera's frame. Nothing for points behind the camera (nearer than 1 mm along z; for a fisheye
/// beyond 180° of view) and beyond the angle up to which a distortion is one-to-one: outside it a lens model folds back
/// and would put points into the picture that the camera does not see.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Point> projected(const Camera &camera, const Vector3 &point_camera);
/// Direction of a pixel, of length 1, in the camera's frame. Nothing where the distortion has no inverse.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Vector3> rayThrough(const Camera &camera, Point pixel);
/// Largest angle from the optical axis, in radians, up to which the distortion is one-to-one.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double fieldLimit(const Camera &camera);

/// A segment in the camera's frame as lines in the picture: curved by the lens, cut where it leaves what the camera sees.
/// `steps` pieces at most.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<std::vector<Point>> projectedSegment(const Camera &camera, const Vector3 &from,
                                                                                     const Vector3 &to, int steps = 16);

}  // namespace plumbline::geometry
