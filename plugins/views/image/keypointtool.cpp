// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/image/keypointtool.h"

#include "plugins/views/image/skeletons.h"
#include "plugins/views/image/twocornertool.h"
#include "widgets/canvas/shapepainter.h"

#include <QPainter>

#include <algorithm>

namespace plumbline::imageview {

const model::Skeleton *KeyPointTool::skeleton() const
{
    const model::Schema &schema = m_context.editing.schema();
    if (m_begun || !m_continued.isNull())
        return skeletonNamed(schema, m_points.skeleton);
    if (const model::Annotation *started = unfinished())
        return skeletonNamed(schema, std::get<geometry::KeyPoints>(started->geometry).skeleton);
    if (m_chosenSkeleton)
        return skeletonNamed(schema, *m_chosenSkeleton);
    return skeletonOf(schema, m_context.editing.currentClass());
}

const model::Annotation *KeyPointTool::unfinished() const
{
    const auto selected = m_context.edits.selectedAnnotations();
    if (selected.size() != 1 || !m_context.edits.isChangeable(*selected.front()))
        return nullptr;
    const auto *points = std::get_if<geometry::KeyPoints>(&selected.front()->geometry);
    const model::Skeleton *named = points ? skeletonNamed(m_context.editing.schema(), points->skeleton) : nullptr;
    const bool fits = named && static_cast<qsizetype>(points->points.size()) == named->joints.size();
    return fits && nextMissing(*points, 0) < points->points.size() ? selected.front() : nullptr;
}

void KeyPointTool::begin()
{
    if (m_begun)
        return;
    if (const model::Annotation *started = unfinished()) {
        m_continued = started->id;
        m_points = std::get<geometry::KeyPoints>(started->geometry);
    } else if (const model::Skeleton *wanted = skeleton()) {
        m_points = noJoints(*wanted);
    } else {
        m_points = {};
    }
    m_begun = true;
}

void KeyPointTool::press(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton || m_pressed)
        return;
    if (!m_begun && !m_context.edits.mayDraw(QStringLiteral("points")))
        return;
    m_pressed = true;
    m_anchor = canvas::clampedTo(pointer.image, m_context.edits.limits());
    m_anchorScreen = pointer.screen;
    m_cursor = m_anchor;
    m_cursorScreen = pointer.screen;
}

void KeyPointTool::move(const canvas::CanvasPointer &pointer)
{
    m_cursor = canvas::clampedTo(pointer.image, m_context.edits.limits());
    m_cursorScreen = pointer.screen;
    m_even = pointer.modifiers.testFlag(Qt::ShiftModifier);
    m_context.canvas.update();
}

geometry::Box KeyPointTool::templateBox() const
{
    return boxFrom(m_anchor, *m_cursor, m_even, false, m_context.edits.limits());
}

void KeyPointTool::release(const canvas::CanvasPointer &pointer)
{
    if (pointer.button != Qt::LeftButton || !m_pressed)
        return;
    move(pointer);
    m_pressed = false;
    const model::Skeleton *wanted = skeleton();
    const bool dragged = travel(pointer.screen, m_anchorScreen) >= dragThreshold;
    if (dragged && wanted && m_placed.empty() && m_skipped.empty() && !unfinished()) {
        const geometry::Box box = templateBox();
        const geometry::KeyPoints all = templateIn(*wanted, box);
        reset();
        if (box.w < smallestBox || box.h < smallestBox)
            m_context.hint(ImageEdits::tr("Drag a box for the whole skeleton, or click its joints one by one."));
        else
            m_context.edits.create(all);
        return;
    }
    place(*m_cursor, pointer.modifiers.testFlag(Qt::AltModifier));
}

void KeyPointTool::doubleClick(const canvas::CanvasPointer &pointer)
{
    // Loose points end like a line does; joints come one after the other, however fast.
    if (pointer.button == Qt::LeftButton && !skeleton() && !m_placed.empty())
        finish();
    else
        press(pointer);
}

void KeyPointTool::place(geometry::Point at, bool hidden)
{
    begin();
    const int visibility = hidden || m_hiddenNext ? 1 : 2;
    m_hiddenNext = false;
    if (!skeleton()) {
        m_points.points.push_back({at.x, at.y, visibility});
        m_placed.push_back(m_points.points.size() - 1);
    } else {
        std::size_t joint = nextMissing(m_points, 0);
        while (std::find(m_skipped.begin(), m_skipped.end(), joint) != m_skipped.end())
            joint = nextMissing(m_points, joint + 1);
        if (joint < m_points.points.size()) {
            m_points.points[joint] = {at.x, at.y, visibility};
            m_placed.push_back(joint);
        }
        if (m_placed.size() + m_skipped.size() > 0 && readout().isEmpty())
            commit();
    }
    m_context.canvas.update();
}

void KeyPointTool::skip()
{
    const model::Skeleton *wanted = skeleton();
    if (!wanted || !m_context.edits.mayDraw(QStringLiteral("points")))
        return;
    begin();
    std::size_t joint = nextMissing(m_points, 0);
    while (std::find(m_skipped.begin(), m_skipped.end(), joint) != m_skipped.end())
        joint = nextMissing(m_points, joint + 1);
    if (joint < m_points.points.size())
        m_skipped.push_back(joint);
    if (readout().isEmpty())
        commit();
    m_context.canvas.update();
}

