// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/scopes.h"

#include "core/history/gesture.h"
#include "core/review/reassigning.h"
#include "core/review/reviewing.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "core/workflow/handedin.h"
#include "core/workflow/roles.h"
#include "core/workflow/taskscope.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace plumbline::review {

using model::TaskState;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

bool isStitched(const Json &extra)
{
    if (!extra.is_object() || !extra.contains(model::reviewKey))
        return false;
    const Json &review = extra.at(model::reviewKey);
    return review.is_object() && review.contains("stitched") && review.at("stitched") == true;
}

/// Why a part cannot be put together with others yet; nothing when it can.
Result<> canStitch(const model::Task &task, const model::Scene *scene, bool dryRun)
{
    if (task.state == TaskState::Accepted || task.state == TaskState::Adjudicated || task.state == TaskState::Done)
        return {};
    if (dryRun && (task.state == TaskState::Submitted || task.state == TaskState::InReview))
        return {};
    const QString part = workflow::scopeText(task.scope, scene);
    return fail(ErrorCode::Conflict, dryRun ? tr("The part “%1” of %2 is not handed in yet.").arg(part, task.assignee)
                                            : tr("The part “%1” of %2 is not accepted yet.").arg(part, task.assignee));
}

struct Loaded {
    std::unique_ptr<store::Reader> reader;
    model::Item item;
    std::optional<model::Scene> scene;
    std::vector<model::Task> tasks;
    std::vector<Part> parts;
};

Result<> loadPart(const workflow::HandedIn &handedIn, Loaded &loaded, const model::Task &task)
{
    auto submissions = loaded.reader->submissions(loaded.item.id, task.assignee);
    if (!submissions)
        return fail(submissions.error());
    if (submissions->empty() || submissions->back().cannotLabel)
        return fail(ErrorCode::Conflict, tr("%1 has not labeled their part of “%2”.").arg(task.assignee, loaded.item.name));
    const model::Submission &last = submissions->back();
    auto state = handedIn.of(last);
    if (!state)
        return fail(state.error());
    loaded.parts.push_back({task.assignee, task.scope, last.id, std::move(state->annotations), std::move(state->tracks)});
    loaded.tasks.push_back(task);
    return {};
}

Result<Loaded> load(const store::Project &project, ItemId id, bool dryRun, const store::Person &person)
{
    Loaded loaded;
    auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    loaded.reader = std::move(*reader);
    if (const auto allowed = workflow::demand(*loaded.reader, person, workflow::Act::Adjudicate); !allowed)
        return fail(allowed.error());
    auto item = loaded.reader->item(id);
    auto scene = loaded.reader->scene(id);
    auto tasks = loaded.reader->tasks(id);
    const auto handedIn = workflow::HandedIn::open(project.store());
    if (!item)
        return fail(item.error());
    if (!scene)
        return fail(scene.error());
    if (!tasks)
        return fail(tasks.error());
    if (!handedIn)
        return fail(handedIn.error());
    if (!*item)
        return fail(ErrorCode::NotFound, tr("There is no item %1 in the project.").arg(id.toString()));
    loaded.item = std::move(**item);
    loaded.scene = std::move(*scene);
    std::sort(tasks->begin(), tasks->end(), [](const model::Task &a, const model::Task &b) { return a.assignee < b.assignee; });
    for (const model::Task &task : *tasks) {
        if (task.stage != model::Stage::Annotate || workflow::isWhole(task.scope)
            || (task.state == TaskState::Done && task.reason == reassignedReason()))
            continue;
        if (const auto can = canStitch(task, loaded.scene ? &*loaded.scene : nullptr, dryRun); !can)
            return fail(can.error());
        if (const auto read = loadPart(*handedIn, loaded, task); !read)
            return fail(read.error());
    }
    if (loaded.parts.empty())
        return fail(ErrorCode::NotFound, tr("Nobody was given a part of “%1”.").arg(loaded.item.name));
    return loaded;
}

/// Whether only the count of changes is other.
bool saysTheSame(const model::Annotation &a, model::Annotation b)
{
    b.revision = a.revision;
    return a == b;
}

