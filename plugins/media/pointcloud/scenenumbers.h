// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/camera.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSize>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// Numbers of calibration files: pure functions, for texts that nobody vouches for.
namespace plumbline::pointcloud {

/// The numbers of a line, apart by white space or commas; empty when one of its words is none, or there are more than 64.
[[nodiscard]] std::vector<double> numbersOf(QByteArrayView line);
/// Lines of a text; ends in LF or CRLF. At most ten million.
[[nodiscard]] std::vector<QByteArrayView> linesOf(QByteArrayView text);

/// From the rows of 3 × 4 or 4 × 4 numbers; nothing when the rotation is none.
[[nodiscard]] std::optional<geometry::Pose> poseOfRows(std::span<const double> rows);
/// Quaternion in the order w x y z as nuScenes and Argoverse have it; nothing when its length is further than 1 % from 1.
[[nodiscard]] std::optional<geometry::Pose> poseOfQuaternion(std::span<const double> wxyz, std::span<const double> translation);
/// From the nine numbers of K, of conventions in which (0, 0) is the centre of the first pixel; nothing when it is singular.
[[nodiscard]] std::optional<geometry::Camera> cameraOfMatrix(std::span<const double> k, QSize size);

/// Rounded; nothing when it does not fit.
[[nodiscard]] std::optional<std::int64_t> rounded(double value);
/// Time that a file name tells, "1532402927647951" (seconds, milli-, micro- or nanoseconds since 1970), "1532402927.647951" or
/// "…20121214T142255.814212"; nothing when it tells none.
[[nodiscard]] std::optional<std::int64_t> microsecondsOfName(const QString &stem);
/// "2011-09-26 13:02:25.594360375", UTC.
[[nodiscard]] std::optional<std::int64_t> microsecondsOfDate(QByteArrayView text);

/// What sweeps without times are given: ten a second.
inline constexpr std::int64_t assumedStep = 100'000;

}  // namespace plumbline::pointcloud
