// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/prelabel/labeled.h"

#include "core/geometry/cuboids.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace plumbline::prelabel {

namespace {

// Sweeps without times all have the same: then the index is all there is.
std::optional<std::size_t> frameOf(const model::Annotation &label, const std::multimap<std::int64_t, std::size_t> &byTime)
{
    if (!label.frame || !(label.frame->timeBase == model::TimeBase{1, 1'000'000}))
        return std::nullopt;
    const auto [first, last] = byTime.equal_range(label.frame->pts);
    if (first == last)
        return std::nullopt;
    const auto named =
        std::find_if(first, last, [&](const auto &entry) { return std::int64_t(entry.second) == label.frame->index; });
    return named != last ? named->second : first->second;
}

bool coversOne(const geometry::Cuboid &proposal, const std::vector<const geometry::Cuboid *> &labeled)
{
    return std::any_of(labeled.begin(), labeled.end(), [&](const geometry::Cuboid *label) {
        const double reach = std::hypot(label->size[0], label->size[1]) + std::hypot(proposal.size[0], proposal.size[1]);
        const double apart = std::hypot(label->centre[0] - proposal.centre[0], label->centre[1] - proposal.centre[1]);
        return apart < reach && label->coordinateFrame == proposal.coordinateFrame
               && geometry::footprintIou(*label, proposal) > mostShared;
    });
}

}  // namespace

std::int64_t leaveOutLabeled(std::vector<ScenePredictions::Row> &rows, const std::vector<model::Annotation> &labels,
                             const model::Scene &scene)
{
    std::multimap<std::int64_t, std::size_t> byTime;
    for (std::size_t i = 0; i < scene.frames.size(); ++i)
        byTime.emplace(scene.frames[i].microseconds, i);
    std::map<std::size_t, std::vector<const geometry::Cuboid *>> labeled;
    for (const model::Annotation &label : labels)
        if (const auto *cuboid = std::get_if<geometry::Cuboid>(&label.geometry))
            if (const auto frame = frameOf(label, byTime))
                labeled[*frame].push_back(cuboid);
    return static_cast<std::int64_t>(std::erase_if(rows, [&](const ScenePredictions::Row &row) {
        const auto *cuboid = std::get_if<geometry::Cuboid>(&row.prediction.geometry);
        const auto there = labeled.find(row.frame);
        return cuboid && there != labeled.end() && coversOne(*cuboid, there->second);
    }));
}

}  // namespace plumbline::prelabel
