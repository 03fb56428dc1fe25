// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/scenetools.h"

#include "plugins/views/scene/pointpick.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace plumbline::sceneview {

namespace {

constexpr double clickPixels = 5;

bool isFromAbove(const ViewCamera &camera)
{
    return camera.parallel && camera.pitch < -std::numbers::pi / 2 + 1e-6;
}

}  // namespace

FitHints hintsFor(const model::Schema &schema, ClassId id, const Vector3 &sensor)
{
    FitHints hints;
    hints.sensor = sensor;
    if (const model::LabelClass *labelClass = schema.find(id)) {
        hints.sizePrior = labelClass->convention.sizePriorMetres;
        hints.amodal = labelClass->convention.amodalExtent.value_or(true);
    }
    return hints;
}

std::optional<geometry::Cuboid> refitted(const geometry::Cuboid &cuboid, const std::vector<CloudPointer> &pieces,
                                         const GroundMap &ground, double groundElsewhere, const FitHints &hints)
{
    constexpr double margin = 0.3;
    std::optional<geometry::Cuboid> fitted;
    geometry::Cuboid rough = cuboid;
    FitHints own = hints;
    // The second time with a box that lies better: a turned one has cut corners off.
    for (int round = 0; round < 2; ++round) {
        own.yaw = geometry::yawOf(rough.rotation);
        const Footprint footprint{rough.centre[0], rough.centre[1], *own.yaw, rough.size[0] + 2 * margin,
                                  rough.size[1] + 2 * margin};
        const std::vector<Vector3> points = pointsOver(pieces, footprint, ground);
        auto better = fitCuboid(points, ground.heightAt(rough.centre[0], rough.centre[1]).value_or(groundElsewhere), own);
        if (!better)
            break;
        fitted = std::move(better);
        rough = *fitted;
    }
    if (fitted)
        fitted->coordinateFrame = cuboid.coordinateFrame;
    return fitted;
}

