// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

#include <string>
#include <vector>

/// What the files of the verb "agreement" share.
namespace plumbline::cli {

struct AgreementArguments {
    std::string folder;
    std::string labels;
    std::string metric = "krippendorff-alpha";
    std::string level = "nominal";
    std::string weights = "quadratic";
    std::vector<std::string> order;
    std::string icc = "2,1";
    std::string distances;
    bool orderEffect = false;
    double prior = 0;
    std::string reference;
    std::vector<double> continuum;
    bool continuous = false;
    int samples = 30;
    double positionWeight = 1;
    double labelWeight = 1;
    int resamples = 1000;
    std::uint64_t seed = 1;
    double iou = 0.5;
};

/// unitizing-alpha, gamma
[[nodiscard]] Result<Answer> alignSpans(Context &context, const AgreementArguments &arguments);
/// bradley-terry
[[nodiscard]] Result<Answer> comparePairs(Context &context, const AgreementArguments &arguments);

}  // namespace plumbline::cli
