// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extension/inferenceengine.h"
#include "plugins/engines/onnx/modelfolder.h"
#include "plugins/engines/onnx/runtime.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace plumbline::engines::onnx {

/// A detection model on one provider. One thread at a time.
class OnnxSession final : public extension::InferenceSession
{
public:
    /// Loads the graph and runs it once on an empty picture, so that a model or device that cannot work fails here.
    /// `fallbackReason` goes into the provenance. A first run that takes longer than the limit is ended: hostile graphs can
    /// loop for ever, and there is no one to cancel it yet.
    [[nodiscard]] static Result<std::unique_ptr<OnnxSession>> create(std::shared_ptr<Runtime> runtime, const LoadedModel &model,
                                                                     const ProviderState &provider, const QString &fallbackReason,
                                                                     std::chrono::milliseconds firstRunLimit);

    [[nodiscard]] const extension::InferenceProvenance &provenance() const override { return m_provenance; }
    [[nodiscard]] double warmUpMilliseconds() const override { return m_warmUpMilliseconds; }
    [[nodiscard]] QStringList classNames() const override;
    /// Model and GPU failures are errors; a cancelled run stops within a few operators of the graph.
    [[nodiscard]] Result<extension::InferenceOutput> run(const QImage &image, const extension::InferenceOptions &options,
                                                         const jobs::JobControl &control) override;

private:
    OnnxSession() = default;
    /// Runs the graph on m_tensor and decodes its output in input space.
    [[nodiscard]] Result<std::vector<Candidate>> infer(double scoreThreshold, const jobs::JobControl &control,
                                                       std::chrono::milliseconds limit, extension::InferenceTimes &times);

    std::shared_ptr<Runtime> m_runtime;  // outlives m_session
    Ort::Session m_session{nullptr};
    ModelManifest m_manifest;
    extension::InferenceProvenance m_provenance;
    std::string m_inputName;
    std::string m_outputName;
    std::vector<float> m_tensor;
    double m_warmUpMilliseconds = 0;
};

/// Names that the predictions of a model carry: its classes through its mapping, each once.
[[nodiscard]] QStringList mappedClassNames(const ModelManifest &manifest);

}  // namespace plumbline::engines::onnx
