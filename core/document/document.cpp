// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/document.h"

#include "core/base/logging.h"
#include "core/document/rescuefile.h"
#include "core/model/calibration.h"
#include "core/model/codec.h"

#include <QCoreApplication>
#include <QFile>
#include <QFutureWatcher>

#include <spdlog/logger.h>

#include <algorithm>

namespace plumbline::document {

namespace {

constexpr int retryMilliseconds = 3000;

}  // namespace

Document::Document(std::shared_ptr<store::Project> project, store::Person person, QString workingLayer)
    : m_project(std::move(project)), m_person(std::move(person)), m_workingLayer(std::move(workingLayer))
{
    m_retryTimer.setInterval(retryMilliseconds);
    connect(&m_retryTimer, &QTimer::timeout, this, [this] { retry(); });
}

Document::~Document()
{
    flush();
}

Result<std::unique_ptr<Document>> Document::open(std::shared_ptr<store::Project> project, store::Person person,
                                                 QString workingLayer)
{
    std::unique_ptr<Document> document(new Document(std::move(project), std::move(person), std::move(workingLayer)));
    if (const auto started = document->start(); !started)
        return fail(started.error());
    return document;
}

Result<> Document::start()
{
    auto reader = m_project->store().reader();
    if (!reader)
        return fail(reader.error());
    m_reader = std::move(*reader);
    recover();
    auto schema = m_reader->schema();
    if (!schema)
        return fail(schema.error());
    m_schema = std::move(*schema);
    if (!m_schema.classes.empty())
        m_currentClass = m_schema.classes.front().id;
    auto labels = m_reader->undoLabels(m_person.name);
    if (!labels)
        return fail(labels.error());
    m_undoLabels = std::move(*labels);
    return {};
}

// Edits that a full disk or a lost folder kept from being saved in an earlier run.
void Document::recover()
{
    if (m_project->store().readOnly())
        return;
    for (const QString &path : rescueFiles(m_project->id(), m_person.name)) {
        const auto gestures = readRescueFile(path);
        if (!gestures) {
            m_rescueIssue = gestures.error().text;
            continue;
        }
        int refused = 0;
        for (const history::Gesture &gesture : *gestures)
            refused += !store::wait(m_project->store().commit(gesture, m_person.name));
        if (refused > 0)
            m_rescueIssue = tr("%n rescued edit(s) no longer fit and are kept in %1.", nullptr, refused).arg(path);
        else
            QFile::remove(path);
    }
}

Result<> Document::loadItem(ItemId id)
{
    m_item.reset();
    m_locked = false;
    m_scene.reset();
    m_tracks.clear();
    m_annotations.clear();
    m_places.clear();
    if (id.isNull())
        return {};
    auto item = m_reader->item(id);
    if (!item)
        return fail(item.error());
    auto list = m_reader->annotations({id, {}});
    if (!list)
        return fail(list.error());
    std::erase_if(*list, [this](const model::Annotation &a) { return !showsLayer(a.layer) || isReviewedCopy(a.layer, a.extra); });
    if (*item && (*item)->kind == model::ItemKind::Scene) {
        auto scene = m_reader->scene(id);
        if (!scene)
            return fail(scene.error());
        m_scene = std::move(*scene);
    }
    if (*item && (*item)->frames > 1) {
        auto tracks = m_reader->tracks({id, {}});
        if (!tracks)
            return fail(tracks.error());
        std::erase_if(*tracks, [this](const model::Track &track) {
            return !showsLayer(track.layer) || isReviewedCopy(track.layer, track.extra);
        });
        m_tracks = std::move(*tracks);
    }
    const auto tasks = m_reader->tasks(id);
    if (!tasks)
        return fail(tasks.error());
    m_locked = std::any_of(tasks->begin(), tasks->end(), [this](const model::Task &task) {
        return task.stage == model::Stage::Annotate && task.assignee == m_person.name && model::isLocked(task.state);
    });
    m_item = std::move(*item);
    m_annotations = std::move(*list);
    return {};
}

// What a review took over from somebody's layer would lie twice over the person's own labels, and show everybody else a
// colleague's.
bool Document::isReviewedCopy(const QString &layer, const Json &extra) const
{
    return layer == model::acceptedLayer() && layer != m_workingLayer && extra.is_object() && extra.contains(model::reviewKey);
}

// Other people's layers stay out of sight: nobody labels under the influence of a colleague.
bool Document::showsLayer(const QString &layer) const
{
    return layer == m_workingLayer || layer == model::acceptedLayer() || model::isModelLayer(layer);
}

void Document::show(ItemId id)
{
    // What was just drawn must be in the store before it is read again.
    flush();
    if (const auto loaded = loadItem(id); !loaded)
        base::log().error("item {}: {}", id.toString().toStdString(), loaded.error().detail.toStdString());
    // Edits that wait for a full disk are part of what the user has done.
    for (const Pending &pending : m_pending)
        applyLocally(pending.gesture);
    m_selection.clear();
    resetFrame();
    send(ItemShown{m_item ? m_item->id : ItemId{}});
    send(SelectionChanged{});
}

void Document::reload()
{
    if (auto schema = m_reader->schema(); schema && !(*schema == m_schema)) {
        m_schema = std::move(*schema);
        if (!m_schema.find(m_currentClass))
            m_currentClass = m_schema.classes.empty() ? ClassId{} : m_schema.classes.front().id;
        send(SchemaChanged{});
        send(CurrentClassChanged{});
    }
    if (m_item) {
        QSet<AnnotationId> ids;
        for (const model::Annotation &a : m_annotations)
            ids.insert(a.id);
        const ItemId shown = m_item->id;
        flush();
        const auto scene = std::move(m_scene);
        if (const auto loaded = loadItem(shown); !loaded)
            base::log().error("item {}: {}", shown.toString().toStdString(), loaded.error().detail.toStdString());
        for (const Pending &pending : m_pending)
            applyLocally(pending.gesture);
        for (const model::Annotation &a : m_annotations)
            ids.insert(a.id);
        QSet<TrackId> tracks;
        for (const model::Track &track : m_tracks)
            tracks.insert(track.id);
        if (!(scene == m_scene))
            send(FrameShown{frame()});
        const qsizetype selected = m_selection.size();
        m_selection.removeIf([this](const AnnotationId &id) { return annotation(id) == nullptr; });
        send(TracksChanged{shown, tracks});
        send(AnnotationsChanged{shown, ids});
        if (m_selection.size() != selected)
            send(SelectionChanged{});
    }
    send(HistoryChanged{});
    send(QueueChanged{});
}

std::optional<std::size_t> Document::placeOf(AnnotationId id) const
{
    if (m_places.isEmpty()) {
        m_places.reserve(static_cast<qsizetype>(m_annotations.size()));
        for (std::size_t i = 0; i < m_annotations.size(); ++i)
            m_places.insert(m_annotations[i].id, i);
    }
    const auto it = m_places.constFind(id);
    return it == m_places.constEnd() ? std::nullopt : std::optional(*it);
}

const model::Annotation *Document::annotation(AnnotationId id) const
{
    const auto place = placeOf(id);
    return place ? &m_annotations[*place] : nullptr;
}

bool Document::editable(const model::Annotation &annotation) const
{
    // A prediction is not edited but accepted, corrected or rejected; only its verdict changes.
    return !m_project->store().readOnly() && !m_locked && annotation.layer == m_workingLayer;
}

bool Document::canCreate(QString *why) const
{
    QString reason;
    if (m_project->store().readOnly())
        reason = m_project->store().whyReadOnly();
    else if (!m_item)
        reason = tr("No item is open.");
    else if (m_locked)
        reason = tr("This is being reviewed or has been accepted; a reviewer or lead can reopen it.");
    if (why)
        *why = reason;
    return reason.isEmpty();
}

model::Annotation Document::newAnnotation(const geometry::Geometry &geometry)
{
    model::Annotation a;
    a.id = m_project->store().ids().make<AnnotationId>();
    a.item = m_item ? m_item->id : ItemId{};
    a.layer = m_workingLayer;
    a.labelClass = m_currentClass;
    a.frame = frameRef(frame());
    a.geometry = geometry;
    a.origin.by = m_person.name;
    a.origin.authenticated = m_person.authenticated;
    a.createdMicroseconds = m_project->store().clock().nowMicroseconds();
    if (m_scene)
        model::setCalibration(a, m_scene->calibrationVersion);
    return a;
}

history::GestureBuilder Document::gesture(const QString &label)
{
    return {m_project->store().ids().make<GestureId>(), label};
}

TrackId Document::newTrackId()
{
    return m_project->store().ids().make<TrackId>();
}

void Document::applyTrack(const history::Change &change, QSet<TrackId> &touched)
{
    const TrackId id{change.entity};
    const auto known = std::find_if(m_tracks.begin(), m_tracks.end(), [id](const model::Track &track) { return track.id == id; });
    if (change.kind == history::ChangeKind::Delete) {
        if (known == m_tracks.end())
            return;
        m_tracks.erase(known);
    } else {
        auto track = model::decodeTrack(change.after);
        if (!track || !m_item || track->item != m_item->id)
            return;
        if (known == m_tracks.end())
            m_tracks.push_back(std::move(*track));
        else
            *known = std::move(*track);
    }
    touched.insert(id);
}

Document::Touched Document::applyLocally(const history::Gesture &gesture)
{
    Touched result;
    QSet<AnnotationId> &touched = result.annotations;
    // They leave together: one by one, thousands would take the square of the time.
    QSet<AnnotationId> gone;
    const auto sweep = [&] {
        if (gone.isEmpty())
            return;
        std::erase_if(m_annotations, [&](const model::Annotation &a) { return gone.contains(a.id); });
        m_places.clear();
        m_selection.subtract(gone);
        gone.clear();
    };
    for (const history::Change &change : gesture.changes) {
        if (change.type == history::EntityType::Schema)
            applySchema(change.after);
        if (change.type == history::EntityType::Track)
            applyTrack(change, result.tracks);
        if (change.type == history::EntityType::Scene)
            result.scene = applyScene(change.after) || result.scene;
        if (change.type != history::EntityType::Annotation)
            continue;
        const AnnotationId id{change.entity};
        if (gone.contains(id))
            sweep();
        const auto place = placeOf(id);
        model::Annotation *known = place ? &m_annotations[*place] : nullptr;
        switch (change.kind) {
        case history::ChangeKind::Create:
            if (auto a = model::decodeAnnotation(change.after); a && m_item && a->item == m_item->id && !known) {
                a->revision = 1;
                m_places.insert(id, m_annotations.size());
                m_annotations.push_back(std::move(*a));
                touched.insert(id);
            }
            break;
        case history::ChangeKind::Delete:
            if (known) {
                gone.insert(id);
                touched.insert(id);
            }
            break;
        default:
            if (known && model::applyGroup(*known, change.group, change.after)) {
                ++known->revision;
                touched.insert(id);
            }
        }
    }
    sweep();
    return result;
}

bool Document::applyScene(QByteArrayView encoded)
{
    auto scene = model::decodeScene(encoded);
    if (!scene || !m_item || scene->item != m_item->id)
        return false;
    m_scene = std::move(*scene);
    return true;
}

void Document::applySchema(QByteArrayView encoded)
{
    auto schema = history::decodeSchema(encoded);
    if (!schema)
        return;
    m_schema = std::move(*schema);
    send(SchemaChanged{});
}

void Document::push(history::Gesture gesture)
{
    if (gesture.empty() || m_project->store().readOnly())
        return;
    const QSet<AnnotationId> selected = m_selection;
    const Touched touched = applyLocally(gesture);
    Pending pending{std::move(gesture), {}};
    // While one edit cannot be saved, those after it wait behind it: their order is part of what they mean.
    if (!m_failure)
        pending.answer = m_project->store().commit(pending.gesture, m_person.name);
    const Answer answer = pending.answer;
    m_pending.push_back(std::move(pending));
    if (m_failure)
        saveFailed(*m_failure);
    else
        watch(answer, [this] { takeAnswers(); });
    if (touched.scene)
        send(FrameShown{frame()});
    if (!touched.tracks.isEmpty() && m_item)
        send(TracksChanged{m_item->id, touched.tracks});
    if (!touched.annotations.isEmpty() && m_item)
        send(AnnotationsChanged{m_item->id, touched.annotations});
    if (selected != m_selection)
        send(SelectionChanged{});
    send(SaveStateChanged{});
}

void Document::watch(const Answer &answer, const std::function<void()> &then)
{
    auto *watcher = new QFutureWatcher<Result<store::Ack>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [watcher, then] {
        watcher->deleteLater();
        then();
    });
    watcher->setFuture(answer);
}

