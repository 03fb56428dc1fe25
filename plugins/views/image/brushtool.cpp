// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/brushtool.h"

#include "plugins/views/image/regionedits.h"
#include "widgets/canvas/shapepainter.h"

#include <QPainter>

#include <array>
#include <cmath>

namespace plumbline::imageview {

namespace {

constexpr double growth = 1.15;         // of the tip, one step
constexpr double layerOpacity = 0.6;    // as selected masks are drawn
constexpr double pixelsSeenFrom = 1.5;  // device pixels per image pixel
constexpr double tipMargin = 4;         // screen pixels around the ring of the tip

std::array<geometry::Point, 4> cornersOf(const geometry::Dab &dab)
{
    const auto [x, y] = dab.centre;
    const double r = dab.radius;
    return {{{x - r, y - r}, {x + r, y - r}, {x + r, y + r}, {x - r, y + r}}};
}

// The outline of one step, smooth: where pixels of the picture are smaller than those of the screen.
void drawOutline(QPainter &painter, const canvas::ViewTransform &view, geometry::TipShape tip, const geometry::Dab &a,
                 const geometry::Dab &b)
{
    if (tip == geometry::TipShape::Square) {
        const auto from = cornersOf(a);
        const auto to = cornersOf(b);
        for (std::size_t i = 0; i < from.size(); ++i) {
            const std::size_t next = (i + 1) % from.size();
            painter.drawConvexPolygon(
                QPolygonF{view.toScreen(from[i]), view.toScreen(from[next]), view.toScreen(to[next]), view.toScreen(to[i])});
        }
        painter.drawRect(view.rectOf(geometry::boundsOfStep(a, a)));
        painter.drawRect(view.rectOf(geometry::boundsOfStep(b, b)));
        return;
    }
    painter.drawEllipse(view.rectOf(geometry::boundsOfStep(a, a)));
    painter.drawEllipse(view.rectOf(geometry::boundsOfStep(b, b)));
    const double dx = b.centre.x - a.centre.x;
    const double dy = b.centre.y - a.centre.y;
    const double distance = std::hypot(dx, dy);
    if (!(distance > std::abs(a.radius - b.radius)))
        return;
    const double cosine = (a.radius - b.radius) / distance;
    const double sine = std::sqrt(std::max(0.0, 1 - cosine * cosine));
    QPolygonF hull;
    for (const double side : {-1.0, 1.0}) {
        const geometry::Point normal{(dx * cosine - side * dy * sine) / distance, (dy * cosine + side * dx * sine) / distance};
        const QPointF atA = view.toScreen({a.centre.x + normal.x * a.radius, a.centre.y + normal.y * a.radius});
        const QPointF atB = view.toScreen({b.centre.x + normal.x * b.radius, b.centre.y + normal.y * b.radius});
        if (side < 0)
            hull << atA << atB;
        else
            hull << atB << atA;
    }
    painter.drawConvexPolygon(hull);
}

// The very pixels that the step will cover.
void drawPixels(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double ratio, geometry::TipShape tip,
                const geometry::Dab &a, const geometry::Dab &b)
{
    const geometry::Box seen = view.toImage(clip);
    const geometry::Box bounds = geometry::boundsOfStep(a, b);
    const auto snap = [ratio](double v) { return std::round(v * ratio) / ratio; };
    const double last = std::min(seen.right(), bounds.right());
    for (double column = std::floor(std::max(seen.x, bounds.x)); column < last; ++column) {
        const auto covered = geometry::coveredAt(tip, a, b, column + 0.5);
        if (!covered)
            continue;
        const double top = std::ceil(covered->first - 0.5);
        const double bottom = std::floor(covered->second - 0.5) + 1;
        const QPointF from = view.toScreen({column, top});
        const QPointF to = view.toScreen({column + 1, bottom});
        if (top < bottom)
            painter.drawRect(QRectF(QPointF(snap(from.x()), snap(from.y())), QPointF(snap(to.x()), snap(to.y()))));
    }
}

}  // namespace

QString BrushTool::id() const
{
    return m_does == Does::Paint ? QStringLiteral("image.tool.brush") : QStringLiteral("image.tool.eraser");
}

geometry::Dab BrushTool::dabAt(const canvas::CanvasPointer &pointer) const
{
    const bool scaled = m_context.settings.pressure && pointer.pressure < 1;
    const double size = m_context.settings.brushSize * (scaled ? std::max(0.02, pointer.pressure) : 1);
    return scaled ? geometry::Dab{pointer.image, std::max(0.5, size / 2)} : geometry::snappedDab(pointer.image, size);
}

void BrushTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton || goesOn() || !m_context.edits.picture())
        return;
    const RegionEdits regions(m_context);
    m_erasing = (m_does == Does::Erase) != pointer.modifiers.testFlag(Qt::AltModifier);
    const model::Annotation *target = m_erasing ? regions.eraseTarget(pointer.image) : regions.paintTarget();
    if (m_erasing && !target) {
        m_context.hint(tr("There is no mask to erase from here: select one."));
        return;
    }
    if (!target && !m_context.edits.mayDraw(QStringLiteral("mask")))
        return;
    QString why;
    if (target && !m_context.editing.canCreate(&why)) {
        m_context.hint(why);
        return;
    }
    m_target = target ? target->id : AnnotationId{};
    m_targetBefore = target ? target->geometry : geometry::Geometry{};
    const geometry::Dab dab = dabAt(pointer);
    m_stroke.tip = m_context.settings.squareTip ? geometry::TipShape::Square : geometry::TipShape::Round;
    m_straightFrom = 0;
    if (pointer.modifiers.testFlag(Qt::ShiftModifier) && m_lastEnd && m_context.editing.item()
        && m_context.editing.item()->id == m_lastItem)
        m_stroke.dabs = {*m_lastEnd, dab};
    else
        m_stroke.dabs = {dab};
    const geometry::Box picture = *m_context.edits.picture();
    m_pixels.emplace(static_cast<std::uint32_t>(picture.w), static_cast<std::uint32_t>(picture.h));
    m_pixels->follow(m_stroke);
    m_layer = {};
    const model::LabelClass *labelClass = target ? m_context.editing.schema().find(target->labelClass) : nullptr;
    m_colour = canvas::ShapePainter::lineColour(labelClass ? labelClass->colour : currentColour());
    m_base = target ? std::make_unique<canvas::MaskPicture>(std::get<geometry::Mask>(target->geometry), m_colour) : nullptr;
    if (target)
        m_context.canvas.setReplaced({m_target});
    m_cursor = pointer.screen;
    m_context.canvas.update();
}

