// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas/shapelayer.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace plumbline::canvas {

namespace {

constexpr double sliceMilliseconds = 3;
constexpr double atOnceMilliseconds = 5;  // what is cheaper is never put off
constexpr std::size_t denseFrom = 2500;   // shapes in sight that are drawn as hairlines
constexpr double sparseCost = 40;   // microseconds of an outline, at best
constexpr double pixelCost = 0.0005;  // microseconds of a pixel inside it: large shapes are dear
constexpr double denseCost = 4;       // of a hairline
constexpr double pieceCost = 640;     // microseconds, at best
constexpr double slowestPace = 5;
constexpr int pieceSide = 48;             // device pixels; smaller pieces draw shapes on their border too often
constexpr double reach = 8;               // of lines and casings beyond a shape's bounds, screen pixels

geometry::Box imageBoxOf(const QRect &pixels, const ViewTransform &view, double ratio)
{
    return view.toImage(QRectF(pixels.x() / ratio - reach, pixels.y() / ratio - reach, pixels.width() / ratio + 2 * reach,
                               pixels.height() / ratio + 2 * reach));
}

}  // namespace

void scrollPixels(QImage &image, QPoint step)
{
    const int width = image.width() - std::abs(step.x());
    const int height = image.height() - std::abs(step.y());
    if (width <= 0 || height <= 0)
        return;
    const auto pixel = static_cast<std::size_t>(image.depth() / 8);
    const std::size_t from = pixel * static_cast<std::size_t>(std::max(0, -step.x()));
    const std::size_t to = pixel * static_cast<std::size_t>(std::max(0, step.x()));
    for (int i = 0; i < height; ++i) {
        // Rows that are still needed are not written over.
        const int target = step.y() > 0 ? image.height() - 1 - i : i;
        const int source = target - step.y();
        std::memmove(image.scanLine(target) + to, image.constScanLine(source) + from, pixel * static_cast<std::size_t>(width));
    }
}

void ShapeLayer::invalidate()
{
    m_stale = QRect(QPoint(0, 0), m_image.size());
}

void ShapeLayer::setDivider(std::optional<int> divider)
{
    if (divider == m_divider)
        return;
    if (divider && m_divider) {
        const auto [left, right] = std::minmax(*divider, *m_divider);
        m_stale += QRectF(left * m_ratio, 0, (right - left) * m_ratio, m_image.height()).toAlignedRect() & m_image.rect();
        m_divider = divider;
        return;
    }
    m_divider = divider;
    invalidate();
}

QRect ShapeLayer::deviceRect(const geometry::Box &bounds) const
{
    const QRectF r =
        m_view.rectOf(bounds).adjusted(-reach, -reach, reach, reach) & QRectF(QPointF(0, 0), QSizeF(m_image.size()) / m_ratio);
    return QRectF(r.topLeft() * m_ratio, r.size() * m_ratio).toAlignedRect() & m_image.rect();
}

void ShapeLayer::invalidate(const geometry::Box &bounds)
{
    if (!m_image.isNull())
        m_stale += deviceRect(bounds);
}

void ShapeLayer::moveTo(const ShapeScene &scene, const ViewTransform &view, QSize pixels, double devicePixelRatio)
{
    m_zoomed = false;
    if (view == m_view && pixels == m_image.size() && devicePixelRatio == m_ratio)
        return;
    const bool sameSize = pixels == m_image.size() && devicePixelRatio == m_ratio;
    if (sameSize && view.scale == m_view.scale) {
        const QPointF shift = (view.offset - m_view.offset) * m_ratio;
        const QPoint step(static_cast<int>(std::lround(shift.x())), static_cast<int>(std::lround(shift.y())));
        const QRect whole = m_image.rect();
        const QRect kept = whole.translated(step) & whole;
        scrollPixels(m_image, step);
        m_stale = m_stale.translated(step) & whole;
        const QRegion bared = QRegion(whole) - kept;
        QPainter painter(&m_image);
        painter.setCompositionMode(QPainter::CompositionMode_Source);
        for (const QRect &r : bared)
            painter.fillRect(r, Qt::transparent);
        m_stale += bared;
        // What crossed the divider belongs to the other side now.
        if (m_divider)
            m_stale +=
                QRect(std::min(deviceDivider(), deviceDivider() + step.x()), 0, std::abs(step.x()), whole.height()) & whole;
    } else {
        m_zoomed = sameSize;
        if (sameSize && (m_stale.isEmpty() || m_old.isNull())) {
            m_old = std::move(m_image);
            m_oldView = m_view;
        } else if (!sameSize) {
            m_old = {};
        }
        if (m_image.size() != pixels)
            m_image = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
        m_image.fill(Qt::transparent);
        m_stale = m_image.rect();
    }
    m_view = view;
    m_ratio = devicePixelRatio;
    m_dense = scene.countWithin(imageBoxOf(m_image.rect(), m_view, m_ratio), denseFrom) >= denseFrom;
}

