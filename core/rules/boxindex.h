// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace plumbline::rules {

/// Which of many boxes meet a region, while boxes come and go. One hash grid per power of two of the boxes' size: a box lies
/// in the one cell of its centre, so adding and removing cost the same for ten and for ten thousand. Private to this folder.
class BoxIndex
{
public:
    void add(int id, const geometry::Box &box);
    /// With the same box as it was added with.
    void remove(int id, const geometry::Box &box);
    void clear() { m_levels.clear(); }

    /// Calls visit(id) for every box whose inside meets the region's; stops when it returns false.
    template <typename Visit>
    void visit(const geometry::Box &region, Visit visit) const
    {
        for (const auto &[level, cells] : m_levels) {
            const Range range = reach(region, level);
            if (range.cells() > static_cast<double>(cells.size())) {
                for (const auto &[cell, entries] : cells)
                    if (!visitCell(entries, region, visit))
                        return;
                continue;
            }
            for (std::int64_t x = range.left; x <= range.right; ++x)
                for (std::int64_t y = range.top; y <= range.bottom; ++y)
                    if (const auto found = cells.find({x, y}); found != cells.end() && !visitCell(found->second, region, visit))
                        return;
        }
    }

private:
    using Cell = std::pair<std::int64_t, std::int64_t>;
    struct CellHash {
        std::size_t operator()(const Cell &cell) const
        {
            constexpr std::uint64_t spread = 0x9E3779B97F4A7C15ULL;
            return static_cast<std::size_t>((static_cast<std::uint64_t>(cell.first) * spread) ^ static_cast<std::uint64_t>(cell.second));
        }
    };
    using Entries = std::vector<std::pair<int, geometry::Box>>;
    struct Range {
        std::int64_t left = 0;
        std::int64_t top = 0;
        std::int64_t right = 0;
        std::int64_t bottom = 0;
        [[nodiscard]] double cells() const { return double(right - left + 1) * double(bottom - top + 1); }
    };

    [[nodiscard]] static int levelOf(const geometry::Box &box);
    [[nodiscard]] static Cell cellOf(const geometry::Box &box, int level);
    /// Cells whose boxes can meet the region.
    [[nodiscard]] static Range reach(const geometry::Box &region, int level);

    template <typename Visit>
    static bool visitCell(const Entries &entries, const geometry::Box &region, Visit &visit)
    {
        for (const auto &[id, box] : entries)
            if (box.x < region.right() && region.x < box.right() && box.y < region.bottom() && region.y < box.bottom() && !visit(id))
                return false;
        return true;
    }

    std::map<int, std::unordered_map<Cell, Entries, CellHash>> m_levels;
};

}  // namespace plumbline::rules
