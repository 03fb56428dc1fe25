// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <cstddef>

namespace plumbline::engines::lidar {

enum class Kind : std::size_t { Car, Truck, Pedestrian, Cyclist };
inline constexpr std::size_t kindCount = 4;

/// Length, width and height of a class, metres: what is usual, how far it varies (standard deviation), and the limit.
struct SizePrior {
    const char *name;
    std::array<double, 3> mean;
    std::array<double, 3> deviation;
    std::array<double, 3> most;
    bool vehicle;
};

[[nodiscard]] const SizePrior &priorOf(Kind kind);
[[nodiscard]] const SizePrior &priorOf(std::size_t kind);
[[nodiscard]] QString nameOf(Kind kind);
[[nodiscard]] QStringList kindNames();

/// What was seen of an object, measured along the axes of a rectangle.
struct SeenSize {
    double length = 0;
    double width = 0;
    double top = 0;  ///< of the highest points above the ground
    bool topHidden = false;  ///< the sensor does not look higher there
    double topSlack = 0;  ///< metres the object may be higher than its highest points: the spacing of the rings
    double gap = 0;  ///< metres the sides may be longer than seen: the spacing of the columns
    double lengthShown = 1;  ///< share in which the sensor looks at the long side: 1 = at a right angle, 0 = along it
    double widthShown = 1;
};

/// exp(-c) in [0, 1]: c adds squared deviations from the usual size, halved. What was seen may be shorter than the object where
/// the sensor does not look at that side; longer than the limit is 0.
[[nodiscard]] double likelihood(std::size_t kind, const SeenSize &seen);

}  // namespace plumbline::engines::lidar
