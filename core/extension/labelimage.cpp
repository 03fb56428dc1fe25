// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extension/labelimage.h"

#include "core/extension/formatsupport.h"
#include "core/geometry/mask.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumbline::extension {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::extension", text);
}

// As geometry::rasterised(), but looks only at the part of the picture that the polygon is in.
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

Result<QImage> readLabelPicture(const QString &path)
{
    QImageReader reader(path);
    reader.setAutoTransform(false);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (!size.isEmpty() && std::int64_t(size.width()) * size.height() > maximumLabelPixels)
        return fail(ErrorCode::Unsupported, tr("%1 has %2 × %3 pixels; pictures of labels may have %4 million.")
                                                .arg(path)
                                                .arg(size.width())
                                                .arg(size.height())
                                                .arg(maximumLabelPixels / 1'000'000));
    QImage picture = reader.read();
    if (picture.isNull())
        return fail(ErrorCode::Malformed, tr("%1 cannot be read: %2").arg(path, reader.errorString()));
    return picture;
}

std::unordered_map<std::uint32_t, geometry::Mask> masksByValue(QSize size, const std::function<std::uint32_t(int, int)> &valueAt,
                                                               const std::function<bool(std::uint32_t)> &wanted)
{
    struct Growing {
        std::vector<std::uint32_t> counts;
        std::int64_t end = 0;  // of the last run
    };
    std::unordered_map<std::uint32_t, Growing> growing;
    std::unordered_map<std::uint32_t, bool> known;
    const std::int64_t total = std::int64_t(size.width()) * size.height();
    const auto finish = [&](std::uint32_t value, std::int64_t begin, std::int64_t end) {
        const auto [verdict, fresh] = known.try_emplace(value, false);
        if (fresh)
            verdict->second = wanted(value);
        if (!verdict->second || begin == end)
            return;
        Growing &mask = growing[value];
        mask.counts.push_back(static_cast<std::uint32_t>(begin - mask.end));
        mask.counts.push_back(static_cast<std::uint32_t>(end - begin));
        mask.end = end;
    };
    std::uint32_t current = 0;
    std::int64_t begin = 0;
    std::int64_t position = 0;
    for (int x = 0; x < size.width(); ++x) {
        for (int y = 0; y < size.height(); ++y, ++position) {
            const std::uint32_t value = valueAt(x, y);
            if (value == current)
                continue;
            finish(current, begin, position);
            current = value;
            begin = position;
        }
    }
    finish(current, begin, total);
    std::unordered_map<std::uint32_t, geometry::Mask> masks;
    for (auto &[value, mask] : growing) {
        if (mask.end < total)
            mask.counts.push_back(static_cast<std::uint32_t>(total - mask.end));
        masks.emplace(value, geometry::Mask{static_cast<std::uint32_t>(size.width()), static_cast<std::uint32_t>(size.height()),
                                            std::move(mask.counts)});
    }
    return masks;
}

LabelCanvas::LabelCanvas(QSize size)
    : m_size(size), m_values(static_cast<std::size_t>(size.width()) * static_cast<std::size_t>(size.height()), 0)
{}

std::uint32_t LabelCanvas::draw(const geometry::Mask &mask)
{
    const auto number = static_cast<std::uint32_t>(m_shapes.size() + 1);
    Shape &shape = m_shapes.emplace_back();
    const auto width = static_cast<std::uint64_t>(m_size.width());
    const auto height = static_cast<std::uint64_t>(m_size.height());
    // Runs go down the columns; a mask may be larger than the picture.
    const std::uint64_t last = width * mask.height;
    std::uint64_t position = 0;
    for (std::size_t i = 0; i < mask.counts.size() && position < last; ++i) {
        const std::uint64_t end = std::min(last, position + mask.counts[i]);
        while (i % 2 == 1 && position < end) {
            const std::uint64_t x = position / mask.height;
            const std::uint64_t top = position % mask.height;
            const std::uint64_t next = std::min(end, position + mask.height - top);
            const std::uint64_t bottom = std::min(height, top + next - position);
            for (std::uint64_t y = top; y < bottom; ++y) {
                std::uint32_t &value = m_values[x * height + y];
                if (value > 0 && value != number)
                    --m_shapes[value - 1].seen;
                value = number;
                ++shape.seen;
                ++shape.drawn;
            }
            position = next;
        }
        position = end;
    }
    return number;
}

std::int64_t LabelCanvas::hidden() const
{
    return std::accumulate(m_shapes.begin(), m_shapes.end(), std::int64_t(0),
                           [](std::int64_t sum, const Shape &shape) { return sum + shape.drawn - shape.seen; });
}

std::int64_t LabelCanvas::shapesGone() const
{
    return std::count_if(m_shapes.begin(), m_shapes.end(), [](const Shape &shape) { return shape.seen == 0; });
}

std::int64_t LabelCanvas::bare() const
{
    return std::accumulate(m_shapes.begin(), m_shapes.end(), static_cast<std::int64_t>(m_values.size()),
                           [](std::int64_t left, const Shape &shape) { return left - shape.seen; });
}

QImage LabelCanvas::picture(const std::vector<std::uint32_t> &values, QImage::Format format) const
{
    QImage image(m_size, format);
    if (image.isNull())
        return image;
    for (int y = 0; y < m_size.height(); ++y) {
        uchar *line = image.scanLine(y);
        for (int x = 0; x < m_size.width(); ++x) {
            const std::uint32_t value = values[at(x, y)];
            if (format == QImage::Format_Grayscale16)
                reinterpret_cast<quint16 *>(line)[x] = static_cast<quint16>(value);
            else
                line[x] = static_cast<uchar>(value);
        }
    }
    return image;
}

std::optional<geometry::Mask> pixelsOf(const geometry::Geometry &shape, QSize picture)
{
    if (picture.isEmpty() || std::int64_t(picture.width()) * picture.height() > maximumLabelPixels
        || !geometry::whyInvalid(shape).isEmpty())
        return std::nullopt;
    if (const auto *mask = std::get_if<geometry::Mask>(&shape))
        return *mask;
    const auto *polygon = std::get_if<geometry::Polygon>(&shape);
    const std::optional<geometry::Polygon> outline = polygon ? std::optional(*polygon) : outlineOf(shape);
    if (!outline)
        return std::nullopt;
    return rasterisedNear(*outline, picture);
}

Result<QByteArray> pngOf(const QImage &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    if (!writer.write(picture))
        return fail(ErrorCode::Failed, tr("A picture of labels cannot be written: %1").arg(writer.errorString()));
    return bytes;
}

}  // namespace plumbline::extension
