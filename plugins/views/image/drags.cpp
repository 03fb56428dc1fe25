// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/drags.h"

#include "core/itemmodels/words.h"
#include "plugins/views/image/measuretools.h"
#include "plugins/views/image/objectops.h"
#include "widgets/canvas/vertices.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::imageview {

namespace {

QString sizeText(double w, double h)
{
    return QStringLiteral("%1 × %2").arg(std::lround(w)).arg(std::lround(h));
}

class MoveDrag final : public ShapeDrag
{
public:
    MoveDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start)
        : ShapeDrag(context, std::move(previews), start)
    {
        // Once, not at every step of the mouse: there may be thousands.
        for (const ShapePreview &preview : m_previews) {
            const auto bounds = geometry::boundsOf(preview.before);
            const auto room = m_context.edits.limitsOf(preview.id);
            if (!bounds || !room)
                continue;
            // A label that already sticks out may come back, but not go further.
            m_least = {std::max(m_least.x, std::min(0.0, room->x - bounds->x)),
                       std::max(m_least.y, std::min(0.0, room->y - bounds->y))};
            m_most = {std::min(m_most.x, std::max(0.0, room->right() - bounds->right())),
                      std::min(m_most.y, std::max(0.0, room->bottom() - bounds->bottom()))};
        }
    }
    void update(const canvas::CanvasPointer &pointer) override
    {
        geometry::Point by = moved(pointer);
        if (pointer.modifiers.testFlag(Qt::ShiftModifier))
            (std::abs(by.x) >= std::abs(by.y) ? by.y : by.x) = 0;
        m_step = {std::clamp(by.x, m_least.x, m_most.x), std::clamp(by.y, m_least.y, m_most.y)};
        for (ShapePreview &preview : m_previews)
            preview.after = geometry::translated(preview.before, m_step.x, m_step.y);
    }
    [[nodiscard]] ImageEdits::Verb verb() const override { return ImageEdits::Verb::Move; }
    [[nodiscard]] bool showsHandles() const override { return false; }
    [[nodiscard]] QString readout() const override
    {
        const auto text = [](double v) { return (v > 0 ? QStringLiteral("+") : QString()) + QString::number(std::lround(v)); };
        return text(m_step.x) + QStringLiteral(", ") + text(m_step.y);
    }

private:
    geometry::Point m_step;
    geometry::Point m_least{-HUGE_VAL, -HUGE_VAL};
    geometry::Point m_most{HUGE_VAL, HUGE_VAL};
};

class HandleDrag final : public ShapeDrag
{
public:
    HandleDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start, int handle)
        : ShapeDrag(context, std::move(previews), start), m_handle(handle)
    {}
    void update(const canvas::CanvasPointer &pointer) override
    {
        ShapePreview &preview = m_previews.front();
        const geometry::Point by = moved(pointer);
        const bool proportional = pointer.modifiers.testFlag(Qt::ShiftModifier);
        const auto *box = std::get_if<geometry::Box>(&preview.before);
        if (box && !proportional) {
            preview.after = canvas::boxResized(*box, m_handle, by.x, by.y, limits(), smallestBox);
            return;
        }
        const auto frame = canvas::frameOf(preview.before);
        const geometry::Point from = canvas::frameHandle(*frame, m_handle);
        const geometry::Point to = canvas::clampedTo({from.x + by.x, from.y + by.y}, limits());
        preview.after = canvas::withFrame(preview.before, canvas::frameResized(*frame, m_handle, to, smallestBox, proportional));
        if (box && limits())
            preview.after = clippedTo(preview.after, *limits());
    }
    [[nodiscard]] ImageEdits::Verb verb() const override { return ImageEdits::Verb::Resize; }
    [[nodiscard]] QString readout() const override
    {
        const auto frame = canvas::frameOf(m_previews.front().after);
        return sizeText(frame->w, frame->h);
    }

private:
    int m_handle;
};

class TurnDrag final : public ShapeDrag
{
public:
    TurnDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start)
        : ShapeDrag(context, std::move(previews), start), m_frame(*canvas::frameOf(m_previews.front().before)),
          m_offset(m_frame.angleRadians - canvas::turnedTowards(m_frame, start.image))
    {}
    void update(const canvas::CanvasPointer &pointer) override
    {
        geometry::RotatedBox turned = m_frame;
        turned.angleRadians = canvas::normalisedAngle(canvas::turnedTowards(m_frame, pointer.image) + m_offset);
        if (pointer.modifiers.testFlag(Qt::ShiftModifier))
            turned.angleRadians = canvas::normalisedAngle(canvas::snappedAngle(turned.angleRadians, angleStep));
        m_previews.front().after = canvas::withFrame(m_previews.front().before, turned);
    }
    [[nodiscard]] ImageEdits::Verb verb() const override { return ImageEdits::Verb::Turn; }
    [[nodiscard]] QString readout() const override
    {
        return degreesText(canvas::frameOf(m_previews.front().after)->angleRadians);
    }

