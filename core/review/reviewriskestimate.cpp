// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reviewriskestimate.h"

#include "core/review/reviewrisk.h"
#include "core/workflow/handedin.h"
#include "core/workflow/roles.h"

#include <algorithm>
#include <map>

namespace plumbline::review {

using model::TaskState;

namespace {

constexpr quality::BetaPrior jeffreys{0.5, 0.5};

/// A share of weighted results: each has a weight and counts `part` of `whole`.
class WeightedShare
{
public:
    void add(double weight, double part, double whole)
    {
        if (!(weight > 0) || !(whole > 0))
            return;
        ++m_n;
        m_part += weight * part;
        m_whole += weight * whole;
        m_weights += weight;
        m_squares += weight * weight;
    }
    [[nodiscard]] EstimatedShare share() const
    {
        EstimatedShare share;
        share.n = m_n;
        if (m_n == 0)
            return share;
        share.value = std::clamp(m_part / m_whole, 0.0, 1.0);
        share.effective = m_weights * m_weights / m_squares;
        share.interval =
            quality::BetaPosterior::ofShares(share.effective * share.value, share.effective * (1 - share.value), jeffreys)
                .interval();
        return share;
    }

private:
    std::int64_t m_n = 0;
    double m_part = 0;
    double m_whole = 0;
    double m_weights = 0;
    double m_squares = 0;
};

bool isAccepted(TaskState state)
{
    return state == TaskState::Accepted || state == TaskState::Done || state == TaskState::Adjudicated;
}

}  // namespace

TaskId reviewTaskId(ItemId item, const QString &author, int round)
{
    return TaskId{base::Uuid::fromName("review-task", item.uuid.toBytes() + author.toUtf8() + '\0' + QByteArray::number(round))};
}

ErrorEstimate estimateErrors(const std::vector<SampledWork> &sampled)
{
    WeightedShare work;
    WeightedShare labels;
    WeightedShare unseen;
    for (const SampledWork &one : sampled) {
        if (!(one.probability > 0) || one.probability > 1)
            continue;
        const double weight = 1 / one.probability;
        work.add(weight, one.wrong ? 1 : 0, 1);
        labels.add(weight, double(std::min(one.errors, one.labels)), double(one.labels));
        unseen.add(weight - 1, one.wrong ? 1 : 0, 1);
    }
    ErrorEstimate estimate;
    estimate.reviewed = static_cast<std::int64_t>(sampled.size());
    estimate.wrongWork = work.share();
    estimate.wrongLabels = labels.share();
    estimate.unseen = unseen.share();
    return estimate;
}

Result<ErrorEstimate> errorEstimate(const store::Project &project, const store::Person &person, const jobs::JobControl &control)
{
    const auto reader = project.store().reader();
    if (!reader)
        return fail(reader.error());
    if (const auto allowed = workflow::demand(**reader, person, workflow::Act::SeeTeam); !allowed)
        return fail(allowed.error());
    const auto plan = reviewPlan(**reader);
    const auto fixed = fixedDraw(**reader);
    const auto tasks = (*reader)->tasks({});
    const auto submissions = (*reader)->submissions({}, {});
    const auto decisions = (*reader)->decisions({});
    const auto history = workflow::HandedIn::open(project.store());
    if (!plan)
        return fail(plan.error());
    if (!fixed)
        return fail(fixed.error());
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
    std::map<TaskId, const model::Submission *> firsts;
    for (const model::Submission &submission : *submissions)
        if (submission.round == 1 && !submission.cannotLabel && byId.contains(submission.task))
            firsts[submission.task] = &submission;
    std::map<std::pair<SubmissionId, QString>, std::vector<const model::Decision *>> said;
    for (const model::Decision &decision : *decisions)
        said[{decision.submission, decision.reviewer}].push_back(&decision);

    std::vector<SampledWork> sampled;
    std::int64_t drawn = 0;
    std::int64_t accepted = 0;
    std::int64_t unseen = 0;
    for (const auto &[id, submission] : firsts) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        model::Task first = *byId.at(id);
        const TaskState state = first.state;
        first.round = 1;
        const auto handedIn = history->of(*submission);
        if (!handedIn)
            return fail(handedIn.error());
        const double probability = probabilityOf(*plan, *fixed, first, handedIn->annotations);
        const bool isDrawn = drawOf(project.id(), id) < probability;
        accepted += isAccepted(state) ? 1 : 0;
        unseen += isAccepted(state) && !isDrawn ? 1 : 0;
        if (!isDrawn)
            continue;
        ++drawn;
        const auto review = byId.find(reviewTaskId(submission->item, submission->annotator, 1));
        if (review == byId.end() || review->second->state != TaskState::Done)
            continue;
        SampledWork one;
        one.probability = probability;
        one.labels = static_cast<std::int64_t>(handedIn->annotations.size());
        std::map<AnnotationId, bool> wrong;  // the latest about each counts
        bool whole = false;
        const auto words = said.find({submission->id, review->second->assignee});
        if (words != said.end())
            for (const model::Decision *decision : words->second) {
                const bool bad = decision->kind != model::DecisionKind::Accept;
                if (decision->annotation.isNull())
                    whole = whole || bad;
                else
                    wrong[decision->annotation] = bad;
            }
        one.errors = std::count_if(wrong.begin(), wrong.end(), [](const auto &entry) { return entry.second; });
        one.wrong = whole || one.errors > 0;
        one.errors = std::max<std::int64_t>(one.errors, whole ? 1 : 0);
        sampled.push_back(one);
    }
    ErrorEstimate estimate = estimateErrors(sampled);
    estimate.work = static_cast<std::int64_t>(firsts.size());
    estimate.drawn = drawn;
    estimate.accepted = accepted;
    estimate.acceptedUnseen = unseen;
    const double part = accepted > 0 ? double(unseen) / double(accepted) : 0;
    estimate.leftInAccepted = part * estimate.unseen.value;
    // Where everything was looked at, nothing is left that a review would have found.
    estimate.leftInterval = {part * estimate.unseen.interval.low, part * estimate.unseen.interval.high};
    return estimate;
}

}  // namespace plumbline::review
