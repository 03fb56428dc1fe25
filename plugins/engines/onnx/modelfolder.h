// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "plugins/engines/onnx/modelmanifest.h"
#include "plugins/engines/onnx/onnxgraph.h"

#include <QByteArray>
#include <QString>

namespace plumbline::engines::onnx {

/// No file of a model may be larger.
inline constexpr qint64 maximumModelBytes = qint64(2) << 30;

/// A model read from the disk, checked, not yet given to ONNX Runtime.
struct LoadedModel {
    ModelManifest manifest;
    GraphSummary graph;
    QByteArray bytes;      ///< of the .onnx file: what was hashed is what runs
    QString folder;        ///< where weights outside the file lie; empty when there are none
    QString weightsSha256;  ///< of the .onnx file
};

/// Whether the path looks like a model of this engine: a folder with model.json, or a file that ends in .onnx.
[[nodiscard]] bool isModelPath(const QString &path);

/// Reads and verifies a folder with model.json or a bare .onnx file. The files are untrusted: hashes must match, weights
/// outside the file must be listed in the manifest, and no path may be absolute, leave the folder or be a link. Blocks on
/// the disk. Any thread.
[[nodiscard]] Result<LoadedModel> loadModel(const QString &path);

}  // namespace plumbline::engines::onnx
