// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <functional>

namespace plumbline::imageview {

/// What a tool that finds a region makes of it.
enum class RegionKind { Mask, Polygon };

/// How the tools are set: kept with the state of the view. A value; lengths in image pixels.
struct ToolSettings {
    double brushSize = 24;  ///< across the tip
    bool squareTip = false;
    bool pressure = true;  ///< of a stylus scales the tip
    double fillTolerance = 16;  ///< of each colour channel, 0 to 255
    RegionKind fillMakes = RegionKind::Mask;
    RegionKind scissorsMake = RegionKind::Polygon;
    RegionKind grabCutMakes = RegionKind::Polygon;
    double simplifyTolerance = 2;
    double outlineTolerance = 1;  ///< of polygons made from masks
    double growth = 2;              ///< that masks are grown and shrunk by
    double smallestSpeck = 64;      ///< square pixels
    QString relationType;  ///< of new arrows; empty = the first there is
    bool operator==(const ToolSettings &) const = default;

    [[nodiscard]] QVariantMap toMap() const;
    /// Values that are missing or make no sense stay as they are by default.
    [[nodiscard]] static ToolSettings fromMap(const QVariantMap &map);
};

inline constexpr double largestBrush = 4000;

/// One control of the bar of tool options.
struct ToolOption {
    enum class Kind { Number, Choice, Toggle };
    QString id;     ///< stable, of the control: "brushSize"
    QString title;  ///< translated, short
    Kind kind = Kind::Number;
    double minimum = 0;
    double maximum = 1;
    double step = 1;
    int decimals = 0;
    QString suffix;
    QStringList choices;  ///< translated; the value is the index
    std::function<double()> value;
    std::function<void(double)> set;
};

}  // namespace plumbline::imageview
