// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/trackcommands.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace plumbline::sceneview {

namespace {

const model::Track *recordOf(const document::Editing &editing, TrackId id)
{
    const auto &tracks = editing.tracks();
    const auto at = std::find_if(tracks.begin(), tracks.end(), [id](const model::Track &track) { return track.id == id; });
    return id.isNull() || at == tracks.end() ? nullptr : &*at;
}

bool isIn(const model::Annotation &label, std::int64_t frame)
{
    return label.frame && label.frame->index == frame;
}

const model::Annotation *keyIn(const model::TrackLabels &whole, std::int64_t frame)
{
    const auto at = std::find_if(whole.labels.begin(), whole.labels.end(), [&](const model::Annotation &label) {
        return isIn(label, frame) && std::holds_alternative<geometry::Cuboid>(label.geometry);
    });
    return at == whole.labels.end() ? nullptr : &*at;
}

}  // namespace

geometry::Vector3 sensorOf(const model::Scene &scene, std::int64_t frame)
{
    const std::int32_t lidar = model::firstSensor(scene, model::SensorKind::Lidar);
    if (lidar < 0 || frame < 0 || frame >= std::int64_t(scene.frames.size()))
        return {};
    const model::SceneFrame &shown = scene.frames[std::size_t(frame)];
    const model::SensorFile *file = model::fileOf(shown, lidar);
    return file ? geometry::inverted(model::sensorFromLabel(scene, shown, *file)).translation : geometry::Vector3{};
}

std::optional<model::TrackLabels> trackOf(const document::Editing &editing, TrackId id)
{
    const model::Track *track = recordOf(editing, id);
    if (!track)
        return std::nullopt;
    model::TrackLabels whole{*track, {}};
    for (const model::Annotation &label : editing.annotations())
        if (label.track == id && !(model::isModelLayer(label.layer) && label.verdict != model::Verdict::None))
            whole.labels.push_back(label);
    return whole;
}

geometry::Cuboid fittedSize(const model::TrackLabels &whole, const geometry::Cuboid &before, const geometry::Cuboid &fitted,
                            const geometry::Vector3 &sensor)
{
    return model::isSizeLocked(whole.track) && whole.labels.size() > 1 ? model::resized(fitted, before.size, sensor) : fitted;
}

TrackCommands::TrackCommands(document::Editing &editing, SceneEdits::Hint hint) : m_editing(editing), m_hint(std::move(hint)) {}

QString TrackCommands::className(ClassId id) const
{
    const model::LabelClass *labelClass = m_editing.schema().find(id);
    return labelClass ? labelClass->name : tr("label");
}

std::optional<model::TrackLabels> TrackCommands::changeable(TrackId id) const
{
    auto whole = trackOf(m_editing, id);
    if (!whole || !m_editing.scene()) {
        m_hint(tr("Select a box of a track first."));
        return std::nullopt;
    }
    if (model::isModelLayer(whole->track.layer)) {
        m_hint(tr("This track is a prediction. Accept it as a whole, then change it."));
        return std::nullopt;
    }
    if (QString why; !m_editing.canCreate(&why)) {
        m_hint(why);
        return std::nullopt;
    }
    if (std::any_of(whole->labels.begin(), whole->labels.end(),
                    [this](const model::Annotation &label) { return !m_editing.editable(label); })) {
        m_hint(tr("This track belongs to another layer and cannot be changed here."));
        return std::nullopt;
    }
    return whole;
}

model::Annotation TrackCommands::newKeyFrame(const model::TrackLabels &whole, std::int64_t frame,
                                             const geometry::Cuboid &cuboid) const
{
    model::Annotation made = m_editing.newAnnotation(cuboid);
    made.layer = whole.track.layer;
    made.labelClass = whole.track.labelClass;
    made.frame = m_editing.frameRef(frame);
    made.track = whole.track.id;
    const model::Annotation *like = nullptr;
    const auto better = [&](const model::Annotation &a, const model::Annotation &b) {
        // The one before, or else the nearest after.
        const std::int64_t ia = a.frame->index;
        const std::int64_t ib = b.frame->index;
        return (ia < frame) != (ib < frame) ? ia < frame : std::abs(ia - frame) < std::abs(ib - frame);
    };
    for (const model::Annotation &label : whole.labels)
        if (label.frame && (!like || better(label, *like)))
            like = &label;
    if (like) {
        made.labelClass = like->labelClass;
        made.role = like->role;
        made.attributes = like->attributes;
        made.group = like->group;
    }
    return made;
}

