// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/posterior.h"
#include "core/quality/ratings.h"

#include <QSet>

#include <functional>
#include <optional>

/// Agreement between raters. Every measure is a pure function of ratings and of the units to look at, which may repeat: that is
/// how the bootstrap resamples. Definitions and worked numbers: docs/quality.md.
namespace plumbline::quality {

enum class AgreementMeasure {
    Percent,            ///< share of agreeing pairs of ratings, mean over units with two or more
    CohenKappa,         ///< two raters; Cohen 1960
    WeightedKappa,      ///< two raters; Cohen 1968
    ScottPi,            ///< two raters; Scott 1955
    BennettS,           ///< two raters; Bennett, Alpert and Goldstein 1954
    FleissKappa,        ///< equally many ratings a unit; Fleiss 1971
    FleissVarying,      ///< any number of ratings a unit; Gwet's generalisation
    CongerKappa,        ///< any number of raters, each with their own margins; Conger 1980
    BrennanPrediger,    ///< any number of raters; Brennan and Prediger 1981
    KrippendorffAlpha,  ///< any number of raters, missing ratings; Krippendorff 2011
    GwetAc1,            ///< Gwet 2008
    GwetAc2,            ///< the same with weights
    Icc,                ///< intraclass correlation, IccForm says which; Shrout & Fleiss 1979
    KendallTauB,        ///< two raters' orders of the units, corrected for ties
    KendallW,           ///< several raters' orders of the units, corrected for ties
    Masi,               ///< Krippendorff's alpha over sets of labels ("a|b") with masiDistance()
};

/// How far apart two categories are, for Krippendorff's alpha. Given: by AgreementOptions::distances.
enum class Scale { Nominal, Ordinal, Interval, Ratio, Given };
/// Disagreement |i - j| / (q - 1) of the categories' places, its square, or AgreementOptions::distances.
enum class Weights { Linear, Quadratic, Given };

/// ICC(1,·): every unit has raters of its own. ICC(2,·): the raters are a sample, a constant offset between them is
/// disagreement. ICC(3,·): these raters only, an offset is not. ICC(·,k): of the mean of all raters instead of one rating.
struct IccForm {
    int model = 2;
    bool mean = false;
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<IccForm> iccFromName(QStringView name);  ///< "2,1", "3,k"

[[nodiscard]] PLUMBLINE_CORE_EXPORT QString measureName(AgreementMeasure measure);  ///< "krippendorff-alpha"
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<AgreementMeasure> measureFromName(QStringView name);
[[nodiscard]] PLUMBLINE_CORE_EXPORT QStringList measureNames();
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Scale> scaleFromName(QStringView name);  ///< "nominal", "ordinal"…

/// Why a coefficient has no value. Never 1 and never NaN instead.
enum class Undefined {
    NoPairs,           ///< no unit has two ratings
    OneCategory,       ///< only one category was ever used: chance alone would agree as well
    NotTwoRaters,
    UnequalCounts,     ///< a measure that needs equally many ratings of every unit
    NotNumbers,        ///< a scale of numbers, and categories that are none
    NoOrder,           ///< a scale with an order, and texts whose order nobody declared
    TooFewUnits,       ///< complete ones, of which the measure needs two
    NoVariation,       ///< the units or a rater's ratings do not differ
    TooManyValues,     ///< more different values than the measure can compare pairwise
    NoDistances,       ///< given distances were asked for, and none fit the categories
    TooLarge,          ///< numbers whose squares cannot be computed with
    NoSpans,           ///< nobody marked anything
    OutsideContinuum,  ///< spans that lie outside of the given limits
    TooComplex,        ///< more ways to align the spans than can be gone through
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT QString undefinedText(Undefined reason);  ///< translated

struct ChiSquare {
    double value = 0;
    double degrees = 0;
};

struct Coefficient {
    double value = 0;
    double observed = 0;   ///< agreement (kappas, AC) or disagreement (alpha) that was seen; 0 where the measure has none
    double chance = 0;     ///< that chance alone would give
    std::int64_t units = 0;    ///< that the value rests on
    std::int64_t ratings = 0;  ///< likewise
    std::optional<double> standardError{};  ///< where a published formula was checked
    double degrees = 0;                   ///< of Student's t for an interval from it; 0 = normal
    std::optional<double> chanceError{};    ///< standard error if nothing but chance agreed; value / chanceError is z
    std::optional<double> maximum{};        ///< the largest value that these margins allow
    std::optional<ChiSquare> chiSquare{};   ///< of the hypothesis that nothing but chance agreed
};

using Agreement = tl::expected<Coefficient, Undefined>;

struct AgreementOptions {
    AgreementMeasure measure = AgreementMeasure::KrippendorffAlpha;
    Scale scale = Scale::Nominal;
    Weights weights = Weights::Quadratic;
    IccForm icc{};
    std::vector<double> distances{};  ///< categories × categories as readDistances() makes them, for the given scale or weights
};

/// One coefficient over the given units (indices into ratings.units).
[[nodiscard]] PLUMBLINE_CORE_EXPORT Agreement agreement(const Ratings &ratings, const AgreementOptions &options,
                                                        std::span<const std::uint32_t> units);

/// value ± quantile · standard error, not above 1; nothing without a standard error.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::optional<Interval> asymptoticInterval(const Coefficient &coefficient,
                                                                               double mass = 0.95);
[[nodiscard]] PLUMBLINE_CORE_EXPORT double twoSidedP(double z);
[[nodiscard]] PLUMBLINE_CORE_EXPORT double upperP(const ChiSquare &statistic);

/// Fleiss' kappa of one category against all others; chanceError is set. Undefined where nobody or everybody always chose it.
struct CategoryKappa {
    std::uint32_t category = 0;
    Agreement kappa;
};
/// For every category that was used. Needs equally many ratings of every unit.
[[nodiscard]] PLUMBLINE_CORE_EXPORT tl::expected<std::vector<CategoryKappa>, Undefined>
fleissByCategory(const Ratings &ratings, std::span<const std::uint32_t> units);

/// Reads a,b,distance: how far apart two categories are, the same both ways. Pairs that are not named are 1 apart, equal
/// categories 0. Broken lines and unknown categories are named in `issues` and left out. Fails on more than 2000 categories.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::vector<double>> readDistances(const QString &file, const QStringList &categories,
                                                                              IssueList &issues);

/// Distance of two sets of labels: Jaccard distance times 0 for equal sets, 1/3 when one holds the other, 2/3 when they overlap,
/// 1 when they share nothing. (R. Passonneau's measure for set-valued items, in the product form of the DKPro library; the
/// form 1 - similarity · monotonicity gives larger numbers.)
[[nodiscard]] PLUMBLINE_CORE_EXPORT double masiDistance(const QSet<QString> &a, const QSet<QString> &b);

/// A percentile interval from resampled units.
struct AgreementInterval {
    Interval interval;
    int resamples = 0;  ///< that had a value
    int undefined = 0;  ///< that had none; left out
};
/// Units are drawn with replacement; the same seed gives the same interval on any number of threads. `goOn` is told how many
/// are done, from any of them, and stops the work by returning false: then the error is Cancelled.
/// Nothing when fewer than half of the resamples have a value.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<std::optional<AgreementInterval>>
bootstrapAgreement(const Ratings &ratings, const AgreementOptions &options, int resamples, std::uint64_t seed,
                   const std::function<bool(int)> &goOn = {}, double mass = 0.95);

}  // namespace plumbline::quality
