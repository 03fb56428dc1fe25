// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/overlap/distanceagreement.h"

#include "core/matching/assignment.h"
#include "core/overlap/clusters.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plumbline::overlap {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::overlap", text);
}

constexpr std::size_t reservoir = 400;
constexpr std::size_t mostCrossPairs = 4000;
constexpr double tail = 0.05;

double mean(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// Where the kernel estimate's distribution function reaches `share`.
double kernelQuantile(const std::vector<double> &values, double share)
{
    const double middle = mean(values);
    double squares = 0;
    for (const double v : values)
        squares += (v - middle) * (v - middle);
    const auto n = static_cast<double>(values.size());
    const double width = n > 1 ? std::sqrt(squares / (n - 1)) * std::pow(n, -0.2) : 0;
    if (!(width > 0))
        return middle;
    const auto below = [&](double at) {
        double sum = 0;
        for (const double v : values)
            sum += std::erfc((v - at) / (width * std::sqrt(2.0))) / 2;
        return sum / n;
    };
    double low = -1 - 10 * width;
    double high = 2 + 10 * width;
    for (int step = 0; step < 60; ++step) {
        const double at = (low + high) / 2;
        (below(at) < share ? low : high) = at;
    }
    return high;
}

// sup of F_within - F_across over all values; both sorted.
double lead(const std::vector<double> &within, const std::vector<double> &across)
{
    double best = 0;
    std::size_t j = 0;
    for (std::size_t i = 0; i < within.size(); ++i) {
        if (i + 1 < within.size() && within[i + 1] == within[i])
            continue;
        while (j < across.size() && across[j] <= within[i])
            ++j;
        best = std::max(best, static_cast<double>(i + 1) / static_cast<double>(within.size())
                                  - static_cast<double>(j) / static_cast<double>(across.size()));
    }
    return best;
}

}  // namespace

double labelingDistance(const ItemLabelings &item, const ItemOverlaps &overlaps, std::size_t a, std::size_t b)
{
    const std::vector<model::Annotation> &first = item.labelings[a].objects;
    const std::vector<model::Annotation> &second = item.labelings[b].objects;
    const auto objects = std::count_if(overlaps.objects().begin(), overlaps.objects().end(),
                                       [&](const Member &m) { return m.labeling == a || m.labeling == b; });
    if (objects == 0)
        return 0;
    std::vector<matching::BenefitPair> pairs;
    std::map<std::pair<std::size_t, std::size_t>, double> likeness;
    for (const ItemOverlaps::Alike &pair : overlaps.alike(a, b))
        if (first[pair.a].labelClass == second[pair.b].labelClass) {
            pairs.push_back({pair.a, pair.b, pair.likeness});
            likeness[{pair.a, pair.b}] = pair.likeness;
        }
    double sum = 0;
    for (const auto &pair : matching::assign(first.size(), second.size(), pairs))
        sum += likeness[pair];
    return std::clamp(1 - 2 * sum / static_cast<double>(objects), 0.0, 1.0);
}

QString noDistancesText(NoDistances reason)
{
    switch (reason) {
    case NoDistances::NoSameItem: return tr("No item was labeled by two people.");
    case NoDistances::NoCrossItem: return tr("Fewer than two items were labeled.");
    case NoDistances::NoSpread: return tr("What was drawn on different items is the same: there is nothing to measure against.");
    }
    return {};
}

DistanceResult agreementOfDistances(std::vector<double> within, std::vector<double> across)
{
    if (within.empty())
        return tl::unexpected(NoDistances::NoSameItem);
    if (across.empty())
        return tl::unexpected(NoDistances::NoCrossItem);
    std::sort(within.begin(), within.end());
    std::sort(across.begin(), across.end());
    DistanceAgreement result;
    result.within = mean(within);
    result.across = mean(across);
    if (!(result.across > 0))
        return tl::unexpected(NoDistances::NoSpread);
    result.alpha = 1 - result.within / result.across;
    const double limit = kernelQuantile(across, tail);
    const auto inTail = std::lower_bound(within.begin(), within.end(), limit) - within.begin();
    result.sigma = static_cast<double>(inTail) / static_cast<double>(within.size());
    result.ks = lead(within, across);
    result.withinCount = static_cast<std::int64_t>(within.size());
    result.acrossCount = static_cast<std::int64_t>(across.size());
    return result;
}

DistanceMeter::DistanceMeter(std::uint64_t seed) : m_seed(seed), m_random(seed) {}

void DistanceMeter::add(const ItemLabelings &item, const ItemOverlaps &overlaps)
{
    for (std::size_t i = 0; i < item.labelings.size(); ++i)
        for (std::size_t j = i + 1; j < item.labelings.size(); ++j)
            m_within.push_back(labelingDistance(item, overlaps, i, j));
    // Vitter's algorithm R: every labeling is kept with equal probability.
    for (const Labeling &labeling : item.labelings) {
        ++m_labelings;
        if (m_kept.size() < reservoir)
            m_kept.push_back({m_items, item.width, item.height, labeling});
        else if (const std::uint64_t place = m_random.below(m_labelings); place < reservoir)
            m_kept[place] = {m_items, item.width, item.height, labeling};
    }
    ++m_items;
}

Result<DistanceResult> DistanceMeter::result(const jobs::JobControl &control) const
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t i = 0; i < m_kept.size(); ++i)
        for (std::uint32_t j = i + 1; j < m_kept.size(); ++j)
            if (m_kept[i].item != m_kept[j].item)
                pairs.emplace_back(i, j);
    base::SeededRandom random(m_seed);
    const std::size_t count = std::min(pairs.size(), mostCrossPairs);
    for (std::size_t k = 0; k < count; ++k)
        std::swap(pairs[k], pairs[k + random.below(pairs.size() - k)]);
    std::vector<double> across;
    for (std::size_t k = 0; k < count; ++k) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const Kept &a = m_kept[pairs[k].first];
        const Kept &b = m_kept[pairs[k].second];
        ItemLabelings item{{}, {}, std::max(a.width, b.width), std::max(a.height, b.height), {a.labeling, b.labeling}};
        // One person may stand on both sides.
        item.labelings.front().annotator = QStringLiteral("a");
        item.labelings.back().annotator = QStringLiteral("b");
        const auto overlaps = ItemOverlaps::of(item, control);
        if (!overlaps)
            continue;
        across.push_back(labelingDistance(item, *overlaps, 0, 1));
    }
    return agreementOfDistances(m_within, std::move(across));
}

}  // namespace plumbline::overlap
