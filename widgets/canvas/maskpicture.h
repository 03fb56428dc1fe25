// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"
#include "widgets/canvas/viewtransform.h"

#include <QCache>
#include <QColor>
#include <QImage>

#include <cstdint>
#include <vector>

class QPainter;

namespace plumbline::canvas {

/// A mask ready to be drawn at any zoom: the foreground in one colour, as tiles that are made from the runs when they first
/// come in sight and halved copies of them for small scales. Drawing costs what lies on the screen, not what the picture
/// holds. Main thread only.
class PLUMBLINE_WIDGETS_EXPORT MaskPicture
{
public:
    /// A mask without foreground, or wider than 2^20 pixels, draws nothing.
    MaskPicture(const geometry::Mask &mask, const QColor &colour);

    /// Paints the foreground that lies in `clip` (screen space), opaque but for the painter's own opacity; softened when
    /// shrunk, whole pixels from three times on.
    void paint(QPainter &painter, const ViewTransform &view, const QRectF &clip, double devicePixelRatio) const;
    /// Whole-pixel box around the foreground; empty for none.
    [[nodiscard]] const geometry::Box &bounds() const { return m_bounds; }

private:
    struct Rows {
        std::uint32_t top;
        std::uint32_t bottom;
    };

    [[nodiscard]] QRect areaOf(int level, int column, int row) const;
    [[nodiscard]] QImage tile(int level, int column, int row) const;
    [[nodiscard]] const QImage *cachedTile(int level, int column, int row) const;

    QColor m_colour;
    geometry::Box m_bounds;
    std::uint32_t m_firstColumn = 0;
    std::vector<std::size_t> m_starts;  // per column of the bounds, and one more: its first rows
    std::vector<Rows> m_rows;
    mutable QCache<quint64, QImage> m_tiles;
};

}  // namespace plumbline::canvas
