// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/maskoperations.h"

#include "core/geometry/maskspans.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumbline::geometry {

namespace {

// Groups of spans that are joined; the root of each group is its smallest index.
class Groups
{
public:
    explicit Groups(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), std::size_t(0)); }
    std::size_t rootOf(std::size_t i)
    {
        while (m_parent[i] != i) {
            m_parent[i] = m_parent[m_parent[i]];
            i = m_parent[i];
        }
        return i;
    }
    void join(std::size_t a, std::size_t b)
    {
        const std::size_t rootA = rootOf(a);
        const std::size_t rootB = rootOf(b);
        m_parent[std::max(rootA, rootB)] = std::min(rootA, rootB);
    }

private:
    std::vector<std::size_t> m_parent;
};

// Spans of neighbouring columns are joined where they share a side; with `corners` also where they share a corner.
Groups connected(const Spans &spans, bool corners)
{
    Groups groups(spans.size());
    std::size_t left = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const Span &span = spans[i];
        const std::uint64_t reach = corners ? 1 : 0;
        // Spans of the column before that end above this one end above all that follow it in its column.
        while (left < i
               && (spans[left].column + 1 < span.column
                   || (spans[left].column + 1 == span.column && spans[left].bottom + reach <= span.top)))
            ++left;
        for (std::size_t k = left; k < i && spans[k].column + 1 == span.column && spans[k].top < span.bottom + reach; ++k)
            groups.join(k, i);
    }
    return groups;
}

std::vector<std::uint64_t> groupAreas(const Spans &spans, Groups &groups)
{
    std::vector<std::uint64_t> areas(spans.size());
    for (std::size_t i = 0; i < spans.size(); ++i)
        areas[groups.rootOf(i)] += spans[i].bottom - spans[i].top;
    return areas;
}

Spans backgroundOf(const Mask &mask)
{
    Spans background;
    std::uint32_t column = 0;
    std::uint32_t row = 0;
    const auto closeColumn = [&] {
        if (row < mask.height)
            background.push_back({column, row, mask.height});
        row = 0;
        ++column;
    };
    forEachSpan(mask, [&](std::uint32_t x, std::uint32_t top, std::uint32_t bottom) {
        while (column < x)
            closeColumn();
        if (top > row)
            background.push_back({column, row, top});
        row = bottom;
    });
    while (column < mask.width)
        closeColumn();
    return background;
}

bool isTooWide(const Mask &mask)
{
    return mask.width > widestMask || mask.height == 0 || mask.width == 0;
}

Mask dilated(const Mask &mask, double radius)
{
    const Spans spans = spansOf(mask);
    std::vector<std::size_t> first(std::size_t(mask.width) + 1, spans.size());
    for (std::size_t i = spans.size(); i-- > 0;)
        first[spans[i].column] = i;
    for (std::size_t x = mask.width; x-- > 0;)
        first[x] = std::min(first[x], first[x + 1]);
    const auto reach = static_cast<std::int64_t>(std::floor(radius));
    std::vector<std::uint32_t> half(static_cast<std::size_t>(reach) + 1);
    for (std::int64_t dx = 0; dx <= reach; ++dx)
        half[static_cast<std::size_t>(dx)] = static_cast<std::uint32_t>(std::floor(std::sqrt(radius * radius - double(dx * dx))));
    Spans grown;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> intervals;
    for (std::int64_t x = 0; x < std::int64_t(mask.width); ++x) {
        intervals.clear();
        for (std::int64_t from = std::max<std::int64_t>(0, x - reach); from <= std::min<std::int64_t>(mask.width - 1, x + reach);
             ++from) {
            const std::uint32_t h = half[static_cast<std::size_t>(std::abs(from - x))];
            for (std::size_t i = first[static_cast<std::size_t>(from)]; i < first[static_cast<std::size_t>(from) + 1]; ++i)
                intervals.emplace_back(
                    spans[i].top > h ? spans[i].top - h : 0,
                    static_cast<std::uint32_t>(std::min<std::uint64_t>(mask.height, std::uint64_t(spans[i].bottom) + h)));
        }
        appendJoined(grown, static_cast<std::uint32_t>(x), intervals);
    }
    return maskOf(grown, mask.width, mask.height);
}

