// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/grabcuttool.h"

#include "core/geometry/maskoperations.h"
#include "plugins/views/image/imagesegmentation.h"
#include "plugins/views/image/regionedits.h"
#include "widgets/canvas/shapepainter.h"

#include <QPainter>

#include <cmath>

namespace plumbline::imageview {

namespace {

constexpr double mostPixels = 60000;   // 0.1 to 0.3 s of work
constexpr double surroundings = 0.25;  // of the box's sides, on each side, to learn the background from
constexpr double smallestSide = 8;     // image pixels
constexpr double scribbleWidth = 6;    // screen pixels
constexpr std::uint64_t speck = 12;    // work pixels

}  // namespace

void GrabCutTool::press(const canvas::CanvasPointer &pointer)
{
    const auto picture = m_context.edits.picture();
    if (pointer.button != Qt::LeftButton || !picture)
        return;
    if (m_state == State::Boxed) {
        m_scribbles.push_back({pointer.modifiers.testFlag(Qt::AltModifier) != m_takesAway, {pointer.image}});
        m_state = State::Scribbling;
    } else if (m_state == State::Idle
               && m_context.edits.mayDraw(m_context.settings.grabCutMakes == RegionKind::Mask ? QStringLiteral("mask")
                                                                                              : QStringLiteral("polygon"))) {
        m_corner = canvas::clampedTo(pointer.image, picture);
        m_box = canvas::boxBetween(m_corner, m_corner, picture);
        m_state = State::Dragging;
    }
    m_context.canvas.update();
}

void GrabCutTool::move(const canvas::CanvasPointer &pointer)
{
    if (m_state == State::Dragging)
        m_box = canvas::boxBetween(m_corner, pointer.image, m_context.edits.picture());
    else if (m_state == State::Scribbling && m_scribbles.back().line.back() != pointer.image)
        m_scribbles.back().line.push_back(pointer.image);
    else
        return;
    m_context.canvas.update();
}

void GrabCutTool::release(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton)
        return;
    if (m_state == State::Dragging) {
        if (m_box.w < smallestSide || m_box.h < smallestSide) {
            m_context.hint(tr("Drag a box around the thing, at least 8 × 8 pixels."));
            reset();
            return;
        }
        const QRectF around = QRectF(m_box.x, m_box.y, m_box.w, m_box.h)
                                  .adjusted(-m_box.w * surroundings - 2, -m_box.h * surroundings - 2, m_box.w * surroundings + 2,
                                            m_box.h * surroundings + 2);
        m_area = WorkArea::of(m_context, around.toAlignedRect(), mostPixels);
        if (m_area.pixels.isNull()) {
            m_context.hint(tr("The pixels of this picture cannot be read."));
            reset();
            return;
        }
        m_state = State::Boxed;
        search();
    } else if (m_state == State::Scribbling) {
        m_state = State::Boxed;
        search();
    }
}

