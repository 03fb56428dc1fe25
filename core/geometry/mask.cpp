// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/mask.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline::geometry {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::geometry", text);
}

// Calls f(start, end) for every foreground run, in pixels of the column-major order.
template <typename F>
void forEachRun(const Mask &mask, F f)
{
    std::uint64_t position = 0;
    for (std::size_t i = 0; i < mask.counts.size(); ++i) {
        const std::uint64_t end = position + mask.counts[i];
        if (i % 2 == 1 && mask.counts[i] > 0)
            f(position, end);
        position = end;
    }
}

void crossingsAt(const Ring &ring, double x, std::vector<double> &ys)
{
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[j];
        const Point b = ring[i];
        if ((a.x > x) != (b.x > x))
            ys.push_back(a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x));
    }
}

// Marks the rows whose pixel centre lies between pairs of crossings.
void fillColumn(std::vector<double> &ys, std::vector<std::uint8_t> &column)
{
    std::sort(ys.begin(), ys.end());
    const auto rows = static_cast<double>(column.size());
    for (std::size_t k = 0; k + 1 < ys.size(); k += 2) {
        const double first = std::clamp(std::ceil(ys[k] - 0.5), 0.0, rows);
        const double last = std::clamp(std::ceil(ys[k + 1] - 0.5), 0.0, rows);
        for (auto row = static_cast<std::size_t>(first); row < static_cast<std::size_t>(last); ++row)
            column[row] = 1;
    }
}

class RunBuilder
{
public:
    explicit RunBuilder(std::vector<std::uint32_t> &counts) : m_counts(counts) {}
    void add(bool foreground, std::uint32_t length)
    {
        if (foreground != m_foreground) {
            m_counts.push_back(m_length);
            m_length = 0;
            m_foreground = foreground;
        }
        m_length += length;
    }
    void finish() { m_counts.push_back(m_length); }

private:
    std::vector<std::uint32_t> &m_counts;
    std::uint32_t m_length = 0;
    bool m_foreground = false;
};

}  // namespace

std::uint64_t maskArea(const Mask &mask)
{
    std::uint64_t area = 0;
    forEachRun(mask, [&](std::uint64_t start, std::uint64_t end) { area += end - start; });
    return area;
}

std::optional<Box> maskBounds(const Mask &mask)
{
    if (mask.height == 0)
        return std::nullopt;
    std::uint64_t left = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t right = 0;
    std::uint64_t top = mask.height;
    std::uint64_t bottom = 0;
    forEachRun(mask, [&](std::uint64_t start, std::uint64_t end) {
        const std::uint64_t firstColumn = start / mask.height;
        const std::uint64_t lastColumn = (end - 1) / mask.height;
        left = std::min(left, firstColumn);
        right = std::max(right, lastColumn);
        if (firstColumn == lastColumn) {
            top = std::min(top, start % mask.height);
            bottom = std::max(bottom, (end - 1) % mask.height);
        } else {
            top = 0;
            bottom = mask.height - 1;
        }
    });
    if (left > right)
        return std::nullopt;
    return Box{static_cast<double>(left), static_cast<double>(top), static_cast<double>(right - left + 1),
               static_cast<double>(bottom - top + 1)};
}

bool maskCovers(const Mask &mask, double x, double y)
{
    if (!(x >= 0 && y >= 0 && x < mask.width && y < mask.height))
        return false;
    const std::uint64_t pixel = static_cast<std::uint64_t>(x) * mask.height + static_cast<std::uint64_t>(y);
    std::uint64_t position = 0;
    for (std::size_t i = 0; i < mask.counts.size(); ++i) {
        position += mask.counts[i];
        if (pixel < position)
            return i % 2 == 1;
    }
    return false;
}

