// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/measuretools.h"

#include "core/itemmodels/words.h"
#include "widgets/canvas/ornaments.h"
#include "widgets/canvas/shapepainter.h"

#include <cmath>

namespace plumbline::imageview {

QColor measureColour()
{
    return QColor(0xF2, 0xF2, 0xF2);
}

QColor MeasureTool::colour() const
{
    return measureColour();
}

QString MeasureTool::readout(const std::vector<geometry::Point> &points) const
{
    const geometry::Polyline line{points};
    if (kind() == model::MeasureKind::Angle && points.size() < 3)
        return ImageEdits::tr("the corner next");
    return itemmodels::measureText(line,
                       {kind(), model::millimetresPerPixel(m_context.editing.annotations(), m_context.editing.schema()), 0});
}

void MeasureTool::commit(std::vector<geometry::Point> points)
{
    if (!m_context.edits.canCreate())
        return;
    model::Annotation annotation = m_context.editing.newAnnotation(geometry::Polyline{std::move(points)});
    annotation.labelClass = {};
    const auto scale = model::millimetresPerPixel(m_context.editing.annotations(), m_context.editing.schema());
    model::setMeasure(annotation, {kind(), scale, 0});
    m_context.edits.create(annotation, kind() == model::MeasureKind::Angle ? ImageEdits::tr("Measure an angle")
                                                                           : ImageEdits::tr("Measure a length"));
    if (!scale && kind() == model::MeasureKind::Length)
        m_context.hint(ImageEdits::tr("{image.measure.calibrate} says how long this line really is: then lengths are shown in millimetres."));
}

void MeasureTool::paintMore(QPainter &painter, const canvas::ViewTransform &view, const std::vector<geometry::Point> &points)
{
    QPolygonF line;
    for (const geometry::Point &p : points)
        line.append(view.toScreen(p));
    canvas::paintOrnament(painter, kind() == model::MeasureKind::Angle ? canvas::Ornament::Angle : canvas::Ornament::Ruler, line,
                          canvas::ShapePainter::lineColour(colour()), QColor(8, 10, 12, 150), 2);
}

QString RulerTool::tooFew() const
{
    return ImageEdits::tr("A ruler needs two ends.");
}

void RulerTool::press(const canvas::CanvasPointer &pointer)
{
    m_pressed = pointer.screen;
    PathTool::press(pointer);
}

void RulerTool::release(const canvas::CanvasPointer &pointer)
{
    // Dragged from end to end, as rulers are.
    if (pointer.button == Qt::LeftButton && isBusy() && travel(pointer.screen, m_pressed) >= dragThreshold)
        PathTool::press(pointer);
    PathTool::release(pointer);
}

QString AngleTool::tooFew() const
{
    return ImageEdits::tr("An angle needs three points: the end of an arm, the corner, the end of the other arm.");
}

}  // namespace plumbline::imageview
