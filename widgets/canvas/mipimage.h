// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/canvas/viewtransform.h"

#include <QImage>

#include <vector>

class QPainter;

namespace plumbline::canvas {

class DisplayTable;

/// A picture with its halved copies, each made when it is first needed, so that a zoomed-out photo costs what its size on
/// the screen costs. One thread at a time.
class PLUMBLINE_WIDGETS_EXPORT MipImage
{
public:
    MipImage() = default;
    /// `halves`: the first of the smaller copies, when they were made before.
    explicit MipImage(const QImage &image, const std::vector<QImage> &halves = {});

    [[nodiscard]] bool isNull() const { return m_levels.empty(); }
    /// Of the picture itself, in pixels.
    [[nodiscard]] QSize size() const { return isNull() ? QSize() : m_levels.front().size(); }
    /// Level k, 2^k times smaller (rounded up); built on demand.
    [[nodiscard]] const QImage &level(int k);
    /// Level to draw at this many device pixels per image pixel: the smallest that is still not enlarged.
    [[nodiscard]] int levelFor(double devicePixelsPerImagePixel) const;

    /// Paints what lies in `clip` (screen space). Smooth when shrunk or slightly enlarged, whole pixels from three times on.
    /// Through `table` when there is one.
    void paint(QPainter &painter, const ViewTransform &view, const QRectF &clip, double devicePixelRatio,
               const DisplayTable *table = nullptr);

private:
    std::vector<QImage> m_levels;
};

/// The smaller copies that a window needs to show a picture as a whole: for a worker, so that the first paint is quick. Any
/// thread.
[[nodiscard]] PLUMBLINE_WIDGETS_EXPORT std::vector<QImage> halvesOf(const QImage &image);

}  // namespace plumbline::canvas
