// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/planteddefectwork.h"

#include "core/review/revieweragreement.h"
#include "core/review/reviewriskestimate.h"
#include "core/workflow/handedin.h"
#include "core/store/reader.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

namespace plumbline::review {

using model::TaskState;
using State = PlantedStore::State;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

bool isClosed(TaskState state)
{
    return state == TaskState::Accepted || state == TaskState::Adjudicated || state == TaskState::Done;
}

Result<std::int64_t> latestStep(const store::Project &project, const QString &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    const auto steps = (*reader)->undoSteps(person, -1);
    if (!steps)
        return fail(steps.error());
    return steps->done.empty() ? 0 : steps->done.back();
}

CountedShare shareOf(std::int64_t count, std::int64_t n)
{
    return {count, n, quality::wilson(count, n)};
}

/// Accepted work that could be copied, with who has reviewed it.
struct Source {
    const model::Task *task = nullptr;
    const model::Submission *submission = nullptr;
    QString reviewer;
};

}  // namespace

Result<PlantReport> plant(const store::Project &project, const PlantOptions &options, const store::Person &person,
                          base::RandomSource &random)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::KeepGold); !allowed)
        return fail(allowed.error());
    constexpr int most = 1000;
    if (options.copies < 1 || options.copies > most || options.defects < 1 || options.defects > most || options.kinds.empty())
        return fail(ErrorCode::InvalidArgument, tr("Plant 1 to 1000 copies with 1 to 1000 defects of one kind at least."));
    const auto members = (*reader)->members();
    const auto tasks = (*reader)->tasks({});
    const auto submissions = (*reader)->submissions({}, {});
    const auto schema = (*reader)->schema();
    const auto history = workflow::HandedIn::open(project.store());
    if (!members)
        return fail(members.error());
    if (!tasks)
        return fail(tasks.error());
    if (!submissions)
        return fail(submissions.error());
    if (!schema)
        return fail(schema.error());
    if (!history)
        return fail(history.error());
    QStringList reviewers;
    for (const model::Member &member : *members) {
        const auto role = workflow::roleFromName(member.role);
        if (options.reviewer.isEmpty()
                ? role == workflow::Role::Reviewer
                : member.name == options.reviewer && role && workflow::allows(*role, workflow::Act::Review))
            reviewers.append(member.name);
    }
    if (reviewers.isEmpty())
        return fail(ErrorCode::NotFound, options.reviewer.isEmpty()
                                             ? tr("The project has no reviewers.")
                                             : tr("%1 does not review in this project.").arg(options.reviewer));
    reviewers.sort();
    std::map<TaskId, const model::Task *> byId;
    for (const model::Task &task : *tasks)
        byId.emplace(task.id, &task);
    std::map<TaskId, const model::Submission *> latest;
    std::set<std::pair<TaskId, QString>> seen;  // who has reviewed what, in any round
    for (const model::Submission &submission : *submissions) {
        latest[submission.task] = &submission;
        for (const TaskId id : {reviewTaskId(submission.item, submission.annotator, submission.round),
                                secondReviewTaskId(submission.item, submission.annotator, submission.round)})
            if (const auto review = byId.find(id); review != byId.end() && !review->second->assignee.isEmpty())
                seen.emplace(submission.task, review->second->assignee);
    }
    std::vector<Source> sources;
    for (const auto &[id, submission] : latest) {
        const auto task = byId.find(id);
        const auto review = byId.find(reviewTaskId(submission->item, submission->annotator, submission->round));
        if (task != byId.end() && isClosed(task->second->state) && !submission->cannotLabel && review != byId.end()
            && review->second->state == TaskState::Done)
            sources.push_back({task->second, submission, review->second->assignee});
    }
    auto store = PlantedStore::open(PlantedStore::standardPath(project.id()));
    if (!store)
        return fail(store.error());
    PlantReport report;
    std::vector<PlantedStore::Copy> copies;
    for (const QString &name : reviewers) {
        const auto before = (*store)->copies(name);
        if (!before)
            return fail(before.error());
        std::set<std::pair<ItemId, QString>> planted;
        for (const PlantedStore::Copy &copy : *before)
            planted.emplace(copy.item, copy.author);
        for (std::size_t i = sources.size(); i > 1; --i)
            std::swap(sources[i - 1], sources[static_cast<std::size_t>(random.next() % i)]);
        PlantReport::Planted done{name, 0, 0};
        for (const Source &source : sources) {
            if (done.copies == options.copies)
                break;
            const model::Submission &submission = *source.submission;
            if (submission.annotator == name || seen.contains({submission.task, name})
                || planted.contains({submission.item, submission.annotator}))
                continue;
            const auto handedIn = history->of(submission);
            const auto item = (*reader)->item(submission.item);
            if (!handedIn)
                return fail(handedIn.error());
            if (!item)
                return fail(item.error());
            if (!*item)
                continue;
            PlantedStore::Copy copy;
            copy.work = withDefects(handedIn->annotations, **item, *schema, options.kinds, options.defects, random,
                                    project.store().ids());
            if (copy.work.defects.empty())
                continue;
            copy.id = project.store().ids().version4();
            copy.item = submission.item;
            copy.author = submission.annotator;
            copy.submission = submission.id;
            copy.reviewer = name;
            copy.plantedMicroseconds = project.store().clock().nowMicroseconds();
            ++done.copies;
            done.defects += static_cast<int>(copy.work.defects.size());
            copies.push_back(std::move(copy));
        }
        report.reviewers.push_back(done);
    }
    if (const auto added = (*store)->add(copies); !added)
        return fail(added.error());
    return report;
}

