// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/quality/posterior.h"

#include <array>
#include <cstdint>

namespace plumbline::quality {

/// An item in the two-parameter logistic model: P(right) = 1/(1 + exp(-a(theta - b))). a = 1: Rasch.
struct ItemParameters {
    double difficulty = 0;  ///< b, logits
    double discrimination = 1;  ///< a
    bool operator==(const ItemParameters &) const = default;
};
[[nodiscard]] PLUMBLINE_CORE_EXPORT double probabilityRight(double ability, const ItemParameters &item);

/// Ability of one annotator given item parameters, with a normal prior; posterior on a grid of 241 abilities from -6 to 6. The
/// log likelihood of each is a fixed-point sum: equal for every order of results and after every removal. add costs the same
/// whatever came before. A value.
class PLUMBLINE_CORE_EXPORT AbilityPosterior
{
public:
    static constexpr int gridSize = 241;
    static constexpr double gridFrom = -6;
    static constexpr double gridStep = 0.05;

    explicit AbilityPosterior(double priorMean = 0, double priorSigma = 1);
    void add(const ItemParameters &item, bool right) { apply(item, right, 1); }
    void remove(const ItemParameters &item, bool right) { apply(item, right, -1); }

    [[nodiscard]] std::int64_t n() const { return m_n; }
    [[nodiscard]] double mean() const;
    [[nodiscard]] double sigma() const;
    /// Equal-tailed, to the grid's step interpolated.
    [[nodiscard]] Interval interval(double mass = 0.95) const;
    /// Posterior predictive probability of a right result on this item.
    [[nodiscard]] double predict(const ItemParameters &item) const;
    bool operator==(const AbilityPosterior &) const = default;

private:
    void apply(const ItemParameters &item, bool right, int sign);
    [[nodiscard]] std::array<double, gridSize> weights() const;  // add up to 1

    double m_priorMean;
    double m_priorSigma;
    std::int64_t m_n = 0;
    std::array<std::int64_t, gridSize> m_logLikelihood{};  // fixed point, 2^-32
};

}  // namespace plumbline::quality
