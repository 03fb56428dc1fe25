// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quality/agreement.h"

/// The measures behind agreement(). Private to the folder.
namespace plumbline::quality {

using Units = std::span<const std::uint32_t>;

[[nodiscard]] Agreement percentAgreement(const Ratings &ratings, Units units);
/// Without weights: Cohen's first kappa.
[[nodiscard]] Agreement cohenKappa(const Ratings &ratings, std::optional<Weights> weights, Units units);
[[nodiscard]] Agreement fleissKappa(const Ratings &ratings, Units units);
[[nodiscard]] Agreement gwetAc(const Ratings &ratings, std::optional<Weights> weights, Units units);
[[nodiscard]] Agreement krippendorffAlpha(const Ratings &ratings, Scale scale, Units units);
[[nodiscard]] Agreement masiAlpha(const Ratings &ratings, Units units);
[[nodiscard]] Agreement icc(const Ratings &ratings, Units units);
[[nodiscard]] Agreement kendallTauB(const Ratings &ratings, Units units);
[[nodiscard]] Agreement kendallW(const Ratings &ratings, Units units);

/// Agreement weight of two categories by their places among `count`.
[[nodiscard]] inline double agreementWeight(std::size_t i, std::size_t j, std::size_t count, std::optional<Weights> weights)
{
    if (!weights || count < 2)
        return i == j ? 1 : 0;
    const double step = (i > j ? static_cast<double>(i - j) : static_cast<double>(j - i)) / static_cast<double>(count - 1);
    return 1 - (*weights == Weights::Linear ? step : step * step);
}

}  // namespace plumbline::quality
