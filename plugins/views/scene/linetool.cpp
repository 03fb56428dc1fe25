// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/linetool.h"

#include "core/document/accepting.h"
#include "plugins/views/scene/pointpick.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace plumbline::sceneview {

namespace {

constexpr double handlePixels = 8;
constexpr double linePixels = 6;
constexpr double clickPixels = 4;

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::sceneview::LineTool", text);
}

}  // namespace

bool LineTool::canCreate() const
{
    QString why;
    if (!m_context.editing.canCreate(&why)) {
        m_context.hint(why);
        return false;
    }
    const model::LabelClass *labelClass = m_context.editing.schema().find(m_context.editing.currentClass());
    if (labelClass && !labelClass->geometries.isEmpty() && !labelClass->geometries.contains(QStringLiteral("polyline3"))) {
        m_context.hint(tr("“%1” is labelled with: %2. Choose another tool or another class.")
                           .arg(labelClass->name, labelClass->geometries.join(QStringLiteral(", "))));
        return false;
    }
    return true;
}

void LineTool::setDrawing(bool drawing)
{
    cancel();
    m_drawing = drawing;
}

std::optional<Vector3> LineTool::placeAt(QPointF pixel) const
{
    const ViewCamera &camera = m_context.surface.camera();
    const QSizeF size = m_context.surface.size();
    if (!m_onGround)
        if (const auto point = pointAt(m_context.pieces(), pixel, camera, size, handlePixels))
            return point->place;
    // The ground's height is known where the ray meets it, which its height decides.
    constexpr int rounds = 6;
    double height = m_context.groundElsewhere();
    std::optional<Vector3> place;
    for (int i = 0; i < rounds; ++i) {
        place = camera.onPlane(pixel, size, height);
        if (!place)
            return std::nullopt;
        const double there = m_context.ground().heightAt((*place)[0], (*place)[1]).value_or(height);
        constexpr double little = 0.005;
        const bool known = std::abs(there - height) < little;
        height = there;
        (*place)[2] = there;
        if (known)
            break;
    }
    return place;
}

const SceneLine *LineTool::selectedLine() const
{
    const SceneLine *found = nullptr;
    for (const SceneLine &line : lines()) {
        if (!line.selected)
            continue;
        if (found)
            return nullptr;
        found = &line;
    }
    return found;
}

bool LineTool::press(QPointF at, Qt::KeyboardModifiers modifiers)
{
    m_pressed = at;
    m_changed = false;
    m_held = Held::Nothing;
    const ViewCamera &camera = m_context.surface.camera();
    const QSizeF size = m_context.surface.size();
    if (m_drawing && !draft().points.empty()) {
        // A vertex that was misplaced is moved before the line is done.
        draft().active = handleAt(draft().points, at, camera, size, handlePixels).vertex;
        if (draft().active < 0)
            return false;
        m_held = Held::Vertex;
        return true;
    }
    const SceneLine *line = selectedLine();
    draft().active = -1;
    if (!m_drawing && line && line->changeable && m_context.surface.overlay().content().boxesShown) {
        const LineHit hit = handleAt(line->points, at, camera, size, handlePixels);
        if (hit.vertex >= 0 || hit.edge >= 0) {
            draft().replaced = line->id;
            draft().points = line->points;
            draft().active = hit.vertex;
            if (hit.edge >= 0) {
                const Vector3 &from = line->points[std::size_t(hit.edge)];
                const Vector3 &to = line->points[std::size_t(hit.edge) + 1];
                draft().active = hit.edge + 1;
                draft().points.insert(draft().points.begin() + draft().active, plus(from, minus(to, from), 0.5));
                m_changed = true;
            }
            m_held = Held::Vertex;
            update();
            return true;
        }
    }
    update();
    if (!m_drawing && m_behind.press(at, modifiers)) {
        m_held = Held::Behind;
        return true;
    }
    return false;
}

void LineTool::drag(QPointF at, Qt::KeyboardModifiers modifiers)
{
    if (m_held == Held::Behind) {
        m_behind.drag(at, modifiers);
        return;
    }
    if (m_held != Held::Vertex || draft().active < 0 || std::size_t(draft().active) >= draft().points.size()
        || QLineF(at, m_pressed).length() < clickPixels)
        return;
    if (const auto place = placeAt(at)) {
        draft().points[std::size_t(draft().active)] = *place;
        m_changed = true;
        update();
    }
}

void LineTool::release(QPointF at, Qt::KeyboardModifiers modifiers)
{
    const Held held = std::exchange(m_held, Held::Nothing);
    if (held == Held::Behind) {
        m_behind.release(at, modifiers);
        return;
    }
    const AnnotationId id = std::exchange(draft().replaced, {});
    if (held != Held::Vertex || id.isNull())
        return;
    const std::vector<Vector3> points = std::exchange(draft().points, {});
    const int active = draft().active;
    if (m_changed)
        store(tr("Change %1"), id, points);
    draft().active = active;
    update();
}

