// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/colouring.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>

namespace plumbline::sceneview {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(plumbline::sceneview::Colouring)
};

const QString channelPrefix = QStringLiteral("channel:");
constexpr std::size_t mostLookedAt = 20'000;

std::optional<std::size_t> channelNamed(const std::vector<cloud::Channel> &channels, std::initializer_list<const char *> names)
{
    for (const char *name : names)
        for (std::size_t i = 0; i < channels.size(); ++i)
            if (channels[i].name.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
                return i;
    return std::nullopt;
}

struct RgbChannels {
    std::optional<std::size_t> packed;
    std::optional<std::size_t> red;
    std::optional<std::size_t> green;
    std::optional<std::size_t> blue;
    [[nodiscard]] bool found() const { return packed || (red && green && blue); }
};

RgbChannels rgbOf(const std::vector<cloud::Channel> &channels)
{
    return {channelNamed(channels, {"rgb", "rgba"}), channelNamed(channels, {"red", "r"}), channelNamed(channels, {"green", "g"}),
            channelNamed(channels, {"blue", "b"})};
}

// The PCD format packs a colour into the bits of a float or of an integer (0x00RRGGBB).
float unpacked(const cloud::Column &column, std::size_t index)
{
    if (column.type() == cloud::ScalarType::Float32) {
        std::uint32_t bits = 0;
        std::memcpy(&bits, column.bytes().data() + index * sizeof(bits), sizeof(bits));
        return float(bits & 0xFFFFFFU);
    }
    return float(std::uint32_t(std::int64_t(column.at(index))) & 0xFFFFFFU);
}

// Files give colours as bytes, as 16-bit numbers, or as shares of one.
double colourScale(const cloud::Column &column)
{
    double most = 0;
    for (std::size_t i = 0; i < std::min(column.size(), mostLookedAt); ++i)
        most = std::max(most, column.at(i));
    const bool isReal = column.type() == cloud::ScalarType::Float32 || column.type() == cloud::ScalarType::Float64;
    if (isReal && most <= 1)
        return 255;
    return most > 255 ? 1.0 / 257 : 1;
}

}  // namespace

QString idOf(const ColourMode &mode)
{
    switch (mode.kind) {
    case ColourMode::Kind::Height: return QStringLiteral("height");
    case ColourMode::Kind::Distance: return QStringLiteral("distance");
    case ColourMode::Kind::Channel: return channelPrefix + mode.channel;
    case ColourMode::Kind::Rgb: return QStringLiteral("rgb");
    case ColourMode::Kind::Plain: return QStringLiteral("plain");
    case ColourMode::Kind::PointClass: return QStringLiteral("point-class");
    case ColourMode::Kind::PointInstance: return QStringLiteral("point-instance");
    case ColourMode::Kind::Camera: return QStringLiteral("camera");
    case ColourMode::Kind::BoxClass: return QStringLiteral("box-class");
    case ColourMode::Kind::BoxInstance: return QStringLiteral("box");
    }
    return {};
}

ColourMode colourModeFromId(const QString &id)
{
    if (id.startsWith(channelPrefix))
        return {ColourMode::Kind::Channel, id.mid(channelPrefix.size())};
    for (const auto kind : {ColourMode::Kind::Distance, ColourMode::Kind::Rgb, ColourMode::Kind::Plain, ColourMode::Kind::PointClass,
                            ColourMode::Kind::PointInstance, ColourMode::Kind::Camera, ColourMode::Kind::BoxClass,
                            ColourMode::Kind::BoxInstance})
        if (idOf({kind, {}}) == id)
            return {kind, {}};
    return {};
}

QString titleOf(const ColourMode &mode)
{
    switch (mode.kind) {
    case ColourMode::Kind::Height: return Words::tr("Height");
    case ColourMode::Kind::Distance: return Words::tr("Distance");
    case ColourMode::Kind::Channel: return mode.channel;
    case ColourMode::Kind::Rgb: return Words::tr("Own colour");
    case ColourMode::Kind::Plain: return Words::tr("One colour");
    case ColourMode::Kind::PointClass: return Words::tr("Class of points");
    case ColourMode::Kind::PointInstance: return Words::tr("Instance of points");
    case ColourMode::Kind::Camera: return Words::tr("Camera colour");
    case ColourMode::Kind::BoxClass: return Words::tr("Class of the box");
    case ColourMode::Kind::BoxInstance: return Words::tr("Box by box");
    }
    return {};
}

PointColourer::~PointColourer() = default;

