// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewing.h"

#include "core/base/sha256.h"
#include "core/model/codec.h"
#include "core/review/acceptedlayer.h"
#include "core/workflow/roles.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "core/workflow/flow.h"
#include "core/workflow/handedin.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace plumbline::review {

using model::DecisionKind;
using model::TaskState;
using workflow::Act;
using workflow::demand;
using workflow::FlowEvent;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

TaskId reviewTask(ItemId item, const QString &author, int round)
{
    return TaskId{base::Uuid::fromName("review-task", item.uuid.toBytes() + author.toUtf8() + '\0' + QByteArray::number(round))};
}

TaskId adjudicateTask(ItemId item)
{
    return TaskId{base::Uuid::fromName("adjudicate-task", item.uuid.toBytes())};
}

Sha256Digest contentOf(const model::Annotation &label)
{
    return base::sha256(model::encode(label));
}

/// One author's work on one item with everything its review needs.
struct Case {
    std::unique_ptr<store::Reader> reader;
    model::Item item;
    model::Task task;
    std::optional<model::Task> review;  ///< of this round
    std::vector<model::Submission> submissions;  ///< in order; never empty
    std::optional<workflow::HandedIn> layers;
    [[nodiscard]] const model::Submission &latest() const { return submissions.back(); }
    /// The layer as it was handed in.
    [[nodiscard]] Result<store::LayerState> handedIn(const model::Submission &submission) const
    {
        return layers->of(submission);
    }
};

Result<Case> load(const store::Project &project, ItemId item, const QString &author)
{
    auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    Case found;
    found.reader = std::move(*reader);
    auto stored = found.reader->item(item);
    auto task = found.reader->task(workflow::annotateTask(item, author));
    auto submissions = found.reader->submissions(item, author);
    if (!stored)
        return fail(stored.error());
    if (!task)
        return fail(task.error());
    if (!submissions)
        return fail(submissions.error());
    if (!*stored)
        return fail(ErrorCode::NotFound, tr("There is no item %1 in the project.").arg(item.toString()));
    if (!*task || submissions->empty())
        return fail(ErrorCode::NotFound, tr("%1 has handed in nothing of “%2”.").arg(author, (*stored)->name));
    auto layers = workflow::HandedIn::open(project.store());
    if (!layers)
        return fail(layers.error());
    found.layers.emplace(std::move(*layers));
    found.item = std::move(**stored);
    found.task = std::move(**task);
    found.submissions = std::move(*submissions);
    auto review = found.reader->task(reviewTask(item, author, found.task.round));
    if (!review)
        return fail(review.error());
    found.review = std::move(*review);
    return found;
}

/// The case, when the person may review it.
Result<Case> loadFor(const store::Project &project, ItemId item, const QString &author, const store::Person &reviewer)
{
    auto found = load(project, item, author);
    if (!found)
        return found;
    if (const auto allowed = demand(*found->reader, reviewer, Act::Review); !allowed)
        return fail(allowed.error());
    if (author == reviewer.name)
        return fail(ErrorCode::PermissionDenied, tr("Nobody reviews their own work."));
    return found;
}

/// The case, when the person has taken it.
Result<Case> loadTaken(const store::Project &project, ItemId item, const QString &author, const store::Person &reviewer)
{
    auto found = loadFor(project, item, author, reviewer);
    if (found && (found->task.state != TaskState::InReview || !found->review || found->review->assignee != reviewer.name))
        return fail(ErrorCode::Conflict, tr("Take this work for review first; it may be with somebody else."));
    return found;
}

Result<> commit(store::Project &project, history::GestureBuilder &builder, const store::Person &person)
{
    const auto done = store::wait(project.store().commit(builder.take(), person.name));
    return done ? Result<>() : fail(done.error());
}

history::GestureBuilder gesture(const store::Project &project, const QString &label)
{
    history::GestureBuilder builder(project.store().ids().make<GestureId>(), label);
    return builder;
}

/// The latest decision of a reviewer about each label of a submission.
std::map<AnnotationId, model::Decision> latestOf(const std::vector<model::Decision> &decisions, SubmissionId submission,
                                                 const QString &reviewer)
{
    std::map<AnnotationId, model::Decision> latest;
    for (const model::Decision &decision : decisions)
        if (decision.submission == submission && decision.reviewer == reviewer && !decision.annotation.isNull())
            latest[decision.annotation] = decision;
    return latest;
}

