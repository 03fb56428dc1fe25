// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/agreementparts.h"

#include <algorithm>
#include <cmath>

namespace plumbline::quality {

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
        (void)tally.count(said);
        sum += tally.equalPairs() / (m * (m - 1));
        ++result.units;
        result.ratings += static_cast<std::int64_t>(said.size());
    }
    if (result.units == 0)
        return tl::unexpected(Undefined::NoPairs);
    result.value = result.observed = sum / static_cast<double>(result.units);
    return result;
}

CategoryWeights::CategoryWeights(std::size_t count, const AgreementOptions &options)
    : m_count(count), m_kind(options.weights), m_distances(options.distances)
{
    for (const double distance : m_distances)
        m_largest = std::max(m_largest, distance);
}

std::optional<Undefined> CategoryWeights::problem(const Ratings &ratings) const
{
    if (!m_kind)
        return std::nullopt;
    if (m_count > mostCategories)
        return Undefined::TooManyValues;
    if (*m_kind == Weights::Given)
        return m_distances.size() == m_count * m_count ? std::nullopt : std::optional(Undefined::NoDistances);
    return ratings.ordered ? std::nullopt : std::optional(Undefined::NoOrder);
}

namespace {

/// Shares of the units by what the two raters said of them; only the cells that are not empty.
struct CrossTable {
    struct Cell {
        std::uint32_t first;
        std::uint32_t second;
        double share;
    };
    std::vector<Cell> cells;
    std::vector<double> row;
    std::vector<double> column;
    std::int64_t count = 0;
};

CrossTable crossTable(const Ratings &ratings, Units units)
{
    std::vector<std::uint64_t> pairs;
    for (const std::uint32_t unit : units) {
        const auto said = ratings.categoriesOf(unit);
        if (said.size() != 2)
            continue;
        const std::size_t first = ratings.ratersOf(unit)[0] == 0 ? 0 : 1;
        pairs.push_back(static_cast<std::uint64_t>(said[first]) << 32 | said[1 - first]);
    }
    std::sort(pairs.begin(), pairs.end());
    CrossTable table;
    table.count = static_cast<std::int64_t>(pairs.size());
    table.row.assign(static_cast<std::size_t>(ratings.categories.size()), 0);
    table.column = table.row;
    for (std::size_t begin = 0, end = 0; begin < pairs.size(); begin = end) {
        while (end < pairs.size() && pairs[end] == pairs[begin])
            ++end;
        const CrossTable::Cell cell{static_cast<std::uint32_t>(pairs[begin] >> 32), static_cast<std::uint32_t>(pairs[begin]),
                                    static_cast<double>(end - begin) / static_cast<double>(pairs.size())};
        table.cells.push_back(cell);
        table.row[cell.first] += cell.share;
        table.column[cell.second] += cell.share;
    }
    return table;
}

/// Mean weight of each row and column under chance, and what both standard errors need of the whole table.
struct WeightedMargins {
    std::vector<double> row;
    std::vector<double> column;
    double chance = 0;
    double squares = 0;  ///< of weight less row and column mean, mean under chance
};

WeightedMargins weightedMargins(const CrossTable &table, const CategoryWeights &weight)
{
    const std::size_t q = table.row.size();
    if (!weight.weighted()) {
        // Only equal categories weigh anything, so sums over the table come apart into sums over its margins.
        WeightedMargins margins{table.column, table.row, 0, 0};
        double rowMean = 0;
        double columnMean = 0;
        for (std::size_t i = 0; i < q; ++i) {
            const double both = table.row[i] * table.column[i];
            const double sum = table.row[i] + table.column[i];
            margins.chance += both;
            rowMean += table.row[i] * margins.row[i];
            columnMean += table.column[i] * margins.column[i];
            margins.squares += table.row[i] * margins.row[i] * margins.row[i]
                               + table.column[i] * margins.column[i] * margins.column[i] + both * (1 - 2 * sum);
        }
        margins.squares += 2 * rowMean * columnMean;
        return margins;
    }
    WeightedMargins margins{std::vector<double>(q, 0), std::vector<double>(q, 0), 0, 0};
    for (std::size_t i = 0; i < q; ++i)
        for (std::size_t j = 0; j < q; ++j) {
            const double w = weight(i, j);
            margins.chance += w * table.row[i] * table.column[j];
            margins.row[i] += w * table.column[j];
            margins.column[j] += w * table.row[i];
        }
    for (std::size_t i = 0; i < q; ++i)
        for (std::size_t j = 0; j < q; ++j) {
            const double apart = weight(i, j) - margins.row[i] - margins.column[j];
            margins.squares += table.row[i] * table.column[j] * apart * apart;
        }
    return margins;
}

}  // namespace

