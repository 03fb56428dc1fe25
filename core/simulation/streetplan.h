// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/sprite.h"
#include "core/simulation/street.h"
#include "core/simulation/streetpalette.h"

class QPainter;

namespace plumbline::simulation {

/// A thing at its place, in picture space. Private to this folder.
struct Placed {
    int classIndex = 0;  ///< into streetClasses()
    double groundY = 0;  ///< of the line it stands on; larger = nearer
    bool mirrored = false;
    std::vector<Part> parts;
};

struct StreetPlan {
    StreetPalette palette;
    std::vector<Placed> objects;  ///< far to near
};

/// Where the street runs, as shares of the picture's height.
namespace ground {
constexpr double buildings = 0.640;
constexpr double farPavement = 0.640;
constexpr double farKerb = 0.698;
constexpr double road = 0.710;
constexpr double lane = 0.8045;
constexpr double nearKerb = 0.902;
constexpr double nearPavement = 0.916;
}  // namespace ground

[[nodiscard]] StreetPlan planStreet(std::uint64_t seed, int attempt, const StreetOptions &options);

/// Everything that is not an object: sky, hills, road. Depends on the seed and the palette alone.
void drawBackground(QPainter &painter, std::uint64_t seed, const StreetPalette &palette, int width, int height);

}  // namespace plumbline::simulation
