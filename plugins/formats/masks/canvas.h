// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

#include <QImage>
#include <QSize>

#include <vector>

namespace plumbline::masks {

/// Most pixels of a picture that is painted.
inline constexpr qint64 maximumCanvas = qint64(1) << 27;

/// Whose each pixel is. Shapes are painted one after another; what is painted later hides what lies below.
class Canvas
{
public:
    explicit Canvas(QSize size);

    /// Paints a mask of the canvas's size and returns its number, from 1.
    int paint(const geometry::Mask &mask);

    /// Pixels that were painted over by another shape.
    [[nodiscard]] std::uint64_t hidden() const { return m_hidden; }
    /// Pixels of each shape that are left, by number; 0 = pixels of none.
    [[nodiscard]] std::vector<std::uint64_t> visible() const;

    /// A picture that holds values[number] for each pixel: Format_Indexed8, Format_Grayscale8 or Format_Grayscale16.
    [[nodiscard]] QImage picture(const std::vector<std::uint32_t> &values, QImage::Format format) const;

private:
    QSize m_size;
    std::vector<std::uint32_t> m_owners;  // column by column, as masks are
    int m_count = 0;
    std::uint64_t m_hidden = 0;
};

/// The pixels of a shape in a picture of this size: a mask of the same size, or the pixels whose centre lies inside a shape with
/// an area. Nothing for other shapes and for masks of another size.
[[nodiscard]] std::optional<geometry::Mask> pixelsOf(const geometry::Geometry &shape, QSize size);

}  // namespace plumbline::masks