/// Changes the task's state and says so in its own step.
Result<TaskState> moved(store::Project &project, ItemId item, const QString &author, const store::Person &person, Act act,
                        FlowEvent event, const QString &label)
{
    const auto found = load(project, item, author);
    if (!found)
        return fail(found.error());
    if (const auto allowed = demand(*found->reader, person, found->task.state == TaskState::CannotLabel ? Act::Triage : act);
        !allowed)
        return fail(allowed.error());
    const auto state = workflow::after(found->task.state, event);
    if (!state)
        return fail(state.error());
    model::Task changed = found->task;
    changed.state = *state;
    // What is opened again after a review is a round of its own: nothing of it is scored, and the review begins anew.
    if (event == FlowEvent::Reopen && *state == TaskState::Fix)
        ++changed.round;
    auto builder = gesture(project, label);
    builder.put(&found->task, changed).notUndoable();
    const auto done = commit(project, builder, person);
    return done ? Result<TaskState>(*state) : fail(done.error());
}

}  // namespace

Result<std::vector<QueueEntry>> reviewQueue(const store::Project &project, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = demand(**reader, person, Act::Review); !allowed)
        return fail(allowed.error());
    const auto plan = reviewPlan(**reader);
    const auto tasks = (*reader)->tasks({});
    const auto submissions = (*reader)->submissions({}, {});
    if (!plan)
        return fail(plan.error());
    if (!tasks)
        return fail(tasks.error());
    if (!submissions)
        return fail(submissions.error());
    std::map<TaskId, const model::Task *> byId;
    for (const model::Task &task : *tasks)
        byId.emplace(task.id, &task);

    std::vector<QueueEntry> queue;
    std::map<TaskId, std::size_t> places;
    for (const model::Submission &submission : *submissions) {
        const auto task = byId.find(submission.task);
        if (task == byId.end() || submission.annotator == person.name
            || (task->second->state != TaskState::Submitted && task->second->state != TaskState::InReview))
            continue;
        const auto [place, isNew] = places.emplace(submission.task, queue.size());
        if (isNew)
            queue.push_back({*task->second, submission, {}, {}, true});
        else
            queue[place->second].submission = submission;
    }
    const auto layers = workflow::HandedIn::open(project.store());
    if (!layers)
        return fail(layers.error());
    for (QueueEntry &entry : queue) {
        const auto item = (*reader)->item(entry.task.item);
        const auto handedIn = layers->of(entry.submission);
        if (!item)
            return fail(item.error());
        if (!handedIn)
            return fail(handedIn.error());
        entry.itemName = *item ? (*item)->name : QString();
        entry.drawn = isDrawn(*plan, project.id(), entry.task, handedIn->annotations);
        const auto review = byId.find(reviewTask(entry.task.item, entry.submission.annotator, entry.task.round));
        if (review != byId.end() && entry.task.state == TaskState::InReview)
            entry.reviewer = review->second->assignee;
    }
    return queue;
}

Result<ReviewWork> reviewWork(const store::Project &project, ItemId item, const QString &author, const store::Person &reviewer)
{
    auto found = loadFor(project, item, author, reviewer);
    if (!found)
        return fail(found.error());
    const model::Submission &submission = found->latest();
    auto state = found->handedIn(submission);
    const auto now = found->reader->annotations({item, submission.layer});
    const auto decisions = found->reader->decisions(item);
    if (!state)
        return fail(state.error());
    if (!now)
        return fail(now.error());
    if (!decisions)
        return fail(decisions.error());
    ReviewWork work;
    work.item = found->item;
    work.task = found->task;
    work.submission = submission;
    work.decided = latestOf(*decisions, submission.id, reviewer.name);
    for (const model::Decision &decision : *decisions)
        if (decision.submission == submission.id && decision.annotation.isNull())
            work.general.push_back(decision);

    const auto contents = [](const std::vector<model::Annotation> &list) {
        std::map<AnnotationId, Sha256Digest> digests;
        for (const model::Annotation &label : list)
            digests.emplace(label.id, contentOf(label));
        return digests;
    };
    const auto handedIn = contents(state->annotations);
    work.editedSince = contents(*now) != handedIn;

    const auto previous = std::find_if(found->submissions.rbegin(), found->submissions.rend(),
                                       [&](const model::Submission &s) { return s.round < submission.round; });
    if (previous != found->submissions.rend()) {
        work.reworked = true;
        auto before = found->handedIn(*previous);
        if (!before)
            return fail(before.error());
        const auto then = contents(before->annotations);
        for (const auto &[id, digest] : handedIn)
            if (const auto old = then.find(id); old == then.end() || old->second != digest)
                work.changed.insert(id);
        for (model::Annotation &label : before->annotations)
            if (!handedIn.contains(label.id))
                work.removed.push_back(std::move(label));
        for (const model::Decision &decision : *decisions)
            if (decision.submission == previous->id && decision.kind != DecisionKind::Accept)
                work.asked.push_back(decision);
    }
    work.labels = std::move(state->annotations);
    return work;
}

