// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

namespace plumbline::engines::onnx {

/// An input or output of a graph.
struct TensorSpec {
    QString name;
    int elementType = 0;             ///< number of TensorProto.DataType; 1 = 32-bit float
    std::vector<std::int64_t> dims;  ///< -1 where the size is open
    bool operator==(const TensorSpec &) const = default;
};

/// What an ONNX file says about itself, read without ONNX Runtime and without its weights.
struct GraphSummary {
    std::vector<TensorSpec> inputs;  ///< those that are not weights
    std::vector<TensorSpec> outputs;
    QStringList externalFiles;  ///< where weights outside the file are said to lie, as written; each once
    QStringList classNames;     ///< from the metadata "names" that some exporters write; else empty
};

inline constexpr int floatElement = 1;

/// Reads an ONNX file (message ModelProto of onnx.proto). Fails with Malformed for anything else, broken or cut short.
/// Time is linear in the size, memory does not depend on it. Any thread.
[[nodiscard]] Result<GraphSummary> inspectOnnx(QByteArrayView file);

/// Names out of a dictionary literal such as {0: 'person', 1: "cat"}; empty unless the numbers are 0 … n-1.
[[nodiscard]] QStringList parseNamesLiteral(const QString &text);

}  // namespace plumbline::engines::onnx
