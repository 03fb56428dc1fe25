// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/scenecheck.h"

namespace plumbline::rules {

/// A key frame of a track, by frame. Private to this folder.
struct SceneCheck::Key {
    const model::Annotation *label = nullptr;
    std::int64_t frame = 0;
    double seconds = 0;
    geometry::Cuboid cuboid;  ///< in the world where the vehicle's way is known, else in the label frame
};

}  // namespace plumbline::rules
