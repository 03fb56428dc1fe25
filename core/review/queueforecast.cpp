// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/queueforecast.h"

#include "core/base/random.h"
#include "core/review/reviewrisk.h"
#include "core/review/reviewriskestimate.h"
#include "core/workflow/handedin.h"
#include "core/workflow/roles.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>

namespace plumbline::review {

using model::TaskState;

namespace {

constexpr std::int64_t day = std::int64_t(86'400) * 1'000'000;  // microseconds

QString tr(const char *text)
{
    return QCoreApplication::translate("plumbline::review", text);
}

/// The value below which this share of the runs lies; nothing when it lies among those that never ended.
std::optional<double> quantile(const std::vector<double> &ended, double share)
{
    const auto place = static_cast<std::size_t>(std::ceil(share * QueueForecast::runs)) - 1;
    return place < ended.size() ? std::optional(ended[place]) : std::nullopt;
}

}  // namespace

QueueForecast forecast(std::int64_t waiting, const std::vector<QueueDay> &days, std::uint64_t seed)
{
    QueueForecast result;
    result.waiting = std::max<std::int64_t>(0, waiting);
    result.days = days;
    for (const QueueDay &one : days) {
        result.arrivedPerDay += double(one.arrived) / double(days.size());
        result.reviewedPerDay += double(one.reviewed) / double(days.size());
    }
    if (result.waiting == 0) {
        result.days10 = result.days50 = result.days90 = 0;
        return result;
    }
    if (days.size() < QueueForecast::leastDays)
        return result;
    base::SeededRandom random(seed);
    std::vector<double> ended;
    for (int run = 0; run < QueueForecast::runs; ++run) {
        double queue = double(result.waiting);
        for (int i = 0; i < QueueForecast::horizon; ++i) {
            const QueueDay &like = days[random.below(days.size())];
            const double change = double(like.reviewed - like.arrived);
            if (change >= queue) {
                // On the last day it ends when the rest is done.
                ended.push_back(i + queue / change);
                break;
            }
            queue -= change;
        }
    }
    std::sort(ended.begin(), ended.end());
    result.never = 1 - double(ended.size()) / QueueForecast::runs;
    constexpr double low = 0.1;
    constexpr double middle = 0.5;
    constexpr double high = 0.9;
    result.days10 = quantile(ended, low);
    result.days50 = quantile(ended, middle);
    result.days90 = quantile(ended, high);
    return result;
}

QString QueueForecast::text() const
{
    const QLocale locale;
    if (waiting == 0)
        return tr("Nothing waits for a review.");
    const auto number = [&](double value) { return locale.toString(value, 'f', value < 10 ? 1 : 0); };
    const int count = static_cast<int>(waiting);
    const QString rates =
        QCoreApplication::translate("plumbline::review", "%n piece(s) of work wait; %1 a day came in and %2 a day were reviewed.",
                                    nullptr, count)
            .arg(number(arrivedPerDay), number(reviewedPerDay));
    if (days.size() < leastDays)
        return rates + QLatin1Char(' ') + tr("A forecast needs %1 days.").arg(leastDays);
    if (!days50)
        return rates + QLatin1Char(' ') + tr("At this pace the queue does not end within a year.");
    return rates + QLatin1Char(' ')
           + (days90 ? tr("Reviewed in %1 days (%2 to %3 in eight of ten runs).")
                           .arg(number(*days50), number(*days10), number(*days90))
                     : tr("Reviewed in %1 days (from %2; one run in ten or more does not end).")
                           .arg(number(*days50), number(*days10)));
}

Result<QueueForecast> queueForecast(const store::Project &project, const store::Person &person, const jobs::JobControl &control)
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
    const auto layers = workflow::HandedIn::open(project.store());
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
    if (!layers)
        return fail(layers.error());
    const std::int64_t now = project.store().clock().nowMicroseconds();
    const std::int64_t today = now / day;

    std::map<SubmissionId, std::int64_t> ended;
    const auto until = [&](SubmissionId submission, std::int64_t time) {
        std::int64_t &last = ended[submission];
        last = std::max(last, time);
    };
    for (const model::Decision &decision : *decisions)
        until(decision.submission, decision.createdMicroseconds);
    const auto accepted = (*reader)->annotations({std::nullopt, model::acceptedLayer()});
    if (!accepted)
        return fail(accepted.error());
    for (const model::Annotation &label : *accepted) {
        if (!label.extra.is_object() || !label.extra.contains(model::reviewKey))
            continue;
        const Json &origin = label.extra.at(model::reviewKey);
        if (!origin.is_object() || !origin.contains("submission") || !origin.at("submission").is_string())
            continue;
        if (const auto id = SubmissionId::fromString(QString::fromStdString(origin.at("submission").get<std::string>())))
            until(*id, label.createdMicroseconds);
    }
    std::map<TaskId, const model::Task *> byId;
    for (const model::Task &task : *tasks)
        byId.emplace(task.id, &task);
    // The latest submission of each round of each piece of work.
    std::map<std::pair<TaskId, int>, const model::Submission *> rounds;
    for (const model::Submission &submission : *submissions)
        if (byId.contains(submission.task) && !submission.cannotLabel)
            rounds[{submission.task, submission.round}] = &submission;

    std::int64_t waiting = 0;
    std::int64_t firstDay = today;
    std::map<std::int64_t, QueueDay> byDay;
    for (const auto &[key, submission] : rounds) {
        if (control.cancelled())
            return jobs::JobControl::cancelledError();
        const model::Task &task = *byId.at(key.first);
        model::Task then = task;
        then.round = submission->round;
        const auto handedIn = layers->of(*submission);
        if (!handedIn)
            return fail(handedIn.error());
        if (drawOf(project.id(), task.id) >= probabilityOf(*plan, *fixed, then, handedIn->annotations))
            continue;
        const std::int64_t came = submission->createdMicroseconds / day;
        firstDay = std::min(firstDay, came);
        ++byDay[came].arrived;
        const auto review = byId.find(reviewTaskId(submission->item, submission->annotator, submission->round));
        if (review != byId.end() && review->second->state == TaskState::Done) {
            const auto end = ended.find(submission->id);
            ++byDay[(end == ended.end() ? submission->createdMicroseconds : end->second) / day].reviewed;
        } else if (task.round == submission->round && (task.state == TaskState::Submitted || task.state == TaskState::InReview))
            ++waiting;
    }
    std::vector<QueueDay> days;
    for (std::int64_t d = std::max(firstDay, today - QueueForecast::mostDays); d < today; ++d)
        days.push_back(byDay[d]);
    return forecast(waiting, days);
}

}  // namespace plumbline::review
