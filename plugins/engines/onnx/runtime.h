// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "plugins/engines/onnx/placementlog.h"
#include "plugins/engines/onnx/providers.h"

#include <onnxruntime_cxx_api.h>

#include <QByteArray>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

namespace plumbline::engines::onnx {

/// ONNX Runtime, started. Everything that holds one of its objects keeps this alive. Any thread.
class Runtime
{
public:
    ~Runtime();
    /// Fails when the library cannot serve the API version of our headers.
    [[nodiscard]] static Result<std::shared_ptr<Runtime>> start();

    /// A graph on a provider.
    struct Opened {
        Ort::Session session{nullptr};
        QString note;  ///< translated; which part of the graph the provider left to the CPU, empty when none
    };
    /// Loads a graph on exactly this provider, which must be present. Fails when it cannot start there or when no node of
    /// it would run there. `externalFolder` is where weights outside the file lie, empty when there are none.
    [[nodiscard]] Result<Opened> open(const QByteArray &graph, const QString &externalFolder, const ProviderState &provider);

    [[nodiscard]] const ProviderSurroundings &surroundings() const { return m_surroundings; }

    /// Calls `work` and turns whatever it throws into an Error with this text.
    [[nodiscard]] static Result<> guarded(const QString &text, const std::function<void()> &work);

private:
    Runtime() = default;

    std::unique_ptr<PlacementLog> m_placements = std::make_unique<PlacementLog>();
    Ort::Env m_env{nullptr};
    ProviderSurroundings m_surroundings;
    std::atomic<int> m_sessions = 0;
};

}  // namespace plumbline::engines::onnx
