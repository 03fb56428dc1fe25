// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/inferenceengine.h"

#include <chrono>
#include <memory>
#include <mutex>

namespace plumbline::engines::onnx {

class Runtime;

/// Detection models in ONNX form on ONNX Runtime: TensorRT, CUDA, WebGPU, CPU. ONNX Runtime is started by the first
/// session or device list and ends with the last session.
class OnnxEngine final : public extension::InferenceEngine
{
public:
    /// A model whose first run takes longer than the limit is refused.
    explicit OnnxEngine(std::chrono::milliseconds firstRunLimit = std::chrono::minutes(3));
    ~OnnxEngine() override;

    [[nodiscard]] QString id() const override;
    [[nodiscard]] QString title() const override;
    /// Reads and hashes every file of the model: milliseconds to seconds.
    [[nodiscard]] std::optional<extension::ModelInfo> describe(const QString &path) const override;
    /// Starts each provider that seems to be there, because only that shows whether it works.
    [[nodiscard]] std::vector<extension::InferenceDevice> devices(bool measure) const override;
    /// "auto" takes the fastest provider that works; software Vulkan drivers only when they are asked for by name.
    [[nodiscard]] Result<std::unique_ptr<extension::InferenceSession>> createSession(
        const extension::SessionRequest &request) const override;

private:
    [[nodiscard]] Result<std::shared_ptr<Runtime>> runtime() const;

    std::chrono::milliseconds m_firstRunLimit;
    mutable std::mutex m_mutex;
    mutable std::weak_ptr<Runtime> m_runtime;
};

}  // namespace plumbline::engines::onnx