double ShapeLayer::costOf(const ShapeScene &scene, const QRect &piece, double most) const
{
    const geometry::Box box = imageBoxOf(piece, m_view, m_ratio);
    if (m_dense)
        return double(scene.countWithin(box, static_cast<std::size_t>(most / denseCost) + 1)) * denseCost;
    const auto enough = static_cast<std::size_t>(most / sparseCost) + 1;
    if (scene.countWithin(box, enough) >= enough)
        return double(enough) * sparseCost;
    double cost = 0;
    for (const int index : scene.within(box)) {
        const QRect seen = deviceRect(scene.bounds()[static_cast<std::size_t>(index)]) & piece;
        cost += sparseCost + pixelCost * double(seen.width()) * double(seen.height());
    }
    return cost;
}

void ShapeLayer::renderPiece(QPainter &painter, const ShapeScene &scene, const QRect &piece, const std::vector<int> &indices,
                             const EmphasisOf &emphasis)
{
    const QRectF clip(QPointF(piece.topLeft()) / m_ratio, QSizeF(piece.size()) / m_ratio);
    painter.save();
    painter.setClipRect(clip);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.fillRect(clip, Qt::transparent);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    std::vector<int> normal;
    std::vector<int> selected;
    for (const int index : indices) {
        const CanvasShape &shape = scene.entries()[static_cast<std::size_t>(index)].shape;
        const CanvasShape::Side hidden =
            m_divider && piece.left() < deviceDivider() ? CanvasShape::Side::Right : CanvasShape::Side::Left;
        if (m_divider && shape.side == hidden)
            continue;
        const auto how = emphasis(shape);
        if (how)
            (*how == Emphasis::Normal ? normal : selected).push_back(index);
    }
    ShapePainter shapes(painter, m_view, clip, m_ratio);
    shapes.shapes(scene, normal, m_dense);
    shapes.manySelected(scene, selected);
    painter.restore();
}

void ShapeLayer::renderSlice(const ShapeScene &scene, const EmphasisOf &emphasis, bool allAtOnce)
{
    QElapsedTimer time;
    time.start();
    m_image.setDevicePixelRatio(m_ratio);
    double expected = 0;
    {
        QPainter painter(&m_image);
        while (!m_stale.isEmpty()) {
            if (!allAtOnce && expected > 0 && double(time.nsecsElapsed()) / 1e6 > sliceMilliseconds)
                break;
            QRect piece = *m_stale.begin();
            if (m_divider && piece.left() < deviceDivider() && piece.right() >= deviceDivider())
                piece.setRight(deviceDivider() - 1);
            while (!allAtOnce && std::max(piece.width(), piece.height()) > pieceSide && costOf(scene, piece, pieceCost) > pieceCost) {
                if (piece.height() >= piece.width())
                    piece.setHeight((piece.height() + 1) / 2);
                else
                    piece.setWidth((piece.width() + 1) / 2);
            }
            expected += costOf(scene, piece, 1e6);
            renderPiece(painter, scene, piece, scene.within(imageBoxOf(piece, m_view, m_ratio)), emphasis);
            m_stale -= piece;
        }
    }
    m_image.setDevicePixelRatio(1);
    // Estimates from shapes that were mostly cut off are too good.
    if (expected > 10 * denseCost)
        (m_dense ? m_densePace : m_sparsePace) = std::clamp(double(time.nsecsElapsed()) / 1e3 / expected, 1.0, slowestPace);
}

bool ShapeLayer::paint(QPainter &painter, const ShapeScene &scene, const ViewTransform &view, QSize viewport,
                       double devicePixelRatio, const EmphasisOf &emphasis)
{
    const QSize pixels(static_cast<int>(std::ceil(viewport.width() * devicePixelRatio)),
                       static_cast<int>(std::ceil(viewport.height() * devicePixelRatio)));
    moveTo(scene, view, pixels, devicePixelRatio);
    if (!m_stale.isEmpty()) {
        const double allowed = atOnceMilliseconds * 1000 / (m_dense ? m_densePace : m_sparsePace);
        const bool allAtOnce = m_patient || costOf(scene, m_stale.boundingRect(), allowed) <= allowed;
        // While the zoom goes on, what would be begun now is thrown away by the next step.
        if (allAtOnce || !m_zoomed || m_old.isNull())
            renderSlice(scene, emphasis, allAtOnce);
    }
    if (m_stale.isEmpty()) {
        m_old = {};
    } else if (!m_old.isNull()) {
        painter.save();
        QRegion clip;
        for (const QRect &r : m_stale)
            clip += QRectF(QPointF(r.topLeft()) / m_ratio, QSizeF(r.size()) / m_ratio).toAlignedRect();
        painter.setClipRegion(clip, Qt::IntersectClip);
        const double factor = m_view.scale / m_oldView.scale;
        const QRectF target(m_view.offset - m_oldView.offset * factor, QSizeF(m_old.size()) / m_ratio * factor);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(target, m_old);
        painter.restore();
    }
    m_image.setDevicePixelRatio(m_ratio);
    painter.drawImage(QPointF(0, 0), m_image);
    m_image.setDevicePixelRatio(1);
    return m_stale.isEmpty();
}

}  // namespace plumbline::canvas
