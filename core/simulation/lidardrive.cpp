// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/lidardrive.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace plumbline::simulation {

using geometry::Cuboid;
using geometry::Pose;
using geometry::Vector3;

namespace {

constexpr double pi = std::numbers::pi;
constexpr double laneMetres = 1.9;      // middle of a lane from the middle of the street
constexpr double parkedMetres = 5.2;
constexpr double pavementMetres = 8.2;
constexpr double housesMetres = 12;

struct Kind {
    const char *name;
    Vector3 size;
    double spread;  // of each size, as a share
    double reflects;
};
const std::array<Kind, 4> kinds{{{"car", {4.4, 1.85, 1.5}, 0.08, 0.45},
                                 {"truck", {8.2, 2.5, 3.2}, 0.1, 0.55},
                                 {"pedestrian", {0.6, 0.6, 1.72}, 0.08, 0.3},
                                 {"cyclist", {1.75, 0.6, 1.72}, 0.06, 0.35}}};

Vector3 sizeOf(const Kind &kind, base::SeededRandom &random)
{
    Vector3 size = kind.size;
    for (double &value : size)
        value *= 1 + random.uniform(-kind.spread, kind.spread);
    return size;
}

// Distance along the ray at which it enters the cuboid, in the cuboid's frame; nothing when it misses or begins inside.
std::optional<double> hit(const Cuboid &cuboid, const Vector3 &from, const Vector3 &direction)
{
    double enter = 0;
    double leave = std::numeric_limits<double>::infinity();
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double half = cuboid.size[axis] / 2;
        if (std::abs(direction[axis]) < 1e-12) {
            if (std::abs(from[axis]) > half)
                return std::nullopt;
            continue;
        }
        double a = (-half - from[axis]) / direction[axis];
        double b = (half - from[axis]) / direction[axis];
        if (a > b)
            std::swap(a, b);
        enter = std::max(enter, a);
        leave = std::min(leave, b);
    }
    return enter > 0 && enter < leave ? std::optional(enter) : std::nullopt;
}

// The ground is so flat that a few steps of the ray to the height below it converge.
std::optional<double> groundHit(const Vector3 &from, const Vector3 &direction, double range)
{
    if (direction[2] >= -1e-3)
        return std::nullopt;
    double distance = (lidarGround(from[0], from[1]) - from[2]) / direction[2];
    for (int step = 0; step < 8; ++step) {
        distance = std::min(distance, 2 * range);
        distance = (lidarGround(from[0] + distance * direction[0], from[1] + distance * direction[1]) - from[2]) / direction[2];
    }
    return distance > 0 && distance < range ? std::optional(distance) : std::nullopt;
}

std::vector<double> elevations(int rings)
{
    constexpr double lowest = -25 * pi / 180;
    constexpr double highest = 6 * pi / 180;
    std::vector<double> result;
    for (int ring = 0; ring < rings; ++ring) {
        const double share = rings > 1 ? double(ring) / (rings - 1) : 1;
        // Squared: denser near the horizon, where the street is far.
        result.push_back(highest - (highest - lowest) * std::pow(1 - share, 1.6));
    }
    return result;
}

}  // namespace

QStringList lidarDriveClasses()
{
    QStringList names;
    for (const Kind &kind : kinds)
        names.append(QLatin1String(kind.name));
    return names;
}

double lidarGround(double x, double y)
{
    return 0.35 * std::sin(x / 37) + 0.12 * std::sin(y / 11 + x / 60);
}

