// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

namespace plumbline::cli {

/// `agreement PROJECT --metric detection-alpha`: how far those who drew objects agree.
struct ObjectAgreementArguments {
    std::string folder;
    double iou = 0.5;
    int resamples = 1000;
    std::uint64_t seed = 1;
};
[[nodiscard]] Result<Answer> measureObjectAgreement(Context &context, const ObjectAgreementArguments &arguments);

/// `consensus PROJECT --objects`: the objects that those who drew agree on, as a layer.
struct ObjectConsensusArguments {
    bool objects = false;
    double iou = 0.5;
    int quorum = 0;
    int least = 2;
    std::string weights = "agreement";
    std::string layer = "consensus";
    bool dryRun = false;
    /// The arguments must outlive the parsing.
    void addTo(CLI::App &verb);
};
[[nodiscard]] Result<Answer> makeObjectConsensus(Context &context, const std::string &folder,
                                                 const ObjectConsensusArguments &arguments);

}  // namespace plumbline::cli
