// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/base/result.h"
#include "core/geometry/shapes.h"

#include <QImage>
#include <QSize>
#include <QString>

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>


namespace plumbline::extension {

/// Pixels beyond which a picture of labels is neither read nor written.
inline constexpr std::int64_t maximumLabelPixels = std::int64_t(1) << 27;

/// Reads a picture whose pixels are numbers or colours, as it is (no rotation). Fails with words when it is too large or broken.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QImage> readLabelPicture(const QString &path);

/// The masks of the pixels of each value, which `valueAt(x, y)` gives. Values that `wanted` refuses are background.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::unordered_map<std::uint32_t, geometry::Mask>
masksByValue(QSize size, const std::function<std::uint32_t(int, int)> &valueAt, const std::function<bool(std::uint32_t)> &wanted);

/// Shapes drawn over each other in one picture: each pixel belongs to the last shape that covers it.
class PLUMBLINE_CORE_EXPORT LabelCanvas
{
public:
    /// The size is that of the picture and at most maximumLabelPixels.
    explicit LabelCanvas(QSize size);

    [[nodiscard]] QSize size() const { return m_size; }
    /// Draws and gives the shape its number, from 1. Masks of another size are cut or left short at the top left corner.
    std::uint32_t draw(const geometry::Mask &mask);
    [[nodiscard]] std::uint32_t at(int x, int y) const
    {
        return m_values[static_cast<std::size_t>(x) * static_cast<std::size_t>(m_size.height()) + static_cast<std::size_t>(y)];
    }
    /// Pixels of a shape that are still seen, and that it has in all.
    [[nodiscard]] std::int64_t seen(std::uint32_t number) const { return m_shapes[number - 1].seen; }
    [[nodiscard]] std::int64_t drawn(std::uint32_t number) const { return m_shapes[number - 1].drawn; }
    /// Pixels that were drawn over by another shape, each time; shapes of which nothing is seen; pixels of no shape.
    [[nodiscard]] std::int64_t hidden() const;
    [[nodiscard]] std::int64_t shapesGone() const;
    [[nodiscard]] std::int64_t bare() const;
    /// A picture that holds values[number] for each pixel, values[0] where there is no shape: Format_Indexed8,
    /// Format_Grayscale8 or Format_Grayscale16. Null when memory does not suffice.
    [[nodiscard]] QImage picture(const std::vector<std::uint32_t> &values, QImage::Format format) const;

private:
    struct Shape {
        std::int64_t seen = 0;
        std::int64_t drawn = 0;
    };
    QSize m_size;
    std::vector<std::uint32_t> m_values;  // column by column, as masks are
    std::vector<Shape> m_shapes;
};

/// The pixels of a shape with an area (mask, polygon, box, rotated box, ellipse) in a picture of this size; nothing for others,
/// for invalid shapes and for sizes that are empty or too large.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<geometry::Mask> pixelsOf(const geometry::Geometry &shape, QSize picture);

/// A picture as the bytes of a PNG file, the same for the same picture.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<QByteArray> pngOf(const QImage &picture);

}  // namespace plumbline::extension
