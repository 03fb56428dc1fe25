// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/masks/canvas.h"

#include "core/extension/formatsupport.h"
#include "core/geometry/mask.h"

#include <algorithm>
#include <cmath>

namespace plumbline::masks {

Canvas::Canvas(QSize size)
    : m_size(size), m_owners(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()))
{}

int Canvas::paint(const geometry::Mask &mask)
{
    ++m_count;
    auto at = m_owners.begin();
    for (std::size_t i = 0; i < mask.counts.size(); ++i) {
        const auto end = at + std::min<std::ptrdiff_t>(mask.counts[i], m_owners.end() - at);
        if (i % 2 == 1) {
            m_hidden += static_cast<std::uint64_t>(std::count_if(at, end, [](std::uint32_t owner) { return owner != 0; }));
            std::fill(at, end, static_cast<std::uint32_t>(m_count));
        }
        at = end;
    }
    return m_count;
}

std::vector<std::uint64_t> Canvas::visible() const
{
    std::vector<std::uint64_t> pixels(static_cast<std::size_t>(m_count) + 1);
    for (const std::uint32_t owner : m_owners)
        ++pixels[owner];
    return pixels;
}

QImage Canvas::picture(const std::vector<std::uint32_t> &values, QImage::Format format) const
{
    QImage image(m_size, format);
    if (image.isNull())
        return image;
    const auto height = static_cast<std::size_t>(m_size.height());
    for (int y = 0; y < m_size.height(); ++y) {
        uchar *line = image.scanLine(y);
        for (int x = 0; x < m_size.width(); ++x) {
            const std::uint32_t value = values[m_owners[static_cast<std::size_t>(x) * height + static_cast<std::size_t>(y)]];
            if (format == QImage::Format_Grayscale16)
                reinterpret_cast<quint16 *>(line)[x] = static_cast<quint16>(value);
            else
                line[x] = static_cast<uchar>(value);
        }
    }
    return image;
}

namespace {

// As geometry::rasterised, but looks only at the part of the picture that the polygon is in.
geometry::Mask rasterisedNear(const geometry::Polygon &polygon, QSize size)
{
    const auto width = static_cast<std::uint32_t>(size.width());
    const auto height = static_cast<std::uint32_t>(size.height());
    const std::uint64_t pixels = std::uint64_t(width) * height;
    const auto bounds = geometry::boundsOf(polygon).value_or(geometry::Box{});
    const auto cut = [](double edge, std::uint32_t end) {
        return static_cast<std::uint32_t>(std::clamp(edge, 0.0, double(end)));
    };
    const std::uint32_t left = cut(std::floor(bounds.x), width);
    const std::uint32_t top = cut(std::floor(bounds.y), height);
    const std::uint32_t right = cut(std::ceil(bounds.right()), width);
    const std::uint32_t bottom = cut(std::ceil(bounds.bottom()), height);
    geometry::Mask mask{width, height, {}};
    std::uint64_t done = 0;
    if (right > left && bottom > top) {
        const auto moved = std::get<geometry::Polygon>(geometry::translated(polygon, -double(left), -double(top)));
        const std::uint32_t rows = bottom - top;
        const geometry::Mask part = geometry::rasterised(moved, right - left, rows);
        std::uint64_t at = 0;
        for (std::size_t i = 0; i < part.counts.size(); ++i) {
            const std::uint64_t end = at + part.counts[i];
            // A run that goes on in the next column of the part has a gap between in the picture.
            while (i % 2 == 1 && at < end) {
                const std::uint64_t length = std::min<std::uint64_t>(end - at, rows - at % rows);
                const std::uint64_t start = (left + at / rows) * height + top + at % rows;
                if (start == done && !mask.counts.empty()) {
                    mask.counts.back() += static_cast<std::uint32_t>(length);
                } else {
                    mask.counts.push_back(static_cast<std::uint32_t>(start - done));
                    mask.counts.push_back(static_cast<std::uint32_t>(length));
                }
                done = start + length;
                at += length;
            }
            at = end;
        }
    }
    if (done < pixels)
        mask.counts.push_back(static_cast<std::uint32_t>(pixels - done));
    return mask;
}

}  // namespace

std::optional<geometry::Mask> pixelsOf(const geometry::Geometry &shape, QSize size)
{
    if (!geometry::whyInvalid(shape).isEmpty())
        return std::nullopt;
    const auto width = static_cast<std::uint32_t>(size.width());
    const auto height = static_cast<std::uint32_t>(size.height());
    if (const auto *mask = std::get_if<geometry::Mask>(&shape))
        return mask->width == width && mask->height == height ? std::optional(*mask) : std::nullopt;
    if (const auto *polygon = std::get_if<geometry::Polygon>(&shape))
        return rasterisedNear(*polygon, size);
    const auto outline = extension::outlineOf(shape);
    return outline ? std::optional(rasterisedNear(*outline, size)) : std::nullopt;
}

}  // namespace plumbline::masks