std::vector<ColourMode> modesFor(const std::vector<cloud::Channel> &channels, bool cameras)
{
    std::vector<ColourMode> modes{{ColourMode::Kind::Height, {}}, {ColourMode::Kind::Distance, {}}};
    const RgbChannels rgb = rgbOf(channels);
    if (rgb.found())
        modes.push_back({ColourMode::Kind::Rgb, {}});
    for (std::size_t i = 0; i < channels.size(); ++i)
        if (!rgb.found() || (i != rgb.packed && i != rgb.red && i != rgb.green && i != rgb.blue))
            modes.push_back({ColourMode::Kind::Channel, channels[i].name});
    if (cameras)
        modes.push_back({ColourMode::Kind::Camera, {}});
    modes.push_back({ColourMode::Kind::BoxClass, {}});
    modes.push_back({ColourMode::Kind::BoxInstance, {}});
    modes.push_back({ColourMode::Kind::Plain, {}});
    modes.push_back({ColourMode::Kind::PointClass, {}});
    modes.push_back({ColourMode::Kind::PointInstance, {}});
    return modes;
}

std::vector<QColor> gradient(bool dark)
{
    // Lightness rises on a dark ground and stays in the middle on a light one; hue goes from blue over green to orange.
    static constexpr std::array<std::array<int, 3>, 7> onDark{
        {{92, 110, 196}, {66, 140, 214}, {46, 172, 198}, {70, 198, 146}, {150, 206, 94}, {236, 202, 84}, {250, 150, 92}}};
    static constexpr std::array<std::array<int, 3>, 7> onLight{
        {{40, 40, 120}, {24, 80, 160}, {0, 112, 140}, {0, 124, 92}, {84, 124, 16}, {156, 100, 0}, {176, 52, 24}}};
    const auto &stops = dark ? onDark : onLight;
    std::vector<QColor> colours;
    for (int i = 0; i < 256; ++i) {
        const double place = i / 255.0 * double(stops.size() - 1);
        const std::size_t low = std::min(std::size_t(place), stops.size() - 2);
        const double share = place - double(low);
        const auto mix = [&](std::size_t c) {
            return int(std::lround(stops[low][c] + share * (stops[low + 1][c] - stops[low][c])));
        };
        colours.emplace_back(mix(0), mix(1), mix(2));
    }
    return colours;
}

std::vector<float> scalarsOf(const CloudData &data, const ColourMode &mode)
{
    std::vector<float> values;
    if (mode.kind == ColourMode::Kind::Channel) {
        for (std::size_t c = 0; c < data.channels.size() && c < data.columns.size(); ++c) {
            if (data.channels[c].name != mode.channel)
                continue;
            values.resize(data.size());
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] = float(data.columns[c].at(i));
            break;
        }
    } else if (mode.kind == ColourMode::Kind::Rgb) {
        const RgbChannels rgb = rgbOf(data.channels);
        if (!rgb.found() || data.columns.size() != data.channels.size())
            return values;
        values.resize(data.size());
        if (rgb.packed) {
            for (std::size_t i = 0; i < values.size(); ++i)
                values[i] = unpacked(data.columns[*rgb.packed], i);
            return values;
        }
        const double scale = std::min(
            {colourScale(data.columns[*rgb.red]), colourScale(data.columns[*rgb.green]), colourScale(data.columns[*rgb.blue])});
        const auto byte = [&](std::size_t channel, std::size_t i) {
            return float(std::clamp(std::floor(data.columns[channel].at(i) * scale), 0.0, 255.0));
        };
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = byte(*rgb.red, i) * 65536 + byte(*rgb.green, i) * 256 + byte(*rgb.blue, i);
    }
    return values;
}

std::array<double, 2> rangeOf(const CloudData &data, const ColourMode &mode, const Vector3 &sensor)
{
    // The points are mixed: the first ones stand for all.
    const std::size_t count = std::min(data.size(), mostLookedAt);
    std::vector<double> values;
    values.reserve(count);
    if (mode.kind == ColourMode::Kind::Height) {
        for (std::size_t i = 0; i < count; ++i)
            values.push_back(double(data.positions[i][2]) + data.origin[2]);
        return usualRange(std::move(values), 0.01);
    }
    if (mode.kind == ColourMode::Kind::Distance) {
        for (std::size_t i = 0; i < count; ++i)
            values.push_back(std::hypot(double(data.positions[i][0]) + data.origin[0] - sensor[0],
                                        double(data.positions[i][1]) + data.origin[1] - sensor[1]));
        return {0, usualRange(std::move(values), 0.02)[1]};
    }
    if (mode.kind != ColourMode::Kind::Channel)
        return {0, 1};
    for (std::size_t c = 0; c < data.channels.size() && c < data.columns.size(); ++c)
        if (data.channels[c].name == mode.channel)
            for (std::size_t i = 0; i < count; ++i)
                values.push_back(data.columns[c].at(i));
    return usualRange(std::move(values), 0.02);
}

}  // namespace plumbline::sceneview
