// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/engines/lidar-classical/pointsearch.h"

namespace plumbline::engines::lidar {

/// Height of the ground around the sensor: one plane a tile of 10 m, blended between tiles. The lowest point of each square metre is
/// looked at; tiles are fitted from the eye outwards, each near what the ones before it foretell, so that roofs and walls are
/// never taken for ground. Frame: z up, metres.
class GroundModel
{
public:
    static constexpr double reachMetres = 80;

    /// Points further than reachMetres from the eye do not count. Fails with Cancelled.
    [[nodiscard]] static Result<GroundModel> fit(const std::vector<std::array<float, 3>> &points,
                                                 const std::array<double, 2> &eye, const jobs::JobControl &control);
    [[nodiscard]] double heightAt(double x, double y) const;

private:
    GroundModel() = default;

    static constexpr int tilesAcross = 17;
    static constexpr double tileMetres = 10;
    std::array<double, 2> m_corner{};
    std::vector<PlaneFit> m_planes;  ///< row-major, tilesAcross²
};

}  // namespace plumbline::engines::lidar
