// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adjudication/comparison.h"

#include "core/adjudication/casebuilder.h"
#include "core/review/reviewing.h"
#include "core/store/reader.h"
#include "core/workflow/desk.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>

#include <algorithm>

namespace plumbline::adjudication {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::adjudication", text);
}

Result<std::vector<Case>> ruledCasesOf(const Sayings &sayings, const store::Reader &reader, const std::vector<Ruling> &held,
                                       const CompareOptions &options, const jobs::JobControl &control)
{
    auto cases = casesOf(sayings, reader, options, control);
    if (cases)
        attachRulings(*cases, held);
    return cases;
}

/// Everything that is known of the whole project, so that items cost no queries of their own before they are compared.
struct Overview {
    std::map<ItemId, std::vector<model::Submission>> submissions;
    std::map<TaskId, model::Task> tasks;
    std::map<ItemId, std::vector<Ruling>> rulings;
};

Result<Overview> overviewOf(const store::Reader &reader, const store::RecordLog &log)
{
    Overview overview;
    auto submissions = reader.submissions({}, {});
    auto tasks = reader.tasks({});
    if (!submissions || !tasks)
        return fail(submissions ? tasks.error() : submissions.error());
    for (model::Submission &submission : *submissions)
        overview.submissions[submission.item].push_back(std::move(submission));
    for (model::Task &task : *tasks)
        overview.tasks.emplace(task.id, std::move(task));
    const auto visited = log.visit(model::RecordKind::Decision, {}, [&](const model::Record &record) -> Result<> {
        auto ruling = rulingFrom(record);
        if (!ruling)
            return fail(ruling.error());
        overview.rulings[ruling->item].push_back(std::move(*ruling));
        return {};
    });
    return visited ? Result<Overview>(std::move(overview)) : fail(visited.error());
}

}  // namespace

bool Case::contradictory() const
{
    return std::any_of(rulings.begin(), rulings.end(),
                       [&](const Ruling &ruling) { return contentOf(ruling.result) != contentOf(rulings.front().result); });
}

bool Case::open() const
{
    if (contradictory())
        return true;
    if (rulings.empty())
        return why != Why::Agreed;
    const Ruling &ruling = rulings.front();
    const auto chosen =
        std::find_if(versions.begin(), versions.end(), [&](const Version &version) { return version.label.id == ruling.choice; });
    return why != Why::Agreed && chosen != versions.end() && contentOf(chosen->label) != contentOf(ruling.result);
}

Result<std::vector<CompareEntry>> compareQueue(const store::Project &project, const store::Person &person,
                                               const jobs::JobControl &control)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::Adjudicate); !allowed)
        return fail(allowed.error());
    const auto handedIn = HandedIn::open(project.store());
    if (!handedIn)
        return fail(handedIn.error());
    auto overview = overviewOf(**reader, handedIn->log());
    const auto total = (*reader)->itemCount();
    if (!overview || !total)
        return fail(overview ? total.error() : overview.error());
    std::vector<CompareEntry> queue;
    std::int64_t done = 0;
    const auto visited = (*reader)->visitItems([&](const model::Item &item) -> Result<> {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        control.report(done++, *total, tr("Comparing objects"));
        const auto submissions = overview->submissions.find(item.id);
        if (submissions == overview->submissions.end())
            return {};
        const auto answers = workflow::wholeAnswers(std::move(submissions->second));
        const auto task = overview->tasks.find(review::adjudicateTask(item.id));
        const bool closed = task != overview->tasks.end() && task->second.state == model::TaskState::Done;
        CompareEntry entry;
        entry.item = item.id;
        entry.name = item.name;
        entry.people = static_cast<int>(answers.size());
        entry.asked = task != overview->tasks.end() && !closed;
        if (answers.empty() || (answers.size() < 2 && !entry.asked))
            return {};
        entry.adjudicated =
            closed && std::all_of(answers.begin(), answers.end(), [&](const model::Submission &answer) {
                const auto own = overview->tasks.find(workflow::annotateTask(item.id, answer.annotator));
                return own != overview->tasks.end()
                       && (own->second.state == model::TaskState::Adjudicated || own->second.state == model::TaskState::Done);
            });
        const auto sayings = gather(**reader, *handedIn, item, answers, {}, Beside::No);
        if (!sayings)
            return fail(sayings.error());
        const auto cases = ruledCasesOf(*sayings, **reader, holding(overview->rulings[item.id]), {}, control);
        // What is too much to be compared is shown all the same; comparing says why.
        if (!cases && cases.error().code != ErrorCode::TooLarge)
            return fail(cases.error());
        if (cases)
            entry.open =
                static_cast<int>(std::count_if(cases->begin(), cases->end(), [](const Case &one) { return one.open(); }));
        queue.push_back(std::move(entry));
        return {};
    });
    if (!visited)
        return fail(visited.error());
    std::stable_sort(queue.begin(), queue.end(), [](const CompareEntry &a, const CompareEntry &b) { return a.open > b.open; });
    return queue;
}

Result<Comparison> compare(const store::Project &project, ItemId item, const CompareOptions &options, const store::Person &person,
                           const jobs::JobControl &control)
{
    if (!(options.iou >= 0.1 && options.iou <= 1 && options.alike >= 0 && options.alike <= 1))
        return fail(ErrorCode::InvalidArgument, tr("Likenesses lie between 0.1 and 1."));
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::Adjudicate); !allowed)
        return fail(allowed.error());
    Comparison comparison;
    const auto operation = (*reader)->lastOperation();
    const auto handedIn = HandedIn::open(project.store());
    const auto stored = (*reader)->item(item);
    auto submissions = (*reader)->submissions(item, {});
    const auto plan = review::reviewPlan(**reader);
    for (const Error *error :
         {operation ? nullptr : &operation.error(), handedIn ? nullptr : &handedIn.error(), stored ? nullptr : &stored.error(),
          submissions ? nullptr : &std::as_const(submissions).error(), plan ? nullptr : &plan.error()})
        if (error)
            return fail(*error);
    if (!*stored)
        return fail(ErrorCode::NotFound, tr("There is no item %1 in the project.").arg(item.toString()));
    const auto answers = workflow::wholeAnswers(std::move(*submissions));
    if (answers.empty())
        return fail(ErrorCode::NotFound, tr("Nobody has handed in “%1”.").arg((*stored)->name));
    auto sayings = gather(**reader, *handedIn, **stored, answers, project.id().uuid.toBytes(), Beside::Yes);
    if (!sayings)
        return fail(sayings.error());
    const auto rulings = rulingsOf(handedIn->log(), item);
    if (!rulings)
        return fail(rulings.error());
    auto cases = ruledCasesOf(*sayings, **reader, holding(*rulings), options, control);
    if (!cases)
        return fail(cases.error());
    comparison.operation = *operation;
    comparison.blind = plan->blind;
    comparison.item = std::move(sayings->item);
    comparison.scene = std::move(sayings->scene);
    comparison.sources = std::move(sayings->sources);
    comparison.cases = std::move(*cases);
    return comparison;
}

}  // namespace plumbline::adjudication
