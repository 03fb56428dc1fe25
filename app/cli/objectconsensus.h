// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

#include <optional>

namespace plumbline::cli {

/// `agreement PROJECT --metric detection-alpha`: how far those who drew objects agree.
struct ObjectAgreementArguments {
    std::string folder;
    double iou = 0.5;
    int resamples = 1000;
    std::uint64_t seed = 1;
};
[[nodiscard]] Result<Answer> measureObjectAgreement(Context &context, const ObjectAgreementArguments &arguments);

}  // namespace plumbline::cli