void BrushTool::move(const canvas::CanvasPointer &pointer)
{
    const std::optional<QPointF> before = std::exchange(m_cursor, pointer.screen);
    updateTip(before);
    m_context.canvas.refreshCursor();
    if (!goesOn() || !(pointer.buttons & Qt::LeftButton))
        return;
    const geometry::Dab dab = dabAt(pointer);
    if (pointer.modifiers.testFlag(Qt::ShiftModifier)) {
        // The straight piece follows the cursor until Shift is let go: drawn anew each time.
        if (m_straightFrom == 0)
            m_straightFrom = m_stroke.dabs.size();
        m_stroke.dabs.resize(m_straightFrom);
        m_stroke.dabs.push_back(dab);
        m_layer = {};
        m_context.canvas.update();
        return;
    }
    m_straightFrom = 0;
    if (m_stroke.dabs.back() == dab)
        return;
    updateScreen(geometry::boundsOfStep(m_stroke.dabs.back(), dab));
    m_stroke.dabs.push_back(dab);
    m_pixels->follow(m_stroke);
}

void BrushTool::release(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton || !goesOn())
        return;
    const AnnotationId target = m_target;
    const bool erasing = m_erasing;
    m_pixels->follow(m_stroke);
    const geometry::Mask pixels = m_pixels->mask();
    const geometry::Dab end = m_stroke.dabs.back();
    reset();
    m_lastEnd = end;
    m_lastItem = m_context.editing.item() ? m_context.editing.item()->id : ItemId{};
    RegionEdits regions(m_context);
    if (erasing)
        regions.erase(pixels, target);
    else
        regions.paint(pixels, target);
}

void BrushTool::leave()
{
    const std::optional<QPointF> before = std::exchange(m_cursor, std::nullopt);
    updateTip(before);
}

void BrushTool::reset()
{
    m_stroke.dabs.clear();
    m_pixels.reset();
    m_straightFrom = 0;
    m_target = {};
    m_targetBefore = {};
    m_base.reset();
    m_layer = {};
    m_context.canvas.setReplaced({});
    m_context.canvas.update();
}

bool BrushTool::cancel()
{
    const bool busy = goesOn();
    if (busy)
        reset();
    return busy;
}

void BrushTool::documentChanged()
{
    if (!goesOn() || m_target.isNull())
        return;
    const model::Annotation *annotation = m_context.editing.annotation(m_target);
    if (!annotation || annotation->geometry != m_targetBefore)
        reset();
}

void BrushTool::resize(double factor)
{
    const double size = m_context.settings.brushSize;
    const double next =
        factor > 1 ? std::max(size + 1, std::round(size * factor)) : std::min(size - 1, std::round(size * factor));
    m_context.settings.brushSize = std::clamp(next, 1.0, largestBrush);
    m_context.settingsChanged();
    m_context.canvas.refreshCursor();
    m_context.canvas.update();
}

bool BrushTool::wheel(double notches, Qt::KeyboardModifiers modifiers)
{
    if (!modifiers.testFlag(Qt::ControlModifier))
        return false;
    resize(notches > 0 ? growth : 1 / growth);
    return true;
}

bool BrushTool::trigger(const QString &actionId)
{
    if (actionId == QLatin1String("image.option.more")) {
        resize(growth);
    } else if (actionId == QLatin1String("image.option.less")) {
        resize(1 / growth);
    } else if (actionId == QLatin1String("image.option.shape")) {
        m_context.settings.squareTip = !m_context.settings.squareTip;
        m_context.settingsChanged();
        m_context.canvas.update();
    } else {
        return false;
    }
    return true;
}

