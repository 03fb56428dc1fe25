// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/shapes.h"

#include <QSize>

#include <cstdint>
#include <span>
#include <vector>

/// Detector outputs to boxes: pure functions, any thread. Values that are not finite are left out, scores are in [0, 1].
namespace plumbline::engines::onnx {

/// Families of detection heads. Columns are, per cell: cx cy w h, objectness where the family has it, one score per class.
enum class Decoder {
    YoloX,   ///< rows × (5 + C), offsets to a grid without anchors: centre = (t + cell) × stride, size = exp(t) × stride
    YoloV5,  ///< rows × (5 + C), already in input pixels
    YoloV8,  ///< (4 + C) × rows (or the transpose), already in input pixels, no objectness
};

/// One detection in input space.
struct Candidate {
    int classIndex = 0;
    geometry::Box box;
    double score = 0;
    bool operator==(const Candidate &) const = default;
};

/// What the numbers of an output mean.
struct HeadSpec {
    Decoder decoder = Decoder::YoloX;
    int classes = 0;
    QSize input;                        ///< pixels
    std::vector<int> strides{8, 16, 32};  ///< pixels per grid cell, in the order of the rows; used by YoloX
};

/// Most candidates that go on to suppression: the best ones. Keeps the quadratic step short for hostile weights.
inline constexpr std::size_t maximumCandidates = 4096;

/// Rows that a head with these strides gives (one per grid cell).
[[nodiscard]] std::int64_t gridCells(QSize input, const std::vector<int> &strides);

/// Reads one picture's output of shape `dims` (with or without a leading 1). Keeps the best class of each row when its
/// score reaches the threshold; best first, ties by row. Fails with Unsupported when the shape does not fit the head.
[[nodiscard]] Result<std::vector<Candidate>> decode(std::span<const float> output, std::span<const std::int64_t> dims,
                                                    const HeadSpec &head, double scoreThreshold);

/// Greedy non-maximum suppression within each class: of two boxes that overlap by more than `iou`, the lower score goes.
[[nodiscard]] std::vector<Candidate> suppress(std::vector<Candidate> candidates, double iou);

}  // namespace plumbline::engines::onnx
