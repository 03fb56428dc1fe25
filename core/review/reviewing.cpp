// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewing.h"

#include "core/audit/log.h"
#include "core/review/acceptedlayer.h"
#include "core/review/reviewcase.h"
#include "core/review/revieweragreement.h"
#include "core/review/reviewrisk.h"
#include "core/review/reviewriskestimate.h"
#include "core/review/rework.h"
#include "core/workflow/roles.h"
#include "core/store/reader.h"
#include "core/store/recordlog.h"
#include "core/workflow/desk.h"
#include "core/workflow/flow.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
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
    if (!done)
        return fail(done.error());
    if (event == FlowEvent::Reopen)
        audit::note(project, person, audit::Action::WorkReopened, item.toString(), {{"author", base::toJson(author)}});
    return *state;
}

/// Whether somebody has chosen between several people's labels of the item: then what is accepted follows from that, and a review
/// puts nothing beside it.
Result<bool> isRuledAbout(const store::Project &project, ItemId item)
{
    const auto log = store::RecordLog::open(project.store());
    if (!log)
        return fail(log.error());
    const auto rulings = log->all(model::RecordKind::Decision, item);
    return rulings ? Result<bool>(!rulings->empty()) : fail(rulings.error());
}

}  // namespace

TaskId adjudicateTask(ItemId item)
{
    return TaskId{base::Uuid::fromName("adjudicate-task", item.uuid.toBytes())};
}

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
    const auto fixed = fixedDraw(**reader);
    if (!plan)
        return fail(plan.error());
    if (!fixed)
        return fail(fixed.error());
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
        entry.drawn =
            drawOf(project.id(), entry.task.id) < probabilityOf(*plan, *fixed, entry.task, handedIn->annotations);
        const auto review = byId.find(reviewTaskId(entry.task.item, entry.submission.annotator, entry.task.round));
        if (review != byId.end() && entry.task.state == TaskState::InReview)
            entry.reviewer = review->second->assignee;
    }
    if (const auto more = appendAgain(queue, project, **reader, *plan, byId, *submissions, person); !more)
        return fail(more.error());
    return queue;
}

static Result<ReviewWork> workFrom(const planted::Desk &desk, const Sources &sources, ItemId item, const QString &author,
                                   const store::Person &reviewer)
{
    auto found = loadFor(sources, item, author, reviewer);
    if (!found)
        return fail(found.error());
    auto copy = desk.find(item, author, found->task.state);
    if (!copy)
        return fail(copy.error());
    if (*copy) {
        ReviewWork work{found->item, found->task, found->latest(), std::move((*copy)->work.labels), {}, {}, {}, {}, {}, {}, false, false};
        work.task.state = (*copy)->state == PlantedStore::State::Taken ? TaskState::InReview : TaskState::Submitted;
        work.task.round = work.submission.round;
        auto decided = desk.decided(**copy, &work.general);
        if (!decided)
            return fail(decided.error());
        work.decided = std::move(*decided);
        return work;
    }
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
    // Whoever looks at it a second time is not told what the first one said.
    const bool second = isSecond(*found, reviewer)
                        || (found->task.state != TaskState::InReview && found->task.state != TaskState::Submitted && found->first
                            && found->first->assignee != reviewer.name);
    for (const model::Decision &decision : *decisions)
        if (decision.submission == submission.id && decision.annotation.isNull() && (!second || decision.reviewer == reviewer.name))
            work.general.push_back(decision);
    if (isSecond(*found, reviewer)) {
        work.task.state = TaskState::InReview;
        work.task.round = submission.round;
    }

    const auto contents = [](const std::vector<model::Annotation> &list) {
        std::map<AnnotationId, Sha256Digest> digests;
        for (const model::Annotation &label : list)
            digests.emplace(label.id, contentOf(label));
        return digests;
    };
    const auto handedIn = contents(state->annotations);
    work.editedSince = contents(*now) != handedIn;

    auto rework = reworkOf(*found->layers, found->submissions, state->annotations, *decisions);
    if (!rework)
        return fail(rework.error());
    work.reworked = rework->has_value();
    if (work.reworked) {
        work.asked = std::move((*rework)->asked);
        work.changed = std::move((*rework)->changed);
        work.removed = std::move((*rework)->removed);
        work.settled = std::move((*rework)->settled);
    }
    work.labels = std::move(state->annotations);
    return work;
}

Result<ReviewWork> reviewWork(const store::Project &project, ItemId item, const QString &author, const store::Person &reviewer)
{
    auto works = reviewWorks(project, {{item, author}}, reviewer);
    return works ? Result<ReviewWork>(std::move(works->front())) : fail(works.error());
}

