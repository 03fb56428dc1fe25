// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/partobjects.h"

#include "core/geometry/cuboids.h"
#include "core/overlap/likeness.h"
#include "core/workflow/scenelabels.h"
#include "core/workflow/taskscope.h"

#include <algorithm>
#include <cmath>

namespace plumbline::review {

namespace {

constexpr double tolerancePixels = 10;

bool isCuboid(const model::Annotation &label)
{
    return std::holds_alternative<geometry::Cuboid>(label.geometry);
}

}  // namespace

PartReach reachOf(const Part &part, const model::Scene *scene, const model::Schema &schema)
{
    PartReach reach;
    reach.frames = scene ? workflow::framesOf(part.scope, *scene) : std::vector<std::size_t>{0};
    reach.frameSet = {reach.frames.begin(), reach.frames.end()};
    for (const QString &name : part.scope.classes)
        if (const model::LabelClass *labelClass = schema.find(QStringView(name)))
            reach.classes.insert(labelClass->id);
    return reach;
}

FrameNumbers::FrameNumbers(const model::Scene *scene) : m_scene(scene != nullptr)
{
    if (!scene)
        return;
    m_labelFrame = scene->labelFrame;
    for (std::size_t i = 0; i < scene->frames.size(); ++i) {
        m_sweeps.try_emplace(scene->frames[i].microseconds, i);
        for (const model::SensorFile &file : scene->frames[i].files)
            m_pictures.try_emplace({scene->sensors[static_cast<std::size_t>(file.sensor)].name, file.microseconds}, i);
    }
}

std::optional<std::size_t> FrameNumbers::of(const model::Annotation &label) const
{
    if (!m_scene)
        return 0;
    if (!label.frame)
        return std::nullopt;
    if (label.frame->stream != m_labelFrame)
        if (const auto found = m_pictures.find({label.frame->stream, label.frame->pts}); found != m_pictures.end())
            return found->second;
    const auto found = m_sweeps.find(label.frame->pts);
    return found == m_sweeps.end() ? std::nullopt : std::optional(found->second);
}

std::vector<PartObject> objectsOf(const Part &part, std::size_t number, const model::Scene *scene)
{
    const FrameNumbers numbers(scene);
    std::map<TrackId, const model::Track *> tracks;
    for (const model::Track &track : part.tracks)
        tracks.emplace(track.id, &track);
    std::set<TrackId> withCuboids;
    std::set<std::pair<AnnotationId, std::size_t>> written;
    for (const model::Annotation &label : part.labels) {
        if (isCuboid(label) && tracks.contains(label.track))
            withCuboids.insert(label.track);
        if (const auto frame = numbers.of(label))
            written.insert({label.id, *frame});
    }
    std::map<Uuid, PartObject> objects;
    const auto object = [&](const model::Annotation &label) -> PartObject & {
        const auto track = tracks.find(label.track);
        PartObject &found = objects[track == tracks.end() ? label.id.uuid : track->first.uuid];
        found.part = number;
        if (track != tracks.end())
            found.track = track->second;
        return found;
    };
    // What of a track is not its cuboid goes beside it.
    for (const model::Annotation &label : part.labels) {
        PartObject &found = object(label);
        const auto frame = numbers.of(label);
        const bool main = frame && (isCuboid(label) || !withCuboids.contains(label.track));
        if (main && found.at.try_emplace(*frame, label).second)
            found.keys.insert(*frame);
        else
            found.beside.push_back(&label);
    }
    if (scene)
        for (model::Annotation &label : workflow::labelsByFrame(part.labels, part.tracks, *scene)) {
            const auto frame = numbers.of(label);
            if (frame && isCuboid(label) && !written.contains({label.id, *frame}))
                object(label).at.try_emplace(*frame, std::move(label));
        }
    std::vector<PartObject> list;
    for (auto &[id, found] : objects) {
        const model::Annotation *first = found.at.empty() ? nullptr : &found.at.begin()->second;
        found.labelClass = found.track ? found.track->labelClass : first ? first->labelClass : ClassId{};
        found.comparable = first && first->role == model::Role::Object && (isCuboid(*first) || overlap::isComparable(*first));
        list.push_back(std::move(found));
    }
    return list;
}

double alike(const model::Annotation &a, const model::Annotation &b)
{
    const auto *one = std::get_if<geometry::Cuboid>(&a.geometry);
    const auto *other = std::get_if<geometry::Cuboid>(&b.geometry);
    if (one && other) {
        // Most are far apart, and the exact volume takes long.
        const double reach =
            (std::hypot(one->size[0], one->size[1], one->size[2]) + std::hypot(other->size[0], other->size[1], other->size[2]))
            / 2;
        const double apart =
            std::hypot(one->centre[0] - other->centre[0], one->centre[1] - other->centre[1], one->centre[2] - other->centre[2]);
        return apart < reach ? geometry::cuboidIou(*one, *other) : 0;
    }
    const QString stream = a.frame ? a.frame->stream : QString();
    if (one || other || stream != (b.frame ? b.frame->stream : QString()))
        return 0;
    return overlap::likeness(a.geometry, b.geometry, tolerancePixels);
}

}  // namespace plumbline::review