int TrackCommands::addSizes(const document::Editing &editing, history::GestureBuilder &builder, TrackId id,
                            const std::array<double, 3> &size, const QSet<AnnotationId> &without)
{
    const model::Track *track = recordOf(editing, id);
    const model::Scene *scene = editing.scene();
    if (!track || !scene || !model::isSizeLocked(*track))
        return 0;
    int count = 0;
    for (const model::Annotation &label : editing.annotations()) {
        const auto *cuboid = std::get_if<geometry::Cuboid>(&label.geometry);
        if (label.track != track->id || without.contains(label.id) || !cuboid || cuboid->size == size || !editing.editable(label))
            continue;
        model::Annotation after = label;
        after.geometry = model::resized(*cuboid, size, label.frame ? sensorOf(*scene, label.frame->index) : geometry::Vector3{});
        builder.update(label, after);
        ++count;
    }
    return count;
}

AnnotationId TrackCommands::place(TrackId track, std::int64_t frame, const geometry::Cuboid &cuboid, Verb verb)
{
    const auto whole = changeable(track);
    if (!whole || frame < 0 || frame >= std::int64_t(m_editing.scene()->frames.size()))
        return {};
    const model::TrackPath path(whole->track, whole->labels, *m_editing.scene());
    const auto &was = path.frames()[std::size_t(frame)].cuboid;
    const model::Annotation *key = keyIn(*whole, frame);
    if (key && key->geometry == geometry::Geometry(cuboid))
        return {};
    const QString name = className(whole->track.labelClass);
    history::GestureBuilder builder = m_editing.gesture(!key                   ? tr("Key frame of %1").arg(name)
                                                        : verb == Verb::Move   ? tr("Move %1").arg(name)
                                                        : verb == Verb::Turn   ? tr("Turn %1").arg(name)
                                                        : verb == Verb::Resize ? tr("Resize %1").arg(name)
                                                                               : tr("Fit %1 to its points").arg(name));
    model::Annotation after = key ? *key : newKeyFrame(*whole, frame, cuboid);
    after.geometry = cuboid;
    if (key)
        builder.update(*key, after);
    else
        builder.create(after);
    // Key frames that differ stay as they are until somebody sets a size.
    int others = 0;
    if (was && was->size != cuboid.size)
        others = addSizes(m_editing, builder, after.track, cuboid.size, {after.id});
    m_editing.push(builder.take());
    if (others > 0)
        m_hint(tr("%n other key frame(s) got the same size.", nullptr, others));
    return after.id;
}

AnnotationId TrackCommands::keyFrame(TrackId track, std::int64_t frame)
{
    const auto whole = changeable(track);
    if (!whole || frame < 0 || frame >= std::int64_t(m_editing.scene()->frames.size()))
        return {};
    if (keyIn(*whole, frame)) {
        m_hint(tr("This is a key frame already."));
        return {};
    }
    const model::TrackPath path(whole->track, whole->labels, *m_editing.scene());
    const auto &cuboid = path.frames()[std::size_t(frame)].cuboid;
    return cuboid ? place(track, frame, *cuboid, Verb::Move) : AnnotationId();
}

void TrackCommands::removeKeyFrame(TrackId track, std::int64_t frame)
{
    const auto whole = changeable(track);
    if (!whole)
        return;
    const model::Annotation *key = keyIn(*whole, frame);
    if (!key) {
        m_hint(tr("There is no key frame here. What is interpolated can be hidden by a gap."));
        return;
    }
    m_editing.push(m_editing.gesture(tr("Delete a key frame of %1").arg(className(key->labelClass))).remove(*key).take());
}

void TrackCommands::toggleGap(TrackId track, std::int64_t frame)
{
    const auto whole = changeable(track);
    if (!whole)
        return;
    const auto after = model::gapToggled(*whole, frame, *m_editing.scene());
    if (!after) {
        m_hint(after.error().text);
        return;
    }
    const auto hidden = [&](const model::Track &value) {
        return model::hiddenFrames(model::TrackPath(value, whole->labels, *m_editing.scene())).size();
    };
    const auto before = hidden(whole->track);
    const auto now = hidden(*after);
    const QString name = className(whole->track.labelClass);
    m_editing.push(m_editing.gesture(now > before ? tr("Hide %1 for a while").arg(name) : tr("Show %1 again").arg(name))
                       .put(&whole->track, *after)
                       .take());
    m_hint(now > before ? tr("Not visible from here up to the next key frame (%n frame(s)).", nullptr, int(now - before))
                        : tr("Visible again from here (%n frame(s)).", nullptr, int(before - now)));
}

