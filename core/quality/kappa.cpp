// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/agreementparts.h"

#include <algorithm>
#include <cmath>

namespace plumbline::quality {

namespace {

constexpr std::size_t mostCategories = 2000;  // a table of their squares

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

private:
    std::vector<std::uint32_t> m_counts;
    std::vector<std::uint32_t> m_used;
};

}  // namespace

Agreement percentAgreement(const Ratings &ratings, Units units)
{
    Tally tally(static_cast<std::size_t>(ratings.categories.size()));
    Coefficient result;
    double sum = 0;
    for (const std::uint32_t unit : units) {
        const auto said = ratings.categoriesOf(unit);
        if (said.size() < 2)
            continue;
        const auto m = static_cast<double>(said.size());
        double pairs = 0;
        for (const std::uint32_t c : tally.count(said))
            pairs += tally.of(c) * (tally.of(c) - 1);
        sum += pairs / (m * (m - 1));
        ++result.units;
        result.ratings += static_cast<std::int64_t>(said.size());
    }
    if (result.units == 0)
        return tl::unexpected(Undefined::NoPairs);
    result.value = result.observed = sum / static_cast<double>(result.units);
    return result;
}

Agreement cohenKappa(const Ratings &ratings, std::optional<Weights> weights, Units units)
{
    if (ratings.raters.size() != 2)
        return tl::unexpected(Undefined::NotTwoRaters);
    const auto q = static_cast<std::size_t>(ratings.categories.size());
    if (q > mostCategories)
        return tl::unexpected(Undefined::TooManyValues);
    if (weights && !ratings.ordered)
        return tl::unexpected(Undefined::NoOrder);
    std::vector<double> table(q * q, 0);
    std::int64_t count = 0;
    for (const std::uint32_t unit : units) {
        const auto said = ratings.categoriesOf(unit);
        if (said.size() != 2)
            continue;
        const bool inOrder = ratings.ratersOf(unit)[0] == 0;
        ++table[said[inOrder ? 0 : 1] * q + said[inOrder ? 1 : 0]];
        ++count;
    }
    if (count == 0)
        return tl::unexpected(Undefined::NoPairs);
    const auto n = static_cast<double>(count);
    std::vector<double> row(q, 0);
    std::vector<double> column(q, 0);
    for (std::size_t i = 0; i < q; ++i)
        for (std::size_t j = 0; j < q; ++j) {
            table[i * q + j] /= n;
            row[i] += table[i * q + j];
            column[j] += table[i * q + j];
        }
    // Weighted margins of each row and column, for chance and for the standard error.
    std::vector<double> rowWeight(q, 0);
    std::vector<double> columnWeight(q, 0);
    double observed = 0;
    double chance = 0;
    for (std::size_t i = 0; i < q; ++i)
        for (std::size_t j = 0; j < q; ++j) {
            const double w = agreementWeight(i, j, q, weights);
            observed += w * table[i * q + j];
            chance += w * row[i] * column[j];
            rowWeight[i] += w * column[j];
            columnWeight[j] += w * row[i];
        }
    if (1 - chance < 1e-12)
        return tl::unexpected(Undefined::OneCategory);
    // Fleiss, Cohen, Everitt, Psychol. Bull. 72 (1969) 323-327.
    double spread = 0;
    for (std::size_t i = 0; i < q; ++i)
        for (std::size_t j = 0; j < q; ++j) {
            const double w = agreementWeight(i, j, q, weights);
            const double term = w * (1 - chance) - (rowWeight[i] + columnWeight[j]) * (1 - observed);
            spread += table[i * q + j] * term * term;
        }
    const double centre = observed * chance - 2 * chance + observed;
    const double variance = (spread - centre * centre) / (n * std::pow(1 - chance, 4));
    return Coefficient{(observed - chance) / (1 - chance), observed, chance, count, 2 * count,
                       std::sqrt(std::max(0.0, variance))};
}

