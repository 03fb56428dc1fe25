// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/maskpicture.h"

#include "core/geometry/mask.h"
#include "core/geometry/maskoperations.h"
#include "core/geometry/maskspans.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace plumbline::canvas {

namespace {

constexpr int tileSide = 256;             // pixels of its level
constexpr int highestLevel = 16;
constexpr int cacheKibibytes = 24 << 10;  // per mask: more than two screens full
constexpr int sampledColumns = 4;         // of the picture, for one pixel of a small copy
constexpr double wholePixelsFrom = 3;     // device pixels per image pixel

}  // namespace

MaskPicture::MaskPicture(const geometry::Mask &mask, const QColor &colour) : m_colour(colour), m_tiles(cacheKibibytes)
{
    if (mask.width > geometry::widestMask)
        return;
    const std::optional<geometry::Box> bounds = geometry::maskBounds(mask);
    if (!bounds)
        return;
    m_bounds = *bounds;
    m_firstColumn = static_cast<std::uint32_t>(bounds->x);
    m_starts.assign(static_cast<std::size_t>(bounds->w) + 1, 0);
    geometry::forEachSpan(mask, [this](std::uint32_t column, std::uint32_t top, std::uint32_t bottom) {
        m_rows.push_back({top, bottom});
        m_starts[column - m_firstColumn + 1] = m_rows.size();
    });
    for (std::size_t i = 1; i < m_starts.size(); ++i)
        m_starts[i] = std::max(m_starts[i], m_starts[i - 1]);
}

// What a tile has of the bounds, in pixels of its level: small masks take little memory.
QRect MaskPicture::areaOf(int level, int column, int row) const
{
    const double step = double(std::int64_t(1) << level);
    const QRect held(QPoint(static_cast<int>(std::floor(m_bounds.x / step)), static_cast<int>(std::floor(m_bounds.y / step))),
                     QPoint(static_cast<int>(std::ceil(m_bounds.right() / step)) - 1,
                            static_cast<int>(std::ceil(m_bounds.bottom() / step)) - 1));
    return QRect(column * tileSide, row * tileSide, tileSide, tileSide).intersected(held);
}

QImage MaskPicture::tile(int level, int column, int row) const
{
    const QRect area = areaOf(level, column, row);
    if (area.isEmpty())
        return {};
    const std::int64_t step = std::int64_t(1) << level;
    const std::int64_t left = area.left() * step;
    const std::int64_t top = area.top() * step;
    const std::int64_t bottom = top + area.height() * step;
    const std::int64_t samples = std::min<std::int64_t>(step, sampledColumns);
    QImage image(area.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(0);
    const QRgb opaque = QColor(m_colour.red(), m_colour.green(), m_colour.blue()).rgba();
    // Rows covered so far in each pixel of one column of the tile, of samples × step.
    std::array<std::int64_t, tileSide> covered{};
    bool any = false;
    for (int x = 0; x < area.width(); ++x) {
        covered.fill(0);
        bool touched = false;
        for (std::int64_t sample = 0; sample < samples; ++sample) {
            const std::int64_t at = left + x * step + (2 * sample + 1) * step / (2 * samples) - m_firstColumn;
            if (at < 0 || at + 1 >= static_cast<std::int64_t>(m_starts.size()))
                continue;
            const auto first = m_rows.begin() + static_cast<std::ptrdiff_t>(m_starts[static_cast<std::size_t>(at)]);
            const auto end = m_rows.begin() + static_cast<std::ptrdiff_t>(m_starts[static_cast<std::size_t>(at) + 1]);
            auto rows =
                std::lower_bound(first, end, top, [](const Rows &r, std::int64_t y) { return std::int64_t(r.bottom) <= y; });
            for (; rows != end && rows->top < bottom; ++rows) {
                touched = true;
                const std::int64_t from = std::max<std::int64_t>(rows->top, top) - top;
                const std::int64_t to = std::min<std::int64_t>(rows->bottom, bottom) - top;
                for (std::int64_t y = from / step; y * step < to; ++y)
                    covered[static_cast<std::size_t>(y)] += std::min(to, (y + 1) * step) - std::max(from, y * step);
            }
        }
        if (!touched)
            continue;
        any = true;
        for (int y = 0; y < area.height(); ++y) {
            const std::int64_t share = covered[static_cast<std::size_t>(y)];
            if (share == 0)
                continue;
            QRgb pixel = opaque;
            if (share < samples * step)
                pixel = qPremultiply(
                    qRgba(m_colour.red(), m_colour.green(), m_colour.blue(), static_cast<int>(share * 255 / (samples * step))));
            reinterpret_cast<QRgb *>(image.scanLine(y))[x] = pixel;
        }
    }
    return any ? image : QImage();
}

const QImage *MaskPicture::cachedTile(int level, int column, int row) const
{
    const quint64 key = (quint64(level) << 56) | (quint64(column) << 28) | quint64(row);
    if (const QImage *known = m_tiles.object(key))
        return known;
    auto *made = new QImage(tile(level, column, row));
    const int cost = 1 + static_cast<int>(made->sizeInBytes() >> 10);
    m_tiles.insert(key, made, cost);
    return m_tiles.object(key);
}

void MaskPicture::paint(QPainter &painter, const ViewTransform &view, const QRectF &clip, double devicePixelRatio) const
{
    const QRectF seen = view.rectOf(m_bounds).intersected(clip);
    if (seen.isEmpty())
        return;
    const double scale = view.scale * devicePixelRatio;
    int level = 0;
    while (level < highestLevel && scale * double(std::int64_t(2) << level) <= 1)
        ++level;
    const double side = double(std::int64_t(tileSide) << level);
    const geometry::Box part = view.toImage(seen);
    // Shared borders on whole device pixels: neither gaps nor seams between tiles.
    const auto snap = [devicePixelRatio](double v) { return std::round(v * devicePixelRatio) / devicePixelRatio; };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, scale < wholePixelsFrom);
    const auto end = [side](double v) { return static_cast<int>(std::ceil(v / side)); };
    for (int row = static_cast<int>(std::floor(part.y / side)); row < end(part.bottom()); ++row) {
        for (int column = static_cast<int>(std::floor(part.x / side)); column < end(part.right()); ++column) {
            const QImage *image = column < 0 || row < 0 ? nullptr : cachedTile(level, column, row);
            if (!image || image->isNull())
                continue;
            const QRect area = areaOf(level, column, row);
            const double step = double(std::int64_t(1) << level);
            const QPointF topLeft = view.toScreen({area.left() * step, area.top() * step});
            const QPointF bottomRight = view.toScreen({(area.left() + area.width()) * step, (area.top() + area.height()) * step});
            painter.drawImage(
                QRectF(QPointF(snap(topLeft.x()), snap(topLeft.y())), QPointF(snap(bottomRight.x()), snap(bottomRight.y()))),
                *image);
        }
    }
    painter.restore();
}

}  // namespace plumbline::canvas
