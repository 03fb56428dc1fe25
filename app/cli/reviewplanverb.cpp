// SPDX-FileCopyrightText: 2026 The Plumbline authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"
#include "app/cli/reviewverbs.h"
#include "core/review/reviewrisk.h"
#include "core/store/reader.h"
#include "core/workflow/goldstore.h"
#include "core/workflow/roles.h"

#include <CLI/CLI.hpp>

namespace plumbline::cli {

using base::toJson;

namespace {

struct PlanArguments {
    std::string folder;
    std::optional<double> share;
    std::optional<int> rounds;
    std::optional<double> unsureFrom;
    std::optional<bool> blind;
    std::optional<bool> byRisk;
    std::optional<double> floor;
    std::optional<double> twice;
    std::vector<std::string> shareOfClass;
};

QString goldFile(const store::Project &project)
{
    return workflow::GoldStore::standardPath(project.id());
}

Result<Answer> plan(Context &context, const PlanArguments &arguments)
{
    const bool change = arguments.share || arguments.rounds || arguments.unsureFrom || arguments.blind || arguments.byRisk
                        || arguments.floor || arguments.twice || !arguments.shareOfClass.empty();
    const auto project =
        context.openProject(arguments.folder, change ? store::Project::Access::Write : store::Project::Access::Read,
                            change ? workflow::Act::Plan : workflow::Act::Review);
    if (!project)
        return fail(project.error());
    const auto reader = (*project)->store().reader();
    if (!reader)
        return fail(reader.error());
    auto plan = review::reviewPlan(**reader);
    const auto schema = (*reader)->schema();
    if (!plan)
        return fail(plan.error());
    if (!schema)
        return fail(schema.error());
    if (change) {
        plan->share = arguments.share.value_or(plan->share);
        plan->mostRounds = arguments.rounds.value_or(plan->mostRounds);
        plan->unsureFrom = arguments.unsureFrom.value_or(plan->unsureFrom);
        plan->blind = arguments.blind.value_or(plan->blind);
        plan->byRisk = arguments.byRisk.value_or(plan->byRisk);
        plan->floor = arguments.floor.value_or(plan->floor);
        plan->twice = arguments.twice.value_or(plan->twice);
        for (const std::string &entry : arguments.shareOfClass) {
            const QString text = q(entry);
            const qsizetype at = text.lastIndexOf(QLatin1Char('='));
            bool number = false;
            const double share = text.mid(at + 1).toDouble(&number);
            const model::LabelClass *labelClass = at > 0 ? schema->find(QStringView(text).left(at)) : nullptr;
            if (!labelClass || !number)
                return fail(ErrorCode::InvalidArgument,
                            QStringLiteral("“%1” is not CLASS=SHARE with a class of the schema.").arg(text));
            plan->shareOfClass[labelClass->id] = share;
        }
        if (const auto done = review::changePlan(**project, *plan, context.person(), goldFile(**project), context.control());
            !done)
            return fail(done.error());
    }
    Answer answer;
    answer.json = {{"plan", review::planToJson(*plan)}};
    answer.text =
        QStringLiteral("%1 % of the work is reviewed%2, in %3 rounds at most%4%5.\n")
            .arg(100 * plan->share)
            .arg(
                plan->byRisk
                    ? QStringLiteral(", more of what is likelier to hold errors, none with less than %1 %").arg(100 * plan->floor)
                    : QString())
            .arg(plan->mostRounds)
            .arg(plan->blind ? QStringLiteral(", without the author's name") : QString(),
                 plan->twice > 0 ? QStringLiteral(", %1 % of it by two people").arg(100 * plan->twice) : QString());
    return answer;
}

Result<Answer> draw(Context &context, const PlanArguments &arguments)
{
    const auto project = context.openProject(arguments.folder, store::Project::Access::Write, workflow::Act::Plan);
    if (!project)
        return fail(project.error());
    const auto report =
        review::fixDraw(**project, context.person(), goldFile(**project), review::DrawMoment::Now, context.control());
    if (!report)
        return fail(report.error());
    Answer answer;
    answer.json = {{"fixed", report->fixed},   {"before", report->before}, {"drawn", report->drawn},
                   {"people", report->people}, {"least", report->least},   {"most", report->most}};
    answer.text = QStringLiteral("%1 pieces of work got their probability, %2 to %3; %4 of them are drawn. %5 had one already.\n")
                      .arg(report->fixed)
                      .arg(report->least)
                      .arg(report->most)
                      .arg(report->drawn)
                      .arg(report->before);
    return answer;
}

}  // namespace

void addReviewPlanVerb(CLI::App &review, Context &context)
{
    auto arguments = std::make_shared<PlanArguments>();
    using Run = Result<Answer> (*)(Context &, const PlanArguments &);
    const auto step = [&](const char *name, const char *what, Run run) {
        CLI::App *sub = review.add_subcommand(name, what);
        sub->add_option("PROJECT", arguments->folder)->required();
        sub->callback([=, &context] { context.run = [=, &context] { return run(context, *arguments); }; });
        return sub;
    };
    CLI::App *planning = step("plan", "How much is reviewed; without options it is printed", plan);
    planning->add_option("--share", arguments->share, "0 to 1");
    planning->add_option("--class-share", arguments->shareOfClass,
                         "CLASS=SHARE, where work with that class is reviewed more often");
    planning->add_option("--unsure-from", arguments->unsureFrom,
                         "Share of unsure labels from which work is reviewed in any case");
    planning->add_option("--rounds", arguments->rounds, "After these the work goes to adjudication");
    planning->add_option("--blind", arguments->blind, "true or false: reviewers are not told whose work it is");
    planning->add_option("--by-risk", arguments->byRisk,
                         "true or false: more of what is likelier to hold errors, --share on average");
    planning->add_option("--floor", arguments->floor, "Smallest probability that risk may leave, above 0 to 1");
    planning->add_option("--twice", arguments->twice, "Share of the reviewed work that another reviewer reviews too");
    step("draw", "Fix with which probability each piece of handed-in work is reviewed; once for each", draw);
}

}  // namespace plumbline::cli