void KeyPointTool::takeOtherSkeleton()
{
    if (isBusy()) {
        m_context.hint(ImageEdits::tr("Finish these points first, with {image.finish}, or drop them with {image.cancel}."));
        return;
    }
    const auto &skeletons = m_context.editing.schema().skeletons;
    const model::Skeleton *now = skeleton();
    // Loose points come after the last one.
    const std::size_t next = now ? static_cast<std::size_t>(now - skeletons.data()) + 1 : 0;
    m_chosenSkeleton = next < skeletons.size() ? skeletons[next].name : QString();
    m_context.hint(m_chosenSkeleton->isEmpty() ? ImageEdits::tr("Loose points.")
                                               : ImageEdits::tr("Skeleton “%1”.").arg(*m_chosenSkeleton));
    m_context.canvas.update();
}

// The next joint in words; empty when every joint has its place or was left out.
QString KeyPointTool::readout() const
{
    const model::Skeleton *wanted = skeleton();
    const QString hidden = m_hiddenNext ? QStringLiteral(" · ") + ImageEdits::tr("hidden") : QString();
    if (!wanted)
        return ImageEdits::tr("point %1").arg(m_points.points.size() + 1) + hidden;
    const model::Annotation *started = m_begun ? nullptr : unfinished();
    const geometry::KeyPoints points = m_begun   ? m_points
                                       : started ? std::get<geometry::KeyPoints>(started->geometry)
                                                 : noJoints(*wanted);
    std::size_t joint = nextMissing(points, 0);
    while (std::find(m_skipped.begin(), m_skipped.end(), joint) != m_skipped.end())
        joint = nextMissing(points, joint + 1);
    if (joint >= points.points.size())
        return {};
    return ImageEdits::tr("%1 of %2: %3")
               .arg(joint + 1)
               .arg(points.points.size())
               .arg(wanted->joints.value(static_cast<qsizetype>(joint)))
           + hidden;
}

bool KeyPointTool::finish()
{
    if (!isBusy())
        return false;
    commit();
    return true;
}

void KeyPointTool::commit()
{
    const geometry::KeyPoints points = m_points;
    const AnnotationId continued = m_continued;
    const bool placed = !m_placed.empty();
    reset();
    if (!placed)
        m_context.hint(ImageEdits::tr("No point has been placed."));
    else if (continued.isNull())
        m_context.edits.create(points);
    else
        m_context.edits.setGeometries({{continued, points}}, ImageEdits::Verb::Reshape);
}

void KeyPointTool::reset()
{
    m_points = {};
    m_placed.clear();
    m_skipped.clear();
    m_continued = {};
    m_begun = false;
    m_hiddenNext = false;
    m_pressed = false;
    m_context.canvas.update();
}

bool KeyPointTool::cancel()
{
    const bool busy = isBusy();
    reset();
    return busy;
}

bool KeyPointTool::stepBack()
{
    if (m_placed.empty())
        return cancel();
    if (skeleton())
        m_points.points[m_placed.back()] = {};
    else
        m_points.points.pop_back();
    m_placed.pop_back();
    if (m_placed.empty() && m_skipped.empty())
        reset();
    m_context.canvas.update();
    return true;
}

bool KeyPointTool::trigger(const QString &actionId)
{
    if (actionId == QLatin1String("image.joint.visibility")) {
        m_hiddenNext = !m_hiddenNext;
        m_context.canvas.update();
    } else if (actionId == QLatin1String("image.joint.skip")) {
        skip();
    } else if (actionId == QLatin1String("image.skeleton.next")) {
        takeOtherSkeleton();
    } else {
        return false;
    }
    return true;
}

void KeyPointTool::documentChanged()
{
    const model::Annotation *annotation = m_context.editing.annotation(m_continued);
    if (!m_continued.isNull() && (!annotation || !std::holds_alternative<geometry::KeyPoints>(annotation->geometry)))
        reset();
}

void KeyPointTool::paint(QPainter &painter, const canvas::ViewTransform &view, const QRectF &clip, double devicePixelRatio)
{
    const model::Skeleton *wanted = skeleton();
    canvas::CanvasShape like = canvas::ShapePainter::like(currentColour());
    if (wanted)
        like.bones = wanted->edges;
    canvas::ShapePainter shapes(painter, view, clip, devicePixelRatio);
    const bool dragging = m_pressed && m_cursor && wanted && m_placed.empty() && m_skipped.empty() && !unfinished()
                          && travel(m_cursorScreen, m_anchorScreen) >= dragThreshold;
    if (dragging) {
        const geometry::Box box = templateBox();
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(QColor(255, 255, 255, 150), 1, Qt::DashLine));
        painter.drawRect(view.rectOf(box));
        shapes.preview(templateIn(*wanted, box), like);
        return;
    }
    if (m_begun)
        shapes.preview(m_points, like);
    if (m_cursor)
        paintReadout(painter, view.toScreen(*m_cursor), readout(), clip, m_context.canvas.font());
}

}  // namespace plumbline::imageview