Result<std::vector<ReviewerFigures>> reviewerFigures(const store::Project &project, const store::Person &person)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::SeeTeam); !allowed)
        return fail(allowed.error());
    const auto store = PlantedStore::openExisting(project.id());
    if (!store)
        return fail(store.error());
    std::vector<ReviewerFigures> list;
    if (!*store)
        return list;
    const auto copies = (*store)->copies();
    const auto history = workflow::HandedIn::open(project.store());
    if (!copies)
        return fail(copies.error());
    if (!history)
        return fail(history.error());
    std::map<QString, ReviewerFigures> byName;
    struct Sum {
        std::int64_t found = 0, planted = 0, flagged = 0, untouched = 0;
        std::map<DefectKind, std::pair<std::int64_t, std::int64_t>> byKind;
    };
    std::map<QString, Sum> sums;
    for (const PlantedStore::Copy &copy : *copies) {
        ReviewerFigures &figures = byName[copy.reviewer];
        figures.reviewer = copy.reviewer;
        if (copy.state != State::Ended) {
            ++figures.waiting;
            continue;
        }
        ++figures.copies;
        const auto said = (*store)->said(copy.id);
        if (!said)
            return fail(said.error());
        const auto submissions = (*reader)->submissions(copy.item, copy.author);
        if (!submissions)
            return fail(submissions.error());
        std::vector<model::Annotation> original;
        for (const model::Submission &submission : *submissions)
            if (submission.id == copy.submission) {
                auto handedIn = history->of(submission);
                if (!handedIn)
                    return fail(handedIn.error());
                original = std::move(handedIn->annotations);
            }
        const PlantedResult result = judge(copy.work, original, *said);
        Sum &sum = sums[copy.reviewer];
        sum.flagged += result.flagged;
        sum.untouched += result.untouched;
        for (const auto &[kind, counts] : result.found) {
            sum.found += counts.first;
            sum.planted += counts.second;
            sum.byKind[kind].first += counts.first;
            sum.byKind[kind].second += counts.second;
        }
    }
    for (auto &[name, figures] : byName) {
        const Sum &sum = sums[name];
        figures.found = shareOf(sum.found, sum.planted);
        figures.falseAlarms = shareOf(sum.flagged, sum.untouched);
        for (const auto &[kind, counts] : sum.byKind)
            figures.byKind[kind] = shareOf(counts.first, counts.second);
        list.push_back(std::move(figures));
    }
    return list;
}

Result<QString> undoDecision(store::Project &project, const store::Person &reviewer)
{
    const auto store = PlantedStore::openExisting(project.id());
    if (!store)
        return fail(store.error());
    if (*store) {
        const auto after = latestStep(project, reviewer.name);
        if (!after)
            return fail(after.error());
        const auto taken = (*store)->takeBack(reviewer.name, *after);
        if (!taken)
            return fail(taken.error());
        if (*taken)
            return tr("Decision");
    }
    const auto done = store::wait(project.store().undo(reviewer.name));
    return done ? Result<QString>(done->label) : fail(done.error());
}

namespace planted {

Result<Desk> Desk::of(const store::Project &project, const store::Person &reviewer)
{
    Desk desk;
    auto store = PlantedStore::openExisting(project.id());
    if (!store)
        return fail(store.error());
    desk.m_store = std::move(*store);
    desk.m_reviewer = reviewer.name;
    if (desk.m_store) {
        const auto after = latestStep(project, reviewer.name);
        if (!after)
            return fail(after.error());
        desk.m_after = *after;
    }
    return desk;
}

Result<std::optional<PlantedStore::Copy>> Desk::find(ItemId item, const QString &author, TaskState state) const
{
    if (!m_store || !isClosed(state))
        return std::nullopt;
    return m_store->open(item, author, m_reviewer);
}

Result<std::vector<PlantedStore::Copy>> Desk::open() const
{
    std::vector<PlantedStore::Copy> list;
    if (!m_store)
        return list;
    auto copies = m_store->copies(m_reviewer);
    if (!copies)
        return fail(copies.error());
    for (PlantedStore::Copy &copy : *copies)
        if (copy.state != State::Ended)
            list.push_back(std::move(copy));
    return list;
}

Result<std::map<AnnotationId, model::Decision>> Desk::decided(const PlantedStore::Copy &copy,
                                                              std::vector<model::Decision> *general) const
{
    std::map<AnnotationId, model::Decision> latest;
    const auto said = m_store->said(copy.id);
    if (!said)
        return fail(said.error());
    for (const model::Decision &decision : *said) {
        if (!decision.annotation.isNull())
            latest[decision.annotation] = decision;
        else if (general)
            general->push_back(decision);
    }
    return latest;
}

Result<> Desk::say(const PlantedStore::Copy &copy, const std::vector<model::Decision> &decisions) const
{
    return m_store->say(copy.id, decisions, m_after);
}

Result<> Desk::setState(const PlantedStore::Copy &copy, State state) const
{
    return m_store->setState(copy.id, state);
}

}  // namespace planted

}  // namespace plumbline::review
