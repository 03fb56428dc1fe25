// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"
#include "app/cli/reviewverbs.h"
#include "core/review/planteddefectwork.h"
#include "core/review/queueforecast.h"
#include "core/review/revieweragreement.h"
#include "core/review/reviewriskestimate.h"
#include "core/workflow/roles.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

struct FigureArguments {
    std::string folder;
    int copies = 5;
    int defects = 1;
    std::vector<std::string> kinds;
    std::string reviewer;
};

Json intervalJson(const quality::Interval &interval)
{
    return Json::array({interval.low, interval.high});
}

Json optionalJson(const std::optional<double> &value)
{
    return value ? Json(*value) : Json();
}

Json shareJson(const review::CountedShare &share)
{
    return {{"count", share.count}, {"n", share.n}, {"interval", intervalJson(share.interval)}};
}

Json shareJson(const review::EstimatedShare &share)
{
    return {{"value", share.n > 0 ? Json(share.value) : Json()},
            {"interval", intervalJson(share.interval)},
            {"n", share.n},
            {"effective_n", share.effective}};
}

QString percent(double share)
{
    return QStringLiteral("%1 %").arg(100 * share, 0, 'f', 1);
}

QString range(const quality::Interval &interval)
{
    return QStringLiteral("%1 to %2").arg(percent(interval.low), percent(interval.high));
}

QString words(const review::CountedShare &share)
{
    return share.n == 0 ? QStringLiteral("none yet")
                        : QStringLiteral("%1 of %2 (%3)").arg(share.count).arg(share.n).arg(range(share.interval));
}

Result<Answer> plant(Context &context, const FigureArguments &arguments)
{
    review::PlantOptions options;
    options.copies = arguments.copies;
    options.defects = arguments.defects;
    options.reviewer = q(arguments.reviewer);
    if (!arguments.kinds.empty())
        options.kinds.clear();
    for (const std::string &name : arguments.kinds) {
        const auto kind = review::defectFromName(q(name));
        if (!kind)
            return fail(ErrorCode::InvalidArgument,
                        QStringLiteral("“%1” is no kind of defect: shifted, class, doubled or dropped.").arg(q(name)));
        options.kinds.push_back(*kind);
    }
    const auto project = context.openProject(arguments.folder, store::Project::Access::Read, workflow::Act::KeepGold);
    if (!project)
        return fail(project.error());
    const auto report = review::plant(**project, options, context.person(), context.random());
    if (!report)
        return fail(report.error());
    Answer answer;
    answer.json = {{"reviewers", Json::array()}};
    for (const review::PlantReport::Planted &planted : report->reviewers) {
        answer.json["reviewers"].push_back(
            {{"reviewer", toJson(planted.reviewer)}, {"copies", planted.copies}, {"defects", planted.defects}});
        answer.text +=
            QStringLiteral("%1: %2 copies with %3 defects.\n").arg(planted.reviewer).arg(planted.copies).arg(planted.defects);
    }
    return answer;
}

