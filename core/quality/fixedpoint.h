// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace plumbline::quality {

/// Sums of numbers in [0, 1] that must not depend on the order of adding: multiples of 2^-32, room for 2^31 of them.
inline constexpr double fixedPointUnit = 0x1.0p-32;

[[nodiscard]] inline std::int64_t toFixedPoint(double value)
{
    return std::llround(value / fixedPointUnit);
}

[[nodiscard]] inline double fromFixedPoint(std::int64_t value)
{
    return static_cast<double>(value) * fixedPointUnit;
}

}  // namespace plumbline::quality