void TrackCommands::toggleSizeLock(TrackId track)
{
    const auto whole = changeable(track);
    if (!whole)
        return;
    model::Track after = whole->track;
    const bool locked = !model::isSizeLocked(after);
    model::setSizeLocked(after, locked);
    const QString name = className(after.labelClass);
    m_editing.push(m_editing.gesture(locked ? tr("One size for %1").arg(name) : tr("Sizes of %1 by key frame").arg(name))
                       .put(&whole->track, after)
                       .take());
    m_hint(locked ? tr("Its key frames have one size: a change in one changes all.")
                  : tr("Each of its key frames has a size of its own."));
}

void TrackCommands::split(TrackId track, std::int64_t frame)
{
    auto whole = changeable(track);
    if (!whole)
        return;
    const model::TrackPath path(whole->track, whole->labels, *m_editing.scene());
    std::vector<model::Annotation> made;
    for (const std::int64_t at : {frame - 1, frame})
        if (path.shows(at) && path.frames()[std::size_t(at)].kind == model::TrackFrame::Kind::Between)
            made.push_back(newKeyFrame(*whole, at, *path.frames()[std::size_t(at)].cuboid));
    const std::size_t stored = whole->labels.size();
    whole->labels.insert(whole->labels.end(), made.begin(), made.end());
    const auto parts = model::split(*whole, frame, m_editing.newTrackId(), *m_editing.scene());
    if (!parts) {
        m_hint(parts.error().text);
        return;
    }
    history::GestureBuilder builder =
        m_editing.gesture(tr("Split the track of %1 at frame %2").arg(className(whole->track.labelClass)).arg(frame + 1));
    builder.put(&whole->track, parts->before.track).put(static_cast<const model::Track *>(nullptr), parts->after.track);
    QSet<AnnotationId> selection;
    for (const model::TrackLabels *part : {&parts->before, &parts->after})
        for (const model::Annotation &label : part->labels) {
            const auto before = std::find_if(whole->labels.begin(), whole->labels.begin() + std::ptrdiff_t(stored),
                                             [&](const model::Annotation &other) { return other.id == label.id; });
            if (before != whole->labels.begin() + std::ptrdiff_t(stored))
                builder.update(*before, label);
            else
                builder.create(label);
            if (part == &parts->after && (selection.isEmpty() || isIn(label, frame)))
                selection = {label.id};
        }
    const auto first = parts->before.labels.size();
    const auto second = parts->after.labels.size();
    m_editing.push(builder.take());
    m_editing.select(selection);
    m_hint(tr("Two tracks now: %1 key frames before this frame, %2 from it on.").arg(first).arg(second));
}

std::vector<const model::Annotation *> TrackCommands::selected() const
{
    std::vector<const model::Annotation *> list;
    for (const model::Annotation &label : m_editing.annotations())
        if (m_editing.selection().contains(label.id) && m_editing.editable(label) && label.frame
            && std::holds_alternative<geometry::Cuboid>(label.geometry))
            list.push_back(&label);
    return list;
}

