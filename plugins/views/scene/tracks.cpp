// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/tracks.h"

#include "core/model/trackpath.h"
#include "plugins/views/scene/boxes.h"

#include <QHash>

#include <algorithm>
#include <cstdlib>

namespace plumbline::sceneview {

namespace {

struct Neighbours {
    const model::Annotation *before = nullptr;
    const model::Annotation *after = nullptr;
    bool here = false;
};

}  // namespace

std::vector<Ghost> ghostsOf(const document::Editing &editing, std::int64_t frame)
{
    const model::Scene *scene = editing.scene();
    if (!scene || editing.tracks().empty() || frame < 0 || std::size_t(frame) >= scene->frames.size())
        return {};
    const auto frames = std::int64_t(scene->frames.size());
    QHash<TrackId, Neighbours> neighbours;
    for (const model::Annotation &annotation : editing.annotations()) {
        if (annotation.track.isNull() || !annotation.frame || !std::holds_alternative<geometry::Cuboid>(annotation.geometry)
            || model::isModelLayer(annotation.layer) || annotation.frame->index < 0 || annotation.frame->index >= frames)
            continue;
        Neighbours &of = neighbours[annotation.track];
        const std::int64_t index = annotation.frame->index;
        if (index == frame)
            of.here = true;
        else if (index < frame && (!of.before || of.before->frame->index < index))
            of.before = &annotation;
        else if (index > frame && (!of.after || of.after->frame->index > index))
            of.after = &annotation;
    }
    std::vector<Ghost> ghosts;
    for (const model::Track &track : editing.tracks()) {
        const Neighbours of = neighbours.value(track.id);
        if (of.here || !of.before || !of.after || track.interpolation == model::Interpolation::None
            || model::isHidden(track, scene->frames[std::size_t(frame)].microseconds)
            || editing.marks().filteredOut.contains(of.before->id))
            continue;
        const auto placed = [](const model::Annotation &annotation) {
            return model::PlacedCuboid{std::size_t(annotation.frame->index), std::get<geometry::Cuboid>(annotation.geometry)};
        };
        ghosts.push_back(
            {track.id, of.before->id, model::cuboidBetween(*scene, std::size_t(frame), placed(*of.before), placed(*of.after))});
    }
    return ghosts;
}

geometry::Cuboid continued(const document::Editing &editing, const model::Annotation &label, std::int64_t frame)
{
    const model::Scene *scene = editing.scene();
    const auto frames = scene ? std::int64_t(scene->frames.size()) : 0;
    const auto known = [frames](const model::Annotation &annotation) {
        return annotation.frame && annotation.frame->index >= 0 && annotation.frame->index < frames
               && std::holds_alternative<geometry::Cuboid>(annotation.geometry);
    };
    if (frame < 0 || frame >= frames || !known(label))
        return std::get<geometry::Cuboid>(label.geometry);
    if (!label.track.isNull())
        for (const Ghost &ghost : ghostsOf(editing, frame))
            if (ghost.track == label.track)
                return ghost.cuboid;
    const auto away = [frame](const model::Annotation &annotation) { return std::abs(annotation.frame->index - frame); };
    const model::Annotation *near = &label;
    const model::Annotation *far = nullptr;
    if (!label.track.isNull()) {
        for (const model::Annotation &annotation : editing.annotations())
            if (annotation.track == label.track && !model::isModelLayer(annotation.layer) && known(annotation)
                && away(annotation) < away(*near))
                near = &annotation;
        for (const model::Annotation &annotation : editing.annotations())
            if (annotation.track == label.track && !model::isModelLayer(annotation.layer) && known(annotation)
                && away(annotation) > away(*near) && (annotation.frame->index > frame) == (near->frame->index > frame)
                && (!far || away(annotation) < away(*far)))
                far = &annotation;
    }
    const auto carried = [&](const model::Annotation &annotation) {
        const auto &cuboid = std::get<geometry::Cuboid>(annotation.geometry);
        return geometry::transformed(model::labelFromLabel(*scene, std::size_t(frame), std::size_t(annotation.frame->index)),
                                     cuboid, cuboid.coordinateFrame);
    };
    geometry::Cuboid cuboid = carried(*near);
    if (far) {
        const geometry::Cuboid from = carried(*far);
        const double on = double(frame - near->frame->index) / double(near->frame->index - far->frame->index);
        for (std::size_t axis = 0; axis < 3; ++axis)
            cuboid.centre[axis] += on * (cuboid.centre[axis] - from.centre[axis]);
    }
    return cuboid;
}

std::int64_t keyframeFrom(const document::Editing &editing, TrackId track, std::int64_t frame, int step)
{
    std::int64_t best = -1;
    for (const model::Annotation &annotation : editing.annotations()) {
        if (annotation.track != track || track.isNull() || !annotation.frame || model::isModelLayer(annotation.layer))
            continue;
        const std::int64_t index = annotation.frame->index;
        if ((step > 0 && index > frame && (best < 0 || index < best)) || (step < 0 && index < frame && index > best))
            best = index;
    }
    return best;
}

}  // namespace plumbline::sceneview