void Document::takeAnswers()
{
    bool refreshed = false;
    while (!m_pending.empty() && m_pending.front().answer.isValid() && m_pending.front().answer.isFinished()) {
        const Result<store::Ack> ack = m_pending.front().answer.result();
        if (!ack && ack.error().code != ErrorCode::Conflict) {
            saveFailed(ack.error());
            return;
        }
        m_pending.pop_front();
        refreshed = true;
        if (ack) {
            saved(*ack);
        } else {
            emit editRefused(ack.error().text);
            reload();
        }
    }
    if (refreshed)
        send(SaveStateChanged{});
}

void Document::saveFailed(const Error &error)
{
    m_failure = error;
    std::vector<history::Gesture> waiting;
    for (Pending &pending : m_pending) {
        if (pending.answer.isValid())
            pending.answer.waitForFinished();
        if (!pending.answer.isValid() || !pending.answer.result())
            waiting.push_back(pending.gesture);
        pending.answer = {};
    }
    // Edits behind the failed one may have gone through (they were on their way): they are durable already.
    std::deque<Pending> kept;
    for (const history::Gesture &gesture : waiting)
        kept.push_back({gesture, {}});
    m_pending = std::move(kept);
    if (const auto written = writeRescueFile(m_project->id(), m_person.name, waiting))
        m_rescueFile = *written;
    else
        base::log().error("rescue file: {}", written.error().text.toStdString());
    base::log().error("save failed: {}", error.detail.toStdString());
    m_retryTimer.start();
    send(SaveStateChanged{});
}

