// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/scenelabels.h"

#include "core/model/trackpath.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace plumbline::workflow {

namespace {

using model::Annotation;

/// Finds the frame of a label by its time; the index that it carries may be stale.
class FrameIndex
{
public:
    explicit FrameIndex(const model::Scene &scene)
    {
        for (std::size_t i = 0; i < scene.frames.size(); ++i) {
            m_bySweep.emplace(scene.frames[i].microseconds, i);
            for (const model::SensorFile &file : scene.frames[i].files)
                m_bySensor.try_emplace({scene.sensors[std::size_t(file.sensor)].name, file.microseconds}, i);
        }
        m_labelFrame = scene.labelFrame;
    }

    [[nodiscard]] std::optional<std::size_t> operator()(const Annotation &annotation) const
    {
        constexpr model::TimeBase microsecond{1, 1'000'000};
        if (!annotation.frame || !(annotation.frame->timeBase == microsecond))
            return std::nullopt;
        const model::FrameRef &frame = *annotation.frame;
        if (frame.stream != m_labelFrame)
            if (const auto found = m_bySensor.find({frame.stream, frame.pts}); found != m_bySensor.end())
                return found->second;
        const auto [first, last] = m_bySweep.equal_range(frame.pts);
        if (first == last)
            return std::nullopt;
        // Sweeps without times all have the same: then the index is all there is.
        const auto named =
            std::find_if(first, last, [&](const auto &entry) { return std::int64_t(entry.second) == frame.index; });
        return named != last ? named->second : first->second;
    }

private:
    std::multimap<std::int64_t, std::size_t> m_bySweep;
    std::map<std::pair<QString, std::int64_t>, std::size_t> m_bySensor;
    QString m_labelFrame;
};

struct Keyframe {
    std::size_t frame = 0;
    const Annotation *label = nullptr;
};

Annotation inFrame(const model::Scene &scene, std::size_t at, const Keyframe &before, const Keyframe &after)
{
    Annotation made = *before.label;
    made.frame->index = std::int64_t(at);
    made.frame->pts = scene.frames[at].microseconds;
    made.frame->sha256 = {};
    made.geometry = model::cuboidBetween(scene, at, {before.frame, std::get<geometry::Cuboid>(before.label->geometry)},
                                         {after.frame, std::get<geometry::Cuboid>(after.label->geometry)});
    return made;
}

}  // namespace

std::vector<Annotation> labelsByFrame(const std::vector<Annotation> &labels, const std::vector<model::Track> &tracks,
                                      const model::Scene &scene)
{
    const FrameIndex indexOf(scene);
    struct Placed {
        std::int64_t frame = -1;
        Annotation label;
    };
    std::vector<Placed> placed;
    QHash<TrackId, std::vector<Keyframe>> keyframes;
    for (const Annotation &label : labels) {
        const auto index = indexOf(label);
        placed.push_back({index ? std::int64_t(*index) : -1, label});
        if (index && !label.track.isNull() && std::holds_alternative<geometry::Cuboid>(label.geometry))
            keyframes[label.track].push_back({*index, &label});
    }
    for (const model::Track &track : tracks) {
        auto own = keyframes.value(track.id);
        if (track.interpolation == model::Interpolation::None)
            continue;
        std::stable_sort(own.begin(), own.end(), [](const Keyframe &a, const Keyframe &b) { return a.frame < b.frame; });
        for (std::size_t k = 1; k < own.size(); ++k)
            for (std::size_t at = own[k - 1].frame + 1; at < own[k].frame; ++at)
                if (!model::isHidden(track, scene.frames[at].microseconds))
                    placed.push_back({std::int64_t(at), inFrame(scene, at, own[k - 1], own[k])});
    }
    std::stable_sort(placed.begin(), placed.end(), [](const Placed &a, const Placed &b) { return a.frame < b.frame; });
    std::vector<Annotation> result;
    result.reserve(placed.size());
    for (Placed &entry : placed)
        result.push_back(std::move(entry.label));
    return result;
}

std::vector<Annotation> inFrames(std::vector<Annotation> labels, const model::Scene &scene,
                                 const std::vector<std::int64_t> &times)
{
    if (times.empty())
        return labels;
    const FrameIndex indexOf(scene);
    const std::set<std::int64_t> named(times.begin(), times.end());
    std::erase_if(labels, [&](const Annotation &label) {
        const auto index = indexOf(label);
        return label.frame && !(index && named.count(scene.frames[*index].microseconds) > 0);
    });
    return labels;
}

}  // namespace plumbline::workflow
