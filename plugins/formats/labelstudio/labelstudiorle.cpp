// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/labelstudio/labelstudiorle.h"

#include "core/extension/maskwindow.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace plumbline::labelstudio {

namespace {

constexpr int channels = 4;
constexpr std::array lengthWidths{3, 4, 8, 16};

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::labelstudio", text);
}

class BitReader
{
public:
    explicit BitReader(const std::vector<std::uint8_t> &bytes) : m_bytes(bytes) {}

    /// The next `width` bits, at most 32; 0 past the end.
    std::uint32_t take(int width)
    {
        std::uint32_t value = 0;
        for (int i = 0; i < width; ++i, ++m_bit) {
            const std::uint64_t byte = m_bit / 8;
            const bool set = byte < m_bytes.size() && (m_bytes[byte] >> (7 - m_bit % 8) & 1) != 0;
            value = value << 1 | (set ? 1U : 0U);
        }
        return value;
    }
    [[nodiscard]] bool pastEnd() const { return m_bit > std::uint64_t(m_bytes.size()) * 8; }

private:
    const std::vector<std::uint8_t> &m_bytes;
    std::uint64_t m_bit = 0;
};

class BitWriter
{
public:
    void put(std::uint32_t value, int width)
    {
        for (int i = width - 1; i >= 0; --i) {
            m_byte = static_cast<std::uint8_t>(m_byte << 1 | (value >> i & 1));
            if (++m_bits == 8)
                flush();
        }
    }
    [[nodiscard]] Json take()
    {
        if (m_bits > 0) {
            m_byte = static_cast<std::uint8_t>(m_byte << (8 - m_bits));
            flush();
        }
        return std::move(m_list);
    }

private:
    void flush()
    {
        m_list.push_back(m_byte);
        m_byte = 0;
        m_bits = 0;
    }

    Json m_list = Json::array();
    std::uint8_t m_byte = 0;
    int m_bits = 0;
};

void putRun(BitWriter &bits, std::uint32_t value, std::uint64_t length)
{
    while (length > 0) {
        const auto part = static_cast<std::uint32_t>(std::min<std::uint64_t>(length, 1U << lengthWidths.back()));
        const auto fits = [part](int width) { return part <= 1U << width; };
        const auto width = std::find_if(lengthWidths.begin(), lengthWidths.end(), fits);
        bits.put(1, 1);
        bits.put(static_cast<std::uint32_t>(width - lengthWidths.begin()), 2);
        bits.put(part - 1, *width);
        bits.put(value, 8);
        length -= part;
    }
}

}  // namespace

Result<geometry::Mask> decodedBrush(const Json &rle, QSize picture)
{
    const qint64 pixels = qint64(picture.width()) * picture.height();
    if (picture.isEmpty() || pixels > extension::maximumMaskPixels)
        return fail(ErrorCode::TooLarge, tr("The picture of the brush has no size or too large a one."));
    if (!rle.is_array())
        return fail(ErrorCode::Malformed, tr("The brush has no run lengths."));
    std::vector<std::uint8_t> bytes;
    bytes.reserve(rle.size());
    for (const Json &byte : rle) {
        if (!byte.is_number_integer() || byte < 0 || byte > 255)
            return fail(ErrorCode::Malformed, tr("The run lengths of the brush are not bytes."));
        bytes.push_back(byte.get<std::uint8_t>());
    }
    BitReader bits(bytes);
    const std::uint64_t count = bits.take(32);
    const int wordWidth = static_cast<int>(bits.take(5)) + 1;
    std::array<int, 4> widths{};
    for (int &width : widths)
        width = static_cast<int>(bits.take(4)) + 1;
    if (bits.pastEnd() || wordWidth != 8 || count != static_cast<std::uint64_t>(pixels) * channels)
        return fail(ErrorCode::Malformed,
                    tr("The brush is not of a picture of %1 × %2 pixels.").arg(picture.width()).arg(picture.height()));
    extension::MaskWindow window{QRect(QPoint(0, 0), picture), std::vector<std::uint8_t>(static_cast<std::size_t>(pixels))};
    for (std::uint64_t at = 0; at < count;) {
        const bool repeated = bits.take(1) == 1;
        const std::uint64_t end = at + bits.take(widths[bits.take(2)]) + 1;
        std::uint32_t value = repeated ? bits.take(8) : 0;
        if (end > count)
            return fail(ErrorCode::Malformed, tr("The run lengths of the brush do not fill its picture."));
        if (repeated) {
            // Alpha is the last of the four, so the pixels before at / 4 and from end / 4 on are none of this run's.
            std::fill(window.pixels.begin() + static_cast<std::ptrdiff_t>(at / channels),
                      window.pixels.begin() + static_cast<std::ptrdiff_t>(end / channels), static_cast<std::uint8_t>(value != 0));
            at = end;
        }
        for (; at < end; ++at) {
            value = bits.take(8);
            if (at % channels == channels - 1)
                window.pixels[at / channels] = value != 0;
        }
        if (bits.pastEnd())
            return fail(ErrorCode::Malformed, tr("The run lengths of the brush do not fill its picture."));
    }
    return extension::maskOf(window, picture);
}

Json encodedBrush(const geometry::Mask &mask)
{
    const QRect place(0, 0, static_cast<int>(mask.width), static_cast<int>(mask.height));
    const extension::MaskWindow window = extension::windowOf(mask, place);
    BitWriter bits;
    bits.put(static_cast<std::uint32_t>(window.pixels.size() * channels), 32);
    bits.put(7, 5);
    for (const int width : lengthWidths)
        bits.put(static_cast<std::uint32_t>(width - 1), 4);
    for (auto run = window.pixels.begin(); run != window.pixels.end();) {
        const auto end = std::find_if(run, window.pixels.end(), [&](std::uint8_t v) { return v != *run; });
        putRun(bits, *run != 0 ? 255 : 0, static_cast<std::uint64_t>(end - run) * channels);
        run = end;
    }
    return bits.take();
}

}  // namespace plumbline::labelstudio
