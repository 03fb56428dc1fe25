// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/trackedits.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace plumbline::model {

namespace {

constexpr const char *space = "plumbline";
constexpr const char *freeSize = "freeSize";

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::model", text);
}

tl::unexpected<Error> refused(const QString &why)
{
    return fail(ErrorCode::InvalidArgument, why);
}

/// Time of the last frame before a time; nothing when there is none.
std::optional<std::int64_t> timeBefore(const Scene &scene, std::int64_t time)
{
    const auto at = std::lower_bound(scene.frames.begin(), scene.frames.end(), time,
                                     [](const SceneFrame &frame, std::int64_t t) { return frame.microseconds < t; });
    return at == scene.frames.begin() ? std::nullopt : std::optional(std::prev(at)->microseconds);
}

std::optional<std::int64_t> timeAfter(const Scene &scene, std::int64_t time)
{
    const auto at = std::upper_bound(scene.frames.begin(), scene.frames.end(), time,
                                     [](std::int64_t t, const SceneFrame &frame) { return t < frame.microseconds; });
    return at == scene.frames.end() ? std::nullopt : std::optional(at->microseconds);
}

/// Takes the frames from one time to another out of gaps.
std::vector<Gap> without(const std::vector<Gap> &gaps, std::int64_t from, std::int64_t to, const Scene &scene)
{
    std::vector<Gap> kept;
    for (const Gap &gap : gaps) {
        if (gap.toPts < from || gap.fromPts > to) {
            kept.push_back(gap);
            continue;
        }
        if (const auto before = timeBefore(scene, from); gap.fromPts < from && before && *before >= gap.fromPts)
            kept.push_back({gap.fromPts, *before});
        if (const auto after = timeAfter(scene, to); gap.toPts > to && after && *after <= gap.toPts)
            kept.push_back({*after, gap.toPts});
    }
    return kept;
}

std::vector<Gap> withoutShown(std::vector<Gap> gaps, const TrackPath &path, const Scene &scene)
{
    for (std::int64_t at = std::max<std::int64_t>(0, path.first()); at <= path.last(); ++at)
        if (path.shows(at)) {
            const std::int64_t time = scene.frames[std::size_t(at)].microseconds;
            gaps = without(gaps, time, time, scene);
        }
    return gaps;
}

/// "4, 7, 9", "4, 5, 6 … 31": numbered from 1.
QString namesOf(const std::vector<std::int64_t> &frames)
{
    constexpr std::size_t most = 5;
    QStringList names;
    for (std::size_t i = 0; i < std::min(most, frames.size()); ++i)
        names.append(QString::number(frames[i] + 1));
    QString text = names.join(QStringLiteral(", "));
    if (frames.size() > most)
        text += QStringLiteral(" … ") + QString::number(frames.back() + 1);
    return text;
}

}  // namespace

bool isSizeLocked(const Track &track)
{
    if (!track.extra.is_object() || !track.extra.contains(space) || !track.extra[space].is_object())
        return true;
    const Json &own = track.extra[space];
    return !own.contains(freeSize) || own[freeSize] != Json(true);
}

void setSizeLocked(Track &track, bool locked)
{
    if (locked == isSizeLocked(track))
        return;
    if (!locked) {
        if (!track.extra.is_object())
            track.extra = Json::object();
        if (!track.extra.contains(space) || !track.extra[space].is_object())
            track.extra[space] = Json::object();
        track.extra[space][freeSize] = true;
        return;
    }
    track.extra[space].erase(freeSize);
    if (track.extra[space].empty())
        track.extra.erase(space);
    if (track.extra.empty())
        track.extra = Json();
}

geometry::Cuboid resized(const geometry::Cuboid &cuboid, const std::array<double, 3> &size, const geometry::Vector3 &sensor)
{
    const geometry::Pose pose = geometry::poseOf(cuboid);
    const geometry::Vector3 eye = geometry::transformed(geometry::inverted(pose), sensor);
    geometry::Vector3 shift{};
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const double half = cuboid.size[axis] / 2;
        // Which face stays: 1 or -1; 0 = the middle.
        const int stays = axis == 2 ? -1 : eye[axis] > half ? 1 : eye[axis] < -half ? -1 : 0;
        shift[axis] = stays * (cuboid.size[axis] - size[axis]) / 2;
    }
    geometry::Cuboid result = cuboid;
    result.centre = geometry::transformed(pose, shift);
    result.size = size;
    return result;
}

std::vector<Gap> normalised(std::vector<Gap> gaps, const Scene &scene)
{
    std::erase_if(gaps, [](const Gap &gap) { return gap.toPts < gap.fromPts; });
    std::sort(gaps.begin(), gaps.end(),
              [](const Gap &a, const Gap &b) { return std::pair(a.fromPts, a.toPts) < std::pair(b.fromPts, b.toPts); });
    std::vector<Gap> joined;
    for (const Gap &gap : gaps) {
        const auto next = joined.empty() ? std::nullopt : timeAfter(scene, joined.back().toPts);
        const bool adjacent = !joined.empty() && (gap.fromPts <= joined.back().toPts || (next && gap.fromPts <= *next));
        if (adjacent)
            joined.back().toPts = std::max(joined.back().toPts, gap.toPts);
        else
            joined.push_back(gap);
    }
    return joined;
}