Result<Answer> figures(Context &context, const FigureArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Read, workflow::Act::SeeTeam);
    if (!project)
        return fail(project.error());
    const store::Person person = context.person();
    const auto errors = review::errorEstimate(**project, person, context.control());
    if (!errors)
        return fail(errors.error());
    const auto reviewers = review::reviewerFigures(**project, person);
    if (!reviewers)
        return fail(reviewers.error());
    const auto twice = review::reviewedTwice(**project, person, context.control());
    if (!twice)
        return fail(twice.error());
    const auto queue = review::queueForecast(**project, person, context.control());
    if (!queue)
        return fail(queue.error());
    const review::AgreementOfReviewers agreement = review::agreementOfReviewers(*twice);
    Answer answer;
    Json list = Json::array();
    for (const review::ReviewerFigures &one : *reviewers) {
        Json kinds = Json::object();
        for (const auto &[kind, share] : one.byKind)
            kinds[review::defectName(kind).toStdString()] = shareJson(share);
        list.push_back({{"reviewer", toJson(one.reviewer)},
                        {"copies", one.copies},
                        {"waiting", one.waiting},
                        {"found", shareJson(one.found)},
                        {"false_alarms", shareJson(one.falseAlarms)},
                        {"by_kind", kinds}});
    }
    const auto interval = [](const std::optional<quality::Interval> &of) { return of ? intervalJson(*of) : Json(); };
    Json days = Json::array();
    for (const review::QueueDay &day : queue->days)
        days.push_back({{"arrived", day.arrived}, {"reviewed", day.reviewed}});
    answer.json = {{"errors",
                    {{"work", errors->work},
                     {"drawn", errors->drawn},
                     {"reviewed", errors->reviewed},
                     {"accepted", errors->accepted},
                     {"accepted_unseen", errors->acceptedUnseen},
                     {"wrong_work", shareJson(errors->wrongWork)},
                     {"wrong_labels", shareJson(errors->wrongLabels)},
                     {"left_in_accepted", errors->reviewed > 0 ? Json(errors->leftInAccepted) : Json()},
                     {"left_interval", intervalJson(errors->leftInterval)}}},
                   {"reviewers", list},
                   {"agreement",
                    {{"works", agreement.works},
                     {"labels", agreement.labels},
                     {"same", agreement.same},
                     {"ac1", optionalJson(agreement.ac1)},
                     {"ac1_interval", interval(agreement.ac1Interval)},
                     {"alpha", optionalJson(agreement.alpha)},
                     {"alpha_interval", interval(agreement.alphaInterval)}}},
                   {"queue",
                    {{"waiting", queue->waiting},
                     {"arrived_per_day", queue->arrivedPerDay},
                     {"reviewed_per_day", queue->reviewedPerDay},
                     {"days_50", optionalJson(queue->days50)},
                     {"days_10", optionalJson(queue->days10)},
                     {"days_90", optionalJson(queue->days90)},
                     {"never", queue->never},
                     {"days", days}}}};
    if (errors->reviewed == 0)
        answer.text += QStringLiteral("Errors in the work: nothing that was drawn has been reviewed yet.\n");
    else
        answer.text +=
            QStringLiteral("Work with an error: %1 (%2), from %3 of %4 pieces of work. Labels with an error: %5 (%6).\n"
                           "Accepted work that still has one: %7 (%8); %9 of ")
                .arg(percent(errors->wrongWork.value), range(errors->wrongWork.interval))
                .arg(errors->reviewed)
                .arg(errors->work)
                .arg(percent(errors->wrongLabels.value), range(errors->wrongLabels.interval), percent(errors->leftInAccepted),
                     range(errors->leftInterval))
                .arg(errors->acceptedUnseen)
            + QStringLiteral("%1 were accepted without being drawn.\n").arg(errors->accepted);
    for (const review::ReviewerFigures &one : *reviewers)
        answer.text += QStringLiteral("%1: found %2; false alarms %3; %4 copies wait.\n")
                           .arg(one.reviewer, words(one.found), words(one.falseAlarms))
                           .arg(one.waiting);
    if (agreement.labels > 0)
        answer.text += QStringLiteral("Reviewed twice: %1 labels of %2 pieces of work, %3 alike%4.\n")
                           .arg(agreement.labels)
                           .arg(agreement.works)
                           .arg(agreement.same)
                           .arg(agreement.ac1 ? QStringLiteral("; AC1 %1%2")
                                                    .arg(*agreement.ac1, 0, 'f', 2)
                                                    .arg(agreement.ac1Interval ? QStringLiteral(" (%1 to %2)")
                                                                                     .arg(agreement.ac1Interval->low, 0, 'f', 2)
                                                                                     .arg(agreement.ac1Interval->high, 0, 'f', 2)
                                                                               : QString())
                                              : QString());
    answer.text += queue->text() + QLatin1Char('\n');
    return answer;
}

}  // namespace

void addReviewFiguresVerb(CLI::App &review, Context &context)
{
    auto arguments = std::make_shared<FigureArguments>();
    using Run = Result<Answer> (*)(Context &, const FigureArguments &);
    const auto step = [&](const char *name, const char *what, Run run) {
        CLI::App *sub = review.add_subcommand(name, what);
        sub->add_option("PROJECT", arguments->folder)->required();
        sub->callback([=, &context] { context.run = [=, &context] { return run(context, *arguments); }; });
        return sub;
    };
    CLI::App *planting = step("plant", "Give reviewers copies of accepted work with known defects; for leads", plant);
    planting->add_option("--copies", arguments->copies, "For each reviewer");
    planting->add_option("--defects", arguments->defects, "In each copy, at most");
    planting->add_option("--kind", arguments->kinds, "shifted, class, doubled or dropped; all but the last without it");
    planting->add_option("--reviewer", arguments->reviewer, "For this one alone");
    step("figures", "Error rate of the work, what reviewers find, how far they agree, how long the queue takes; for leads",
         figures);
}

}  // namespace plumbline::cli
