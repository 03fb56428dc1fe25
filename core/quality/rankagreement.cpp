// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/agreementparts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumbline::quality {

namespace {

/// Values of the units that every rater has rated, unit by unit, raters in their order.
struct CompleteTable {
    std::vector<double> values;
    std::size_t units = 0;
    std::size_t raters = 0;
    [[nodiscard]] double at(std::size_t unit, std::size_t rater) const { return values[unit * raters + rater]; }
};

enum class Values { Numbers, Places };

tl::expected<CompleteTable, Undefined> completeTable(const Ratings &ratings, Units units, Values what)
{
    CompleteTable table;
    table.raters = static_cast<std::size_t>(ratings.raters.size());
    if (table.raters < 2)
        return tl::unexpected(Undefined::NoPairs);
    if (what == Values::Places && !ratings.ordered)
        return tl::unexpected(Undefined::NoOrder);
    for (const std::uint32_t unit : units) {
        const auto said = ratings.categoriesOf(unit);
        if (said.size() != table.raters)
            continue;
        const auto raters = ratings.ratersOf(unit);
        const std::size_t row = table.values.size();
        table.values.resize(row + table.raters);
        for (std::size_t i = 0; i < said.size(); ++i) {
            const double value = what == Values::Numbers ? ratings.numbers[said[i]] : static_cast<double>(said[i]);
            if (std::isnan(value))
                return tl::unexpected(Undefined::NotNumbers);
            table.values[row + raters[i]] = value;
        }
        ++table.units;
    }
    if (table.units < 2)
        return tl::unexpected(Undefined::TooFewUnits);
    return table;
}

double pairsOf(double count)
{
    return count * (count - 1) / 2;
}

// Pairs among runs of equal neighbours.
template <typename Equal>
double tiedPairs(std::size_t count, Equal equal)
{
    double pairs = 0;
    double run = 1;
    for (std::size_t i = 1; i <= count; ++i) {
        if (i < count && equal(i - 1, i)) {
            ++run;
        } else {
            pairs += pairsOf(run);
            run = 1;
        }
    }
    return pairs;
}

// Sorts and counts how many neighbours had to swap: the discordant pairs.
double swapsToSort(std::vector<double> &values, std::vector<double> &spare, std::size_t begin, std::size_t end)
{
    if (end - begin < 2)
        return 0;
    const std::size_t middle = begin + (end - begin) / 2;
    double swaps = swapsToSort(values, spare, begin, middle) + swapsToSort(values, spare, middle, end);
    std::size_t left = begin;
    std::size_t right = middle;
    for (std::size_t i = begin; i < end; ++i) {
        if (right < end && (left >= middle || values[right] < values[left])) {
            swaps += static_cast<double>(middle - left);
            spare[i] = values[right++];
        } else {
            spare[i] = values[left++];
        }
    }
    std::copy(spare.begin() + static_cast<std::ptrdiff_t>(begin), spare.begin() + static_cast<std::ptrdiff_t>(end),
              values.begin() + static_cast<std::ptrdiff_t>(begin));
    return swaps;
}

}  // namespace

// Shrout & Fleiss 1979, table 2 and their formulas of the six forms.
Agreement icc(const Ratings &ratings, IccForm form, Units units)
{
    const auto table = completeTable(ratings, units, Values::Numbers);
    if (!table)
        return tl::unexpected(table.error());
    const auto n = static_cast<double>(table->units);
    const auto k = static_cast<double>(table->raters);
    const double mean = std::accumulate(table->values.begin(), table->values.end(), 0.0) / (n * k);
    double between = 0;
    double judges = 0;
    double total = 0;
    for (std::size_t u = 0; u < table->units; ++u) {
        double own = 0;
        for (std::size_t r = 0; r < table->raters; ++r) {
            own += table->at(u, r);
            total += (table->at(u, r) - mean) * (table->at(u, r) - mean);
        }
        between += k * (own / k - mean) * (own / k - mean);
    }
    for (std::size_t r = 0; r < table->raters; ++r) {
        double own = 0;
        for (std::size_t u = 0; u < table->units; ++u)
            own += table->at(u, r);
        judges += n * (own / n - mean) * (own / n - mean);
    }
    const double bms = between / (n - 1);
    const double jms = judges / (k - 1);
    const double wms = std::max(0.0, total - between) / (n * (k - 1));
    const double ems = std::max(0.0, total - between - judges) / ((n - 1) * (k - 1));
    const double error = form.model == 1 ? wms : ems;
    const double offset = form.model == 2 ? (jms - ems) / n : 0;
    const double denominator = form.mean ? bms + offset : bms + (k - 1) * error + k * offset;
    if (!(denominator > 0))
        return tl::unexpected(Undefined::NoVariation);
    return Coefficient{(bms - error) / denominator,
                       0,
                       0,
                       static_cast<std::int64_t>(table->units),
                       static_cast<std::int64_t>(table->values.size()),
                       {}};
}