Result<SplitTrack> split(const TrackLabels &whole, std::int64_t frame, TrackId newId, const Scene &scene)
{
    SplitTrack result{{whole.track, {}}, {whole.track, {}}};
    result.after.track.id = newId;
    for (const Annotation &label : whole.labels) {
        const bool later = label.frame && label.frame->index >= frame;
        TrackLabels &part = later ? result.after : result.before;
        part.labels.push_back(label);
        part.labels.back().track = part.track.id;
    }
    if (result.before.labels.empty())
        return refused(tr("The track has no key frame before this frame. Go to the frame in which the second part shall begin."));
    if (result.after.labels.empty())
        return refused(
            tr("The track has no key frame in this frame or after it. Go to the frame in which the second part shall begin."));
    if (frame >= 0 && std::size_t(frame) < scene.frames.size()) {
        constexpr auto least = std::numeric_limits<std::int64_t>::min();
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        const std::int64_t time = scene.frames[std::size_t(frame)].microseconds;
        result.before.track.gaps = without(whole.track.gaps, time, most, scene);
        if (const auto last = timeBefore(scene, time))
            result.after.track.gaps = without(whole.track.gaps, least, *last, scene);
    }
    return result;
}

Result<MergedTrack> merged(const TrackLabels &a, const TrackLabels &b, const Scene &scene)
{
    if (a.track.id == b.track.id)
        return refused(tr("Both are the same track already."));
    if (a.track.layer != b.track.layer)
        return refused(tr("The tracks belong to two layers."));
    if (a.track.labelClass != b.track.labelClass)
        return refused(tr("The tracks have two classes. Give both the same one first."));
    const TrackPath pathA(a.track, a.labels, scene);
    const TrackPath pathB(b.track, b.labels, scene);
    std::vector<std::int64_t> common;
    for (std::int64_t at = 0; at < std::int64_t(scene.frames.size()); ++at)
        if (pathA.shows(at) && pathB.shows(at))
            common.push_back(at);
    if (!common.empty())
        return refused(tr("Both tracks show a box in %1 of the frames: %2. Delete or hide one of the two there first.")
                           .arg(common.size())
                           .arg(namesOf(common)));
    const bool aFirst = pathB.isEmpty() || (!pathA.isEmpty() && pathA.first() <= pathB.first());
    const TrackLabels &first = aFirst ? a : b;
    const TrackLabels &second = aFirst ? b : a;
    MergedTrack result{first, second.track.id, {}};
    Track &track = result.whole.track;
    track.gaps = withoutShown(first.track.gaps, aFirst ? pathB : pathA, scene);
    const auto more = withoutShown(second.track.gaps, aFirst ? pathA : pathB, scene);
    track.gaps.insert(track.gaps.end(), more.begin(), more.end());
    track.gaps = normalised(std::move(track.gaps), scene);
    for (const auto &[key, value] : second.track.attributes) {
        AttributeValue &own = track.attributes[key];
        if (std::holds_alternative<std::monostate>(own))
            own = value;
        else if (!(own == value) && !std::holds_alternative<std::monostate>(value))
            result.overruled.append(key);
    }
    if (track.extra.is_null())
        track.extra = second.track.extra;
    else if (track.extra.is_object() && second.track.extra.is_object())
        for (const auto &[key, value] : second.track.extra.items())
            if (!track.extra.contains(key))
                track.extra[key] = value;
    for (const Annotation &label : second.labels) {
        result.whole.labels.push_back(label);
        result.whole.labels.back().track = track.id;
    }
    return result;
}

Result<Track> gapToggled(const TrackLabels &whole, std::int64_t frame, const Scene &scene)
{
    const TrackPath path(whole.track, whole.labels, scene);
    if (frame < 0 || std::size_t(frame) >= scene.frames.size())
        return refused(tr("There is no such frame."));
    const auto time = [&](std::int64_t at) { return scene.frames[std::size_t(at)].microseconds; };
    if (scene.frames.size() > 1 && time(0) == time(std::int64_t(scene.frames.size()) - 1))
        return refused(tr("The frames of this scene have no times, so a gap cannot be told apart from the rest."));
    const auto isKey = [&](std::int64_t at) { return path.frames()[std::size_t(at)].kind == TrackFrame::Kind::Key; };
    Track track = whole.track;
    const auto over = [&](std::int64_t at) {
        return std::find_if(whole.track.gaps.begin(), whole.track.gaps.end(),
                            [&](const Gap &gap) { return gap.fromPts <= time(at) && time(at) <= gap.toPts; });
    };
    const std::int64_t from = isKey(frame) ? frame + 1 : frame;
    const bool exists = from < std::int64_t(scene.frames.size());
    if (const auto gap = exists ? over(from) : whole.track.gaps.end(); gap != whole.track.gaps.end()) {
        track.gaps = without(track.gaps, time(from), gap->toPts, scene);
        return track;
    }
    if (path.isEmpty() || !exists || from <= path.first() || from >= path.last() || isKey(from))
        return refused(tr("No box is interpolated here, so there is nothing to hide. A gap lies between two key frames."));
    std::int64_t to = from;
    while (!isKey(to + 1))
        ++to;
    track.gaps.push_back({time(from), time(to)});
    track.gaps = normalised(std::move(track.gaps), scene);
    return track;
}

std::vector<std::int64_t> hiddenFrames(const TrackPath &path)
{
    std::vector<std::int64_t> hidden;
    for (std::size_t at = 0; at < path.frames().size(); ++at)
        if (path.frames()[at].kind == TrackFrame::Kind::Gap)
            hidden.push_back(std::int64_t(at));
    return hidden;
}

}  // namespace plumbline::model