Mask inverted(const Mask &mask)
{
    Mask result{mask.width, mask.height, {}};
    RunWriter runs(result.counts);
    std::uint64_t position = 0;
    forEachForeground(mask, [&](std::uint64_t start, std::uint64_t end) {
        runs.add(true, start - position);
        runs.add(false, end - start);
        position = end;
    });
    runs.add(true, std::uint64_t(mask.width) * mask.height - position);
    runs.finish();
    return result;
}

std::vector<std::pair<std::uint64_t, std::uint64_t>> foregroundOf(const Mask &mask)
{
    std::vector<std::pair<std::uint64_t, std::uint64_t>> list;
    forEachForeground(mask, [&](std::uint64_t start, std::uint64_t end) { list.emplace_back(start, end); });
    return list;
}

}  // namespace

Mask emptyMask(std::uint32_t width, std::uint32_t height)
{
    return maskOf({}, width, height);
}

bool isEmpty(const Mask &mask)
{
    bool empty = true;
    forEachForeground(mask, [&](std::uint64_t, std::uint64_t) { empty = false; });
    return empty;
}

Mask fitted(const Mask &mask, std::uint32_t width, std::uint32_t height)
{
    if (mask.width == width && mask.height == height)
        return mask;
    Mask result{width, height, {}};
    RunWriter runs(result.counts);
    std::uint64_t position = 0;
    const std::uint64_t columns = std::min(mask.width, width);
    forEachForeground(mask, [&](std::uint64_t start, std::uint64_t end) {
        // Column by column, but never for columns that the picture does not have.
        for (end = std::min(end, columns * mask.height); start < end;) {
            const std::uint64_t column = start / mask.height;
            const std::uint64_t next = std::min(end, (column + 1) * mask.height);
            const std::uint64_t top = std::min<std::uint64_t>(start - column * mask.height, height);
            const std::uint64_t bottom = std::min<std::uint64_t>(next - column * mask.height, height);
            runs.add(false, column * height + top - position);
            runs.add(true, bottom - top);
            position = column * height + bottom;
            start = next;
        }
    });
    runs.add(false, std::uint64_t(width) * height - position);
    runs.finish();
    return result;
}

Mask combined(const Mask &a, const Mask &other, Combination combination)
{
    const auto runsA = foregroundOf(a);
    const auto runsB =
        foregroundOf(other.width == a.width && other.height == a.height ? other : fitted(other, a.width, a.height));
    const std::uint64_t pixels = std::uint64_t(a.width) * a.height;
    Mask result{a.width, a.height, {}};
    RunWriter runs(result.counts);
    std::size_t i = 0;
    std::size_t j = 0;
    for (std::uint64_t position = 0; position < pixels;) {
        while (i < runsA.size() && runsA[i].second <= position)
            ++i;
        while (j < runsB.size() && runsB[j].second <= position)
            ++j;
        const bool inA = i < runsA.size() && runsA[i].first <= position;
        const bool inB = j < runsB.size() && runsB[j].first <= position;
        std::uint64_t next = pixels;
        if (i < runsA.size())
            next = std::min(next, inA ? runsA[i].second : runsA[i].first);
        if (j < runsB.size())
            next = std::min(next, inB ? runsB[j].second : runsB[j].first);
        const bool foreground = combination == Combination::Unite      ? inA || inB
                                : combination == Combination::Subtract ? inA && !inB
                                                                       : inA && inB;
        runs.add(foreground, next - position);
        position = next;
    }
    runs.finish();
    return result;
}

