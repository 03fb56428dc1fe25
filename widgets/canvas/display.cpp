// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/display.h"

#include <cmath>
#include <limits>

namespace plumbline::canvas {

namespace {

using extension::PixelBlock;
using extension::SampleType;

constexpr std::size_t floatSteps = 4096;
constexpr double cut = 0.002;          // of the numbers on either side, for the automatic window
constexpr double dimBelow = 0.25;      // colours that stay below this part of 16 bits are opened up
constexpr std::size_t fineBins = 65536;

template <typename T>
const T *rowOf(const PixelBlock &block, int y)
{
    return static_cast<const T *>(static_cast<const void *>(block.row(y)));
}

template <typename T, typename F>
void forEachPixel(const std::vector<const PixelBlock *> &blocks, F f)
{
    for (const PixelBlock *block : blocks) {
        for (int y = 0; y < block->size.height(); ++y) {
            const T *p = rowOf<T>(*block, y);
            for (int x = 0; x < block->size.width(); ++x, p += block->channels)
                f(p);
        }
    }
}

template <typename T>
Histogram sampled(const std::vector<const PixelBlock *> &blocks, SampleType type)
{
    Histogram result;
    result.channels = blocks.front()->channels;
    double low = std::numeric_limits<double>::max();
    double high = std::numeric_limits<double>::lowest();
    if (type == SampleType::UInt8) {
        low = 0;
        high = 255;
    } else {
        forEachPixel<T>(blocks, [&](const T *p) {
            for (int c = 0; c < result.channels; ++c) {
                if (std::isfinite(double(p[c]))) {
                    low = std::min(low, double(p[c]));
                    high = std::max(high, double(p[c]));
                }
            }
        });
        if (low > high)
            low = high = 0;
    }
    result.range = {low, high};
    std::vector<std::uint64_t> fine(type == SampleType::UInt8 ? 256 : fineBins);
    const double span = std::max(high - low, std::numeric_limits<double>::min());
    const double toFine = double(fine.size() - 1) / span;
    const double toBin = double(Histogram::bins - 1) / span;
    std::uint64_t total = 0;
    forEachPixel<T>(blocks, [&](const T *p) {
        for (int c = 0; c < result.channels; ++c) {
            const double v = double(p[c]);
            if (!std::isfinite(v))
                continue;
            ++result.counts[static_cast<std::size_t>(c)][static_cast<std::size_t>((v - low) * toBin)];
            ++fine[static_cast<std::size_t>((v - low) * toFine)];
            ++total;
        }
    });
    if (type == SampleType::UInt8) {
        result.automatic = {0, 255};
        return result;
    }
    const auto quantile = [&](double part) {
        const auto wanted = static_cast<std::uint64_t>(part * double(total));
        std::uint64_t seen = 0;
        for (std::size_t i = 0; i < fine.size(); ++i) {
            seen += fine[i];
            if (seen > wanted)
                return low + double(i) / toFine;
        }
        return high;
    };
    result.automatic = {quantile(cut), quantile(1 - cut)};
    // Colours of 16 bits mostly use their range and mean what they say; measurements seldom do.
    if (type == SampleType::UInt16 && result.channels == 3 && result.automatic.high > dimBelow * 65535)
        result.automatic = {0, 65535};
    if (!(result.automatic.high > result.automatic.low))
        result.automatic = type == SampleType::UInt16 ? DisplayWindow{0, 65535} : DisplayWindow{low, low + 1};
    return result;
}

}  // namespace

DisplayWindow Histogram::inner() const
{
    std::array<std::uint64_t, bins> sums{};
    std::uint64_t total = 0;
    for (int c = 0; c < channels; ++c) {
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i] += counts[static_cast<std::size_t>(c)][i];
            total += counts[static_cast<std::size_t>(c)][i];
        }
    }
    const auto limit = static_cast<std::uint64_t>(cut * double(total));
    std::size_t low = 0;
    std::size_t high = sums.size() - 1;
    for (std::uint64_t seen = 0; low < high && (seen += sums[low]) <= limit;)
        ++low;
    for (std::uint64_t seen = 0; high > low && (seen += sums[high]) <= limit;)
        --high;
    const double step = (range.high - range.low) / (bins - 1);
    return high > low ? DisplayWindow{range.low + double(low) * step, range.low + double(high) * step} : automatic;
}

