// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace plumbline::engines::onnx {

/// The 80 object classes of COCO in the order that detectors number them. Any thread.
[[nodiscard]] QStringList cocoObjects();
/// The graph that measures providers: input "x" 1 × 3 × 64 × 64 floats, output "y". Any thread.
[[nodiscard]] QByteArray probeModel();

}  // namespace plumbline::engines::onnx