Result<> takeForReview(store::Project &project, ItemId item, const QString &author, const store::Person &reviewer)
{
    const auto found = loadFor(project, item, author, reviewer);
    if (!found)
        return fail(found.error());
    if (found->task.state == TaskState::InReview && found->review && found->review->assignee == reviewer.name)
        return {};
    if (found->task.state == TaskState::InReview)
        return fail(ErrorCode::Conflict, tr("Somebody else is reviewing this already."));
    const auto state = workflow::after(found->task.state, FlowEvent::Take);
    if (!state)
        return fail(state.error());
    model::Task taken = found->task;
    taken.state = *state;
    model::Task review = found->review ? *found->review : model::Task{};
    review.id = reviewTask(item, author, found->task.round);
    review.item = item;
    review.scope = found->task.scope;
    review.stage = model::Stage::Review;
    review.round = found->task.round;
    review.assignee = reviewer.name;
    review.state = TaskState::InProgress;
    auto builder = gesture(project, tr("Begin review"));
    builder.put(&found->task, taken).put(found->review ? &*found->review : nullptr, review).notUndoable();
    return commit(project, builder, reviewer);
}

Result<> giveBack(store::Project &project, ItemId item, const QString &author, const store::Person &reviewer)
{
    const auto found = loadTaken(project, item, author, reviewer);
    if (!found)
        return fail(found.error());
    model::Task task = found->task;
    task.state = TaskState::Submitted;
    model::Task review = *found->review;
    review.state = TaskState::ToDo;
    review.assignee.clear();
    auto builder = gesture(project, tr("Give back review"));
    builder.put(&found->task, task).put(&*found->review, review).notUndoable();
    return commit(project, builder, reviewer);
}

Result<store::Ack> decide(store::Project &project, ItemId item, const QString &author, const std::vector<DecisionDraft> &drafts,
                          const store::Person &reviewer)
{
    const auto found = loadTaken(project, item, author, reviewer);
    if (!found)
        return fail(found.error());
    if (drafts.empty())
        return fail(ErrorCode::InvalidArgument, tr("There is nothing to decide about."));
    const auto state = found->handedIn(found->latest());
    const auto schema = found->reader->schema();
    if (!state)
        return fail(state.error());
    if (!schema)
        return fail(schema.error());
    std::map<AnnotationId, const model::Annotation *> byId;
    for (const model::Annotation &label : state->annotations)
        byId.emplace(label.id, &label);
    auto builder = gesture(project, drafts.front().kind == DecisionKind::Accept ? tr("Accept")
                                    : drafts.front().kind == DecisionKind::Fix  ? tr("Ask to fix")
                                                                                : tr("Reject"));
    for (const DecisionDraft &draft : drafts) {
        const auto label = byId.find(draft.annotation);
        if (!draft.annotation.isNull() && label == byId.end())
            return fail(ErrorCode::NotFound, tr("The label %1 is not in what was handed in.").arg(draft.annotation.toString()));
        if (draft.kind != DecisionKind::Accept
            && std::none_of(schema->errorTypes.begin(), schema->errorTypes.end(),
                            [&](const model::ErrorType &type) { return type.code == draft.errorCode; }))
            return fail(ErrorCode::InvalidArgument,
                        tr("Say what is wrong with one of the schema's error codes; “%1” is none.").arg(draft.errorCode));
        model::Decision decision;
        decision.id = project.store().ids().make<DecisionId>();
        decision.item = item;
        decision.submission = found->latest().id;
        decision.annotation = draft.annotation;
        decision.reviewer = reviewer.name;
        decision.kind = draft.kind;
        decision.errorCode = draft.kind == DecisionKind::Accept ? QString() : draft.errorCode;
        decision.comment = draft.comment;
        decision.frame = draft.frame;
        decision.place = draft.place;
        if (label != byId.end())
            decision.content = contentOf(*label->second);
        decision.createdMicroseconds = project.store().clock().nowMicroseconds();
        decision.authenticated = reviewer.authenticated;
        builder.put(decision);
    }
    return store::wait(project.store().commit(builder.take(), reviewer.name));
}

