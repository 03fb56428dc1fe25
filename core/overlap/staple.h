// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/shapes.h"

#include <optional>
#include <vector>

namespace plumbline::overlap {

struct StapleOptions {
    /// Share of the window's pixels that belong to the object before anybody is heard; unset: the mean share over all masks.
    std::optional<double> prior;
    double start = 0.99999;  ///< sensitivity and specificity to begin with
    int maximumRounds = 200;
    double tolerance = 1e-9;  ///< ends when no sensitivity or specificity moves by more
};

struct StapleResult {
    geometry::Mask mask;  ///< pixels that belong to the object with a probability of one half or more; size of the masks given
    std::vector<double> sensitivity;  ///< of each mask: share of the object's pixels that it has
    std::vector<double> specificity;  ///< share of the other pixels in the window that it leaves out
    double prior = 0;
    double meanCertainty = 0;  ///< mean over the window of max(p, 1 - p)
    std::vector<double> logLikelihood;  ///< before each round; never falls
    int rounds = 0;
    bool converged = false;
};

/// Simultaneous truth and performance level estimation (Warfield, Zou and Wells, IEEE Trans. Med. Imaging 23 (2004) 903-921) of
/// one object from several masks of one size: expectation maximisation over the pixels of the box around all masks together,
/// every pixel and every mask independent given the truth, the prior fixed. Pixels outside that box are background.
///
/// Pixels on which the same masks say yes are equal, so they are counted once per such pattern: time and memory are those of the
/// runs, whatever the size of the picture. Fails for no masks, more than 64, masks of different sizes; TooLarge for more than
/// 20 million runs. Nothing is left where all masks are empty: the result's mask is then empty too.
[[nodiscard]] PLUMBLINE_CORE_EXPORT Result<StapleResult> staple(const std::vector<geometry::Mask> &masks,
                                                                const StapleOptions &options = {});

}  // namespace plumbline::overlap
