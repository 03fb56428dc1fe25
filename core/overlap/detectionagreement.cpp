// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/overlap/detectionagreement.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumbline::overlap {

namespace {

using quality::Agreement;
using quality::AgreementInterval;
using quality::AgreementMeasure;
using quality::Ratings;

constexpr std::uint32_t absent = 0;

Agreement measured(const Ratings &ratings, AgreementMeasure measure, std::span<const std::uint32_t> units)
{
    return quality::agreement(ratings, {measure, quality::Scale::Nominal, {}}, units);
}

std::vector<std::uint32_t> allUnits(const Ratings &ratings)
{
    std::vector<std::uint32_t> units(ratings.begins.size() - 1);
    std::iota(units.begin(), units.end(), 0U);
    return units;
}

// Nominal agreement looks at the number of categories alone, not at their names.
Ratings withCategories(Ratings ratings, std::size_t count)
{
    ratings.categories = QStringList(static_cast<qsizetype>(count), QString());
    return ratings;
}

void append(Ratings &to, const Ratings &from, std::size_t firstUnit, std::size_t endUnit)
{
    for (std::size_t unit = firstUnit; unit < endUnit; ++unit) {
        const auto said = from.categoriesOf(unit);
        to.category.insert(to.category.end(), said.begin(), said.end());
        to.begins.push_back(to.category.size());
    }
}

double quantile(const std::vector<double> &sorted, double share)
{
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(std::floor(at));
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (at - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

}  // namespace

DetectionMeter::DetectionMeter(DetectionOptions options) : m_options(std::move(options))
{
    std::vector<double> &thresholds = m_options.thresholds;
    thresholds.push_back(m_options.reference);
    for (double &threshold : thresholds)
        threshold = std::isfinite(threshold) ? std::clamp(threshold, ItemOverlaps::floor, 1.0) : 0.5;
    m_options.reference = thresholds.back();
    std::sort(thresholds.begin(), thresholds.end());
    thresholds.erase(std::unique(thresholds.begin(), thresholds.end(), [](double a, double b) { return b - a < 1e-9; }),
                     thresholds.end());
    while (m_reference + 1 < thresholds.size() && std::abs(thresholds[m_reference] - m_options.reference) >= 1e-9)
        ++m_reference;
    m_units.resize(thresholds.size());
}

void DetectionMeter::addUnits(Units &units, const ItemLabelings &item, const std::vector<Cluster> &clusters,
                              std::optional<std::size_t> without)
{
    std::vector<std::uint32_t> said(item.labelings.size());
    for (const Cluster &cluster : clusters) {
        std::fill(said.begin(), said.end(), absent);
        for (const Member &member : cluster.members) {
            const ClassId labelClass = item.labelings[member.labeling].objects[member.object].labelClass;
            said[member.labeling] =
                m_categories.try_emplace(labelClass, static_cast<std::uint32_t>(m_categories.size() + 1)).first->second;
        }
        for (std::size_t i = 0; i < said.size(); ++i)
            if (i != without)
                units.ratings.category.push_back(said[i]);
        units.ratings.begins.push_back(units.ratings.category.size());
    }
    units.itemBegins.push_back(static_cast<std::uint32_t>(units.ratings.begins.size() - 1));
}

void DetectionMeter::add(const ItemLabelings &item, const ItemOverlaps &overlaps)
{
    if (item.labelings.size() < 2)
        return;
    for (std::size_t t = 0; t < m_units.size(); ++t)
        addUnits(m_units[t], item, overlaps.clusters(m_options.thresholds[t]), {});
    for (std::size_t i = 0; i < item.labelings.size(); ++i) {
        Without &without = m_without[item.labelings[i].annotator];
        addUnits(without.units, item, overlaps.clusters(m_options.reference, i), i);
        without.items.push_back(static_cast<std::size_t>(m_items));
    }
    for (const Member &member : overlaps.objects())
        ++m_without[item.labelings[member.labeling].annotator].objects;
    ++m_items;
    m_objects += static_cast<std::int64_t>(overlaps.objects().size());
    m_notCompared += overlaps.notCompared();
}

Result<std::optional<AgreementInterval>> DetectionMeter::interval(const Units &units, const jobs::JobControl &control) const
{
    const std::size_t items = units.itemBegins.size() - 1;
    std::vector<double> values;
    std::vector<std::uint32_t> drawn;
    for (int i = 0; i < m_options.resamples && items > 0; ++i) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        // A seed of its own for every resample: all thresholds then draw the same items.
        base::SeededRandom random(m_options.seed + static_cast<std::uint64_t>(i));
        drawn.clear();
        for (std::size_t k = 0; k < items; ++k) {
            const std::size_t item = random.below(items);
            for (std::uint32_t unit = units.itemBegins[item]; unit < units.itemBegins[item + 1]; ++unit)
                drawn.push_back(unit);
        }
        if (const Agreement alpha = measured(units.ratings, AgreementMeasure::KrippendorffAlpha, drawn))
            values.push_back(alpha->value);
    }
    if (values.empty() || values.size() * 2 < static_cast<std::size_t>(m_options.resamples))
        return std::optional<AgreementInterval>();
    std::sort(values.begin(), values.end());
    const int defined = static_cast<int>(values.size());
    return std::optional(
        AgreementInterval{{quantile(values, 0.025), quantile(values, 0.975)}, defined, m_options.resamples - defined});
}

// The units of all items: those of the person's own items as clustered without them.
Ratings DetectionMeter::allWithout(const Without &rater) const
{
    const Units &all = m_units[m_reference];
    Ratings ratings;
    std::size_t own = 0;
    for (std::size_t item = 0; item + 1 < all.itemBegins.size(); ++item) {
        const bool takesPart = own < rater.items.size() && rater.items[own] == item;
        const Units &units = takesPart ? rater.units : all;
        const std::size_t at = takesPart ? own++ : item;
        append(ratings, units.ratings, units.itemBegins[at], units.itemBegins[at + 1]);
    }
    return ratings;
}

Result<DetectionAgreement> DetectionMeter::result(const jobs::JobControl &control) const
{
    DetectionAgreement result;
    result.items = m_items;
    result.objects = m_objects;
    result.notCompared = m_notCompared;
    result.reference = m_reference;
    const std::size_t categories = m_categories.size() + 1;
    for (std::size_t t = 0; t < m_units.size(); ++t) {
        const Units units{withCategories(m_units[t].ratings, categories), m_units[t].itemBegins};
        const auto every = allUnits(units.ratings);
        DetectionPoint point;
        point.threshold = m_options.thresholds[t];
        point.alpha = measured(units.ratings, AgreementMeasure::KrippendorffAlpha, every);
        point.percent = measured(units.ratings, AgreementMeasure::Percent, every);
        if (point.alpha) {
            const auto found = interval(units, control);
            if (!found)
                return fail(found.error());
            point.interval = *found;
        }
        if (t == m_reference) {
            Ratings merged = units.ratings;
            for (std::uint32_t &category : merged.category)
                category = std::min(category, 1U);
            result.merged = measured(merged, AgreementMeasure::KrippendorffAlpha, every);
        }
        result.curve.push_back(std::move(point));
    }
    const Agreement &alpha = result.atReference().alpha;
    if (alpha && result.merged)
        result.scaleComplexity = result.merged->value - alpha->value;
    for (const auto &[name, without] : m_without) {
        const Ratings others = withCategories(allWithout(without), categories);
        RaterVitality rater{name,
                            static_cast<std::int64_t>(without.items.size()),
                            without.objects,
                            measured(others, AgreementMeasure::KrippendorffAlpha, allUnits(others)),
                            {}};
        if (alpha && rater.without)
            rater.vitality = alpha->value - rater.without->value;
        result.raters.push_back(std::move(rater));
    }
    return result;
}

}  // namespace plumbline::overlap
