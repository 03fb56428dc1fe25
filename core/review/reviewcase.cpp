// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewcase.h"

#include "core/model/codec.h"
#include "core/review/revieweragreement.h"
#include "core/review/reviewriskestimate.h"
#include "core/workflow/desk.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <utility>

namespace plumbline::review {

using model::DecisionKind;
using model::TaskState;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

}  // namespace

Sha256Digest contentOf(const model::Annotation &label)
{
    return base::sha256(model::encode(label));
}

Result<Sources> sourcesOf(const store::Project &project)
{
    auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    auto layers = workflow::HandedIn::open(project.store());
    if (!layers)
        return fail(layers.error());
    return Sources{std::move(*reader), std::make_shared<workflow::HandedIn>(std::move(*layers))};
}

Result<Case> load(const Sources &sources, ItemId item, const QString &author)
{
    Case found;
    found.reader = sources.reader;
    found.layers = sources.layers;
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
    found.item = std::move(**stored);
    found.task = std::move(**task);
    found.submissions = std::move(*submissions);
    auto review = found.reader->task(reviewTaskId(item, author, found.task.round));
    if (!review)
        return fail(review.error());
    found.review = std::move(*review);
    const int round = found.latest().round;
    auto first = found.reader->task(reviewTaskId(item, author, round));
    auto second = found.reader->task(secondReviewTaskId(item, author, round));
    if (!first)
        return fail(first.error());
    if (!second)
        return fail(second.error());
    found.first = std::move(*first);
    found.second = std::move(*second);
    return found;
}

Result<Case> load(const store::Project &project, ItemId item, const QString &author)
{
    const auto sources = sourcesOf(project);
    return sources ? load(*sources, item, author) : fail(sources.error());
}

Result<Case> loadFor(const Sources &sources, ItemId item, const QString &author, const store::Person &reviewer)
{
    auto found = load(sources, item, author);
    if (!found)
        return found;
    if (const auto allowed = workflow::demand(*found->reader, reviewer, workflow::Act::Review); !allowed)
        return fail(allowed.error());
    if (author == reviewer.name)
        return fail(ErrorCode::PermissionDenied, tr("Nobody reviews their own work."));
    return found;
}

Result<Case> loadFor(const store::Project &project, ItemId item, const QString &author, const store::Person &reviewer)
{
    const auto sources = sourcesOf(project);
    return sources ? loadFor(*sources, item, author, reviewer) : fail(sources.error());
}

bool isSecond(const Case &found, const store::Person &reviewer)
{
    return found.task.state != TaskState::InReview && found.task.state != TaskState::Submitted && found.second
           && found.second->state == TaskState::InProgress && found.second->assignee == reviewer.name;
}

bool canBeSecond(const ReviewPlan &plan, ProjectId project, const model::Task &task, const std::optional<model::Task> &first,
                 const std::optional<model::Task> &second, const QString &reviewer)
{
    return task.state != TaskState::InReview && task.state != TaskState::Submitted && wantsSecond(plan, project, task.id) && first
           && first->state == TaskState::Done && first->assignee != reviewer && (!second || second->state == TaskState::ToDo);
}

Result<Case> loadTaken(const store::Project &project, ItemId item, const QString &author, const store::Person &reviewer)
{
    auto found = loadFor(project, item, author, reviewer);
    if (found && !isSecond(*found, reviewer)
        && (found->task.state != TaskState::InReview || !found->review || found->review->assignee != reviewer.name))
        return fail(ErrorCode::Conflict, tr("Take this work for review first; it may be with somebody else."));
    return found;
}

std::map<AnnotationId, model::Decision> latestOf(const std::vector<model::Decision> &decisions, SubmissionId submission,
                                                 const QString &reviewer)
{
    std::map<AnnotationId, model::Decision> latest;
    for (const model::Decision &decision : decisions)
        if (decision.submission == submission && decision.reviewer == reviewer && !decision.annotation.isNull())
            latest[decision.annotation] = decision;
    return latest;
}

