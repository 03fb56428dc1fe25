// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace plumbline::engines::onnx {

/// An execution provider of ONNX Runtime, as far as it can be judged without starting it.
struct ProviderState {
    QString id;             ///< "tensorrt", "cuda", "webgpu", "cpu"
    QString title;          ///< "TensorRT"…
    QString deviceName;     ///< empty when unknown
    bool present = false;
    bool software = false;  ///< a graphics driver that computes on the processor: slower than the CPU provider
    QString reason;         ///< why it is not present, translated, without a full stop
};

/// What the providers are looked up in.
struct ProviderSurroundings {
    QString libraryFolder;    ///< where libonnxruntime lies; vendor libraries must lie beside it
    QStringList compiledIn;   ///< names as ONNX Runtime lists them, e.g. "CUDAExecutionProvider"
};

/// Ids from the fastest to the slowest.
[[nodiscard]] QStringList providerIds();
/// The name that ONNX Runtime logs and lists for an id.
[[nodiscard]] QString runtimeName(const QString &id);
/// Never starts anything; asks Vulkan for its devices. Any thread.
[[nodiscard]] ProviderState lookAt(const QString &id, const ProviderSurroundings &surroundings);
/// Model name of the processor.
[[nodiscard]] QString processorName();

}  // namespace plumbline::engines::onnx
