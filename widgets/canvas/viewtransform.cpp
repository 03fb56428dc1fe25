// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/viewtransform.h"

#include <algorithm>
#include <cmath>

namespace plumbline::canvas {

geometry::Box ViewTransform::toImage(const QRectF &r) const
{
    const geometry::Point corner = toImage(r.topLeft());
    return {corner.x, corner.y, r.width() / scale, r.height() / scale};
}

ViewTransform ViewTransform::zoomedAbout(QPointF anchor, double newScale) const
{
    const geometry::Point p = toImage(anchor);
    return {newScale, QPointF(anchor.x() - p.x * newScale, anchor.y() - p.y * newScale)};
}

ViewTransform ViewTransform::fitted(QSizeF picture, QSizeF viewport, double margin, double maximumScale)
{
    if (picture.isEmpty())
        return {};
    const double w = std::max(1.0, viewport.width() - 2 * margin);
    const double h = std::max(1.0, viewport.height() - 2 * margin);
    const double scale = std::min({w / picture.width(), h / picture.height(), maximumScale});
    return {scale, QPointF((viewport.width() - picture.width() * scale) / 2, (viewport.height() - picture.height() * scale) / 2)};
}

ViewTransform ViewTransform::kept(QSizeF picture, QSizeF viewport, double remaining) const
{
    const auto clamped = [&](double offset, double length, double room) {
        const double rest = std::min({remaining, length, room});
        return std::clamp(offset, rest - length, room - rest);
    };
    return {scale, QPointF(clamped(offset.x(), picture.width() * scale, viewport.width()),
                           clamped(offset.y(), picture.height() * scale, viewport.height()))};
}

ViewTransform ViewTransform::snapped(double devicePixelRatio) const
{
    return {scale, QPointF(std::round(offset.x() * devicePixelRatio) / devicePixelRatio,
                           std::round(offset.y() * devicePixelRatio) / devicePixelRatio)};
}

}  // namespace plumbline::canvas
