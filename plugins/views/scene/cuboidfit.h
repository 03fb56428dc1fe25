// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/cuboids.h"
#include "plugins/views/scene/clouddata.h"

#include <optional>
#include <vector>

/// Ground under points, and cuboids around them. No widgets; label frame, metres, z up.
namespace plumbline::sceneview {

/// A rectangle on the ground.
struct Footprint {
    double x = 0;  ///< of the middle
    double y = 0;
    double yaw = 0;     ///< of its length
    double length = 0;
    double width = 0;
};

/// Height of the ground from the lowest points of cells: the middle value of a neighbourhood, so that neither a car's roof nor
/// a reflection below the road decides.
class GroundMap
{
public:
    GroundMap() = default;
    explicit GroundMap(const std::vector<CloudPointer> &pieces);
    /// Nothing where no point is near.
    [[nodiscard]] std::optional<double> heightAt(double x, double y) const;

private:
    double m_x = 0;  // least corner
    double m_y = 0;
    double m_cell = 1;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<float> m_lowest;  // NaN = no point
};

/// Points over a footprint that are not ground: higher than `clearance` over it and lower than `ceiling`.
[[nodiscard]] std::vector<Vector3> pointsOver(const std::vector<CloudPointer> &pieces, const Footprint &footprint,
                                              const GroundMap &ground, double clearance = 0.2, double ceiling = 6);
/// How many points lie in a cuboid.
[[nodiscard]] std::size_t pointsIn(const std::vector<CloudPointer> &pieces, const geometry::Cuboid &cuboid);
/// Those of the points that hang together with the one nearest to (x, y): no gap wider than `gap` on the ground. Empty when none
/// is within `reach` of it.
[[nodiscard]] std::vector<Vector3> clusterAt(const std::vector<Vector3> &points, double x, double y, double gap = 0.6,
                                             double reach = 1.5);

/// What is known about an object before its points are looked at.
struct FitHints {
    std::optional<double> yaw;                       ///< roughly; decides between front and back
    std::optional<std::array<double, 3>> sizePrior;  ///< length, width, height
    bool amodal = true;                              ///< hidden parts count: never smaller than the prior
    Vector3 sensor{};                                ///< the side towards it is the one that is seen
};

/// Upright cuboid around an object's points, from the ground to the highest: the rectangle to whose sides they lie nearest gives
/// the heading, the longer side the length. Sides that the sensor does not see reach as far as the prior says. Nothing for fewer
/// than three points.
[[nodiscard]] std::optional<geometry::Cuboid> fitCuboid(const std::vector<Vector3> &object, double ground, const FitHints &hints);
/// A cuboid over a drawn footprint: height from the points in it, else from the prior, else 1.6 m; bottom on the ground.
[[nodiscard]] geometry::Cuboid cuboidOver(const Footprint &footprint, const std::vector<CloudPointer> &pieces,
                                          const GroundMap &ground, const std::optional<std::array<double, 3>> &sizePrior,
                                          double groundElsewhere);

}  // namespace plumbline::sceneview
