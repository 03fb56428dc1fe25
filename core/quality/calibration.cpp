// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quality/calibration.h"

#include <algorithm>
#include <cmath>

namespace plumbline::quality {

namespace {

struct Bin {
    double n = 0;
    double gap = 0;  // sum of outcome - confidence
};

std::vector<Bin> binned(const std::vector<double> &confidences, const std::vector<bool> &correct, int bins)
{
    std::vector<Bin> result(static_cast<std::size_t>(std::max(bins, 1)));
    for (std::size_t i = 0; i < std::min(confidences.size(), correct.size()); ++i) {
        Bin &bin = result[static_cast<std::size_t>(confidenceBin(confidences[i], bins))];
        bin.n += 1;
        bin.gap += (correct[i] ? 1.0 : 0.0) - confidences[i];
    }
    return result;
}

}  // namespace

int confidenceBin(double confidence, int bins)
{
    const int last = std::max(bins, 1) - 1;
    if (!(confidence > 0))
        return 0;
    return confidence >= 1 ? last : std::min(last, static_cast<int>(std::floor(confidence * (last + 1))));
}

double brier(const std::vector<double> &confidences, const std::vector<bool> &correct)
{
    const std::size_t n = std::min(confidences.size(), correct.size());
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const double difference = confidences[i] - (correct[i] ? 1.0 : 0.0);
        sum += difference * difference;
    }
    return n > 0 ? sum / static_cast<double>(n) : 0.0;
}

double expectedCalibrationError(const std::vector<double> &confidences, const std::vector<bool> &correct, int bins)
{
    double n = 0;
    double sum = 0;
    for (const Bin &bin : binned(confidences, correct, bins)) {
        n += bin.n;
        sum += std::abs(bin.gap);
    }
    return n > 0 ? sum / n : 0.0;
}

double maximumCalibrationError(const std::vector<double> &confidences, const std::vector<bool> &correct, int bins)
{
    double largest = 0;
    for (const Bin &bin : binned(confidences, correct, bins))
        if (bin.n > 0)
            largest = std::max(largest, std::abs(bin.gap) / bin.n);
    return largest;
}

}  // namespace plumbline::quality
