// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workstation/cropsourceclouds.h"

#include "core/cloud/cloudreader.h"
#include "core/geometry/cuboids.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace plumbline::workstation {

namespace {

constexpr std::uint64_t wholeCloud = 2'000'000;
constexpr std::uint64_t sampleOfCloud = 500'000;
constexpr std::uint64_t blockPoints = 65'536;
constexpr std::uint64_t samplePiece = 2048;
constexpr double leastAround = 1.2;   // metres beside the box
constexpr double shareAround = 0.35;  // of its longer side
constexpr double aboveAndBelow = 1.0;  // metres that are still shown
constexpr double groundHeight = 0.25;  // metres above the underside: what lies lower is dim
constexpr QRgb ground = qRgb(18, 21, 26);

/// One cuboid while points come in.
struct Canvas {
    geometry::Pose box_from_label;
    std::array<double, 3> half{};
    double radius = 0;      ///< metres around the centre that can be in the picture
    double pixelsPerMetre = 1;
    QImage image;
    bool usable = false;

    Canvas(const TopCut &cut, QSize size)
    {
        const auto &s = cut.cuboid.size;
        usable = std::all_of(s.begin(), s.end(), [](double v) { return std::isfinite(v) && v > 0; })
                 && std::all_of(cut.cuboid.centre.begin(), cut.cuboid.centre.end(), [](double v) { return std::isfinite(v); });
        if (!usable)
            return;
        half = {s[0] / 2, s[1] / 2, s[2] / 2};
        const double around = std::max(leastAround, shareAround * std::max(s[0], s[1]));
        // Length goes up, width across.
        pixelsPerMetre = std::min(size.height() / (s[0] + 2 * around), size.width() / (s[1] + 2 * around));
        radius = std::hypot(size.width() / pixelsPerMetre, size.height() / pixelsPerMetre, s[2] + 2 * aboveAndBelow) / 2;
        box_from_label = geometry::inverted(geometry::poseOf(cut.cuboid));
        image = QImage(size, QImage::Format_RGB32);
        image.fill(ground);
    }

    void take(const geometry::Vector3 &point)
    {
        const geometry::Vector3 local = geometry::transformed(box_from_label, point);
        const double height = local[2] + half[2];  // above the underside
        if (height < -aboveAndBelow || height > 2 * half[2] + aboveAndBelow)
            return;
        const int x = static_cast<int>(std::floor(image.width() / 2.0 - local[1] * pixelsPerMetre));
        const int y = static_cast<int>(std::floor(image.height() / 2.0 - local[0] * pixelsPerMetre));
        if (x < 0 || y < 0 || x + 1 >= image.width() || y + 1 >= image.height())
            return;
        const bool inside = std::abs(local[0]) <= half[0] && std::abs(local[1]) <= half[1] && std::abs(local[2]) <= half[2];
        const double share = std::clamp(height / (2 * half[2]), 0.0, 1.0);
        const QRgb colour = inside                  ? qRgb(255, 238, 190)
                            : height < groundHeight ? qRgb(64, 72, 84)
                                                    : qRgb(90 + int(40 * share), 130 + int(50 * share), 160 + int(60 * share));
        // Two by two pixels; what is inside or higher is not painted over by what lies below.
        for (int dy = 0; dy < 2; ++dy) {
            auto *line = reinterpret_cast<QRgb *>(image.scanLine(y + dy));
            for (int dx = 0; dx < 2; ++dx)
                if (qGreen(line[x + dx]) < qGreen(colour))
                    line[x + dx] = colour;
        }
    }

    void finish(const QColor &colour)
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF middle(image.width() / 2.0, image.height() / 2.0);
        const QSizeF box(2 * half[1] * pixelsPerMetre, 2 * half[0] * pixelsPerMetre);
        const QRectF footprint(middle - QPointF(box.width() / 2, box.height() / 2), box);
        const auto stroke = [&](const QPen &pen) {
            painter.setPen(pen);
            painter.drawRect(footprint);
            painter.drawLine(middle, QPointF(middle.x(), footprint.top()));
        };
        stroke(QPen(QColor(0, 0, 0, 130), 4));
        stroke(QPen(colour, 2));
    }
};

}  // namespace

std::vector<QImage> topViews(const QString &cloud, const geometry::Pose &label_from_cloud, const std::vector<TopCut> &cuts,
                             QSize size, const jobs::JobControl &control)
{
    std::vector<QImage> views(cuts.size());
    const auto reader = cloud::openCloud(cloud);
    if (!reader)
        return views;
    std::vector<Canvas> canvases;
    canvases.reserve(cuts.size());
    for (const TopCut &cut : cuts)
        canvases.emplace_back(cut, size);
    const cloud::CloudInfo &info = (*reader)->info();
    const bool sampled = info.points > wholeCloud;
    const std::uint64_t pieces = sampled ? sampleOfCloud / samplePiece : (info.points + blockPoints - 1) / blockPoints;
    cloud::PointBlock block;
    for (std::uint64_t i = 0; i < pieces; ++i) {
        const std::uint64_t first = sampled ? info.points / pieces * i : i * blockPoints;
        const std::uint64_t count = std::min(sampled ? samplePiece : blockPoints, info.points - first);
        if (control.cancelled() || !(*reader)->read(first, count, block, control))
            return views;
        for (const auto &p : block.positions) {
            const geometry::Vector3 place{info.origin[0] + double(p[0]), info.origin[1] + double(p[1]),
                                          info.origin[2] + double(p[2])};
            if (!std::isfinite(place[0]) || !std::isfinite(place[1]) || !std::isfinite(place[2]))
                continue;
            const geometry::Vector3 point = geometry::transformed(label_from_cloud, place);
            for (std::size_t k = 0; k < canvases.size(); ++k) {
                const auto &centre = cuts[k].cuboid.centre;
                Canvas &canvas = canvases[k];
                if (canvas.usable && std::abs(point[0] - centre[0]) <= canvas.radius
                    && std::abs(point[1] - centre[1]) <= canvas.radius)
                    canvas.take(point);
            }
        }
        if (block.size() < count)
            break;
    }
    for (std::size_t k = 0; k < canvases.size(); ++k)
        if (canvases[k].usable) {
            canvases[k].finish(cuts[k].colour);
            views[k] = canvases[k].image;
        }
    return views;
}

}  // namespace plumbline::workstation