std::uint64_t maskIntersection(const Mask &a, const Mask &b)
{
    if (a.width != b.width || a.height != b.height)
        return 0;
    std::uint64_t common = 0;
    std::size_t i = 0;
    std::size_t j = 0;
    std::uint64_t endA = a.counts.empty() ? 0 : a.counts[0];
    std::uint64_t endB = b.counts.empty() ? 0 : b.counts[0];
    std::uint64_t position = 0;
    while (i < a.counts.size() && j < b.counts.size()) {
        const std::uint64_t end = std::min(endA, endB);
        if (i % 2 == 1 && j % 2 == 1)
            common += end - position;
        position = end;
        if (endA == end && ++i < a.counts.size())
            endA += a.counts[i];
        if (endB == end && ++j < b.counts.size())
            endB += b.counts[j];
    }
    return common;
}

QByteArray compressRuns(const Mask &mask)
{
    QByteArray text;
    for (std::size_t i = 0; i < mask.counts.size(); ++i) {
        std::int64_t value = mask.counts[i];
        if (i > 2)
            value -= mask.counts[i - 2];
        bool more = true;
        while (more) {
            std::int64_t digit = value & 0x1F;
            value >>= 5;
            more = (digit & 0x10) != 0 ? value != -1 : value != 0;
            if (more)
                digit |= 0x20;
            text.append(static_cast<char>(digit + 48));
        }
    }
    return text;
}

Result<Mask> decompressRuns(QByteArrayView text, std::uint32_t width, std::uint32_t height)
{
    Mask mask{width, height, {}};
    const std::uint64_t pixels = std::uint64_t(width) * height;
    std::uint64_t filled = 0;
    qsizetype position = 0;
    while (position < text.size()) {
        std::int64_t value = 0;
        int shift = 0;
        bool more = true;
        while (more) {
            const int digit = position < text.size() ? static_cast<unsigned char>(text[position]) - 48 : -1;
            if (digit < 0 || digit > 63 || shift > 50)
                return fail(ErrorCode::Malformed, tr("The compressed mask is broken at character %1.").arg(position));
            value |= std::int64_t(digit & 0x1F) << shift;
            more = (digit & 0x20) != 0;
            shift += 5;
            ++position;
            if (!more && (digit & 0x10) != 0)
                value |= -(std::int64_t(1) << shift);
        }
        if (mask.counts.size() > 2)
            value += mask.counts[mask.counts.size() - 2];
        if (value < 0 || static_cast<std::uint64_t>(value) > pixels - filled)
            return fail(ErrorCode::Malformed, tr("The mask's run lengths do not fill its picture."));
        filled += static_cast<std::uint64_t>(value);
        mask.counts.push_back(static_cast<std::uint32_t>(value));
    }
    if (filled != pixels)
        return fail(ErrorCode::Malformed, tr("The mask's run lengths do not fill its picture."));
    return mask;
}

Mask rasterised(const Polygon &polygon, std::uint32_t width, std::uint32_t height)
{
    Mask mask{width, height, {}};
    constexpr std::uint64_t maximumPixels = std::uint64_t(1) << 28;
    if (std::uint64_t(width) * height > maximumPixels) {
        constexpr std::uint64_t longestRun = std::numeric_limits<std::uint32_t>::max();
        std::uint64_t left = std::uint64_t(width) * height;
        for (; left > longestRun; left -= longestRun)
            mask.counts.insert(mask.counts.end(), {std::uint32_t(longestRun), 0});
        mask.counts.push_back(static_cast<std::uint32_t>(left));
        return mask;
    }
    RunBuilder runs(mask.counts);
    std::vector<double> ys;
    std::vector<std::uint8_t> column(height);
    for (std::uint32_t x = 0; x < width; ++x) {
        std::fill(column.begin(), column.end(), std::uint8_t(0));
        for (const PolygonPart &part : polygon.parts) {
            ys.clear();
            if (!part.outer.empty())
                crossingsAt(part.outer, x + 0.5, ys);
            for (const Ring &hole : part.holes)
                if (!hole.empty())
                    crossingsAt(hole, x + 0.5, ys);
            fillColumn(ys, column);
        }
        for (const std::uint8_t pixel : column)
            runs.add(pixel != 0, 1);
    }
    runs.finish();
    return mask;
}

}  // namespace plumbline::geometry