void Document::retry()
{
    while (!m_pending.empty()) {
        const auto ack = store::wait(m_project->store().commit(m_pending.front().gesture, m_person.name));
        if (ack)
            saved(*ack);
        if (!ack && ack.error().code != ErrorCode::Conflict) {
            m_failure = ack.error();
            return;
        }
        if (!ack)
            emit editRefused(ack.error().text);
        m_pending.pop_front();
    }
    m_retryTimer.stop();
    m_failure.reset();
    QFile::remove(m_rescueFile);
    m_rescueFile.clear();
    reload();
    send(SaveStateChanged{});
}

void Document::undo()
{
    walkHistory(&store::Store::undo);
}

void Document::redo()
{
    walkHistory(&store::Store::redo);
}

void Document::walkHistory(Answer (store::Store::*step)(const QString &))
{
    if (m_failure || m_project->store().readOnly())
        return;
    ++m_historySteps;
    const Answer answer = (m_project->store().*step)(m_person.name);
    watch(answer, [this, answer] {
        --m_historySteps;
        historyAnswered(answer.result());
    });
    send(SaveStateChanged{});
}

void Document::historyAnswered(const Result<store::Ack> &ack)
{
    if (!ack) {
        if (ack.error().code != ErrorCode::NotFound)
            emit editRefused(ack.error().text);
        send(SaveStateChanged{});
        return;
    }
    saved(*ack);
    // The edit may lie on another item: go where it happened, as people expect of undo.
    ItemId where = m_item ? m_item->id : ItemId{};
    std::optional<std::int64_t> when;
    // A gesture over a whole project happened everywhere: the shown item is as good as another.
    constexpr std::size_t fewLabels = 1000;
    for (const Uuid &id : ack->annotations.size() <= fewLabels ? ack->annotations : std::vector<Uuid>())
        if (const auto changedAnnotation = m_reader->annotation(AnnotationId{id}); changedAnnotation && *changedAnnotation) {
            where = (*changedAnnotation)->item;
            if ((*changedAnnotation)->frame)
                when = (*changedAnnotation)->frame->index;
        }
    if (m_item && where != m_item->id)
        show(where);
    else
        reload();
    if (when)
        setFrame(*when);
    send(SaveStateChanged{});
}

