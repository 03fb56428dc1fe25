// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/agreement.h"

#include "core/base/random.h"
#include "core/quality/agreementparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <thread>

namespace plumbline::quality {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::quality", text);
}

struct Named {
    AgreementMeasure measure;
    const char *name;
};
constexpr Named measures[] = {{AgreementMeasure::Percent, "percent"},
                              {AgreementMeasure::CohenKappa, "cohen-kappa"},
                              {AgreementMeasure::WeightedKappa, "weighted-kappa"},
                              {AgreementMeasure::ScottPi, "scott-pi"},
                              {AgreementMeasure::BennettS, "bennett-s"},
                              {AgreementMeasure::FleissKappa, "fleiss-kappa"},
                              {AgreementMeasure::FleissVarying, "fleiss-kappa-varying"},
                              {AgreementMeasure::CongerKappa, "conger-kappa"},
                              {AgreementMeasure::BrennanPrediger, "brennan-prediger"},
                              {AgreementMeasure::KrippendorffAlpha, "krippendorff-alpha"},
                              {AgreementMeasure::GwetAc1, "gwet-ac1"},
                              {AgreementMeasure::GwetAc2, "gwet-ac2"},
                              {AgreementMeasure::Icc, "icc"},
                              {AgreementMeasure::KendallTauB, "kendall-tau-b"},
                              {AgreementMeasure::KendallW, "kendall-w"},
                              {AgreementMeasure::Masi, "masi"}};

constexpr std::array<std::pair<Scale, const char *>, 4> scales{
    {{Scale::Nominal, "nominal"}, {Scale::Ordinal, "ordinal"}, {Scale::Interval, "interval"}, {Scale::Ratio, "ratio"}}};

