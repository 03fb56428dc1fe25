// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/pictureparts.h"
#include "widgets/export.h"

#include <QImage>

#include <array>
#include <optional>
#include <vector>

namespace plumbline::canvas {

/// Stored numbers from black to white.
struct DisplayWindow {
    double low = 0;
    double high = 255;
    bool operator==(const DisplayWindow &) const = default;
};

/// How stored numbers are turned into light. Part of the view, never of the data. A value.
struct DisplaySettings {
    enum class Channel { All, Red, Green, Blue, Grey };

    std::optional<DisplayWindow> window;  ///< nothing = automatic
    double brightness = 0;                ///< -1 … 1, added after the window
    double contrast = 0;                  ///< -1 … 1, about middle grey
    double gamma = 1;                     ///< 0.2 … 5; above 1 lightens
    Channel channel = Channel::All;
    bool invert = false;
    bool operator==(const DisplaySettings &) const = default;

    /// Whether an 8-bit picture is shown as it is.
    [[nodiscard]] bool isNeutral() const { return *this == DisplaySettings{}; }
};

/// How often which numbers occur, from a sample of the picture.
struct PLUMBLINE_WIDGETS_EXPORT Histogram {
    static constexpr int bins = 256;

    DisplayWindow range{0, 0};  ///< of the sampled numbers; for 8 bits always 0 … 255
    DisplayWindow automatic;    ///< window of the inner 99.6 % for deep numbers, else the whole range of the type
    std::array<std::array<std::uint32_t, bins>, 3> counts{};  ///< per channel over `range`; grey fills the first alone
    int channels = 0;                                         ///< 0 = nothing sampled yet

    /// Window of the inner 99.6 %, for eight bits too.
    [[nodiscard]] DisplayWindow inner() const;
    /// Numbers that are not finite are left out.
    [[nodiscard]] static Histogram of(const std::vector<const extension::PixelBlock *> &blocks);
};

/// Turns blocks into pictures for the screen: one table look-up per number.
class PLUMBLINE_WIDGETS_EXPORT DisplayTable
{
public:
    DisplayTable() = default;
    /// `automatic`: the window used when the settings have none.
    DisplayTable(const DisplaySettings &settings, extension::SampleType type, const DisplayWindow &automatic);

    /// RGB32. The block's type must be the table's.
    [[nodiscard]] QImage rendered(const extension::PixelBlock &block) const;
    /// Part of an RGB32 picture, for tables of 8 bits.
    [[nodiscard]] QImage rendered(const QImage &rgb, const QRect &area) const;

private:
    [[nodiscard]] QRgb pixel(uchar red, uchar green, uchar blue) const;
    template <typename T>
    void render(const extension::PixelBlock &block, QImage &image) const;

    [[nodiscard]] uchar look(quint8 v) const { return m_table[v]; }
    [[nodiscard]] uchar look(quint16 v) const { return m_table[v]; }
    [[nodiscard]] uchar look(float v) const;

    DisplaySettings::Channel m_channel = DisplaySettings::Channel::All;
    std::vector<uchar> m_table;
    float m_low = 0;
    float m_factor = 0;  // from a float to its place in the table
};

}  // namespace plumbline::canvas
