// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/random.h"
#include "core/quality/spans.h"

/// Gamma: agreement on where spans lie and how they are labeled, with the best alignment of them. Y. Mathet, A. Widlöcher and
/// J.-P. Métivier, Computational Linguistics 41 (2015) 437-479.
namespace plumbline::quality {

/// Two aligned spans cost position · ((|difference of starts| + |of ends|) / sum of lengths)² + label · [labels differ]; a
/// span that is aligned with nothing costs 1 for each annotator it lacks.
struct GammaOptions {
    double position = 1;
    double label = 1;
    int samples = 30;  ///< random continua for the expected disorder
    std::uint64_t seed = 1;
};

/// The least mean cost of any alignment in groups of at most one span of each annotator, per span of an annotator. Exact: two
/// annotators by assignment; more by going through the groups that can pay, which is refused (TooComplex) above 5000 spans,
/// 1,000,000 such groups or 10,000,000 steps of the search. Spans may overlap. NoPairs for one annotator, NoSpans without spans.
[[nodiscard]] PLUMBLINE_CORE_EXPORT tl::expected<double, Undefined> disorder(const Continuum &continuum,
                                                                             const GammaOptions &options);

/// The same number of annotators at random: each takes the spans of an annotator drawn anew, moved around the continuum, which
/// is closed to a ring, by a random distance that differs from those of the others by half a mean span or more where
/// there is room. A span that crosses the end goes on beyond it.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Continuum shuffled(const Continuum &continuum, const Interval &limits,
                                                       base::SeededRandom &random);

struct Gamma {
    double observed = 0;
    double expected = 0;
    double expectedError = 0;  ///< standard error of it, from the spread of the samples
    int samples = 0;
    double value = 0;  ///< 1 - observed / expected
};
/// Makes the sample with this number; the tests inject their own.
using ContinuumSampler = std::function<Continuum(int)>;
/// Without a sampler, shuffled() within the limits, or within first start and last end. `goOn` is asked before every sample and
/// stops the work by returning false: then the error is Cancelled.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<tl::expected<Gamma, Undefined>>
gamma(const Continuum &continuum, const GammaOptions &options, const std::optional<Interval> &limits = {},
      const ContinuumSampler &sampler = {}, const std::function<bool()> &goOn = {});

}  // namespace plumbline::quality
