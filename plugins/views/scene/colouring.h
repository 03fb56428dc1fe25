// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plugins/views/scene/clouddata.h"

#include <QColor>
#include <QString>

#include <vector>

namespace plumbline::sceneview {

/// What the colour of a point says.
struct ColourMode {
    enum class Kind {
        Height,    ///< z in the label frame
        Distance,  ///< from the sensor, level with the ground
        Channel,   ///< one channel, from low to high
        Rgb,       ///< the colour that the file gives it
        Plain,
        // Those below need a PointColourer: they say more than a cloud knows of itself.
        PointClass,    ///< class of the point's own label
        PointInstance, ///< instance of the point's own label
        Camera,      ///< of the picture that sees the point best
        BoxClass,    ///< of the class of the box that the point lies in
        BoxInstance  ///< of the box itself, each another colour
    };
    Kind kind = Kind::Height;
    QString channel;  ///< of Kind::Channel
    bool operator==(const ColourMode &) const = default;
    [[nodiscard]] bool showsLabels() const { return kind == Kind::PointClass || kind == Kind::PointInstance; }
};

/// Name for settings: "height", "channel:intensity".
[[nodiscard]] QString idOf(const ColourMode &mode);
[[nodiscard]] ColourMode colourModeFromId(const QString &id);
/// What people read: "Height", "intensity".
[[nodiscard]] QString titleOf(const ColourMode &mode);
/// Modes that make sense for a cloud with these channels, in a scene with calibrated cameras or without.
[[nodiscard]] std::vector<ColourMode> modesFor(const std::vector<cloud::Channel> &channels, bool cameras = false);

/// Gives points colours that a cloud alone does not know: from pictures, boxes, labels. A value that never changes once made:
/// the painter asks once for each piece and each colourer. Main thread only.
class PointColourer
{
public:
    PointColourer() = default;
    virtual ~PointColourer();
    PointColourer(const PointColourer &) = delete;
    PointColourer &operator=(const PointColourer &) = delete;
    /// 65536 r + 256 g + b for every point, noColour for those it says nothing about; empty when it knows none of the piece.
    [[nodiscard]] virtual std::vector<float> coloursOf(const CloudData &data) const = 0;

    static constexpr float noColour = -1;  ///< drawn dim
    [[nodiscard]] static float packed(const QColor &colour)
    {
        return float(colour.red() * 65536 + colour.green() * 256 + colour.blue());
    }
};

/// 256 colours from low to high, each about as far from its neighbours, readable on a dark or a light ground.
[[nodiscard]] std::vector<QColor> gradient(bool dark);

/// One number a point for a mode that reads channels: the channel's value, or for Rgb 65536 r + 256 g + b. Empty when the mode
/// needs none or the cloud lacks it.
[[nodiscard]] std::vector<float> scalarsOf(const CloudData &data, const ColourMode &mode);
/// Between which values the gradient lies: outliers left aside. In metres for height (label frame) and distance.
[[nodiscard]] std::array<double, 2> rangeOf(const CloudData &data, const ColourMode &mode, const Vector3 &sensor);

}  // namespace plumbline::sceneview