LidarDrive::LidarDrive(std::uint64_t seed, const LidarDriveOptions &options) : m_seed(seed), m_options(options)
{
    base::SeededRandom random(seed);
    const double length = options.sweeps * options.sweepSeconds * options.speedMetresPerSecond;
    const double from = -35;
    const double to = length + 45;
    // One lane keeps one speed, so that nobody drives into the one before.
    constexpr double flow = 6.5;
    const auto add = [&](const Kind &kind, double x, double y, double heading, double speed, double turn) {
        m_actors.push_back({QLatin1String(kind.name), sizeOf(kind, random), {x, y, lidarGround(x, y)}, heading, speed, turn});
    };
    // Parked ones stand in places, so that none stands in another; every third one drives.
    constexpr double slot = 7.5;
    const int places = std::max(1, static_cast<int>((to - from) / slot));
    std::vector<std::pair<int, int>> free;
    for (int i = 0; i < places; ++i)
        for (const int side : {-1, 1})
            free.emplace_back(i, side);
    for (int i = 0; i < options.cars; ++i) {
        if (i % 3 == 2) {
            // The lane beside the vehicle's own, far enough from one another to stay so.
            const bool oncoming = i % 2 == 0;
            const double x = from + 18 * i + random.uniform(0, 6);
            add(kinds[0], x, oncoming ? laneMetres : -laneMetres - 2.7, oncoming ? pi : 0, oncoming ? flow : random.uniform(5, 9),
                0);
        } else if (!free.empty()) {
            const auto place = static_cast<std::ptrdiff_t>(random.below(free.size()));
            const auto [at, side] = free[static_cast<std::size_t>(place)];
            free.erase(free.begin() + place);
            add(kinds[0], from + slot * (at + 0.5) + random.uniform(-0.7, 0.7),
                side * (parkedMetres + 1.6 + random.uniform(-0.15, 0.15)), (side > 0 ? pi : 0) + random.uniform(-0.06, 0.06), 0,
                0);
        }
    }
    for (int i = 0; i < options.trucks; ++i)
        add(kinds[1], to - 25 - 30 * i, laneMetres + 0.3, pi, flow, 0);
    for (int i = 0; i < options.pedestrians; ++i)
        add(kinds[2], random.uniform(from + 25, to - 10),
            (i % 2 == 0 ? 1 : -1) * (pavementMetres + 1.4 + random.uniform(-0.8, 0.8)),
            (i % 3 == 0 ? pi : 0) + random.uniform(-0.3, 0.3), random.uniform(0.8, 1.7), random.uniform(-0.1, 0.1));
    for (int i = 0; i < options.cyclists; ++i)
        add(kinds[3], from + 15 + 28 * i + random.uniform(0, 8), 4.3 + random.uniform(-0.15, 0.15), pi, random.uniform(3, 6), 0);

    for (double x = from - 20; x < to + 20; x += 14) {
        for (const int side : {-1, 1}) {
            const Vector3 house{random.uniform(9, 13.5), 8, random.uniform(6, 14)};
            const double y = side * (housesMetres + house[1] / 2 + random.uniform(0, 2));
            m_still.push_back({{{x, y, lidarGround(x, y) + house[2] / 2 - 0.5}, house, {0, 0, 0, 1}, {}}, -1, 0.4F});
            const double pole = side * (pavementMetres - 0.6);
            m_still.push_back({{{x + 6, pole, lidarGround(x + 6, pole) + 2.5}, {0.18, 0.18, 5.4}, {0, 0, 0, 1}, {}}, -1, 0.7F});
        }
    }
}

Pose LidarDrive::lidarPlace()
{
    return {{0, 0, 0, 1}, {0, 0, 1.8}};
}

Pose LidarDrive::world_from_ego(int sweep) const
{
    const double t = sweep * m_options.sweepSeconds;
    const double x = t * m_options.speedMetresPerSecond;
    constexpr double sway = 0.4;
    constexpr double wave = 30;
    const double y = -laneMetres + sway * std::sin(x / wave);
    return {geometry::rotationFromYaw(std::atan(sway / wave * std::cos(x / wave))), {x, y, lidarGround(x, y)}};
}

Cuboid LidarDrive::cuboidAt(const LidarActor &actor, double seconds) const
{
    const double heading = actor.heading + actor.turnRadiansPerSecond * seconds;
    Vector3 centre = actor.start;
    if (actor.turnRadiansPerSecond == 0) {
        centre[0] += actor.speedMetresPerSecond * seconds * std::cos(heading);
        centre[1] += actor.speedMetresPerSecond * seconds * std::sin(heading);
    } else {
        const double radius = actor.speedMetresPerSecond / actor.turnRadiansPerSecond;
        centre[0] += radius * (std::sin(heading) - std::sin(actor.heading));
        centre[1] -= radius * (std::cos(heading) - std::cos(actor.heading));
    }
    centre[2] = lidarGround(centre[0], centre[1]) + actor.size[2] / 2;
    return {centre, actor.size, geometry::rotationFromYaw(heading), QStringLiteral("world")};
}

std::vector<LidarDrive::Block> LidarDrive::blocksAt(double seconds) const
{
    std::vector<Block> blocks = m_still;
    for (std::size_t i = 0; i < m_actors.size(); ++i) {
        const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                       [&](const Kind &k) { return m_actors[i].className == QLatin1String(k.name); });
        blocks.push_back({cuboidAt(m_actors[i], seconds), static_cast<std::int32_t>(i), static_cast<float>(kind->reflects)});
    }
    return blocks;
}

