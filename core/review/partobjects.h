// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/stitching.h"

#include <map>
#include <set>
#include <vector>

/// Objects of the parts of an item, frame by frame. Private to this folder.
namespace plumbline::review {

/// A track, or a label without one, of one part.
struct PartObject {
    std::size_t part = 0;
    const model::Track *track = nullptr;
    ClassId labelClass;
    bool comparable = false;                         ///< a place says which one it is
    std::map<std::size_t, model::Annotation> at;     ///< by frame, key frames and what lies between them
    std::set<std::size_t> keys;                      ///< frames of `at` that are labels
    std::vector<const model::Annotation *> beside;   ///< other labels of the track, such as boxes in pictures
    [[nodiscard]] Uuid id() const { return track ? track->id.uuid : at.empty() ? Uuid() : at.begin()->second.id.uuid; }
};

/// Frames and classes of a part.
struct PartReach {
    std::vector<std::size_t> frames;  ///< in order
    std::set<std::size_t> frameSet;
    std::set<ClassId> classes;        ///< empty = all
    [[nodiscard]] bool looksFor(ClassId id) const { return classes.empty() || classes.contains(id); }
};
[[nodiscard]] PartReach reachOf(const Part &part, const model::Scene *scene, const model::Schema &schema);

/// Number of a label's frame, of pictures 0; nothing for what is of the whole scene.
class FrameNumbers
{
public:
    explicit FrameNumbers(const model::Scene *scene);
    [[nodiscard]] std::optional<std::size_t> of(const model::Annotation &label) const;

private:
    bool m_scene = false;
    QString m_labelFrame;
    std::map<std::int64_t, std::size_t> m_sweeps;
    std::map<std::pair<QString, std::int64_t>, std::size_t> m_pictures;
};

/// In the order of their ids. `part` outlives them.
[[nodiscard]] std::vector<PartObject> objectsOf(const Part &part, std::size_t number, const model::Scene *scene);

/// How much two labels of one frame are alike, in [0, 1].
[[nodiscard]] double alike(const model::Annotation &a, const model::Annotation &b);

}  // namespace plumbline::review
