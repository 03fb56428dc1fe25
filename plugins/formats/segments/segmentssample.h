// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/formats/segments/segmentslabel.h"

namespace plumbline::segments {

/// One cloud of a sample.
struct Cloud {
    QString file;  ///< last part of its address; empty when it has none
    QString name;  ///< the frame's own name; may be empty
    bool remote = false;  ///< the address is one of the network
    std::optional<geometry::Pose> world_from_sensor;
};

/// Clouds in a sample's attributes: one, or those of its frames. At most a million.
[[nodiscard]] std::vector<Cloud> cloudsIn(QByteArrayView attributes);
/// The part of a sample's or label's attributes that is about the LiDAR: of "sensors" the first with a task of clouds, else all of
/// it. `others` counts sensors that are passed over.
[[nodiscard]] QByteArrayView lidarPart(QByteArrayView attributes, std::int64_t &others);
/// The value of a key of an object that is not parsed; null when there is none.
[[nodiscard]] QByteArrayView partOf(QByteArrayView object, QByteArrayView key);

}  // namespace plumbline::segments