void TrackCommands::mergeSelected()
{
    std::set<TrackId> tracks;
    std::vector<const model::Annotation *> loose;
    for (const model::Annotation *label : selected())
        if (label->track.isNull())
            loose.push_back(label);
        else
            tracks.insert(label->track);
    if (tracks.empty() || tracks.size() > 2 || (tracks.size() == 1 && loose.empty())) {
        m_hint(tr("Select a box of each of two tracks: one, then the other with Shift, in the same frame or in another."));
        return;
    }
    auto whole = changeable(*tracks.begin());
    if (!whole)
        return;
    const QString name = className(whole->track.labelClass);
    history::GestureBuilder builder = m_editing.gesture(tr("Merge the tracks of %1").arg(name));
    QStringList overruled;
    if (tracks.size() == 2) {
        const auto other = changeable(*tracks.rbegin());
        if (!other)
            return;
        auto both = model::merged(*whole, *other, *m_editing.scene());
        if (!both) {
            m_hint(both.error().text);
            return;
        }
        const auto &first = both->whole.track.id == whole->track.id ? whole->track : other->track;
        const auto &second = both->removed == other->track.id ? other->track : whole->track;
        builder.put(&first, both->whole.track);
        for (const model::Annotation &label : both->whole.labels)
            if (const model::Annotation *stored = m_editing.annotation(label.id))
                builder.update(*stored, label);
        builder.remove(second);
        overruled = both->overruled;
        whole = std::move(both->whole);
    }
    for (const model::Annotation *label : loose) {
        if (keyIn(*whole, label->frame->index)) {
            m_hint(tr("The track has a key frame in frame %1 already.").arg(label->frame->index + 1));
            return;
        }
        model::Annotation after = *label;
        after.track = whole->track.id;
        after.labelClass = whole->track.labelClass;
        builder.update(*label, after);
        whole->labels.push_back(after);
    }
    const auto keys = whole->labels.size();
    m_editing.push(builder.take());
    m_hint(overruled.isEmpty() ? tr("One track with %1 key frames.").arg(keys)
                               : tr("One track with %1 key frames. What the earlier one said stands: %2.")
                                     .arg(keys)
                                     .arg(overruled.join(QStringLiteral(", "))));
}

void TrackCommands::moveIntoOther()
{
    std::vector<const model::Annotation *> here;
    std::set<TrackId> there;
    for (const model::Annotation *label : selected())
        if (isIn(*label, m_editing.frame()))
            here.push_back(label);
        else if (!label->track.isNull())
            there.insert(label->track);
    if (here.size() != 1 || there.size() != 1 || here.front()->track == *there.begin()) {
        m_hint(tr("Select a box of the track in another frame, then, with Shift, the box of this frame that belongs to it."));
        return;
    }
    const auto whole = changeable(*there.begin());
    if (!whole)
        return;
    if (keyIn(*whole, m_editing.frame())) {
        m_hint(tr("The track has a key frame in frame %1 already.").arg(m_editing.frame() + 1));
        return;
    }
    model::Annotation after = *here.front();
    after.track = whole->track.id;
    after.labelClass = whole->track.labelClass;
    history::GestureBuilder builder = m_editing.gesture(tr("Put %1 into another track").arg(className(after.labelClass)));
    builder.update(*here.front(), after);
    // Nobody would find a track again that has no box left.
    if (const auto left = trackOf(m_editing, here.front()->track); left && left->labels.size() == 1)
        builder.remove(left->track);
    m_editing.push(builder.take());
    m_editing.select({after.id});
}

model::Track TrackCommands::trackFor(const model::Annotation &label) const
{
    model::Track track;
    track.id = m_editing.newTrackId();
    track.item = label.item;
    track.layer = label.layer;
    track.labelClass = label.labelClass;
    track.origin = label.origin;
    return track;
}

void TrackCommands::separate()
{
    std::vector<const model::Annotation *> here;
    for (const model::Annotation *label : selected())
        if (isIn(*label, m_editing.frame()))
            here.push_back(label);
    if (here.empty()) {
        m_hint(tr("Select a box of this frame first."));
        return;
    }
    if (QString why; !m_editing.canCreate(&why)) {
        m_hint(why);
        return;
    }
    history::GestureBuilder builder =
        m_editing.gesture(here.size() == 1 ? tr("Make %1 a track of its own").arg(className(here.front()->labelClass))
                                           : tr("Make %n box(es) tracks of their own", nullptr, int(here.size())));
    for (const model::Annotation *label : here) {
        const auto whole = trackOf(m_editing, label->track);
        if (whole && whole->labels.size() == 1)
            continue;
        model::Track own = trackFor(*label);
        if (whole) {
            own.attributes = whole->track.attributes;
            own.interpolation = whole->track.interpolation;
        }
        builder.put(static_cast<const model::Track *>(nullptr), own);
        model::Annotation after = *label;
        after.track = own.id;
        builder.update(*label, after);
    }
    if (builder.gesture().empty()) {
        m_hint(tr("It is the only box of its track already."));
        return;
    }
    m_editing.push(builder.take());
}

}  // namespace plumbline::sceneview
