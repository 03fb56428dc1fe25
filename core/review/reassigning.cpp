// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reassigning.h"

#include "core/history/gesture.h"
#include "core/review/reviewing.h"
#include "core/review/reviewriskestimate.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "core/workflow/flow.h"
#include "core/workflow/roles.h"
#include "core/workflow/taskscope.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace plumbline::review {

using model::TaskState;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

/// Reader, item and scene, when the person may say who does what.
struct Plan {
    std::unique_ptr<store::Reader> reader;
    model::Item item;
    std::optional<model::Scene> scene;
};

Result<Plan> planFor(const store::Project &project, ItemId id, const store::Person &person)
{
    auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::Plan); !allowed)
        return fail(allowed.error());
    auto item = (*reader)->item(id);
    auto scene = (*reader)->scene(id);
    const auto team = (*reader)->setting(QStringLiteral("team"));
    if (!item)
        return fail(item.error());
    if (!scene)
        return fail(scene.error());
    if (!team)
        return fail(team.error());
    if (!*item)
        return fail(ErrorCode::NotFound, tr("There is no item %1 in the project.").arg(id.toString()));
    if (*team != true)
        return fail(ErrorCode::Unsupported, tr("This is a project of one; there is nobody to hand work to."));
    return Plan{std::move(*reader), std::move(**item), std::move(*scene)};
}

Result<> mayLabel(const store::Reader &reader, const QString &name)
{
    const auto members = reader.members();
    if (!members)
        return fail(members.error());
    for (const model::Member &member : *members)
        if (member.name == name) {
            const auto role = workflow::roleFromName(member.role);
            if (role && workflow::allows(*role, workflow::Act::Label))
                return {};
            return fail(ErrorCode::InvalidArgument, tr("%1 is a viewer and does not label.").arg(name));
        }
    return fail(ErrorCode::InvalidArgument, tr("%1 is no member of the project.").arg(name));
}

/// Why work in this state is not handed on; nothing when it can be.
Result<> canMove(const model::Task &task, const QString &item)
{
    switch (task.state) {
    case TaskState::ToDo:
    case TaskState::InProgress:
    case TaskState::Fix:
    case TaskState::Rejected: return {};
    case TaskState::Submitted:
        return fail(ErrorCode::Conflict,
                    tr("%1 has handed in “%2”; it is reviewed as it is. What is to be fixed then can be handed on.")
                        .arg(task.assignee, item));
    case TaskState::InReview:
        return fail(ErrorCode::Conflict,
                    tr("The work of %1 on “%2” is in review. End the review, or release it, first.").arg(task.assignee, item));
    case TaskState::CannotLabel:
        return fail(ErrorCode::Conflict,
                    tr("%1 says that “%2” cannot be labeled; decide about that in the triage first.").arg(task.assignee, item));
    case TaskState::Accepted:
    case TaskState::Adjudicated:
    case TaskState::Done: break;
    }
    return fail(ErrorCode::Conflict,
                tr("The work of %1 on “%2” is finished; a reviewer or lead has to reopen it first.").arg(task.assignee, item));
}

bool wasHandedOn(const model::Task &task)
{
    return task.state == TaskState::Done && task.reason == reassignedReason();
}

Json stamped(Json extra, const QString &author, const QString &by)
{
    if (!extra.is_object())
        extra = Json::object();
    extra[reassignedKey] = {{"author", base::toJson(author)}, {"by", base::toJson(by)}};
    return extra;
}