void Document::saved(const store::Ack &ack)
{
    m_lastSaved = m_project->store().clock().nowMicroseconds();
    m_undoLabels = {ack.undoLabel, ack.redoLabel};
    send(HistoryChanged{});
}

SaveState Document::saveState() const
{
    if (m_failure)
        return SaveState::Failed;
    if (!m_pending.empty() || m_historySteps > 0)
        return SaveState::Saving;
    return m_project->store().readOnly() ? SaveState::ReadOnly : SaveState::Saved;
}

QString Document::saveStateText() const
{
    switch (saveState()) {
    case SaveState::Saved: return tr("All changes saved");
    case SaveState::Saving: return tr("Saving…");
    case SaveState::ReadOnly: return m_project->store().whyReadOnly();
    case SaveState::Failed:
        return m_rescueFile.isEmpty()
                   ? tr("Not saved: %1 Your edits are kept in memory; saving is tried again every few seconds.")
                         .arg(m_failure->text)
                   : tr("Not saved: %1 Your edits are kept in %2; saving is tried again every few seconds.")
                         .arg(m_failure->text, m_rescueFile);
    }
    return {};
}

void Document::setCurrentClass(ClassId id)
{
    if (id == m_currentClass)
        return;
    m_currentClass = id;
    send(CurrentClassChanged{});
}

void Document::select(const QSet<AnnotationId> &ids)
{
    if (ids == m_selection)
        return;
    m_selection = ids;
    send(SelectionChanged{});
}

bool Document::flush()
{
    if (m_failure)
        return false;
    for (Pending &pending : m_pending)
        pending.answer.waitForFinished();
    takeAnswers();
    return !m_failure;
}

}  // namespace plumbline::document
