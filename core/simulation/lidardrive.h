// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/cuboids.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

/// A seeded drive through a street with a spinning LiDAR on the roof: what cuboids, tracks and pre-labels are tested against.
/// Pure functions. World frame: z up, metres, the street along +x over gently rolling ground.
namespace plumbline::simulation {

struct LidarDriveOptions {
    int sweeps = 40;
    double sweepSeconds = 0.1;
    int rings = 40;             ///< between -25° and +6° of elevation, denser near the horizon
    int columns = 900;          ///< directions of one turn
    double rangeMetres = 80;
    double noiseMetres = 0.015; ///< standard deviation along the ray
    double speedMetresPerSecond = 8;
    int cars = 12;
    int trucks = 2;
    int pedestrians = 6;
    int cyclists = 3;
    bool operator==(const LidarDriveOptions &) const = default;
};

/// Something that is labeled. Its cuboid stands on the ground and keeps its size.
struct LidarActor {
    QString className;                    ///< one of lidarDriveClasses()
    geometry::Vector3 size{};             ///< length, width, height
    geometry::Vector3 start{};            ///< bottom centre at time 0; z is the ground's
    double heading = 0;                   ///< of motion and of the cuboid, radians in the world frame
    double speedMetresPerSecond = 0;
    double turnRadiansPerSecond = 0;
    bool operator==(const LidarActor &) const = default;
};

/// What one turn of the LiDAR saw. Positions in the sensor's frame (x forward, y left, z up) at the end of the turn, as if it had
/// been measured in one moment.
struct LidarSweep {
    std::int64_t microseconds = 0;
    geometry::Pose world_from_ego;
    std::vector<std::array<float, 3>> positions;
    std::vector<float> intensity;  ///< [0, 1]
    std::vector<std::uint16_t> ring;
    std::vector<std::int32_t> actor;  ///< index into LidarDrive::actors() per point; -1 = ground, house, pole
    std::vector<std::uint8_t> ground;  ///< per point: 1 = the ray ended on the ground
    struct Truth {
        std::int32_t actor = 0;
        geometry::Cuboid cuboid;  ///< in the sensor's frame, called "lidar"
        std::int64_t points = 0;  ///< that hit it
    };
    std::vector<Truth> truth;  ///< of actors within the range, hit or not
};

class PLUMBLINE_CORE_EXPORT LidarDrive
{
public:
    /// The same seed and options give the same drive on every machine.
    explicit LidarDrive(std::uint64_t seed, const LidarDriveOptions &options = {});

    [[nodiscard]] const LidarDriveOptions &options() const { return m_options; }
    [[nodiscard]] const std::vector<LidarActor> &actors() const { return m_actors; }
    /// Where the sensor sits on the vehicle: ego_from_lidar.
    [[nodiscard]] static geometry::Pose lidarPlace();
    [[nodiscard]] geometry::Pose world_from_ego(int sweep) const;
    /// In the world frame.
    [[nodiscard]] geometry::Cuboid cuboidAt(const LidarActor &actor, double seconds) const;
    [[nodiscard]] LidarSweep sweep(int index) const;

private:
    struct Block {
        geometry::Cuboid cuboid;  ///< world frame
        std::int32_t actor = -1;
        float reflects = 0;
    };
    [[nodiscard]] std::vector<Block> blocksAt(double seconds) const;

    std::uint64_t m_seed;
    LidarDriveOptions m_options;
    std::vector<LidarActor> m_actors;
    std::vector<Block> m_still;
};

/// car, truck, pedestrian, cyclist.
[[nodiscard]] PLUMBLINE_CORE_EXPORT QStringList lidarDriveClasses();
/// Height of the ground in the world, metres.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double lidarGround(double x, double y);

}  // namespace plumbline::simulation
