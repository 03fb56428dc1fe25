// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/revieweragreement.h"

#include "core/base/random.h"
#include "core/review/reviewriskestimate.h"
#include "core/workflow/handedin.h"
#include "core/store/reader.h"
#include "core/workflow/roles.h"

#include <algorithm>
#include <map>

namespace plumbline::review {

using quality::AgreementMeasure;

namespace {

std::optional<double> valueOf(const quality::Ratings &ratings, AgreementMeasure measure, const std::vector<std::uint32_t> &units)
{
    quality::AgreementOptions options;
    options.measure = measure;
    const auto found = quality::agreement(ratings, options, units);
    return found ? std::optional(found->value) : std::nullopt;
}

std::optional<quality::Interval> middle(std::vector<double> values)
{
    // Where many resamples have no value, those that have one say little.
    if (values.size() < AgreementOfReviewers::resamples / 2)
        return std::nullopt;
    std::sort(values.begin(), values.end());
    constexpr double tail = 0.025;
    const auto last = double(values.size() - 1);
    return quality::Interval{values[static_cast<std::size_t>(tail * last)],
                             values[static_cast<std::size_t>((1 - tail) * last + 0.5)]};
}

}  // namespace

TaskId secondReviewTaskId(ItemId item, const QString &author, int round)
{
    return TaskId{
        base::Uuid::fromName("second-review-task", item.uuid.toBytes() + author.toUtf8() + '\0' + QByteArray::number(round))};
}

bool wantsSecond(const ReviewPlan &plan, ProjectId project, TaskId task)
{
    return secondDrawOf(project, task) < plan.twice;
}

AgreementOfReviewers agreementOfReviewers(const std::vector<ReviewedTwice> &works, std::uint64_t seed)
{
    AgreementOfReviewers result;
    quality::RatingsBuilder builder;
    builder.declareCategories({QStringLiteral("passes"), QStringLiteral("wrong")});
    const auto word = [](bool passes) { return passes ? QStringLiteral("passes") : QStringLiteral("wrong"); };
    std::vector<std::vector<std::uint32_t>> unitsOf;
    std::uint32_t unit = 0;
    for (const ReviewedTwice &work : works) {
        if (work.labels.empty())
            continue;
        ++result.works;
        auto &units = unitsOf.emplace_back();
        for (const auto &[first, second] : work.labels) {
            const QString name = QString::number(unit);
            builder.add(name, work.first, word(first));
            builder.add(name, work.second, word(second));
            units.push_back(unit++);
            ++result.labels;
            result.same += first == second ? 1 : 0;
        }
    }
    if (result.labels == 0)
        return result;
    const quality::Ratings ratings = builder.take();
    result.ac1 = valueOf(ratings, AgreementMeasure::GwetAc1, ratings.allUnits());
    result.alpha = valueOf(ratings, AgreementMeasure::KrippendorffAlpha, ratings.allUnits());
    if (unitsOf.size() < 2)
        return result;
    base::SeededRandom random(seed);
    std::vector<double> ac1;
    std::vector<double> alpha;
    for (int i = 0; i < AgreementOfReviewers::resamples; ++i) {
        std::vector<std::uint32_t> units;
        for (std::size_t k = 0; k < unitsOf.size(); ++k) {
            const auto &drawn = unitsOf[random.below(unitsOf.size())];
            units.insert(units.end(), drawn.begin(), drawn.end());
        }
        if (const auto value = valueOf(ratings, AgreementMeasure::GwetAc1, units))
            ac1.push_back(*value);
        if (const auto value = valueOf(ratings, AgreementMeasure::KrippendorffAlpha, units))
            alpha.push_back(*value);
    }
    result.ac1Interval = middle(std::move(ac1));
    result.alphaInterval = middle(std::move(alpha));
    return result;
}

Result<std::vector<ReviewedTwice>> reviewedTwice(const store::Project &project, const store::Person &person,
                                                 const jobs::JobControl &control)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::SeeTeam); !allowed)
        return fail(allowed.error());
    const auto tasks = (*reader)->tasks({});
    const auto submissions = (*reader)->submissions({}, {});
    const auto decisions = (*reader)->decisions({});
    const auto history = workflow::HandedIn::open(project.store());
    if (!tasks)
        return fail(tasks.error());
    if (!submissions)
        return fail(submissions.error());
    if (!decisions)
        return fail(decisions.error());
    if (!history)
        return fail(history.error());
    std::map<TaskId, const model::Task *> byId;
    for (const model::Task &task : *tasks)
        byId.emplace(task.id, &task);
    std::map<std::pair<SubmissionId, QString>, std::map<AnnotationId, bool>> passes;
    std::map<std::pair<SubmissionId, QString>, bool> rejected;
    for (const model::Decision &decision : *decisions) {
        const std::pair key{decision.submission, decision.reviewer};
        if (decision.annotation.isNull())
            rejected[key] = rejected[key] || decision.kind == model::DecisionKind::Reject;
        else
            passes[key][decision.annotation] = decision.kind == model::DecisionKind::Accept;
    }
    const auto ended = [&](TaskId id) -> const model::Task * {
        const auto found = byId.find(id);
        return found != byId.end() && found->second->state == model::TaskState::Done ? found->second : nullptr;
    };
    // The latest submission of each round is what was reviewed.
    std::map<std::pair<TaskId, int>, const model::Submission *> rounds;
    for (const model::Submission &submission : *submissions)
        rounds[{submission.task, submission.round}] = &submission;
    std::vector<ReviewedTwice> list;
    for (const auto &[key, submission] : rounds) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const model::Task *first = ended(reviewTaskId(submission->item, submission->annotator, submission->round));
        const model::Task *second = ended(secondReviewTaskId(submission->item, submission->annotator, submission->round));
        if (!first || !second)
            continue;
        const auto handedIn = history->of(*submission);
        if (!handedIn)
            return fail(handedIn.error());
        ReviewedTwice work{submission->id, first->assignee, second->assignee, {}};
        const auto said = [&](const QString &reviewer, AnnotationId label) {
            const std::pair about{submission->id, reviewer};
            const auto labels = passes.find(about);
            const bool passed = labels == passes.end() || !labels->second.contains(label) || labels->second.at(label);
            return passed && !rejected[about];
        };
        for (const model::Annotation &label : handedIn->annotations)
            work.labels.emplace_back(said(work.first, label.id), said(work.second, label.id));
        list.push_back(std::move(work));
    }
    return list;
}

}  // namespace plumbline::review
