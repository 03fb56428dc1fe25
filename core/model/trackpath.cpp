// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/trackpath.h"

#include <algorithm>

namespace plumbline::model {

namespace {

geometry::Cuboid carried(const Scene &scene, std::size_t to, const PlacedCuboid &placed)
{
    return geometry::transformed(labelFromLabel(scene, to, placed.frame), placed.cuboid, placed.cuboid.coordinateFrame);
}

}  // namespace

bool isHidden(const Track &track, std::int64_t pts)
{
    return std::any_of(track.gaps.begin(), track.gaps.end(),
                       [pts](const Gap &gap) { return gap.fromPts <= pts && pts <= gap.toPts; });
}

geometry::Cuboid cuboidBetween(const Scene &scene, std::size_t at, const PlacedCuboid &before, const PlacedCuboid &after)
{
    const auto time = [&](std::size_t frame) { return double(scene.frames[frame].microseconds); };
    const double whole = time(after.frame) - time(before.frame);
    const double share = whole > 0
                             ? (time(at) - time(before.frame)) / whole
                             : (double(at) - double(before.frame)) / std::max(1.0, double(after.frame) - double(before.frame));
    return geometry::interpolated(carried(scene, at, before), carried(scene, at, after), share);
}

TrackPath::TrackPath(const Track &track, const std::vector<Annotation> &labels, const Scene &scene)
    : m_frames(scene.frames.size())
{
    for (const Annotation &label : labels)
        take(track, label);
    fill(track, scene);
}

TrackPath::TrackPath(const Track &track, const std::vector<const Annotation *> &labels, const Scene &scene)
    : m_frames(scene.frames.size())
{
    for (const Annotation *label : labels)
        take(track, *label);
    fill(track, scene);
}

void TrackPath::take(const Track &track, const Annotation &label)
{
    if (label.track != track.id || !label.frame || label.frame->index < 0 || label.frame->index >= std::int64_t(m_frames.size())
        || (isModelLayer(label.layer) && label.verdict != Verdict::None))
        return;
    const auto *cuboid = std::get_if<geometry::Cuboid>(&label.geometry);
    TrackFrame &frame = m_frames[std::size_t(label.frame->index)];
    if (!cuboid || frame.kind == TrackFrame::Kind::Key)
        return;
    frame = {TrackFrame::Kind::Key, label.id, *cuboid};
    m_first = m_first < 0 ? label.frame->index : std::min(m_first, label.frame->index);
    m_last = std::max(m_last, label.frame->index);
}

void TrackPath::fill(const Track &track, const Scene &scene)
{
    if (isEmpty())
        return;
    for (auto before = std::size_t(m_first); before < std::size_t(m_last);) {
        std::size_t after = before + 1;
        while (m_frames[after].kind != TrackFrame::Kind::Key)
            ++after;
        for (std::size_t at = before + 1; at < after; ++at) {
            TrackFrame &frame = m_frames[at];
            frame.label = m_frames[before].label;
            frame.cuboid = cuboidBetween(scene, at, {before, *m_frames[before].cuboid}, {after, *m_frames[after].cuboid});
            frame.kind = isHidden(track, scene.frames[at].microseconds) ? TrackFrame::Kind::Gap
                         : track.interpolation == Interpolation::None   ? TrackFrame::Kind::Nothing
                                                                        : TrackFrame::Kind::Between;
        }
        before = after;
    }
}

bool TrackPath::shows(std::int64_t frame) const
{
    if (frame < 0 || frame >= std::int64_t(m_frames.size()))
        return false;
    const TrackFrame::Kind kind = m_frames[std::size_t(frame)].kind;
    return kind == TrackFrame::Kind::Key || kind == TrackFrame::Kind::Between;
}

geometry::Cuboid cuboidAt(const TrackPath &path, const Scene &scene, std::size_t frame, const geometry::Cuboid &cuboid,
                          std::int64_t microseconds)
{
    if (frame >= scene.frames.size() || frame >= path.frames().size())
        return cuboid;
    const double late = double(microseconds) - double(scene.frames[frame].microseconds);
    if (late == 0)
        return cuboid;
    const auto neighbour = [&](int step) -> std::optional<std::size_t> {
        const std::int64_t at = std::int64_t(frame) + step;
        if (at < 0 || at >= std::int64_t(path.frames().size()) || !path.frames()[std::size_t(at)].cuboid
            || scene.frames[std::size_t(at)].microseconds == scene.frames[frame].microseconds)
            return std::nullopt;
        return std::size_t(at);
    };
    const int step = late > 0 ? 1 : -1;
    auto other = neighbour(step);
    if (!other)
        other = neighbour(-step);
    if (!other)
        return cuboid;
    const double apart = double(scene.frames[*other].microseconds) - double(scene.frames[frame].microseconds);
    geometry::Cuboid moved = geometry::interpolated(cuboid, carried(scene, frame, {*other, *path.frames()[*other].cuboid}),
                                                    std::clamp(late / apart, -1.0, 1.0));
    // An object does not grow on its way.
    moved.size = cuboid.size;
    return moved;
}

}  // namespace plumbline::model
