// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/engines/onnx/letterbox.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <vector>

namespace plumbline::engines::onnx {

namespace {

// Where one output column or row takes its value from.
struct Tap {
    int first = 0;
    int second = 0;
    float weight = 0;  // of the second
};

std::vector<Tap> tapsFor(int target, int source, double scale)
{
    std::vector<Tap> taps(static_cast<std::size_t>(target));
    for (int i = 0; i < target; ++i) {
        const double position = std::clamp((i + 0.5) / scale - 0.5, 0.0, double(source - 1));
        const int first = static_cast<int>(position);
        taps[static_cast<std::size_t>(i)] = {first, std::min(first + 1, source - 1), static_cast<float>(position - first)};
    }
    return taps;
}

}  // namespace

Letterbox letterboxFor(QSize image, const InputSpec &input)
{
    Letterbox box;
    box.image = image;
    box.content = input.size;
    if (input.fit != Fit::Stretch) {
        const double ratio = std::min(double(input.size.width()) / image.width(), double(input.size.height()) / image.height());
        // As the families' own programs round, which is how their weights were trained: YOLOX (top-left) down, YOLOv8 to nearest.
        const bool down = input.fit == Fit::TopLeft;
        const auto fitted = [ratio, down](int length, int limit) {
            const double size = length * ratio + (down ? 1e-9 : 0.5);
            return std::clamp(static_cast<int>(size), 1, limit);
        };
        box.content = {fitted(image.width(), input.size.width()), fitted(image.height(), input.size.height())};
    }
    if (input.fit == Fit::Centre) {
        box.offsetX = (input.size.width() - box.content.width()) / 2;
        box.offsetY = (input.size.height() - box.content.height()) / 2;
    }
    box.scaleX = double(box.content.width()) / image.width();
    box.scaleY = double(box.content.height()) / image.height();
    return box;
}

std::optional<geometry::Box> imageFromInput(const geometry::Box &box, const Letterbox &letterbox)
{
    const double left = (box.x - letterbox.offsetX) / letterbox.scaleX;
    const double top = (box.y - letterbox.offsetY) / letterbox.scaleY;
    const double right = (box.right() - letterbox.offsetX) / letterbox.scaleX;
    const double bottom = (box.bottom() - letterbox.offsetY) / letterbox.scaleY;
    if (!std::isfinite(left) || !std::isfinite(top) || !std::isfinite(right) || !std::isfinite(bottom))
        return std::nullopt;
    const double width = letterbox.image.width();
    const double height = letterbox.image.height();
    const double x = std::clamp(left, 0.0, width);
    const double y = std::clamp(top, 0.0, height);
    const geometry::Box clipped{x, y, std::clamp(right, 0.0, width) - x, std::clamp(bottom, 0.0, height) - y};
    if (!(clipped.w > 0) || !(clipped.h > 0))
        return std::nullopt;
    return clipped;
}

Result<> fillTensor(const QImage &image, const InputSpec &input, const Letterbox &letterbox, std::span<float> tensor,
                    const jobs::JobControl &control)
{
    const int width = input.size.width();
    const int height = input.size.height();
    const auto plane = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    if (rgb.isNull() || tensor.size() != 3 * plane || rgb.size() != letterbox.image)
        return fail(ErrorCode::InvalidArgument,
                    QCoreApplication::translate("plumbline::engines::onnx", "The picture is empty or too large for memory."));

    const bool planar = input.layout == Layout::Nchw;
    std::array<float, 3> pad{};
    for (std::size_t channel = 0; channel < 3; ++channel) {
        pad[channel] = static_cast<float>((input.padding - input.mean[channel]) * input.scale[channel]);
        for (std::size_t i = 0; i < plane; ++i)
            tensor[planar ? channel * plane + i : i * 3 + channel] = pad[channel];
    }

    const auto columns = tapsFor(letterbox.content.width(), rgb.width(), letterbox.scaleX);
    const auto rows = tapsFor(letterbox.content.height(), rgb.height(), letterbox.scaleY);
    const int left = static_cast<int>(letterbox.offsetX);
    const int top = static_cast<int>(letterbox.offsetY);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (row % 64 == 0 && control.cancelled())
            return jobs::JobControl::cancelledError();
        const uchar *upper = rgb.constScanLine(rows[row].first);
        const uchar *lower = rgb.constScanLine(rows[row].second);
        const std::size_t line = (static_cast<std::size_t>(top) + row) * static_cast<std::size_t>(width);
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const std::size_t source = input.colour == ColourOrder::Rgb ? channel : 2 - channel;
            const auto mean = static_cast<float>(input.mean[channel]);
            const auto scale = static_cast<float>(input.scale[channel]);
            for (std::size_t column = 0; column < columns.size(); ++column) {
                const Tap &tap = columns[column];
                const auto at = [&tap, source](const uchar *pixels) {
                    const float first = pixels[static_cast<std::size_t>(tap.first) * 3 + source];
                    const float second = pixels[static_cast<std::size_t>(tap.second) * 3 + source];
                    return first + (second - first) * tap.weight;
                };
                const float above = at(upper);
                const float value = above + (at(lower) - above) * rows[row].weight;
                const std::size_t cell = line + static_cast<std::size_t>(left) + column;
                tensor[planar ? channel * plane + cell : cell * 3 + channel] = (value - mean) * scale;
            }
        }
    }
    return {};
}

}  // namespace plumbline::engines::onnx
