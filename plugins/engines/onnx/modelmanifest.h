// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/sha256.h"
#include "plugins/engines/onnx/decoders.h"
#include "plugins/engines/onnx/letterbox.h"
#include "plugins/engines/onnx/onnxgraph.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace plumbline::engines::onnx {

/// What model.json says, schema "plumbline-model/1" (docs/model-manifest.md).
struct ModelManifest {
    struct File {
        QString path;  ///< relative to the manifest's folder, checked to stay inside
        base::Sha256Digest sha256;
    };

    QString id;
    QString version;
    QString title;
    QString licence;
    QString task;
    std::vector<File> files;  ///< exactly one ends in .onnx: the graph
    InputSpec input;
    HeadSpec head;            ///< classes and input follow from the fields here
    QString outputName;       ///< empty = the graph's first output
    QStringList classNames;
    std::map<QString, std::optional<QString>> classMapping;  ///< class of the model → class of the labels; nothing = left out
    double scoreThreshold = 0.35;
    double nmsThreshold = 0.45;

    /// Name of the file with the graph; empty for a manifest that was proposed for a bare file.
    [[nodiscard]] QString graphFile() const;
};

inline constexpr auto manifestSchema = "plumbline-model/1";

/// Parses and validates. Errors name the key and what was expected; Unsupported for tasks and decoders of other versions,
/// NewerVersion for later schemas. Never touches the disk.
[[nodiscard]] Result<ModelManifest> parseManifest(QByteArrayView text);

/// Recognises a family by the shapes of a graph's inputs and outputs and proposes what its manifest would say:
/// one output rows × (5 + C) with one row per grid cell = YOLOX, three rows per cell = YOLOv5; (4 + C) × rows = YOLOv8.
/// `name` becomes the id. Fails with Unsupported when no family fits.
[[nodiscard]] Result<ModelManifest> proposeManifest(const GraphSummary &graph, const QString &name);

/// Whether the graph's inputs and outputs are what the manifest says; the error names both.
[[nodiscard]] Result<> checkAgainstGraph(const ModelManifest &manifest, const GraphSummary &graph);

}  // namespace plumbline::engines::onnx