std::pair<Mask, Mask> splitByLine(const Mask &mask, Point a, Point b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const bool usable = std::isfinite(dx) && std::isfinite(dy) && (dx != 0 || dy != 0);
    if (isTooWide(mask) || !usable)
        return {mask, {}};
    Spans left;
    Spans right;
    const auto add = [](Spans &spans, std::uint32_t column, std::uint32_t top, std::uint32_t bottom) {
        if (top < bottom)
            spans.push_back({column, top, bottom});
    };
    forEachSpan(mask, [&](std::uint32_t column, std::uint32_t top, std::uint32_t bottom) {
        // Right of the line: dx · (y - a.y) - dy · (x - a.x) > 0, with y the centre of a pixel.
        const double offset = dy * (column + 0.5 - a.x);
        if (dx == 0) {
            add(-offset > 0 ? right : left, column, top, bottom);
            return;
        }
        const double border = a.y + offset / dx - 0.5;
        const auto rows = [&](double from) { return static_cast<std::uint32_t>(std::clamp(from, double(top), double(bottom))); };
        if (dx > 0) {
            const std::uint32_t firstRight = rows(std::floor(border) + 1);
            add(left, column, top, firstRight);
            add(right, column, firstRight, bottom);
        } else {
            const std::uint32_t firstLeft = rows(std::ceil(border));
            add(right, column, top, firstLeft);
            add(left, column, firstLeft, bottom);
        }
    });
    return {maskOf(left, mask.width, mask.height), maskOf(right, mask.width, mask.height)};
}

Mask withoutHoles(const Mask &mask, std::uint64_t largest)
{
    if (isTooWide(mask))
        return mask;
    const Spans background = backgroundOf(mask);
    Groups groups = connected(background, false);
    const std::vector<std::uint64_t> areas = groupAreas(background, groups);
    std::vector<bool> open(background.size());
    for (std::size_t i = 0; i < background.size(); ++i) {
        const Span &span = background[i];
        if (span.column == 0 || span.column + 1 == mask.width || span.top == 0 || span.bottom == mask.height)
            open[groups.rootOf(i)] = true;
    }
    Spans holes;
    for (std::size_t i = 0; i < background.size(); ++i) {
        const std::size_t root = groups.rootOf(i);
        if (!open[root] && areas[root] <= largest)
            holes.push_back(background[i]);
    }
    return combined(mask, maskOf(holes, mask.width, mask.height), Combination::Unite);
}

Mask withoutSpecks(const Mask &mask, std::uint64_t smallest)
{
    if (isTooWide(mask))
        return mask;
    const Spans spans = spansOf(mask);
    Groups groups = connected(spans, true);
    const std::vector<std::uint64_t> areas = groupAreas(spans, groups);
    Spans kept;
    for (std::size_t i = 0; i < spans.size(); ++i)
        if (areas[groups.rootOf(i)] >= smallest)
            kept.push_back(spans[i]);
    return maskOf(kept, mask.width, mask.height);
}

std::vector<Mask> partsOf(const Mask &mask)
{
    if (isTooWide(mask))
        return {mask};
    const Spans spans = spansOf(mask);
    Groups groups = connected(spans, true);
    const std::vector<std::uint64_t> areas = groupAreas(spans, groups);
    std::vector<Spans> parts(spans.size());
    std::vector<std::size_t> roots;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const std::size_t root = groups.rootOf(i);
        if (parts[root].empty())
            roots.push_back(root);
        parts[root].push_back(spans[i]);
    }
    std::stable_sort(roots.begin(), roots.end(), [&](std::size_t a, std::size_t b) { return areas[a] > areas[b]; });
    std::vector<Mask> result;
    for (const std::size_t root : roots)
        result.push_back(maskOf(parts[root], mask.width, mask.height));
    return result;
}

Mask grown(const Mask &mask, double radius)
{
    constexpr double largestRadius = 256;
    if (isTooWide(mask) || !(std::abs(radius) >= 1))
        return mask;
    if (radius > 0)
        return dilated(mask, std::min(radius, largestRadius));
    return inverted(dilated(inverted(mask), std::min(-radius, largestRadius)));
}

}  // namespace plumbline::geometry