private:
    geometry::RotatedBox m_frame;
    double m_offset;
};

class PointDrag : public ShapeDrag
{
public:
    PointDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start, const canvas::VertexRef &lead,
              std::vector<canvas::VertexRef> points)
        : ShapeDrag(context, std::move(previews), start), m_lead(lead), m_points(std::move(points))
    {}
    void update(const canvas::CanvasPointer &pointer) override
    {
        ShapePreview &preview = m_previews.front();
        // The point keeps its distance from the mouse that it had when it was taken, unless it snaps.
        const geometry::Point from = canvas::pointOf(preview.before, m_lead).value_or(m_start.image);
        geometry::Point by = moved(pointer);
        canvas::CanvasPointer there = pointer;
        there.image = {from.x + by.x, from.y + by.y};
        m_snap = Snapper(m_context).at(there, {preview.id});
        if (m_snap)
            by = {m_snap->point.x - from.x, m_snap->point.y - from.y};
        preview.after = preview.before;
        for (const canvas::VertexRef &vertex : m_points) {
            const auto at = canvas::pointOf(preview.before, vertex);
            if (at)
                preview.after = canvas::withPointMoved(std::move(preview.after), vertex,
                                                       canvas::clampedTo({at->x + by.x, at->y + by.y}, limits()));
        }
        m_to = canvas::pointOf(preview.after, m_lead).value_or(pointer.image);
    }
    [[nodiscard]] ImageEdits::Verb verb() const override { return ImageEdits::Verb::Reshape; }
    [[nodiscard]] std::optional<Snap> snap() const override { return m_snap; }
    [[nodiscard]] QString readout() const override
    {
        const ShapePreview &preview = m_previews.front();
        const model::Annotation *annotation = m_context.editing.annotation(preview.id);
        const auto *line = std::get_if<geometry::Polyline>(&preview.after);
        const auto measure = annotation ? model::measureOf(*annotation) : std::nullopt;
        if (measure && line)
            return itemmodels::measureText(*line, *measure);
        return QStringLiteral("%1, %2").arg(m_to.x, 0, 'f', 1).arg(m_to.y, 0, 'f', 1);
    }

private:
    canvas::VertexRef m_lead;
    std::vector<canvas::VertexRef> m_points;
    std::optional<Snap> m_snap;
    geometry::Point m_to;
};

class InsertDrag final : public ShapeDrag
{
public:
    InsertDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start, const canvas::VertexRef &after)
        : ShapeDrag(context, std::move(previews), start), m_after(after)
    {}
    void update(const canvas::CanvasPointer &pointer) override
    {
        ShapePreview &preview = m_previews.front();
        m_snap = Snapper(m_context).at(pointer, {preview.id});
        const geometry::Point to = m_snap ? m_snap->point : canvas::clampedTo(pointer.image, limits());
        preview.after = canvas::withPointInserted(preview.before, m_after, to);
    }
    [[nodiscard]] ImageEdits::Verb verb() const override { return ImageEdits::Verb::Reshape; }
    [[nodiscard]] std::optional<Snap> snap() const override { return m_snap; }

private:
    canvas::VertexRef m_after;
    std::optional<Snap> m_snap;
};

