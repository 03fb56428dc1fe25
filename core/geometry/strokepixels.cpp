// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/geometry/strokepixels.h"

#include "core/geometry/maskoperations.h"
#include "core/geometry/maskspans.h"

#include <algorithm>
#include <cmath>

namespace plumbline::geometry {

namespace {

bool isUsable(const Dab &dab)
{
    return std::isfinite(dab.centre.x) && std::isfinite(dab.centre.y) && std::isfinite(dab.radius) && dab.radius > 0;
}

}  // namespace

StrokePixels::StrokePixels(std::uint32_t width, std::uint32_t height)
    : m_width(width), m_height(height), m_columns(width > widestMask ? 0 : width)
{
}

void StrokePixels::addStep(std::vector<Rows> &columns, TipShape tip, const Dab &a, const Dab &b) const
{
    if (columns.empty() || !isUsable(a) || !isUsable(b))
        return;
    const Box bounds = boundsOfStep(a, b);
    const auto first = static_cast<std::int64_t>(std::clamp(std::ceil(bounds.x - 0.5), 0.0, double(m_width)));
    const auto last = static_cast<std::int64_t>(std::clamp(std::floor(bounds.right() - 0.5), -1.0, double(m_width) - 1));
    for (std::int64_t column = first; column <= last; ++column) {
        const auto covered = coveredAt(tip, a, b, double(column) + 0.5);
        if (!covered)
            continue;
        const auto top = static_cast<std::uint32_t>(std::clamp(std::ceil(covered->first - 0.5), 0.0, double(m_height)));
        const auto bottom =
            static_cast<std::uint32_t>(std::clamp(std::floor(covered->second - 0.5) + 1, 0.0, double(m_height)));
        Rows &rows = columns[static_cast<std::size_t>(column)];
        // Steps follow each other: nearly all of them only lengthen the interval before.
        if (!rows.empty() && top <= rows.back().second && bottom >= rows.back().first)
            rows.back() = {std::min(top, rows.back().first), std::max(bottom, rows.back().second)};
        else if (top < bottom)
            rows.emplace_back(top, bottom);
    }
}

void StrokePixels::follow(const BrushStroke &stroke)
{
    m_tip = stroke.tip;
    for (std::size_t i = std::max<std::size_t>(m_followed, 1); i < stroke.dabs.size(); ++i)
        addStep(m_columns, m_tip, stroke.dabs[i - 1], stroke.dabs[i]);
    m_followed = std::max(m_followed, stroke.dabs.size());
    m_single = m_followed == 1 ? std::optional(stroke.dabs.front()) : std::nullopt;
}

Mask StrokePixels::mask() const
{
    if (m_width > widestMask)
        return {};
    std::vector<Rows> single;
    if (m_single) {
        single.resize(m_columns.size());
        addStep(single, m_tip, *m_single, *m_single);
    }
    const std::vector<Rows> &columns = m_single ? single : m_columns;
    Spans spans;
    Rows rows;
    for (std::uint32_t column = 0; column < columns.size(); ++column) {
        rows.assign(columns[column].begin(), columns[column].end());
        appendJoined(spans, column, rows);
    }
    return maskOf(spans, m_width, m_height);
}

}  // namespace plumbline::geometry
