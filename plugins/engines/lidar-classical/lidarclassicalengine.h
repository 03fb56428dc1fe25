// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/inferenceengine.h"

namespace plumbline::engines::lidar {

/// Detects and tracks in sweeps without a weights file. One model, "ground-and-clusters", on the CPU.
class LidarClassicalEngine final : public extension::InferenceEngine
{
public:
    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] std::vector<extension::ModelInfo> builtInModels() const override;
    /// Nothing on the disk is ours.
    [[nodiscard]] std::optional<extension::ModelInfo> describe(const QString &path) const override;
    [[nodiscard]] std::vector<extension::InferenceDevice> devices(bool measure) const override;
    /// request.model is "ground-and-clusters" or empty; request.device "auto" or "cpu". Sessions are stateful: they track.
    [[nodiscard]] Result<std::unique_ptr<extension::InferenceSession>>
    createSession(const extension::SessionRequest &request) const override;
};

}  // namespace plumbline::engines::lidar
