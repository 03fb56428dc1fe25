// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/agreementparts.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

namespace plumbline::quality {

namespace {

constexpr std::size_t mostPairwise = 8000;  // different values whose distances are summed pair by pair

/// Units with two or more ratings, and how often each category stands among them.
struct Pairable {
    std::vector<std::uint32_t> units;
    std::vector<double> times;  // how often each of them stands for itself and for units that are like it
    double unitCount = 0;
    std::vector<double> totals;
    double ratings = 0;

    void add(const Ratings &from, std::uint32_t unit, double often)
    {
        const auto said = from.categoriesOf(unit);
        if (said.size() < 2)
            return;
        units.push_back(unit);
        times.push_back(often);
        unitCount += often;
        for (const std::uint32_t c : said)
            totals[c] += often;
        ratings += often * static_cast<double>(said.size());
    }
};

Pairable pairable(const Ratings &ratings, Units units)
{
    Pairable found;
    found.totals.assign(static_cast<std::size_t>(ratings.categories.size()), 0);
    for (const std::uint32_t unit : units)
        found.add(ratings, unit, 1);
    return found;
}

// D_o and D_e of Krippendorff's "Computing Krippendorff's Alpha-Reliability" (2011): mean distance of the values that share a
// unit, and of all values.
Agreement fromDisagreement(const Pairable &found, double observed, double expected)
{
    if (!(expected > 0))
        return tl::unexpected(Undefined::OneCategory);
    return Coefficient{1 - observed / expected,
                       observed,
                       expected,
                       static_cast<std::int64_t>(found.unitCount),
                       static_cast<std::int64_t>(found.ratings),
                       {}};
}

Agreement nominalAlpha(const Ratings &ratings, const Pairable &found)
{
    const double n = found.ratings;
    const double units = found.unitCount;
    const double perUnit = n / units;
    std::vector<double> prevalence(found.totals.size());
    double equalAll = 0;
    double chance = 0;
    for (std::size_t c = 0; c < prevalence.size(); ++c) {
        prevalence[c] = found.totals[c] / n;
        equalAll += found.totals[c] * (found.totals[c] - 1);
        chance += prevalence[c] * prevalence[c];
    }
    // Of each unit: its share in the observed agreement and in the chance agreement, for the sum and for its spread.
    struct Share {
        double size;
        double equal;
        double likely;
        double times;
    };
    std::vector<Share> shares;
    shares.reserve(found.units.size());
    std::vector<std::uint32_t> counts(found.totals.size(), 0);
    double observed = 0;
    double agreed = 0;
    for (std::size_t i = 0; i < found.units.size(); ++i) {
        const auto said = ratings.categoriesOf(found.units[i]);
        const double times = found.times[i];
        for (const std::uint32_t c : said)
            ++counts[c];
        double equal = 0;
        double likely = 0;
        for (const std::uint32_t c : said) {
            equal += counts[c] - 1;
            likely += prevalence[c];
        }
        for (const std::uint32_t c : said)
            counts[c] = 0;
        const auto m = static_cast<double>(said.size());
        observed += times * (m * (m - 1) - equal) / (m - 1);
        shares.push_back({m / perUnit - 1, equal / (m - 1) / perUnit, likely / perUnit, times});
        agreed += times * shares.back().equal / units;
    }
    Agreement result = fromDisagreement(found, observed / n, (n * (n - 1) - equalAll) / (n * (n - 1)));
    if (!result || units < 2)
        return result;
    // Linearised over units as for the other coefficients (Gwet 2014, ch. 5), without the correction for small samples.
    const double value = (agreed - chance) / (1 - chance);
    double squares = 0;
    for (const Share &share : shares) {
        const double own = (share.equal - agreed * share.size - chance) / (1 - chance);
        const double term = own - 2 * (1 - value) * (share.likely - chance * share.size - chance) / (1 - chance);
        squares += share.times * (term - value) * (term - value);
    }
    result->standardError = std::sqrt(squares / (units * (units - 1)));
    result->degrees = units - 1;
    return result;
}

// Squared distances need only sums, so any number of values takes linear time.
Agreement squaredAlpha(const Ratings &ratings, const Pairable &found, std::vector<double> values)
{
    const double n = found.ratings;
    double mean = 0;
    for (std::size_t c = 0; c < values.size(); ++c)
        if (found.totals[c] > 0)
            mean += found.totals[c] / n * values[c];
    double squares = 0;
    for (std::size_t c = 0; c < values.size(); ++c) {
        values[c] -= mean;
        if (found.totals[c] > 0)
            squares += found.totals[c] * values[c] * values[c];
    }
    double observed = 0;
    for (std::size_t i = 0; i < found.units.size(); ++i) {
        const auto said = ratings.categoriesOf(found.units[i]);
        const auto m = static_cast<double>(said.size());
        double own = 0;
        for (const std::uint32_t c : said)
            own += values[c];
        own /= m;
        double apart = 0;
        for (const std::uint32_t c : said)
            apart += (values[c] - own) * (values[c] - own);
        observed += found.times[i] * 2 * m * apart / (m - 1);
    }
    return fromDisagreement(found, observed / n, 2 * squares / (n - 1));
}

Agreement pairwiseAlpha(const Ratings &ratings, const Pairable &found,
                        const std::function<double(std::uint32_t, std::uint32_t)> &distance)
{
    std::vector<std::uint32_t> used;
    for (std::uint32_t c = 0; c < found.totals.size(); ++c)
        if (found.totals[c] > 0)
            used.push_back(c);
    if (used.size() > mostPairwise)
        return tl::unexpected(Undefined::TooManyValues);
    double observed = 0;
    for (std::size_t unit = 0; unit < found.units.size(); ++unit) {
        const auto said = ratings.categoriesOf(found.units[unit]);
        double apart = 0;
        for (std::size_t i = 0; i < said.size(); ++i)
            for (std::size_t j = i + 1; j < said.size(); ++j)
                if (said[i] != said[j])
                    apart += 2 * distance(said[i], said[j]);
        observed += found.times[unit] * apart / static_cast<double>(said.size() - 1);
    }
    double expected = 0;
    for (std::size_t i = 0; i < used.size(); ++i)
        for (std::size_t j = i + 1; j < used.size(); ++j)
            expected += 2 * found.totals[used[i]] * found.totals[used[j]] * distance(used[i], used[j]);
    const double n = found.ratings;
    return fromDisagreement(found, observed / n, expected / (n * (n - 1)));
}

// Place of each category in the order of all values, ties in the middle: their differences are Krippendorff's ordinal ones.
std::vector<double> middleRanks(const std::vector<double> &totals)
{
    std::vector<double> ranks(totals.size());
    double below = 0;
    for (std::size_t c = 0; c < totals.size(); ++c) {
        ranks[c] = below + totals[c] / 2;
        below += totals[c];
    }
    return ranks;
}

}  // namespace

namespace {

Agreement alphaOf(const Ratings &ratings, const AgreementOptions &options, const Pairable &found)
{
    const Scale scale = options.scale;
    if (found.units.empty())
        return tl::unexpected(Undefined::NoPairs);
    if (scale == Scale::Nominal)
        return nominalAlpha(ratings, found);
    if (scale == Scale::Ordinal)
        return ratings.ordered ? squaredAlpha(ratings, found, middleRanks(found.totals)) : tl::unexpected(Undefined::NoOrder);
    if (scale == Scale::Given) {
        const std::size_t q = found.totals.size();
        if (options.distances.size() != q * q)
            return tl::unexpected(Undefined::NoDistances);
        return pairwiseAlpha(ratings, found, [&](std::uint32_t a, std::uint32_t b) { return options.distances[a * q + b]; });
    }
    for (std::size_t c = 0; c < ratings.numbers.size(); ++c)
        if (found.totals[c] > 0 && (std::isnan(ratings.numbers[c]) || (scale == Scale::Ratio && ratings.numbers[c] < 0)))
            return tl::unexpected(Undefined::NotNumbers);
    if (scale == Scale::Interval)
        return squaredAlpha(ratings, found, ratings.numbers);
    return pairwiseAlpha(ratings, found, [&](std::uint32_t a, std::uint32_t b) {
        const double sum = ratings.numbers[a] + ratings.numbers[b];
        const double share = sum == 0 ? 0 : (ratings.numbers[a] - ratings.numbers[b]) / sum;
        return share * share;
    });
}

}  // namespace

Agreement krippendorffAlpha(const Ratings &ratings, const AgreementOptions &options, Units units)
{
    return alphaOf(ratings, options, pairable(ratings, units));
}

Agreement repeatedAlpha(const Ratings &ratings, const AgreementOptions &options, std::span<const std::uint32_t> times)
{
    Pairable found;
    found.totals.assign(static_cast<std::size_t>(ratings.categories.size()), 0);
    for (std::uint32_t unit = 0; unit < times.size(); ++unit)
        if (times[unit] > 0)
            found.add(ratings, unit, times[unit]);
    return alphaOf(ratings, options, found);
}

AlikeUnits alikeUnits(const Ratings &ratings)
{
    AlikeUnits alike;
    alike.kinds.categories = ratings.categories;
    alike.kinds.numbers = ratings.numbers;
    alike.kinds.ordered = ratings.ordered;
    const auto units = static_cast<std::size_t>(ratings.units.size());
    alike.kindOf.resize(units);
    std::map<std::vector<std::uint32_t>, std::uint32_t> known;
    std::vector<std::uint32_t> said;
    for (std::size_t unit = 0; unit < units; ++unit) {
        const auto own = ratings.categoriesOf(unit);
        said.assign(own.begin(), own.end());
        std::sort(said.begin(), said.end());
        const auto [kind, isNew] = known.try_emplace(said, static_cast<std::uint32_t>(known.size()));
        alike.kindOf[unit] = kind->second;
        if (!isNew)
            continue;
        alike.kinds.category.insert(alike.kinds.category.end(), said.begin(), said.end());
        alike.kinds.begins.push_back(alike.kinds.category.size());
        // Every unit would be of a kind of its own.
        constexpr std::size_t worthwhile = 4;
        if (known.size() * worthwhile > units)
            return {};
    }
    return alike;
}

Agreement masiAlpha(const Ratings &ratings, Units units)
{
    const Pairable found = pairable(ratings, units);
    if (found.units.empty())
        return tl::unexpected(Undefined::NoPairs);
    std::vector<QSet<QString>> sets;
    for (const QString &category : ratings.categories) {
        QSet<QString> &set = sets.emplace_back();
        for (const QString &part : category.split(QLatin1Char('|'), Qt::SkipEmptyParts))
            set.insert(part.trimmed());
    }
    return pairwiseAlpha(ratings, found, [&](std::uint32_t a, std::uint32_t b) { return masiDistance(sets[a], sets[b]); });
}

double masiDistance(const QSet<QString> &a, const QSet<QString> &b)
{
    if (a == b)
        return 0;
    qsizetype shared = 0;
    for (const QString &label : a)
        shared += b.contains(label) ? 1 : 0;
    if (shared == 0)
        return 1;
    const double jaccard = static_cast<double>(shared) / static_cast<double>(a.size() + b.size() - shared);
    const bool contained = shared == a.size() || shared == b.size();
    return (1 - jaccard) * (contained ? 1.0 / 3 : 2.0 / 3);
}

}  // namespace plumbline::quality
