// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/agreementparts.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace plumbline::quality {

namespace {

/// The units that were rated at all, and how far the ratings of each agree: a negative number where there is but one.
struct Observed {
    std::vector<std::uint32_t> units;
    std::vector<double> agreed;
    double paired = 0;  ///< units with two ratings or more
    double share = 0;   ///< mean agreement over them
    double ratings = 0;
    std::vector<double> prevalence;  ///< of each category, mean over the units
    std::size_t used = 0;            ///< categories that were used
};

Observed observe(const Ratings &ratings, Units units)
{
    Observed found;
    found.prevalence.assign(static_cast<std::size_t>(ratings.categories.size()), 0);
    Tally tally(found.prevalence.size());
    for (const std::uint32_t unit : units) {
        const auto said = ratings.categoriesOf(unit);
        if (said.empty())
            continue;
        const auto m = static_cast<double>(said.size());
        for (const std::uint32_t c : tally.count(said))
            found.prevalence[c] += tally.of(c) / m;
        found.units.push_back(unit);
        found.ratings += m;
        found.agreed.push_back(said.size() < 2 ? -1 : tally.equalPairs() / (m * (m - 1)));
        if (said.size() >= 2) {
            found.share += found.agreed.back();
            ++found.paired;
        }
    }
    for (double &p : found.prevalence) {
        found.used += p > 0 ? 1 : 0;
        p /= static_cast<double>(found.units.size());
    }
    if (found.paired > 0)
        found.share /= found.paired;
    return found;
}

// Coefficient and standard error, linearised over units (Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014, ch. 5), no
// finite-population correction. chanceOf(i) is the share of found.units[i] in the chance agreement; their mean is `chance`.
template <typename ChanceOf>
Agreement corrected(const Observed &found, double chance, ChanceOf chanceOf)
{
    if (found.paired == 0)
        return tl::unexpected(Undefined::NoPairs);
    if (found.used < 2 || 1 - chance < 1e-12)
        return tl::unexpected(Undefined::OneCategory);
    const auto n = static_cast<double>(found.units.size());
    const double value = (found.share - chance) / (1 - chance);
    double squares = 0;
    for (std::size_t i = 0; i < found.units.size(); ++i) {
        const double own = found.agreed[i] < 0 ? 0 : n / found.paired * (found.agreed[i] - chance) / (1 - chance);
        const double term = own - (1 - value) * (chanceOf(i) - chance) / (1 - chance);
        squares += (term - value) * (term - value);
    }
    Coefficient result;
    result.value = value;
    result.observed = found.share;
    result.chance = chance;
    result.units = static_cast<std::int64_t>(found.paired);
    result.ratings = static_cast<std::int64_t>(found.ratings);
    if (n > 1) {
        result.standardError = std::sqrt(squares / (n * (n - 1)));
        result.degrees = n - 1;
    }
    return result;
}

// Units that both of two raters have rated.
tl::expected<std::vector<std::uint32_t>, Undefined> ratedByBoth(const Ratings &ratings, Units units)
{
    if (ratings.raters.size() != 2)
        return tl::unexpected(Undefined::NotTwoRaters);
    std::vector<std::uint32_t> both;
    for (const std::uint32_t unit : units)
        if (ratings.categoriesOf(unit).size() == 2)
            both.push_back(unit);
    return both;
}

// Units with two ratings or more, all with equally many.
tl::expected<std::vector<std::uint32_t>, Undefined> equallyRated(const Ratings &ratings, Units units)
{
    std::vector<std::uint32_t> rated;
    std::size_t perUnit = 0;
    for (const std::uint32_t unit : units) {
        const auto said = ratings.categoriesOf(unit);
        if (said.size() < 2)
            continue;
        if (perUnit != 0 && said.size() != perUnit)
            return tl::unexpected(Undefined::UnequalCounts);
        perUnit = said.size();
        rated.push_back(unit);
    }
    if (rated.empty())
        return tl::unexpected(Undefined::NoPairs);
    return rated;
}

}  // namespace

Agreement fleissVarying(const Ratings &ratings, Units units)
{
    const Observed found = observe(ratings, units);
    double chance = 0;
    for (const double p : found.prevalence)
        chance += p * p;
    return corrected(found, chance, [&](std::size_t i) {
        const auto said = ratings.categoriesOf(found.units[i]);
        double own = 0;
        for (const std::uint32_t c : said)
            own += found.prevalence[c];
        return chance + 2 * (own / static_cast<double>(said.size()) - chance);
    });
}

Agreement fleissKappa(const Ratings &ratings, Units units)
{
    const auto rated = equallyRated(ratings, units);
    if (!rated)
        return tl::unexpected(rated.error());
    Agreement result = fleissVarying(ratings, *rated);
    if (!result)
        return result;
    // Under no agreement beyond chance: Fleiss, Nee, Landis, Psychol. Bull. 86 (1979) 974-977.
    const Observed found = observe(ratings, *rated);
    double pq = 0;
    double cubes = 0;
    for (const double p : found.prevalence) {
        pq += p * (1 - p);
        cubes += p * (1 - p) * (1 - 2 * p);
    }
    const auto n = static_cast<double>(rated->size());
    const double m = found.ratings / n;
    if (const double spread = pq * pq - cubes; spread > 0)
        result->chanceError = std::sqrt(2 / (n * m * (m - 1)) * spread) / pq;
    return result;
}