Result<std::vector<ReviewWork>> reviewWorks(const store::Project &project, const std::vector<std::pair<ItemId, QString>> &works,
                                            const store::Person &reviewer)
{
    const auto sources = sourcesOf(project);
    if (!sources)
        return fail(sources.error());
    const auto desk = planted::Desk::of(project, reviewer);
    if (!desk)
        return fail(desk.error());
    std::vector<ReviewWork> list;
    list.reserve(works.size());
    for (const auto &[item, author] : works) {
        auto work = workFrom(*desk, *sources, item, author, reviewer);
        if (!work)
            return fail(work.error());
        list.push_back(std::move(*work));
    }
    return list;
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
    const auto desk = planted::Desk::of(project, reviewer);
    if (!desk)
        return fail(desk.error());
    const auto copy = desk->find(item, author, found->task.state);
    if (!copy)
        return fail(copy.error());
    if (*copy)
        return desk->setState(**copy, PlantedStore::State::Taken);
    if (isSecond(*found, reviewer))
        return {};
    const auto plan = reviewPlan(*found->reader);
    if (!plan)
        return fail(plan.error());
    if (canBeSecond(*plan, project.id(), found->task, found->first, found->second, reviewer.name)) {
        model::Task again = found->second ? *found->second : model::Task{};
        again.id = secondReviewTaskId(item, author, found->latest().round);
        again.item = item;
        again.scope = found->task.scope;
        again.stage = model::Stage::Review;
        again.round = found->latest().round;
        again.assignee = reviewer.name;
        again.state = TaskState::InProgress;
        auto builder = gesture(project, tr("Begin review"));
        builder.put(found->second ? &*found->second : nullptr, again).notUndoable();
        return commit(project, builder, reviewer);
    }
    const auto state = workflow::after(found->task.state, FlowEvent::Take);
    if (!state)
        return fail(state.error());
    model::Task taken = found->task;
    taken.state = *state;
    model::Task review = found->review ? *found->review : model::Task{};
    review.id = reviewTaskId(item, author, found->task.round);
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
    const auto desk = planted::Desk::of(project, reviewer);
    if (!desk)
        return fail(desk.error());
    const auto copy = copyBefore(project, *desk, item, author, reviewer);
    if (!copy)
        return fail(copy.error());
    if (*copy)
        return desk->setState(**copy, PlantedStore::State::Waiting);
    const auto found = loadTaken(project, item, author, reviewer);
    if (!found)
        return fail(found.error());
    if (isSecond(*found, reviewer)) {
        model::Task again = *found->second;
        again.state = TaskState::ToDo;
        again.assignee.clear();
        auto builder = gesture(project, tr("Give back review"));
        builder.put(&*found->second, again).notUndoable();
        return commit(project, builder, reviewer);
    }
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
    const auto desk = planted::Desk::of(project, reviewer);
    if (!desk)
        return fail(desk.error());
    const auto copy = copyBefore(project, *desk, item, author, reviewer);
    if (!copy)
        return fail(copy.error());
    if (*copy) {
        const auto reader = project.store().reader();
        const auto schema = reader ? (*reader)->schema() : fail(reader.error());
        const auto last = reader ? (*reader)->lastOperation() : fail(reader.error());
        if (!schema)
            return fail(schema.error());
        if (!last)
            return fail(last.error());
        const auto decisions =
            decisionsFrom(project, *schema, (*copy)->work.labels, item, (*copy)->submission, drafts, reviewer);
        if (!decisions)
            return fail(decisions.error());
        if (const auto said = desk->say(**copy, *decisions); !said)
            return fail(said.error());
        store::Ack ack;
        ack.seq = *last;
        return ack;
    }
    const auto found = loadTaken(project, item, author, reviewer);
    if (!found)
        return fail(found.error());
    const auto state = found->handedIn(found->latest());
    const auto schema = found->reader->schema();
    if (!state)
        return fail(state.error());
    if (!schema)
        return fail(schema.error());
    const auto decisions =
        decisionsFrom(project, *schema, state->annotations, item, found->latest().id, drafts, reviewer);
    if (!decisions)
        return fail(decisions.error());
    auto builder = gesture(project, drafts.front().kind == DecisionKind::Accept ? tr("Accept")
                                    : drafts.front().kind == DecisionKind::Fix  ? tr("Ask to fix")
                                                                                : tr("Reject"));
    for (const model::Decision &decision : *decisions)
        builder.put(decision);
    return store::wait(project.store().commit(builder.take(), reviewer.name));
}

Result<FinishReport> finishReview(store::Project &project, ItemId item, const QString &author, const FinishOptions &options,
                                  const store::Person &reviewer)
{
    const auto desk = planted::Desk::of(project, reviewer);
    if (!desk)
        return fail(desk.error());
    const auto copy = copyBefore(project, *desk, item, author, reviewer);
    if (!copy)
        return fail(copy.error());
    if (*copy) {
        std::vector<model::Decision> general;
        const auto decided = desk->decided(**copy, &general);
        if (!decided)
            return fail(decided.error());
        const auto report = counted((*copy)->work.labels, *decided, heaviest(general), options);
        if (!report)
            return report;
        if (const auto done = desk->setState(**copy, PlantedStore::State::Ended); !done)
            return fail(done.error());
        return without(*report, heaviest(general), 1);
    }
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

    std::vector<model::Decision> general;
    for (const model::Decision &decision : *decisions)
        if (decision.submission == submission.id && decision.reviewer == reviewer.name && decision.annotation.isNull())
            general.push_back(decision);
    const auto whole = heaviest(general);
    const auto rework = reworkOf(*found->layers, found->submissions, handedIn->annotations, *decisions);
    if (!rework)
        return fail(rework.error());
    auto decided = latestOf(*decisions, submission.id, reviewer.name);
    if (*rework)
        for (const AnnotationId &label : (*rework)->settled)
            decided.try_emplace(label);  // accepted
    const auto all = counted(handedIn->annotations, decided, whole, options);
    if (!all)
        return all;
    FinishReport report = *all;
    if (isSecond(*found, reviewer)) {
        model::Task again = *found->second;
        again.state = TaskState::Done;
        auto builder = gesture(project, tr("End review"));
        builder.put(&*found->second, again).notUndoable();
        if (const auto done = commit(project, builder, reviewer); !done)
            return fail(done.error());
        return without(report, whole, submission.round);
    }

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
    const auto ruled = isRuledAbout(project, item);
    if (!ruled)
        return fail(ruled.error());
    if (event == FlowEvent::Accept && *ruled) {
        report.adjudicate = true;
    } else if (event == FlowEvent::Accept) {
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