void GrabCutTool::search()
{
    m_found.reset();
    m_lineRadius = std::max(0.75, scribbleWidth / 2 / m_context.canvas.view().scale * m_area.scale);
    const QPoint topLeft = m_area.toWork({m_box.x, m_box.y});
    const QPoint bottomRight = m_area.toWork({m_box.right(), m_box.bottom()});
    const QRect box(topLeft, QPoint(std::max(topLeft.x(), bottomRight.x() - 1), std::max(topLeft.y(), bottomRight.y() - 1)));
    QImage hints(m_area.pixels.size(), QImage::Format_Grayscale8);
    hints.fill(int(Scribble::None));
    QPainter painter(&hints);
    for (const Scribbled &scribble : m_scribbles) {
        const int value = int(scribble.background ? Scribble::Background : Scribble::Foreground);
        QPolygonF line;
        for (const geometry::Point p : scribble.line)
            line.append(QPointF((p.x - m_area.image.x()) * m_area.scale, (p.y - m_area.image.y()) * m_area.scale));
        // A single point is a line too.
        line.append(line.last() + QPointF(0.01, 0.01));
        painter.setPen(QPen(QColor(value, value, value), 2 * m_lineRadius, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(line);
    }
    painter.end();
    m_job.ask(
        tr("GrabCut"),
        [pixels = m_area.pixels, box, hints](jobs::JobControl &control) -> Result<geometry::Mask> {
            auto mask = grabCut(pixels, box, hints, control);
            // Crumbs of noise are never what was meant.
            return mask ? Result<geometry::Mask>(geometry::withoutHoles(geometry::withoutSpecks(*mask, speck), speck)) : mask;
        },
        [this](Result<geometry::Mask> mask) {
            if (!mask) {
                m_context.hint(mask.error().text);
                m_keepsWhenFound = false;
                if (mask.error().code == ErrorCode::Cancelled)
                    reset();
                return;
            }
            m_found = std::move(*mask);
            m_picture = std::make_unique<canvas::MaskPicture>(*m_found, canvas::ShapePainter::lineColour(currentColour()));
            m_context.settingsChanged();
            m_context.canvas.update();
            if (m_keepsWhenFound)
                keep();
        });
    m_context.settingsChanged();
    m_context.canvas.update();
}

bool GrabCutTool::finish()
{
    if (m_state == State::Idle)
        return false;
    if (m_state == State::Boxed && m_found)
        keep();
    else
        m_keepsWhenFound = m_state == State::Boxed;
    return true;
}

void GrabCutTool::keep()
{
    if (geometry::isEmpty(*m_found)) {
        m_keepsWhenFound = false;
        m_context.hint(tr("Nothing stands out in the box: scribble over what belongs to it."));
        return;
    }
    const RegionKind kind = m_context.settings.grabCutMakes;
    const geometry::Polygon outline =
        m_area.outlineOf(*m_found, kind == RegionKind::Polygon ? m_context.settings.outlineTolerance : 0);
    reset();
    RegionEdits(m_context).addRegion(outline, kind);
}

void GrabCutTool::reset()
{
    m_job.drop();
    m_state = State::Idle;
    m_area = {};
    m_scribbles.clear();
    m_found.reset();
    m_keepsWhenFound = false;
    m_picture.reset();
    m_context.settingsChanged();
    m_context.canvas.update();
}

bool GrabCutTool::cancel()
{
    const bool busy = m_state != State::Idle;
    if (busy)
        reset();
    return busy;
}

bool GrabCutTool::stepBack()
{
    if (m_state != State::Boxed)
        return false;
    if (m_scribbles.empty()) {
        reset();
        return true;
    }
    m_scribbles.pop_back();
    search();
    return true;
}

bool GrabCutTool::trigger(const QString &actionId)
{
    if (actionId != QLatin1String("image.option.shape"))
        return false;
    m_takesAway = !m_takesAway;
    m_context.settingsChanged();
    return true;
}

std::vector<ToolOption> GrabCutTool::options()
{
    ToolSettings &settings = m_context.settings;
    ToolOption makes{QStringLiteral("grabCutMakes"),
                     tr("Makes"),
                     ToolOption::Kind::Choice,
                     0,
                     1,
                     1,
                     0,
                     {},
                     {tr("Mask"), tr("Polygon")},
                     [&settings] { return settings.grabCutMakes == RegionKind::Polygon ? 1.0 : 0.0; },
                     [&settings](double value) { settings.grabCutMakes = value != 0 ? RegionKind::Polygon : RegionKind::Mask; }};
    ToolOption says{QStringLiteral("grabCutSays"),
                    tr("Scribbles"),
                    ToolOption::Kind::Choice,
                    0,
                    1,
                    1,
                    0,
                    {},
                    {tr("Belongs to it"), tr("Does not")},
                    [this] { return m_takesAway ? 1.0 : 0.0; },
                    [this](double value) { m_takesAway = value != 0; }};
    return {makes, says};
}

QString GrabCutTool::status() const
{
    if (m_state == State::Idle || m_state == State::Dragging)
        return tr("Drag a box around the thing");
    return m_found ? tr("Scribble to correct; Enter keeps it") : tr("Looking for the outline…");
}

void GrabCutTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    if (m_state == State::Idle)
        return;
    const QColor colour = canvas::ShapePainter::lineColour(currentColour());
    if (m_picture && m_state != State::Dragging)
        m_area.paint(painter, *m_picture, view, clip, devicePixelRatio);
    const QRectF box = view.rectOf(m_box);
    paintCasedLine(painter, QPolygonF(box), colour, true);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const Scribbled &scribble : m_scribbles) {
        QPolygonF line;
        for (const geometry::Point p : scribble.line)
            line.append(view.toScreen(p));
        line.append(line.last() + QPointF(0.01, 0.01));
        for (const bool casing : {true, false}) {
            // What does not belong is dark and broken: told apart without colours.
            QPen pen(casing                ? QColor(8, 10, 12, 200)
                     : scribble.background ? QColor(20, 20, 24)
                                           : QColor(255, 255, 255),
                     casing ? scribbleWidth + 2 : scribbleWidth - 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
            if (casing && scribble.background)
                pen.setColor(QColor(255, 255, 255, 200));
            painter.setPen(pen);
            painter.drawPolyline(line);
        }
    }
    painter.restore();
}

}  // namespace plumbline::imageview