Result<> addLabels(history::GestureBuilder &builder, const store::Reader &reader, ItemId item, bool anew, StitchReport &report)
{
    const auto accepted = reader.annotations({item, model::acceptedLayer()});
    const auto tracks = reader.tracks({item, model::acceptedLayer()});
    if (!accepted)
        return fail(accepted.error());
    if (!tracks)
        return fail(tracks.error());
    std::map<AnnotationId, const model::Annotation *> there;
    for (const model::Annotation &label : *accepted) {
        if (!isStitched(label.extra))
            return fail(ErrorCode::Conflict,
                        tr("The accepted layer holds labels of this item that did not come from parts of it; "
                           "take them away or adjudicate first."));
        there.emplace(label.id, &label);
    }
    const QString key = QStringLiteral("stitched:") + item.toString();
    const auto before = reader.setting(key);
    if (!before)
        return fail(before.error());
    if (!anew && !before->is_null() && base::toQString(*before) != workflow::contentHash(*accepted))
        return fail(ErrorCode::Conflict,
                    tr("The accepted labels of this item were changed by hand since its parts were put together. "
                       "Putting them together anew takes that back."));
    std::map<TrackId, const model::Track *> oldTracks;
    for (const model::Track &track : *tracks)
        if (isStitched(track.extra))
            oldTracks.emplace(track.id, &track);
    for (model::Track track : report.stitched.tracks) {
        const auto old = oldTracks.find(track.id);
        if (old != oldTracks.end())
            track.revision = old->second->revision;
        if (old == oldTracks.end() || !(*old->second == track))
            builder.put(old == oldTracks.end() ? nullptr : old->second, track);
        if (old != oldTracks.end())
            oldTracks.erase(old);
    }
    for (model::Annotation &label : report.stitched.labels) {
        const auto old = there.find(label.id);
        if (old != there.end())
            label.createdMicroseconds = old->second->createdMicroseconds;
        report.written += old == there.end() || !saysTheSame(*old->second, label);
        if (old == there.end()) {
            builder.create(label);
            continue;
        }
        if (!saysTheSame(*old->second, label))
            builder.update(*old->second, label);
        there.erase(old);
    }
    for (const auto &[id, label] : there) {
        builder.remove(*label);
        ++report.removed;
    }
    for (const auto &[id, track] : oldTracks)
        builder.remove(*track);
    const Json after = base::toJson(workflow::contentHash(report.stitched.labels));
    if (*before != after)
        builder.setting(key, *before, after);
    return {};
}

CommentId wordsId(ThreadId thread)
{
    return CommentId{Uuid::fromName("seam-words", thread.uuid.toBytes())};
}

/// What only a person can decide, as remarks; gives how many of them are open.
Result<int> addRemarks(history::GestureBuilder &builder, const store::Project &project, const Loaded &loaded,
                       const Stitched &stitched, const store::Person &person)
{
    const auto threads = loaded.reader->threads(loaded.item.id);
    const auto comments = loaded.reader->comments(loaded.item.id);
    if (!threads)
        return fail(threads.error());
    if (!comments)
        return fail(comments.error());
    std::set<CommentId> said;
    for (const model::Comment &comment : *comments)
        said.insert(comment.id);
    std::map<ThreadId, const model::Thread *> there;
    for (const model::Thread &thread : *threads)
        if (said.contains(wordsId(thread.id)))
            there.emplace(thread.id, &thread);
    int open = 0;
    for (const SeamIssue &issue : stitched.issues) {
        const ThreadId id{issue.id};
        const auto old = there.find(id);
        if (old != there.end()) {
            open += !old->second->resolved;
            there.erase(old);
            continue;
        }
        ++open;
        model::Thread thread;
        thread.id = id;
        thread.item = loaded.item.id;
        thread.annotation = issue.labels.empty() ? AnnotationId{} : issue.labels.front();
        if (loaded.scene) {
            model::FrameRef frame;
            frame.stream = loaded.scene->labelFrame;
            frame.index = static_cast<std::int64_t>(issue.frame);
            frame.pts = loaded.scene->frames[issue.frame].microseconds;
            frame.timeBase = {1, 1'000'000};
            thread.frame = frame;
        }
        thread.opener = person.name;
        thread.createdMicroseconds = project.store().clock().nowMicroseconds();
        model::Comment comment;
        comment.id = wordsId(id);
        comment.thread = id;
        comment.item = loaded.item.id;
        comment.author = person.name;
        comment.text = issue.text;
        comment.createdMicroseconds = thread.createdMicroseconds;
        builder.put(nullptr, thread).put(comment);
    }
    for (const auto &[id, thread] : there) {
        if (thread->resolved)
            continue;
        model::Thread resolved = *thread;
        resolved.resolved = true;
        resolved.resolvedBy = person.name;
        builder.put(thread, resolved);
    }
    return open;
}

}  // namespace

Result<StitchReport> stitchItem(store::Project &project, ItemId item, const StitchRequest &request, const store::Person &person)
{
    auto loaded = load(project, item, request.dryRun, person);
    if (!loaded)
        return fail(loaded.error());
    const auto schema = loaded->reader->schema();
    if (!schema)
        return fail(schema.error());
    StitchReport report;
    report.parts = loaded->tasks;
    report.stitched =
        stitch(loaded->item, loaded->scene ? &*loaded->scene : nullptr, *schema, std::move(loaded->parts), request.options);
    const std::int64_t now = project.store().clock().nowMicroseconds();
    for (model::Annotation &label : report.stitched.labels)
        label.createdMicroseconds = now;
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Put parts together"));
    if (const auto added = addLabels(builder, *loaded->reader, item, request.anew || request.dryRun, report); !added)
        return fail(added.error());
    if (request.dryRun)
        return report;
    const auto open = addRemarks(builder, project, *loaded, report.stitched, person);
    if (!open)
        return fail(open.error());
    if (*open > 0) {
        const auto there = loaded->reader->task(adjudicateTask(item));
        if (!there)
            return fail(there.error());
        model::Task task = *there ? **there : model::Task{};
        task.id = adjudicateTask(item);
        task.item = item;
        task.stage = model::Stage::Adjudicate;
        task.state = TaskState::ToDo;
        if (!*there || !(task == **there))
            builder.put(*there ? &**there : nullptr, task);
    }
    if (builder.gesture().empty())
        return report;
    builder.notUndoable();
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    return done ? Result<StitchReport>(std::move(report)) : fail(done.error());
}

}  // namespace plumbline::review