Result<FinishReport> finishReview(store::Project &project, ItemId item, const QString &author, const FinishOptions &options,
                                  const store::Person &reviewer)
{
    const auto found = loadTaken(project, item, author, reviewer);
    if (!found)
        return fail(found.error());
    const model::Submission &submission = found->latest();
    const auto handedIn = found->handedIn(submission);
    const auto decisions = found->reader->decisions(item);
    const auto plan = reviewPlan(*found->reader);
    if (!handedIn)
        return fail(handedIn.error());
    if (!decisions)
        return fail(decisions.error());
    if (!plan)
        return fail(plan.error());

    FinishReport report;
    std::optional<DecisionKind> whole;
    for (const model::Decision &decision : *decisions)
        if (decision.submission == submission.id && decision.reviewer == reviewer.name && decision.annotation.isNull())
            whole = !whole ? decision.kind : std::max(*whole, decision.kind);
    const auto decided = latestOf(*decisions, submission.id, reviewer.name);
    std::int64_t undecided = 0;
    for (const model::Annotation &label : handedIn->annotations) {
        const auto decision = decided.find(label.id);
        if (decision == decided.end()) {
            ++undecided;
            continue;
        }
        ++(decision->second.kind == DecisionKind::Accept ? report.accepted
           : decision->second.kind == DecisionKind::Fix  ? report.toFix
                                                         : report.rejected);
    }
    if (options.acceptRest || whole)
        report.accepted += std::exchange(undecided, 0);
    if (undecided > 0)
        return fail(ErrorCode::Conflict, QCoreApplication::translate(
                                             "plumbline::review", "%n label(s) have no decision yet. Decide, or accept the rest.",
                                             nullptr, static_cast<int>(undecided)));

    FlowEvent event = whole == DecisionKind::Reject                                           ? FlowEvent::Reject
                      : whole == DecisionKind::Fix || report.toFix > 0 || report.rejected > 0 ? FlowEvent::AskFix
                                                                                              : FlowEvent::Accept;
    report.adjudicate = event != FlowEvent::Accept && found->task.round >= plan->mostRounds;
    if (report.adjudicate)
        event = FlowEvent::Reject;
    const auto state = workflow::after(found->task.state, event);
    if (!state)
        return fail(state.error());
    model::Task task = found->task;
    task.state = *state;
    if (event != FlowEvent::Accept && !report.adjudicate)
        ++task.round;
    model::Task review = *found->review;
    review.state = TaskState::Done;
    auto builder = gesture(project, tr("End review"));
    if (event == FlowEvent::Accept) {
        const auto change =
            accept(builder, *found->reader, submission, *handedIn, reviewer.name, project.store().clock().nowMicroseconds());
        if (!change)
            return fail(change.error());
        report.written = change->written;
        report.removed = change->removed;
        report.adjudicate = !change->occupiedBy.isEmpty();
    }
    if (report.adjudicate) {
        const auto there = found->reader->task(adjudicateTask(item));
        if (!there)
            return fail(there.error());
        model::Task adjudicate = *there ? **there : model::Task{};
        adjudicate.id = adjudicateTask(item);
        adjudicate.item = item;
        adjudicate.scope = task.scope;
        adjudicate.stage = model::Stage::Adjudicate;
        adjudicate.state = TaskState::ToDo;
        builder.put(*there ? &**there : nullptr, adjudicate);
    }
    builder.put(&found->task, task).put(&*found->review, review).notUndoable();
    if (const auto done = commit(project, builder, reviewer); !done)
        return fail(done.error());
    report.state = task.state;
    report.round = task.round;
    return report;
}

Result<TaskState> reopen(store::Project &project, ItemId item, const QString &author, const store::Person &person)
{
    return moved(project, item, author, person, Act::Reopen, FlowEvent::Reopen, tr("Reopen"));
}

Result<TaskState> close(store::Project &project, ItemId item, const QString &author, const store::Person &person)
{
    return moved(project, item, author, person, Act::Reopen, FlowEvent::Finish, tr("Close"));
}

std::vector<DecisionConflict> conflictsOf(const std::vector<model::Decision> &decisions)
{
    std::map<std::pair<SubmissionId, AnnotationId>, std::map<QString, const model::Decision *>> latest;
    for (const model::Decision &decision : decisions)
        latest[{decision.submission, decision.annotation}][decision.reviewer] = &decision;
    std::vector<DecisionConflict> conflicts;
    for (const auto &[about, byReviewer] : latest) {
        const DecisionKind first = byReviewer.begin()->second->kind;
        if (std::all_of(byReviewer.begin(), byReviewer.end(), [&](const auto &entry) { return entry.second->kind == first; }))
            continue;
        DecisionConflict conflict{byReviewer.begin()->second->item, about.second, about.first, {}};
        for (const auto &[reviewer, decision] : byReviewer)
            conflict.decisions.push_back(*decision);
        conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

}  // namespace plumbline::review
