// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/streetplan.h"

#include "core/simulation/streetsprites.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace plumbline::simulation {

namespace {

enum ClassIndex { Car, Truck, Bus, Person, Bicycle, TrafficLight, Tree, Building };

/// Where things of one kind may stand and what already stands there.
struct Strip {
    double groundShare;  ///< of the picture's height
    double scale;        ///< of the sprites
    double spread;       ///< the ground line varies by this share
    std::vector<std::pair<double, double>> taken{};
};

class Planner
{
public:
    Planner(std::uint64_t seed, int attempt, const StreetOptions &options)
        : m_options(options)
        , m_unit(options.height / 600.0)
        , m_random(seed * 0x9E3779B97F4A7C15ULL + static_cast<std::uint64_t>(attempt) * 0xD1B54A32D192ED03ULL + 1)
    {
        base::SeededRandom light(seed);
        m_plan.palette = paletteFor(light);
    }

    StreetPlan run()
    {
        const int span = std::max(0, m_options.maximumObjects - m_options.minimumObjects);
        int left = m_options.minimumObjects + static_cast<int>(m_random.below(static_cast<std::uint64_t>(span) + 1));
        const int buildings = std::clamp((left + 1) / 3, 1, 3);
        const int trees = left >= 7 ? 2 : left >= 4 ? 1 : 0;
        for (int i = 0; i < buildings; ++i, --left)
            place(Building, m_buildings, buildingSprite(m_random, m_plan.palette), 26);
        for (int i = 0; i < trees && left > 0; ++i, --left)
            place(Tree, m_trees, treeSprite(m_random, m_plan.palette), 20);
        bool placedVehicle = false;
        for (int tries = 0; left > 0 && tries < 60; ++tries)
            left -= placeMover(left, placedVehicle);
        std::stable_sort(m_plan.objects.begin(), m_plan.objects.end(),
                         [](const Placed &a, const Placed &b) { return a.groundY < b.groundY; });
        return std::move(m_plan);
    }

private:
    int placeMover(int left, bool &placedVehicle)
    {
        constexpr std::uint64_t vehicles = 39;  // of 100
        // A street without a vehicle looks empty: the first mover is always one.
        const std::uint64_t roll = placedVehicle ? m_random.below(100) : m_random.below(vehicles);
        Strip &laneStrip = chance(m_random, 0.5) ? m_farLane : m_nearLane;
        Strip &footStrip = chance(m_random, 0.4) ? m_farFoot : m_nearFoot;
        bool done = false;
        if (roll < 26)
            done = place(Car, laneStrip, carSprite(m_random, m_plan.palette), 14);
        else if (roll < 32)
            done = place(Truck, laneStrip, truckSprite(m_random, m_plan.palette), 14);
        else if (roll < vehicles)
            done = place(Bus, laneStrip, busSprite(m_random, m_plan.palette), 14);
        else if (roll < 68)
            done = place(Person, footStrip,
                         personSprite(m_random, chance(m_random, 0.6) ? PersonPose::Walking : PersonPose::Standing), 4);
        else if (roll < 78)
            done = place(TrafficLight, footStrip, trafficLightSprite(m_random), 10, false);
        else if (left >= 2 && chance(m_random, 0.55))
            return placeRider(laneStrip);
        else
            done = place(Bicycle, m_nearFoot, bicycleSprite(m_random), 6);
        placedVehicle = placedVehicle || (done && roll < vehicles);
        return done ? 1 : 0;
    }

    // A bicycle and the person on it: two objects that stay together.
    int placeRider(Strip &strip)
    {
        Sprite bicycle = bicycleSprite(m_random);
        Sprite rider = personSprite(m_random, PersonPose::Riding);
        if (!place(Bicycle, strip, std::move(bicycle), 10))
            return 0;
        rider.transform(m_lastTransform);
        m_plan.objects.push_back(
            {Person, m_plan.objects.back().groundY, m_plan.objects.back().mirrored, std::move(rider.parts())});
        return 2;
    }

    bool place(ClassIndex index, Strip &strip, Sprite sprite, double gap, bool mayMirror = true)
    {
        QRectF box;
        for (const Part &part : sprite.parts())
            if (part.body)
                box |= part.path.boundingRect();
        // Eighths of a pixel: rounding differences between machines' libraries cannot reach the picture.
        const auto eighths = [](double value) { return std::round(value * 8) / 8; };
        const double scale = eighths(strip.scale * m_unit * m_random.uniform(0.94, 1.06) * 8) / 8;
        const bool mirrored = &strip == &m_farLane || (mayMirror && &strip != &m_nearLane && chance(m_random, 0.5));
        const double half = std::max(-box.left(), box.right()) * scale;
        const double groundY = eighths(m_options.height * (strip.groundShare + strip.spread * m_random.uniform(-1, 1)));
        for (int attempt = 0; attempt < 24; ++attempt) {
            // Up to a third may stick out of the picture.
            const double x = eighths(m_random.uniform(half * 0.35, m_options.width - half * 0.35));
            const double reach = half + gap * m_unit / 2;
            const bool free = std::none_of(strip.taken.begin(), strip.taken.end(), [&](const auto &other) {
                return x - reach < other.second && x + reach > other.first;
            });
            if (!free)
                continue;
            strip.taken.emplace_back(x - reach, x + reach);
            m_lastTransform = QTransform(mirrored ? -scale : scale, 0, 0, scale, x, groundY);
            sprite.transform(m_lastTransform);
            m_plan.objects.push_back({index, groundY, mirrored, std::move(sprite.parts())});
            return true;
        }
        return false;
    }

    StreetOptions m_options;
    double m_unit;
    base::SeededRandom m_random;
    StreetPlan m_plan{};
    QTransform m_lastTransform;
    Strip m_buildings{ground::buildings, 1.0, 0};
    Strip m_trees{ground::farPavement + 0.008, 0.98, 0.004};
    Strip m_farFoot{ground::farPavement + 0.036, 0.66, 0.010};
    Strip m_farLane{ground::road + 0.066, 0.84, 0.006};
    Strip m_nearLane{ground::lane + 0.074, 1.04, 0.006};
    Strip m_nearFoot{ground::nearPavement + 0.052, 0.98, 0.018};
};

}  // namespace

StreetPlan planStreet(std::uint64_t seed, int attempt, const StreetOptions &options)
{
    return Planner(seed, attempt, options).run();
}

}  // namespace plumbline::simulation