/// Adds copies of a layer of an item in another one. Their ids follow from the originals' and the new author's.
Result<> addCopies(history::GestureBuilder &builder, const store::Project &project, const store::Reader &reader, ItemId item,
                   const QString &from, const QString &to, const QString &by, Reassigned &report)
{
    const auto labels = reader.annotations({item, from});
    const auto tracks = reader.tracks({item, from});
    if (!labels)
        return fail(labels.error());
    if (!tracks)
        return fail(tracks.error());
    const QByteArray name = to.toUtf8();
    std::map<TrackId, TrackId> copies;
    for (const model::Track &track : *tracks) {
        model::Track copy = track;
        copy.id = TrackId{Uuid::fromName("reassigned-track", track.id.uuid.toBytes() + name)};
        copy.layer = to;
        copy.extra = stamped(track.extra, from, by);
        copy.revision = 0;
        copies.emplace(track.id, copy.id);
        builder.put(nullptr, copy);
        ++report.tracks;
    }
    std::map<GroupId, GroupId> groups;
    const std::int64_t now = project.store().clock().nowMicroseconds();
    for (const model::Annotation &label : *labels) {
        model::Annotation copy = label;
        copy.id = AnnotationId{Uuid::fromName("reassigned", label.id.uuid.toBytes() + name)};
        copy.layer = to;
        copy.parent = label.id;
        const auto track = copies.find(label.track);
        copy.track = track == copies.end() ? TrackId{} : track->second;
        if (!label.group.isNull())
            copy.group =
                groups.try_emplace(label.group, GroupId{Uuid::fromName("reassigned-group", label.group.uuid.toBytes() + name)})
                    .first->second;
        copy.extra = stamped(label.extra, from, by);
        copy.createdMicroseconds = now;
        copy.revision = 0;
        builder.create(copy);
        ++report.labels;
    }
    return {};
}

}  // namespace

Result<std::vector<TaskRow>> tasksOf(const store::Project &project, const TaskFilter &filter, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::Plan); !allowed)
        return fail(allowed.error());
    const auto tasks = (*reader)->tasks(filter.item);
    const auto members = (*reader)->members();
    if (!tasks)
        return fail(tasks.error());
    if (!members)
        return fail(members.error());
    std::set<QString> names;
    for (const model::Member &member : *members)
        names.insert(member.name);
    std::map<TaskId, QString> reviewers;
    for (const model::Task &task : *tasks)
        if (task.stage == model::Stage::Review && task.state == TaskState::InProgress)
            reviewers.emplace(task.id, task.assignee);
    std::vector<TaskRow> rows;
    for (const model::Task &task : *tasks) {
        if (task.stage != model::Stage::Annotate || (!filter.person.isEmpty() && task.assignee != filter.person)
            || (filter.state && task.state != *filter.state))
            continue;
        const auto item = (*reader)->item(task.item);
        if (!item)
            return fail(item.error());
        if (!*item)
            continue;
        TaskRow row{task, (*item)->name, {}, names.contains(task.assignee), {}};
        if (!workflow::isWhole(task.scope)) {
            const auto scene = (*reader)->scene(task.item);
            if (!scene)
                return fail(scene.error());
            row.part = workflow::scopeText(task.scope, *scene ? &**scene : nullptr);
        }
        const auto review = reviewers.find(reviewTaskId(task.item, task.assignee, task.round));
        if (task.state == TaskState::InReview && review != reviewers.end())
            row.reviewer = review->second;
        rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const TaskRow &a, const TaskRow &b) {
        return std::tie(a.task.assignee, a.itemName) < std::tie(b.task.assignee, b.itemName);
    });
    return rows;
}

Result<model::Task> assign(store::Project &project, ItemId item, const QString &to, const model::TaskScope &part,
                           const store::Person &person)
{
    const auto plan = planFor(project, item, person);
    if (!plan)
        return fail(plan.error());
    const store::Reader &reader = *plan->reader;
    if (const auto can = mayLabel(reader, to); !can)
        return fail(can.error());
    const auto schema = reader.schema();
    const auto there = reader.task(workflow::annotateTask(item, to));
    if (!schema)
        return fail(schema.error());
    if (!there)
        return fail(there.error());
    for (const QString &name : part.classes)
        if (!schema->find(QStringView(name)))
            return fail(ErrorCode::InvalidArgument, tr("The schema has no class “%1”.").arg(name));
    model::Task task = *there ? **there : model::Task{};
    task.id = workflow::annotateTask(item, to);
    task.item = item;
    task.assignee = to;
    if (*there && wasHandedOn(task)) {
        task.state = TaskState::ToDo;
        task.reason.clear();
        task.comment.clear();
    } else if (*there) {
        if (const auto can = canMove(task, plan->item.name); !can)
            return fail(can.error());
    }
    task.scope = part;
    if (*there && task == **there)
        return task;
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Assign to %1").arg(to));
    builder.put(*there ? &**there : nullptr, task);
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    return done ? Result<model::Task>(task) : fail(done.error());
}

