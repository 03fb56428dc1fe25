// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/regionpreview.h"

#include "core/geometry/maskoutline.h"
#include "core/geometry/polygonoperations.h"

#include <QPainter>

#include <cmath>

namespace plumbline::imageview {

WorkArea WorkArea::of(const ToolContext &context, const QRect &wanted, double mostPixels, double scale)
{
    WorkArea area;
    const auto picture = context.edits.picture();
    if (!picture)
        return area;
    area.image = wanted.intersected(QRect(0, 0, static_cast<int>(picture->w), static_cast<int>(picture->h)));
    if (area.image.isEmpty())
        return area;
    const double pixels = double(area.image.width()) * area.image.height();
    area.scale = std::min({1.0, scale, std::sqrt(mostPixels / pixels)});
    area.pixels = context.pixels(area.image, area.scale);
    // What really came decides: sizes are whole numbers.
    if (!area.pixels.isNull())
        area.scale = double(area.pixels.width()) / area.image.width();
    return area;
}

QPoint WorkArea::toWork(geometry::Point p) const
{
    return {static_cast<int>(std::floor((p.x - image.x()) * scale)), static_cast<int>(std::floor((p.y - image.y()) * scale))};
}

geometry::Point WorkArea::toImage(QPoint work) const
{
    return {image.x() + (work.x() + 0.5) / scale, image.y() + (work.y() + 0.5) / scale};
}

geometry::Polygon WorkArea::outlineOf(const geometry::Mask &mask, double tolerance) const
{
    const geometry::Polygon outline = geometry::outlineOfMask(mask);
    return geometry::scaled(geometry::simplified(outline, scale < 1 ? std::max(1.0, tolerance * scale) : tolerance), 1 / scale,
                            {double(image.x()), double(image.y())});
}

void WorkArea::paint(QPainter &painter, const canvas::MaskPicture &mask, const canvas::ViewTransform &view, const QRectF &clip,
                     double ratio) const
{
    const canvas::ViewTransform screen_from_work{view.scale / scale, view.toScreen({double(image.x()), double(image.y())})};
    painter.save();
    painter.setOpacity(0.6);
    mask.paint(painter, screen_from_work, clip, ratio);
    painter.restore();
}

void paintCasedLine(QPainter &painter, const QPolygonF &line, const QColor &colour, bool dashed)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    for (const bool casing : {true, false}) {
        QPen pen(casing ? QColor(8, 10, 12, 150) : colour, casing ? 4 : 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        if (!casing && dashed)
            pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawPolyline(line);
    }
    painter.restore();
}

}  // namespace plumbline::imageview
