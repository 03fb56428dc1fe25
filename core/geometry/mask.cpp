// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/mask.h"

#include "core/geometry/maskspans.h"

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

// A side of a ring and the columns whose centre line it crosses.
struct Side {
    Point a;
    Point b;
    std::uint32_t first = 0;
    std::uint32_t end = 0;
};

void addSides(const Ring &ring, std::uint32_t width, std::vector<Side> &sides)
{
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const Point a = ring[j];
        const Point b = ring[i];
        if (!std::isfinite(a.x) || !std::isfinite(a.y) || !std::isfinite(b.x) || !std::isfinite(b.y))
            continue;
        const auto columnFrom = [&](double x) { return static_cast<std::uint32_t>(std::clamp(std::ceil(x - 0.5), 0.0, double(width))); };
        const Side side{a, b, columnFrom(std::min(a.x, b.x)), columnFrom(std::max(a.x, b.x))};
        if (side.first < side.end)
            sides.push_back(side);
    }
}

// The sides of one part, visited column by column.
class Sweep
{
public:
    Sweep(const PolygonPart &part, std::uint32_t width)
    {
        addSides(part.outer, width, m_sides);
        for (const Ring &hole : part.holes)
            addSides(hole, width, m_sides);
        std::sort(m_sides.begin(), m_sides.end(), [](const Side &a, const Side &b) { return a.first < b.first; });
    }

    [[nodiscard]] std::uint32_t firstColumn(std::uint32_t none) const { return m_sides.empty() ? none : m_sides.front().first; }
    [[nodiscard]] std::uint32_t endColumn() const
    {
        std::uint32_t end = 0;
        for (const Side &side : m_sides)
            end = std::max(end, side.end);
        return end;
    }

    // Rows between pairs of crossings; columns must be visited in order.
    void intervalsAt(std::uint32_t column, std::uint32_t height, std::vector<std::pair<std::uint32_t, std::uint32_t>> &intervals)
    {
        for (; m_next < m_sides.size() && m_sides[m_next].first <= column; ++m_next)
            m_active.push_back(m_next);
        std::erase_if(m_active, [&](std::size_t i) { return m_sides[i].end <= column; });
        m_crossings.clear();
        const double x = column + 0.5;
        for (const std::size_t i : m_active) {
            const Side &side = m_sides[i];
            m_crossings.push_back(side.a.y + (side.b.y - side.a.y) * (x - side.a.x) / (side.b.x - side.a.x));
        }
        std::sort(m_crossings.begin(), m_crossings.end());
        const auto rowFrom = [&](double y) { return static_cast<std::uint32_t>(std::clamp(std::ceil(y - 0.5), 0.0, double(height))); };
        for (std::size_t k = 0; k + 1 < m_crossings.size(); k += 2)
            intervals.emplace_back(rowFrom(m_crossings[k]), rowFrom(m_crossings[k + 1]));
    }

private:
    std::vector<Side> m_sides;
    std::vector<std::size_t> m_active;
    std::size_t m_next = 0;
    std::vector<double> m_crossings;
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
    constexpr std::uint64_t maximumPixels = std::uint64_t(1) << 28;
    if (std::uint64_t(width) * height > maximumPixels)
        return maskOf({}, width, height);
    std::vector<Sweep> sweeps;
    std::uint32_t first = width;
    std::uint32_t end = 0;
    for (const PolygonPart &part : polygon.parts) {
        sweeps.emplace_back(part, width);
        first = std::min(first, sweeps.back().firstColumn(width));
        end = std::max(end, sweeps.back().endColumn());
    }
    Spans spans;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> intervals;
    for (std::uint32_t column = first; column < end; ++column) {
        intervals.clear();
        for (Sweep &sweep : sweeps)
            sweep.intervalsAt(column, height, intervals);
        appendJoined(spans, column, intervals);
    }
    return maskOf(spans, width, height);
}

}  // namespace plumbline::geometry