LidarSweep LidarDrive::sweep(int index) const
{
    base::SeededRandom random(m_seed * 1'000'003 + static_cast<std::uint64_t>(index));
    const double seconds = index * m_options.sweepSeconds;
    LidarSweep sweep;
    sweep.microseconds = std::llround(seconds * 1e6);
    sweep.world_from_ego = world_from_ego(index);
    const Pose world_from_lidar = geometry::composed(sweep.world_from_ego, lidarPlace());
    const Pose lidar_from_world = geometry::inverted(world_from_lidar);
    const Vector3 eye = world_from_lidar.translation;

    // Blocks within reach, with the sensor in their frame and the angle they take, so that most rays look at few.
    struct Near {
        Cuboid cuboid;
        Pose box_from_lidar;
        Vector3 eye_box;
        double bearing;
        double half;
        const Block *block;
    };
    const std::vector<Block> blocks = blocksAt(seconds);
    std::vector<Near> near;
    std::vector<std::int64_t> hits(m_actors.size(), 0);
    for (const Block &block : blocks) {
        const Cuboid inLidar = geometry::transformed(lidar_from_world, block.cuboid, QStringLiteral("lidar"));
        const double distance = std::hypot(inLidar.centre[0], inLidar.centre[1]);
        const double reach = std::hypot(inLidar.size[0], inLidar.size[1]) / 2;
        if (distance - reach > m_options.rangeMetres)
            continue;
        const Pose box_from_lidar = geometry::inverted(geometry::poseOf(inLidar));
        near.push_back({inLidar, box_from_lidar, geometry::transformed(box_from_lidar, {0, 0, 0}),
                        std::atan2(inLidar.centre[1], inLidar.centre[0]), distance > reach ? std::asin(reach / distance) : pi,
                        &block});
    }

    const std::vector<double> angles = elevations(m_options.rings);
    for (int column = 0; column < m_options.columns; ++column) {
        const double bearing = pi - 2 * pi * column / m_options.columns;
        std::vector<const Near *> ahead;
        for (const Near &candidate : near)
            if (std::abs(geometry::wrappedAngle(candidate.bearing - bearing)) <= candidate.half)
                ahead.push_back(&candidate);
        for (std::size_t ring = 0; ring < angles.size(); ++ring) {
            const Vector3 direction{std::cos(angles[ring]) * std::cos(bearing), std::cos(angles[ring]) * std::sin(bearing),
                                    std::sin(angles[ring])};
            double nearest = m_options.rangeMetres;
            std::int32_t actor = -1;
            bool isGround = false;
            double reflects = 0;
            if (const auto ground = groundHit(eye, geometry::rotated(world_from_lidar.rotation, direction), nearest)) {
                nearest = *ground;
                isGround = true;
                reflects = 0.12;
            }
            for (const Near *candidate : ahead) {
                const auto distance =
                    hit(candidate->cuboid, candidate->eye_box, geometry::rotated(candidate->box_from_lidar.rotation, direction));
                if (distance && *distance < nearest) {
                    nearest = *distance;
                    actor = candidate->block->actor;
                    isGround = false;
                    reflects = candidate->block->reflects;
                }
            }
            if (nearest >= m_options.rangeMetres)
                continue;
            const double measured = nearest + random.normal(0, m_options.noiseMetres);
            sweep.positions.push_back({static_cast<float>(measured * direction[0]), static_cast<float>(measured * direction[1]),
                                       static_cast<float>(measured * direction[2])});
            sweep.intensity.push_back(static_cast<float>(std::clamp(reflects + random.normal(0, 0.03), 0.0, 1.0)));
            sweep.ring.push_back(static_cast<std::uint16_t>(ring));
            sweep.actor.push_back(actor);
            sweep.ground.push_back(isGround ? 1 : 0);
            if (actor >= 0)
                ++hits[static_cast<std::size_t>(actor)];
        }
    }
    for (const Near &candidate : near)
        if (candidate.block->actor >= 0)
            sweep.truth.push_back(
                {candidate.block->actor, candidate.cuboid, hits[static_cast<std::size_t>(candidate.block->actor)]});
    return sweep;
}

}  // namespace plumbline::simulation
