// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/geometry/brushstroke.h"

#include <optional>
#include <utility>
#include <vector>

namespace plumbline::geometry {

/// The pixels of a stroke that is still being drawn. Each step is reckoned when it comes, so that the end of a long stroke over
/// a large picture has little left to do. A value; one thread at a time.
class PLUMBLINE_CORE_EXPORT StrokePixels
{
public:
    /// Of a picture of width × height; a picture wider than widestMask stays empty.
    StrokePixels(std::uint32_t width, std::uint32_t height);

    /// Takes in the dabs that came since the last call. Those before must be what they were.
    void follow(const BrushStroke &stroke);
    /// What maskOfStroke() says of all that was taken in.
    [[nodiscard]] Mask mask() const;

private:
    /// Rows [first, second), in the order in which they were covered.
    using Rows = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
    void addStep(std::vector<Rows> &columns, TipShape tip, const Dab &a, const Dab &b) const;

    std::uint32_t m_width;
    std::uint32_t m_height;
    std::vector<Rows> m_columns;
    std::size_t m_followed = 0;   // dabs
    std::optional<Dab> m_single;  // the first dab, as long as it is the only one
    TipShape m_tip = TipShape::Round;
};

}  // namespace plumbline::geometry
