// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/cbor.h"
#include "core/base/export.h"
#include "core/quality/posterior.h"

#include <cstdint>
#include <optional>

namespace plumbline::quality {

/// Mean of a continuous measure (IoU, boundary error, faces of cuboids) over objects that come in items. The interval treats items as
/// independent and objects of one item as not: the variance of a ratio of sums (linearised), Student's t with items - 1
/// degrees of freedom. add and remove cost the same whatever came before; sums are fixed point (2^-32), hence equal for every
/// order and after every removal. A value.
class PLUMBLINE_CORE_EXPORT ClusteredMean
{
public:
    /// One item: sum of its objects' values and how many. Sums that are not finite or beyond ± 2^20, and counts below 1 or above
    /// 2^20, are ignored.
    void add(double sum, std::int64_t count) { apply(sum, count, 1); }
    void remove(double sum, std::int64_t count) { apply(sum, count, -1); }

    [[nodiscard]] std::int64_t items() const { return m_items; }
    [[nodiscard]] std::int64_t objects() const { return m_objects; }
    [[nodiscard]] std::optional<double> mean() const;
    /// Nothing below two items.
    [[nodiscard]] std::optional<Interval> interval(double confidence = 0.95) const;

    void encode(base::CborWriter &writer) const;
    /// A broken form sets reader.failed().
    [[nodiscard]] static ClusteredMean decode(base::CborReader &reader);
    bool operator==(const ClusteredMean &) const = default;

private:
    // A sum of numbers up to 2^40 in two parts that each have room for 2^22 of them.
    struct WideSum {
        std::int64_t whole = 0;
        std::int64_t fraction = 0;  // fixed point
        void apply(double value, int sign);
        [[nodiscard]] double value() const;
        bool operator==(const WideSum &) const = default;
    };
    void apply(double sum, std::int64_t count, int sign);

    std::int64_t m_items = 0;
    std::int64_t m_objects = 0;
    std::int64_t m_countSquares = 0;
    WideSum m_sum;
    WideSum m_squares;
    WideSum m_products;  // of sum and count
};

}  // namespace plumbline::quality
