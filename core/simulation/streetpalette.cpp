// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulation/streetpalette.h"

#include "core/simulation/sprite.h"

#include <array>

namespace plumbline::simulation {

namespace {

constexpr QColor rgb(int red, int green, int blue)
{
    return {red, green, blue};
}

std::array<StreetPalette, 6> palettes()
{
    return {{
        // clear day
        {rgb(116, 196, 238), rgb(226, 244, 250), rgb(255, 226, 120), rgb(255, 255, 255), rgb(168, 214, 190), rgb(134, 196, 142),
         rgb(150, 205, 122), rgb(222, 214, 200), rgb(104, 112, 128), rgb(248, 244, 226), rgb(255, 250, 230), 0.04,
         rgb(158, 208, 232), 0.03, false, false},
        // early morning
        {rgb(156, 208, 226), rgb(255, 226, 200), rgb(255, 244, 214), rgb(255, 244, 236), rgb(190, 200, 186), rgb(154, 188, 150),
         rgb(168, 198, 128), rgb(226, 212, 196), rgb(118, 114, 128), rgb(252, 244, 226), rgb(255, 214, 170), 0.11,
         rgb(188, 214, 220), 0.10, false, false},
        // golden evening
        {rgb(250, 178, 118), rgb(255, 234, 188), rgb(255, 246, 206), rgb(255, 224, 190), rgb(222, 170, 130), rgb(186, 156, 106),
         rgb(178, 176, 96), rgb(228, 196, 162), rgb(116, 100, 108), rgb(255, 238, 204), rgb(255, 168, 92), 0.17,
         rgb(246, 206, 150), 0.18, false, false},
        // dusk
        {rgb(70, 66, 124), rgb(244, 158, 132), rgb(255, 232, 214), rgb(178, 124, 150), rgb(124, 100, 142), rgb(92, 86, 124),
         rgb(92, 110, 106), rgb(150, 130, 150), rgb(76, 70, 96), rgb(240, 222, 216), rgb(78, 62, 122), 0.30, rgb(86, 96, 142),
         0.62, true, false},
        // overcast
        {rgb(178, 194, 206), rgb(234, 239, 240), rgb(246, 246, 240), rgb(250, 251, 251), rgb(176, 194, 190), rgb(148, 176, 156),
         rgb(150, 182, 132), rgb(208, 206, 200), rgb(106, 112, 122), rgb(240, 240, 232), rgb(176, 190, 200), 0.14,
         rgb(166, 190, 202), 0.14, false, true},
        // night
        {rgb(22, 30, 66), rgb(74, 88, 142), rgb(250, 244, 220), rgb(70, 82, 130), rgb(50, 64, 108), rgb(40, 56, 92),
         rgb(48, 76, 84), rgb(104, 108, 136), rgb(50, 54, 78), rgb(214, 212, 214), rgb(28, 38, 86), 0.42, rgb(58, 72, 118), 0.55,
         true, false},
    }};
}

}  // namespace

QColor StreetPalette::lit(const QColor &colour) const
{
    return mixed(colour, tint, tintShare);
}

StreetPalette paletteFor(base::SeededRandom &random)
{
    // Clear days are the most common, as in real collections.
    constexpr std::array<std::size_t, 10> mix{0, 0, 0, 0, 1, 1, 2, 3, 4, 5};
    return palettes()[mix[random.below(mix.size())]];
}

}  // namespace plumbline::simulation
