// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/boxindex.h"

#include <algorithm>
#include <cmath>

namespace plumbline::rules {

namespace {

// Far beyond every picture; keeps hostile coordinates within what a cell number can hold.
constexpr double farthest = 1e15;

std::int64_t cellNumber(double coordinate, double size)
{
    return static_cast<std::int64_t>(std::floor(std::clamp(coordinate, -farthest, farthest) / size));
}

}  // namespace

int BoxIndex::levelOf(const geometry::Box &box)
{
    const double side = std::clamp(std::max(box.w, box.h), 1.0, farthest);
    return static_cast<int>(std::ceil(std::log2(side)));
}

BoxIndex::Cell BoxIndex::cellOf(const geometry::Box &box, int level)
{
    const double size = std::ldexp(1.0, level);
    return {cellNumber(box.x + box.w / 2, size), cellNumber(box.y + box.h / 2, size)};
}

BoxIndex::Range BoxIndex::reach(const geometry::Box &region, int level)
{
    // A box of this level reaches half a cell beyond its centre.
    const double size = std::ldexp(1.0, level);
    return {cellNumber(region.x - size / 2, size), cellNumber(region.y - size / 2, size), cellNumber(region.right() + size / 2, size),
            cellNumber(region.bottom() + size / 2, size)};
}

void BoxIndex::add(int id, const geometry::Box &box)
{
    const int level = levelOf(box);
    m_levels[level][cellOf(box, level)].emplace_back(id, box);
}

void BoxIndex::remove(int id, const geometry::Box &box)
{
    const int level = levelOf(box);
    const auto cells = m_levels.find(level);
    if (cells == m_levels.end())
        return;
    const auto found = cells->second.find(cellOf(box, level));
    if (found == cells->second.end())
        return;
    std::erase_if(found->second, [id](const auto &entry) { return entry.first == id; });
    if (found->second.empty())
        cells->second.erase(found);
    if (cells->second.empty())
        m_levels.erase(cells);
}

}  // namespace plumbline::rules
