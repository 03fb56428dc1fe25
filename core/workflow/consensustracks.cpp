// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/consensustracks.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace plumbline::workflow {

std::vector<int> linkedObjects(const std::vector<TrackedObject> &objects)
{
    std::vector<std::size_t> order(objects.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return objects[a].time < objects[b].time; });
    std::vector<int> links(objects.size(), -1);
    std::map<std::pair<QString, TrackId>, int> follows;
    std::set<std::pair<int, std::int64_t>> taken;
    int next = 0;
    for (const std::size_t at : order) {
        const TrackedObject &object = objects[at];
        if (object.members.empty())
            continue;
        std::map<int, std::size_t> votes;
        for (const auto &member : object.members)
            if (const auto known = follows.find(member); known != follows.end() && !taken.contains({known->second, object.time}))
                ++votes[known->second];
        int best = -1;
        std::size_t most = object.members.size() / 2;
        for (const auto &[track, count] : votes)
            if (count > most) {
                best = track;
                most = count;
            }
        links[at] = best >= 0 ? best : next++;
        taken.insert({links[at], object.time});
        for (const auto &member : object.members)
            follows[member] = links[at];
    }
    return links;
}

std::vector<model::Track> tracksOf(const std::vector<TrackedObject> &objects, const std::vector<int> &links,
                                   const model::Scene &scene, const QString &layer)
{
    const int count = links.empty() ? 0 : *std::max_element(links.begin(), links.end()) + 1;
    std::vector<model::Track> tracks(static_cast<std::size_t>(count));
    std::vector<std::map<ClassId, int>> classes(tracks.size());
    std::vector<std::set<std::int64_t>> times(tracks.size());
    std::vector<const TrackedObject *> firsts(tracks.size(), nullptr);
    for (std::size_t i = 0; i < objects.size(); ++i) {
        if (links[i] < 0)
            continue;
        const auto at = static_cast<std::size_t>(links[i]);
        ++classes[at][objects[i].labelClass];
        times[at].insert(objects[i].time);
        if (!firsts[at] || objects[i].time < firsts[at]->time)
            firsts[at] = &objects[i];
    }
    for (std::size_t at = 0; at < tracks.size(); ++at) {
        model::Track &track = tracks[at];
        track.item = scene.item;
        track.layer = layer;
        const auto most = std::max_element(classes[at].begin(), classes[at].end(),
                                           [](const auto &a, const auto &b) { return a.second < b.second; });
        track.labelClass = most->first;
        auto members = firsts[at]->members;
        std::sort(members.begin(), members.end());
        QByteArray name = scene.item.uuid.toBytes() + layer.toUtf8() + '\0' + QByteArray::number(qlonglong(firsts[at]->time));
        for (const auto &[annotator, own] : members)
            name += '\0' + annotator.toUtf8() + '\0' + own.uuid.toBytes();
        track.id = TrackId{Uuid::fromName("consensus-track", name)};
        track.origin.kind = model::OriginKind::Propagated;
        track.origin.by = layer;
        for (const model::SceneFrame &frame : scene.frames) {
            const std::int64_t time = frame.microseconds;
            if (time > *times[at].begin() && time < *times[at].rbegin() && !times[at].contains(time))
                track.gaps.push_back({time, time});
        }
    }
    return tracks;
}

}  // namespace plumbline::workflow
