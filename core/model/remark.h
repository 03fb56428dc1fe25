// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/geometry/shapes.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace plumbline::model {

/// What puts a finding about a cuboid right in one step.
enum class QuickFix {
    None,
    StandOnGround,  ///< moves it up or down until its bottom is on the ground
    TrackSize,      ///< gives it the usual size of its track; the middle of its bottom stays
    TurnRound,      ///< front and back change places
};

/// One finding about one label, for a view to show beside it. A value.
struct Remark {
    QString text;  ///< translated, one sentence
    QuickFix fix = QuickFix::None;
    bool operator==(const Remark &) const = default;
};

/// What somebody who has read a sweep knows about a cuboid in it. A value; says nothing of a cuboid that has changed since.
struct BoxPoints {
    geometry::Cuboid cuboid;  ///< as it was when its points were counted
    std::uint64_t points = 0;  ///< in it, of those that were read
    bool all = true;           ///< every point of the sweep was read; otherwise there may be more
    std::optional<double>
        ground;  ///< height of the ground around it, metres, frame of the cuboid; nothing where no point is near
    bool operator==(const BoxPoints &) const = default;
};

}  // namespace plumbline::model
