// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/shapeindex.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <iterator>

namespace plumbline::canvas {

namespace {

constexpr std::size_t scannedBelow = 256;  // fewer boxes are faster without a grid
constexpr int mostCells = 16;              // of a box that is not large
constexpr int mostSide = 512;

bool meets(const geometry::Box &a, const geometry::Box &b)
{
    return a.x <= b.right() && a.right() >= b.x && a.y <= b.bottom() && a.bottom() >= b.y;
}

}  // namespace

ShapeIndex::ShapeIndex(const std::vector<geometry::Box> &boxes)
{
    if (boxes.size() < scannedBelow)
        return;
    // From the middles, so that one absurd box does not stretch the grid.
    std::vector<double> xs;
    std::vector<double> ys;
    xs.reserve(boxes.size());
    ys.reserve(boxes.size());
    for (const geometry::Box &box : boxes) {
        xs.push_back(box.x + box.w / 2);
        ys.push_back(box.y + box.h / 2);
    }
    const auto span = [](std::vector<double> &values) {
        const auto cut = static_cast<std::ptrdiff_t>(values.size() / 100);
        std::nth_element(values.begin(), values.begin() + cut, values.end());
        const double low = values[static_cast<std::size_t>(cut)];
        std::nth_element(values.begin(), values.end() - 1 - cut, values.end());
        return std::pair(low, std::max(*(values.end() - 1 - cut) - low, 1.0));
    };
    const auto [left, width] = span(xs);
    const auto [top, height] = span(ys);
    const int side = std::clamp(static_cast<int>(std::sqrt(double(boxes.size()) / 4)), 1, mostSide);
    m_left = left;
    m_top = top;
    m_cellWidth = width / side;
    m_cellHeight = height / side;
    m_columns = m_rows = side;

    std::vector<int> counts(static_cast<std::size_t>(side) * static_cast<std::size_t>(side) + 1, 0);
    const auto cellCount = [](const Cells &c) { return std::int64_t(c.right - c.left + 1) * (c.bottom - c.top + 1); };
    const auto cell = [this](int column, int row) {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    };
    for (const bool counting : {true, false}) {
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            const Cells c = cellsOf(boxes[i]);
            if (cellCount(c) > mostCells) {
                if (counting)
                    m_large.push_back(static_cast<int>(i));
                continue;
            }
            for (int row = c.top; row <= c.bottom; ++row) {
                for (int column = c.left; column <= c.right; ++column) {
                    if (counting)
                        ++counts[cell(column, row) + 1];
                    else
                        m_items[static_cast<std::size_t>(counts[cell(column, row)]++)] = static_cast<int>(i);
                }
            }
        }
        if (counting) {
            for (std::size_t k = 1; k < counts.size(); ++k)
                counts[k] += counts[k - 1];
            m_begin = counts;
            m_items.resize(static_cast<std::size_t>(counts.back()));
        }
    }
}

ShapeIndex::Cells ShapeIndex::cellsOf(const geometry::Box &box) const
{
    const auto place = [](double v, double origin, double step, int count) {
        return static_cast<int>(std::clamp(std::floor((v - origin) / step), 0.0, double(count - 1)));
    };
    return {place(box.x, m_left, m_cellWidth, m_columns), place(box.y, m_top, m_cellHeight, m_rows),
            place(box.right(), m_left, m_cellWidth, m_columns), place(box.bottom(), m_top, m_cellHeight, m_rows)};
}

bool ShapeIndex::scans(const Cells &asked) const
{
    const std::int64_t cells = std::int64_t(asked.right - asked.left + 1) * (asked.bottom - asked.top + 1);
    return m_columns == 0 || cells * 2 > std::int64_t(m_columns) * m_rows;
}

std::size_t ShapeIndex::countWithin(const geometry::Box &region, const std::vector<geometry::Box> &boxes, std::size_t most) const
{
    std::size_t count = 0;
    const Cells asked = m_columns > 0 ? cellsOf(region) : Cells{};
    if (scans(asked)) {
        for (std::size_t i = 0; i < boxes.size() && count < most; ++i)
            count += meets(boxes[i], region) ? 1 : 0;
        return count;
    }
    for (std::size_t i = 0; i < m_large.size() && count < most; ++i)
        count += meets(boxes[static_cast<std::size_t>(m_large[i])], region) ? 1 : 0;
    for (int row = asked.top; row <= asked.bottom; ++row) {
        for (int column = asked.left; column <= asked.right; ++column) {
            const std::size_t cell =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
            for (int k = m_begin[cell]; k < m_begin[cell + 1] && count < most; ++k) {
                const geometry::Box &box = boxes[static_cast<std::size_t>(m_items[static_cast<std::size_t>(k)])];
                if (!meets(box, region))
                    continue;
                // A box over several cells counts in the first of them that is asked for.
                const Cells its = cellsOf(box);
                count += std::max(its.left, asked.left) == column && std::max(its.top, asked.top) == row ? 1 : 0;
            }
            if (count >= most)
                return count;
        }
    }
    return count;
}

std::vector<int> ShapeIndex::within(const geometry::Box &region, const std::vector<geometry::Box> &boxes, double leastSide) const
{
    std::vector<int> found;
    const auto counts = [&](int i) {
        const geometry::Box &box = boxes[static_cast<std::size_t>(i)];
        return std::max(box.w, box.h) >= leastSide && meets(box, region);
    };
    const Cells asked = m_columns > 0 ? cellsOf(region) : Cells{};
    if (scans(asked)) {
        for (int i = 0; i < static_cast<int>(boxes.size()); ++i)
            if (counts(i))
                found.push_back(i);
        return found;
    }
    std::copy_if(m_large.begin(), m_large.end(), std::back_inserter(found), counts);
    for (int row = asked.top; row <= asked.bottom; ++row) {
        for (int column = asked.left; column <= asked.right; ++column) {
            const std::size_t cell =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
            const auto first = m_items.begin() + m_begin[cell];
            const auto end = m_items.begin() + m_begin[cell + 1];
            // Whoever has a part in a cell that lies inside need not be looked at.
            const bool inside = leastSide <= 0 && column > std::max(asked.left, 0) && column < std::min(asked.right, m_columns - 1)
                                && row > std::max(asked.top, 0) && row < std::min(asked.bottom, m_rows - 1);
            if (inside)
                found.insert(found.end(), first, end);
            else
                std::copy_if(first, end, std::back_inserter(found), counts);
        }
    }
    // A box over several cells was met several times.
    constexpr std::size_t fewOf = 64;
    if (found.size() < boxes.size() / fewOf) {
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }
    constexpr std::size_t bits = 64;
    std::vector<std::uint64_t> marked(boxes.size() / bits + 1, 0);
    for (const int i : found)
        marked[static_cast<std::size_t>(i) / bits] |= std::uint64_t(1) << (static_cast<std::size_t>(i) % bits);
    found.clear();
    for (std::size_t word = 0; word < marked.size(); ++word)
        for (std::uint64_t left = marked[word]; left != 0; left &= left - 1)
            found.push_back(static_cast<int>(word * bits) + std::countr_zero(left));
    return found;
}

}  // namespace plumbline::canvas
