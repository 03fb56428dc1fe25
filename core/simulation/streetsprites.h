// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/simulation/sprite.h"
#include "core/simulation/streetpalette.h"

/// Drawings of the things in a street. Private to this folder.
///
/// All face right and stand at (0, 0). They draw their colours and variants from `random`; how many numbers they take is
/// part of the picture that a seed stands for.
namespace plumbline::simulation {

enum class PersonPose { Standing, Walking, Riding };

[[nodiscard]] Sprite carSprite(base::SeededRandom &random, const StreetPalette &palette);
[[nodiscard]] Sprite truckSprite(base::SeededRandom &random, const StreetPalette &palette);
[[nodiscard]] Sprite busSprite(base::SeededRandom &random, const StreetPalette &palette);
[[nodiscard]] Sprite personSprite(base::SeededRandom &random, PersonPose pose);
[[nodiscard]] Sprite bicycleSprite(base::SeededRandom &random);
[[nodiscard]] Sprite trafficLightSprite(base::SeededRandom &random);
[[nodiscard]] Sprite treeSprite(base::SeededRandom &random, const StreetPalette &palette);
[[nodiscard]] Sprite buildingSprite(base::SeededRandom &random, const StreetPalette &palette);

}  // namespace plumbline::simulation