Footprint footprintOf(const Vector3 &from, const Vector3 &to, double yaw)
{
    const double dx = to[0] - from[0];
    const double dy = to[1] - from[1];
    const double along = dx * std::cos(yaw) + dy * std::sin(yaw);
    const double across = dy * std::cos(yaw) - dx * std::sin(yaw);
    Footprint footprint{(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, 0, std::abs(along), std::abs(across)};
    if (footprint.length >= footprint.width) {
        footprint.yaw = along >= 0 ? yaw : yaw + std::numbers::pi;
    } else {
        std::swap(footprint.length, footprint.width);
        footprint.yaw = yaw + (across >= 0 ? 0.5 : -0.5) * std::numbers::pi;
    }
    footprint.yaw = geometry::wrappedAngle(footprint.yaw);
    return footprint;
}

bool SelectTool::press(QPointF at, Qt::KeyboardModifiers)
{
    const ViewCamera &camera = m_context.surface.camera();
    const int index = isFromAbove(camera) ? boxAt(m_context.boxes(), at, camera, m_context.surface.size()) : -1;
    if (index < 0)
        return false;
    const SceneBox &box = m_context.boxes()[std::size_t(index)];
    if (!box.selected || !box.changeable)
        return false;
    const auto from = camera.onPlane(at, m_context.surface.size(), box.cuboid.centre[2]);
    if (!from)
        return false;
    m_box = box;
    m_moved = box.cuboid;
    m_from = *from;
    m_pressed = at;
    return true;
}

void SelectTool::drag(QPointF at, Qt::KeyboardModifiers)
{
    if (!m_box || QLineF(at, m_pressed).length() < clickPixels)
        return;
    const auto to = m_context.surface.camera().onPlane(at, m_context.surface.size(), m_box->cuboid.centre[2]);
    if (!to)
        return;
    m_moved = m_box->cuboid;
    m_moved.centre = plus(m_moved.centre, minus(*to, m_from));
    m_context.preview(m_moved, &*m_box);
}

void SelectTool::release(QPointF, Qt::KeyboardModifiers)
{
    if (!m_box)
        return;
    const SceneBox box = *std::exchange(m_box, std::nullopt);
    m_context.preview(std::nullopt, nullptr);
    m_context.edits.setCuboid(box, m_moved, SceneEdits::Verb::Move);
}

void SelectTool::cancel()
{
    if (std::exchange(m_box, std::nullopt))
        m_context.preview(std::nullopt, nullptr);
}

void SelectTool::clicked(QPointF at, Qt::KeyboardModifiers modifiers)
{
    const int index = boxAt(m_context.boxes(), at, m_context.surface.camera(), m_context.surface.size());
    if (index < 0) {
        m_context.editing.select({});
        m_context.pickPoint(at);
        return;
    }
    const SceneBox box = m_context.boxes()[std::size_t(index)];
    if (box.ghost) {
        // What is computed becomes a label when it is touched.
        m_context.edits.setCuboid(box, box.cuboid, SceneEdits::Verb::Move);
        return;
    }
    QSet<AnnotationId> selection;
    if (modifiers & (Qt::ShiftModifier | Qt::ControlModifier))
        selection = m_context.editing.selection();
    if (!selection.remove(box.id))
        selection.insert(box.id);
    m_context.editing.select(selection);
}

void SelectTool::hover(QPointF at)
{
    m_context.hovered(boxAt(m_context.boxes(), at, m_context.surface.camera(), m_context.surface.size()));
}

void SelectTool::leave()
{
    m_context.hovered(-1);
}

std::optional<Vector3> CuboidTool::groundAt(QPointF pixel) const
{
    const ViewCamera &camera = m_context.surface.camera();
    auto place = camera.onPlane(pixel, m_context.surface.size(), m_context.groundElsewhere());
    // Once more at the height of the ground there: a road rises and falls.
    if (place)
        if (const auto height = m_context.ground().heightAt((*place)[0], (*place)[1]))
            if (const auto better = camera.onPlane(pixel, m_context.surface.size(), *height))
                place = better;
    return place;
}

bool CuboidTool::press(QPointF at, Qt::KeyboardModifiers modifiers)
{
    // Shift moves the camera with every tool.
    if (modifiers & Qt::ShiftModifier)
        return false;
    if (!m_context.edits.canCreate())
        return true;
    m_from = groundAt(at);
    m_pressed = at;
    if (!m_from)
        m_context.hint(SceneEdits::tr("There is no ground under the mouse. Look from above to draw."));
    return true;
}

void CuboidTool::drag(QPointF at, Qt::KeyboardModifiers)
{
    if (!m_from)
        return;
    const auto to = m_context.surface.camera().onPlane(at, m_context.surface.size(), (*m_from)[2]);
    OverlayContent &content = m_context.surface.overlay().content();
    content.footprint.clear();
    if (to && QLineF(at, m_pressed).length() >= clickPixels) {
        const Footprint footprint = footprintOf(*m_from, *to, m_context.surface.camera().yaw);
        const double c = std::cos(footprint.yaw);
        const double s = std::sin(footprint.yaw);
        for (const auto &[u, v] : {std::pair(0.5, 0.5), std::pair(-0.5, 0.5), std::pair(-0.5, -0.5), std::pair(0.5, -0.5)}) {
            const double x = u * footprint.length;
            const double y = v * footprint.width;
            content.footprint.push_back({footprint.x + x * c - y * s, footprint.y + x * s + y * c, (*m_from)[2]});
        }
    }
    m_context.surface.overlay().update();
}

void CuboidTool::release(QPointF at, Qt::KeyboardModifiers)
{
    if (!m_from)
        return;
    const Vector3 from = *m_from;
    cancel();
    const auto to = m_context.surface.camera().onPlane(at, m_context.surface.size(), from[2]);
    if (QLineF(at, m_pressed).length() < clickPixels) {
        // What is seen under the mouse is meant, not the ground behind it.
        const auto point = pointAt(m_context.pieces(), at, m_context.surface.camera(), m_context.surface.size(), clickPixels);
        fitAt(point ? point->place : from);
        return;
    }
    if (!to)
        return;
    const FitHints hints = hintsFor(m_context.editing.schema(), m_context.editing.currentClass(), m_context.sensor());
    m_context.edits.create(cuboidOver(footprintOf(from, *to, m_context.surface.camera().yaw), m_context.pieces(),
                                      m_context.ground(), hints.sizePrior, m_context.groundElsewhere()));
}

void CuboidTool::fitAt(const Vector3 &place)
{
    constexpr double around = 12;  // metres within which an object ends
    const std::vector<Vector3> near = pointsOver(m_context.pieces(), {place[0], place[1], 0, around, around}, m_context.ground());
    const std::vector<Vector3> cluster = clusterAt(near, place[0], place[1]);
    const FitHints hints = hintsFor(m_context.editing.schema(), m_context.editing.currentClass(), m_context.sensor());
    const auto cuboid =
        fitCuboid(cluster, m_context.ground().heightAt(place[0], place[1]).value_or(m_context.groundElsewhere()), hints);
    if (cuboid)
        m_context.edits.create(*cuboid);
    else
        m_context.hint(SceneEdits::tr("No points of an object are here. Drag a footprint instead."));
}

bool CuboidTool::cancel()
{
    OverlayContent &content = m_context.surface.overlay().content();
    const bool busy = m_from.has_value();
    m_from.reset();
    content.footprint.clear();
    m_context.surface.overlay().update();
    return busy;
}

void CuboidTool::hover(QPointF) {}

void CuboidTool::leave() {}

}  // namespace plumbline::sceneview
