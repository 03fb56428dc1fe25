// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/filltool.h"

#include "plugins/views/image/imagesegmentation.h"
#include "plugins/views/image/regionedits.h"
#include "widgets/canvas/shapepainter.h"

#include <cmath>

namespace plumbline::imageview {

namespace {

constexpr double mostPixels = 4e6;
constexpr double pixelsPerStep = 4;  // of the screen, for one step of tolerance

}  // namespace

void FillTool::press(const canvas::CanvasPointer &pointer)
{
    const auto picture = m_context.edits.picture();
    if (pointer.button != Qt::LeftButton || m_state != State::Idle || !picture)
        return;
    if (!picture->contains(pointer.image)) {
        m_context.hint(tr("Click inside the picture."));
        return;
    }
    const ToolSettings &settings = m_context.settings;
    m_subtracts = pointer.modifiers.testFlag(Qt::AltModifier);
    if (m_subtracts && !RegionEdits(m_context).eraseTarget(pointer.image)) {
        m_context.hint(tr("There is no mask to take from here: select one."));
        return;
    }
    if (!m_subtracts
        && !m_context.edits.mayDraw(settings.fillMakes == RegionKind::Mask ? QStringLiteral("mask") : QStringLiteral("polygon")))
        return;
    const geometry::Box seen = m_context.canvas.view().toImage(QRectF(m_context.canvas.rect()));
    m_area = WorkArea::of(m_context, QRectF(seen.x, seen.y, seen.w, seen.h).toAlignedRect(), mostPixels);
    if (m_area.pixels.isNull()) {
        m_context.hint(tr("The pixels of this picture cannot be read."));
        return;
    }
    m_seed = m_area.toWork(pointer.image);
    m_seed = {std::clamp(m_seed.x(), 0, m_area.pixels.width() - 1), std::clamp(m_seed.y(), 0, m_area.pixels.height() - 1)};
    m_pressed = pointer.screen;
    m_toleranceBefore = settings.fillTolerance;
    m_state = State::Pressed;
    search();
}

void FillTool::search()
{
    m_found.reset();
    m_job.ask(
        tr("Fill"),
        [pixels = m_area.pixels, seed = m_seed,
         tolerance = static_cast<int>(m_context.settings.fillTolerance)](jobs::JobControl &control) {
            auto region = similarRegion(pixels, seed, tolerance);
            return control.cancelled() ? Result<geometry::Mask>(jobs::JobControl::cancelledError()) : region;
        },
        [this](Result<geometry::Mask> mask) {
            if (!mask) {
                m_context.hint(mask.error().text);
                reset();
                return;
            }
            m_found = std::move(*mask);
            m_picture = std::make_unique<canvas::MaskPicture>(*m_found, canvas::ShapePainter::lineColour(currentColour()));
            m_context.canvas.update();
            if (m_state == State::Released)
                keep();
        });
}

void FillTool::setTolerance(double tolerance)
{
    const double next = std::clamp(std::round(tolerance), 0.0, 255.0);
    if (next == m_context.settings.fillTolerance)
        return;
    m_context.settings.fillTolerance = next;
    m_context.settingsChanged();
    if (m_state == State::Pressed)
        search();
}

void FillTool::move(const canvas::CanvasPointer &pointer)
{
    if (m_state == State::Pressed && travel(pointer.screen, m_pressed) >= dragThreshold)
        setTolerance(m_toleranceBefore + (pointer.screen.x() - m_pressed.x()) / pixelsPerStep);
}

void FillTool::release(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton || m_state != State::Pressed)
        return;
    m_state = State::Released;
    if (m_found)
        keep();
}

void FillTool::keep()
{
    const bool polygon = m_context.settings.fillMakes == RegionKind::Polygon && !m_subtracts;
    const bool subtracts = m_subtracts;
    const geometry::Point seed = m_area.toImage(m_seed);
    // Polygons of every speckle of noise would be of no use to anybody.
    const geometry::Mask mask = polygon ? geometry::withoutHoles(*m_found, 16) : *m_found;
    const geometry::Polygon outline = m_area.outlineOf(mask, polygon ? m_context.settings.outlineTolerance : 0);
    reset();
    RegionEdits regions(m_context);
    if (!subtracts) {
        regions.addRegion(outline, m_context.settings.fillMakes);
        return;
    }
    const model::Annotation *target = regions.eraseTarget(seed);
    const geometry::Box picture = *m_context.edits.picture();
    const auto pixels =
        geometry::maskOfRegion(outline, static_cast<std::uint32_t>(picture.w), static_cast<std::uint32_t>(picture.h));
    if (!pixels)
        m_context.hint(pixels.error().text);
    else if (target)
        regions.erase(*pixels, target->id);
}

void FillTool::reset()
{
    m_job.drop();
    m_state = State::Idle;
    m_area = {};
    m_found.reset();
    m_picture.reset();
    m_context.canvas.update();
}

bool FillTool::cancel()
{
    const bool busy = m_state != State::Idle;
    if (busy)
        reset();
    return busy;
}

bool FillTool::wheel(double notches, Qt::KeyboardModifiers modifiers)
{
    if (!modifiers.testFlag(Qt::ControlModifier))
        return false;
    setTolerance(m_context.settings.fillTolerance + (notches > 0 ? 1 : -1));
    return true;
}

bool FillTool::trigger(const QString &actionId)
{
    if (actionId == QLatin1String("image.option.more"))
        setTolerance(m_context.settings.fillTolerance + 2);
    else if (actionId == QLatin1String("image.option.less"))
        setTolerance(m_context.settings.fillTolerance - 2);
    else
        return false;
    return true;
}

std::vector<ToolOption> FillTool::options()
{
    ToolSettings &settings = m_context.settings;
    return {{QStringLiteral("fillTolerance"),
             tr("Tolerance"),
             ToolOption::Kind::Number,
             0,
             255,
             1,
             0,
             {},
             {},
             [&settings] { return settings.fillTolerance; },
             [&settings](double value) { settings.fillTolerance = value; }},
            {QStringLiteral("fillMakes"),
             tr("Makes"),
             ToolOption::Kind::Choice,
             0,
             1,
             1,
             0,
             {},
             {tr("Mask"), tr("Polygon")},
             [&settings] { return settings.fillMakes == RegionKind::Polygon ? 1.0 : 0.0; },
             [&settings](double value) { settings.fillMakes = value != 0 ? RegionKind::Polygon : RegionKind::Mask; }}};
}

QString FillTool::status() const
{
    return tr("Press on a colour; drag sideways for more or less");
}

void FillTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    if (m_state == State::Idle)
        return;
    if (m_picture)
        m_area.paint(painter, *m_picture, view, clip, devicePixelRatio);
    paintReadout(painter, view.toScreen(m_area.toImage(m_seed)), tr("Tolerance %1").arg(m_context.settings.fillTolerance), clip,
                 m_context.canvas.font());
}

}  // namespace plumbline::imageview