Agreement cohenKappa(const Ratings &ratings, const CategoryWeights &weight, Units units)
{
    if (ratings.raters.size() != 2)
        return tl::unexpected(Undefined::NotTwoRaters);
    if (const auto problem = weight.problem(ratings))
        return tl::unexpected(*problem);
    const CrossTable table = crossTable(ratings, units);
    if (table.count == 0)
        return tl::unexpected(Undefined::NoPairs);
    const WeightedMargins margins = weightedMargins(table, weight);
    const double chance = margins.chance;
    double observed = 0;
    for (const auto &cell : table.cells)
        observed += weight(cell.first, cell.second) * cell.share;
    if (1 - chance < 1e-12)
        return tl::unexpected(Undefined::OneCategory);
    // Fleiss, Cohen, Everitt, Psychol. Bull. 72 (1969) 323-327.
    double spread = 0;
    for (const auto &cell : table.cells) {
        const double term = weight(cell.first, cell.second) * (1 - chance)
                            - (margins.row[cell.first] + margins.column[cell.second]) * (1 - observed);
        spread += cell.share * term * term;
    }
    const auto n = static_cast<double>(table.count);
    const double centre = observed * chance - 2 * chance + observed;
    const double variance = (spread - centre * centre) / (n * std::pow(1 - chance, 4));
    Coefficient result{(observed - chance) / (1 - chance), observed, chance, table.count, 2 * table.count,
                       std::sqrt(std::max(0.0, variance))};
    if (const double byChance = (margins.squares - chance * chance) / n; byChance > 0)
        result.chanceError = std::sqrt(byChance) / (1 - chance);
    if (!weight.weighted()) {
        double most = 0;  // Cohen 1960 p. 42
        for (std::size_t i = 0; i < table.row.size(); ++i)
            most += std::min(table.row[i], table.column[i]);
        result.maximum = (most - chance) / (1 - chance);
    }
    return result;
}

Agreement gwetAc(const Ratings &ratings, const CategoryWeights &weight, Units units)
{
    const auto q = static_cast<std::size_t>(ratings.categories.size());
    if (q < 2)
        return tl::unexpected(units.empty() || ratings.count() == 0 ? Undefined::NoPairs : Undefined::OneCategory);
    if (const auto problem = weight.problem(ratings))
        return tl::unexpected(*problem);
    double weightSum = static_cast<double>(q);
    if (weight.weighted()) {
        weightSum = 0;
        for (std::size_t i = 0; i < q; ++i)
            for (std::size_t j = 0; j < q; ++j)
                weightSum += weight(i, j);
    }
    const auto agreeing = [&](Tally &tally, const std::vector<std::uint32_t> &used) {
        double pairs = 0;
        for (const std::uint32_t c : used) {
            double near = 0;
            for (const std::uint32_t d : used)
                near += weight(c, d) * tally.of(d);
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
    if (1 - chance < 1e-12)
        return tl::unexpected(Undefined::OneCategory);
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
    if (rated > 1) {
        result.standardError = std::sqrt(squares / (rated * (rated - 1)));
        result.degrees = rated - 1;
    }
    return result;
}

}  // namespace plumbline::quality
