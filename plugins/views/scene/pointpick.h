// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/clouddata.h"
#include "plugins/views/scene/viewcamera.h"

#include <QString>

#include <optional>

namespace plumbline::sceneview {

/// A point under the mouse.
struct PickedPoint {
    Vector3 place{};  ///< label frame
    CloudPointer piece;
    std::size_t index = 0;
};

/// The nearest to the eye of the points within `radius` pixels of a place on the screen.
[[nodiscard]] std::optional<PickedPoint> pointAt(const std::vector<CloudPointer> &pieces, QPointF pixel, const ViewCamera &camera,
                                                 QSizeF viewport, double radius);
/// "12.31, -4.02, 0.55 · 12.9 m · intensity 0.31": place, distance from the sensor, first channels.
[[nodiscard]] QString wordsFor(const PickedPoint &point, const Vector3 &sensor);

}  // namespace plumbline::sceneview
