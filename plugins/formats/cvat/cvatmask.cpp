// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/formats/cvat/cvatmask.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace plumbline::cvat {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::cvat", text);
}

struct Span {
    std::uint64_t start = 0;
    std::uint64_t end = 0;
};

/// Turns foreground spans over lines of equal length (rows or columns) into the edges of the spans across the lines: the places
/// where a pixel differs from the one before it on the line before. Lines without a span edge are never looked at.
template <typename Place>
class EdgeFinder
{
public:
    EdgeFinder(std::uint64_t length, Place place) : m_length(length), m_place(std::move(place)) {}

    // Spans come in order and do not touch. False when there are too many edges.
    bool add(Span span)
    {
        std::uint64_t at = span.start;
        while (at < span.end) {
            moveTo(at / m_length);
            const std::uint64_t from = at % m_length;
            const std::uint64_t to = std::min(m_length, from + (span.end - at));
            m_current.push_back({from, to});
            at += to - from;
            const std::uint64_t fullLines = (span.end - at) / m_length;
            if (from == 0 && to == m_length && fullLines > 0) {
                // The next lines are as full as this one.
                moveTo(m_line + 1);
                m_current = m_previous;
                m_line += fullLines - 1;
                at += fullLines * m_length;
            }
        }
        return m_edges.size() <= maximumMaskRuns;
    }
    bool finish(std::uint64_t lines)
    {
        moveTo(lines);
        compare();
        return m_edges.size() <= maximumMaskRuns;
    }
    // In order; where one span ends and the next begins there is no edge.
    std::vector<std::uint64_t> take()
    {
        std::sort(m_edges.begin(), m_edges.end());
        std::vector<std::uint64_t> kept;
        kept.reserve(m_edges.size());
        for (const std::uint64_t edge : m_edges)
            if (!kept.empty() && kept.back() == edge)
                kept.pop_back();
            else
                kept.push_back(edge);
        return kept;
    }

private:
    void moveTo(std::uint64_t line)
    {
        if (line == m_line)
            return;
        compare();
        m_previous = std::move(m_current);
        m_current.clear();
        if (line > m_line + 1) {
            ++m_line;
            compare();
            m_previous.clear();
        }
        m_line = line;
    }
    void compare()
    {
        std::vector<std::uint64_t> ends;
        for (const std::vector<Span> *spans : {&m_previous, &m_current})
            for (const Span &span : *spans)
                ends.insert(ends.end(), {span.start, span.end});
        std::sort(ends.begin(), ends.end());
        for (std::size_t i = 0; i + 1 < ends.size(); i += 2)
            for (std::uint64_t x = ends[i]; x < ends[i + 1] && m_edges.size() <= maximumMaskRuns; ++x)
                m_edges.push_back(m_place(m_line, x));
    }

    std::uint64_t m_length;
    Place m_place;
    std::uint64_t m_line = 0;
    std::vector<Span> m_previous;
    std::vector<Span> m_current;
    std::vector<std::uint64_t> m_edges;
};

tl::unexpected<Error> tooMany()
{
    return fail(ErrorCode::TooLarge, tr("The mask has more than %1 runs.").arg(maximumMaskRuns));
}

std::vector<std::uint32_t> countsOf(std::vector<std::uint64_t> edges, std::uint64_t pixels)
{
    if (edges.empty() || edges.back() != pixels)
        edges.push_back(pixels);
    std::vector<std::uint32_t> counts;
    counts.reserve(edges.size());
    std::uint64_t before = 0;
    for (const std::uint64_t edge : edges) {
        counts.push_back(static_cast<std::uint32_t>(edge - before));
        before = edge;
    }
    return counts;
}

}  // namespace

Result<geometry::Mask> maskFromRle(QStringView rle, const PixelBox &box, std::uint32_t width, std::uint32_t height)
{
    if (std::uint64_t(width) * height > maximumMaskPixels)
        return fail(ErrorCode::TooLarge, tr("The picture is too large for masks."));
    if (box.width == 0 || box.height == 0 || std::uint64_t(box.left) + box.width > width
        || std::uint64_t(box.top) + box.height > height)
        return fail(ErrorCode::Malformed,
                    tr("The mask does not lie inside the picture of %1 × %2 pixels.").arg(width).arg(height));
    const std::uint64_t pixels = std::uint64_t(box.width) * box.height;
    EdgeFinder finder(box.width, [&](std::uint64_t row, std::uint64_t x) { return (box.left + x) * height + box.top + row; });
    std::uint64_t position = 0;
    bool foreground = false;
    Span pending;
    for (const QStringView part : rle.split(QLatin1Char(','))) {
        bool good = false;
        const std::uint64_t count = part.trimmed().toULongLong(&good);
        if (!good || count > pixels - position)
            return fail(ErrorCode::Malformed, good ? tr("The mask's run lengths do not fill its box.")
                                                   : tr("“%1” is no run length.").arg(part.left(40)));
        if (foreground && count > 0) {
            // A background run of no length joins two runs.
            if (pending.end == position && pending.end > pending.start) {
                pending.end += count;
            } else {
                if (!finder.add(pending))
                    return tooMany();
                pending = {position, position + count};
            }
        }
        position += count;
        foreground = !foreground;
    }
    if (position != pixels)
        return fail(ErrorCode::Malformed, tr("The mask's run lengths do not fill its box."));
    if (!finder.add(pending) || !finder.finish(box.height))
        return tooMany();
    return geometry::Mask{width, height, countsOf(finder.take(), std::uint64_t(width) * height)};
}

Result<QString> rleFromMask(const geometry::Mask &mask, const PixelBox &box)
{
    const std::uint64_t pixels = std::uint64_t(box.width) * box.height;
    EdgeFinder finder(mask.height,
                      [&](std::uint64_t column, std::uint64_t y) { return (y - box.top) * box.width + column - box.left; });
    std::uint64_t position = 0;
    Span pending;
    for (std::size_t i = 0; i < mask.counts.size(); ++i) {
        const std::uint64_t end = position + mask.counts[i];
        if (i % 2 == 1 && end > position) {
            if (pending.end == position && pending.end > pending.start) {
                pending.end = end;
            } else {
                if (!finder.add(pending))
                    return tooMany();
                pending = {position, end};
            }
        }
        position = end;
    }
    if (!finder.add(pending) || !finder.finish(mask.width))
        return tooMany();
    QStringList texts;
    for (const std::uint32_t count : countsOf(finder.take(), pixels))
        texts.append(QString::number(count));
    return texts.join(QLatin1String(", "));
}

}  // namespace plumbline::cvat