void LineTool::clicked(QPointF at, Qt::KeyboardModifiers modifiers)
{
    const ViewCamera &camera = m_context.surface.camera();
    const QSizeF size = m_context.surface.size();
    if (m_drawing) {
        if (!canCreate())
            return;
        const auto place = placeAt(at);
        if (!place) {
            m_context.hint(tr("There is no ground here. Click on points, or further down."));
            return;
        }
        // A double click is one vertex.
        if (const auto last = draft().points.empty() ? std::nullopt : camera.project(draft().points.back(), size);
            last && QLineF(last->at, at).length() < clickPixels)
            return;
        const model::LabelClass *labelClass = m_context.editing.schema().find(m_context.editing.currentClass());
        draft().colour = labelClass ? labelClass->colour : QColor(200, 200, 200);
        draft().points.push_back(*place);
        draft().active = -1;
        update();
        return;
    }
    const int index = m_context.surface.overlay().content().boxesShown ? lineAt(lines(), at, camera, size, linePixels) : -1;
    if (index < 0) {
        m_behind.clicked(at, modifiers);
        return;
    }
    const AnnotationId id = lines()[std::size_t(index)].id;
    QSet<AnnotationId> selection;
    if (modifiers & (Qt::ShiftModifier | Qt::ControlModifier))
        selection = m_context.editing.selection();
    if (!selection.remove(id))
        selection.insert(id);
    m_context.editing.select(selection);
}

void LineTool::hover(QPointF at)
{
    if (!m_drawing) {
        m_behind.hover(at);
        return;
    }
    draft().next = placeAt(at);
    const model::LabelClass *labelClass = m_context.editing.schema().find(m_context.editing.currentClass());
    draft().colour = labelClass ? labelClass->colour : QColor(200, 200, 200);
    update();
}

void LineTool::leave()
{
    if (!m_drawing) {
        m_behind.leave();
        return;
    }
    draft().next.reset();
    update();
}

void LineTool::finish()
{
    if (!m_drawing)
        return;
    if (draft().points.size() < 2) {
        m_context.hint(draft().points.empty() ? tr("Click where the line shall begin.") : tr("A line needs two vertices."));
        return;
    }
    if (!canCreate())
        return;
    geometry::Polyline3 shape;
    shape.points.assign(draft().points.begin(), draft().points.end());
    if (const model::Scene *scene = m_context.editing.scene())
        shape.coordinateFrame = scene->labelFrame;
    cancel();
    const model::Annotation line = m_context.editing.newAnnotation(shape);
    const model::LabelClass *labelClass = m_context.editing.schema().find(line.labelClass);
    m_context.editing.push(
        m_context.editing.gesture(tr("Draw %1").arg(labelClass ? labelClass->name : tr("a line"))).create(line).take());
    m_context.editing.select({line.id});
}

bool LineTool::takeBack()
{
    if (!m_drawing || draft().points.empty())
        return false;
    draft().points.pop_back();
    draft().active = -1;
    update();
    return true;
}

bool LineTool::cancel()
{
    const bool busy = !draft().points.empty();
    m_held = Held::Nothing;
    draft() = {};
    update();
    return busy;
}

bool LineTool::removeVertex()
{
    const SceneLine *line = selectedLine();
    const int active = draft().active;
    if (m_drawing || !line || active < 0 || std::size_t(active) >= line->points.size())
        return false;
    if (line->points.size() <= 2)
        return false;
    std::vector<Vector3> points = line->points;
    points.erase(points.begin() + active);
    const AnnotationId id = line->id;
    draft().active = -1;
    store(tr("Take a vertex from %1"), id, points);
    return true;
}

void LineTool::toggleGround()
{
    m_onGround = !m_onGround;
    m_context.hint(m_onGround ? tr("Vertices of lines go on the ground.") : tr("Vertices of lines go to the nearest point."));
}

void LineTool::store(const QString &label, AnnotationId id, const std::vector<Vector3> &points)
{
    const model::Annotation *before = m_context.editing.annotation(id);
    const auto *shape = before ? std::get_if<geometry::Polyline3>(&before->geometry) : nullptr;
    if (!shape)
        return;
    geometry::Polyline3 changed = *shape;
    changed.points.assign(points.begin(), points.end());
    if (changed == *shape)
        return;
    const model::LabelClass *labelClass = m_context.editing.schema().find(before->labelClass);
    history::GestureBuilder builder = m_context.editing.gesture(label.arg(labelClass ? labelClass->name : tr("a line")));
    if (isOpenPrediction(*before)) {
        model::Annotation copy = document::acceptedCopy(m_context.editing, *before);
        copy.geometry = changed;
        model::Annotation judged = *before;
        judged.verdict = model::Verdict::Accepted;
        m_context.editing.push(builder.create(copy).update(*before, judged).take());
        m_context.editing.select({copy.id});
        return;
    }
    model::Annotation after = *before;
    after.geometry = changed;
    m_context.editing.push(builder.update(*before, after).take());
}

}  // namespace plumbline::sceneview