class ScaleDrag final : public ShapeDrag
{
public:
    ScaleDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start, const geometry::RotatedBox &frame,
              int handle)
        : ShapeDrag(context, std::move(previews), start), m_frame(frame), m_now(frame), m_handle(handle)
    {}
    void update(const canvas::CanvasPointer &pointer) override
    {
        const geometry::Point from = canvas::frameHandle(m_frame, m_handle);
        const geometry::Point fixed = canvas::frameHandle(m_frame, (m_handle + 4) % canvas::boxHandleCount);
        const geometry::Point by = moved(pointer);
        const geometry::Point to = canvas::clampedTo({from.x + by.x, from.y + by.y}, limits());
        // Never turned over, never to nothing.
        const auto factor = [](double now, double before, double length) {
            return before == 0 ? 1.0 : std::max(now / before, smallestBox / std::max(length, smallestBox));
        };
        double across = factor(to.x - fixed.x, from.x - fixed.x, m_frame.w);
        double down = factor(to.y - fixed.y, from.y - fixed.y, m_frame.h);
        if (pointer.modifiers.testFlag(Qt::ShiftModifier)) {
            const bool corner = m_handle % 2 == 0;
            across = down = corner ? std::min(across, down) : m_handle == 1 || m_handle == 5 ? down : across;
        }
        m_now = *canvas::frameOf(scaled(
            geometry::Box{m_frame.cx - m_frame.w / 2, m_frame.cy - m_frame.h / 2, m_frame.w, m_frame.h}, fixed, across, down));
        for (ShapePreview &preview : m_previews) {
            preview.after = scaled(preview.before, fixed, across, down);
            if (const auto room = m_context.edits.limitsOf(preview.id))
                preview.after = clippedTo(preview.after, *room);
        }
    }
    [[nodiscard]] ImageEdits::Verb verb() const override { return ImageEdits::Verb::Resize; }
    [[nodiscard]] QString readout() const override { return sizeText(m_now.w, m_now.h); }
    [[nodiscard]] bool showsHandles() const override { return false; }
    [[nodiscard]] std::optional<geometry::RotatedBox> frame() const override { return m_now; }

private:
    geometry::RotatedBox m_frame;
    geometry::RotatedBox m_now;
    int m_handle;
};

class SpinDrag final : public ShapeDrag
{
public:
    SpinDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start, const geometry::RotatedBox &frame)
        : ShapeDrag(context, std::move(previews), start), m_frame(frame), m_from(canvas::turnedTowards(frame, start.image))
    {}
    void update(const canvas::CanvasPointer &pointer) override
    {
        m_angle = canvas::normalisedAngle(canvas::turnedTowards(m_frame, pointer.image) - m_from);
        if (pointer.modifiers.testFlag(Qt::ShiftModifier))
            m_angle = canvas::snappedAngle(m_angle, angleStep);
        for (ShapePreview &preview : m_previews) {
            preview.after = rotated(preview.before, {m_frame.cx, m_frame.cy}, m_angle);
            if (const auto room = m_context.edits.limitsOf(preview.id))
                preview.after = clippedTo(preview.after, *room);
        }
    }
    [[nodiscard]] ImageEdits::Verb verb() const override { return ImageEdits::Verb::Turn; }
    [[nodiscard]] QString readout() const override { return degreesText(m_angle); }
    [[nodiscard]] bool showsHandles() const override { return false; }
    [[nodiscard]] std::optional<geometry::RotatedBox> frame() const override
    {
        geometry::RotatedBox turned = m_frame;
        turned.angleRadians = m_angle;
        return turned;
    }

private:
    geometry::RotatedBox m_frame;
    double m_from;
    double m_angle = 0;
};

}  // namespace

QString degreesText(double radians)
{
    return QStringLiteral("%1°").arg(radians * 180 / std::numbers::pi, 0, 'f', 1);
}

std::unique_ptr<ShapeDrag> moveDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start)
{
    return std::make_unique<MoveDrag>(context, std::move(previews), start);
}

std::unique_ptr<ShapeDrag> handleDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start, int handle)
{
    return std::make_unique<HandleDrag>(context, std::move(previews), start, handle);
}

std::unique_ptr<ShapeDrag> turnDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start)
{
    return std::make_unique<TurnDrag>(context, std::move(previews), start);
}

std::unique_ptr<ShapeDrag> pointDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start,
                                     const canvas::VertexRef &lead, std::vector<canvas::VertexRef> points)
{
    return std::make_unique<PointDrag>(context, std::move(previews), start, lead, std::move(points));
}

std::unique_ptr<ShapeDrag> insertDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start,
                                      const canvas::VertexRef &after)
{
    return std::make_unique<InsertDrag>(context, std::move(previews), start, after);
}

std::unique_ptr<ShapeDrag> scaleDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start,
                                     const geometry::RotatedBox &frame, int handle)
{
    return std::make_unique<ScaleDrag>(context, std::move(previews), start, frame, handle);
}

std::unique_ptr<ShapeDrag> spinDrag(ToolContext &context, Previews previews, const canvas::CanvasPointer &start,
                                    const geometry::RotatedBox &frame)
{
    return std::make_unique<SpinDrag>(context, std::move(previews), start, frame);
}

}  // namespace plumbline::imageview