// Value at a share of a sorted list, between neighbours (type 7 of Hyndman & Fan, Am. Stat. 50 (1996) 361-365).
double quantile(const std::vector<double> &sorted, double share)
{
    const double at = share * static_cast<double>(sorted.size() - 1);
    const auto low = static_cast<std::size_t>(std::floor(at));
    const std::size_t high = std::min(low + 1, sorted.size() - 1);
    return sorted[low] + (at - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

}  // namespace

QString measureName(AgreementMeasure measure)
{
    for (const Named &known : measures)
        if (known.measure == measure)
            return QLatin1String(known.name);
    return {};
}

std::optional<AgreementMeasure> measureFromName(QStringView name)
{
    for (const Named &known : measures)
        if (name == QLatin1String(known.name))
            return known.measure;
    return std::nullopt;
}

QStringList measureNames()
{
    QStringList names;
    for (const Named &known : measures)
        names.append(QLatin1String(known.name));
    return names;
}

std::optional<Scale> scaleFromName(QStringView name)
{
    for (const auto &[scale, known] : scales)
        if (name == QLatin1String(known))
            return scale;
    return std::nullopt;
}

std::optional<IccForm> iccFromName(QStringView name)
{
    for (const int model : {1, 2, 3})
        for (const bool mean : {false, true})
            if (name == QStringLiteral("%1,%2").arg(QString::number(model), mean ? QStringLiteral("k") : QStringLiteral("1")))
                return IccForm{model, mean};
    return std::nullopt;
}

QString undefinedText(Undefined reason)
{
    switch (reason) {
    case Undefined::NoPairs: return tr("No unit has two ratings.");
    case Undefined::OneCategory:
        return tr("Only one category was ever used: there is nothing that could have been disagreed on.");
    case Undefined::NotTwoRaters: return tr("This measure is for exactly two raters.");
    case Undefined::UnequalCounts:
        return tr("This measure needs equally many ratings of every unit. Gwet's AC and Krippendorff's alpha do not, nor does "
                  "fleiss-kappa-varying.");
    case Undefined::NotNumbers:
        return tr("The scale is one of numbers, and some labels are no numbers (or below zero, for ratios).");
    case Undefined::NoOrder: return tr("The labels are texts whose order was not declared. Declare it from lowest to highest.");
    case Undefined::TooFewUnits: return tr("Fewer than two units were rated by everybody.");
    case Undefined::NoVariation: return tr("The ratings do not differ, so nothing can be compared.");
    case Undefined::TooManyValues: return tr("There are more different labels than this measure can compare with each other.");
    case Undefined::NoDistances: return tr("No distances between these labels were given.");
    case Undefined::TooLarge: return tr("The numbers are too large to compute with.");
    case Undefined::NoSpans: return tr("Nobody marked anything.");
    case Undefined::OutsideContinuum: return tr("Some spans lie outside of the given limits.");
    case Undefined::TooComplex:
        return tr("There are more ways to align these spans than can be gone through. Take fewer annotators "
                  "or shorter tasks.");
    }
    return {};
}

namespace {

Agreement measured(const Ratings &ratings, const AgreementOptions &options, Units units)
{
    const auto categories = static_cast<std::size_t>(ratings.categories.size());
    switch (options.measure) {
    case AgreementMeasure::Percent: return percentAgreement(ratings, units);
    case AgreementMeasure::CohenKappa: return cohenKappa(ratings, CategoryWeights(categories), units);
    case AgreementMeasure::WeightedKappa: return cohenKappa(ratings, CategoryWeights(categories, options), units);
    case AgreementMeasure::ScottPi: return scottPi(ratings, units);
    case AgreementMeasure::BennettS: return bennettS(ratings, units);
    case AgreementMeasure::FleissKappa: return fleissKappa(ratings, units);
    case AgreementMeasure::FleissVarying: return fleissVarying(ratings, units);
    case AgreementMeasure::CongerKappa: return congerKappa(ratings, units);
    case AgreementMeasure::BrennanPrediger: return brennanPrediger(ratings, units);
    case AgreementMeasure::KrippendorffAlpha: return krippendorffAlpha(ratings, options, units);
    case AgreementMeasure::GwetAc1: return gwetAc(ratings, CategoryWeights(categories), units);
    case AgreementMeasure::GwetAc2: return gwetAc(ratings, CategoryWeights(categories, options), units);
    case AgreementMeasure::Icc: return icc(ratings, options.icc, units);
    case AgreementMeasure::KendallTauB: return kendallTauB(ratings, units);
    case AgreementMeasure::KendallW: return kendallW(ratings, units);
    case AgreementMeasure::Masi: return masiAlpha(ratings, units);
    }
    return tl::unexpected(Undefined::NoPairs);
}

}  // namespace

Agreement agreement(const Ratings &ratings, const AgreementOptions &options, std::span<const std::uint32_t> units)
{
    Agreement result = measured(ratings, options, units);
    if (!result)
        return result;
    // Squares of numbers near the largest overflow; rounding can leave the last bit above 1.
    if (!std::isfinite(result->value) || !std::isfinite(result->observed) || !std::isfinite(result->chance))
        return tl::unexpected(Undefined::TooLarge);
    result->value = std::min(result->value, 1.0);
    return result;
}

Result<std::optional<AgreementInterval>> bootstrapAgreement(const Ratings &ratings, const AgreementOptions &options,
                                                            int resamples, std::uint64_t seed,
                                                            const std::function<bool(int)> &goOn, double mass)
{
    const auto units = static_cast<std::uint64_t>(ratings.units.size());
    if (units == 0 || resamples < 1)
        return std::optional<AgreementInterval>();
    std::vector<double> values(static_cast<std::size_t>(resamples), std::nan(""));
    std::atomic<int> next = 0;
    std::atomic<int> done = 0;
    std::atomic<bool> stopped = false;
    // Alpha does not look at raters: many units are few kinds, and drawing them is all that takes time.
    const AlikeUnits alike = options.measure == AgreementMeasure::KrippendorffAlpha ? alikeUnits(ratings) : AlikeUnits();
    const auto alphaOfKinds = [&](std::vector<std::uint32_t> &times, base::SeededRandom &random) -> std::optional<double> {
        std::fill(times.begin(), times.end(), 0);
        for (std::uint64_t i = 0; i < units; ++i)
            ++times[alike.kindOf[random.below(units)]];
        const Agreement value = repeatedAlpha(alike.kinds, options, times);
        if (!value || !std::isfinite(value->value) || !std::isfinite(value->observed) || !std::isfinite(value->chance))
            return std::nullopt;
        return std::min(value->value, 1.0);
    };
    const auto work = [&] {
        const bool byKinds = !alike.kindOf.empty();
        std::vector<std::uint32_t> times(byKinds ? alike.kinds.begins.size() - 1 : 0);
        std::vector<std::uint32_t> drawn(byKinds ? 0 : units);
        for (int i = next++; i < resamples && !stopped; i = next++) {
            base::SeededRandom random(seed + static_cast<std::uint64_t>(i));
            if (byKinds) {
                values[static_cast<std::size_t>(i)] = alphaOfKinds(times, random).value_or(std::nan(""));
            } else {
                for (std::uint32_t &unit : drawn)
                    unit = static_cast<std::uint32_t>(random.below(units));
                if (const Agreement value = agreement(ratings, options, drawn))
                    values[static_cast<std::size_t>(i)] = value->value;
            }
            ++done;
            if (goOn && !goOn(done))
                stopped = true;
        }
    };
    {
        std::vector<std::jthread> threads;
        for (unsigned i = 1; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
            threads.emplace_back(work);
        work();
    }
    if (stopped)
        return fail(ErrorCode::Cancelled, tr("The resampling was stopped."));
    std::erase_if(values, [](double v) { return std::isnan(v); });
    return percentileInterval(std::move(values), resamples, mass);
}

std::optional<AgreementInterval> percentileInterval(std::vector<double> values, int resamples, double mass)
{
    if (values.empty() || values.size() * 2 < static_cast<std::size_t>(resamples))
        return std::nullopt;
    std::sort(values.begin(), values.end());
    const double tail = (1 - mass) / 2;
    const int defined = static_cast<int>(values.size());
    return AgreementInterval{{quantile(values, tail), quantile(values, 1 - tail)}, defined, resamples - defined};
}

}  // namespace plumbline::quality
