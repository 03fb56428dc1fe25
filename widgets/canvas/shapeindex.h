// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"
#include "widgets/export.h"

#include <vector>

namespace plumbline::canvas {

/// Boxes in a grid, so that asking what lies in a region costs what lies there. Made anew in a few milliseconds for a hundred
/// thousand. A value.
class PLUMBLINE_WIDGETS_EXPORT ShapeIndex
{
public:
    ShapeIndex() = default;
    explicit ShapeIndex(const std::vector<geometry::Box> &boxes);

    /// Positions of boxes that meet the region, ascending; only those whose longer side has this length.
    [[nodiscard]] std::vector<int> within(const geometry::Box &region, const std::vector<geometry::Box> &boxes,
                                          double leastSide = 0) const;
    /// How many boxes meet the region; counting ends at `most`, so that asking whether there are many costs little.
    [[nodiscard]] std::size_t countWithin(const geometry::Box &region, const std::vector<geometry::Box> &boxes,
                                          std::size_t most) const;

private:
    struct Cells {
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
    };
    [[nodiscard]] Cells cellsOf(const geometry::Box &box) const;
    /// So much of the grid is asked for that looking at every box is quicker.
    [[nodiscard]] bool scans(const Cells &asked) const;

    double m_left = 0;
    double m_top = 0;
    double m_cellWidth = 1;
    double m_cellHeight = 1;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<int> m_begin;  // of each cell in m_items, and the end of the last
    std::vector<int> m_items;
    std::vector<int> m_large;  // boxes over many cells
};

}  // namespace plumbline::canvas
