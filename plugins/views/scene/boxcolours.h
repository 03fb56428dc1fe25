// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/boxes.h"
#include "plugins/views/scene/colouring.h"

#include <unordered_map>

namespace plumbline::sceneview {

/// Colours points by the box they lie in: the smallest one where several do. Points of other frames lie in none.
class BoxColours final : public PointColourer
{
public:
    enum class By { Class, Instance };
    /// `ground` is what the colours are read on.
    BoxColours(const std::vector<SceneBox> &boxes, By by, const QColor &ground);
    [[nodiscard]] std::vector<float> coloursOf(const CloudData &data) const override;

private:
    struct Place {
        geometry::Pose box_from_label;
        Vector3 half{};
        float colour = noColour;
    };
    std::vector<Place> m_boxes;  // smallest first
    // Boxes over each square of the ground, so that a point is compared with few.
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_columns;
};

/// Makes a BoxColours when boxes, colours or ground have changed, and keeps it otherwise: each new one colours all points anew.
class BoxColouring
{
public:
    [[nodiscard]] std::shared_ptr<const PointColourer> of(const std::vector<SceneBox> &boxes, BoxColours::By by,
                                                          const QColor &ground);

private:
    std::vector<SceneBox> m_boxes;
    BoxColours::By m_by = BoxColours::By::Class;
    QColor m_ground;
    std::shared_ptr<const PointColourer> m_colourer;
};

/// Colour of a box as one of many: the same in every frame for a track.
[[nodiscard]] QColor instanceColour(const SceneBox &box);

}  // namespace plumbline::sceneview