Agreement fleissKappa(const Ratings &ratings, Units units)
{
    Tally tally(static_cast<std::size_t>(ratings.categories.size()));
    std::vector<double> totals(static_cast<std::size_t>(ratings.categories.size()), 0);
    Coefficient result;
    std::size_t perUnit = 0;
    double sum = 0;
    for (const std::uint32_t unit : units) {
        const auto said = ratings.categoriesOf(unit);
        if (said.size() < 2)
            continue;
        if (perUnit != 0 && said.size() != perUnit)
            return tl::unexpected(Undefined::UnequalCounts);
        perUnit = said.size();
        const auto m = static_cast<double>(perUnit);
        double pairs = 0;
        for (const std::uint32_t c : tally.count(said)) {
            pairs += tally.of(c) * (tally.of(c) - 1);
            totals[c] += tally.of(c);
        }
        sum += pairs / (m * (m - 1));
        ++result.units;
        result.ratings += static_cast<std::int64_t>(perUnit);
    }
    if (result.units == 0)
        return tl::unexpected(Undefined::NoPairs);
    result.observed = sum / static_cast<double>(result.units);
    for (double &total : totals) {
        total /= static_cast<double>(result.ratings);
        result.chance += total * total;
    }
    if (1 - result.chance < 1e-12)
        return tl::unexpected(Undefined::OneCategory);
    result.value = (result.observed - result.chance) / (1 - result.chance);
    // Under no agreement beyond chance: Fleiss, Nee, Landis, Psychol. Bull. 86 (1979) 974-977.
    double pq = 0;
    double cubes = 0;
    for (const double p : totals) {
        pq += p * (1 - p);
        cubes += p * (1 - p) * (1 - 2 * p);
    }
    const auto m = static_cast<double>(perUnit);
    result.standardError =
        std::sqrt(2 / (static_cast<double>(result.units) * m * (m - 1))) * std::sqrt(std::max(0.0, pq * pq - cubes)) / pq;
    return result;
}

Agreement gwetAc(const Ratings &ratings, std::optional<Weights> weights, Units units)
{
    const auto q = static_cast<std::size_t>(ratings.categories.size());
    if (q < 2)
        return tl::unexpected(units.empty() || ratings.count() == 0 ? Undefined::NoPairs : Undefined::OneCategory);
    if (weights && !ratings.ordered)
        return tl::unexpected(Undefined::NoOrder);
    if (weights && q > mostCategories)
        return tl::unexpected(Undefined::TooManyValues);
    double weightSum = static_cast<double>(q);
    if (weights) {
        weightSum = 0;
        for (std::size_t i = 0; i < q; ++i)
            for (std::size_t j = 0; j < q; ++j)
                weightSum += agreementWeight(i, j, q, weights);
    }
    const auto agreeing = [&](Tally &tally, const std::vector<std::uint32_t> &used) {
        double pairs = 0;
        for (const std::uint32_t c : used) {
            double near = 0;
            for (const std::uint32_t d : used)
                near += weights ? tally.of(d) * agreementWeight(c, d, q, weights) : c == d ? tally.of(d) : 0;
            pairs += tally.of(c) * (near - 1);
        }
        return pairs;
    };

    Tally tally(q);
    std::vector<double> prevalence(q, 0);
    double observed = 0;
    double rated = 0;
    double paired = 0;
    Coefficient result;
    for (const std::uint32_t unit : units) {
        const auto said = ratings.categoriesOf(unit);
        if (said.empty())
            continue;
        ++rated;
        result.ratings += static_cast<std::int64_t>(said.size());
        const auto m = static_cast<double>(said.size());
        const auto &used = tally.count(said);
        for (const std::uint32_t c : used)
            prevalence[c] += tally.of(c) / m;
        if (said.size() < 2)
            continue;
        ++paired;
        observed += agreeing(tally, used) / (m * (m - 1));
    }
    if (paired == 0)
        return tl::unexpected(Undefined::NoPairs);
    observed /= paired;
    double spread = 0;
    std::size_t present = 0;
    for (double &p : prevalence) {
        present += p > 0 ? 1 : 0;
        p /= rated;
        spread += p * (1 - p);
    }
    if (present < 2)
        return tl::unexpected(Undefined::OneCategory);
    const double factor = weightSum / (static_cast<double>(q) * static_cast<double>(q - 1));
    const double chance = factor * spread;
    const double value = (observed - chance) / (1 - chance);

    // Linearisation over units (Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014, ch. 5), no finite-population correction.
    double squares = 0;
    for (const std::uint32_t unit : units) {
        const auto said = ratings.categoriesOf(unit);
        if (said.empty())
            continue;
        const auto m = static_cast<double>(said.size());
        const auto &used = tally.count(said);
        double own = 0;
        double ownChance = 0;
        for (const std::uint32_t c : used)
            ownChance += factor * tally.of(c) * (1 - prevalence[c]) / m;
        if (said.size() >= 2)
            own = rated / paired * (agreeing(tally, used) / (m * (m - 1)) - chance) / (1 - chance);
        const double term = own - 2 * (1 - value) * (ownChance - chance) / (1 - chance);
        squares += (term - value) * (term - value);
    }
    result.value = value;
    result.observed = observed;
    result.chance = chance;
    result.units = static_cast<std::int64_t>(paired);
    if (rated > 1)
        result.standardError = std::sqrt(squares / (rated * (rated - 1)));
    return result;
}

}  // namespace plumbline::quality