Result<> appendAgain(std::vector<QueueEntry> &queue, const store::Project &project, const store::Reader &reader,
                     const ReviewPlan &plan, const std::map<TaskId, const model::Task *> &tasks,
                     const std::vector<model::Submission> &submissions, const store::Person &person)
{
    const auto desk = planted::Desk::of(project, person);
    if (!desk)
        return fail(desk.error());
    auto copies = desk->open();
    if (!copies)
        return fail(copies.error());
    std::map<TaskId, const model::Submission *> latest;
    for (const model::Submission &submission : submissions)
        latest[submission.task] = &submission;
    const auto taskOf = [&](TaskId id) {
        const auto found = tasks.find(id);
        return found == tasks.end() ? std::nullopt : std::optional(*found->second);
    };
    const auto append = [&](const model::Task &task, const model::Submission &submission, bool taken) -> Result<> {
        const auto item = reader.item(task.item);
        if (!item)
            return fail(item.error());
        QueueEntry entry{task, submission, *item ? (*item)->name : QString(), taken ? person.name : QString(), true};
        entry.task.state = taken ? TaskState::InReview : TaskState::Submitted;
        entry.task.round = submission.round;
        // Among the others, where it would be if it had come in as those did.
        const auto later = std::find_if(queue.begin(), queue.end(), [&](const QueueEntry &other) {
            return other.submission.createdMicroseconds > submission.createdMicroseconds;
        });
        queue.insert(later, std::move(entry));
        return {};
    };
    std::set<TaskId> there;
    for (const PlantedStore::Copy &copy : *copies) {
        const auto task = taskOf(workflow::annotateTask(copy.item, copy.author));
        const bool closed = task
                            && (task->state == TaskState::Accepted || task->state == TaskState::Adjudicated
                                || task->state == TaskState::Done);
        if (!closed || !latest.contains(task->id))
            continue;
        there.insert(task->id);
        if (const auto done = append(*task, *latest.at(task->id), copy.state == PlantedStore::State::Taken); !done)
            return done;
    }
    for (const auto &[id, submission] : latest) {
        const auto task = taskOf(id);
        if (!task || submission->annotator == person.name || there.contains(id))
            continue;
        const auto first = taskOf(reviewTaskId(submission->item, submission->annotator, submission->round));
        const auto second = taskOf(secondReviewTaskId(submission->item, submission->annotator, submission->round));
        const bool taken = task->state != TaskState::InReview && task->state != TaskState::Submitted && second
                           && second->state == TaskState::InProgress && second->assignee == person.name;
        if (taken || canBeSecond(plan, project.id(), *task, first, second, person.name))
            if (const auto done = append(*task, *submission, taken); !done)
                return done;
    }
    return {};
}

Result<std::optional<PlantedStore::Copy>> copyBefore(const store::Project &project, const planted::Desk &desk, ItemId item,
                                                     const QString &author, const store::Person &reviewer)
{
    const auto found = loadFor(project, item, author, reviewer);
    if (!found)
        return fail(found.error());
    auto copy = desk.find(item, author, found->task.state);
    if (copy && *copy && (*copy)->state != PlantedStore::State::Taken)
        return fail(ErrorCode::Conflict, tr("Take this work for review first; it may be with somebody else."));
    return copy;
}

Result<std::vector<model::Decision>> decisionsFrom(const store::Project &project, const model::Schema &schema,
                                                   const std::vector<model::Annotation> &labels, ItemId item,
                                                   SubmissionId submission, const std::vector<DecisionDraft> &drafts,
                                                   const store::Person &reviewer)
{
    if (drafts.empty())
        return fail(ErrorCode::InvalidArgument, tr("There is nothing to decide about."));
    std::map<AnnotationId, const model::Annotation *> byId;
    for (const model::Annotation &label : labels)
        byId.emplace(label.id, &label);
    std::vector<model::Decision> decisions;
    for (const DecisionDraft &draft : drafts) {
        const auto label = byId.find(draft.annotation);
        if (!draft.annotation.isNull() && label == byId.end())
            return fail(ErrorCode::NotFound, tr("The label %1 is not in what was handed in.").arg(draft.annotation.toString()));
        if (draft.kind != DecisionKind::Accept
            && std::none_of(schema.errorTypes.begin(), schema.errorTypes.end(),
                            [&](const model::ErrorType &type) { return type.code == draft.errorCode; }))
            return fail(ErrorCode::InvalidArgument,
                        tr("Say what is wrong with one of the schema's error codes; “%1” is none.").arg(draft.errorCode));
        model::Decision decision;
        decision.id = project.store().ids().make<DecisionId>();
        decision.item = item;
        decision.submission = submission;
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
        decisions.push_back(std::move(decision));
    }
    return decisions;
}

Result<FinishReport> counted(const std::vector<model::Annotation> &labels, const std::map<AnnotationId, model::Decision> &decided,
                             std::optional<DecisionKind> whole, const FinishOptions &options)
{
    FinishReport report;
    std::int64_t undecided = 0;
    for (const model::Annotation &label : labels) {
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
    if (const int open = static_cast<int>(undecided); open > 0)
        return fail(ErrorCode::Conflict,
                    QCoreApplication::translate("plumbline::review",
                                                "%n label(s) have no decision yet. Decide, or accept the rest.", nullptr, open));
    return report;
}

std::optional<DecisionKind> heaviest(const std::vector<model::Decision> &general)
{
    std::optional<DecisionKind> whole;
    for (const model::Decision &decision : general)
        whole = !whole ? decision.kind : std::max(*whole, decision.kind);
    return whole;
}

FinishReport without(FinishReport report, std::optional<DecisionKind> whole, int round)
{
    report.state = whole == DecisionKind::Reject                                           ? TaskState::Rejected
                   : whole == DecisionKind::Fix || report.toFix > 0 || report.rejected > 0 ? TaskState::Fix
                                                                                           : TaskState::Accepted;
    report.round = report.state == TaskState::Accepted ? round : round + 1;
    return report;
}

}  // namespace plumbline::review
