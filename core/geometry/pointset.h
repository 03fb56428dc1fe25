// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace plumbline::geometry {

/// Some of the points of a cloud, by their place in its file: a bit each. A value.
class PointSet
{
public:
    /// None of `points` points.
    explicit PointSet(std::uint64_t points = 0) : m_points(points), m_words(static_cast<std::size_t>((points + 63) / 64)) {}

    [[nodiscard]] std::uint64_t points() const { return m_points; }  ///< of the cloud, chosen or not
    /// Places beyond the cloud are left aside.
    void insert(std::uint64_t place)
    {
        if (place < m_points)
            m_words[static_cast<std::size_t>(place / 64)] |= std::uint64_t(1) << (place % 64);
    }
    [[nodiscard]] bool contains(std::uint64_t place) const
    {
        return place < m_points && ((m_words[static_cast<std::size_t>(place / 64)] >> (place % 64)) & 1U) != 0;
    }
    [[nodiscard]] std::uint64_t count() const
    {
        std::uint64_t sum = 0;
        for (const std::uint64_t word : m_words)
            sum += static_cast<std::uint64_t>(std::popcount(word));
        return sum;
    }
    /// First place from `from` on that is chosen (`wanted`) or is not; points() when there is none.
    [[nodiscard]] std::uint64_t next(std::uint64_t from, bool wanted) const
    {
        while (from < m_points) {
            const std::uint64_t word = m_words[static_cast<std::size_t>(from / 64)];
            const std::uint64_t rest = (wanted ? word : ~word) >> (from % 64);
            if (rest != 0)
                return std::min(m_points, from + static_cast<std::uint64_t>(std::countr_zero(rest)));
            from = (from / 64 + 1) * 64;
        }
        return m_points;
    }
    bool operator==(const PointSet &) const = default;

private:
    std::uint64_t m_points;
    std::vector<std::uint64_t> m_words;
};

}  // namespace plumbline::geometry