Histogram Histogram::of(const std::vector<const PixelBlock *> &blocks)
{
    if (blocks.empty())
        return {};
    switch (blocks.front()->type) {
    case SampleType::UInt8: return sampled<quint8>(blocks, SampleType::UInt8);
    case SampleType::UInt16: return sampled<quint16>(blocks, SampleType::UInt16);
    case SampleType::Float32: break;
    }
    return sampled<float>(blocks, SampleType::Float32);
}

DisplayTable::DisplayTable(const DisplaySettings &settings, SampleType type, const DisplayWindow &automatic)
    : m_channel(settings.channel), m_table(type == SampleType::UInt8    ? 256
                                           : type == SampleType::UInt16 ? 65536
                                                                        : floatSteps)
{
    const DisplayWindow window = settings.window.value_or(automatic);
    const double span = std::max(window.high - window.low, 1e-30);
    const double slope = settings.contrast >= 0 ? 1 / std::max(0.01, 1 - settings.contrast) : 1 + settings.contrast;
    const double power = 1 / std::clamp(settings.gamma, 0.05, 20.0);
    const bool number = type == SampleType::Float32;
    m_low = static_cast<float>(window.low);
    m_factor = static_cast<float>(double(floatSteps - 1) / span);
    for (std::size_t i = 0; i < m_table.size(); ++i) {
        double v = number ? double(i) / double(m_table.size() - 1) : (double(i) - window.low) / span;
        v = (std::clamp(v, 0.0, 1.0) - 0.5) * slope + 0.5 + settings.brightness;
        v = std::pow(std::clamp(v, 0.0, 1.0), power);
        m_table[i] = static_cast<uchar>(std::lround((settings.invert ? 1 - v : v) * 255));
    }
}

uchar DisplayTable::look(float v) const
{
    const float place = (v - m_low) * m_factor;
    // Written so that what is no number becomes black.
    if (!(place > 0))
        return m_table.front();
    return m_table[std::min(static_cast<std::size_t>(std::min(place, float(floatSteps))), floatSteps - 1)];
}

QRgb DisplayTable::pixel(uchar red, uchar green, uchar blue) const
{
    switch (m_channel) {
    case DisplaySettings::Channel::All: return qRgb(red, green, blue);
    case DisplaySettings::Channel::Red: return qRgb(red, red, red);
    case DisplaySettings::Channel::Green: return qRgb(green, green, green);
    case DisplaySettings::Channel::Blue: return qRgb(blue, blue, blue);
    case DisplaySettings::Channel::Grey: break;
    }
    const int grey = qGray(red, green, blue);
    return qRgb(grey, grey, grey);
}

template <typename T>
void DisplayTable::render(const PixelBlock &block, QImage &image) const
{
    const bool all = m_channel == DisplaySettings::Channel::All;
    for (int y = 0; y < image.height(); ++y) {
        const T *p = rowOf<T>(block, y);
        auto *out = static_cast<QRgb *>(static_cast<void *>(image.scanLine(y)));
        if (block.channels == 1) {
            for (int x = 0; x < image.width(); ++x)
                out[x] = 0xFF000000U | look(p[x]) * 0x010101U;
        } else if (all) {
            for (int x = 0; x < image.width(); ++x, p += 3)
                out[x] = qRgb(look(p[0]), look(p[1]), look(p[2]));
        } else {
            for (int x = 0; x < image.width(); ++x, p += 3)
                out[x] = pixel(look(p[0]), look(p[1]), look(p[2]));
        }
    }
}

QImage DisplayTable::rendered(const PixelBlock &block) const
{
    QImage image(block.size, QImage::Format_RGB32);
    if (image.isNull())
        return image;
    switch (block.type) {
    case SampleType::UInt8: render<quint8>(block, image); break;
    case SampleType::UInt16: render<quint16>(block, image); break;
    case SampleType::Float32: render<float>(block, image); break;
    }
    return image;
}

QImage DisplayTable::rendered(const QImage &rgb, const QRect &area) const
{
    QImage image(area.size(), QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        const auto *p = static_cast<const QRgb *>(static_cast<const void *>(rgb.constScanLine(area.y() + y))) + area.x();
        auto *out = static_cast<QRgb *>(static_cast<void *>(image.scanLine(y)));
        for (int x = 0; x < image.width(); ++x)
            out[x] = pixel(m_table[static_cast<std::size_t>(qRed(p[x]))], m_table[static_cast<std::size_t>(qGreen(p[x]))],
                           m_table[static_cast<std::size_t>(qBlue(p[x]))]);
    }
    return image;
}

}  // namespace plumbline::canvas
