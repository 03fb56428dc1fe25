// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/maskoutline.h"

#include "core/geometry/maskoperations.h"
#include "core/geometry/maskspans.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace plumbline::geometry {

namespace {

// A side of pixels, walked with the foreground on the right hand (y goes down): outer rings run clockwise, holes the other
// way round.
struct Side {
    std::uint64_t from = 0;  // place: column × (height + 1) + row
    std::uint64_t to = 0;
    std::size_t span = 0;    // that it bounds
    bool used = false;
};

enum class Heading { Right, Down, Left, Up };

class Tracer
{
public:
    explicit Tracer(const Mask &mask) : m_rows(std::uint64_t(mask.height) + 1), m_spans(spansOf(mask)), m_part(m_spans.size())
    {
        std::iota(m_part.begin(), m_part.end(), std::size_t(0));
        collectSides();
        std::sort(m_sides.begin(), m_sides.end(), [](const Side &a, const Side &b) { return a.from < b.from; });
    }

    Polygon polygon()
    {
        Polygon result;
        std::map<std::size_t, std::size_t> partOf;  // group of spans → its part
        std::vector<std::pair<std::size_t, Ring>> holes;
        for (Side &side : m_sides) {
            if (side.used)
                continue;
            const std::size_t group = rootOf(side.span);
            Ring ring = ringFrom(side);
            if (twiceArea(ring) > 0) {
                partOf.emplace(group, result.parts.size());
                result.parts.push_back({std::move(ring), {}});
            } else {
                holes.emplace_back(group, std::move(ring));
            }
        }
        for (auto &[group, ring] : holes)
            result.parts[partOf.at(group)].holes.push_back(std::move(ring));
        return result;
    }

private:
    std::uint64_t place(std::uint64_t column, std::uint64_t row) const { return column * m_rows + row; }

    std::size_t rootOf(std::size_t i)
    {
        while (m_part[i] != i) {
            m_part[i] = m_part[m_part[i]];
            i = m_part[i];
        }
        return i;
    }

    void collectSides()
    {
        std::size_t before = 0;  // first span of the column before
        for (std::size_t first = 0; first < m_spans.size();) {
            const std::uint32_t column = m_spans[first].column;
            std::size_t end = first;
            while (end < m_spans.size() && m_spans[end].column == column)
                ++end;
            if (first > 0 && m_spans[before].column + 1 != column) {
                addUpright(m_spans[before].column + 1, before, first, first, first);
                before = first;
            }
            addUpright(column, before, first, first, end);
            for (std::size_t i = first; i < end; ++i) {
                m_sides.push_back({place(column, m_spans[i].top), place(column + 1, m_spans[i].top), i});
                m_sides.push_back({place(column + 1, m_spans[i].bottom), place(column, m_spans[i].bottom), i});
            }
            before = first;
            first = end;
        }
        if (!m_spans.empty())
            addUpright(m_spans.back().column + 1, before, m_spans.size(), m_spans.size(), m_spans.size());
    }

    // Sides at the left border of `column`: left spans [a, endA), right spans [b, endB).
    void addUpright(std::uint64_t column, std::size_t a, std::size_t endA, std::size_t b, std::size_t endB)
    {
        std::uint32_t row = 0;
        while (a < endA || b < endB) {
            const std::uint32_t nextA = a < endA ? (row < m_spans[a].top ? m_spans[a].top : m_spans[a].bottom) : UINT32_MAX;
            const std::uint32_t nextB = b < endB ? (row < m_spans[b].top ? m_spans[b].top : m_spans[b].bottom) : UINT32_MAX;
            const bool inA = a < endA && row >= m_spans[a].top;
            const bool inB = b < endB && row >= m_spans[b].top;
            const std::uint32_t next = std::min(nextA, nextB);
            if (inA && inB && next > row) {
                const std::size_t rootA = rootOf(a);
                const std::size_t rootB = rootOf(b);
                m_part[std::max(rootA, rootB)] = std::min(rootA, rootB);
            } else if (inA && next > row) {
                m_sides.push_back({place(column, row), place(column, next), a});
            } else if (inB && next > row) {
                m_sides.push_back({place(column, next), place(column, row), b});
            }
            row = next;
            if (inA && m_spans[a].bottom == row)
                ++a;
            if (inB && m_spans[b].bottom == row)
                ++b;
        }
    }

    Heading headingOf(const Side &side) const
    {
        const bool level = side.from % m_rows == side.to % m_rows;
        if (level)
            return side.to > side.from ? Heading::Right : Heading::Left;
        return side.to > side.from ? Heading::Down : Heading::Up;
    }

    Side &after(const Side &side)
    {
        const auto first = std::lower_bound(m_sides.begin(), m_sides.end(), side.to,
                                            [](const Side &candidate, std::uint64_t place) { return candidate.from < place; });
        // Two leave where pixels touch at a corner: the turn to the right keeps to the same pixel.
        const auto second = std::next(first);
        if (second == m_sides.end() || second->from != side.to)
            return *first;
        const auto right = static_cast<Heading>((static_cast<int>(headingOf(side)) + 1) % 4);
        return headingOf(*first) == right ? *first : *second;
    }

    Ring ringFrom(Side &start)
    {
        Ring ring;
        Side *side = &start;
        do {
            side->used = true;
            Side &next = after(*side);
            if (headingOf(next) != headingOf(*side))
                ring.push_back({static_cast<double>(side->to / m_rows), static_cast<double>(side->to % m_rows)});
            side = &next;
        } while (side != &start);
        return ring;
    }

    static double twiceArea(const Ring &ring)
    {
        double twice = 0;
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            twice += ring[j].x * ring[i].y - ring[i].x * ring[j].y;
        return twice;
    }

    std::uint64_t m_rows;
    Spans m_spans;
    std::vector<std::size_t> m_part;
    std::vector<Side> m_sides;
};

}  // namespace

Polygon outlineOfMask(const Mask &mask)
{
    if (mask.width > widestMask || mask.height == 0)
        return {};
    return Tracer(mask).polygon();
}

}  // namespace plumbline::geometry