std::vector<ToolOption> BrushTool::options()
{
    ToolSettings &settings = m_context.settings;
    ToolOption size{QStringLiteral("brushSize"),
                    tr("Size"),
                    ToolOption::Kind::Number,
                    1,
                    largestBrush,
                    1,
                    0,
                    tr(" px"),
                    {},
                    [&settings] { return settings.brushSize; },
                    [this](double value) {
                        m_context.settings.brushSize = value;
                        m_context.canvas.update();
                    }};
    ToolOption tip{QStringLiteral("brushTip"),
                   tr("Tip"),
                   ToolOption::Kind::Choice,
                   0,
                   1,
                   1,
                   0,
                   {},
                   {tr("Round"), tr("Square")},
                   [&settings] { return settings.squareTip ? 1.0 : 0.0; },
                   [this](double value) {
                       m_context.settings.squareTip = value != 0;
                       m_context.canvas.update();
                   }};
    ToolOption pressure{QStringLiteral("brushPressure"),
                        tr("Pen pressure sets the size"),
                        ToolOption::Kind::Toggle,
                        0,
                        1,
                        1,
                        0,
                        {},
                        {},
                        [&settings] { return settings.pressure ? 1.0 : 0.0; },
                        [&settings](double value) { settings.pressure = value != 0; }};
    return {size, tip, pressure};
}

void BrushTool::updateScreen(const geometry::Box &image)
{
    const QRectF rect = m_context.canvas.view().rectOf(image).adjusted(-tipMargin, -tipMargin, tipMargin, tipMargin);
    m_context.canvas.update(rect.toAlignedRect());
}

void BrushTool::updateTip(const std::optional<QPointF> &before)
{
    const double reach = m_context.settings.brushSize / 2 * m_context.canvas.view().scale + tipMargin + 16;
    for (const std::optional<QPointF> &place : {before, m_cursor})
        if (place)
            m_context.canvas.update(QRectF(place->x() - reach, place->y() - reach, 2 * reach, 2 * reach).toAlignedRect());
}

QCursor BrushTool::cursor() const
{
    // The ring alone shows the place, unless it is too small to be seen.
    return m_context.settings.brushSize * m_context.canvas.view().scale >= 10 ? Qt::BlankCursor : Qt::CrossCursor;
}

void BrushTool::drawSteps(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double ratio,
                          std::size_t first) const
{
    const bool exact = view.scale * ratio >= pixelsSeenFrom;
    painter.setRenderHint(QPainter::Antialiasing, !exact);
    painter.setCompositionMode(m_erasing ? QPainter::CompositionMode_DestinationOut : QPainter::CompositionMode_SourceOver);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colour);
    for (std::size_t i = first; i < m_stroke.dabs.size(); ++i) {
        const geometry::Dab &a = m_stroke.dabs[i > 0 ? i - 1 : 0];
        const geometry::Dab &b = m_stroke.dabs[i];
        if (exact)
            drawPixels(painter, view, clip, ratio, m_stroke.tip, a, b);
        else
            drawOutline(painter, view, m_stroke.tip, a, b);
    }
}

void BrushTool::rebuildLayer(const canvas::ViewTransform &view, const QRectF &clip, double ratio)
{
    const QSize pixels = (clip.size() * ratio).toSize();
    const bool same = m_layer.size() == pixels && m_layerView == view;
    if (same && m_layerDabs == m_stroke.dabs.size())
        return;
    if (!same) {
        m_layer = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
        m_layer.setDevicePixelRatio(ratio);
        m_layer.fill(0);
        m_layerView = view;
        m_layerDabs = 0;
    }
    QPainter painter(&m_layer);
    // A stroke over the border of the picture paints what is inside.
    if (const auto picture = m_context.edits.picture())
        painter.setClipRect(view.rectOf(*picture));
    if (!same && m_base)
        m_base->paint(painter, view, clip, ratio);
    drawSteps(painter, view, clip, ratio, m_layerDabs);
    m_layerDabs = m_stroke.dabs.size();
}

void BrushTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    if (goesOn()) {
        rebuildLayer(view, clip, devicePixelRatio);
        painter.save();
        painter.setOpacity(layerOpacity);
        painter.drawImage(QPointF(0, 0), m_layer);
        painter.restore();
    }
    if (!m_cursor)
        return;
    const double side = m_context.settings.brushSize * view.scale;
    const QRectF ring(m_cursor->x() - side / 2, m_cursor->y() - side / 2, side, side);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    const bool erases = goesOn() ? m_erasing : m_does == Does::Erase;
    for (const bool light : {false, true}) {
        QPen pen(light ? QColor(255, 255, 255, 230) : QColor(0, 0, 0, 170), light ? 1 : 3);
        if (light && erases)
            pen.setDashPattern({3, 3});
        painter.setPen(pen);
        if (m_context.settings.squareTip)
            painter.drawRect(ring);
        else
            painter.drawEllipse(ring);
    }
    painter.restore();
}

}  // namespace plumbline::imageview
