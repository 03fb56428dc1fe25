// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/shapes.h"

#include <algorithm>
#include <limits>

namespace plumbline::geometry {

/// Foreground pixels [top, bottom) of one column.
struct Span {
    std::uint32_t column = 0;
    std::uint32_t top = 0;
    std::uint32_t bottom = 0;
    bool operator==(const Span &) const = default;
};

/// Spans in order of column and row; within a column they neither overlap nor touch.
using Spans = std::vector<Span>;

/// Collects run lengths; runs longer than 32 bits are cut by runs of nothing.
class RunWriter
{
public:
    explicit RunWriter(std::vector<std::uint32_t> &counts) : m_counts(counts) {}
    void add(bool foreground, std::uint64_t length)
    {
        if (length == 0)
            return;
        if (foreground != m_foreground) {
            flush();
            m_foreground = foreground;
        }
        m_length += length;
    }
    void finish() { flush(); }

private:
    void flush()
    {
        constexpr std::uint64_t longest = std::numeric_limits<std::uint32_t>::max();
        for (; m_length > longest; m_length -= longest)
            m_counts.insert(m_counts.end(), {static_cast<std::uint32_t>(longest), 0});
        m_counts.push_back(static_cast<std::uint32_t>(m_length));
        m_length = 0;
    }

    std::vector<std::uint32_t> &m_counts;
    std::uint64_t m_length = 0;
    bool m_foreground = false;
};

/// Calls f(start, end) for the foreground in pixels of the column-major order, joined where empty runs cut it; runs beyond
/// width × height are left out.
template <typename F>
void forEachForeground(const Mask &mask, F f)
{
    const std::uint64_t pixels = std::uint64_t(mask.width) * mask.height;
    std::uint64_t position = 0;
    std::uint64_t start = 0;
    std::uint64_t end = 0;
    for (std::size_t i = 0; i < mask.counts.size() && position < pixels; ++i) {
        const std::uint64_t next = std::min(pixels, position + mask.counts[i]);
        if (i % 2 == 1 && next > position) {
            if (end != position || start == end) {
                if (end > start)
                    f(start, end);
                start = position;
            }
            end = next;
        }
        position = next;
    }
    if (end > start)
        f(start, end);
}

/// Calls f(column, top, bottom) for every span of the mask, in order.
template <typename F>
void forEachSpan(const Mask &mask, F f)
{
    const std::uint64_t height = mask.height;
    forEachForeground(mask, [&](std::uint64_t start, std::uint64_t end) {
        while (start < end) {
            const std::uint64_t column = start / height;
            const std::uint64_t columnEnd = std::min(end, (column + 1) * height);
            f(static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(start - column * height),
              static_cast<std::uint32_t>(columnEnd - column * height));
            start = columnEnd;
        }
    });
}

[[nodiscard]] inline Spans spansOf(const Mask &mask)
{
    Spans spans;
    forEachSpan(mask,
                [&](std::uint32_t column, std::uint32_t top, std::uint32_t bottom) { spans.push_back({column, top, bottom}); });
    return spans;
}

/// Spans must lie inside width × height.
[[nodiscard]] inline Mask maskOf(const Spans &spans, std::uint32_t width, std::uint32_t height)
{
    Mask mask{width, height, {}};
    RunWriter runs(mask.counts);
    std::uint64_t position = 0;
    for (const Span &span : spans) {
        const std::uint64_t start = std::uint64_t(span.column) * height + span.top;
        runs.add(false, start - position);
        position = start + (span.bottom - span.top);
        runs.add(true, span.bottom - span.top);
    }
    runs.add(false, std::uint64_t(width) * height - position);
    runs.finish();
    return mask;
}

/// Sorts the intervals [first, second) of one column and appends them, joined, as spans.
inline void appendJoined(Spans &spans, std::uint32_t column, std::vector<std::pair<std::uint32_t, std::uint32_t>> &intervals)
{
    std::sort(intervals.begin(), intervals.end());
    for (const auto &[top, bottom] : intervals) {
        if (top >= bottom)
            continue;
        if (!spans.empty() && spans.back().column == column && top <= spans.back().bottom)
            spans.back().bottom = std::max(spans.back().bottom, bottom);
        else
            spans.push_back({column, top, bottom});
    }
}

}  // namespace plumbline::geometry