tl::expected<std::vector<CategoryKappa>, Undefined> fleissByCategory(const Ratings &ratings, std::span<const std::uint32_t> units)
{
    const auto rated = equallyRated(ratings, units);
    if (!rated)
        return tl::unexpected(rated.error());
    const Observed found = observe(ratings, *rated);
    const auto n = static_cast<double>(rated->size());
    const double m = found.ratings / n;
    std::vector<double> apart(found.prevalence.size(), 0);  // pairs of one rating in the category and one outside
    Tally tally(found.prevalence.size());
    for (const std::uint32_t unit : *rated)
        for (const std::uint32_t c : tally.count(ratings.categoriesOf(unit)))
            apart[c] += tally.of(c) * (m - tally.of(c));
    std::vector<CategoryKappa> kappas;
    for (std::uint32_t c = 0; c < apart.size(); ++c) {
        const double p = found.prevalence[c];
        if (p <= 0)
            continue;
        if (1 - p < 1e-12) {
            kappas.push_back({c, tl::unexpected(Undefined::OneCategory)});
            continue;
        }
        Coefficient kappa;
        kappa.observed = 1 - 2 * apart[c] / (n * m * (m - 1));
        kappa.chance = 1 - 2 * p * (1 - p);
        kappa.value = std::min(1.0, 1 - apart[c] / (n * m * (m - 1) * p * (1 - p)));
        kappa.units = static_cast<std::int64_t>(rated->size());
        kappa.ratings = static_cast<std::int64_t>(found.ratings);
        kappa.chanceError = std::sqrt(2 / (n * m * (m - 1)));
        kappas.push_back({c, kappa});
    }
    return kappas;
}

Agreement scottPi(const Ratings &ratings, Units units)
{
    const auto both = ratedByBoth(ratings, units);
    return both ? fleissVarying(ratings, *both) : tl::unexpected(both.error());
}

Agreement brennanPrediger(const Ratings &ratings, Units units)
{
    const Observed found = observe(ratings, units);
    const double chance = found.prevalence.empty() ? 1 : 1 / static_cast<double>(found.prevalence.size());
    return corrected(found, chance, [&](std::size_t) { return chance; });
}

Agreement bennettS(const Ratings &ratings, Units units)
{
    const auto both = ratedByBoth(ratings, units);
    return both ? brennanPrediger(ratings, *both) : tl::unexpected(both.error());
}

// Chance agreement is the mean over pairs of raters of the sum of the products of their margins.
Agreement congerKappa(const Ratings &ratings, Units units)
{
    const Observed found = observe(ratings, units);
    std::vector<double> count(static_cast<std::size_t>(ratings.raters.size()), 0);
    std::unordered_map<std::uint64_t, double> margins;  // share of a category among what a rater said
    const auto key = [](std::uint32_t rater, std::uint32_t category) {
        return static_cast<std::uint64_t>(rater) << 32 | category;
    };
    for (const std::uint32_t unit : found.units) {
        const auto said = ratings.categoriesOf(unit);
        const auto raters = ratings.ratersOf(unit);
        for (std::size_t i = 0; i < said.size(); ++i) {
            ++count[raters[i]];
            ++margins[key(raters[i], said[i])];
        }
    }
    double raters = 0;
    for (const double c : count)
        raters += c > 0 ? 1 : 0;
    std::vector<double> sums(found.prevalence.size(), 0);
    for (auto &[of, share] : margins) {
        share /= count[of >> 32];
        sums[of & 0xffffffffU] += share;
    }
    const double pairs = raters * (raters - 1);
    double all = 0;
    for (const double sum : sums)
        all += sum * sum;
    double same = 0;
    std::vector<double> others(count.size(), 0);  // chance that somebody else says what this rater says, summed over others
    for (const auto &[of, share] : margins) {
        same += share * share;
        others[of >> 32] += share * (sums[of & 0xffffffffU] - share);
    }
    const double chance = pairs > 0 ? (all - same) / pairs : 0;
    const auto n = static_cast<double>(found.units.size());
    return corrected(found, chance, [&](std::size_t i) {
        const auto said = ratings.categoriesOf(found.units[i]);
        const auto by = ratings.ratersOf(found.units[i]);
        double own = 0;
        for (std::size_t j = 0; j < said.size(); ++j) {
            const double elsewhere = sums[said[j]] - margins.at(key(by[j], said[j]));
            own += n / count[by[j]] * (elsewhere - others[by[j]]);
        }
        return chance + 2 / pairs * own;
    });
}

}  // namespace plumbline::quality
