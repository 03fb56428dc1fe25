// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/geometry/shapes.h"
#include "core/jobs/jobcontrol.h"

#include <QImage>
#include <QSize>

#include <array>
#include <optional>
#include <span>

namespace plumbline::engines::onnx {

/// How a picture is fitted into a network's input.
enum class Fit {
    TopLeft,  ///< scaled evenly, put into the top-left corner, the rest padded
    Centre,   ///< scaled evenly, centred, the rest padded
    Stretch,  ///< scaled to the input's size, its proportions lost
};

enum class Layout { Nchw, Nhwc };
enum class ColourOrder { Rgb, Bgr };

/// What a network expects; numbers per channel are in the network's colour order.
struct InputSpec {
    QSize size{640, 640};  ///< pixels
    Layout layout = Layout::Nchw;
    ColourOrder colour = ColourOrder::Rgb;
    std::array<double, 3> mean{};         ///< in 0 … 255, taken off first
    std::array<double, 3> scale{1, 1, 1};  ///< factor after that
    Fit fit = Fit::Centre;
    double padding = 114;  ///< 0 … 255, goes through mean and scale like a pixel
};

/// input_from_image: input = image × scale + offset, in continuous pixels of both.
struct Letterbox {
    QSize image;
    QSize content;  ///< the picture's size inside the input
    double scaleX = 1;
    double scaleY = 1;
    double offsetX = 0;
    double offsetY = 0;
};

/// Sizes are positive.
[[nodiscard]] Letterbox letterboxFor(QSize image, const InputSpec &input);

/// A box of input space in image space, clipped to the picture; nothing when it is not finite or nothing of it is left.
[[nodiscard]] std::optional<geometry::Box> imageFromInput(const geometry::Box &box, const Letterbox &letterbox);

/// Fills `tensor` (3 × height × width floats in the spec's layout) from a picture by bilinear sampling at pixel centres.
/// The image may have any format. Fails with Cancelled, or InvalidArgument for an empty picture or a wrong tensor size.
[[nodiscard]] Result<> fillTensor(const QImage &image, const InputSpec &input, const Letterbox &letterbox,
                                  std::span<float> tensor, const jobs::JobControl &control);

}  // namespace plumbline::engines::onnx
