// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/boxes.h"

#include "plugins/views/scene/tracks.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline::sceneview {

namespace {

constexpr double pickMargin = 4;  // pixels

SceneBox boxOf(const document::Editing &editing, const model::Annotation &annotation, const geometry::Cuboid &cuboid)
{
    SceneBox box;
    box.id = annotation.id;
    box.track = annotation.track;
    box.cuboid = cuboid;
    const model::LabelClass *labelClass = editing.schema().find(annotation.labelClass);
    box.colour = labelClass ? labelClass->colour : QColor(200, 200, 200);
    box.title = labelClass ? labelClass->name : QString();
    box.dashed = isOpenPrediction(annotation);
    if (annotation.score && box.dashed)
        box.title += QStringLiteral(" %1").arg(*annotation.score, 0, 'f', 2);
    box.selected = editing.selection().contains(annotation.id);
    box.flagged = editing.marks().flagged.contains(annotation.id);
    box.changeable = editing.editable(annotation) || (box.dashed && editing.canCreate());
    return box;
}

}  // namespace

bool isOpenPrediction(const model::Annotation &annotation)
{
    return model::isModelLayer(annotation.layer) && annotation.verdict == model::Verdict::None;
}

bool isOfFrame(const model::Annotation &annotation, std::int64_t frame)
{
    return !annotation.frame || annotation.frame->index == frame;
}

std::vector<SceneBox> boxesOf(const document::Editing &editing, std::int64_t frame)
{
    std::vector<SceneBox> boxes;
    for (const model::Annotation &annotation : editing.annotations()) {
        const auto *cuboid = std::get_if<geometry::Cuboid>(&annotation.geometry);
        if (!cuboid || !isOfFrame(annotation, frame) || editing.marks().filteredOut.contains(annotation.id))
            continue;
        if (model::isModelLayer(annotation.layer) && !isOpenPrediction(annotation))
            continue;
        boxes.push_back(boxOf(editing, annotation, *cuboid));
    }
    for (const Ghost &ghost : ghostsOf(editing, frame)) {
        const model::Annotation *keyframe = editing.annotation(ghost.before);
        if (!keyframe)
            continue;
        SceneBox box = boxOf(editing, *keyframe, ghost.cuboid);
        box.id = {};
        box.ghost = true;
        box.selected = false;
        box.flagged = false;
        boxes.push_back(box);
    }
    return boxes;
}

std::optional<QLineF> segmentOf(const Vector3 &from, const Vector3 &to, const ViewCamera &camera, QSizeF viewport)
{
    Vector3 a = from;
    Vector3 b = to;
    if (!camera.parallel) {
        const Vector3 eye = camera.eye();
        const Vector3 forward = camera.forward();
        const double limit = camera.nearest() * 1.001;
        const double da = dot(minus(a, eye), forward) - limit;
        const double db = dot(minus(b, eye), forward) - limit;
        if (da < 0 && db < 0)
            return std::nullopt;
        if (da < 0)
            a = plus(a, minus(b, a), da / (da - db));
        else if (db < 0)
            b = plus(b, minus(a, b), db / (db - da));
    }
    const auto first = camera.project(a, viewport);
    const auto second = camera.project(b, viewport);
    if (!first || !second)
        return std::nullopt;
    return QLineF(first->at, second->at);
}

std::vector<QLineF> edgesOf(const geometry::Cuboid &cuboid, const ViewCamera &camera, QSizeF viewport)
{
    const auto corners = geometry::cornersOf(cuboid);
    std::vector<QLineF> lines;
    for (const auto &edge : geometry::cuboidEdges())
        if (const auto line = segmentOf(corners[std::size_t(edge[0])], corners[std::size_t(edge[1])], camera, viewport))
            lines.push_back(*line);
    return lines;
}

QPolygonF frontOf(const geometry::Cuboid &cuboid, const ViewCamera &camera, QSizeF viewport)
{
    const auto corners = geometry::cornersOf(cuboid);
    QPolygonF polygon;
    for (const std::size_t corner : {1U, 3U, 7U, 5U}) {
        const auto point = camera.project(corners[corner], viewport);
        if (!point)
            return {};
        polygon << point->at;
    }
    return polygon;
}

std::array<Vector3, 2> headingOf(const geometry::Cuboid &cuboid)
{
    const geometry::Pose pose = geometry::poseOf(cuboid);
    const double low = -cuboid.size[2] / 2;
    return {geometry::transformed(pose, {0, 0, low}), geometry::transformed(pose, {cuboid.size[0] / 2, 0, low})};
}

std::optional<double> entryOf(const Ray &ray, const geometry::Cuboid &cuboid, double margin)
{
    const geometry::Pose back = geometry::inverted(geometry::poseOf(cuboid));
    const Vector3 from = geometry::transformed(back, ray.from);
    const Vector3 along = geometry::rotated(back.rotation, ray.direction);
    double enters = 0;
    double leaves = std::numeric_limits<double>::infinity();
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double half = cuboid.size[axis] / 2 + margin;
        if (std::abs(along[axis]) < 1e-12) {
            if (std::abs(from[axis]) > half)
                return std::nullopt;
            continue;
        }
        double a = (-half - from[axis]) / along[axis];
        double b = (half - from[axis]) / along[axis];
        if (a > b)
            std::swap(a, b);
        enters = std::max(enters, a);
        leaves = std::min(leaves, b);
    }
    return enters <= leaves ? std::optional(enters) : std::nullopt;
}

int boxAt(const std::vector<SceneBox> &boxes, QPointF pixel, const ViewCamera &camera, QSizeF viewport)
{
    Ray ray = camera.rayThrough(pixel, viewport);
    // Without perspective nothing is behind the eye.
    if (camera.parallel)
        ray.from = plus(ray.from, ray.direction, -4 * camera.reach - 10);
    int best = -1;
    double bestEntry = 0;
    double bestVolume = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto &cuboid = boxes[i].cuboid;
        const double depth = std::max(camera.nearest(), dot(minus(cuboid.centre, camera.eye()), camera.forward()));
        const double pixels = camera.pixelsPerMetre(viewport) * (camera.parallel ? 1 : camera.distance / depth);
        const auto entry = entryOf(ray, cuboid, pickMargin / pixels);
        if (!entry || (!camera.parallel && *entry <= 0))
            continue;
        const double volume = cuboid.size[0] * cuboid.size[1] * cuboid.size[2];
        // A box well inside another one could never be had otherwise.
        const bool inside =
            best >= 0 && volume < bestVolume * 0.8 && geometry::contains(boxes[std::size_t(best)].cuboid, cuboid.centre);
        const bool around =
            best >= 0 && bestVolume < volume * 0.8 && geometry::contains(cuboid, boxes[std::size_t(best)].cuboid.centre);
        if (best < 0 || inside || (!around && *entry < bestEntry)) {
            best = int(i);
            bestEntry = *entry;
            bestVolume = volume;
        }
    }
    return best;
}

std::pair<Vector3, Vector3> boundsOf(const geometry::Cuboid &cuboid)
{
    const auto corners = geometry::cornersOf(cuboid);
    std::pair<Vector3, Vector3> bounds{corners[0], corners[0]};
    for (const Vector3 &corner : corners)
        for (std::size_t axis = 0; axis < 3; ++axis) {
            bounds.first[axis] = std::min(bounds.first[axis], corner[axis]);
            bounds.second[axis] = std::max(bounds.second[axis], corner[axis]);
        }
    return bounds;
}

}  // namespace plumbline::sceneview
