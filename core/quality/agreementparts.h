// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/agreement.h"

/// The measures behind agreement(). Private to the folder.
namespace plumbline::quality {

using Units = std::span<const std::uint32_t>;

constexpr std::size_t mostCategories = 2000;  // where a table of their squares is gone through

/// Agreement weight, 0 to 1, of two categories by their places. Keeps a view of the options' distances.
class CategoryWeights
{
public:
    explicit CategoryWeights(std::size_t count) : m_count(count) {}
    CategoryWeights(std::size_t count, const AgreementOptions &options);

    [[nodiscard]] bool weighted() const { return m_kind.has_value(); }
    [[nodiscard]] std::optional<Undefined> problem(const Ratings &ratings) const;
    [[nodiscard]] double operator()(std::size_t i, std::size_t j) const
    {
        if (!m_kind || m_count < 2)
            return i == j ? 1 : 0;
        if (*m_kind == Weights::Given)
            return m_largest > 0 ? 1 - m_distances[i * m_count + j] / m_largest : 1;
        const double step = (i > j ? static_cast<double>(i - j) : static_cast<double>(j - i)) / static_cast<double>(m_count - 1);
        return 1 - (*m_kind == Weights::Linear ? step : step * step);
    }

private:
    std::size_t m_count;
    std::optional<Weights> m_kind;
    std::span<const double> m_distances;
    double m_largest = 0;
};

/// Ratings of one unit counted by category: only what is there.
class Tally
{
public:
    explicit Tally(std::size_t categories) : m_counts(categories, 0) {}

    const std::vector<std::uint32_t> &count(std::span<const std::uint32_t> said)
    {
        for (const std::uint32_t c : m_used)
            m_counts[c] = 0;
        m_used.clear();
        for (const std::uint32_t c : said)
            if (m_counts[c]++ == 0)
                m_used.push_back(c);
        return m_used;
    }
    [[nodiscard]] double of(std::uint32_t category) const { return m_counts[category]; }
    /// Ordered pairs of equal ratings.
    [[nodiscard]] double equalPairs() const
    {
        double pairs = 0;
        for (const std::uint32_t c : m_used)
            pairs += of(c) * (of(c) - 1);
        return pairs;
    }

private:
    std::vector<std::uint32_t> m_counts;
    std::vector<std::uint32_t> m_used;
};

[[nodiscard]] Agreement percentAgreement(const Ratings &ratings, Units units);
/// Without weights: Cohen's first kappa.
[[nodiscard]] Agreement cohenKappa(const Ratings &ratings, const CategoryWeights &weights, Units units);
[[nodiscard]] Agreement scottPi(const Ratings &ratings, Units units);
[[nodiscard]] Agreement bennettS(const Ratings &ratings, Units units);
[[nodiscard]] Agreement fleissKappa(const Ratings &ratings, Units units);
[[nodiscard]] Agreement fleissVarying(const Ratings &ratings, Units units);
[[nodiscard]] Agreement congerKappa(const Ratings &ratings, Units units);
[[nodiscard]] Agreement brennanPrediger(const Ratings &ratings, Units units);
[[nodiscard]] Agreement gwetAc(const Ratings &ratings, const CategoryWeights &weights, Units units);
[[nodiscard]] Agreement krippendorffAlpha(const Ratings &ratings, const AgreementOptions &options, Units units);
/// As if each unit stood there so many times.
[[nodiscard]] Agreement repeatedAlpha(const Ratings &ratings, const AgreementOptions &options, std::span<const std::uint32_t> times);
/// Units whose ratings are the same but for their raters. Raters and names are left out.
struct AlikeUnits {
    Ratings kinds;                      ///< one unit of each kind
    std::vector<std::uint32_t> kindOf;  ///< of each unit; empty when there are hardly fewer kinds than units
};
[[nodiscard]] AlikeUnits alikeUnits(const Ratings &ratings);
[[nodiscard]] Agreement masiAlpha(const Ratings &ratings, Units units);
[[nodiscard]] Agreement icc(const Ratings &ratings, IccForm form, Units units);
[[nodiscard]] Agreement kendallTauB(const Ratings &ratings, Units units);
[[nodiscard]] Agreement kendallW(const Ratings &ratings, Units units);

/// Of the resamples that had a value; nothing when they are fewer than half of `resamples`.
[[nodiscard]] std::optional<AgreementInterval> percentileInterval(std::vector<double> values, int resamples, double mass);

}  // namespace plumbline::quality