// W. R. Knight, J. Am. Stat. Assoc. 61 (1966) 436-439.
Agreement kendallTauB(const Ratings &ratings, Units units)
{
    if (ratings.raters.size() != 2)
        return tl::unexpected(Undefined::NotTwoRaters);
    const auto table = completeTable(ratings, units, Values::Places);
    if (!table)
        return tl::unexpected(table.error());
    const std::size_t n = table->units;
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return table->at(a, 0) != table->at(b, 0) ? table->at(a, 0) < table->at(b, 0) : table->at(a, 1) < table->at(b, 1);
    });
    const auto sameFirst = [&](std::size_t i, std::size_t j) { return table->at(order[i], 0) == table->at(order[j], 0); };
    const double tiedFirst = tiedPairs(n, sameFirst);
    const double tiedBoth = tiedPairs(
        n, [&](std::size_t i, std::size_t j) { return sameFirst(i, j) && table->at(order[i], 1) == table->at(order[j], 1); });
    std::vector<double> second(n);
    for (std::size_t i = 0; i < n; ++i)
        second[i] = table->at(order[i], 1);
    std::vector<double> spare(n);
    const double discordant = swapsToSort(second, spare, 0, n);
    const double tiedSecond = tiedPairs(n, [&](std::size_t i, std::size_t j) { return second[i] == second[j]; });
    const double all = pairsOf(static_cast<double>(n));
    const double denominator = std::sqrt(all - tiedFirst) * std::sqrt(all - tiedSecond);
    if (!(denominator > 0))
        return tl::unexpected(Undefined::NoVariation);
    const double difference = all - tiedFirst - tiedSecond + tiedBoth - 2 * discordant;
    return Coefficient{difference / denominator, 0, 0, static_cast<std::int64_t>(n), static_cast<std::int64_t>(2 * n), {}};
}

Agreement kendallW(const Ratings &ratings, Units units)
{
    const auto table = completeTable(ratings, units, Values::Places);
    if (!table)
        return tl::unexpected(table.error());
    const std::size_t n = table->units;
    const auto count = static_cast<double>(n);
    const auto m = static_cast<double>(table->raters);
    std::vector<double> sums(n, 0);
    double ties = 0;
    std::vector<std::size_t> order(n);
    for (std::size_t r = 0; r < table->raters; ++r) {
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return table->at(a, r) < table->at(b, r); });
        for (std::size_t begin = 0, end = 0; begin < n; begin = end) {
            for (end = begin + 1; end < n && table->at(order[end], r) == table->at(order[begin], r);)
                ++end;
            const double rank = (static_cast<double>(begin) + static_cast<double>(end) + 1) / 2;
            for (std::size_t i = begin; i < end; ++i)
                sums[order[i]] += rank;
            const auto run = static_cast<double>(end - begin);
            ties += run * run * run - run;
        }
    }
    const double mean = m * (count + 1) / 2;
    double squares = 0;
    for (const double sum : sums)
        squares += (sum - mean) * (sum - mean);
    const double denominator = m * m * (count * count * count - count) - m * ties;
    if (!(denominator > 0))
        return tl::unexpected(Undefined::NoVariation);
    const double w = 12 * squares / denominator;
    Coefficient result{w, 0, 0, static_cast<std::int64_t>(n), static_cast<std::int64_t>(table->values.size()), {}};
    result.chiSquare = ChiSquare{m * (count - 1) * w, count - 1};
    return result;
}

}  // namespace plumbline::quality
