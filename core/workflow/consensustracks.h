// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"
#include "core/model/scene.h"
#include "core/model/track.h"

#include <QString>

#include <utility>
#include <vector>

/// Objects of a consensus, frame after frame, as tracks.
namespace plumbline::workflow {

/// One object of the consensus in one frame, and the tracks of its members.
struct TrackedObject {
    std::int64_t time = 0;  ///< of the frame
    ClassId labelClass;
    std::vector<std::pair<QString, TrackId>> members;  ///< annotator, their track; those without a track are left out
};

/// Which objects are one thing: by the order of their frames, each goes on with the track that more than half of its members with
/// tracks were in before and that has no object in this frame yet; among equals the older. Otherwise it begins a new one. A member
/// whose track was in another one before follows, so that an exchange by one person does not tear the others' tracks. One number
/// an object, from 0; -1 = none of its members is in a track. Pure; the order of objects of one frame matters only for numbers.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<int> linkedObjects(const std::vector<TrackedObject> &objects);

/// The tracks that linkedObjects() found, in its order: with the most frequent class (of equals the smallest id) and gaps where a frame
/// of the scene between the first and the last has no object. Their ids are made from item, layer and the first object's members:
/// the same in every run.
[[nodiscard]] PLUMBLINE_CORE_EXPORT std::vector<model::Track> tracksOf(const std::vector<TrackedObject> &objects,
                                                                       const std::vector<int> &links, const model::Scene &scene,
                                                                       const QString &layer);

}  // namespace plumbline::workflow
