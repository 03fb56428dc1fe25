// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "plugins/views/scene/sceneedits.h"

#include "core/document/accepting.h"
#include "plugins/views/scene/trackcommands.h"
#include "plugins/views/scene/tracks.h"

#include <QHash>

#include <algorithm>

namespace plumbline::sceneview {

SceneEdits::SceneEdits(document::Editing &editing, Hint hint) : m_editing(editing), m_hint(std::move(hint)) {}

QString SceneEdits::className(ClassId id) const
{
    const model::LabelClass *labelClass = m_editing.schema().find(id);
    return labelClass ? labelClass->name : tr("label");
}

QString SceneEdits::noun(const std::vector<const model::Annotation *> &annotations) const
{
    return annotations.size() == 1 ? className(annotations.front()->labelClass)
                                   : tr("%n label(s)", nullptr, int(annotations.size()));
}

QString SceneEdits::labelOf(Verb verb, const QString &what) const
{
    switch (verb) {
    case Verb::Move: return tr("Move %1").arg(what);
    case Verb::Resize: return tr("Resize %1").arg(what);
    case Verb::Turn: return tr("Turn %1").arg(what);
    case Verb::Fit: return tr("Fit %1 to its points").arg(what);
    }
    return {};
}

bool SceneEdits::isChangeable(const model::Annotation &annotation) const
{
    return m_editing.editable(annotation) || (isOpenPrediction(annotation) && m_editing.canCreate());
}

bool SceneEdits::canCreate() const
{
    QString why;
    if (!m_editing.canCreate(&why)) {
        m_hint(why);
        return false;
    }
    const model::LabelClass *labelClass = m_editing.schema().find(m_editing.currentClass());
    if (labelClass && !labelClass->geometries.isEmpty() && !labelClass->geometries.contains(QStringLiteral("cuboid"))) {
        m_hint(tr("“%1” is labelled with: %2. Choose another tool or another class.")
                   .arg(labelClass->name, labelClass->geometries.join(QStringLiteral(", "))));
        return false;
    }
    return true;
}

std::vector<const model::Annotation *> SceneEdits::selected() const
{
    std::vector<const model::Annotation *> list;
    for (const model::Annotation &annotation : m_editing.annotations())
        if (m_editing.selection().contains(annotation.id) && isOfFrame(annotation, m_editing.frame())
            && (!model::isModelLayer(annotation.layer) || isOpenPrediction(annotation)))
            list.push_back(&annotation);
    return list;
}

void SceneEdits::create(geometry::Cuboid cuboid)
{
    if (!canCreate())
        return;
    if (const model::Scene *scene = m_editing.scene())
        cuboid.coordinateFrame = scene->labelFrame;
    const model::Annotation annotation = m_editing.newAnnotation(cuboid);
    m_editing.push(m_editing.gesture(tr("Draw %1").arg(className(annotation.labelClass))).create(annotation).take());
    m_editing.select({annotation.id});
}

void SceneEdits::change(const std::vector<const model::Annotation *> &annotations, const QString &label, const Change &change)
{
    history::GestureBuilder builder = m_editing.gesture(label);
    QSet<AnnotationId> selection = m_editing.selection();
    int skipped = 0;
    int resized = 0;
    QSet<AnnotationId> changing;
    QSet<TrackId> sized;
    for (const model::Annotation *annotation : annotations)
        changing.insert(annotation->id);
    for (const model::Annotation *annotation : annotations) {
        if (!isChangeable(*annotation)) {
            ++skipped;
        } else if (isOpenPrediction(*annotation)) {
            model::Annotation copy = document::acceptedCopy(m_editing, *annotation);
            change(copy);
            model::Annotation judged = *annotation;
            judged.verdict = model::Verdict::Accepted;
            builder.create(copy).update(*annotation, judged);
            if (selection.remove(annotation->id))
                selection.insert(copy.id);
        } else {
            model::Annotation after = *annotation;
            change(after);
            builder.update(*annotation, after);
            const auto *was = std::get_if<geometry::Cuboid>(&annotation->geometry);
            const auto *is = std::get_if<geometry::Cuboid>(&after.geometry);
            if (was && is && was->size != is->size && !after.track.isNull() && !sized.contains(after.track)) {
                sized.insert(after.track);
                resized += TrackCommands::addSizes(m_editing, builder, after.track, is->size, changing);
            }
        }
    }
    if (skipped > 0)
        m_hint(tr("%n label(s) cannot be changed here.", nullptr, skipped));
    if (builder.gesture().empty())
        return;
    m_editing.push(builder.take());
    m_editing.select(selection);
    if (resized > 0)
        m_hint(tr("%n other key frame(s) got the same size.", nullptr, resized));
}

void SceneEdits::setCuboid(const SceneBox &box, const geometry::Cuboid &cuboid, Verb verb)
{
    if (!box.ghost) {
        const model::Annotation *annotation = m_editing.annotation(box.id);
        // Dragged there and back again: nothing happened.
        if (!annotation || annotation->geometry == geometry::Geometry(cuboid))
            return;
        change({annotation}, labelOf(verb, className(annotation->labelClass)),
               [&](model::Annotation &after) { after.geometry = cuboid; });
        return;
    }
    const AnnotationId keyframe = TrackCommands(m_editing, m_hint).place(box.track, m_editing.frame(), cuboid, verb);
    if (!keyframe.isNull())
        m_editing.select({keyframe});
}

void SceneEdits::changeSelected(const std::function<geometry::Cuboid(const geometry::Cuboid &)> &change, Verb verb)
{
    std::vector<const model::Annotation *> cuboids;
    for (const model::Annotation *annotation : selected())
        if (std::holds_alternative<geometry::Cuboid>(annotation->geometry))
            cuboids.push_back(annotation);
    if (cuboids.empty()) {
        m_hint(tr("Select a box first."));
        return;
    }
    this->change(cuboids, labelOf(verb, noun(cuboids)),
                 [&](model::Annotation &after) { after.geometry = change(std::get<geometry::Cuboid>(after.geometry)); });
}

void SceneEdits::removeSelected()
{
    const auto annotations = selected();
    history::GestureBuilder builder = m_editing.gesture(tr("Delete %1").arg(noun(annotations)));
    int skipped = 0;
    for (const model::Annotation *annotation : annotations) {
        if (!isChangeable(*annotation)) {
            ++skipped;
        } else if (isOpenPrediction(*annotation)) {
            model::Annotation judged = *annotation;
            judged.verdict = model::Verdict::Rejected;
            builder.update(*annotation, judged);
        } else {
            builder.remove(*annotation);
        }
    }
    if (skipped > 0)
        m_hint(tr("%n label(s) cannot be changed here.", nullptr, skipped));
    if (builder.gesture().empty())
        return;
    m_editing.push(builder.take());
    m_editing.select({});
}

void SceneEdits::judge(model::Verdict verdict, const QString &label)
{
    std::vector<const model::Annotation *> predictions;
    for (const model::Annotation *annotation : selected())
        if (isOpenPrediction(*annotation) && isChangeable(*annotation))
            predictions.push_back(annotation);
    if (predictions.empty()) {
        m_hint(tr("Select a prediction first."));
        return;
    }
    history::GestureBuilder builder = m_editing.gesture(label.arg(noun(predictions)));
    QSet<AnnotationId> selection;
    for (const model::Annotation *prediction : predictions) {
        if (verdict == model::Verdict::Accepted) {
            const model::Annotation copy = document::acceptedCopy(m_editing, *prediction);
            builder.create(copy);
            selection.insert(copy.id);
        }
        model::Annotation judged = *prediction;
        judged.verdict = verdict;
        builder.update(*prediction, judged);
    }
    m_editing.push(builder.take());
    m_editing.select(selection);
}

void SceneEdits::acceptSelected()
{
    judge(model::Verdict::Accepted, tr("Accept %1"));
}

void SceneEdits::rejectSelected()
{
    judge(model::Verdict::Rejected, tr("Reject %1"));
}

void SceneEdits::judgeTrack(model::Verdict verdict)
{
    QSet<TrackId> wanted;
    for (const model::Annotation *annotation : selected())
        if (isOpenPrediction(*annotation) && !annotation->track.isNull())
            wanted.insert(annotation->track);
    if (wanted.isEmpty()) {
        m_hint(tr("Select a prediction of a track first."));
        return;
    }
    QHash<TrackId, model::Track> own;
    std::vector<const model::Annotation *> predictions;
    for (const model::Annotation &annotation : m_editing.annotations())
        if (wanted.contains(annotation.track) && isOpenPrediction(annotation) && isChangeable(annotation))
            predictions.push_back(&annotation);
    const model::Annotation *some = predictions.empty() ? nullptr : predictions.front();
    if (!some)
        return;
    const bool accepts = verdict == model::Verdict::Accepted;
    const QString one = accepts ? tr("Accept the track of %1") : tr("Reject the track of %1");
    const QString several = accepts ? tr("Accept %1 tracks") : tr("Reject %1 tracks");
    history::GestureBuilder builder =
        m_editing.gesture(wanted.size() == 1 ? one.arg(className(some->labelClass)) : several.arg(wanted.size()));
    QSet<AnnotationId> selection;
    for (const model::Annotation *prediction : predictions) {
        if (accepts) {
            model::Annotation copy = document::acceptedCopy(m_editing, *prediction);
            model::Track &track = own[prediction->track];
            if (track.id.isNull()) {
                track.id = m_editing.newTrackId();
                track.item = copy.item;
                track.layer = copy.layer;
                track.labelClass = copy.labelClass;
                track.origin = copy.origin;
                builder.put(static_cast<const model::Track *>(nullptr), track);
            }
            copy.track = track.id;
            builder.create(copy);
            if (isOfFrame(copy, m_editing.frame()))
                selection.insert(copy.id);
        }
        model::Annotation judged = *prediction;
        judged.verdict = verdict;
        builder.update(*prediction, judged);
    }
    const std::size_t boxes = predictions.size();
    m_editing.push(builder.take());
    m_editing.select(selection);
    m_hint((accepts ? tr("Boxes accepted: %1.") : tr("Boxes rejected: %1.")).arg(boxes));
}

void SceneEdits::acceptTrack()
{
    judgeTrack(model::Verdict::Accepted);
}

void SceneEdits::rejectTrack()
{
    judgeTrack(model::Verdict::Rejected);
}

void SceneEdits::toggleUnsure()
{
    const auto annotations = selected();
    const bool on =
        std::any_of(annotations.begin(), annotations.end(), [](const auto *annotation) { return !annotation->unsure; });
    change(annotations, on ? tr("Mark %1 as unsure").arg(noun(annotations)) : tr("Mark %1 as sure").arg(noun(annotations)),
           [on](model::Annotation &after) { after.unsure = on; });
}

void SceneEdits::toggleIgnore()
{
    const auto annotations = selected();
    const bool on = std::any_of(annotations.begin(), annotations.end(),
                                [](const auto *annotation) { return annotation->role != model::Role::Ignore; });
    change(annotations, on ? tr("Ignore %1").arg(noun(annotations)) : tr("Count %1 again").arg(noun(annotations)),
           [on](model::Annotation &after) { after.role = on ? model::Role::Ignore : model::Role::Object; });
}

void SceneEdits::setClass(ClassId id)
{
    const auto annotations = selected();
    if (annotations.empty()) {
        m_editing.setCurrentClass(id);
        m_hint(tr("New labels are “%1”.").arg(className(id)));
        return;
    }
    // An annotation that is read alone must not contradict its track.
    std::vector<const model::Annotation *> all = annotations;
    QSet<TrackId> tracks;
    for (const model::Annotation *annotation : annotations)
        if (!annotation->track.isNull() && !isOpenPrediction(*annotation))
            tracks.insert(annotation->track);
    for (const model::Annotation &annotation : m_editing.annotations())
        if (tracks.contains(annotation.track) && m_editing.editable(annotation)
            && std::find(all.begin(), all.end(), &annotation) == all.end())
            all.push_back(&annotation);
    history::GestureBuilder builder = m_editing.gesture(tr("Change %1 to %2").arg(noun(annotations), className(id)));
    QSet<AnnotationId> selection = m_editing.selection();
    for (const model::Track &track : m_editing.tracks()) {
        if (!tracks.contains(track.id) || track.labelClass == id)
            continue;
        model::Track after = track;
        after.labelClass = id;
        builder.put(&track, after);
    }
    for (const model::Annotation *annotation : all) {
        if (!isChangeable(*annotation))
            continue;
        model::Annotation after = isOpenPrediction(*annotation) ? document::acceptedCopy(m_editing, *annotation) : *annotation;
        after.labelClass = id;
        if (after.id == annotation->id) {
            builder.update(*annotation, after);
            continue;
        }
        model::Annotation judged = *annotation;
        judged.verdict = model::Verdict::Accepted;
        builder.create(after).update(*annotation, judged);
        if (selection.remove(annotation->id))
            selection.insert(after.id);
    }
    if (builder.gesture().empty())
        return;
    m_editing.push(builder.take());
    m_editing.select(selection);
}

void SceneEdits::copySelected(int step)
{
    const model::Scene *scene = m_editing.scene();
    const std::int64_t from = m_editing.frame();
    const std::int64_t to = from + step;
    if (!scene || to < 0 || std::size_t(to) >= scene->frames.size()) {
        m_hint(step > 0 ? tr("This is the last frame.") : tr("This is the first frame."));
        return;
    }
    std::vector<const model::Annotation *> cuboids;
    for (const model::Annotation *annotation : selected())
        if (std::holds_alternative<geometry::Cuboid>(annotation->geometry) && annotation->frame && isChangeable(*annotation))
            cuboids.push_back(annotation);
    if (cuboids.empty()) {
        m_hint(tr("Select a box of this frame first."));
        return;
    }
    if (QString why; !m_editing.canCreate(&why)) {
        m_hint(why);
        return;
    }
    const geometry::Pose carried = model::labelFromLabel(*scene, std::size_t(to), std::size_t(from));
    carry(cuboids, to,
          step > 0 ? tr("Copy %1 to the next frame").arg(noun(cuboids)) : tr("Copy %1 to the frame before").arg(noun(cuboids)),
          [&](const model::Annotation &annotation) {
              const auto &cuboid = std::get<geometry::Cuboid>(annotation.geometry);
              return geometry::transformed(carried, cuboid, cuboid.coordinateFrame);
          });
}

void SceneEdits::keyHere()
{
    const std::int64_t to = m_editing.frame();
    std::vector<const model::Annotation *> cuboids;
    for (const model::Annotation &annotation : m_editing.annotations())
        if (m_editing.selection().contains(annotation.id) && std::holds_alternative<geometry::Cuboid>(annotation.geometry)
            && annotation.frame && isChangeable(annotation))
            cuboids.push_back(&annotation);
    if (!m_editing.scene() || cuboids.empty()) {
        m_hint(tr("Select a box, then go to the frame in which it shall get a key frame."));
        return;
    }
    std::erase_if(cuboids, [to](const model::Annotation *annotation) { return annotation->frame->index == to; });
    if (cuboids.empty()) {
        m_hint(tr("This is its key frame. Go to another frame first."));
        return;
    }
    if (QString why; !m_editing.canCreate(&why)) {
        m_hint(why);
        return;
    }
    carry(cuboids, to, tr("Key frame of %1").arg(noun(cuboids)),
          [this, to](const model::Annotation &annotation) { return continued(m_editing, annotation, to); });
}

void SceneEdits::carry(const std::vector<const model::Annotation *> &cuboids, std::int64_t to, const QString &label,
                       const Place &place)
{
    history::GestureBuilder builder = m_editing.gesture(label);
    QSet<AnnotationId> selection;
    for (const model::Annotation *annotation : cuboids) {
        model::Annotation own = isOpenPrediction(*annotation) ? document::acceptedCopy(m_editing, *annotation) : *annotation;
        if (!own.track.isNull()) {
            const auto there =
                std::find_if(m_editing.annotations().begin(), m_editing.annotations().end(), [&](const model::Annotation &other) {
                    return other.track == own.track && other.frame && other.frame->index == to
                           && !model::isModelLayer(other.layer);
                });
            if (there != m_editing.annotations().end()) {
                selection.insert(there->id);
                continue;
            }
        } else {
            model::Track track;
            track.id = m_editing.newTrackId();
            track.item = own.item;
            track.layer = own.layer;
            track.labelClass = own.labelClass;
            track.origin = own.origin;
            builder.put(static_cast<const model::Track *>(nullptr), track);
            own.track = track.id;
        }
        if (own.id != annotation->id) {
            model::Annotation judged = *annotation;
            judged.verdict = model::Verdict::Accepted;
            builder.create(own).update(*annotation, judged);
        } else {
            builder.update(*annotation, own);
        }
        model::Annotation copy = m_editing.newAnnotation(place(own));
        copy.layer = own.layer;
        copy.frame = m_editing.frameRef(to);
        copy.labelClass = own.labelClass;
        copy.role = own.role;
        copy.attributes = own.attributes;
        copy.group = own.group;
        copy.track = own.track;
        copy.origin.kind = model::OriginKind::Propagated;
        builder.create(copy);
        selection.insert(copy.id);
    }
    m_editing.push(builder.take());
    m_editing.setFrame(to);
    m_editing.select(selection);
}

}  // namespace plumbline::sceneview