Result<Reassigned> reassign(store::Project &project, ItemId item, const QString &from, const QString &to, bool copy,
                            const store::Person &person)
{
    const auto plan = planFor(project, item, person);
    if (!plan)
        return fail(plan.error());
    const store::Reader &reader = *plan->reader;
    if (from == to)
        return fail(ErrorCode::InvalidArgument, tr("%1 has this work already.").arg(to));
    if (const auto can = mayLabel(reader, to); !can)
        return fail(can.error());
    const auto old = reader.task(workflow::annotateTask(item, from));
    const auto there = reader.task(workflow::annotateTask(item, to));
    const auto theirs = reader.annotations({item, to});
    if (!old)
        return fail(old.error());
    if (!there)
        return fail(there.error());
    if (!theirs)
        return fail(theirs.error());
    if (!*old)
        return fail(ErrorCode::NotFound, tr("%1 has no task with “%2”.").arg(from, plan->item.name));
    if (wasHandedOn(**old))
        return fail(ErrorCode::Conflict,
                    tr("The work of %1 on “%2” was handed on to %3 already.").arg(from, plan->item.name, (*old)->comment));
    if (const auto can = canMove(**old, plan->item.name); !can)
        return fail(can.error());
    if (*there && (*there)->state != TaskState::ToDo && !wasHandedOn(**there))
        return fail(ErrorCode::Conflict, tr("%1 has a task of their own with “%2” already.").arg(to, plan->item.name));
    if (copy && !theirs->empty())
        return fail(ErrorCode::Conflict,
                    tr("%1 has labels of their own on “%2” already; hand the work on without copies.").arg(to, plan->item.name));

    Reassigned report;
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Hand on to %1").arg(to));
    if (copy)
        if (const auto added = addCopies(builder, project, reader, item, from, to, person.name, report); !added)
            return fail(added.error());
    model::Task closed = **old;
    closed.state = TaskState::Done;
    closed.reason = reassignedReason();
    closed.comment = to;
    builder.put(&**old, closed);
    model::Task &task = report.task;
    task = *there ? **there : model::Task{};
    task.id = workflow::annotateTask(item, to);
    task.item = item;
    task.scope = (*old)->scope;
    task.assignee = to;
    task.state = TaskState::ToDo;
    task.priority = (*old)->priority;
    task.order = (*old)->order;
    task.dueMicroseconds = (*old)->dueMicroseconds;
    task.reason.clear();
    task.comment.clear();
    if (copy)
        task.round = std::max({task.round, (*old)->round, 2});
    builder.put(*there ? &**there : nullptr, task);
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    return done ? Result<Reassigned>(report) : fail(done.error());
}

Result<> releaseReview(store::Project &project, ItemId item, const QString &author, const store::Person &person)
{
    const auto plan = planFor(project, item, person);
    if (!plan)
        return fail(plan.error());
    const auto task = plan->reader->task(workflow::annotateTask(item, author));
    if (!task)
        return fail(task.error());
    if (!*task || (*task)->state != TaskState::InReview)
        return fail(ErrorCode::Conflict, tr("The work of %1 on “%2” is not in review.").arg(author, plan->item.name));
    const auto review = plan->reader->task(reviewTaskId(item, author, (*task)->round));
    const auto state = workflow::after((*task)->state, workflow::FlowEvent::GiveBack);
    if (!review)
        return fail(review.error());
    if (!state)
        return fail(state.error());
    model::Task released = **task;
    released.state = *state;
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), tr("Release review"));
    builder.put(&**task, released);
    if (*review) {
        model::Task free = **review;
        free.state = TaskState::ToDo;
        free.assignee.clear();
        builder.put(&**review, free);
    }
    builder.notUndoable();
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    return done ? Result<>() : fail(done.error());
}

}  // namespace plumbline::review
