// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/jobs/jobcontrol.h"
#include "core/overlap/clusters.h"

#include <optional>

/// Agreement from distances between whole labelings (Braylan, Alonso and Lease, WWW 2022): no clusters, no classes of chance;
/// what people drew on the same item is compared with what they drew on different ones.
namespace plumbline::overlap {

/// 1 - 2 · (sum of the likeness of matched objects) / (objects of a + objects of b): a soft F1 turned into a distance, in [0, 1].
/// Objects of the same class are matched one to one for the largest sum; pairs less alike than ItemOverlaps::floor are not
/// matched. 0 for two people who drew nothing.
[[nodiscard]] PLUMBLINE_CORE_EXPORT double labelingDistance(const ItemLabelings &item, const ItemOverlaps &overlaps,
                                                            std::size_t a, std::size_t b);

enum class NoDistances {
    NoSameItem,  ///< no item that two people labeled
    NoCrossItem,  ///< fewer than two items with labels
    NoSpread,  ///< what was drawn on different items does not differ: nothing to measure against
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString noDistancesText(NoDistances reason);  ///< translated

struct DistanceAgreement {
    double alpha = 0;  ///< 1 - mean distance on the same item / mean distance across items
    double sigma = 0;  ///< share of same-item distances below the 5 % quantile of a Gaussian kernel estimate of the others
    double ks = 0;  ///< largest lead of the same-item distribution function over the other: 1 = fully apart, 0 = alike
    double within = 0;  ///< mean distance on the same item
    double across = 0;
    std::int64_t withinCount = 0;
    std::int64_t acrossCount = 0;
};
using DistanceResult = tl::expected<DistanceAgreement, NoDistances>;

/// Bandwidth of the kernel: Scott's rule, n^(-1/5) standard deviations; without spread the step at the common value.
[[nodiscard]] PLUMBLINE_CORE_EXPORT DistanceResult agreementOfDistances(std::vector<double> within, std::vector<double> across);

/// Takes items one after another. All pairs of people on the same item count; across items at most 4000 pairs are drawn with
/// the seed, from at most 400 labelings (a reservoir sample), in pixels from the top-left corner whatever the pictures' sizes.
class PLUMBLINE_CORE_EXPORT DistanceMeter
{
public:
    explicit DistanceMeter(std::uint64_t seed = 1);
    void add(const ItemLabelings &item, const ItemOverlaps &overlaps);
    /// Two labelings that are too large to be compared (ItemOverlaps::of) are passed over. Cancelled is the only error.
    [[nodiscard]] Result<DistanceResult> result(const jobs::JobControl &control = {}) const;

private:
    struct Kept {
        std::int64_t item = 0;
        std::uint32_t width = 0;
        std::uint32_t height = 0;
        Labeling labeling;
    };
    std::uint64_t m_seed;
    base::SeededRandom m_random;
    std::vector<double> m_within;
    std::vector<Kept> m_kept;
    std::int64_t m_items = 0;
    std::uint64_t m_labelings = 0;
};

}  // namespace plumbline::overlap
