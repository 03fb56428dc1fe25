// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/cohortagreement.h"

namespace plumbline::quality {

namespace {

Ratings only(const Ratings &ratings, const std::vector<bool> &second, bool wanted)
{
    Ratings part = ratings;
    part.begins = {0};
    part.rater.clear();
    part.category.clear();
    for (std::size_t unit = 0; unit + 1 < ratings.begins.size(); ++unit) {
        for (std::size_t i = ratings.begins[unit]; i < ratings.begins[unit + 1]; ++i) {
            if (second[ratings.rater[i]] != wanted)
                continue;
            part.rater.push_back(ratings.rater[i]);
            part.category.push_back(ratings.category[i]);
        }
        part.begins.push_back(part.category.size());
    }
    return part;
}

Agreement between(const Ratings &first, const Ratings &second)
{
    const std::size_t categories = first.categories.size();
    std::vector<double> of[2] = {std::vector<double>(categories, 0.0), std::vector<double>(categories, 0.0)};
    double weights = 0;
    double disagreement = 0;
    double ratings[2] = {0, 0};
    Coefficient result;
    std::vector<double> counts(categories, 0.0);
    for (std::size_t unit = 0; unit + 1 < first.begins.size(); ++unit) {
        const auto a = first.categoriesOf(unit);
        const auto b = second.categoriesOf(unit);
        if (a.empty() || b.empty())
            continue;
        for (const std::uint32_t category : a)
            counts[category] += 1;
        double same = 0;
        for (const std::uint32_t category : b)
            same += counts[category];
        for (const std::uint32_t category : a) {
            counts[category] = 0;
            of[0][category] += 1;
        }
        for (const std::uint32_t category : b)
            of[1][category] += 1;
        const auto n = static_cast<double>(a.size());
        const auto m = static_cast<double>(b.size());
        weights += n + m;
        disagreement += (n + m) * (1 - same / (n * m));
        ratings[0] += n;
        ratings[1] += m;
        ++result.units;
        result.ratings += static_cast<std::int64_t>(a.size() + b.size());
    }
    if (result.units == 0)
        return tl::unexpected(Undefined::NoPairs);
    double same = 0;
    for (std::size_t category = 0; category < categories; ++category)
        same += of[0][category] * of[1][category];
    result.observed = disagreement / weights;
    result.chance = 1 - same / (ratings[0] * ratings[1]);
    if (result.chance <= 0)
        return tl::unexpected(Undefined::OneCategory);
    result.value = 1 - result.observed / result.chance;
    return result;
}

}  // namespace

CohortAgreement cohortAgreement(const Ratings &ratings, const std::vector<bool> &second)
{
    CohortAgreement result;
    if (static_cast<qsizetype>(second.size()) < ratings.raters.size())
        return result;
    const Ratings a = only(ratings, second, false);
    const Ratings b = only(ratings, second, true);
    AgreementOptions options;
    options.measure = AgreementMeasure::KrippendorffAlpha;
    options.scale = Scale::Nominal;
    result.first = agreement(a, options, a.allUnits());
    result.second = agreement(b, options, b.allUnits());
    result.cross = between(a, b);
    return result;
}

}  // namespace plumbline::quality
